//! REQ-9: once there is a quotation, a posting or a mission the next step follows it: by whom, since when, by
//! when. One answer for list, case and counts.

use super::bench::*;
use crate::domain::command::{Act, Command};
use crate::domain::event::Event;
use crate::domain::ids::{OpportunityId, PersonId, QuotationId, RequestId};
use crate::domain::opportunity::mission::Session;
use crate::domain::opportunity::{BoardCommand, EndReason, MissionCommand};
use crate::domain::quotation::{Desk, QuotationCommand};
use crate::domain::refusal::Refusal;
use crate::domain::request::change::Change;
use crate::domain::request::event::Outcome;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::request::rules::group;
use crate::domain::request::step::Followed;
use crate::domain::request::{By, Group, GroupReason, Owes, Turn};
use crate::domain::state::step::posted_step;

/// Who owes the next step, since when and by when, and `!` when that is late for us.
fn says(fair: &Fair, id: RequestId) -> String {
    let request = fair.get(id);
    let step = request.step.at(fair.now);
    let who = match step.by {
        By::Us(Some(person)) => fair.name(person).to_string(),
        By::Us(None) => "us".to_owned(),
        By::Winner(person) | By::Coordinator(person) => {
            format!("{} {}", step.by.key(), fair.name(person))
        }
        by => by.key().to_owned(),
    };
    let of = step.of.map(Followed::id).unwrap_or_default();
    let late = if request.is_overdue(fair.now) {
        " !"
    } else {
        ""
    };
    // The counts say the same.
    let ours = step.by.is_ours();
    let owner = match step.by {
        By::Us(person) => person,
        _ => None,
    };
    let requests = fair.state.requests();
    let waits = requests.waiting(owner, fair.now) > 0;
    assert!(!ours || waits, "{who}: nobody's tab counts it");
    assert_eq!(
        ours && requests.late(owner, fair.now) > 0,
        !late.is_empty(),
        "{who}"
    );
    format!(
        "{who} {of}|{}|{}{late}",
        shown(Some(step.since)),
        shown(step.due)
    )
}

fn quotes(fair: &mut Fair, who: PersonId, command: QuotationCommand) {
    let command = Command::Quotation(Box::new(command));
    fair.0.must(Some(who), command);
}

fn relance(fair: &mut Fair, id: RequestId) {
    let parent = fair.get(id).messages[0];
    let contact = fair.state.contact(fair.get(id).contact).expect("somebody");
    let key = u128::from(fair.state.seq()) + 70_000;
    let mut again = mail(key, &contact.email.clone(), "Re", "je relance");
    again.parents = vec![parent];
    assert_eq!(fair.receive(again), Ok(id));
}

/// A house with one request of Nord's that waits since a Tuesday at ten, claimed by Ben.
fn claimed() -> Fair {
    let mut fair = Fair::new();
    fair.act(BEN, SUBCONTRACTED, Act::Claim);
    // The other requests are nobody's matter here.
    for id in [INTRODUCED, UNDECIDED] {
        fair.act(BEN, id, Act::ClientOwes(Some(paris("2026-12-01 10:00"))));
    }
    fair
}

/// The quotation of the story, and what is posted from it.
const Q: QuotationId = QuotationId(1);
const O: OpportunityId = OpportunityId(1);

/// Holds what is said of the story's request against `wanted`.
#[track_caller]
fn is(fair: &Fair, wanted: &str) {
    assert_eq!(says(fair, SUBCONTRACTED), wanted);
}

/// The same, once the clock shows this time.
#[track_caller]
fn at(fair: &mut Fair, time: &str, wanted: &str) {
    fair.0.now = paris(time);
    is(fair, wanted);
}

/// The steps of a quotation, as they are taken.
struct Steps(std::vec::IntoIter<QuotationCommand>);

impl Steps {
    /// Takes the next `n` of them as `who`.
    fn take(&mut self, fair: &mut Fair, who: PersonId, n: usize) {
        for command in self.0.by_ref().take(n) {
            quotes(fair, who, command);
        }
    }
}

