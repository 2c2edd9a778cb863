//! REQ-11, REQ-6: nothing is taken back that something else stands on; the refusal says what it is. One table:
//! every event that can be undone, with all that may stand on it, each met once.

use std::collections::BTreeSet;

use super::bench::*;
use crate::domain::access::event::AccessEvent;
use crate::domain::command::{Act, Command};
use crate::domain::event::Event;
use crate::domain::house::event::HouseEvent;
use crate::domain::ids::{OpportunityId, OrganisationId, PersonId, QuotationId, RequestId};
use crate::domain::opportunity::mission::{Session, Task};
use crate::domain::opportunity::{self, Command as Board, Ending};
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::person::event::PeopleEvent;
use crate::domain::quotation::{self, Command as Quoting};
use crate::domain::refusal::Refusal;
use crate::domain::request::change::Change;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::{CloseReason, Group, Source, Wish};
use crate::domain::terms::MissionRole;
use crate::domain::undo::footing::{Footing, May, may_stand_on};
use crate::domain::undo::refusal::UndoRefusal;

const POSTED: Footing = Footing::Posting(OpportunityId(1));
const QUOTED: Footing = Footing::Quotation(QuotationId(1));

/// The events that can be undone, by name; a new one does not compile until it is named. `None`: is never.
fn name(event: &Event) -> Option<&'static str> {
    use opportunity::Event as O;
    use quotation::Event as Q;
    Some(match event {
        Event::Request(RequestEvent::Changed { change, .. }) => match change {
            Change::Assignee { .. } => "assignee",
            Change::Turn { .. } => "turn",
            Change::Stage { .. } => "stage",
            Change::Group { .. } => "group",
            Change::Status { .. } => "status",
            Change::Subject { .. } => "subject",
            Change::Deadline { .. } => "deadline",
            Change::Kind { .. } => "kind",
            Change::Organisation { .. } => "organisation",
            Change::Wish { .. } => "wish",
            Change::Tag { .. } => "tag",
            Change::Watch { .. } => "watch",
            Change::Finding { .. } => "finding",
            Change::Attempts { .. } => "attempts",
            Change::Related { .. } => "related",
            Change::Language { .. } => "language",
        },
        Event::Request(RequestEvent::Noted { .. }) => "note",
        Event::Request(RequestEvent::Attempted { .. }) => "call",
        Event::Request(RequestEvent::Retracted { .. }) => "retraction",
        Event::Request(RequestEvent::Merged { .. }) => "merge",
        Event::Request(RequestEvent::Received { .. }) => "receipt",
        Event::Directory(DirectoryEvent::ProfileChanged { .. }) => "client",
        Event::Directory(DirectoryEvent::RelationSet { .. }) => "relation",
        Event::People(PeopleEvent::Renamed { .. }) => "name",
        Event::Directory(DirectoryEvent::ContactChanged { .. }) => "contact",
        Event::People(PeopleEvent::ProfileKept { .. }) => "profile",
        Event::People(PeopleEvent::Favoured { .. }) => "favourite",
        Event::People(PeopleEvent::ViewSaved { .. })
        | Event::People(PeopleEvent::ViewRemoved { .. }) => "view",
        Event::Opportunity { event, .. } => match &**event {
            O::Team { .. } => "team",
            O::Planned { .. } => "plan",
            O::Ticked { .. } => "tick",
            O::Attended { .. } => "attendance",
            O::Posted(_)
            | O::Amended { .. }
            | O::Moved { .. }
            | O::Offered { .. }
            | O::Proposal { .. }
            | O::Judged { .. }
            | O::Encouraged { .. }
            | O::Agreed { .. }
            | O::Reported { .. }
            | O::Revised { .. }
            | O::Filed { .. }
            | O::DraftDropped { .. }
            | O::Advised { .. } => return None,
        },
        Event::Quotation { event, .. } => match &**event {
            Q::Briefed { .. } => "brief",
            Q::Written { .. } => "version",
            Q::Moved { .. } => "hand-over",
            Q::Tagged { .. } => "quotation tag",
            Q::Begun { .. } | Q::Extended { .. } | Q::Papered { .. } => return None,
        },
        Event::Request(RequestEvent::Joined { .. })
        | Event::House(HouseEvent::Changed { .. })
        | Event::House(HouseEvent::RoutingChanged { .. })
        | Event::People(PeopleEvent::Added { .. })
        | Event::People(PeopleEvent::RolesChanged { .. })
        | Event::People(PeopleEvent::ActiveChanged { .. })
        | Event::People(PeopleEvent::PreferencesChanged { .. })
        | Event::Directory(DirectoryEvent::OrganisationAdded { .. })
        | Event::Directory(DirectoryEvent::ContactAdded { .. })
        | Event::Access(AccessEvent::KeyAdded { .. })
        | Event::Access(AccessEvent::KeyNamed { .. })
        | Event::Access(AccessEvent::KeyRevoked { .. })
        | Event::Access(AccessEvent::Invited { .. })
        | Event::Access(AccessEvent::InvitationWithdrawn { .. })
        | Event::Access(AccessEvent::InvitationUsed { .. })
        | Event::House(HouseEvent::TermsChanged { .. })
        | Event::House(HouseEvent::PricesChanged { .. })
        | Event::People(PeopleEvent::ContactLinked { .. })
        | Event::Credit { .. }
        | Event::Undone { .. }
        | Event::Redone { .. }
        | Event::Restated { .. } => return None,
    })
}

