//! Invariant 7: stores that released or earlier versions wrote open with the state they had, from a
//! checkpoint and by replay. `tests/stores/DAY` is such a store, `DAY.facts` what was true in it, in words
//! that do not follow the names of types. Neither is ever written anew: a store that reads otherwise is a bug.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use super::*;
use crate::desk::checkpoints;
use crate::domain::person::command::PeopleCommand;
use crate::domain::request::Status;

/// The stores that are kept, by the day they were written.
const KEPT: [&str; 1] = ["2026-11-29"];

fn stores() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stores")
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("copied");
        }
    }
}

/// A kept store in a folder of its own, without its checkpoints if they are not wanted.
async fn opened(day: &str, checkpoints: bool) -> (Desk, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&stores().join(day), folder.path());
    if !checkpoints {
        std::fs::remove_dir_all(folder.path().join("checkpoints")).expect("removed");
    }
    (desk_in(folder.path()).await.0, folder)
}

/// What is true in a house: one line for each person, key, organisation, request, quotation, opportunity,
/// proposal, mission and credit account.
fn facts(state: &State) -> String {
    let mut out = String::new();
    let line = &mut out;
    let house = state.house().expect("a house");
    let _ = writeln!(line, "house {} records {}", house.name, state.seq());
    for person in state.people() {
        let roles: Vec<&str> = person.roles.iter().map(|role| role.key()).collect();
        let _ = writeln!(
            line,
            "person {} {} <{}> {} {}",
            person.id,
            person.name,
            person.email,
            roles.join("+"),
            if person.active { "active" } else { "disabled" },
        );
    }
    for key in state.access().keys() {
        let live = if key.is_live() { "live" } else { "revoked" };
        let _ = writeln!(line, "key of {} {} {live}", key.person, key.name);
    }
    let invitations = state.access().invitations().count();
    let _ = writeln!(line, "invitations {invitations}");
    for organisation in state.organisations() {
        let (name, domains) = (&organisation.profile.name, &organisation.profile.domains);
        let _ = writeln!(
            line,
            "organisation {} {name} {domains:?}",
            organisation.id.0
        );
    }
    for contact in state.contacts() {
        let _ = writeln!(
            line,
            "contact {} {} <{}> of {}",
            contact.id.0, contact.name, contact.email, contact.organisation.0,
        );
    }
    request_facts(state, line);
    quotation_facts(state, line);
    board_facts(state, line);
    out
}

fn request_facts(state: &State, line: &mut String) {
    for request in state.requests().iter() {
        let status = match request.status {
            Status::Open => "open".to_owned(),
            Status::Snoozed { until } => format!("snoozed until {until}"),
            Status::Closed { reason, at } => format!("closed at {at}, {}", reason.key()),
            Status::Merged { into } => format!("merged into {into}"),
            Status::Void => "void".to_owned(),
        };
        let _ = writeln!(
            line,
            "request {} of {} by {} at {}: {} | {status} | {:?} | group {} | deadline {:?} | tags {:?} | \
             {} messages, {} files, {} calls, revision {}, trail {}",
            request.id,
            request.organisation.0,
            request.contact.0,
            request.received_at,
            request.subject,
            request.assignee.map(|person| person.0),
            request.group.map_or("-", |group| group.key()),
            request.deadline,
            request.tags,
            request.messages.len(),
            request.attachments,
            request.attempts,
            request.revision,
            request.trail.len(),
        );
    }
}

fn quotation_facts(state: &State, line: &mut String) {
    for quotation in state.quotations().rows() {
        let _ = write!(
            line,
            "quotation {} of {} by {} stage {} sent {:?}",
            quotation.id,
            quotation.request,
            quotation.officer,
            quotation.standing.stage.key(),
            quotation.standing.sent,
        );
        for kept in &quotation.versions {
            let totals = kept.totals();
            let (gross, lines) = (totals.gross, kept.version.lines.len());
            let code = kept.version.currency.code();
            let _ = write!(line, " | v{} {lines} lines {gross} {code}", kept.number);
        }
        let _ = writeln!(line);
    }
    for list in &state.prices().lists {
        let (market, products) = (list.market, list.products.len());
        let _ = writeln!(
            line,
            "price list {} {market:?} {products} products",
            list.brand
        );
    }
}

fn board_facts(state: &State, line: &mut String) {
    let board = state.board();
    for opportunity in board.opportunities() {
        let notice = &opportunity.notice;
        let _ = writeln!(
            line,
            "opportunity {} of {} {} {} | {} | until {} | amount {:?} | {} proposals, {} submitted",
            opportunity.id,
            opportunity.request,
            opportunity.group.key(),
            opportunity.stage.key(),
            notice.title,
            notice.deadline,
            notice
                .amount
                .map(|amount| format!("{} {}", amount.minor, amount.currency.code())),
            opportunity.proposals.len(),
            opportunity.submitted,
        );
        if let Some(agreed) = &opportunity.agreement {
            let (price, commission) = (agreed.price.minor, agreed.commission.minor);
            let _ = writeln!(line, "  agreed {price}, commission {commission}");
        }
        if let Some(mission) = &opportunity.mission {
            let _ = writeln!(
                line,
                "  mission of {}, {} in the team, {} sessions, {} ticks",
                mission.coordinator,
                mission.team.len(),
                mission.sessions.len(),
                mission.done.len(),
            );
        }
    }
    for proposal in board.proposals() {
        let _ = writeln!(
            line,
            "proposal {} of {} for {} {} price {:?}, {} files",
            proposal.id,
            proposal.person,
            proposal.opportunity,
            proposal.key(),
            proposal.says.price.map(|price| price.minor),
            proposal.says.files.len(),
        );
    }
    for (firm, account) in state.credits().accounts() {
        use crate::domain::opportunity::credit::CreditKind;
        let left = |kind| account.left(kind);
        let _ = writeln!(
            line,
            "credits of {}: {} {} {}",
            firm.founder(),
            left(CreditKind::Consultation),
            left(CreditKind::Offer),
            left(CreditKind::Contact),
        );
    }
}

