//! PPL-1, PPL-2: one person on both sides of a deal does not decide on it, under whatever account; and what the
//! rules refuse is the same for what is not there and what is not theirs to see.

use super::bench::*;
use crate::domain::command::Command;
use crate::domain::ids::{OpportunityId, ProposalId, ViewId};
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::mission::Task;
use crate::domain::opportunity::proposal::Verdict;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{BoardCommand, EndReason, MissionCommand};
use crate::domain::person::Role;
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::refusal::PeopleRefusal;
use crate::domain::refusal::Refusal;
use crate::domain::trade::MissionRole;

/// A fair at which Gil's proposal is before the client.
fn with_a_rival() -> (Fair, ProposalId) {
    let mut fair = Fair::open();
    let proposal = fair.submits(GIL, INTRO);
    (fair, proposal)
}

impl Fair {
    fn roles(&mut self, person: crate::domain::PersonId, roles: &[Role]) {
        let roles = roles.to_vec();
        self.0.must(
            Some(ANNA),
            Command::People(PeopleCommand::ChangeRoles { person, roles }),
        );
    }

    fn mailed(&mut self, person: crate::domain::PersonId, email: &str) {
        let name = self.name(person);
        let email = email.into();
        self.0.must(
            Some(ANNA),
            Command::People(PeopleCommand::Edit {
                person,
                name,
                email,
            }),
        );
    }
}

/// Why `who` may decide nothing about `proposal`, or `None` when they may decide all of it.
fn barred(fair: &Fair, who: crate::domain::PersonId, proposal: ProposalId) -> Option<Refusal> {
    let judged = fair.tries(who, fair.judging(proposal, Verdict::Interesting));
    let selected = fair.tries(who, fair.selecting(proposal));
    let mut chosen = fair.clone();
    chosen.must(ANNA, fair.selecting(proposal));
    let reopened = chosen.tries(
        who,
        BoardCommand::Reopen {
            opportunity: INTRO,
            reason: "x".into(),
        },
    );
    // Somebody lost to another selection: what they are told is decided on as well.
    let mut lost = fair.clone();
    let other = lost.submits(HEL, INTRO);
    lost.must(ANNA, lost.selecting(other));
    let advised = lost.tries(
        who,
        BoardCommand::Advise {
            opportunity: INTRO,
            words: "x".into(),
        },
    );
    let all = [judged, selected, reopened, advised];
    let why: Vec<Refusal> = all.into_iter().filter_map(Result::err).collect();
    assert!(matches!(why.len(), 0 | 4), "{who}: {why:?}");
    assert!(why.iter().all(|one| *one == why[0]), "{who}: {why:?}");
    why.into_iter().next()
}

#[test]
fn ppl_1_an_officer_who_is_a_facilitator_decides_on_no_proposal() {
    let (mut fair, proposal) = with_a_rival();
    assert_eq!(barred(&fair, BEN, proposal), None);
    fair.roles(BEN, &[Role::RelationOfficer, Role::Facilitator]);
    let both = Refusal::Board(BoardRefusal::BothSides(INTRO));
    assert_eq!(barred(&fair, BEN, proposal), Some(both.clone()));
    fair.must(ANNA, fair.judging(proposal, Verdict::Interesting));
    assert_eq!(fair.no(BEN, BoardCommand::Encourage(proposal)), both);
    fair.must(ANNA, BoardCommand::Encourage(proposal));
}

#[test]
fn ppl_1_who_takes_part_neither_amends_the_posting_nor_ends_it() {
    let (mut fair, _) = with_a_rival();
    fair.roles(BEN, &[Role::RelationOfficer, Role::Facilitator]);
    let end = || BoardCommand::End {
        opportunity: INTRO,
        why: EndReason::GIVEN_UP,
        refund: false,
    };
    let amend = |fair: &Fair| {
        let mut notice = fair.the(INTRO).notice.clone();
        notice.title = "Another title".into();
        BoardCommand::Amend {
            opportunity: INTRO,
            seen: fair.the(INTRO).notice_at,
            notice: Box::new(notice),
            description: None,
        }
    };
    assert!(fair.tries(BEN, end()).is_ok() && fair.tries(BEN, amend(&fair)).is_ok());
    fair.profiled(BEN, able(&[crate::domain::house::Language::EN]));
    fair.grants(BEN, CreditKind::Consultation, 1);
    fair.must(BEN, fair.step(INTRO, CreditKind::Consultation));
    for command in [end(), amend(&fair)] {
        assert_eq!(
            fair.no(BEN, command),
            Refusal::Board(BoardRefusal::BothSides(INTRO))
        );
    }
    assert!(fair.tries(ANNA, end()).is_ok());
}

