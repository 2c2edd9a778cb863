//! Proves that every way of writing and reporting a key ends in one chord (WKS-1).

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::*;

fn event(code: KeyCode, modifiers: KeyModifiers) -> Option<String> {
    Chord::from_event(&KeyEvent::new(code, modifiers)).map(|c| c.to_string())
}

#[test]
fn wks_1_written_and_read_back() {
    for name in [
        "c",
        "G",
        "Ctrl-d",
        "Space",
        "Enter",
        "Esc",
        "Alt-x",
        "F1",
        "Shift-Tab",
        "?",
        "-",
        "é",
        "Ctrl-Alt-x",
        "Shift-Up",
        "Ctrl-Left",
        "Alt--",
        ":",
        "/",
        "Ctrl--",
        "PageDown",
    ] {
        let chord = Chord::parse(name).unwrap_or_else(|| panic!("{name}"));
        assert_eq!(chord.to_string(), name);
    }
    assert_eq!(
        Chord::parse("ctrl-D").map(|c| c.to_string()).as_deref(),
        Some("Ctrl-d")
    );
    assert_eq!(Chord::parse("Shift-g"), Chord::parse("G"));
    for bad in ["", "Hyper-x", "F25", "Ctrl-", "foo", "a b"] {
        assert_eq!(Chord::parse(bad), None, "{bad}");
    }
}

#[test]
fn wks_1_terminals_differ_and_chords_do_not() {
    let none = KeyModifiers::NONE;
    for (code, modifiers, name) in [
        (KeyCode::Char('G'), none, "G"),
        (KeyCode::Char('G'), KeyModifiers::SHIFT, "G"),
        (KeyCode::Char('g'), KeyModifiers::SHIFT, "G"),
        (KeyCode::Char('h'), KeyModifiers::CONTROL, "Backspace"),
        (KeyCode::Char('i'), KeyModifiers::CONTROL, "Tab"),
        (KeyCode::Char('j'), KeyModifiers::CONTROL, "Enter"),
        (KeyCode::BackTab, none, "Shift-Tab"),
        (KeyCode::Tab, KeyModifiers::SHIFT, "Shift-Tab"),
        (
            KeyCode::Char('D'),
            KeyModifiers::CONTROL | KeyModifiers::SHIFT,
            "Ctrl-d",
        ),
        (
            KeyCode::Char('@'),
            KeyModifiers::CONTROL | KeyModifiers::ALT,
            "@",
        ),
        (KeyCode::Char('?'), KeyModifiers::SHIFT, "?"),
    ] {
        assert_eq!(
            event(code, modifiers).as_deref(),
            Some(name),
            "{code:?} {modifiers:?}"
        );
    }
    let mut release = KeyEvent::new(KeyCode::Char('x'), none);
    release.kind = KeyEventKind::Release;
    assert_eq!(Chord::from_event(&release), None);
    assert_eq!(event(KeyCode::Char('x'), KeyModifiers::SUPER), None);
    assert_eq!(event(KeyCode::Char('\u{1b}'), none), None);
}

#[test]
fn wks_1_azerty_top_row_counts_as_digits() {
    for (i, c) in "&é\"'(-è_ç".chars().enumerate() {
        assert_eq!(
            Chord::plain(Key::Char(c)).pane_digit(),
            u8::try_from(i + 1).ok()
        );
    }
    assert_eq!(Chord::parse("7").and_then(|c| c.pane_digit()), Some(7));
    assert_eq!(Chord::parse("Ctrl-7").and_then(|c| c.pane_digit()), None);
    for zero in ["0", "à"] {
        assert_eq!(Chord::parse(zero).and_then(|c| c.pane_digit()), Some(0));
    }
}

#[test]
fn a_script_is_chords_and_words() {
    assert_eq!(Input::script("Ctrl-d abc Enter").len(), 5);
}
