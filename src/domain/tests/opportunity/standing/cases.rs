//! Every event that can be undone, with each thing that may stand on it, as a house in which Ben did the one and
//! Anna the other. Builds the cases; what is refused and why is held beside it.

use super::super::bench::*;
use super::{POSTED, QUOTED};
use crate::domain::Millis;
use crate::domain::command::{Act, Command};
use crate::domain::ids::{OrganisationId, PersonId, QuotationId, RequestId};
use crate::domain::opportunity::mission::{Session, Task};
use crate::domain::opportunity::{BoardCommand, MissionCommand};
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::quotation::QuotationCommand;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::{CloseReason, Group, Source, Wish};
use crate::domain::trade::MissionRole;
use crate::domain::undo::footing::Footing;
use crate::domain::undo::table::May;

fn quotes(fair: &mut Fair, who: PersonId, command: QuotationCommand) {
    let command = Command::Quotation(Box::new(command));
    fair.0.must(Some(who), command);
}

/// A first version of a quotation of the request, by Anna.
pub(super) fn quoted(fair: &mut Fair, request: RequestId) {
    let deadline = fair.later(240);
    for command in quoting(QuotationId(1), request, deadline)
        .into_iter()
        .take(4)
    {
        quotes(fair, ANNA, command);
    }
}

/// The request stands on the board as an introduction, by Anna.
pub(super) fn posted(fair: &mut Fair, request: RequestId) {
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
    fair.0.must(
        Some(BEN),
        Command::Request(RequestCommand::Receive(Box::new(form))),
    );
    fair.state.request_of_message(key).expect("a request")
}

pub(super) fn merge(from: RequestId, into: RequestId) -> Command {
    let from = vec![from];
    Command::Request(RequestCommand::Merge { from, into })
}