/// The events that something may stand on, each with what.
const TABLE: [(&str, &[May]); 16] = [
    ("attendance", &[May::Delivery]),
    ("brief", &[May::Desk]),
    ("client", &[May::Board, May::Quotation]),
    ("deadline", &[May::Board, May::Quotation]),
    ("group", &[May::Board]),
    ("hand-over", &[May::Desk]),
    ("kind", &[May::Assignment, May::Quotation]),
    ("merge", &[May::Merge, May::Board, May::Quotation]),
    ("organisation", &[May::Board, May::Quotation]),
    ("plan", &[May::Sessions, May::Delivery]),
    (
        "receipt",
        &[May::Merge, May::Board, May::Quotation, May::Work],
    ),
    ("status", &[May::Board, May::Quotation, May::Work]),
    ("team", &[May::Sessions, May::Delivery]),
    ("tick", &[May::Delivery]),
    ("version", &[May::Desk]),
    ("wish", &[May::Board, May::Quotation]),
];

fn quotes(fair: &mut Fair, who: PersonId, command: Quoting) {
    let command = Command::Quotation(Box::new(command));
    fair.0.must(Some(who), command);
}

/// A first version of a quotation of the request, by Anna.
fn quoted(fair: &mut Fair, request: RequestId) {
    let deadline = fair.later(240);
    for command in quoting(QuotationId(1), request, deadline)
        .into_iter()
        .take(4)
    {
        quotes(fair, ANNA, command);
    }
}

/// The request stands on the board as an introduction, by Anna.
fn posted(fair: &mut Fair, request: RequestId) {
    if fair.get(request).group.is_none() {
        fair.act(
            ANNA,
            request,
            Act::SetGroup(Some(Group::ClientIntroduction)),
        );
    }
    let posting = fair.posting(request);
    fair.must(ANNA, posting);
}

fn form(fair: &mut Fair) -> RequestId {
    let mut form = mail(9_000, "ann@new.example", "N / x", "We are 9.");
    form.source = Source::Form;
    let key = form.key;
    fair.0.must(Some(BEN), Command::Receive(Box::new(form)));
    fair.state.request_of_message(key).expect("a request")
}

fn merge(from: RequestId, into: RequestId) -> Command {
    let from = vec![from];
    Command::Merge { from, into }
}

/// Somebody did something, and somebody else built on it.
struct Case {
    fair: Fair,
    who: PersonId,
    what: &'static str,
    by: May,
    stands: Footing,
}

/// What Ben did to a request, and what Anna then made of it.
fn after(
    what: &'static str,
    done: impl Fn(&mut Fair) -> RequestId,
    (by, stands): (May, Footing),
    then: impl Fn(&mut Fair, RequestId),
) -> Case {
    let mut fair = Fair::new();
    let id = done(&mut fair);
    then(&mut fair, id);
    let who = BEN;
    Case {
        fair,
        who,
        what,
        by,
        stands,
    }
}

