//! Proves that forms move, check, refuse beside the field, and forget nothing.

use super::*;
use crate::ui::kit::choices::Choice;
use crate::ui::kit::keys::Mouse;
use crate::ui::kit::prompt::Check;
use crate::ui::kit::testing::{Bench, hostile};
use std::sync::Arc;

const AREA: Rect = Rect {
    x: 0,
    y: 0,
    width: 100,
    height: 12,
};

fn date() -> Check {
    Arc::new(|text| match text {
        "tomorrow" => Ok("Fri 4 Dec 2026, 14:00 Europe/Paris".to_owned()),
        _ => Err("no such date".to_owned()),
    })
}

fn form() -> Form {
    let groups = vec![
        "Subcontracting".to_owned(),
        "Client introduction".to_owned(),
    ];
    let kinds = vec![
        "workshop".to_owned(),
        "audit".to_owned(),
        "training".to_owned(),
    ];
    let organisations = vec![
        Choice::with("TIME TOURS", "FR"),
        Choice::with("SECUR PLUS", "FR"),
        Choice::with("Time Lab", "BE"),
    ];
    Form::new(vec![
        Field::find("org", "Organisation", organisations, None).required(),
        Field::text("subject", "Subject", "")
            .required()
            .hint("CLIENT / what it is about"),
        Field::checked("by", "Deadline", "", date()),
        Field::one("group", "Group", groups, 0),
        Field::some("kinds", "Kinds", kinds, &[0]),
        Field::toggle("online", "Online", false),
    ])
}

fn play(script: &str) -> (Form, Formed) {
    let mut form = form();
    let mut last = Formed::Editing;
    for input in Input::script(script) {
        last = form.update(&input, AREA);
    }
    (form, last)
}

#[test]
fn wks_1_a_form_is_filled_in_by_keys_alone() {
    let (form, outcome) =
        play("time Down Enter Statistics Tab tomorrow Tab Right Tab Right Space Tab Space Enter");
    assert_eq!(outcome, Formed::Submit);
    assert_eq!(
        form.chosen("org"),
        Some(0)
            .filter(|_| form.text("org") == "TIME TOURS")
            .or(Some(2))
    );
    assert_eq!(form.text("subject"), "Statistics");
    assert_eq!(form.text("by"), "tomorrow");
    assert_eq!(form.chosen("group"), Some(1));
    assert_eq!(form.several("kinds"), [0, 1]);
    assert!(form.toggled("online") && form.dirty());
}

#[test]
fn wks_1_what_is_wrong_is_said_and_the_keys_go_there() {
    let (form, outcome) = play("Ctrl-s");
    assert_eq!(
        (outcome, form.focus, form.fields[0].fault.clone()),
        (Formed::Editing, 0, Some(Fault::Missing))
    );
    assert_eq!(form.fields[1].fault, Some(Fault::Missing));
    let (form, outcome) = play("zzz Tab subject Tab never Tab Ctrl-s");
    assert_eq!((outcome, form.focus), (Formed::Editing, 0));
    assert_eq!(form.fields[0].fault, Some(Fault::NotFound));
    assert_eq!(
        form.fields[2].fault,
        Some(Fault::Said("no such date".to_owned()))
    );
    let (form, _) = play("Tab Tab never Tab Shift-Tab Ctrl-u tomorrow");
    assert_eq!(
        (form.fields[2].fault.clone(), form.fields[2].echo.is_empty()),
        (None, false)
    );
}

#[test]
fn wks_7_a_form_that_was_left_or_refused_keeps_what_was_typed() {
    let (mut form, outcome) = play("time Enter Statistics Esc");
    assert_eq!(
        (outcome, form.text("subject")),
        (Formed::Cancel, "Statistics")
    );
    form.fail("org", "Martine has this one");
    assert_eq!(form.focus, 0);
    let bench = Bench::new(crate::ui::kit::texts::Lang::En);
    let lines = bench.screen(100, 12, |area, buf, look| form.view(area, buf, look));
    assert!(lines[0].contains("✗ Martine has this one"), "{lines:#?}");
}

#[test]
fn wks_1_a_press_goes_to_a_field_and_toggles() {
    let mut form = form();
    let press = Input::Mouse(Mouse {
        kind: MouseKind::Press,
        column: 30,
        row: 10,
    });
    form.update(&press, AREA);
    assert_eq!((form.focus, form.toggled("online")), (5, false));
    form.update(&press, AREA);
    assert!(form.toggled("online"));
}

#[test]
fn wks_2_drawn_beside_or_below_and_scrolled_to_the_keys() {
    for bench in Bench::both() {
        let draw = |form: &Form, width, height| {
            bench.screen(width, height, |area, buf, look| form.view(area, buf, look))
        };
        let (form, _) = play("Tab Tab tomorrow");
        let wide = draw(&form, 100, 12);
        assert!(
            wide[4].contains("tomorrow")
                && wide[5].contains("→ Fri 4 Dec 2026, 14:00 Europe/Paris"),
            "{wide:#?}"
        );
        let narrow = draw(&form, 50, 12);
        assert!(
            narrow[4].contains("tomorrow") && narrow[5].contains("→ Fri 4 Dec"),
            "{narrow:#?}"
        );
        let (form, _) = play("Tab Tab Tab Tab Tab");
        let low = draw(&form, 50, 4);
        assert!(low[2].contains("[ ]"), "{low:#?}");
        let (form, _) = play("time");
        let offers = draw(&form, 100, 12);
        assert!(
            offers[1].contains("TIME TOURS") || offers[1].contains("Time Lab"),
            "{offers:#?}"
        );
    }
}

#[test]
fn wks_2_options_that_do_not_fit_are_counted() {
    let bench = Bench::new(crate::ui::kit::texts::Lang::En);
    let options = ["French", "English", "German", "Spanish", "Italian"];
    let field = Field::some(
        "languages",
        "Languages",
        options.map(str::to_owned).into(),
        &[],
    );
    let mut form = Form::new(vec![field]);
    let line = |form: &Form| {
        let screen = bench.screen(50, 4, |area, buf, look| form.view(area, buf, look));
        screen.concat()
    };
    let first = line(&form);
    assert!(
        first.contains("French") && first.contains("+3 ›"),
        "{first}"
    );
    for input in Input::script("Right Right Right Right") {
        form.update(&input, ratatui::layout::Rect::new(0, 0, 50, 4));
    }
    let last = line(&form);
    assert!(
        last.contains("‹") && last.contains("Italian") && !last.contains("›"),
        "{last}"
    );
}

#[test]
fn wks_6_hostile_words_do_not_break_a_form() {
    for bench in Bench::both() {
        for words in hostile() {
            let options = vec![words.clone(); 3];
            let mut form = Form::new(vec![
                Field::find("a", &words, vec![Choice::with(&words, &words)], Some(0)),
                Field::text("b", &words, &words).hint(&words),
                Field::one("c", &words, options.clone(), 1),
                Field::some("d", &words, options, &[1]),
                Field::toggle("e", &words, true),
            ]);
            form.fail("b", &words);
            for (width, height) in [(100, 24), (40, 10), (7, 3), (1, 1), (0, 0)] {
                bench.screen(width, height, |area, buf, look| form.view(area, buf, look));
            }
        }
    }
}