/// Somebody did something, and somebody else built on it.
pub(super) struct Case {
    pub(super) fair: Fair,
    pub(super) who: PersonId,
    pub(super) what: &'static str,
    pub(super) by: May,
    pub(super) stands: Footing,
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

/// The same, with a posting standing on it, and with a quotation.
fn after_both(what: &'static str, done: impl Fn(&mut Fair) -> RequestId) -> [Case; 2] {
    [
        after(what, &done, (May::Board, POSTED), posted),
        after(what, &done, (May::Quotation, QUOTED), quoted),
    ]
}

/// Does this to the request of which nothing is decided yet.
fn acting(act: Act) -> impl Fn(&mut Fair) -> RequestId {
    move |fair: &mut Fair| {
        fair.act(BEN, UNDECIDED, act.clone());
        UNDECIDED
    }
}

/// On what is known of a request: its client, its wish, its deadline, its group, its kind.
fn on_facts() -> Vec<Case> {
    let wish = Act::SetWish(Box::new(Wish {
        participants: Some(9),
        ..Wish::default()
    }));
    let deadline = Act::SetDeadline(Some(paris("2026-03-20 18:00")));
    let mut cases = Vec::new();
    for (what, done) in [
        ("organisation", Act::SetOrganisation(OrganisationId(1))),
        ("wish", wish),
        ("deadline", deadline),
    ] {
        cases.extend(after_both(what, acting(done)));
    }
    let introduced = acting(Act::SetGroup(Some(Group::ClientIntroduction)));
    cases.push(after("group", introduced, (May::Board, POSTED), posted));
    let kind = acting(Act::SetKind(Some(R1)));
    let assigned = (May::Assignment, Footing::Assignment(UNDECIDED));
    cases.push(after("kind", &kind, assigned, |fair, id| {
        fair.act(ANNA, id, Act::Route);
    }));
    cases.push(after("kind", &kind, (May::Quotation, QUOTED), quoted));
    cases
}

/// The work of somebody on a request that was received.
const WORK: Footing = Footing::Work(RequestId(4));

fn tagged(fair: &mut Fair, id: RequestId) {
    fair.act(CLEA, id, Act::Tag("x".into(), true));
}

/// On whether a request is open: closed and opened again, received and undone and received again.
fn on_status() -> Vec<Case> {
    let reopened = |fair: &mut Fair| {
        fair.act(BEN, UNDECIDED, Act::Close(CloseReason::ANSWERED, "".into()));
        fair.act(BEN, UNDECIDED, Act::Reopen);
        UNDECIDED
    };
    let brought_back = |fair: &mut Fair| {
        let id = form(fair);
        fair.0.must(Some(BEN), Command::Undo);
        fair.0.must(Some(BEN), Command::Redo);
        id
    };
    let mut cases = Vec::from(after_both("status", reopened));
    cases.push(after("status", brought_back, (May::Work, WORK), tagged));
    cases
}

/// On the receipt of a request.
fn on_receipts() -> Vec<Case> {
    let mut cases = vec![after("receipt", form, (May::Work, WORK), tagged)];
    cases.extend(after_both("receipt", form));
    let into_it = (May::Merge, Footing::Merge(UNDECIDED));
    cases.push(after("receipt", form, into_it, |fair, id| {
        fair.0.must(Some(CLEA), merge(UNDECIDED, id));
    }));
    cases
}

/// On a request that another was merged into.
fn on_merges() -> Vec<Case> {
    let merged = |fair: &mut Fair| {
        fair.0.must(Some(BEN), merge(UNDECIDED, INTRODUCED));
        INTRODUCED
    };
    let mut cases = Vec::from(after_both("merge", merged));
    let went_on = (May::Merge, Footing::Merge(INTRODUCED));
    cases.push(after("merge", merged, went_on, |fair, id| {
        fair.0.must(Some(CLEA), merge(id, SUBCONTRACTED));
    }));
    cases
}

/// On what is known of a client.
fn on_clients() -> [Case; 2] {
    after_both("client", |fair: &mut Fair| {
        let client = fair.get(UNDECIDED).organisation;
        let known = fair.state.organisation(client).expect("one");
        let mut profile = known.profile.clone();
        profile.name = "Later Ltd".into();
        let command = Command::Directory(DirectoryCommand::ChangeOrganisation {
            organisation: client,
            profile: Box::new(profile),
        });
        fair.0.must(Some(BEN), command);
        UNDECIDED
    })
}

/// On two clients that were made one.
fn on_merged_clients() -> [Case; 2] {
    after_both("clients", |fair: &mut Fair| {
        let client = fair.get(UNDECIDED).organisation;
        let command = Command::Directory(DirectoryCommand::MergeOrganisations {
            from: client,
            into: fair.get(INTRODUCED).organisation,
            profile: fair
                .state
                .organisation(client)
                .expect("one")
                .profile
                .clone()
                .into(),
        });
        fair.0.must(Some(BEN), command);
        UNDECIDED
    })
}

fn on_requests() -> Vec<Case> {
    let mut cases = on_facts();
    cases.extend(on_status());
    cases.extend(on_receipts());
    cases.extend(on_merges());
    cases.extend(on_clients());
    cases.extend(on_merged_clients());
    cases
}

fn team(role: Option<MissionRole>) -> MissionCommand {
    MissionCommand::Team {
        opportunity: INTRO,
        person: GIL,
        role,
    }
}

fn tick() -> MissionCommand {
    MissionCommand::Tick {
        opportunity: INTRO,
        task: Task::ROOM,
        done: true,
    }
}

/// Plans a session at this time, which Gil holds.
fn plan(at: Millis) -> MissionCommand {
    MissionCommand::AddSession {
        opportunity: INTRO,
        session: Session {
            at,
            place: "".into(),
            by: Some(GIL),
            attended: None,
        },
    }
}

fn attend(at: Millis) -> MissionCommand {
    MissionCommand::Attend {
        opportunity: INTRO,
        session: 0,
        at,
        was: None,
        attended: 9,
    }
}

fn deliver() -> MissionCommand {
    MissionCommand::Deliver {
        opportunity: INTRO,
        note: "done".into(),
    }
}

fn on_missions() -> Vec<Case> {
    let mut running = Fair::open();
    running.runs(FAY, INTRO);
    let runs = |fair: &mut Fair, who, command: &MissionCommand| {
        fair.must(who, BoardCommand::Mission(command.clone()));
    };
    // What Ben prepared, what Fay then did, and what Ben made of that.
    let case = |what, before: &[MissionCommand], done, (by, stands), then| {
        let mut fair = running.clone();
        for command in before {
            runs(&mut fair, BEN, command);
        }
        runs(&mut fair, FAY, &done);
        runs(&mut fair, BEN, &then);
        let who = FAY;
        Case {
            fair,
            who,
            what,
            by,
            stands,
        }
    };
    let (past, to_come) = (running.later(-24), running.later(24));
    let helps = team(Some(MissionRole::Facilitator));
    let with_gil = [helps.clone()];
    let planned = [helps.clone(), plan(past)];
    let held = (May::Sessions, Footing::Session(INTRO, to_come));
    let was = (May::Sessions, Footing::Session(INTRO, past));
    let over = (May::Delivery, Footing::Delivery(INTRO));
    vec![
        case("team", &[], helps.clone(), held, plan(to_come)),
        case("team", &[], helps.clone(), over, deliver()),
        case("plan", &with_gil, plan(past), was, attend(past)),
        case("plan", &with_gil, plan(past), over, deliver()),
        case("tick", &[], tick(), over, deliver()),
        case("attendance", &planned, attend(past), over, deliver()),
    ]
}

fn on_quotations() -> Vec<Case> {
    let q = QuotationId(1);
    let case = |what, n: usize, who, stands, then: &dyn Fn(&mut Fair, &[QuotationCommand])| {
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
    let next = |fair: &mut Fair, rest: &[QuotationCommand]| quotes(fair, ANNA, rest[0].clone());
    let again = |fair: &mut Fair, _: &[QuotationCommand]| {
        let mut anew = quoting(q, SUBCONTRACTED, fair.later(240)).swap_remove(3);
        if let QuotationCommand::Price { seen, lines, .. } = &mut anew {
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

pub(super) fn cases() -> Vec<Case> {
    let mut cases = on_requests();
    cases.extend(on_missions());
    cases.extend(on_quotations());
    cases
}
