//! REQ-9: once there is a quotation, a posting or a mission the next step follows it: by whom, since when, by
//! when. One answer for list, case and counts.

use super::bench::*;
use crate::domain::command::{Act, Command};
use crate::domain::event::Event;
use crate::domain::ids::{OpportunityId, PersonId, QuotationId, RequestId};
use crate::domain::opportunity::mission::Session;
use crate::domain::opportunity::{BoardCommand, Ending, MissionCommand};
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

#[test]
fn req_9_the_turn_follows_quotation_posting_and_mission_to_the_end() {
    let (id, q) = (SUBCONTRACTED, QuotationId(1));
    let mut fair = claimed();
    assert_eq!(says(&fair, id), "Ben |2026-03-10 10:00|2026-03-11 10:00");
    fair.0.now = paris("2026-03-12 09:00");
    assert_eq!(says(&fair, id), "Ben |2026-03-10 10:00|2026-03-11 10:00 !");
    relance(&mut fair, id);
    assert_eq!(says(&fair, id), "Ben |2026-03-10 10:00|2026-03-11 10:00 !");
    // R1: the officer's brief, pricing, the assistant, the officer, the client.
    let deadline = paris("2026-03-31 18:00");
    let mut steps = quoting(q, id, deadline).into_iter();
    let mut next = |fair: &mut Fair, who, n| {
        for command in steps.by_ref().take(n) {
            quotes(fair, who, command);
        }
    };
    next(&mut fair, BEN, 2);
    assert_eq!(says(&fair, id), "Ben Q-1|2026-03-12 09:00|2026-03-12 18:00");
    next(&mut fair, BEN, 1);
    assert_eq!(
        says(&fair, id),
        "Clea Q-1|2026-03-12 09:00|2026-03-12 18:00"
    );
    fair.0.now = paris("2026-03-16 09:00");
    assert_eq!(
        says(&fair, id),
        "Clea Q-1|2026-03-12 09:00|2026-03-12 18:00 !"
    );
    // What stands at another's desk is not given to the client by saying so.
    let follows = Refusal::Request(RequestRefusal::TurnFollows(Followed::Quotation(q)));
    assert_eq!(fair.refused(BEN, id, Act::ClientOwes(None)), follows);
    relance(&mut fair, id);
    assert_eq!(
        says(&fair, id),
        "Clea Q-1|2026-03-12 09:00|2026-03-12 18:00 !"
    );
    next(&mut fair, CLEA, 2);
    assert_eq!(says(&fair, id), "Dan Q-1|2026-03-16 09:00|2026-03-16 18:00");
    next(&mut fair, DAN, 2);
    assert_eq!(says(&fair, id), "Ben Q-1|2026-03-16 09:00|2026-03-16 18:00");
    next(&mut fair, BEN, 1);
    assert_eq!(
        says(&fair, id),
        "client Q-1|2026-03-16 09:00|2026-03-18 18:00"
    );
    // The client asks something: ours, until it is answered.
    fair.0.now = paris("2026-03-17 09:00");
    relance(&mut fair, id);
    assert_eq!(says(&fair, id), "Ben |2026-03-17 09:00|2026-03-17 18:00");
    fair.act(BEN, id, Act::ClientOwes(Some(paris("2026-03-20 12:00"))));
    assert_eq!(says(&fair, id), "client |2026-03-17 09:00|2026-03-20 12:00");
    next(&mut fair, BEN, 1);
    assert_eq!(says(&fair, id), "Ben Q-1|2026-03-17 09:00|2026-03-17 18:00");
    // Posted: the facilitators' until the deadline, the client's once there is a proposal.
    fair.0.now = paris("2026-03-18 09:00");
    assert_eq!(
        says(&fair, id),
        "Ben Q-1|2026-03-17 09:00|2026-03-17 18:00 !"
    );
    let posting = fair.posting_from(id, q);
    fair.must(ANNA, posting);
    let o = OpportunityId(1);
    assert_eq!(
        says(&fair, id),
        "proposers O-1|2026-03-18 09:00|2026-03-22 09:00"
    );
    fair.0.now = paris("2026-03-23 10:00");
    assert_eq!(
        says(&fair, id),
        "Ben O-1|2026-03-22 09:00|2026-03-23 18:00",
        "nobody proposed"
    );
    fair.0.now = paris("2026-03-24 10:00");
    assert_eq!(
        says(&fair, id),
        "Ben O-1|2026-03-22 09:00|2026-03-23 18:00 !"
    );
    fair.0.now = paris("2026-03-20 09:00");
    let proposal = fair.submits(FAY, o);
    assert_eq!(
        says(&fair, id),
        "client O-1|2026-03-20 09:00|2026-03-25 18:00"
    );
    fair.0.now = paris("2026-03-23 09:00");
    fair.must(ANNA, fair.selecting(proposal));
    assert_eq!(
        says(&fair, id),
        "winner Fay O-1|2026-03-23 09:00|2026-03-25 18:00"
    );
    fair.must(FAY, fair.confirming(o));
    assert_eq!(
        says(&fair, id),
        "coordinator Fay O-1|2026-03-23 09:00|2026-03-25 18:00"
    );
    let session = Session {
        at: paris("2026-04-15 14:00"),
        place: "".into(),
        by: None,
        attended: None,
    };
    fair.must(
        FAY,
        BoardCommand::Mission(MissionCommand::AddSession {
            opportunity: o,
            session,
        }),
    );
    assert_eq!(
        says(&fair, id),
        "coordinator Fay O-1|2026-03-23 09:00|2026-04-15 14:00"
    );
    // Weeks later it is still hers, not ours; what the client asks is ours again.
    fair.0.now = paris("2026-04-14 09:00");
    assert_eq!(
        says(&fair, id),
        "coordinator Fay O-1|2026-03-23 09:00|2026-04-15 14:00"
    );
    relance(&mut fair, id);
    assert_eq!(says(&fair, id), "Ben |2026-04-14 09:00|2026-04-14 18:00");
    fair.act(BEN, id, Act::Attempt(Outcome::Called, "".into()));
    assert_eq!(
        says(&fair, id),
        "coordinator Fay O-1|2026-03-23 09:00|2026-04-15 14:00"
    );
    fair.0.now = paris("2026-04-16 09:00");
    let note = "One was enough.".into();
    fair.must(
        FAY,
        BoardCommand::Mission(MissionCommand::Deliver {
            opportunity: o,
            note,
        }),
    );
    assert_eq!(says(&fair, id), "nobody O-1|2026-04-16 09:00|never");
    fair.0.now = paris("2026-06-16 09:00");
    assert_eq!(says(&fair, id), "nobody O-1|2026-04-16 09:00|never");
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
    let (why, refund) = (Ending::Silent, false);
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
