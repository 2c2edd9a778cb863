//! Proves that the editor loses nothing, stays within its limits, and draws nothing unsafe.

use ratatui::layout::Rect;

use super::*;
use crate::ui::kit::keys::{Input, Mouse, MouseKind};
use crate::ui::kit::testing::{Bench, hostile};
use proptest::prelude::*;

const AREA: Rect = Rect {
    x: 0,
    y: 0,
    width: 30,
    height: 6,
};

#[test]
fn an_editor_can_follow_its_session_to_another_thread() {
    fn sent<T: Send>() {}
    sent::<Editor>();
}

fn play(text: &str, script: &str) -> (Editor, Edited) {
    let mut editor = Editor::new(text);
    let mut last = Edited::Open;
    for input in Input::script(script) {
        last = editor.update(&input, AREA);
    }
    (editor, last)
}

#[test]
fn wks_1_words_lines_and_strokes() {
    for (text, script, after) in [
        ("", "Bonjour Enter Paul", "Bonjour\nPaul"),
        ("one two", "End Ctrl-w x", "one x"),
        ("one two", "Ctrl-Right x", "one xtwo"),
        ("", "one Space two Ctrl-z", "one "),
        ("", "one Space two Ctrl-z Ctrl-z", ""),
        ("", "one Space two Ctrl-z Ctrl-r", "one two"),
        ("abc", "Shift-Right Shift-Right X Ctrl-z", "abc"),
        ("abc", "Shift-Right Ctrl-x End Ctrl-v", "bca"),
        ("one\ntwo", "Down End Ctrl-u", "one\n"),
        ("", "a Tab b", "a    b"),
    ] {
        assert_eq!(play(text, script).0.text(), after, "{text:?} {script}");
    }
    assert_eq!(play("text", "Esc").1, Edited::Cancel);
    assert_eq!(play("text", "Shift-Right Esc").1, Edited::Open);
    assert_eq!(play("text", "Ctrl-s").1, Edited::Submit);
    assert_eq!(play("text", "F1").1, Edited::Ignored);
}

#[test]
fn wks_7_what_is_written_asks_to_be_saved() {
    let (mut editor, _) = play("draft", "End");
    assert!(!editor.dirty());
    editor.insert(" more");
    assert!(editor.dirty());
    let revision = editor.revision();
    editor.update(&Input::script("x")[0], AREA);
    editor.saved(revision);
    assert!(editor.dirty(), "what was written since is not saved yet");
    editor.saved(editor.revision());
    assert!(!editor.dirty());
}

#[test]
fn wks_6_paste_keeps_all_but_control_characters() {
    let mut editor = Editor::new("");
    editor.update(
        &Input::Paste("a\x1b[31m\r\nb\tc\u{202e}d\u{7f}\u{9b}".to_owned()),
        AREA,
    );
    assert_eq!(editor.text(), "a[31m\nb\tc\u{202e}d");
    let bench = Bench::new(crate::ui::kit::texts::Lang::En);
    let lines = bench.screen(60, 6, |area, buf, look| {
        editor.view(area, buf, look, "", true)
    });
    assert_eq!(lines[5], "1 invisible character in this text (U+202E).");
}

#[test]
fn too_much_is_refused_whole_with_a_message() {
    let bench = Bench::new(crate::ui::kit::texts::Lang::Fr);
    let last = |editor: &Editor| {
        bench
            .screen(70, 6, |area, buf, look| {
                editor.view(area, buf, look, "", true)
            })
            .remove(5)
    };
    let mut editor = Editor::new("kept");
    editor.update(&Input::Paste("x".repeat(MOST_BYTES)), AREA);
    assert_eq!(editor.text(), "kept");
    assert!(last(&editor).contains("1 Mio"), "{}", last(&editor));
    editor.update(&Input::Paste("\n".repeat(MOST_LINES)), AREA);
    assert_eq!(editor.text(), "kept");
    assert!(last(&editor).contains("lignes"));
    editor.update(&Input::script("x")[0], AREA);
    assert_eq!(last(&editor), "");
    assert_eq!(
        Editor::new(&"é".repeat(MOST_BYTES)).text().len(),
        MOST_BYTES
    );
}