#[test]
fn ppl_1_a_client_who_could_propose_decides_on_no_proposal() {
    let (mut fair, proposal) = with_a_rival();
    assert_eq!(barred(&fair, PAUL, proposal), None);
    fair.roles(PAUL, &[Role::ClientContact, Role::Facilitator]);
    let both = Some(Refusal::Board(BoardRefusal::BothSides(INTRO)));
    assert_eq!(barred(&fair, PAUL, proposal), both);
}

#[test]
fn ppl_1_the_same_mail_address_is_the_same_person() {
    let (fair, proposal) = with_a_rival();
    let both = Some(Refusal::Board(BoardRefusal::BothSides(INTRO)));
    // An officer whose other account is a facilitator's, whatever the case.
    let mut officer = fair.clone();
    officer.mailed(BEN, "ben@nord.example");
    assert_eq!(barred(&officer, BEN, proposal), None);
    officer.mailed(HEL, " Ben@Nord.example");
    assert_eq!(barred(&officer, BEN, proposal), both);
    officer.mailed(HEL, "hel@nord.example");
    assert_eq!(barred(&officer, BEN, proposal), None, "told apart again");
    // A facilitator with the address of the client's contact.
    let mut client = fair.clone();
    client.mailed(HEL, "office@acme.example");
    assert_eq!(barred(&client, PAUL, proposal), both);
    // Another client's address is another person.
    let mut other = fair;
    other.mailed(HEL, "office@nordique.fr");
    assert_eq!(barred(&other, PAUL, proposal), None);
    let before = other.state.people_of_email("office@nordique.fr");
    assert_eq!(before.collect::<Vec<_>>(), [HEL]);
    replays(&other);
}

#[test]
fn ppl_2_what_is_not_there_and_what_is_not_theirs_are_refused_alike() {
    let mut fair = Fair::open();
    fair.runs(FAY, INTRO);
    let none = OpportunityId(9);
    let commands = |opportunity: OpportunityId| {
        vec![
            BoardCommand::Favourite(opportunity, true),
            fair.step(opportunity, CreditKind::Consultation),
            BoardCommand::Propose {
                opportunity,
                revision: whole(offer(None)),
                submit: false,
            },
            BoardCommand::Decline {
                opportunity,
                reason: "x".into(),
            },
            BoardCommand::Mission(MissionCommand::Team {
                opportunity,
                person: GIL,
                role: Some(MissionRole::Observer),
            }),
            BoardCommand::Mission(MissionCommand::Tick {
                opportunity,
                task: Task::ROOM,
                done: true,
            }),
            BoardCommand::Mission(MissionCommand::Deliver {
                opportunity,
                note: "x".into(),
            }),
        ]
    };
    for (theirs, nothing) in commands(INTRO).into_iter().zip(commands(none)) {
        let (theirs, nothing) = (fair.no(HEL, theirs), fair.no(HEL, nothing));
        assert_eq!(
            theirs,
            Refusal::Board(BoardRefusal::NoSuchOpportunity(INTRO))
        );
        assert_eq!(
            nothing,
            Refusal::Board(BoardRefusal::NoSuchOpportunity(none))
        );
    }
}

#[test]
fn ppl_2_a_coordinator_tells_no_unpublished_facilitator_from_nobody() {
    let mut fair = Fair::open();
    fair.runs(FAY, INTRO);
    let team = |person| {
        BoardCommand::Mission(MissionCommand::Team {
            opportunity: INTRO,
            person,
            role: Some(MissionRole::Observer),
        })
    };
    assert!(fair.tries(FAY, team(GIL)).is_ok());
    let mut hidden = able(&[crate::domain::house::Language::EN]);
    hidden.published = false;
    fair.profiled(GIL, hidden);
    for person in [GIL, BEN, crate::domain::PersonId(99)] {
        assert_eq!(
            fair.no(FAY, team(person)),
            Refusal::People(PeopleRefusal::NoSuchPerson)
        );
    }
    assert!(fair.tries(BEN, team(GIL)).is_ok(), "the house knows him");
}

#[test]
fn ppl_2_another_ones_view_is_no_view() {
    let mut fair = Fair::open();
    let save = |shared| {
        Command::People(PeopleCommand::SaveView {
            name: "mine".into(),
            query: "x".into(),
            shared,
        })
    };
    fair.0.must(Some(BEN), save(false));
    let remove = |view| {
        fair.decide(
            Some(TOM),
            &Command::People(PeopleCommand::RemoveView(ViewId(view))),
        )
    };
    assert_eq!(remove(1), remove(9));
    assert_eq!(remove(1).err(), Some(Refusal::NoSuchThing));
}
