//! One script of keys, three ways in: a terminal that opens the house itself, one that is attached to the
//! server, and SSH. The screens are the same.

use std::cell::RefCell;

use crate::caller::Caller;
use crate::pty::Pty;
use crate::server::{Served, house, key};

const SIZE: (u16, u16) = (100, 30);

/// What is typed, and what the screen shows then.
const SCRIPT: [(&str, &str); 8] = [
    ("j", "Claire Martin"),
    ("\r", "Timeline"),
    ("\x1b[27u", "Claire Martin"),
    ("/\x1b[200~presta\x1b[201~", "Nothing here matches"),
    ("\x1b[D\x1b[D\x7f\x1bOC", "preta"),
    ("\x15\r", "Claire Martin"),
    // The last line of it: the frame is whole then.
    ("?", "Esc back"),
    ("\x1b[27;1u", "Claire Martin"),
];

/// The screen without the scroll bar, and without how many keys there are: some are for this machine alone.
fn steady(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| match line.starts_with("╭─ Keys") {
        true => "╭─ Keys".to_owned(),
        false => line.trim_end().replace('┃', "│"),
    });
    lines.collect()
}

/// What is on a terminal's screen.
fn text_of(pty: &Pty) -> String {
    let seen = RefCell::new(String::new());
    pty.wait_until("a screen", |screen| {
        *seen.borrow_mut() = screen.contents();
        true
    });
    seen.into_inner()
}