/// Claimed, the request is its officer's, and late on the next day; a reminder changes nothing of that.
fn waits_for_its_officer(fair: &mut Fair) {
    is(fair, "Ben |2026-03-10 10:00|2026-03-11 10:00");
    let late = "Ben |2026-03-10 10:00|2026-03-11 10:00 !";
    at(fair, "2026-03-12 09:00", late);
    relance(fair, SUBCONTRACTED);
    is(fair, late);
}

/// R1: the officer's brief, pricing, the assistant, the officer, the client.
fn is_quoted(fair: &mut Fair, steps: &mut Steps) {
    steps.take(fair, BEN, 2);
    is(fair, "Ben Q-1|2026-03-12 09:00|2026-03-12 18:00");
    steps.take(fair, BEN, 1);
    is(fair, "Clea Q-1|2026-03-12 09:00|2026-03-12 18:00");
    let late = "Clea Q-1|2026-03-12 09:00|2026-03-12 18:00 !";
    at(fair, "2026-03-16 09:00", late);
    // What stands at another's desk is not given to the client by saying so.
    let follows = Refusal::Request(RequestRefusal::TurnFollows(Followed::Quotation(Q)));
    let refused = fair.refused(BEN, SUBCONTRACTED, Act::ClientOwes(None));
    assert_eq!(refused, follows);
    relance(fair, SUBCONTRACTED);
    is(fair, late);
    steps.take(fair, CLEA, 2);
    is(fair, "Dan Q-1|2026-03-16 09:00|2026-03-16 18:00");
    steps.take(fair, DAN, 2);
    is(fair, "Ben Q-1|2026-03-16 09:00|2026-03-16 18:00");
    steps.take(fair, BEN, 1);
    is(fair, "client Q-1|2026-03-16 09:00|2026-03-18 18:00");
}

/// The client asks something: ours, until it is answered. Then they accept.
fn is_asked_about_and_accepted(fair: &mut Fair, steps: &mut Steps) {
    fair.0.now = paris("2026-03-17 09:00");
    relance(fair, SUBCONTRACTED);
    is(fair, "Ben |2026-03-17 09:00|2026-03-17 18:00");
    let answered = Act::ClientOwes(Some(paris("2026-03-20 12:00")));
    fair.act(BEN, SUBCONTRACTED, answered);
    is(fair, "client |2026-03-17 09:00|2026-03-20 12:00");
    steps.take(fair, BEN, 1);
    is(fair, "Ben Q-1|2026-03-17 09:00|2026-03-17 18:00");
    let late = "Ben Q-1|2026-03-17 09:00|2026-03-17 18:00 !";
    at(fair, "2026-03-18 09:00", late);
}

/// Posted: the facilitators' until the deadline, the client's once there is a proposal.
fn is_posted_and_proposed_for(fair: &mut Fair) {
    let posting = fair.posting_from(SUBCONTRACTED, Q);
    fair.must(ANNA, posting);
    is(fair, "proposers O-1|2026-03-18 09:00|2026-03-22 09:00");
    let nobody_proposed = "Ben O-1|2026-03-22 09:00|2026-03-23 18:00";
    at(fair, "2026-03-23 10:00", nobody_proposed);
    let late = "Ben O-1|2026-03-22 09:00|2026-03-23 18:00 !";
    at(fair, "2026-03-24 10:00", late);
    fair.0.now = paris("2026-03-20 09:00");
    let proposal = fair.submits(FAY, O);
    is(fair, "client O-1|2026-03-20 09:00|2026-03-25 18:00");
    fair.0.now = paris("2026-03-23 09:00");
    fair.must(ANNA, fair.selecting(proposal));
    is(fair, "winner Fay O-1|2026-03-23 09:00|2026-03-25 18:00");
}

