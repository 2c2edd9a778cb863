//! REQ-11, REQ-6: nothing is taken back that something else stands on; the refusal says what it is. One table:
//! every event that can be undone, with all that may stand on it, each met once.

mod cases;

use crate::domain::opportunity::event::OfBoard;
use crate::domain::quotation::event::OfQuotation;
use std::collections::BTreeSet;

use cases::{Case, cases, merge, posted, quoted};

use super::bench::*;
use crate::domain::access::event::AccessEvent;
use crate::domain::command::{Act, Command};
use crate::domain::event::Event;
use crate::domain::firm::event::{FirmEvent, OfFirm};
use crate::domain::house::event::HouseEvent;
use crate::domain::ids::{OpportunityId, OrganisationId, QuotationId};
use crate::domain::lists::event::ListsEvent;
use crate::domain::opportunity::{BoardCommand, BoardEvent, EndReason, MissionCommand};
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::organisation::further::Further;
use crate::domain::person::event::PeopleEvent;
use crate::domain::quotation::QuotationEvent;
use crate::domain::refusal::Refusal;
use crate::domain::request::Group;
use crate::domain::request::change::Change;
use crate::domain::request::event::RequestEvent;
use crate::domain::undo::footing::Footing;
use crate::domain::undo::refusal::UndoRefusal;
use crate::domain::undo::table::{May, may_stand_on};

const POSTED: Footing = Footing::Posting(OpportunityId(1));

const QUOTED: Footing = Footing::Quotation(QuotationId(1));

/// The events that can be undone, by name; a new one does not compile until it is named. `None`: is never.
fn name(event: &Event) -> Option<&'static str> {
    Some(match event {
        Event::Request(RequestEvent::Changed { change, .. }) => of_change(change),
        Event::Request(RequestEvent::Noted { .. }) => "note",
        Event::Request(RequestEvent::Attempted { .. }) => "call",
        Event::Request(RequestEvent::Retracted { .. }) => "retraction",
        Event::Request(RequestEvent::Merged { .. }) => "merge",
        Event::Request(RequestEvent::Received { .. }) => "receipt",
        Event::Directory(DirectoryEvent::ProfileChanged { .. }) => "client",
        Event::Directory(DirectoryEvent::RelationSet { .. }) => "relation",
        Event::Lists(ListsEvent::Changed { .. }) => "lists",
        Event::House(HouseEvent::WordingChanged { .. }) => "wording",
        Event::House(HouseEvent::ReadingChanged { .. }) => "reading",
        Event::House(HouseEvent::LogoSet { .. }) => "logo",
        Event::People(PeopleEvent::Renamed { .. }) => "name",
        Event::Directory(DirectoryEvent::ContactChanged { .. }) => "contact",
        Event::Directory(DirectoryEvent::Further { event }) => match **event {
            Further::OrganisationsMerged { .. } => "clients",
            Further::ContactsMerged { .. } => "contacts",
            Further::ContactMoved { .. } => "move",
            Further::ToldApart { .. } => "pair",
        },
        Event::People(PeopleEvent::ProfileKept { .. }) => "profile",
        Event::Firm(OfFirm { event, .. }) => match &**event {
            FirmEvent::ProfileKept { .. } => "profile",
            FirmEvent::Named { .. } => "name of a firm",
            FirmEvent::Offered { .. }
            | FirmEvent::OfferWithdrawn { .. }
            | FirmEvent::Joined { .. }
            | FirmEvent::RightsChanged { .. }
            | FirmEvent::Left { .. }
            | FirmEvent::Chosen { .. }
            | FirmEvent::Credited { .. } => return None,
        },
        Event::People(PeopleEvent::Favoured { .. }) => "favourite",
        Event::People(PeopleEvent::ViewSaved { .. })
        | Event::People(PeopleEvent::ViewRemoved { .. }) => "view",
        Event::Board(OfBoard { event, .. }) => return of_board(event),
        Event::Quotation(OfQuotation { event, .. }) => return of_quotation(event),
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
        | Event::House(
            HouseEvent::TermsChanged { .. }
            | HouseEvent::TermsSettled { .. }
            | HouseEvent::Settled { .. }
            | HouseEvent::Recounted { .. },
        )
        | Event::House(HouseEvent::PricesChanged { .. })
        | Event::People(PeopleEvent::ContactLinked { .. })
        | Event::Credit(_)
        | Event::Escrow(_)
        | Event::Undone { .. }
        | Event::Redone { .. }
        | Event::Restated { .. } => return None,
    })
}

fn of_change(change: &Change) -> &'static str {
    match change {
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
    }
}

