//! WKS-8, WKS-3, PPL-6: an administrator keeps the settings from the keyboard while others work: changed in a draft, looked
//! at, applied, seen by everybody at once, and taken back.

use std::rc::Rc;
use std::time::{Duration, Instant};

use entremise::domain::Command;
use entremise::domain::house::command::HouseCommand;
use entremise::domain::person::Role;
use entremise::ui::kit::texts::Lang;

use crate::rig::{AMELIE, House, MARTINE, Rig, Seat, letter};

/// Four requests that came in this morning, due tomorrow.
fn house() -> Rc<House> {
    let mails = ["one", "two", "three", "four"].map(|n| {
        let from = format!("paul@{n}.example");
        letter(&from, &format!("CLIENT / {n}"), "We are 12.")
    });
    House::with(&mails)
}

fn at(house: &Rc<House>, size: (u16, u16)) -> Rig {
    let mut rig = Rig::at(house, Seat::english(AMELIE, size));
    rig.keys(", s");
    rig
}

/// Finds a setting by what is typed, and goes to it.
fn find<'a>(rig: &'a mut Rig, words: &str) -> &'a mut Rig {
    rig.keys("/ Ctrl-u").type_text(words).keys("Enter Enter")
}

/// Types another value over the one there is.
fn typed(rig: &mut Rig, value: &str) {
    rig.keys("e Ctrl-u").type_text(value).keys("Enter");
}

/// Every due date there is, as the list says it.
fn due(rig: &mut Rig) -> Vec<String> {
    let lines = rig.lines().into_iter();
    lines
        .filter(|line| line.contains("CLIENT /"))
        .take(4)
        .collect()
}

/// Waits until the due dates on her screen are so, and yields them.
fn until(rig: &mut Rig, so: impl Fn(&[String]) -> bool) -> Vec<String> {
    let deadline = Instant::now() + Duration::from_secs(60);
    loop {
        let now = due(rig);
        if so(&now) {
            return now;
        }
        assert!(Instant::now() < deadline, "{now:#?}");
        std::thread::yield_now();
    }
}

#[test]
fn wks_8_a_setting_is_changed_in_a_draft_looked_at_and_applied() {
    let house = house();
    let mut rig = at(&house, (120, 36));
    rig.sees(&[
        ",s Settings",
        "Organisation",
        "Atelier Nord",
        "no legal name",
    ]);
    find(&mut rig, "reply").sees(&["Reply to a request", "8 h", "delays.reply"]);
    typed(&mut rig, "soon");
    rig.sees(&["8 h, 90 min"]).keys("Esc");
    typed(&mut rig, "5 h");
    rig.sees(&["1 change not applied", "●", "5 h", "was 8 h"]);
    rig.keys("=").sees(&[
        "What changes",
        "8 h → 5 h",
        "4 due dates move, 4 sooner",
        "R-1",
    ]);
    rig.keys("Esc y")
        .sees(&["Apply 1 setting", "due dates move"]);
    rig.keys("Esc").sees(&["1 change not applied"]);
    rig.keys("y y")
        .misses("not applied")
        .sees(&["Settings changed", "5 h"]);
    rig.keys("h").sees(&["Amélie", "8 h → 5 h"]).keys("Esc");
    rig.keys("u").sees(&["8 h"]).misses("5 h");
}

#[test]
fn wks_3_ppl_6_due_dates_follow_in_other_sessions_and_undo_restores_every_one() {
    let house = house();
    let mut martine = Rig::at(&house, Seat::english(MARTINE, (80, 24)));
    let before = due(&mut martine);
    assert_eq!(before.len(), 4);
    let mut rig = at(&house, (120, 36));
    find(&mut rig, "reply");
    typed(&mut rig, "1 h");
    rig.keys("y y").sees(&["Settings changed"]);
    let others = |now: &[String]| now.iter().zip(&before).all(|(now, before)| now != before);
    let moved = until(&mut martine, |now| others(now));
    // She is where she was, and works on.
    martine.keys("c").sees(&["claimed it"]);
    martine.keys("u");
    assert_eq!(due(&mut martine), moved);
    rig.keys("u");
    until(&mut martine, |now| now == before);
}