/// A mission: weeks later it is still its coordinator's, not ours; what the client asks is ours again.
fn is_a_mission(fair: &mut Fair) {
    fair.must(FAY, fair.confirming(O));
    is(
        fair,
        "coordinator Fay O-1|2026-03-23 09:00|2026-03-25 18:00",
    );
    let session = Session {
        at: paris("2026-04-15 14:00"),
        place: "".into(),
        by: None,
        attended: None,
    };
    let planned = MissionCommand::AddSession {
        opportunity: O,
        session,
    };
    fair.must(FAY, BoardCommand::Mission(planned));
    let hers = "coordinator Fay O-1|2026-03-23 09:00|2026-04-15 14:00";
    is(fair, hers);
    at(fair, "2026-04-14 09:00", hers);
    relance(fair, SUBCONTRACTED);
    is(fair, "Ben |2026-04-14 09:00|2026-04-14 18:00");
    let called = Act::Attempt(Outcome::Called, "".into());
    fair.act(BEN, SUBCONTRACTED, called);
    is(fair, hers);
}

/// Delivered, it is nobody's, and stays so.
fn is_delivered(fair: &mut Fair) {
    fair.0.now = paris("2026-04-16 09:00");
    let delivered = MissionCommand::Deliver {
        opportunity: O,
        note: "One was enough.".into(),
    };
    fair.must(FAY, BoardCommand::Mission(delivered));
    is(fair, "nobody O-1|2026-04-16 09:00|never");
    at(
        fair,
        "2026-06-16 09:00",
        "nobody O-1|2026-04-16 09:00|never",
    );
}

#[test]
fn req_9_the_turn_follows_quotation_posting_and_mission_to_the_end() {
    let mut fair = claimed();
    waits_for_its_officer(&mut fair);
    let deadline = paris("2026-03-31 18:00");
    let mut steps = Steps(quoting(Q, SUBCONTRACTED, deadline).into_iter());
    is_quoted(&mut fair, &mut steps);
    is_asked_about_and_accepted(&mut fair, &mut steps);
    is_posted_and_proposed_for(&mut fair);
    is_a_mission(&mut fair);
    is_delivered(&mut fair);
    replays(&fair);
}

#[test]
fn req_9_what_ends_or_is_sent_back_is_ours_again() {
    let mut fair = claimed();
    let q = QuotationId(1);
    for command in quoting(q, SUBCONTRACTED, fair.later(240))
        .into_iter()
        .take(3)
    {
        quotes(&mut fair, BEN, command);
    }
    fair.0.now = paris("2026-03-16 09:00");
    let (from, to) = (Desk::Pricing, Desk::Brief);
    let reason = "for whom?".into();
    quotes(
        &mut fair,
        CLEA,
        QuotationCommand::Return {
            quotation: q,
            from,
            to,
            reason,
        },
    );
    assert_eq!(
        says(&fair, SUBCONTRACTED),
        "Ben Q-1|2026-03-16 09:00|2026-03-16 18:00"
    );
    // The officer may wait for the client with a brief, and gets it back.
    fair.act(BEN, SUBCONTRACTED, Act::ClientOwes(None));
    assert_eq!(fair.get(SUBCONTRACTED).step.by, By::Client);
    fair.0.must(Some(BEN), Command::Undo);
    assert_eq!(
        says(&fair, SUBCONTRACTED),
        "Ben Q-1|2026-03-16 09:00|2026-03-16 18:00"
    );
    let reason = "too dear".into();
    quotes(
        &mut fair,
        BEN,
        QuotationCommand::Drop {
            quotation: q,
            reason,
        },
    );
    assert_eq!(
        says(&fair, SUBCONTRACTED),
        "Ben Q-1|2026-03-16 09:00|2026-03-16 18:00"
    );
    // What left the board without a mission: ours, to be closed or posted anew.
    let mut fair = Fair::open();
    fair.act(BEN, INTRODUCED, Act::Claim);
    fair.0.now = paris("2026-03-12 09:00");
    let (why, refund) = (EndReason::SILENT, false);
    fair.must(
        BEN,
        BoardCommand::End {
            opportunity: INTRO,
            why,
            refund,
        },
    );
    assert_eq!(fair.get(INTRODUCED).step.by, By::Us(Some(BEN)));
    assert_eq!(shown(fair.get(INTRODUCED).step.due), "2026-03-12 18:00");
    fair.act(BEN, INTRODUCED, Act::SetGroup(Some(Group::Subcontracting)));
    replays(&fair);
}

