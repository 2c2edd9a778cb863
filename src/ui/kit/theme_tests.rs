//! Proves that every theme is whole at every depth, and faults name their line (WKS-2).

use ratatui::style::{Color, Modifier};

use super::*;

#[test]
fn wks_2_every_theme_gives_every_style_at_every_depth() {
    for which in Builtin::ALL {
        assert_eq!(Builtin::named(which.name()), Some(which));
        for depth in [
            Depth::TrueColour,
            Depth::Ansi256,
            Depth::Ansi16,
            Depth::None,
        ] {
            let theme =
                Theme::parse(which.source(), depth).unwrap_or_else(|e| panic!("{which:?}: {e}"));
            for (name, style) in theme.all() {
                if depth != Depth::TrueColour {
                    assert!(!matches!(style.fg, Some(Color::Rgb(..))), "{name}");
                }
                if depth == Depth::None {
                    assert_eq!((style.fg, style.bg), (None, None), "{name}");
                }
            }
        }
    }
}

#[test]
fn wks_2_without_colour_the_signs_differ_by_shape() {
    let plain = Theme::builtin(Builtin::Dark, Depth::None);
    let shapes = [
        plain.text,
        plain.selection,
        plain.marked,
        plain.late,
        plain.key_disabled,
        plain.cursor,
    ];
    for (i, a) in shapes.iter().enumerate().skip(1) {
        assert_ne!(a.add_modifier, Modifier::empty(), "style {i}");
    }
    assert_ne!(plain.selection, plain.marked);
    assert_ne!(plain.soon, plain.late);
}

#[test]
fn a_faulty_theme_is_refused_with_its_line() {
    let good = Builtin::Dark.source();
    let cases = [
        (good.replacen("\nmuted = {", "\nmutted = {", 1), "mutted"),
        (good.replacen("\nmuted = {", "\n# muted = {", 1), "muted"),
        (
            good.replacen("fg = \"accent\"", "fg = \"acent\"", 1),
            "acent",
        ),
        (
            "[palette]\na = \"#12\"\n".to_owned() + good.split_once("[palette]").unwrap().1,
            "#12",
        ),
        ("what".to_owned(), ""),
    ];
    for (source, word) in cases {
        let error = Theme::parse(&source, Depth::TrueColour).unwrap_err();
        assert!(error.line.is_some(), "{error}");
        assert!(error.problem.contains(word), "{error}");
        let line = source.lines().nth(error.line.unwrap() - 1).unwrap();
        assert!(
            line.contains(word) || error.problem.contains("missing"),
            "{error}: {line}"
        );
    }
}
