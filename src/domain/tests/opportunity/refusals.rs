//! One meeting with each refusal of the board, for the table of all refusals.

use super::bench::*;
use crate::domain::command::Command;
use crate::domain::facilitator::FacilitatorProfile;
use crate::domain::house::command::HouseCommand;
use crate::domain::house::{Language, Selection};
use crate::domain::ids::{OpportunityId, ProposalId};
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::deal::Due;
use crate::domain::opportunity::mission::{Session, Task};
use crate::domain::opportunity::proposal::Verdict;
use crate::domain::opportunity::{
    BoardCommand, CreditCommand, DealCommand, Formula, MissionCommand, Notice, Payer, Side, Tranche,
};
use crate::domain::person::Role;
use crate::domain::person::command::PeopleCommand;
use crate::domain::refusal::Refusal;
use crate::domain::terms::Terms;
use crate::domain::trade::MissionRole;

/// What is met on the way from a selection to another coordinator.
fn of_deals(met: &mut Vec<Refusal>) {
    let mut fair = Fair::open();
    let draw = |opportunity, side| {
        BoardCommand::Deal(DealCommand::Draw {
            opportunity,
            side,
            seen: Vec::new(),
            tranches: vec![Tranche {
                what: "All of it".into(),
                due: Due::Said("".into()),
                amount: euros(1),
            }],
            said: "by phone".into(),
        })
    };
    let ours = fair.submits(FAY, SUB);
    fair.must(BEN, fair.selecting(ours));
    met.push(fair.no(FAY, draw(SUB, Side::Provider)));
    let theirs = fair.submits(FAY, INTRO);
    fair.must(BEN, fair.selecting(theirs));
    met.push(fair.no(FAY, draw(INTRO, Side::Provider)));
    fair.must(FAY, fair.confirming(INTRO));
    let replace = MissionCommand::Replace {
        opportunity: INTRO,
        person: GIL,
        price: Some(euros(1)),
        reason: "ill".into(),
    };
    met.push(fair.no(BEN, BoardCommand::Mission(replace)));
    let pass = MissionCommand::Pass {
        opportunity: INTRO,
        reason: "x".into(),
    };
    met.push(fair.no(FAY, BoardCommand::Mission(pass)));
}

/// What is met while something is posted.
fn of_posting(met: &mut Vec<Refusal>) {
    let mut fair = Fair::new();
    for request in [UNDECIDED, SUBCONTRACTED] {
        met.push(fair.no(BEN, fair.posting(request)));
    }
    fair.must(BEN, fair.posting(INTRODUCED));
    met.push(fair.no(BEN, fair.posting(INTRODUCED)));
    let fair = Fair::open();
    let mut amending = |id: OpportunityId, change: fn(&mut Notice)| {
        let mut notice = fair.the(id).notice.clone();
        change(&mut notice);
        let amend = BoardCommand::Amend {
            opportunity: id,
            seen: fair.the(id).notice_at,
            notice: Box::new(notice),
            description: None,
        };
        met.push(fair.no(BEN, amend));
    };
    amending(INTRO, |n| n.title = "Ask Paul Martin".into());
    amending(INTRO, |n| n.place = "call 06 11 22 33 44".into());
    amending(INTRO, |n| n.sessions = 0);
    amending(INTRO, |n| n.amount = Some(euros(-1)));
    amending(SUB, |n| n.formula = Some(Formula::Basic));
    amending(SUB, |n| n.amount = None);
    amending(SUB, |n| n.amount = Some(dollars(1)));
    amending(INTRO, |n| n.formula = Some(Formula::R0));
    let mut strict = Fair::new();
    strict.settle(|house| house.validation.introduction = true);
    met.push(strict.no(BEN, strict.posting(INTRODUCED)));
    let mut nameless = (**fair.state.house().expect("a house")).clone();
    nameless.name = "".into();
    let command = Command::House(HouseCommand::Change(Box::new(nameless)));
    met.push(fair.decide(Some(ANNA), &command).expect_err("a refusal"));
    let terms = Terms {
        stale_days: 0,
        ..Terms::default()
    };
    let command = Command::House(HouseCommand::ChangeTerms(Box::new(terms)));
    met.push(fair.decide(Some(ANNA), &command).expect_err("a refusal"));
    let profile = Box::new(FacilitatorProfile {
        zone: "x".into(),
        ..FacilitatorProfile::default()
    });
    let person = FAY;
    let command = Command::People(PeopleCommand::KeepProfile { person, profile });
    met.push(fair.decide(Some(ANNA), &command).expect_err("a refusal"));
}