fn on_requests() -> Vec<Case> {
    let act = |act: Act| {
        move |fair: &mut Fair| {
            fair.act(BEN, UNDECIDED, act.clone());
            UNDECIDED
        }
    };
    let wish = Act::SetWish(Box::new(Wish {
        participants: Some(9),
        ..Wish::default()
    }));
    let mut cases = Vec::new();
    for (what, done) in [
        ("organisation", Act::SetOrganisation(OrganisationId(1))),
        ("wish", wish),
        (
            "deadline",
            Act::SetDeadline(Some(paris("2026-03-20 18:00"))),
        ),
    ] {
        cases.push(after(what, act(done.clone()), (May::Board, POSTED), posted));
        cases.push(after(what, act(done), (May::Quotation, QUOTED), quoted));
    }
    let introduced = act(Act::SetGroup(Some(Group::ClientIntroduction)));
    cases.push(after("group", introduced, (May::Board, POSTED), posted));
    let assigned = (May::Assignment, Footing::Assignment(UNDECIDED));
    cases.push(after(
        "kind",
        act(Act::SetKind(Some(R1))),
        assigned,
        |fair, id| {
            fair.act(ANNA, id, Act::Route);
        },
    ));
    cases.push(after(
        "kind",
        act(Act::SetKind(Some(R1))),
        (May::Quotation, QUOTED),
        quoted,
    ));
    let reopened = |fair: &mut Fair| {
        fair.act(BEN, UNDECIDED, Act::Close(CloseReason::Answered, "".into()));
        fair.act(BEN, UNDECIDED, Act::Reopen);
        UNDECIDED
    };
    cases.push(after("status", reopened, (May::Board, POSTED), posted));
    cases.push(after("status", reopened, (May::Quotation, QUOTED), quoted));
    let brought_back = |fair: &mut Fair| {
        let id = form(fair);
        fair.0.must(Some(BEN), Command::Undo);
        fair.0.must(Some(BEN), Command::Redo);
        id
    };
    let work = Footing::Work(RequestId(4));
    let tagged = |fair: &mut Fair, id| drop(fair.act(CLEA, id, Act::Tag("x".into(), true)));
    cases.push(after("status", brought_back, (May::Work, work), tagged));
    cases.push(after("receipt", form, (May::Work, work), tagged));
    cases.push(after("receipt", form, (May::Board, POSTED), posted));
    cases.push(after("receipt", form, (May::Quotation, QUOTED), quoted));
    let into_it = (May::Merge, Footing::Merge(UNDECIDED));
    cases.push(after("receipt", form, into_it, |fair, id| {
        fair.0.must(Some(CLEA), merge(UNDECIDED, id));
    }));
    let merged = |fair: &mut Fair| {
        fair.0.must(Some(BEN), merge(UNDECIDED, INTRODUCED));
        INTRODUCED
    };
    cases.push(after("merge", merged, (May::Board, POSTED), posted));
    cases.push(after("merge", merged, (May::Quotation, QUOTED), quoted));
    let went_on = (May::Merge, Footing::Merge(INTRODUCED));
    cases.push(after("merge", merged, went_on, |fair, id| {
        fair.0.must(Some(CLEA), merge(id, SUBCONTRACTED));
    }));
    let client = |fair: &mut Fair| {
        let client = fair.get(UNDECIDED).organisation;
        let mut profile = fair
            .state
            .organisation(client)
            .expect("one")
            .profile
            .clone();
        profile.name = "Later Ltd".into();
        let command = Command::ChangeOrganisation {
            organisation: client,
            profile: Box::new(profile),
        };
        fair.0.must(Some(BEN), command);
        UNDECIDED
    };
    cases.push(after("client", client, (May::Board, POSTED), posted));
    cases.push(after("client", client, (May::Quotation, QUOTED), quoted));
    cases
}

fn on_missions() -> Vec<Case> {
    let team = |role| Board::Team {
        opportunity: INTRO,
        person: GIL,
        role,
    };
    let tick = Board::Tick {
        opportunity: INTRO,
        task: Task::Room,
        done: true,
    };
    let session = |at| Session {
        at,
        place: "".into(),
        by: Some(GIL),
        attended: None,
    };
    let plan = |at| Board::AddSession {
        opportunity: INTRO,
        session: session(at),
    };
    let helps = team(Some(MissionRole::Facilitator));
    let delivered = Footing::Delivery(INTRO);
    let deliver = || Board::Deliver {
        opportunity: INTRO,
        note: "done".into(),
    };
    let mut running = Fair::open();
    running.runs(FAY, INTRO);
    let (past, to_come) = (running.later(-24), running.later(24));
    let attend = Board::Attend {
        opportunity: INTRO,
        session: 0,
        at: past,
        was: None,
        attended: 9,
    };
    let case = |what, before: &[Board], done: &Board, by, stands, then: Board| {
        let mut fair = running.clone();
        for command in before {
            fair.must(BEN, command.clone());
        }
        fair.must(FAY, done.clone());
        fair.must(BEN, then);
        let who = FAY;
        Case {
            fair,
            who,
            what,
            by,
            stands,
        }
    };
    let held = Footing::Session(INTRO, to_come);
    let was = Footing::Session(INTRO, past);
    let with_gil = [helps.clone()];
    let planned = [helps.clone(), plan(past)];
    vec![
        case("team", &[], &helps, May::Sessions, held, plan(to_come)),
        case("team", &[], &helps, May::Delivery, delivered, deliver()),
        case(
            "plan",
            &with_gil,
            &plan(past),
            May::Sessions,
            was,
            attend.clone(),
        ),
        case(
            "plan",
            &with_gil,
            &plan(past),
            May::Delivery,
            delivered,
            deliver(),
        ),
        case("tick", &[], &tick, May::Delivery, delivered, deliver()),
        case(
            "attendance",
            &planned,
            &attend,
            May::Delivery,
            delivered,
            deliver(),
        ),
    ]
}

