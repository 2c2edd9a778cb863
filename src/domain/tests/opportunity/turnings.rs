//! REQ-9, REQ-11: whose turn it is after unlikely orders of events, and what may be taken back then.

use super::bench::*;
use crate::domain::command::{Act, Command, SplitPart};
use crate::domain::ids::{ContactId, RequestId};
use crate::domain::opportunity::{BoardCommand, MissionCommand};
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::refusal::Refusal;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::event::Outcome;
use crate::domain::request::rules::group::propose;
use crate::domain::request::{By, Group, GroupReason, Status};
use crate::domain::undo::footing::Footing;
use crate::domain::undo::refusal::UndoRefusal;

/// The client of a request writes again.
fn relance(fair: &mut Fair, id: RequestId) {
    let parent = fair.get(id).messages[0];
    let contact = fair.state.contact(fair.get(id).contact).expect("somebody");
    let key = u128::from(fair.state.seq()) + 70_000;
    let mut again = mail(key, &contact.email.clone(), "Re", "je relance");
    again.parents = vec![parent];
    assert_eq!(fair.receive(again), Ok(id));
}

/// A mail that came on a Friday evening, posted as an introduction at once.
fn posted_in_the_evening() -> (Fair, RequestId) {
    let mut fair = Fair::new();
    fair.0.now = paris("2026-03-13 19:00");
    let id = fair.request("paul@client.example", "CLIENT / x", "text");
    fair.act(BEN, id, Act::Claim);
    fair.act(BEN, id, Act::SetGroup(Some(Group::ClientIntroduction)));
    fair.0.now = paris("2026-03-13 19:30");
    let posting = fair.posting(id);
    fair.must(BEN, posting);
    assert!(matches!(fair.get(id).step.by, By::Proposers { .. }));
    (fair, id)
}

#[test]
fn req_9_a_client_who_writes_again_before_the_office_opens_is_answered_by_us() {
    let (mut fair, id) = posted_in_the_evening();
    fair.0.now = paris("2026-03-14 11:00");
    relance(&mut fair, id);
    let step = fair.get(id).step;
    assert_eq!(step.by, By::Us(Some(BEN)));
    assert_eq!(step.since, fair.now);
    assert_eq!(shown(step.due), "2026-03-16 18:00");
    replays(&fair);
}

#[test]
fn req_9_a_client_who_was_answered_and_writes_again_before_the_office_opens_is_answered_by_us() {
    let (mut fair, id) = posted_in_the_evening();
    fair.act(BEN, id, Act::Attempt(Outcome::Called, "".into()));
    fair.0.now = paris("2026-03-15 11:00");
    relance(&mut fair, id);
    let step = fair.get(id).step;
    assert_eq!((step.by, step.since), (By::Us(Some(BEN)), fair.now));
    replays(&fair);
}

#[test]
fn req_9_what_is_said_to_be_ours_before_the_office_opens_is_ours_and_taken_back_is_not() {
    let (mut fair, id) = posted_in_the_evening();
    fair.0.now = paris("2026-03-14 11:00");
    let before = fair.get(id).step;
    fair.act(BEN, id, Act::HouseOwes(None));
    assert_eq!(fair.get(id).step.by, By::Us(Some(BEN)));
    for _ in 0..2 {
        fair.0.must(Some(BEN), Command::Undo);
        assert_eq!(fair.get(id).step.by, before.by);
        fair.0.must(Some(BEN), Command::Redo);
        assert_eq!(fair.get(id).step.by, By::Us(Some(BEN)));
    }
    replays(&fair);
}