#[test]
fn req_9_stores_of_before_get_the_same_answer_from_their_records() {
    // A program that let mails put things off wrote this turn.
    let mut fair = claimed();
    fair.0.now = paris("2026-03-12 09:00");
    relance(&mut fair, SUBCONTRACTED);
    let from = fair.get(SUBCONTRACTED).turn;
    let to = Turn {
        owes: Owes::House,
        due: Some(paris("2026-03-12 18:00")),
    };
    let (_, events) = fair.0.records.last_mut().expect("the mail");
    let change = Change::Turn { from, to };
    let request = SUBCONTRACTED;
    events.push(Event::Request(RequestEvent::Changed { request, change }));
    let state = fair.replayed();
    let again = state.request(SUBCONTRACTED).expect("it");
    assert_eq!(shown(again.step.due), "2026-03-11 10:00");
    assert!(again.is_overdue(fair.now));
}

#[test]
fn req_9_the_page_of_what_is_posted_says_the_same_as_the_inbox() {
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, INTRO);
    let same = |fair: &Fair| {
        let house = fair.state.house().expect("a house");
        let assignee = fair.get(INTRODUCED).assignee;
        let page = posted_step(&fair.state, house, fair.the(INTRO), assignee);
        assert_eq!(fair.get(INTRODUCED).step, page);
    };
    same(&fair);
    fair.must(BEN, fair.selecting(proposal));
    same(&fair);
    fair.must(FAY, fair.confirming(INTRO));
    same(&fair);
}

#[test]
fn req_7_the_relation_runs_while_the_deal_does_and_a_year_after_it() {
    let mut fair = Fair::new();
    let client = fair.get(SUBCONTRACTED).organisation;
    fair.profile(client, |p| p.country = Some(country("US")));
    let ask = |fair: &mut Fair| {
        let key = u128::from(fair.state.seq()) + 80_000;
        let again = mail(key, "office@nordique.fr", "N / more", "We are 30.");
        let id = fair.receive(again).expect("a request");
        (id, group::propose(&fair.state, fair.get(id)))
    };
    fair.act(BEN, SUBCONTRACTED, Act::SetGroup(None));
    let (before, why) = ask(&mut fair);
    assert_eq!(why, GroupReason::Abroad(country("US")));
    fair.act(
        BEN,
        SUBCONTRACTED,
        Act::SetGroup(Some(Group::Subcontracting)),
    );
    fair.0.now = paris("2026-03-12 09:00");
    let o = fair.accepted_and_posted(SUBCONTRACTED);
    let (during, why) = ask(&mut fair);
    assert_eq!(why, GroupReason::DealRuns(SUBCONTRACTED));
    // Two years later it still runs.
    fair.0.now = paris("2026-03-14 09:00");
    fair.runs(FAY, o);
    fair.0.now = paris("2028-03-14 09:00");
    assert_eq!(ask(&mut fair).1, GroupReason::DealRuns(SUBCONTRACTED));
    let note = "At last.".into();
    fair.must(
        FAY,
        BoardCommand::Mission(MissionCommand::Deliver {
            opportunity: o,
            note,
        }),
    );
    let until = fair.state.organisation(client).expect("one").relation_until;
    assert_eq!(shown(until), "2029-03-14 23:59");
    assert_eq!(ask(&mut fair).1, GroupReason::Relation(until.expect("set")));
    // What was received while it ran stays within, what came before it never was.
    let why = |fair: &Fair, id| group::propose(&fair.state, fair.get(id));
    assert!(matches!(why(&fair, during), GroupReason::Relation(_)));
    assert_eq!(why(&fair, before), GroupReason::Handled(SUBCONTRACTED));
    fair.0.now = paris("2029-03-15 00:00");
    assert_eq!(ask(&mut fair).1, GroupReason::Handled(SUBCONTRACTED));
    replays(&fair);
}
