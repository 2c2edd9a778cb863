//! Every key of the board answers: it does something, or says why it does not.

use std::rc::Rc;

use crate::keys::{QUIET, chords};
use crate::rig::{AMELIE, HUGO, House, Rig, Seat};
use crate::stage::{FAY, IDA, PAUL, contested};

fn at(house: &Rc<House>, who: entremise::domain::PersonId, open: &str) -> Rig {
    let mut rig = Rig::new(house, who);
    if who == AMELIE || who == HUGO {
        rig.keys("2");
    }
    rig.keys(open);
    rig
}

/// WKS-1: for everybody, in the list and on the page, no key does nothing in silence.
#[test]
fn wks_1_no_key_of_the_board_does_nothing_in_silence() {
    let house = contested();
    let quiet = ["next-opportunity", "previous-opportunity"];
    let mut silent = Vec::new();
    for who in [FAY, IDA, PAUL, AMELIE, HUGO] {
        for open in ["", "Enter"] {
            let keys = chords("board").into_iter();
            let keys = keys.filter(|(id, _)| !QUIET.contains(id) && !quiet.contains(id));
            for (id, chord) in
                keys.filter(|(id, _)| *id != "tour" && *id != "sample" && *id != "redo")
            {
                let mut rig = at(&house, who, open);
                let before = rig.frame();
                let asked = rig.only_press(chord);
                if asked == 0 && rig.frame() == before {
                    silent.push(format!("{who} {open:?} {id} {chord}"));
                }
            }
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
}

/// WKS-2 WKS-4: at 80 × 24 in French nothing that matters is cut.
#[test]
fn wks_2_nothing_that_matters_is_cut_at_80_columns_in_french() {
    let house = contested();
    let mut fay = Rig::new(&house, FAY);
    let line = fay.line_with("O-1");
    for part in ["AA", "Atelier climat", "12 j", "envoyée"] {
        assert!(line.contains(part), "{line}");
    }
    fay.keys("?")
        .sees(&["Touches ·", "Écrire ou réécrire"])
        .keys("Esc");
    let mut paul = Rig::new(&house, PAUL);
    assert!(paul.line_with("O-1").contains("2 à juger"));
    for (who, keys) in [(FAY, ""), (PAUL, ""), (AMELIE, "2")] {
        let mut rig = Rig::new(&house, who);
        rig.keys(keys).keys("Enter");
        for line in rig.lines() {
            assert!(!line.contains('…'), "{line}");
        }
    }
    let mut wide = Rig::at(
        &house,
        Seat {
            size: (200, 60),
            ..Seat::of(FAY)
        },
    );
    wide.sees(&["O-1", "Atelier climat", "à déclarer"]);
}
