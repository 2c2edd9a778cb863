//! Terminals that can do little: those that cannot show the workstation are told in one line what can be done,
//! those without UTF-8 get plain ASCII (WKS-2).

use super::pty::Pty;
use super::{SIZE, assert_restored, house};

#[test]
fn wks_2_a_terminal_that_can_show_nothing_is_told_so_in_one_line() {
    let data = house();
    for env in [
        &[("TERM", "dumb")][..],
        &[("TERM", "")],
        &[("TERM", "dumb"), ("LANG", "fr_FR.UTF-8")],
    ] {
        let pty = Pty::open(data.path(), SIZE, env);
        let end = pty.end();
        assert_eq!(end.code, 69, "{env:?}");
        assert!(end.bytes.contains("entremise inbox"), "{:?}", end.bytes);
        assert!(
            end.bytes.is_ascii() && !end.bytes.contains('\x1b'),
            "{:?}",
            end.bytes
        );
        assert_eq!(end.bytes.lines().count(), 1, "{:?}", end.bytes);
    }
}

#[test]
fn wks_2_without_utf_8_everything_is_ascii() {
    let data = house();
    let program = env!("CARGO_BIN_EXE_entremise");
    for (args, env) in [
        (&[program][..], &[("LANG", "C")][..]),
        (&[program], &[("LC_ALL", "POSIX")]),
        (&[program], &[("LANG", "fr_FR.ISO-8859-1")]),
        (&[program, "--ascii"], &[]),
        (&[program], &[("ENTREMISE_ASCII", "1")]),
    ] {
        let mut pty = Pty::start(args, data.path(), SIZE, env);
        pty.wait_for("R-1");
        pty.wait_for("+--");
        pty.send("\x11");
        let end = pty.end();
        assert!(end.bytes.is_ascii(), "{env:?}: {:?}", end.bytes);
        assert!(!end.bytes.contains("8;2;"), "{env:?}: {:?}", end.bytes);
        assert_restored(&end);
    }
}

#[test]
fn wks_2_the_linux_console_has_letters_and_no_signs() {
    let data = house();
    let env = [("TERM", "linux"), ("LANG", "fr_FR.UTF-8")];
    let mut pty = Pty::open(data.path(), SIZE, &env);
    pty.wait_for("R-1");
    pty.wait_for("Amélie");
    pty.wait_for("+--");
    pty.send("\x11");
    let end = pty.end();
    let signs: String = end.bytes.chars().filter(|c| *c > 'ÿ').collect();
    assert_eq!(signs, "");
}
