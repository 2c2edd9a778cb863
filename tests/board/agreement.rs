//! The terms between both sides on screen (BRD-6): written in parts, marked where they changed, agreed to by each.

use crate::rig::{Rig, Seat};
use crate::stage::{FAY, PAUL, contested};

/// Fay's proposal of 1,900 euros is selected by Paul, with formula Basic.
fn selected() -> std::rc::Rc<crate::rig::House> {
    let house = contested();
    let mut paul = Rig::at(&house, Seat::english(PAUL, (120, 36)));
    paul.keys("Enter").sees(&["Fay Lemoine"]);
    paul.keys("y Enter")
        .sees(&["Select Fay Lemoine", "commission, paid by the client"])
        .sees(&["you agree to these terms unless they change"]);
    paul.keys("y").sees(&["Advice to those not selected"]);
    paul.keys("Esc").sees(&["has to confirm the terms"]);
    house
}

/// BRD-6, ESC-1: each side reads what the other changed, marked, and what formula Basic means; then both agree.
#[test]
fn brd_6_esc_1_both_sides_write_read_and_agree() {
    let house = selected();
    let mut fay = Rig::at(&house, Seat::english(FAY, (120, 36)));
    fay.keys("f").type_text("mine").keys("Enter Enter");
    fay.sees(&["you were selected"]).keys("y").sees(&[
        "the whole price on delivery",
        "We are not liable if the",
        "client: agreed",
        "provider: has not agreed yet",
    ]);
    fay.keys("e").sees(&[
        "The whole project | 1900.00 EUR",
        "The amounts add up to €1,900.00",
    ]);
    fay.keys("Ctrl-s").sees(&["Terms of O-1 changed"]);
    fay.keys("y").sees(&["The whole project", "Version 2"]);
    fay.keys("y").sees(&["the client has to agree too"]);
    let mut paul = Rig::at(&house, Seat::english(PAUL, (120, 36)));
    paul.keys("Enter").sees(&[
        "read the terms with y",
        "client: agreed to an earlier version",
    ]);
    paul.keys("y").sees(&[
        "Please read these terms",
        "+ The whole project · €1,900.00",
        "y agree",
    ]);
    paul.keys("y").sees(&["O-1 is a mission"]);
    fay.sees(&["Your turn: run the mission"]);
}

/// BRD-6: a text that does not add up stays where it is, and the client's no needs a reason.
#[test]
fn brd_6_what_does_not_add_up_stays_in_the_editor_and_a_refusal_has_a_reason() {
    let house = selected();
    let mut paul = Rig::at(&house, Seat::english(PAUL, (120, 36)));
    paul.keys("Enter").sees(&["has to confirm the terms"]);
    paul.keys("e").sees(&["The whole project | 1900.00 EUR"]);
    paul.keys("End Enter").type_text("More | 100");
    paul.keys("Ctrl-s")
        .sees(&["not to the price of", "More | 100"]);
    paul.keys("Esc").sees(&["Draft saved"]);
    paul.keys("x").sees(&["Why refuse the terms of O-1?"]);
    paul.type_text("own words").keys("Enter");
    paul.sees(&["a few words are needed"])
        .type_text("too dear")
        .keys("Enter");
    paul.sees(&["2 proposals to judge or select"]);
}
