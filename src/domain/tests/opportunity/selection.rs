//! BRD-6, PPL-3: one proposal is selected, the others are told with advice, the winner confirms the terms or
//! declines them; then selection opens again. What staff say for the client keeps both names.

use super::bench::*;
use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::ids::{ContactId, ProposalId};
use crate::domain::opportunity::event::BoardEvent;
use crate::domain::opportunity::event::OfBoard;
use crate::domain::opportunity::proposal::{ProposalStanding, Verdict};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::rules::select::{agreement, share};
use crate::domain::opportunity::{BoardCommand, DealCommand, Formula, Payer};
use crate::domain::person::Preferences;
use crate::domain::person::command::PeopleCommand;
use crate::domain::refusal::Refusal;
use crate::domain::request::Group;

const HIS: ProposalId = ProposalId(2);

/// Fay, Gil and Hel have submitted, in this order.
fn three() -> Fair {
    let mut fair = Fair::open();
    for who in [FAY, GIL, HEL] {
        fair.submits(who, INTRO);
    }
    fair
}

/// What the last record said on the board.
fn last(fair: &Fair) -> Vec<BoardEvent> {
    let (_, events) = fair.records.last().expect("a record");
    let of = |event: &Event| match event {
        Event::Board(OfBoard { event, .. }) => Some((**event).clone()),
        _ => None,
    };
    events.iter().filter_map(of).collect()
}

/// The words of the last record for each proposal that moved.
fn words(fair: &Fair) -> Vec<(u32, String)> {
    let of = |event| match event {
        BoardEvent::Proposal {
            proposal,
            to: ProposalStanding::Lost,
            words,
            ..
        } => Some((proposal.0, words.to_string())),
        _ => None,
    };
    last(fair).into_iter().filter_map(of).collect()
}

/// On whose word the last record moved or judged.
fn word_of(fair: &Fair) -> Option<ContactId> {
    let of = |event| match event {
        BoardEvent::Moved { word_of, .. } | BoardEvent::Judged { word_of, .. } => Some(word_of),
        _ => None,
    };
    last(fair).into_iter().find_map(of).expect("one of them")
}

fn reason(text: &str) -> Box<str> {
    text.into()
}

/// Confirming the terms of a proposal, selected or not.
fn seen(fair: &Fair, proposal: ProposalId) -> BoardCommand {
    let terms = agreement(&fair.state, fair.the(INTRO), fair.of(proposal));
    BoardCommand::Confirm {
        opportunity: INTRO,
        agreement: Box::new(terms.expect("terms")),
        tranches: Vec::new(),
        consent: false,
    }
}

fn decline(why: &str) -> BoardCommand {
    BoardCommand::Decline {
        opportunity: INTRO,
        reason: reason(why),
    }
}

fn reopen(why: &str) -> BoardCommand {
    BoardCommand::Reopen {
        opportunity: INTRO,
        reason: reason(why),
    }
}

#[test]
fn brd_6_the_selected_leaves_the_board_and_the_others_are_told() {
    let mut fair = three();
    fair.must(PAUL, fair.selecting(HIS));
    assert_eq!(fair.shown(INTRO), "selected lost selected lost");
    assert_eq!(fair.state.board().pending().collect::<Vec<_>>(), [SUB]);
    let told = words(&fair);
    let terms = fair.state.terms();
    assert_eq!(told.len(), 2);
    assert!(told.iter().all(|(_, words)| *words == *terms.advice[0]));
    let settled = Refusal::Board(BoardRefusal::IsSettled(INTRO));
    assert_eq!(fair.no(FAY, fair.offering(INTRO)), settled);
    let withdraw = |proposal| BoardCommand::Withdraw {
        proposal,
        reason: reason("x"),
    };
    assert_eq!(fair.no(FAY, withdraw(ProposalId(1))), settled);
    let instead = Refusal::Board(BoardRefusal::DeclineInstead(INTRO));
    assert_eq!(fair.no(GIL, withdraw(HIS)), instead);
    replays(&fair);
}

