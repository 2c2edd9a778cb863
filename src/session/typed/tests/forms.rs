//! What each form of each key means, terminal by terminal.

use super::words;

/// Every case that is wrong, with what came of it.
fn check(cases: &[(&[u8], &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(bytes, expected)| (bytes, expected, words(bytes)))
        .filter(|(_, expected, found)| found != *expected)
        .map(|(bytes, expected, found)| {
            let bytes = bytes.escape_ascii();
            format!("{bytes}: {found}, not {expected}")
        })
        .collect();
    assert!(wrong.is_empty(), "\n  {}\n", wrong.join("\n  "));
}

#[test]
fn wks_1_characters_and_control_characters() {
    check(&[
        (b"a", "a"),
        (b"G", "G"),
        (b" ", "Space"),
        ("é".as_bytes(), "é"),
        ("É".as_bytes(), "É"),
        ("日本".as_bytes(), "日 本"),
        ("🦀".as_bytes(), "🦀"),
        (b"\0", "Ctrl-Space"),
        (b"\x01", "Ctrl-a"),
        (b"\x08", "Backspace"),
        (b"\t", "Tab"),
        (b"\n", "Enter"),
        (b"\r", "Enter"),
        (b"\x12", "Ctrl-r"),
        (b"\x1a", "Ctrl-z"),
        (b"\x1c", "Ctrl-4"),
        (b"\x1d", "Ctrl-5"),
        (b"\x1e", "Ctrl-6"),
        (b"\x1f", "Ctrl-7"),
        (b"\x7f", "Backspace"),
        // The unshifted top row of an AZERTY keyboard.
        ("&é\"'(-è_ç".as_bytes(), "& é \" ' ( - è _ ç"),
        // Control characters of the second set are no keys.
        (b"\xc2\x9b", ""),
    ]);
}

#[test]
fn wks_1_escape_alone_and_before_a_key() {
    check(&[
        (b"\x1b", "Esc"),
        (b"\x1b\x1b", "Esc Esc"),
        (b"\x1b\x1b\x1b", "Esc Esc Esc"),
        (b"\x1bx", "Alt-x"),
        (b"\x1bX", "Alt-X"),
        (b"\x1b\x1bx", "Esc Alt-x"),
        ("\u{1b}é".as_bytes(), "Alt-é"),
        ("\u{1b}\u{1b}é".as_bytes(), "Esc Alt-é"),
        (b"\x1b ", "Alt-Space"),
        (b"\x1b\r", "Alt-Enter"),
        (b"\x1b\t", "Alt-Tab"),
        (b"\x1b\x7f", "Alt-Backspace"),
        (b"\x1b\x08", "Alt-Backspace"),
        (b"\x1b\x01", "Ctrl-Alt-a"),
        (b"\x1b-", "Alt--"),
        (b"\x1b5", "Alt-5"),
        // What also begins a sequence or a string, with nothing behind it.
        (b"\x1b[", "Alt-["),
        (b"\x1bO", "Alt-O"),
        (b"\x1b]", "Alt-]"),
        (b"\x1bP", "Alt-P"),
        (b"\x1b_", "Alt-_"),
        (b"\x1b^", "Alt-^"),
        (b"\x1b\\", "Alt-\\"),
        (b"\x1b\x1b[", "Esc Alt-["),
        (b"\x1b\x1bO", "Esc Alt-O"),
        (b"\x1b\x1b]", "Esc Alt-]"),
        // And with what cannot be in one.
        (b"\x1b]j", "Alt-] j"),
        (b"\x1bPj", "Alt-P j"),
        (b"\x1b_j", "Alt-_ j"),
        (b"\x1bOz", "Alt-O z"),
        (b"\x1b[\r", "Alt-[ Enter"),
        ("\u{1b}[é".as_bytes(), "Alt-[ é"),
        (b"\x1b[\x1b[A", "Alt-[ Up"),
        (b"\x1bO\x1bOA", "Alt-O Up"),
        (b"\x1b\x1b[\x1b[A", "Esc Alt-[ Up"),
        (b"\x1b]\x1b[A", "Alt-] Up"),
        // rxvt, PuTTY: Alt is one more ESC.
        (b"\x1b\x1b[A", "Alt-Up"),
        (b"\x1b\x1bOA", "Alt-Up"),
        (b"\x1b\x1b[3~", "Alt-Delete"),
        (b"\x1b\x1b[Z", "Alt-Shift-Tab"),
        (b"\x1b\x1b\x1b[A", "Esc Alt-Up"),
    ]);
}

#[test]
fn wks_1_cursor_and_editing_keys() {
    check(&[
        (
            b"\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F",
            "Up Down Right Left Home End",
        ),
        (
            b"\x1bOA\x1bOB\x1bOC\x1bOD\x1bOH\x1bOF",
            "Up Down Right Left Home End",
        ),
        (
            b"\x1b[1~\x1b[2~\x1b[3~\x1b[4~\x1b[5~\x1b[6~\x1b[7~\x1b[8~",
            "Home Insert Delete End PageUp PageDown Home End",
        ),
        (b"\x1b[Z", "Shift-Tab"),
        (b"\x1b[1;2Z", "Shift-Tab"),
        (b"\x1b[1;5Z", "Ctrl-Shift-Tab"),
        (b"\x1b[1;2A", "Shift-Up"),
        (b"\x1b[1;3B", "Alt-Down"),
        (b"\x1b[1;5C", "Ctrl-Right"),
        (b"\x1b[1;8D", "Ctrl-Alt-Shift-Left"),
        (b"\x1b[1;5H\x1b[1;5F", "Ctrl-Home Ctrl-End"),
        (b"\x1b[3;5~", "Ctrl-Delete"),
        (b"\x1b[5;3~", "Alt-PageUp"),
        // Older forms of modifiers.
        (b"\x1b[5C", "Ctrl-Right"),
        (b"\x1bO5C", "Ctrl-Right"),
        (b"\x1bO1;5C", "Ctrl-Right"),
        // rxvt.
        (
            b"\x1b[a\x1b[b\x1b[c\x1b[d",
            "Shift-Up Shift-Down Shift-Right Shift-Left",
        ),
        (
            b"\x1bOa\x1bOb\x1bOc\x1bOd",
            "Ctrl-Up Ctrl-Down Ctrl-Right Ctrl-Left",
        ),
        (b"\x1b[3$", "Shift-Delete"),
        (b"\x1b[3^", "Ctrl-Delete"),
        (b"\x1b[3@", "Ctrl-Shift-Delete"),
        (b"\x1b[7$j", "Shift-Home j"),
        // The keypad, where it speaks for itself.
        (b"\x1bOM", "Enter"),
        (b"\x1bOI", "Tab"),
        (b"\x1bOj\x1bOk\x1bOl\x1bOm\x1bOn\x1bOo", "* + , - . /"),
        (b"\x1bOp\x1bOq\x1bOy\x1bOX", "0 1 9 ="),
    ]);
}

#[test]
fn wks_1_function_keys() {
    check(&[
        (b"\x1bOP\x1bOQ\x1bOR\x1bOS", "F1 F2 F3 F4"),
        (b"\x1b[P\x1b[Q\x1b[R\x1b[S", "F1 F2 F3 F4"),
        // The Linux console, and rxvt.
        (b"\x1b[[A\x1b[[B\x1b[[C\x1b[[D\x1b[[E", "F1 F2 F3 F4 F5"),
        (b"\x1b[11~\x1b[12~\x1b[13~\x1b[14~", "F1 F2 F3 F4"),
        (
            b"\x1b[15~\x1b[17~\x1b[18~\x1b[19~\x1b[20~\x1b[21~\x1b[23~\x1b[24~",
            "F5 F6 F7 F8 F9 F10 F11 F12",
        ),
        (b"\x1b[25~\x1b[26~\x1b[28~\x1b[29~", "F13 F14 F15 F16"),
        (b"\x1b[31~\x1b[32~\x1b[33~\x1b[34~", "F17 F18 F19 F20"),
        (b"\x1b[1;2P\x1b[1;5Q\x1b[1;3S", "Shift-F1 Ctrl-F2 Alt-F4"),
        (b"\x1bO2P\x1bO1;5Q\x1bO1;2R", "Shift-F1 Ctrl-F2 Shift-F3"),
        (b"\x1b[1;2R", "Shift-F3"),
        (b"\x1b[15;2~\x1b[24;5~", "Shift-F5 Ctrl-F12"),
        (b"\x1b\x1bOP", "Alt-F1"),
    ]);
}

#[test]
fn wks_1_keys_told_apart() {
    check(&[
        // kitty: `CSI u`, alone, with modifiers, with other layouts' keys, pressed, held and let go.
        (
            b"\x1b[27u\x1b[13u\x1b[9u\x1b[127u",
            "Esc Enter Tab Backspace",
        ),
        (b"\x1b[99;5u", "Ctrl-c"),
        (b"\x1b[97;3u", "Alt-a"),
        (b"\x1b[97;4u", "Alt-A"),
        (b"\x1b[97:65;2u", "A"),
        (b"\x1b[97:65:113;2u", "A"),
        (b"\x1b[97::113;5u", "Ctrl-a"),
        (b"\x1b[233;3u", "Alt-é"),
        (b"\x1b[9;2u\x1b[9;5u", "Shift-Tab Ctrl-Tab"),
        (b"\x1b[13;2u", "Shift-Enter"),
        (b"\x1b[32;5u", "Ctrl-Space"),
        (b"\x1b[91;3u\x1b[93;3u\x1b[79;3u", "Alt-[ Alt-] Alt-O"),
        (b"\x1b[106;5u", "Enter"),
        (b"\x1b[97;5:1u\x1b[97;5:2u\x1b[97;5:3u", "Ctrl-a Ctrl-a"),
        (b"\x1b[1;1:1A\x1b[1;1:3A", "Up"),
        (b"\x1b[3;1:1~\x1b[3;1:3~", "Delete"),
        (b"\x1b[97;;97u", "a"),
        // Caps Lock and Num Lock are held, and say nothing.
        (b"\x1b[27;129u\x1b[97;69u\x1b[1;129A", "Esc Ctrl-a Up"),
        // The keypad and the keys above F12.
        (b"\x1b[57400u\x1b[57414u\x1b[57423u", "1 Enter Home"),
        (b"\x1b[57376u\x1b[57387u", "F13 F24"),
        // Super, Hyper and Meta are not ours; neither are modifiers alone, media keys and text.
        (b"\x1b[97;9u\x1b[97;17u\x1b[97;33u\x1b[1;9A\x1b[1;33A", ""),
        (b"\x1b[57441;2u\x1b[57428u\x1b[57358u\x1b[0;;229u", ""),
        // Modifiers that do not exist.
        (b"\x1b[97;256u\x1b[97;99999u\x1b[1;256A\x1b[3;256~", ""),
        // xterm: `modifyOtherKeys`.
        (b"\x1b[27;5;105~", "Tab"),
        (b"\x1b[27;5;9~", "Ctrl-Tab"),
        (b"\x1b[27;2;13~", "Shift-Enter"),
        (b"\x1b[27;5;99~", "Ctrl-c"),
        (b"\x1b[27;3;93~", "Alt-]"),
        (b"\x1b[27;4;65~", "Alt-A"),
        (b"\x1b[27;5;8~", "Ctrl-Backspace"),
        (b"\x1b[27;5;27~", "Ctrl-Esc"),
    ]);
}

#[test]
fn wks_1_the_mouse() {
    check(&[
        (b"\x1b[<0;1;1M\x1b[<0;1;1m", "Press(0,0)"),
        (b"\x1b[<0;400;150M", "Press(399,149)"),
        (b"\x1b[<32;3;4M", "Drag(2,3)"),
        (b"\x1b[<64;3;4M\x1b[<65;3;4M", "WheelUp(2,3) WheelDown(2,3)"),
        (b"\x1b[<16;3;4M", "Press(2,3)"),
        // Other buttons, the wheel to the sides, moves, and what nobody has.
        (
            b"\x1b[<1;3;4M\x1b[<2;3;4M\x1b[<66;3;4M\x1b[<35;3;4M\x1b[<128;3;4M",
            "",
        ),
        (
            b"\x1b[<0;0;0M\x1b[<0;0;1M\x1b[<0;1M\x1b[<M\x1b[<0;-1;1M",
            "",
        ),
        (b"\x1b[<0;99999;1M\x1b[<999;1;1Mj", "j"),
        // The old report, and rxvt's.
        (b"\x1b[M !!", "Press(0,0)"),
        (b"\x1b[M#!!", ""),
        (b"\x1b[M`$%", "WheelUp(3,4)"),
        (b"\x1b[M \xff\xffj", "Press(222,222) j"),
        (b"\x1b[M   j", "Press(0,0) j"),
        (b"\x1b[32;3;4M\x1b[32;0;4M", "Press(2,3)"),
        // A key within an old report ends it.
        (b"\x1b[M \x1b[A", "Up"),
        (b"\x1b[M \r", "Enter"),
    ]);
}

#[test]
fn wks_6_reports_that_nobody_asked_for_say_nothing() {
    check(&[
        // Where the cursor is, what the terminal is, how it is, its size.
        (b"\x1b[24;80R\x1b[1;80R\x1b[?1;1R", ""),
        (b"\x1b[?62;22c\x1b[>41;354;0c\x1b[=0c\x1b[0n\x1b[3n", ""),
        (b"\x1b[?2026;2$y\x1b[4;1$y\x1b[8;24;80t\x1b[2 q", ""),
        // Focus, the end of a paste that never began.
        (b"\x1b[I\x1b[O\x1b[201~", ""),
        // Strings: OSC, DCS, APC, PM, SOS, ended by ST or BEL.
        (b"\x1b]11;rgb:0000/0000/0000\x1b\\j", "j"),
        (b"\x1b]52;c;aGVsbG8=\x07j", "j"),
        ("\u{1b}]lTitle é\u{1b}\\j".as_bytes(), "j"),
        (
            b"\x1bP1$r0m\x1b\\\x1bP>|xterm(354)\x1b\\\x1bP1+r544e=78\x1b\\j",
            "j",
        ),
        (b"\x1b_Gi=31;OK\x1b\\j", "j"),
        (b"\x1b^private\x1b\\\x1bXstart\x1b\\j", "j"),
        // A key within one ends it.
        (b"\x1b]11;rgb\rj", "Enter j"),
        (b"\x1b]11;rgb\x1b[Aj", "Up j"),
        (b"\x1b]11;rgb\x1b\x1b\\", "Esc Alt-\\"),
        // One that never ends is nothing, and so is a sequence.
        (b"\x1b]11;rgb", ""),
        (b"\x1b]11;rgb\x1b", "Esc"),
        (b"\x1b[1;", ""),
        (b"\x1b[[", ""),
        (b"\x1b[M", ""),
        // Sequences nobody has.
        (
            b"\x1b[?1h\x1b[99~\x1b[1;2;3;4;5z\x1b[<1;2;3u\x1b[:A\x1b[1?A\x1b[E\x1bOE",
            "",
        ),
        // One that is broken off by a key, and the key.
        (b"\x1b[1;\x1b[A\x1b[1;\r\x1b[1;\x7f", "Up Enter Backspace"),
        (b"\x1b[1;\xc3\xa9", "é"),
        (b"\x1bO1;\x1bOA", "Up"),
    ]);
}

#[test]
fn wks_1_a_terminal_says_what_it_can() {
    check(&[
        (b"\x1b[?0u\x1b[?62c", "Kitty"),
        // It tells keys apart already.
        (b"\x1b[?1u\x1b[?5u\x1b[?31u", ""),
        (b"\x1b[?u\x1b[?999u\x1b[?0;1u", ""),
    ]);
}

#[test]
fn wks_6_bytes_that_are_no_text_are_dropped_one_by_one() {
    check(&[
        (b"a\xffb\x80c\xc0d", "a b c d"),
        // Cut off, too long, a half of a pair, beyond the last character.
        (b"\xe2\x82a", "a"),
        (b"\xe2(\xa1", "("),
        (b"\xe0\x80\x80a", "a"),
        (b"\xed\xa0\x80a", "a"),
        (b"\xf4\x90\x80\x80a\xf5a", "a a"),
        (b"\xc3\xc3\xa9", "é"),
        (b"\xc3", ""),
        (b"\x1b\xc3a", "Esc a"),
        (b"\x1b\xffa", "Esc a"),
        (b"\x1b\xc3", "Esc"),
    ]);
}

#[test]
fn wks_1_a_paste_is_text_whatever_it_looks_like() {
    check(&[
        (b"\x1b[200~hello\x1b[201~j", "paste(hello) j"),
        (b"\x1b[200~\x1b[201~", "paste()"),
        (b"\x1b[200~a\r\nb\rc\n\r\n\x1b[201~", "paste(a\nb\nc\n\n)"),
        (
            b"\x1b[200~\x1b[A\x1b[20\x1b[201\x1b\x1b[201~",
            "paste(\x1b[A\x1b[20\x1b[201\x1b)",
        ),
        (b"\x1b[200~\x1b[200~q\x1b[201~", "paste(\x1b[200~q)"),
        (b"\x1b[200~\xff\xc3\x1b[201~", "paste(\u{fffd}\u{fffd})"),
        ("\u{1b}[200~é日\u{1b}[201~".as_bytes(), "paste(é日)"),
        // One that never ends.
        (b"\x1b[200~q\x1b[20", "paste(q\x1b[20)"),
    ]);
}
