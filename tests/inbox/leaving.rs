//! Esc and leaving, wherever one is: a key that a multiplexer joined with Esc is both, and what leaves
//! leaves everywhere or says what does.

use entremise::ui::kit::keys::Chord;

use crate::morning::mails;
use crate::rig::{AMELIE, House, Rig, Seat};

fn rig(house: &std::rc::Rc<House>) -> Rig {
    Rig::at(house, Seat::english(AMELIE, (120, 36)))
}

/// The story behind: under tmux Esc and a key within its escape-time come as Alt and that key, which meant
/// nothing: both vanished.
#[test]
fn wks_1_a_key_close_behind_escape_is_escape_and_that_key() {
    let house = House::with(&mails());
    for (open, title) in [("?", "Keys ·"), ("N", "Note on"), (":", "All actions")] {
        let mut joined = rig(&house);
        joined.keys(open).sees(&[title]);
        joined.keys("Alt-?").misses("Note on").sees(&["Keys ·"]);
        joined.keys("Alt-N").misses("Keys ·").sees(&["Note on"]);
    }
    // Also where Esc closes nothing, and for keys with Ctrl.
    let mut list = rig(&house);
    list.keys("Alt-?").sees(&["Keys ·"]);
    list.keys("Ctrl-Alt-q");
    assert!(list.gone);
}

#[test]
fn wks_1_alt_keys_that_have_a_meaning_keep_it() {
    let house = House::with(&mails());
    let mut rig = rig(&house);
    rig.keys("Alt-x").sees(&["All actions"]).keys("Esc");
    // By word in a text, and what a person bound themselves.
    rig.keys("N").type_text("un deux");
    rig.keys("Alt-b")
        .type_text("X")
        .sees(&["Note on", "un Xdeux"]);
    let mut own = Rig::at(
        &house,
        Seat {
            keys: "[keys]\nhelp = \"Alt-h\"\n".into(),
            ..Seat::english(AMELIE, (120, 36))
        },
    );
    own.keys("Alt-h").sees(&["Keys ·"]);
}

#[test]
fn wks_1_what_leaves_everywhere_leaves_everywhere() {
    let house = House::with(&mails());
    for place in [
        "", "Enter", "?", ":", "F4", "/", "F", "x", "N", "2", "8", "0", "2 /",
    ] {
        let mut rig = rig(&house);
        rig.keys(place).keys("Ctrl-q");
        assert!(rig.gone, "{place:?}:\n{}", rig.screen());
    }
    for place in ["", "Enter", "?", ":", "F4", "2"] {
        let mut rig = rig(&house);
        rig.keys(place).keys("Ctrl-c");
        assert!(rig.gone, "{place:?}:\n{}", rig.screen());
    }
}

#[test]
fn wks_7_leaving_a_note_keeps_it_as_a_draft() {
    let house = House::with(&mails());
    let mut first = rig(&house);
    first.keys("N").type_text("rappeler mardi");
    // Copies, and leaves nothing.
    first
        .keys("Ctrl-c")
        .sees(&["Ctrl-q quits Entremise", "rappeler mardi"]);
    assert!(!first.gone);
    first
        .keys("Shift-Left Shift-Left Ctrl-c End Ctrl-v")
        .sees(&["rappeler mardidi"]);
    first.keys("Ctrl-q");
    assert!(first.gone);
    rig(&house).keys("N").sees(&["rappeler mardidi"]);
}

/// What is typed in a form is kept nowhere: the key says what to do, and nothing is lost by it.
#[test]
fn wks_7_a_form_says_how_to_leave() {
    let house = House::with(&mails());
    for key in ["Ctrl-q", "Ctrl-c"] {
        let mut rig = rig(&house);
        rig.keys("n").type_text("TIME TOURS").keys(key);
        assert!(!rig.gone, "{key}: the form is lost");
        rig.sees(&["TIME TOURS", "press Esc to close it, then Ctrl-q to quit"]);
        rig.keys("Esc Ctrl-q");
        assert!(rig.gone);
    }
    let mut bound = Rig::at(
        &house,
        Seat {
            keys: "[keys]\nquit = \"F12\"\n".into(),
            ..Seat::english(AMELIE, (120, 36))
        },
    );
    bound.keys("n F12").sees(&["then F12 to quit"]);
    assert!(Chord::parse("F12").is_some() && !bound.gone);
}
