//! What is typed at the program in a terminal: keys in every form, cut or whole, pastes, and what a
//! terminal answers.

use rustix::process::Signal;

use super::pty::Pty;
use super::{SIZE, assert_restored, house, leave_help, open};

/// What a terminal says that can tell keys apart, with what else it says of itself.
const CAN: &str = "\x1b[?0u\x1b[?62;22c";
/// What it is asked then.
const TELL: &str = "\x1b[>1u";
const ENTER: &str = "\x1b[?1049h";
const LEAVE: &str = "\x1b[?1049l";

/// WKS-1: keys as terminals send them, through a real terminal's line discipline.
#[test]
fn wks_1_keys_come_through_a_terminal() {
    let data = house();
    let mut pty = open(&data);
    // The top row of an AZERTY keyboard counts as digits, also where a digit is two bytes.
    for (key, pane) in [("\"", 3), ("è", 7), ("ç", 9)] {
        pty.send(key);
        pty.wait_for(&format!("no pane {pane}"));
    }
    // Alt and a key, in one piece or two, in the form of older and of newer terminals.
    for keys in [
        &["\x1bx"][..],
        &["\x1b[120", ";3u"],
        &["\x1b[27;3;1", "20~"],
    ] {
        for piece in keys {
            pty.send(piece);
        }
        pty.wait_for("All actions");
        pty.send("\x1b");
        pty.wait_gone("All actions");
    }
    pty.send("?");
    leave_help(&mut pty);
    assert_eq!(pty.end().code, 0);
}

/// WKS-1: bytes of one key that come apart are one key, bytes of none are none.
#[test]
fn wks_1_keys_that_are_cut_are_put_together() {
    let data = house();
    let mut pty = open(&data);
    pty.send("N");
    pty.wait_for("Note on");
    // A letter and the first half of a key: what the letter makes of the text shows that both were read.
    let cut: [(&[u8], &str, &[u8]); 5] = [
        (b"a\x1b[1;", "a", b"5D"),
        (b"b\xc3", "ba", b"\xa9"),
        (b"c\x1b[<64;1", "béca", b"0;10M"),
        (b"d\x1b[24;80", "bécda", b"R"),
        (b"e\x1b]11;rgb:00/00", "bécdea", b"/00\x1b\\"),
    ];
    for (head, shown, tail) in cut {
        pty.send_bytes(head);
        pty.wait_for(shown);
        pty.send_bytes(tail);
    }
    pty.send("!");
    pty.wait_for("bécde!a");
    pty.signal(Signal::TERM);
    assert_restored(&pty.end());
}

#[test]
fn wks_1_a_paste_is_text_and_no_keys() {
    let data = house();
    let mut pty = open(&data);
    pty.send("N");
    pty.wait_for("Note on");
    // In two pieces, with what would be keys in it, and a key behind it.
    pty.send("\x1b[200~premier\rdeux\x1b");
    pty.send("[Aième\x1b[201~!");
    pty.wait_for("ième!");
    pty.wait_for("premier");
    assert!(!pty.shows("premierdeux"), "the lines are one");
    pty.signal(Signal::TERM);
    assert_restored(&pty.end());
}

/// WKS-2: a terminal that can tells keys apart for as long as it is ours, and no longer.
#[test]
fn wks_2_a_terminal_that_can_tells_keys_apart() {
    let data = house();
    let editor = ("EDITOR", "sh -c 'printf \" avant midi\" >> \"$0\"'");
    let path = std::env::var("PATH").expect("a path");
    let mut pty = Pty::open(data.path(), SIZE, &[editor, ("PATH", &path)]);
    pty.wait_for("R-1");
    pty.send(CAN);
    pty.wait_written(TELL, 1);
    // From now on Escape says what it is.
    pty.send("?");
    pty.wait_for("Keys ·");
    pty.send("\x1b[27u");
    pty.wait_gone("Keys ·");
    // Another program gets the terminal as it was, and afterwards it is asked again.
    pty.send("N");
    pty.wait_for("Note on");
    pty.send("rappeler");
    pty.wait_for("rappeler");
    pty.send("\x1b[101;5u");
    pty.wait_for("rappeler avant midi");
    pty.send(CAN);
    pty.wait_written(TELL, 2);
    pty.signal(Signal::TERM);
    let end = pty.end();
    assert_restored(&end);
    let order: Vec<&str> = [ENTER, TELL, "\x1b[<u", LEAVE]
        .into_iter()
        .flat_map(|word| end.bytes.match_indices(word))
        .collect::<std::collections::BTreeMap<_, _>>()
        .into_values()
        .collect();
    let once = [ENTER, TELL, "\x1b[<u", LEAVE];
    assert_eq!(order, [once, once].concat());
}

/// WKS-2: who does not answer is asked nothing more.
#[test]
fn wks_2_a_terminal_that_cannot_is_left_alone() {
    let data = house();
    let mut pty = open(&data);
    pty.send("\x11");
    let end = pty.end();
    for word in [TELL, "\x1b[<u"] {
        assert!(!end.bytes.contains(word), "{:?}", end.bytes);
    }
}