/// What is met on the way to a proposal.
fn of_proposing(met: &mut Vec<Refusal>) {
    let mut fair = Fair::open();
    let grant = BoardCommand::Credit(CreditCommand::Grant {
        person: FAY,
        kind: CreditKind::Offer,
        count: 0,
        why: "x".into(),
    });
    met.push(fair.no(TOM, grant));
    met.push(fair.no(FAY, fair.step(INTRO, CreditKind::Offer)));
    let mut dear = fair.step(INTRO, CreditKind::Consultation);
    if let BoardCommand::Credit(CreditCommand::Open { price, .. }) = &mut dear {
        *price = 7;
    }
    met.push(fair.no(FAY, dear));
    met.push(fair.no(FAY, BoardCommand::Favourite(OpportunityId(9), true)));
    fair.opens(FAY, INTRO);
    fair.opens(FAY, SUB);
    met.push(fair.no(FAY, fair.step(SUB, CreditKind::Contact)));
    met.push(fair.no(FAY, fair.step(INTRO, CreditKind::Contact)));
    let priced = BoardCommand::Propose {
        opportunity: SUB,
        revision: whole(offer(Some(euros(1)))),
        submit: true,
    };
    met.push(fair.no(FAY, priced));
    let file = crate::domain::request::Attachment {
        name: "cv.pdf".into(),
        mime: "".into(),
        size: 1,
        blob: [1; 32],
    };
    let opportunity = INTRO;
    met.push(fair.no(FAY, BoardCommand::Attach { opportunity, file }));
    let mut full = fair.clone();
    full.must(FAY, full.offering(INTRO));
    let file = super::files::file(1, u64::MAX);
    met.push(full.no(FAY, BoardCommand::Attach { opportunity, file }));
    let mut late = fair.clone();
    late.now = fair.the(INTRO).notice.deadline;
    met.push(late.no(FAY, fair.offering(INTRO)));
    fair.must(FAY, fair.offering(INTRO));
    let mine = fair.state.board().proposal_of(INTRO, FAY).expect("hers").id;
    met.push(fair.no(FAY, BoardCommand::DropDraft(mine)));
    met.push(fair.no(FAY, fair.step(INTRO, CreditKind::Contact)));
    let mut poor = fair.clone();
    let mut prices = fair.state.terms().credits.expect("prices");
    prices.consultation = 9;
    poor.terms(|t| t.credits = Some(prices));
    met.push(poor.no(GIL, poor.step(INTRO, CreditKind::Consultation)));
    fair.profiled(FAY, able(&[Language::FR]));
    met.push(fair.no(FAY, fair.offering(INTRO)));
}

/// What is met in a selection.
fn of_advising(mut fair: Fair, met: &mut Vec<Refusal>) {
    let advise = || BoardCommand::Advise {
        opportunity: INTRO,
        words: "x".into(),
    };
    let winner = fair.submits(GIL, INTRO);
    met.push(fair.no(BEN, advise()));
    fair.must(BEN, fair.selecting(winner));
    fair.must(BEN, advise());
    met.push(fair.no(BEN, advise()));
}