fn on_quotations() -> Vec<Case> {
    let q = QuotationId(1);
    let case = |what, n: usize, who, stands, then: &dyn Fn(&mut Fair, &[Quoting])| {
        let mut fair = Fair::new();
        let all = quoting(q, SUBCONTRACTED, fair.later(240));
        for (at, command) in all.iter().take(n).enumerate() {
            let by = if at + 1 == n { who } else { ANNA };
            quotes(&mut fair, by, command.clone());
        }
        then(&mut fair, all.get(n..).unwrap_or_default());
        let by = May::Desk;
        Case {
            fair,
            who,
            what,
            by,
            stands,
        }
    };
    let next = |fair: &mut Fair, rest: &[Quoting]| quotes(fair, ANNA, rest[0].clone());
    let again = |fair: &mut Fair, _: &[Quoting]| {
        let mut anew = quoting(q, SUBCONTRACTED, fair.later(240)).swap_remove(3);
        if let Quoting::Price { seen, lines, .. } = &mut anew {
            *seen = 1;
            lines[0].quantity += 1;
        }
        quotes(fair, ANNA, anew);
    };
    vec![
        case("brief", 2, BEN, Footing::Desk(q), &next),
        case("version", 4, CLEA, Footing::Desk(q), &next),
        case("version", 4, CLEA, Footing::Version(q, 2), &again),
        case("hand-over", 5, CLEA, Footing::Version(q, 2), &next),
        case("hand-over", 3, BEN, Footing::Desk(q), &|fair, rest| {
            quotes(fair, ANNA, rest[0].clone());
            quotes(fair, ANNA, rest[1].clone());
        }),
    ]
}

fn cases() -> Vec<Case> {
    let mut cases = on_requests();
    cases.extend(on_missions());
    cases.extend(on_quotations());
    cases
}

/// Every [`UndoRefusal::StoodOn`], met.
pub(in crate::domain::tests) fn stood_on() -> Vec<Refusal> {
    let undone = cases().into_iter();
    let undone = undone.filter_map(|case| case.fair.decide(Some(case.who), &Command::Undo).err());
    let mut met: Vec<Refusal> = undone.collect();
    let mut fair = Fair::open();
    let regroup = Act::SetGroup(None);
    let proposal = fair.submits(FAY, INTRO);
    fair.must(BEN, fair.selecting(proposal));
    met.push(fair.refused(BEN, INTRODUCED, regroup.clone()));
    fair.must(FAY, fair.confirming(INTRO));
    met.push(fair.refused(BEN, INTRODUCED, regroup));
    met.push(fair.refused(BEN, SUBCONTRACTED, Act::ClientOwes(None)));
    met
}

#[test]
fn req_11_nothing_is_taken_back_that_something_stands_on() {
    let mut met: BTreeSet<(&str, May)> = BTreeSet::new();
    for Case {
        mut fair,
        who,
        what,
        by,
        stands,
    } in cases()
    {
        let before = fair.state.clone();
        let refused = fair.0.run(Some(who), Command::Undo);
        assert_eq!(
            refused,
            Err(Refusal::Undo(UndoRefusal::StoodOn(stands))),
            "{what} under {by:?}"
        );
        assert_eq!(fair.state, before, "{what}: nothing changed");
        let undoes = fair.state.stacks(who).and_then(|stacks| stacks.next_undo());
        let record = fair
            .records
            .iter()
            .find(|(meta, _)| Some(meta.seq) == undoes);
        let (_, events) = record.expect("the record");
        let of = events.iter().filter(|event| name(event) == Some(what));
        assert!(
            of.into_iter()
                .any(|event| may_stand_on(event).contains(&by)),
            "{what}"
        );
        met.insert((what, by));
    }
    let lines = TABLE.iter();
    let table: BTreeSet<(&str, May)> = lines
        .flat_map(|(what, may)| may.iter().map(|by| (*what, *by)))
        .collect();
    assert_eq!(met, table);
}

