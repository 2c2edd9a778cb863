//! When the program itself is wrong: the session in which it is ends, and nothing else does (WKS-7).

use crate::caller::{Caller, Screen};
use crate::pty::Pty;
use crate::server::{Served, house, key};

/// What panics, in the builds that tests are made of.
const F12: &str = "\x1b[24~";
const SIZE: (u16, u16) = (100, 30);
/// What the panic says.
const WORDS: &str = "asked for by a test";

fn served(what: &str) -> Served {
    Served::start_in(house(), &[], &[("ENTREMISE_TEST_PANIC", what)])
}

/// A workstation that answers keys.
async fn works(screen: &mut Screen) {
    screen.send("?").await;
    screen.wait_for("Keys ·").await;
    screen.send("\x1b").await;
    screen.wait_gone("Keys ·").await;
}

fn text(screen: &Screen) -> String {
    String::from_utf8_lossy(&screen.bytes).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_a_panic_ends_the_session_it_is_in_and_no_other() {
    let served = served("session");
    let (ben, amelie) = (
        Caller::login(served.port, &key("ben")).await,
        Caller::login(served.port, &key("amelie")).await,
    );
    let mut his = ben.screen(SIZE, &[]).await;
    let mut hers = amelie.screen(SIZE, &[]).await;
    his.wait_for("R-1").await;
    hers.wait_for("R-1").await;
    his.send("N").await;
    his.wait_for("Note").await;
    his.send("half a wo").await;
    his.wait_for("half a wo").await;
    his.send(F12).await;

    let last = his.end().await;
    assert!(
        last.contains("An error in Entremise ended this session"),
        "{last}"
    );
    assert!(
        !last.contains("R-1"),
        "the terminal is not restored: {last}"
    );
    assert_eq!(his.status, Some(101));
    let restored = ["\x1b[?1049l", "\x1b[?2004l", "\x1b[?1000l", "\x1b[?25h"];
    assert!(restored.iter().all(|bytes| text(&his).contains(bytes)));
    // With where it came from.
    served.faulted(&[WORDS, "entremise::session::run"]);
    served.logged(&["an error in the program", "\"ended\":\"Panicked\""]);

    works(&mut hers).await;
    for screen in [&his, &hers] {
        assert!(!text(screen).contains(WORDS));
    }
    // What he was writing is there when he comes back, and he is counted once.
    let again = Caller::login(served.port, &key("ben")).await;
    let mut his = again.screen(SIZE, &[]).await;
    his.wait_for("R-1").await;
    his.send("N").await;
    his.wait_for("half a wo").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_a_panic_elsewhere_in_the_server_reaches_no_screen() {
    let served = served("thread");
    let ben = Caller::login(served.port, &key("ben")).await;
    let mut his = ben.screen(SIZE, &[]).await;
    his.wait_for("R-1").await;
    his.send(F12).await;
    works(&mut his).await;
    served.faulted(&[WORDS]);
    assert!(!text(&his).contains(WORDS));
    his.send("\x11").await;
    his.end().await;
    assert_eq!(his.status, Some(0));
}

#[test]
fn wks_7_a_panic_gives_an_attached_terminal_back() {
    let served = served("session");
    let program = env!("CARGO_BIN_EXE_entremise");
    let mut pty = Pty::start(&[program, "--as", "Ben"], served.data.path(), SIZE, &[]);
    pty.wait_for("R-1");
    pty.send(F12);
    let end = pty.end();
    assert!(end.screen.contains("error in Entremise"), "{}", end.screen);
    assert!(!end.bytes.contains(WORDS), "{}", end.screen);
    for sequence in ["\x1b[?1049l", "\x1b[?2004l", "\x1b[?1000l", "\x1b[?25h"] {
        assert!(end.bytes.contains(sequence), "{sequence:?}");
    }
    served.faulted(&[WORDS]);
    // The house is served as before.
    served.must(&["inbox"]);
}