fn of_selecting(met: &mut Vec<Refusal>) {
    let mut fair = Fair::open();
    let mut notice = fair.the(INTRO).notice.clone();
    notice.payer = Payer::Provider;
    notice.payer_reason = "asked for".into();
    let amend = BoardCommand::Amend {
        opportunity: INTRO,
        seen: fair.the(INTRO).notice_at,
        notice: Box::new(notice),
        description: None,
    };
    fair.must(BEN, amend);
    let proposal = fair.submits(FAY, INTRO);
    met.push(fair.no(BEN, BoardCommand::Encourage(proposal)));
    met.push(fair.no(BEN, BoardCommand::Encourage(ProposalId(9))));
    let decline = || BoardCommand::Decline {
        opportunity: INTRO,
        reason: "x".into(),
    };
    met.push(fair.no(FAY, decline()));
    let mut stale = fair.selecting(proposal);
    if let BoardCommand::Select { seen, .. } = &mut stale {
        *seen = 1;
    }
    met.push(fair.no(BEN, stale));
    of_formulas(&fair, proposal, met);
    let mut own = fair.clone();
    let roles = vec![Role::Facilitator, Role::Manager];
    let person = FAY;
    own.0.must(
        Some(ANNA),
        Command::People(PeopleCommand::ChangeRoles { person, roles }),
    );
    met.push(own.no(FAY, own.judging(proposal, Verdict::Interesting)));
    let roles = vec![Role::RelationOfficer, Role::Facilitator];
    let person = BEN;
    own.0.must(
        Some(ANNA),
        Command::People(PeopleCommand::ChangeRoles { person, roles }),
    );
    met.push(own.no(BEN, own.judging(proposal, Verdict::Interesting)));
    of_advising(fair.clone(), met);
    fair.must(BEN, fair.selecting(proposal));
    met.push(fair.no(BEN, fair.selecting(proposal)));
    met.push(fair.no(BEN, fair.judging(proposal, Verdict::Interesting)));
    met.push(fair.no(FAY, fair.offering(INTRO)));
    let reason = "x".into();
    met.push(fair.no(FAY, BoardCommand::Withdraw { proposal, reason }));
    let seen = fair.confirming(INTRO);
    met.push(fair.no(FAY, seen.clone()));
    fair.terms(|t| t.usage_permille = 0);
    met.push(fair.no(FAY, seen));
}

/// What is met in a mission.
fn of_running(met: &mut Vec<Refusal>) {
    let mut fair = Fair::open();
    fair.runs(FAY, INTRO);
    let note = "".into();
    let opportunity = SUB;
    met.push(fair.no(
        BEN,
        BoardCommand::Mission(MissionCommand::Deliver { opportunity, note }),
    ));
    let opportunity = INTRO;
    let note = "".into();
    met.push(fair.no(
        BEN,
        BoardCommand::Mission(MissionCommand::Deliver { opportunity, note }),
    ));
    let team = BoardCommand::Mission(MissionCommand::Team {
        opportunity,
        person: FAY,
        role: Some(MissionRole::Observer),
    });
    met.push(fair.no(FAY, team));
    let session = |by, attended| Session {
        at: fair.later(1),
        place: "".into(),
        by,
        attended,
    };
    let plan = |sessions| {
        BoardCommand::Mission(MissionCommand::Plan {
            opportunity,
            seen: Vec::new(),
            sessions,
        })
    };
    let (strange, held) = (session(Some(BEN), None), session(None, Some(1)));
    met.push(fair.no(FAY, plan(vec![strange])));
    met.push(fair.no(FAY, plan(vec![held])));
    let one = session(None, None);
    let at = one.at;
    let plan = plan(vec![one]);
    fair.must(FAY, plan);
    let attend = BoardCommand::Mission(MissionCommand::Attend {
        opportunity,
        session: 0,
        at,
        was: None,
        attended: 1,
    });
    met.push(fair.no(FAY, attend));
    let tick = |done| {
        BoardCommand::Mission(MissionCommand::Tick {
            opportunity,
            task: Task::ROOM,
            done,
        })
    };
    fair.must(FAY, tick(true));
    fair.must(BEN, tick(false));
    let undo = fair.decide(Some(FAY), &Command::Undo);
    met.push(undo.expect_err("a refusal"));
}

/// All of them.
pub(in crate::domain::tests) fn met() -> Vec<Refusal> {
    let mut met = Vec::new();
    of_posting(&mut met);
    of_deals(&mut met);
    of_proposing(&mut met);
    of_selecting(&mut met);
    of_running(&mut met);
    met.extend(super::standing::stood_on());
    met.extend(super::firms::met());
    met
}

/// Of what is said for a client with a selection, and of what the house selects.
fn of_formulas(fair: &Fair, proposal: ProposalId, met: &mut Vec<Refusal>) {
    let mut select = fair.selecting(proposal);
    if let BoardCommand::Select { said, .. } = &mut select {
        *said = "".into();
    }
    met.push(fair.no(BEN, select.clone()));
    if let BoardCommand::Select { formula, .. } = &mut select {
        *formula = None;
    }
    met.push(fair.no(BEN, select));
    let mut ours = Fair::new();
    ours.settle(|house| house.selection = Selection::default());
    ours.must(BEN, ours.posting(INTRODUCED));
    let reopen = BoardCommand::Reopen {
        opportunity: INTRO,
        reason: "x".into(),
    };
    met.push(ours.no(PAUL, reopen));
}
