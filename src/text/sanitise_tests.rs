//! Proves that nothing that steers or hides passes, and that what is harmless stays (WKS-2, WKS-6).

use super::*;
use proptest::prelude::*;

#[test]
fn wks_6_what_steers_a_terminal_is_shown_instead() {
    for (raw, shown) in [
        ("plain", "plain"),
        ("\x1b[2Jboo", "<U+001B>[2Jboo"),
        ("a\u{202e}gpj.exe", "a<U+202E>gpj.exe"),
        ("\u{9b}31m", "<U+009B>31m"),
        ("zero\u{200b}\u{200b}\u{200b}width", "zero<U+200B×3>width"),
        ("a\u{ad}b\u{7f}", "a<U+00AD>b<U+007F>"),
        ("\u{e000}\u{10ffff}", "<U+E000><U+10FFFF>"),
        ("a\u{2028}b", "a<U+2028>b"),
        ("one\r\ntwo\tthree", "one two three"),
    ] {
        assert_eq!(clean_line(raw), shown, "{raw:?}");
    }
}

#[test]
fn wks_2_scripts_and_pictures_stay_as_they_are() {
    for text in [
        "Élodie Çelik — œuvre № 3, 1 234,56 €",
        "שלום עולם",
        "مرحبا بالعالم",
        "日本語のテキスト",
        "हिन्दी",
        "👩\u{200d}👩\u{200d}👧\u{200d}👦 ☎\u{fe0f} 1\u{fe0f}\u{20e3} 👍🏽",
        "e\u{301}",
    ] {
        assert!(
            matches!(clean_line(text), Cow::Borrowed(t) if t == text),
            "{text}"
        );
    }
}

#[test]
fn wks_6_joiners_outside_pictures_are_shown_and_chains_are_cut() {
    assert_eq!(clean_line("a\u{200d}b"), "a<U+200D>b");
    assert_eq!(clean_line("👩\u{200d}x"), "👩<U+200D>x");
    let chain = vec!["👩"; 40].join("\u{200d}");
    assert!(clean_line(&chain).contains("<U+200D>"));
}

#[test]
fn wks_6_combining_marks_are_limited() {
    let pile = format!("a{}b", "\u{301}".repeat(10_000));
    assert_eq!(clean_line(&pile), "a\u{301}\u{301}\u{301}\u{301}<+9996>b");
    assert_eq!(clean_line("\u{301}x"), "◌\u{301}x");
    assert_eq!(clean_text("x\n\u{301}"), "x\n◌\u{301}");
}

#[test]
fn text_keeps_lines_and_expands_tabs() {
    assert_eq!(clean_text("a\tb\r\nc\rd"), "a       b\nc<U+000D>d");
}

/// Strings made mostly of what an attacker would use.
fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        "[a-zé0-9#]".prop_map(String::from),
        prop::sample::select(vec![
            "\u{202e}",
            "\u{200d}",
            "\u{fe0f}",
            "\u{301}",
            "👩",
            "\r\n",
            "\t",
            "\u{1b}[",
            "1\u{20e3}",
            "\u{1160}",
            "<",
            ">",
            "×",
            "\u{301}\u{301}\u{301}\u{301}\u{301}",
        ])
        .prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|v| v.concat())
}

proptest! {
    #[test]
    fn wks_6_nothing_forbidden_passes_and_twice_is_once(raw in nasty()) {
        for (lines, once) in [(false, clean_line(&raw)), (true, clean_text(&raw))] {
            let twice = if lines { clean_text(&once) } else { clean_line(&once) };
            prop_assert_eq!(&twice, &once);
            for c in once.chars() {
                let part_of_emoji = matches!(c, '\u{200d}' | '\u{fe0e}' | '\u{fe0f}');
                prop_assert!(part_of_emoji || !is_forbidden(c) || (lines && c == '\n'), "{:?} in {:?}", c, once);
                prop_assert!(c == '\n' || c.width().is_some());
            }
        }
    }

    #[test]
    fn wks_6_emoji_parts_stand_only_beside_pictures(raw in nasty()) {
        let shown: Vec<char> = clean_line(&raw).chars().collect();
        for (i, &c) in shown.iter().enumerate() {
            if c == '\u{200d}' {
                prop_assert!(i > 0 && shown.get(i + 1).is_some_and(|&n| is_picture(n)));
            }
        }
    }
}