#[test]
fn req_9_a_question_stays_ours_while_facilitators_go_on() {
    let mut fair = Fair::open();
    fair.act(BEN, INTRODUCED, Act::Claim);
    let proposal = fair.submits(FAY, INTRO);
    fair.must(BEN, fair.selecting(proposal));
    fair.0.now = paris("2026-03-12 09:00");
    relance(&mut fair, INTRODUCED);
    let asked = fair.get(INTRODUCED).step;
    assert_eq!(asked.by, By::Us(Some(BEN)));
    fair.must(FAY, fair.confirming(INTRO));
    assert_eq!(fair.get(INTRODUCED).step, asked, "confirmed, unanswered");
    let (opportunity, note) = (INTRO, "Done.".into());
    fair.must(
        FAY,
        BoardCommand::Mission(MissionCommand::Deliver { opportunity, note }),
    );
    assert_eq!(fair.get(INTRODUCED).step, asked, "delivered, unanswered");
    fair.act(BEN, INTRODUCED, Act::ClientOwes(None));
    assert_eq!(fair.get(INTRODUCED).step.by, By::Nobody);
    replays(&fair);
}

#[test]
fn req_9_what_is_owed_on_a_request_is_owed_on_what_it_goes_into() {
    for asleep in [false, true] {
        let mut bench = Bench::new();
        let first = bench.any_request();
        bench.act(BEN, first, Act::ClientOwes(None));
        if asleep {
            bench.act(BEN, first, Act::Snooze(paris("2026-04-01 09:00")));
        }
        bench.now = paris("2026-03-12 09:00");
        let again = bench.any_request();
        bench.now = paris("2026-03-12 12:00");
        let before = bench.get(first).status;
        let (from, into) = (vec![again], first);
        bench.must(
            Some(BEN),
            Command::Request(RequestCommand::Merge { from, into }),
        );
        let merged = bench.get(first);
        assert_eq!(merged.status, Status::Open);
        assert_eq!(merged.step.by, By::Us(None));
        assert_eq!(shown(merged.step.due), "2026-03-12 18:00");
        bench.must(Some(BEN), Command::Undo);
        assert_eq!(bench.get(first).step.by, By::Client);
        assert_eq!(bench.get(first).status, before);
        assert_eq!(bench.state, bench.replayed());
    }
}

#[test]
fn req_9_a_question_that_goes_into_what_is_posted_is_ours() {
    let (mut fair, id) = posted_in_the_evening();
    let again = fair.request("paul@client.example", "CLIENT / y", "text");
    assert_eq!(fair.get(again).turn, fair.get(id).turn, "due as the first");
    let (from, into) = (vec![again], id);
    fair.0.must(
        Some(BEN),
        Command::Request(RequestCommand::Merge { from, into }),
    );
    assert_eq!(fair.get(id).step.by, By::Us(Some(BEN)));
    fair.0.must(Some(BEN), Command::Undo);
    assert!(matches!(fair.get(id).step.by, By::Proposers { .. }));
    // What waits for the client brings nothing with it.
    fair.act(BEN, again, Act::ClientOwes(None));
    let (from, into) = (vec![again], id);
    fair.0.must(
        Some(BEN),
        Command::Request(RequestCommand::Merge { from, into }),
    );
    assert!(matches!(fair.get(id).step.by, By::Proposers { .. }));
    replays(&fair);
}

/// A split of a request in two.
fn split(request: RequestId) -> Command {
    let part = |n: u32| SplitPart {
        subject: format!("PART / {n}").into(),
        body: "text".into(),
    };
    let parts = vec![part(0), part(1)];
    Command::Request(RequestCommand::Split { request, parts })
}

#[test]
fn req_9_a_part_of_what_runs_elsewhere_is_not_late_from_the_start() {
    let mut fair = Fair::open();
    fair.0.now = paris("2026-03-13 09:00");
    fair.0.must(Some(BEN), split(INTRODUCED));
    let made = fair.state.requests().iter().last().expect("a part");
    assert_eq!(shown(made.step.due), "2026-03-13 18:00");
    replays(&fair);
}