#[test]
fn wks_1_a_press_puts_the_cursor_there_in_wrapped_text() {
    let mut editor = Editor::new("one two three four five six seven eight nine\nten");
    let bench = Bench::new(crate::ui::kit::texts::Lang::En);
    let draw = |editor: &Editor| {
        bench.screen(30, 6, |area, buf, look| {
            editor.view(area, buf, look, "", true)
        })
    };
    assert_eq!(
        draw(&editor)[..3],
        ["one two three four five six", "seven eight nine", "ten"]
    );
    editor.update(
        &Input::Mouse(Mouse {
            kind: MouseKind::Press,
            column: 6,
            row: 1,
        }),
        AREA,
    );
    editor.update(&Input::script("X")[0], AREA);
    assert_eq!(draw(&editor)[1], "seven Xeight nine");
}

#[test]
fn wks_2_hostile_text_is_drawn_safely_at_any_size() {
    for bench in Bench::both() {
        for text in hostile() {
            let mut editor = Editor::new(&text);
            editor.to_end();
            for (width, height) in [(80, 24), (40, 10), (3, 2), (1, 1), (0, 0)] {
                bench.screen(width, height, |area, buf, look| {
                    editor.view(area, buf, look, &text, true)
                });
            }
        }
    }
}

proptest! {
    #[test]
    fn undoing_everything_gives_the_first_text_back(
        steps in prop::collection::vec(prop::sample::select(vec![
            "a", "b", "Space", "Enter", "Backspace", "Delete", "Left", "Right", "Up", "Down", "Home", "End",
            "Ctrl-w", "Ctrl-k", "Ctrl-u", "Shift-Left", "Shift-Right", "Shift-Up", "Ctrl-x", "Ctrl-v", "Tab",
        ]), 0..60),
    ) {
        let (mut editor, _) = play("one two\nthree", &steps.join(" "));
        let end = editor.text();
        for _ in 0..100 {
            editor.update(&Input::script("Ctrl-z")[0], AREA);
        }
        prop_assert_eq!(editor.text(), "one two\nthree");
        for _ in 0..100 {
            editor.update(&Input::script("Ctrl-r")[0], AREA);
        }
        prop_assert_eq!(editor.text(), end);
    }
}

#[test]
fn wks_7_a_text_put_in_place_of_another_is_one_stroke_and_keeps_the_place_of_the_cursor() {
    let (mut editor, _) = play("one\ntwo", "Down End");
    assert!(editor.replace("zero\none\ntwo"));
    editor.insert("!");
    assert_eq!(editor.text(), "zero\none\ntwo!", "it was at the end");
    let (mut editor, _) = play("one\ntwo", "End");
    assert!(editor.replace("zero\none\ntwo"));
    editor.insert("!");
    assert_eq!(editor.text(), "zero\none!\ntwo", "a line above the last");
    for script in ["Ctrl-z", "Ctrl-z"] {
        editor.update(&Input::script(script)[0], AREA);
    }
    assert_eq!(editor.text(), "one\ntwo");
    editor.update(&Input::script("Ctrl-r")[0], AREA);
    assert_eq!(editor.text(), "zero\none\ntwo");
    assert!(editor.replace("") && editor.is_empty());
    editor.update(&Input::script("Ctrl-z")[0], AREA);
    assert_eq!(editor.text(), "zero\none\ntwo");
    // One that is too long leaves what is there.
    assert!(!editor.replace(&"x".repeat(MOST_BYTES + 1)));
    assert!(!editor.replace(&"\n".repeat(MOST_LINES)));
    assert_eq!(editor.text(), "zero\none\ntwo");
}