#[test]
fn req_11_the_table_has_a_line_for_every_event_that_can_be_undone() {
    let lines: std::collections::BTreeMap<&str, &[May]> = TABLE.into_iter().collect();
    let mut seen = 0;
    for Case { fair, .. } in cases() {
        for (meta, events) in &fair.records {
            for event in events {
                let undoable = event.inverse(meta.seq).is_some();
                assert!(!undoable || name(event).is_some(), "{event:?}");
                let line = name(event).and_then(|name| lines.get(name));
                let may = line.copied().unwrap_or_default();
                assert_eq!(may_stand_on(event), may, "{event:?}");
                seen += usize::from(undoable);
            }
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn req_6_the_group_of_what_is_posted_is_neither_changed_nor_undone_alone() {
    let mut fair = Fair::new();
    fair.act(
        BEN,
        UNDECIDED,
        Act::SetGroup(Some(Group::ClientIntroduction)),
    );
    posted(&mut fair, UNDECIDED);
    let o = OpportunityId(1);
    for group in [None, Some(Group::Subcontracting)] {
        let refused = fair.refused(ANNA, UNDECIDED, Act::SetGroup(group));
        assert_eq!(
            refused,
            Refusal::Undo(UndoRefusal::StoodOn(POSTED)),
            "{group:?}"
        );
    }
    let same = Act::SetGroup(Some(Group::ClientIntroduction));
    assert_eq!(fair.refused(ANNA, UNDECIDED, same), Refusal::AlreadySo);
    let undo = |fair: &Fair| fair.decide(Some(BEN), &Command::Undo).map(drop);
    assert_eq!(
        undo(&fair),
        Err(Refusal::Undo(UndoRefusal::StoodOn(POSTED)))
    );
    // Selected, running and delivered it holds as well.
    let mut later = fair.clone();
    let proposal = later.submits(FAY, o);
    later.must(ANNA, later.selecting(proposal));
    assert_eq!(
        undo(&later),
        Err(Refusal::Undo(UndoRefusal::StoodOn(Footing::Selection(
            o, proposal
        ))))
    );
    later.must(FAY, later.confirming(o));
    assert_eq!(
        undo(&later),
        Err(Refusal::Undo(UndoRefusal::StoodOn(Footing::Mission(o))))
    );
    let note = "done".into();
    later.must(
        FAY,
        Board::Deliver {
            opportunity: o,
            note,
        },
    );
    assert_eq!(
        undo(&later),
        Err(Refusal::Undo(UndoRefusal::StoodOn(Footing::Delivery(o))))
    );
    // The posting is ended first; then it may be.
    let (why, refund) = (Ending::Mistake, false);
    fair.must(
        ANNA,
        Board::End {
            opportunity: o,
            why,
            refund,
        },
    );
    assert_eq!(undo(&fair), Ok(()));
    fair.act(ANNA, UNDECIDED, Act::SetGroup(Some(Group::Subcontracting)));
    // Nothing is redone under a posting either.
    let mut fair = Fair::new();
    fair.act(BEN, UNDECIDED, Act::SetGroup(Some(Group::Subcontracting)));
    fair.0.must(Some(BEN), Command::Undo);
    posted(&mut fair, UNDECIDED);
    let redo = fair.decide(Some(BEN), &Command::Redo);
    assert_eq!(redo, Err(Refusal::Undo(UndoRefusal::StoodOn(POSTED))));
}

#[test]
fn req_8_a_request_that_goes_on_elsewhere_is_not_merged_away_or_given_to_another() {
    let mut fair = Fair::new();
    quoted(&mut fair, UNDECIDED);
    let merged = fair.decide(Some(BEN), &merge(UNDECIDED, INTRODUCED));
    assert_eq!(merged, Err(Refusal::Undo(UndoRefusal::StoodOn(QUOTED))));
    // While nothing is before the client, whose request it is may be put right.
    fair.act(BEN, UNDECIDED, Act::SetOrganisation(OrganisationId(1)));
    let mut fair = Fair::new();
    fair.accepts(SUBCONTRACTED);
    let given = fair.refused(BEN, SUBCONTRACTED, Act::SetOrganisation(OrganisationId(1)));
    assert_eq!(given, Refusal::Undo(UndoRefusal::StoodOn(QUOTED)));
}