fn at_a_terminal(pty: &mut Pty) -> Vec<Vec<String>> {
    pty.wait_for("R-1");
    let mut screens = Vec::new();
    for (keys, wanted) in SCRIPT {
        pty.send(keys);
        pty.wait_for(wanted);
        screens.push(steady(&text_of(pty)));
    }
    screens
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_1_the_same_keys_give_the_same_screens_however_one_comes_in() {
    let data = house();
    let open = |data: &std::path::Path| {
        let program = env!("CARGO_BIN_EXE_entremise");
        Pty::start(&[program, "--as", "Ben"], data, SIZE, &[])
    };
    // Alone.
    let alone = tokio::task::block_in_place(|| {
        let mut pty = open(data.path());
        let screens = at_a_terminal(&mut pty);
        pty.send("\x11");
        assert_eq!(pty.end().code, 0);
        screens
    });
    // Attached.
    let served = Served::start(data, &[]);
    let attached = tokio::task::block_in_place(|| {
        let mut pty = open(served.data.path());
        let screens = at_a_terminal(&mut pty);
        pty.send("\x11");
        assert_eq!(pty.end().code, 0);
        screens
    });
    // Over SSH.
    let caller = Caller::login(served.port, &key("ben")).await;
    let mut screen = caller.screen(SIZE, &[("LANG", "en_GB.UTF-8")]).await;
    screen.wait_for("R-1").await;
    let mut over_ssh = Vec::new();
    for (keys, wanted) in SCRIPT {
        screen.send(keys).await;
        screen.wait_for(wanted).await;
        over_ssh.push(steady(&screen.text()));
    }
    for (n, (keys, _)) in SCRIPT.iter().enumerate() {
        assert_eq!(alone[n], attached[n], "attached, after {keys:?}");
        assert_eq!(alone[n], over_ssh[n], "over SSH, after {keys:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_2_no_colour_and_the_language_come_with_the_line() {
    let served = Served::small();
    let fay = Caller::login(served.port, &key("fay")).await;
    let env = [("LANG", "fr_FR.UTF-8"), ("NO_COLOR", "1")];
    let mut screen = fay.screen(SIZE, &env).await;
    screen.wait_for("Opportunités").await;
    let bytes = String::from_utf8_lossy(&screen.bytes).into_owned();
    assert!(
        !bytes.contains("38;2;") && !bytes.contains("48;5;"),
        "{bytes:?}"
    );
}

#[test]
fn wks_2_an_attached_terminal_is_left_as_it_was_when_the_server_dies() {
    let served = Served::small();
    let program = env!("CARGO_BIN_EXE_entremise");
    let pty = Pty::start(&[program, "--as", "Ben"], served.data.path(), SIZE, &[]);
    pty.wait_for("R-1");
    assert_eq!(pty.modes(), [true, true, true]);
    served.signal(rustix::process::Signal::KILL);
    let end = pty.end();
    assert!(end.screen.contains("the server"), "{}", end.screen);
    for sequence in ["\x1b[?1049l", "\x1b[?2004l", "\x1b[?1000l", "\x1b[?25h"] {
        assert!(end.bytes.contains(sequence), "{sequence:?}");
    }
}

#[test]
fn wks_1_the_persons_own_editor_works_in_an_attached_terminal() {
    let served = Served::small();
    let program = env!("CARGO_BIN_EXE_entremise");
    let editor = [("EDITOR", "printf 'from the editor' >")];
    let mut pty = Pty::start(&[program, "--as", "Ben"], served.data.path(), SIZE, &editor);
    pty.wait_for("R-1");
    pty.send("N");
    pty.wait_for("Note");
    pty.send("\x05");
    pty.wait_for("from the editor");
}

#[test]
fn wks_1_an_attached_terminal_sleeps_and_wakes_as_any_does() {
    let served = Served::small();
    let program = env!("CARGO_BIN_EXE_entremise");
    let mut pty = Pty::start(&[program, "--as", "Ben"], served.data.path(), SIZE, &[]);
    pty.wait_for("R-1");
    // There is no shell here that could wake it: it gives the terminal back, and takes it again.
    pty.send("\x1a");
    pty.wait_written("\x1b[?1049l", 1);
    pty.wait_written("\x1b[?1049h", 2);
    pty.wait_for("R-1");
    pty.send("\x11");
    assert_eq!(pty.end().code, 0);
}

/// The story behind: in a container the session of who started the program is outside, has no number, and the
/// program took that for a fault of its own.
#[test]
fn wks_2_a_terminal_sleeps_and_wakes_in_a_container_too() {
    let container = [
        "/usr/bin/unshare",
        "--user",
        "--map-root-user",
        "--pid",
        "--fork",
    ];
    let [first, rest @ ..] = container;
    let tried = std::process::Command::new(first)
        .args(rest)
        .arg("true")
        .output();
    if !tried.is_ok_and(|tried| tried.status.success()) {
        eprintln!("SKIPPED: this machine makes no containers by unshare");
        return;
    }
    let served = Served::small();
    let program = env!("CARGO_BIN_EXE_entremise");
    let argv = [&container[..], &[program, "--as", "Ben"]].concat();
    let mut pty = Pty::start(&argv, served.data.path(), SIZE, &[]);
    pty.wait_for("R-1");
    pty.send("\x1a");
    pty.wait_written("\x1b[?1049l", 1);
    pty.wait_written("\x1b[?1049h", 2);
    pty.wait_for("R-1");
    pty.send("\x11");
    assert_eq!(pty.end().code, 0);
}

/// The story behind: the server waited for the editor, was cut off, and what was in the editor was gone.
#[test]
fn wks_7_a_text_in_the_editor_outlives_the_server() {
    let mut served = Served::small();
    let program = env!("CARGO_BIN_EXE_entremise");
    let editor = format!(
        "f() {{ printf 'a long text' > \"$1\"; while kill -0 {} 2>/dev/null; do :; done; }}; f",
        served.id()
    );
    let editor = [("EDITOR", editor.as_str()), ("PATH", "/usr/bin:/bin")];
    let mut pty = Pty::start(&[program, "--as", "Ben"], served.data.path(), SIZE, &editor);
    pty.wait_for("R-1");
    pty.send("N");
    pty.wait_for("Note");
    pty.send("\x05");
    pty.wait_written("\x1b[?1049l", 1);
    served.signal(rustix::process::Signal::TERM);
    let (status, took) = served.ended();
    assert!(status.success(), "{status}");
    assert!(took < std::time::Duration::from_secs(5), "{took:?}");
    let end = pty.end();
    assert!(end.screen.contains("is saved in"), "{}", end.screen);
    let kept = std::fs::read_dir(served.data.path()).expect("a folder");
    let kept = kept
        .flatten()
        .find(|file| file.file_name().to_string_lossy().starts_with("kept-"));
    let text = std::fs::read_to_string(kept.expect("nothing is kept").path());
    assert_eq!(text.expect("it can be read"), "a long text");
}
