//! A program that is put to sleep, by its person or from outside: the terminal is the shell's meanwhile, and
//! ours again afterwards (WKS-2).

use rustix::process::{Pid, Signal, kill_process};

use super::pty::Pty;
use super::{SIZE, assert_restored, house};

/// A shell that tells how the terminal is while the program sleeps, and wakes it.
const SHELL: &str = "set -m; \"$PROGRAM\"; stty -a | grep -o -e '-*icanon'; echo asleep; read x; \
                     fg >/dev/null; echo over";

/// The program that the shell runs.
fn child_of(shell: u32) -> Pid {
    let path = format!("/proc/{shell}/task/{shell}/children");
    let text = std::fs::read_to_string(path).expect("no children");
    let first = text
        .split_whitespace()
        .next()
        .and_then(|id| id.parse().ok());
    first.and_then(Pid::from_raw).expect("no child")
}

/// The story behind: a stop from outside left the terminal raw, with the mouse on, for the shell.
#[test]
fn wks_2_a_sleep_from_outside_gives_the_terminal_back_until_it_wakes() {
    for from_outside in [true, false] {
        let data = house();
        let path = std::env::var("PATH").expect("a path");
        let program = env!("CARGO_BIN_EXE_entremise");
        let env = [("PATH", path.as_str()), ("PROGRAM", program)];
        let mut pty = Pty::start(&["bash", "-c", SHELL], data.path(), SIZE, &env);
        pty.wait_for("R-1");
        if from_outside {
            kill_process(child_of(pty.id()), Signal::TSTP).expect("it has ended");
        } else {
            pty.send("\x1a");
        }
        pty.wait_for("asleep");
        assert!(pty.shows("icanon") && !pty.shows("-icanon"), "it is raw");
        assert_eq!(pty.modes(), [false; 3]);
        assert!(pty.has_cursor());
        pty.send("\n");
        pty.wait_for("R-1");
        assert_eq!(pty.modes(), [true; 3]);
        pty.send("\x11");
        pty.wait_for("over");
        let end = pty.end();
        assert_eq!(end.code, 0);
        assert_restored(&end);
    }
}