fn of_board(event: &BoardEvent) -> Option<&'static str> {
    Some(match event {
        BoardEvent::Team { .. } => "team",
        BoardEvent::Planned { .. } => "plan",
        BoardEvent::Ticked { .. } => "tick",
        BoardEvent::Attended { .. } => "attendance",
        BoardEvent::Posted(_)
        | BoardEvent::Amended { .. }
        | BoardEvent::Moved { .. }
        | BoardEvent::Offered { .. }
        | BoardEvent::Proposal { .. }
        | BoardEvent::Judged { .. }
        | BoardEvent::Encouraged { .. }
        | BoardEvent::Agreed { .. }
        | BoardEvent::Reported { .. }
        | BoardEvent::Revised { .. }
        | BoardEvent::Filed { .. }
        | BoardEvent::DraftDropped { .. }
        | BoardEvent::Advised { .. }
        | BoardEvent::Deal(_)
        | BoardEvent::Mission(_)
        | BoardEvent::Chosen { .. }
        | BoardEvent::Reasoned { .. } => return None,
    })
}

fn of_quotation(event: &QuotationEvent) -> Option<&'static str> {
    Some(match event {
        QuotationEvent::Briefed { .. } => "brief",
        QuotationEvent::Written { .. } => "version",
        QuotationEvent::Moved { .. } => "hand-over",
        QuotationEvent::Tagged { .. } => "quotation tag",
        QuotationEvent::Begun { .. }
        | QuotationEvent::Extended { .. }
        | QuotationEvent::Papered { .. } => return None,
    })
}

/// The events that something may stand on, each with what.
const TABLE: [(&str, &[May]); 17] = [
    ("attendance", &[May::Delivery]),
    ("brief", &[May::Desk]),
    ("client", &[May::Board, May::Quotation]),
    ("clients", &[May::Board, May::Quotation]),
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

/// What comes of taking back what Ben did last.
fn undo(fair: &Fair) -> Result<(), Refusal> {
    fair.decide(Some(BEN), &Command::Undo).map(drop)
}

fn kept_by(footing: Footing) -> Refusal {
    Refusal::Undo(UndoRefusal::StoodOn(footing))
}

#[test]
fn req_6_the_group_of_what_is_posted_is_neither_changed_nor_undone_alone() {
    let mut fair = Fair::new();
    let introduced = Act::SetGroup(Some(Group::ClientIntroduction));
    fair.act(BEN, UNDECIDED, introduced.clone());
    posted(&mut fair, UNDECIDED);
    let opportunity = OpportunityId(1);
    for group in [None, Some(Group::Subcontracting)] {
        let refused = fair.refused(ANNA, UNDECIDED, Act::SetGroup(group));
        assert_eq!(refused, kept_by(POSTED), "{group:?}");
    }
    assert_eq!(
        fair.refused(ANNA, UNDECIDED, introduced),
        Refusal::AlreadySo
    );
    assert_eq!(undo(&fair), Err(kept_by(POSTED)));
    holds_until_it_is_delivered(fair.clone(), opportunity);
    // The posting is ended first; then it may be.
    let (why, refund) = (EndReason::MISTAKE, false);
    fair.must(
        ANNA,
        BoardCommand::End {
            opportunity,
            why,
            refund,
        },
    );
    assert_eq!(undo(&fair), Ok(()));
    fair.act(ANNA, UNDECIDED, Act::SetGroup(Some(Group::Subcontracting)));
}

/// Selected, running and delivered it holds as well.
fn holds_until_it_is_delivered(mut fair: Fair, opportunity: OpportunityId) {
    let proposal = fair.submits(FAY, opportunity);
    fair.must(ANNA, fair.selecting(proposal));
    let selected = Footing::Selection(opportunity, proposal);
    assert_eq!(undo(&fair), Err(kept_by(selected)));
    fair.must(FAY, fair.confirming(opportunity));
    assert_eq!(undo(&fair), Err(kept_by(Footing::Mission(opportunity))));
    let note = "done".into();
    let delivered = MissionCommand::Deliver { opportunity, note };
    fair.must(FAY, BoardCommand::Mission(delivered));
    assert_eq!(undo(&fair), Err(kept_by(Footing::Delivery(opportunity))));
}

#[test]
fn req_6_no_group_is_redone_under_a_posting() {
    let mut fair = Fair::new();
    fair.act(BEN, UNDECIDED, Act::SetGroup(Some(Group::Subcontracting)));
    fair.0.must(Some(BEN), Command::Undo);
    posted(&mut fair, UNDECIDED);
    let redo = fair.decide(Some(BEN), &Command::Redo);
    assert_eq!(redo, Err(kept_by(POSTED)));
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