#[test]
fn brd_6_losers_get_advice_in_the_language_they_read() {
    let mut fair = three();
    let prefer = |language: &str| {
        Command::People(PeopleCommand::ChangePreferences(Preferences {
            language: language.into(),
            ..Preferences::default()
        }))
    };
    fair.0.must(Some(FAY), prefer("fr"));
    fair.must(PAUL, fair.selecting(ProposalId(3)));
    let [english, french] = fair.state.terms().advice.clone();
    let told = words(&fair);
    // Fay reads French here; Gil said nothing, and works in French first.
    assert_eq!(told, [(1, french.to_string()), (2, french.to_string())]);
    let mut fair = three();
    fair.0.must(Some(GIL), prefer("en"));
    fair.must(PAUL, fair.selecting(ProposalId(3)));
    let told = words(&fair);
    assert_eq!(told, [(1, english.to_string()), (2, english.to_string())]);
    let mut fair = three();
    let mut select = fair.selecting(HIS);
    if let BoardCommand::Select { advice, .. } = &mut select {
        *advice = " Say a price per session. ".into();
    }
    fair.must(PAUL, select);
    let own = "Say a price per session.".to_owned();
    assert_eq!(words(&fair), [(1, own.clone()), (3, own)]);
    let mut select = three().selecting(HIS);
    if let BoardCommand::Select { advice, .. } = &mut select {
        *advice = "x".repeat(501).into();
    }
    assert_eq!(three().no(PAUL, select), Refusal::TooLong { most: 500 });
}

#[test]
fn brd_6_only_what_is_before_the_client_can_be_selected() {
    let mut fair = three();
    let proposal = ProposalId(1);
    let reason = reason("x");
    fair.must(FAY, BoardCommand::Withdraw { proposal, reason });
    let settled = Refusal::Board(BoardRefusal::IsSettled(INTRO));
    assert_eq!(fair.no(PAUL, fair.selecting(proposal)), settled);
    let unknown = BoardCommand::Select {
        proposal: ProposalId(9),
        seen: 1,
        advice: "".into(),
        formula: Some(Formula::Basic),
        said: "".into(),
    };
    assert_eq!(
        fair.no(PAUL, unknown),
        Refusal::Board(BoardRefusal::NoSuchProposal(ProposalId(9)))
    );
    fair.must(PAUL, fair.judging(HIS, Verdict::NotInteresting));
    fair.must(PAUL, fair.selecting(HIS));
    assert_eq!(fair.shown(INTRO), "selected withdrawn selected lost");
}

#[test]
fn brd_6_the_winner_confirms_the_terms_and_it_is_a_mission() {
    let mut fair = three();
    fair.must(PAUL, fair.selecting(HIS));
    let terms = fair.terms_of(INTRO);
    assert_eq!(
        (terms.group, terms.formula, terms.payer),
        (
            Group::ClientIntroduction,
            Some(Formula::Basic),
            Payer::Client
        )
    );
    assert_eq!(
        (terms.price, terms.commission),
        (euros(80_000), euros(12_000))
    );
    assert_eq!(
        (terms.usage_permille, terms.contribution_permille),
        (100, 100)
    );
    assert_eq!(terms.coordination, None);
    fair.must(GIL, fair.confirming(INTRO));
    assert_eq!(fair.shown(INTRO), "confirmed lost confirmed lost");
    assert_eq!(fair.mission(INTRO).coordinator, GIL);
    assert_eq!(fair.the(INTRO).agreement.as_deref(), Some(&terms));
    assert_eq!(
        fair.state.board().missions_of(GIL).collect::<Vec<_>>(),
        [INTRO]
    );
    assert_eq!(
        fair.no(GIL, decline("x")),
        Refusal::Board(BoardRefusal::NothingSelected(INTRO))
    );
    assert_eq!(
        fair.no(PAUL, reopen("x")),
        Refusal::Board(BoardRefusal::NothingSelected(INTRO))
    );
    replays(&fair);
}

#[test]
fn brd_2_subcontracted_facilitators_owe_no_fee_and_coordination_is_paid_on_top() {
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, SUB);
    fair.must(LEA, fair.selecting(proposal));
    let terms = fair.terms_of(SUB);
    assert_eq!((terms.formula, terms.commission), (None, euros(0)));
    assert_eq!((terms.usage_permille, terms.contribution_permille), (0, 0));
    assert_eq!(terms.coordination, Some(euros(10_000)));
}

