//! WKS-3, WKS-7: answers that come in another order than they were asked for: the newest is shown, and every screen
//! of this program holds whatever comes late.

use std::process::Stdio;

use entremise::domain::person::Role;
use entremise::ui::Event;

use crate::rig::{AMELIE, House, MARTINE, Rig, Seat, letter};
use crate::stage::{FAY, people, posted};
use crate::watch::Watch;

fn looked(event: &Event) -> bool {
    matches!(event, Event::Looked { .. })
}

fn every(_: &Event) -> bool {
    true
}

/// Of two answers about one thing the newer one is shown, whichever comes first.
#[test]
fn wks_3_an_older_answer_never_replaces_a_newer_one() {
    let house = posted();
    let mut rig = Rig::at(&house, Seat::english(FAY, (120, 36)));
    rig.keys("Enter").frame();
    rig.hold(every);
    let mut change = |place: &str| {
        let mut amend = Rig::at(&house, Seat::english(AMELIE, (80, 24)));
        amend.keys("2 e").keys("Ctrl-u").type_text(place);
        amend.keys("Ctrl-s Ctrl-s").sees(&["O-1"]);
        rig.frame();
    };
    change("First new title");
    change("Second new title");
    assert!(rig.held() >= 2, "{}", rig.held());
    rig.release_last_first();
    rig.keys("Enter")
        .sees(&["Second new title"])
        .misses("First new title");
}

/// What cannot be seen is said to who asked for it; whoever is gone by then is told nothing, and nobody else either.
#[test]
fn wks_3_a_look_that_fails_is_said_where_it_was_asked_for() {
    let fail = |event| match event {
        Event::Looked { token, .. } => Event::Looked {
            token,
            found: Err("the record is damaged".into()),
        },
        other => other,
    };
    let house = people();
    for (roles, told) in [
        (&[Role::RelationOfficer][..], true),
        (&[Role::Facilitator], false),
    ] {
        house.roles(MARTINE, &[Role::RelationOfficer]);
        let mut rig = Rig::at(&house, Seat::english(MARTINE, (120, 36)));
        rig.frame();
        rig.hold(looked).keys("/ a");
        assert!(rig.held() > 0, "nothing was looked at");
        house.roles(MARTINE, roles);
        rig.frame();
        rig.take_held(fail);
        let screen = rig.screen();
        assert_eq!(screen.contains("the record is damaged"), told, "{screen}");
    }
}

/// Keys that are faster than what they ask for: the case of the last one is shown, and those between cost nothing.
#[test]
fn wks_3_of_many_looks_the_first_and_the_newest_are_carried_out() {
    let mails: Vec<String> = (0..9)
        .map(|n| {
            letter(
                &format!("p@c{n}.example"),
                &format!("C{n} / a day"),
                "Hello.",
            )
        })
        .collect();
    let house = House::with(&mails);
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (120, 36)));
    rig.keys("Enter").frame();
    rig.slow().keys("Esc j j j j j");
    assert_eq!(rig.answer(), 2);
    let shown = rig.keys("Enter").line_with("p@c");
    assert!(shown.contains("p@c5.example"), "{shown}");
    // A list that is narrowed with every letter: the last one comes.
    rig.keys("Esc /").type_text("c7 a day");
    rig.answer();
    rig.answer();
    rig.sees(&["C7 / a day"]).misses("C5 / a day");
}

/// Scripts whose next key is about what the key before asked for, by what would have to come in between: a person
/// looks at the screen there.
const LOOK_FIRST: [(&str, &str); 18] = [
    (
        "brd_4_the_price_of_a_step",
        "the page with what was paid for, to go to its end",
    ),
    (
        "brd_8_only_the_coordinator",
        "the page with the mission, to go to its end",
    ),
    (
        "req_8_marked_requests_are_done",
        "the list of another view, whose lines are marked",
    ),
    (
        "wks_2_the_cursor_stands_where",
        "the case, in which one scrolls",
    ),
    ("req_3_a_split_that_is_left", "the case, which is split"),
    (
        "req_3_each_finding_is_one_key",
        "the case, whose finding is mended",
    ),
    ("req_12_esc_on_a_hit", "the hits, one of which is chosen"),
    (
        "wks_1_wks_2_what_is_offered_can_be_done",
        "the page of each row, which says what can be done",
    ),
    (
        "wks_7_the_draft_of_lists_is_there",
        "what follows from a change of the lists, which is applied",
    ),
    (
        "wks_7_the_second_of_two_administrators",
        "what follows from a change of the lists, which is applied",
    ),
    (
        "wks_8_a_list_is_changed_in_a_draft",
        "what follows from a change of the lists, which is applied",
    ),
    (
        "wks_8_a_list_that_needs_an_entry",
        "what follows from a change of the lists, which is applied",
    ),
    (
        "wks_8_a_reason_that_is_new",
        "what follows from a change of the lists, which is applied",
    ),
    (
        "wks_8_a_skill_may_stand_for_a_pair",
        "what follows from a change of the lists, which is applied",
    ),
    (
        "wks_8_open_sessions_see_lists_change",
        "what follows from a change of the lists, which is applied",
    ),
    (
        "wks_8_kinds_of_request_are_a_list",
        "what follows from a change of the lists, which is applied",
    ),
    (
        "wks_8_what_is_used_is_retired",
        "what follows from a change of the lists, which is applied",
    ),
    (
        "ppl_5_an_invitation_is_refused",
        "the invitation, which is withdrawn",
    ),
];

/// What is written to the others opens once the selection is answered: scripts that go on before that type into it.
const SELECT_FIRST: [&str; 5] = [
    "brd_6_a_silent_winner_is_replaced",
    "brd_6_declined_terms_open",
    "brd_6_the_clients_own_advice",
    "brd_7_proposals_are_compared",
    "wks_3_of_two_who_select",
];

/// All the tests of this program once more: with the answers about texts and commands after the next key, with every
/// answer after it, with every answer in the opposite order, and in an order of chance.
#[test]
fn wks_7_every_screen_holds_when_answers_come_late_or_in_another_order() {
    const OWN: &str = "wks_7_every_screen_holds";
    for (order, exempt) in [
        ("late", &[][..]),
        ("all-late", &LOOK_FIRST[..]),
        ("last-first", &[]),
        ("20261130", &[]),
    ] {
        let program = std::env::current_exe().expect("this program");
        let mut again = std::process::Command::new(program);
        again
            .args(["--skip", OWN, "--skip", "readme"])
            .args(exempt.iter().flat_map(|(name, _)| ["--skip", name]))
            .args(SELECT_FIRST.iter().flat_map(|name| ["--skip", name]))
            .env("ENTREMISE_TEST_ANSWERS", order)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let again = again.spawn().expect("this program");
        let _watch = Watch::over_program(format!("every screen, {order}"), again.id());
        let done = again.wait_with_output().expect("it has no end");
        let said = String::from_utf8_lossy(&done.stdout);
        assert!(done.status.success(), "{order}:\n{said}");
    }
}
