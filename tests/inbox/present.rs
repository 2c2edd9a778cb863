//! REQ-8: colleagues see each other at work, in the list, in the case and in the editor, without a key.

use std::rc::Rc;

use entremise::domain::person::Role;
use entremise::domain::person::command::PeopleCommand;
use entremise::ui::kit::depth::Depth;
use entremise::ui::kit::texts::Lang;

use crate::morning::mails;
use crate::rig::{AMELIE, HUGO, House, MARTINE, Rig, Seat};

fn wide(house: &Rc<House>, who: entremise::domain::PersonId) -> Rig {
    Rig::at(house, Seat::english(who, (120, 36)))
}

#[test]
fn req_8_who_looks_or_writes_is_seen_in_the_list_and_in_the_case() {
    let house = House::with(&mails());
    let mut amelie = wide(&house, AMELIE);
    amelie.misses("◦").misses("looking at this");
    let mut martine = wide(&house, MARTINE);
    // Both have the first case open.
    assert!(amelie.line_with(" d R-1 ").contains('◦'));
    amelie.sees(&["Martine is looking at this"]);
    martine.sees(&["Amélie is looking at this"]);
    martine.keys("j");
    amelie.misses("is looking at this");
    let line = amelie.line_with(" d R-2 ");
    assert!(line.contains('◦'), "{line}");
    assert!(!amelie.line_with(" d R-1 ").contains('◦'));
    amelie.keys("j").sees(&["Martine is looking at this"]);
    martine.keys("N");
    amelie.sees(&["Martine is writing a note on this"]);
    let line = amelie.line_with(" d R-2 ");
    assert!(line.contains('✎') && !line.contains('◦'), "{line}");
    let mut hugo = wide(&house, HUGO);
    hugo.keys("j");
    amelie
        .resize(160, 45)
        .sees(&["Martine is writing a note on this · Hugo is looking at"]);
    // The one who writes knows that somebody else writes too.
    amelie.keys("N");
    martine.sees(&["Amélie is writing a note on this · Hugo is looking at this"]);
    drop(amelie);
    martine
        .sees(&["Hugo is looking at this"])
        .misses("Amélie is");
    martine.keys("Esc");
    drop(hugo);
    martine.misses(" is looking at this").misses("◦");
}

/// At 80 columns the sign stays; on a wide screen there is the name too.
#[test]
fn req_8_wks_2_the_sign_stays_when_it_is_narrow() {
    let house = House::with(&mails());
    let mut martine = wide(&house, MARTINE);
    for (size, name) in [
        ((40, 10), false),
        ((80, 24), false),
        ((110, 30), false),
        ((120, 40), false),
        ((200, 60), true),
    ] {
        let mut rig = Rig::at(&house, Seat::english(AMELIE, size));
        let line = rig.line_with(" R-1  ");
        let line = line.split("││").next().expect("a list");
        assert!(line.contains('◦'), "{size:?}: {line}");
        assert_eq!(line.contains("Martine"), name, "{size:?}: {line}");
    }
    martine.keys("N");
    let mut rig = Rig::at(
        &house,
        Seat {
            depth: Depth::None,
            ..Seat::english(AMELIE, (80, 24))
        },
    );
    assert!(rig.line_with(" d R-1 ").contains('✎'), "without colour");
}

/// At 80 columns one looks at a case once it is open, not at the line one stands on.
#[test]
fn req_8_the_list_alone_is_not_a_case() {
    let house = House::with(&mails());
    let (mut amelie, mut martine) = (Rig::new(&house, AMELIE), Rig::new(&house, MARTINE));
    amelie.misses("◦");
    martine.keys("Enter");
    assert!(amelie.line_with(" j R-1 ").contains('◦'));
    amelie
        .keys("Enter")
        .sees(&["Martine consulte cette demande"])
        .keys("2");
    martine.misses("consulte cette demande");
    amelie.keys("1");
    martine.sees(&["Amélie consulte cette demande"]).keys("N");
    amelie.sees(&["Martine écrit une note sur cette demande"]);
}