/// Names the first line that differs.
#[track_caller]
fn same(day: &str, how: &str, found: &str, kept: &str) {
    for (n, (found, kept)) in found.lines().zip(kept.lines()).enumerate() {
        assert_eq!(found, kept, "the store of {day} {how}: line {}", n + 1);
    }
    let (found, kept) = (found.lines().count(), kept.lines().count());
    assert_eq!(found, kept, "the store of {day} {how}: other lines");
}

#[tokio::test]
async fn wks_7_stores_of_earlier_versions_open_with_the_state_they_had() {
    for day in KEPT {
        let path = stores().join(format!("{day}.facts"));
        let kept = std::fs::read_to_string(path).expect("facts");
        for (checkpoints, how) in [(true, "with its checkpoint"), (false, "by replay")] {
            let (desk, _folder) = opened(day, checkpoints).await;
            same(day, how, &facts(desk.published().state()), &kept);
            assert!(desk.store().verify().expect("read").is_sound(), "{how}");
            desk.close().await;
        }
    }
}

#[tokio::test]
async fn wks_7_a_kept_store_is_worked_on_and_read_back_from_a_new_checkpoint() {
    for day in KEPT {
        let (desk, _folder) = opened(day, true).await;
        let admin = desk
            .published()
            .state()
            .people()
            .next()
            .expect("a person")
            .id;
        let command = Command::People(PeopleCommand::Add(crate::domain::person::NewPerson {
            name: "Zoé Lefort".into(),
            email: "".into(),
            roles: vec![crate::domain::person::Role::RelationOfficer],
        }));
        let done = desk.submit(Submission::new(Some(admin), command)).await;
        done.expect("an administrator adds a person");
        let now = desk.published();
        checkpoints::write(desk.store(), now.state()).expect("written");
        let read = checkpoints::read(desk.store()).expect("a checkpoint of this version");
        same(day, "read back", &facts(&read), &facts(now.state()));
        desk.close().await;
    }
}

/// A restatement of a kept store in the form that is written today.
fn restated(day: &str) -> PathBuf {
    stores().join(format!("{day}.restated"))
}

#[tokio::test]
async fn wks_7_a_restatement_that_an_earlier_version_wrote_says_what_it_said() {
    for day in KEPT {
        let bytes = std::fs::read(restated(day)).expect("a restatement");
        let state = crate::desk::restate::unpacked(&bytes).expect("it reads");
        let kept = std::fs::read_to_string(stores().join(format!("{day}.facts")));
        same(day, "restated", &facts(&state), &kept.expect("facts"));
    }
}

/// A build that wrote a state down followed its own rules on whose turn it is; who reads it follows today's.
#[tokio::test]
async fn wks_7_req_9_what_follows_is_made_anew_from_a_restatement() {
    use miniz_oxide::deflate::compress_to_vec_zlib;
    use miniz_oxide::inflate::decompress_to_vec_zlib;
    for day in KEPT {
        let (desk, _folder) = opened(day, true).await;
        let state = desk.published().state().clone();
        let bytes = crate::desk::restate::packed(&state).expect("packed");
        let text = decompress_to_vec_zlib(&bytes).expect("unpacked");
        let text = String::from_utf8(text).expect("text");
        let others = text.replace("\"by\":\"Client\"", "\"by\":\"Nobody\"");
        assert_ne!(
            others, text,
            "nobody waits for a client in the store of {day}"
        );
        let bytes = compress_to_vec_zlib(others.as_bytes(), 1);
        let again = crate::desk::restate::unpacked(&bytes).expect("it reads");
        assert!(again == *state, "another state");
        desk.close().await;
    }
}

#[tokio::test]
async fn wks_7_what_is_restated_is_the_state_byte_for_byte() {
    for day in KEPT {
        let (desk, _folder) = opened(day, true).await;
        let state = desk.published().state().clone();
        let bytes = crate::desk::restate::packed(&state).expect("packed");
        let again = crate::desk::restate::unpacked(&bytes).expect("it reads");
        assert!(again == *state, "another state");
        let pieces = |state: &State| {
            let encoded = checkpoints::pieces::<crate::desk::encoding::Binary>(state);
            encoded.expect("encoded")
        };
        assert_eq!(pieces(&again), pieces(&state));
        desk.close().await;
    }
}