#[test]
fn wks_8_a_draft_is_thrown_away_one_setting_or_all_and_a_choice_is_chosen() {
    let house = house();
    let mut rig = at(&house, (100, 30));
    find(&mut rig, "people copied in");
    typed(&mut rig, "7");
    find(&mut rig, "validate before posting: client")
        .keys("e")
        .sees(&["2 changes not applied", "yes"]);
    find(&mut rig, "others’ offers")
        .keys("e")
        .sees(&["open call"])
        .keys("2");
    rig.sees(&["3 changes not applied"]);
    rig.keys("x x").sees(&["2 changes not applied"]);
    rig.keys("x a").misses("not applied");
    rig.keys("y").sees(&["No change to apply"]);
    // What was discarded comes back before anything recorded is undone.
    rig.keys("u")
        .sees(&["2 changes not applied", "Draft brought back"]);
}

#[test]
fn brd_4_contact_hours_outside_the_usual_are_asked_about() {
    let house = house();
    let mut rig = at(&house, (100, 30));
    find(&mut rig, "contact the client after");
    typed(&mut rig, "72");
    rig.sees(&["Usually 24 to 48"]);
    rig.keys("y")
        .sees(&["24 to 48", "Keep as a draft"])
        .keys("Esc");
    typed(&mut rig, "36");
    rig.keys("y")
        .misses("24 to 48:")
        .keys("y")
        .sees(&["Settings changed"]);
}

#[test]
fn ppl_1_the_settings_are_for_who_keeps_them() {
    let house = house();
    let mut rig = Rig::at(&house, Seat::english(MARTINE, (80, 24)));
    rig.keys(", s").sees(&["goes nowhere"]).keys("Esc");
    house.roles(MARTINE, &[Role::Administrator]);
    rig.frame();
    rig.keys(", s").sees(&["Atelier Nord"]);
}

#[test]
fn wks_7_what_somebody_else_changed_meanwhile_is_shown_and_the_draft_stays() {
    let house = house();
    let mut rig = at(&house, (120, 36));
    find(&mut rig, "reply to a request");
    typed(&mut rig, "4 h");
    let known = house.desk.sight(AMELIE).settings().expect("settings");
    let mut other = known.house.clone();
    other.relation_months = 18;
    house.must(
        Some(AMELIE),
        Command::House(HouseCommand::Change(Box::new(other))),
    );
    rig.sees(&["1 change not applied"]);
    rig.keys("y y").sees(&["Settings changed"]);
    let now = house.desk.sight(AMELIE).settings().expect("settings");
    assert_eq!(
        (now.house.relation_months, now.house.answer_minutes),
        (18, 240)
    );
}

#[test]
fn wks_7_a_draft_is_there_again_after_the_session_until_it_is_applied_or_discarded() {
    let house = house();
    let mut rig = at(&house, (100, 30));
    find(&mut rig, "reply to a request");
    typed(&mut rig, "5 h");
    find(&mut rig, "legal name");
    typed(&mut rig, "Atelier Nord \"SAS\"");
    rig.sees(&["2 changes not applied"]);
    drop(rig);
    let mut rig = at(&house, (100, 30));
    rig.sees(&["2 changes not applied"]);
    find(&mut rig, "legal name").sees(&["Atelier Nord \"SAS\"", "was (empty)"]);
    // What somebody else settled meanwhile is no change any more.
    let known = house.desk.sight(AMELIE).settings().expect("settings");
    let mut other = known.house.clone();
    other.answer_minutes = 300;
    house.must(
        Some(AMELIE),
        Command::House(HouseCommand::Change(Box::new(other))),
    );
    let mut rig = at(&house, (100, 30));
    rig.sees(&["1 change not applied"]);
    rig.keys("y y").sees(&["Settings changed"]);
    let mut rig = at(&house, (100, 30));
    rig.misses("not applied");
    find(&mut rig, "legal name").sees(&["Atelier Nord"]);
}

#[test]
fn wks_4_the_settings_are_there_in_both_languages_at_every_size() {
    let house = house();
    for (lang, words) in [
        (
            Lang::En,
            [
                "Set-up",
                "Organisation",
                "Countries and languages",
                "People",
            ],
        ),
        (
            Lang::Fr,
            [
                "Mise en place",
                "Organisation",
                "Pays et langues",
                "Personnes",
            ],
        ),
    ] {
        for size in [(60, 20), (80, 24), (120, 36), (160, 45)] {
            let seat = Seat {
                lang,
                size,
                ..Seat::of(AMELIE)
            };
            let mut rig = Rig::at(&house, seat);
            rig.keys(", s").sees(&words[..3]).sees(&["Atelier Nord"]);
            rig.keys("j Enter").sees(&["organisation.name"]);
            rig.keys("Esc G").sees(&words[3..]);
        }
    }
}