#[test]
fn brd_6_only_the_winner_confirms_or_declines() {
    let mut fair = three();
    let early = seen(&fair, ProposalId(1));
    let nothing = Refusal::Board(BoardRefusal::NothingSelected(INTRO));
    assert_eq!(fair.no(FAY, early.clone()), nothing);
    assert_eq!(fair.no(FAY, decline("x")), nothing);
    fair.must(PAUL, fair.selecting(HIS));
    assert_eq!(fair.no(FAY, early), nothing, "she lost");
    assert_eq!(fair.no(FAY, decline("x")), nothing);
    let of_sub = BoardCommand::Decline {
        opportunity: SUB,
        reason: reason("x"),
    };
    assert_eq!(
        fair.no(GIL, of_sub),
        Refusal::Board(BoardRefusal::NothingProposed(SUB))
    );
}

#[test]
fn brd_6_what_is_confirmed_is_what_was_shown() {
    let mut fair = three();
    fair.must(PAUL, fair.selecting(HIS));
    let shown = fair.confirming(INTRO);
    fair.terms(|t| t.commission_permille = 200);
    assert_eq!(
        fair.no(GIL, shown),
        Refusal::Board(BoardRefusal::TermsChanged)
    );
    fair.must(GIL, fair.confirming(INTRO));
    assert_eq!(
        fair.shown(INTRO),
        "selected lost selected lost",
        "she agreed to others"
    );
    let agree = BoardCommand::Deal(DealCommand::Agree {
        opportunity: INTRO,
        agreement: Box::new(fair.terms_of(INTRO)),
        tranches: Vec::new(),
        said: "".into(),
    });
    fair.must(PAUL, agree);
    // And what was confirmed stands, whatever the house's terms become.
    let agreed = fair.the(INTRO).agreement.clone();
    fair.terms(|t| t.commission_permille = 10);
    assert!(agreed.is_some());
    assert_eq!(fair.the(INTRO).agreement, agreed);
}

#[test]
fn brd_6_a_provider_who_is_to_pay_the_commission_consents_to_it() {
    let mut fair = Fair::open();
    let mut notice = fair.the(INTRO).notice.clone();
    notice.payer = Payer::Provider;
    notice.payer_reason = "the client may not pay agencies".into();
    let amend = BoardCommand::Amend {
        opportunity: INTRO,
        seen: fair.the(INTRO).notice_at,
        notice: Box::new(notice),
        description: None,
    };
    fair.must(BEN, amend);
    let proposal = fair.submits(FAY, INTRO);
    fair.must(PAUL, fair.selecting(proposal));
    assert_eq!(
        fair.no(FAY, fair.confirming(INTRO)),
        Refusal::Board(BoardRefusal::ConsentMissing)
    );
    let agreeing = |fair: &Fair| match fair.confirming(INTRO) {
        BoardCommand::Confirm {
            opportunity,
            agreement,
            tranches,
            ..
        } => BoardCommand::Confirm {
            opportunity,
            agreement,
            tranches,
            consent: true,
        },
        other => other,
    };
    fair.must(FAY, agreeing(&fair));
    let consented = |fair: &Fair| {
        let said = |event| match event {
            BoardEvent::Agreed { consent, .. } => Some(consent),
            _ => None,
        };
        last(fair).into_iter().find_map(said)
    };
    assert_eq!(consented(&fair), Some(true));
    // Where nothing is asked of her, there is nothing to consent to.
    let mut fair = three();
    fair.must(PAUL, fair.selecting(HIS));
    fair.must(GIL, agreeing(&fair));
    assert_eq!(consented(&fair), Some(false));
}

#[test]
fn brd_6_when_the_winner_declines_the_losers_come_back() {
    let mut fair = three();
    fair.must(PAUL, fair.selecting(HIS));
    assert_eq!(fair.no(GIL, decline(" ")), Refusal::ReasonMissing);
    fair.must(GIL, decline("I am ill"));
    assert_eq!(fair.shown(INTRO), "open submitted withdrawn submitted");
    assert_eq!(fair.the(INTRO).submitted, 2);
    assert_eq!(fair.state.board().pending().count(), 2);
    fair.must(FAY, fair.offering(INTRO));
    fair.must(PAUL, fair.selecting(ProposalId(1)));
    fair.must(FAY, fair.confirming(INTRO));
    assert_eq!(fair.shown(INTRO), "confirmed confirmed withdrawn lost");
    replays(&fair);
}