/// What is read stays where the eye is when the line above it comes and goes.
#[test]
fn req_8_wks_3_the_case_does_not_jump() {
    let body = (1..60)
        .map(|n| format!("Ligne {n}"))
        .collect::<Vec<_>>()
        .join("\n\n");
    let mail = crate::rig::letter("Paul <p@long.example>", "LONG / texte", &body);
    let house = House::with(&[mail]);
    let mut amelie = Rig::new(&house, AMELIE);
    amelie.keys("Enter Ctrl-d Ctrl-d Ctrl-d");
    let (row, line) = (amelie.row_of("Ligne 14"), amelie.line_with("Ligne 14"));
    let mut martine = Rig::new(&house, MARTINE);
    martine.keys("Enter");
    amelie.sees(&["Martine consulte cette demande"]);
    assert_eq!(
        (amelie.row_of("Ligne 14"), amelie.line_with("Ligne 14")),
        (row, line.clone())
    );
    drop(martine);
    amelie.misses("Martine consulte");
    assert_eq!(
        (amelie.row_of("Ligne 14"), amelie.line_with("Ligne 14")),
        (row, line)
    );
    // The end can be reached below the line too.
    let mut martine = Rig::new(&house, MARTINE);
    martine.keys("Enter");
    amelie.keys("G").sees(&["Ligne 59", "Martine consulte"]);
}

#[test]
fn ppl_2_who_may_not_read_requests_sees_nobody_at_them() {
    let house = House::with(&mails());
    let fay = house.facilitator("Fay Lemoine");
    let mut fay = Rig::at(&house, Seat::of(fay));
    let mut amelie = wide(&house, AMELIE);
    let mut martine = wide(&house, MARTINE);
    amelie.sees(&["Martine is looking at this"]);
    fay.misses("Martine").misses("◦");
    // Whoever may not be there any more is not there, and sees nobody.
    house.roles(MARTINE, &[Role::Facilitator]);
    martine.misses("◦");
    amelie.misses("Martine is looking at this");
    // Nor is a colleague's sign left from before when the right comes back.
    house.roles(MARTINE, &[Role::RelationOfficer]);
    amelie.keys("j");
    martine
        .sees(&["1 Inbox"])
        .keys("1 j")
        .sees(&["Amélie is looking"]);
}

#[test]
fn wks_4_several_are_told_of_in_both_languages() {
    let house = House::with(&mails());
    let seat = |who, lang| Seat {
        lang,
        ..Seat::english(who, (140, 40))
    };
    let mut amelie = Rig::at(&house, seat(AMELIE, Lang::En));
    let mut others = vec![wide(&house, MARTINE), wide(&house, HUGO)];
    amelie.sees(&["Martine and Hugo are looking at this"]);
    for n in 4..7 {
        let name = format!("Zoé{n} Petit");
        house.must(
            Some(AMELIE),
            entremise::domain::Command::People(PeopleCommand::Add(
                entremise::domain::person::NewPerson {
                    name: name.as_str().into(),
                    email: "".into(),
                    roles: vec![Role::RelationOfficer],
                },
            )),
        );
        others.push(wide(&house, entremise::domain::PersonId(n)));
    }
    amelie
        .sees(&["Martine, Hugo and 3 more are looking at this"])
        .keys("F3")
        .sees(&["Martine, Hugo et 3 de plus consultent cette demande"]);
    others[0].keys("N");
    amelie.sees(&[
        "Martine écrit une note sur cette demande · Hugo,",
        "Zoé4 et",
        "2 de plus",
    ]);
    others[2].keys("N");
    amelie.resize(200, 40).sees(&[
        "Martine et Zoé4 écrivent une note sur cette",
        "Hugo, Zoé5 et 1 de plus",
    ]);
}
