//! The tour: done, not read; one for each role.

use entremise::domain::PersonId;
use entremise::domain::person::Role;
use entremise::ui::kit::texts::Lang;

use crate::rig::{House, Rig, Seat};

/// Somebody of the sample house who is this and no more.
fn holder(house: &House, role: Role) -> PersonId {
    let people = house.desk.published().people(PersonId(1), house.now());
    let people = people.expect("they manage people");
    let one = people.iter().find(|row| row.active && row.roles == [role]);
    one.unwrap_or_else(|| panic!("nobody is {role:?} alone")).id
}

/// WKS-1: a step is done when its key is pressed on the screen behind, and only read when one goes on without; the
/// end says which.
#[test]
fn wks_1_a_step_is_done_by_its_key_and_only_read_by_tab() {
    let house = House::sample();
    let seat = Seat::english(house.person("Fabrice"), (120, 36));
    let mut rig = Rig::first(&house, seat);
    rig.misses("1/10").keys("F4");
    rig.sees(&["0 done · 0 read · 1/10", "Your turn: j Down"]);
    // Another key does what it does and is no step.
    rig.keys("k").sees(&["1/10"]);
    rig.keys("j")
        .sees(&["1 done · 0 read · 2/10", "Your turn: Enter Open"]);
    rig.keys("Enter")
        .sees(&["2 done · 0 read · 3/10", "Received"]);
    rig.keys("Tab").sees(&["2 done · 1 read · 4/10"]);
    rig.keys("Shift-Tab").sees(&["2 done · 1 read · 3/10"]);
    rig.keys("Shift-Tab")
        .sees(&["✓ Done", "2/10"])
        .keys("Tab Tab");
    // What a step asks is asked alone, and the tour is there again behind it.
    rig.keys("Tab Tab Tab N")
        .misses("/10")
        .type_text("On the phone.");
    rig.keys("Ctrl-s").sees(&["8/10"]);
    // In the case Esc leads out of it, then out of the tour.
    rig.keys("Esc").sees(&["8/10"]);
    rig.keys("Esc")
        .misses("8/10")
        .sees(&["Tour over: 3 of 10 steps done"]);
}

/// WKS-1, WKS-4: whoever works here has a tour of what they do, in both languages, and can go through all of it.
#[test]
fn wks_1_wks_4_every_role_has_a_tour_of_its_own() {
    let house = House::sample();
    for (role, steps, [english, french]) in [
        (
            Role::RelationOfficer,
            10,
            ["Whose turn is it?", "À qui d’agir"],
        ),
        (
            Role::Facilitator,
            8,
            ["What you can apply for", "Les opportunités"],
        ),
        (
            Role::ClientContact,
            5,
            ["What is waiting for you", "Ce qui vous attend"],
        ),
        (
            Role::Administrator,
            5,
            ["Somebody new", "Quelqu’un de nouveau"],
        ),
        (Role::Treasurer, 5, ["Home", "L’accueil"]),
    ] {
        for (lang, title) in [(Lang::En, english), (Lang::Fr, french)] {
            let seat = Seat {
                lang,
                ..Seat::english(holder(&house, role), (80, 24))
            };
            let mut rig = Rig::first(&house, seat);
            rig.keys("F4").sees(&[title]);
            for step in 1..=steps {
                rig.sees(&[&format!("{step}/{steps}")]).keys("Tab");
            }
            rig.misses(&format!("{steps}/{steps}")).sees(&["F4"]);
        }
    }
}