#[test]
fn brd_6_the_client_opens_the_selection_again_with_a_reason() {
    let mut fair = three();
    assert_eq!(
        fair.no(PAUL, reopen("x")),
        Refusal::Board(BoardRefusal::NothingSelected(INTRO))
    );
    fair.must(PAUL, fair.selecting(HIS));
    assert_eq!(fair.no(PAUL, reopen("")), Refusal::ReasonMissing);
    assert_eq!(
        fair.no(LEA, reopen("x")),
        Refusal::Board(BoardRefusal::NoSuchOpportunity(INTRO))
    );
    fair.must(PAUL, reopen("he does not answer"));
    assert_eq!(fair.shown(INTRO), "open submitted submitted submitted");
    assert_eq!(
        fair.no(GIL, seen(&fair, HIS)),
        Refusal::Board(BoardRefusal::NothingSelected(INTRO))
    );
}

#[test]
fn ppl_3_the_client_speaks_for_herself_and_staff_keep_both_names() {
    let contact = Some(ContactId(1));
    for (who, wanted) in [(PAUL, None), (BEN, contact)] {
        let mut fair = three();
        fair.must(who, fair.judging(HIS, Verdict::Interesting));
        assert_eq!(word_of(&fair), wanted);
        fair.must(who, fair.selecting(HIS));
        assert_eq!(word_of(&fair), wanted);
        fair.must(who, reopen("she thinks again"));
        assert_eq!(word_of(&fair), wanted);
        let (meta, _) = fair.records.last().expect("a record");
        assert_eq!(meta.actor, Some(who));
    }
    let mut fair = three();
    fair.must(PAUL, fair.selecting(HIS));
    fair.must(GIL, decline("x"));
    assert_eq!(word_of(&fair), None, "the winner speaks for himself");
}

#[test]
fn brd_6_the_largest_selection_and_the_largest_plan_fit_a_record() {
    use crate::domain::opportunity::mission::{Mission, Session};
    use crate::domain::opportunity::{Notice, Opportunity};
    use crate::domain::terms::Terms;
    use crate::journal::{MAX_RECORD, codec};
    let wide = |n: usize| Box::<str>::from("\u{1f33b}".repeat(n));
    let lost = |n: usize| BoardEvent::Proposal {
        proposal: ProposalId::at(n),
        from: ProposalStanding::Submitted,
        to: ProposalStanding::Lost,
        words: wide(Terms::ADVICE_MOST),
    };
    let event = |event| {
        Event::Board(OfBoard {
            request: INTRODUCED,
            opportunity: INTRO,
            event: Box::new(event),
        })
    };
    let all = (0..Opportunity::PROPOSALS_MOST).map(|n| event(lost(n)));
    let bytes = codec::encode(&all.collect::<Vec<_>>()).expect("encoded");
    assert!(bytes.len() < MAX_RECORD - 1_000, "{}", bytes.len());
    let session = Session {
        at: paris("2026-05-05 09:00"),
        place: wide(Mission::PLACES_MOST / usize::from(Notice::SESSIONS_MOST) / 4),
        by: Some(FAY),
        attended: Some(u32::MAX),
    };
    let plan = vec![session; usize::from(Notice::SESSIONS_MOST)];
    let planned = BoardEvent::Planned {
        from: plan.clone(),
        to: plan,
    };
    let bytes = codec::encode(&vec![event(planned)]).expect("encoded");
    assert!(bytes.len() < MAX_RECORD - 1_000, "{}", bytes.len());
}

#[test]
fn brd_6_a_share_is_rounded_half_up_and_never_overflows() {
    for (minor, permille, wanted) in [
        (80_000, 150, 12_000),
        (1, 500, 1),
        (1, 499, 0),
        (0, 1_000, 0),
        (100_000_000_000, 1_000, 100_000_000_000),
        (i64::MAX, 1_000, i64::MAX),
    ] {
        assert_eq!(share(euros(minor), permille), euros(wanted));
    }
}