#[test]
fn req_9_a_posting_that_loses_its_last_proposal_late_is_ours_from_then_on() {
    let late = |fair: &Fair| {
        let request = fair.get(INTRODUCED);
        let step = request.step.at(fair.now);
        assert_eq!(step.by, By::Us(Some(BEN)));
        assert_eq!(shown(Some(step.since)), "2026-03-30 09:00");
        assert_eq!(shown(step.due), "2026-03-30 18:00");
        assert!(!request.is_overdue(fair.now));
        replays(fair);
    };
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, INTRO);
    fair.must(BEN, fair.selecting(proposal));
    fair.0.now = paris("2026-03-30 09:00");
    let (opportunity, reason) = (INTRO, "no time".into());
    let declined = BoardCommand::Decline {
        opportunity,
        reason,
    };
    fair.must(FAY, declined);
    late(&fair);
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, INTRO);
    fair.0.now = paris("2026-03-30 09:00");
    let reason = "no time".into();
    fair.must(FAY, BoardCommand::Withdraw { proposal, reason });
    late(&fair);
}

#[test]
fn req_11_a_part_is_not_taken_back_under_a_colleagues_note() {
    let mut bench = Bench::new();
    let request = bench.any_request();
    bench.must(Some(BEN), split(request));
    let note = Act::Note("they want blue ones".into());
    bench.act(CLEA, RequestId(2), note);
    let stands = Refusal::Undo(UndoRefusal::StoodOn(Footing::Work(RequestId(2))));
    let undone = bench.decide(Some(BEN), &Command::Undo);
    assert_eq!(undone.err(), Some(stands));
    bench.must(Some(CLEA), Command::Undo);
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(bench.get(RequestId(2)).status, Status::Void);
}

#[test]
fn ppl_9_an_address_that_another_contact_has_by_now_is_not_given_back() {
    let mut bench = Bench::new();
    bench.request("paul@client.example", "CLIENT / one", "text");
    let email = "p.roux@client.example".into();
    let entry = ContactEntry {
        email,
        ..ContactEntry::default()
    };
    let (contact, entry) = (ContactId(1), Box::new(entry));
    bench.must(
        Some(BEN),
        Command::Directory(DirectoryCommand::EditContact { contact, entry }),
    );
    bench.request("paul@client.example", "CLIENT / two", "text");
    let other = bench.state.contact_of_email("paul@client.example");
    assert_eq!(other, Some(ContactId(2)));
    let undone = bench.decide(Some(BEN), &Command::Undo);
    let taken = undone.err().map(|refusal| refusal.key());
    assert_eq!(taken, Some("address-taken"));
}

#[test]
fn req_7_a_second_deal_on_the_same_request_runs_after_the_first_was_delivered() {
    let mut fair = Fair::new();
    let client = fair.get(SUBCONTRACTED).organisation;
    fair.profile(client, |p| p.country = Some(country("US")));
    let ask = |fair: &mut Fair, at| {
        fair.0.now = paris(at);
        let key = u128::from(fair.state.seq()) + 80_000;
        let again = mail(key, "office@nordique.fr", "N / more", "We are 30.");
        fair.receive(again).expect("a request")
    };
    let why = |fair: &Fair, id| propose(&fair.state, fair.get(id));
    let opportunity = fair.accepted_and_posted(SUBCONTRACTED);
    fair.runs(FAY, opportunity);
    let during = ask(&mut fair, "2026-03-16 09:00");
    let note = "Done.".into();
    fair.must(
        FAY,
        BoardCommand::Mission(MissionCommand::Deliver { opportunity, note }),
    );
    let until = fair.state.organisation(client).expect("one").relation_until;
    let kept = GroupReason::Relation(until.expect("kept"));
    assert_eq!(why(&fair, during), kept);
    fair.0.now = paris("2026-03-20 09:00");
    let second = fair.accepts(SUBCONTRACTED);
    let runs = GroupReason::DealRuns(SUBCONTRACTED);
    assert_eq!(why(&fair, during), runs, "the first deal had begun by then");
    let posting = fair.posting_from(SUBCONTRACTED, second);
    fair.must(ANNA, posting);
    let later = ask(&mut fair, "2028-03-20 09:00");
    assert_eq!(why(&fair, later), runs);
    replays(&fair);
}
