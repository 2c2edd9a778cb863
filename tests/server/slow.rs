//! Lines that are slow and tremble: what arrives byte by byte, late and unevenly, is the key that was
//! pressed, and never a command nobody gave (WKS-1). And terminals that
//! can do little, over a line (WKS-2).

use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout_at};

use crate::caller::{Caller, Screen};
use crate::server::{Served, key};
use crate::table::Dice;

/// Lets time pass that belongs to the line.
pub async fn lag(ms: u64) {
    let until = Instant::now() + Duration::from_millis(ms);
    let _ = timeout_at(until, std::future::pending::<()>()).await;
}

/// F2.
const THEME: &str = "\x1bOQ";

/// Carries bytes on in pieces of any size, each late by up to `most` milliseconds.
async fn carry(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    mut dice: Dice,
    most: u64,
) {
    let mut bytes = [0; 4_096];
    loop {
        let room = 1 + dice.below(bytes.len() as u64) as usize;
        let Ok(n @ 1..) = from.read(&mut bytes[..room]).await else {
            return;
        };
        lag(dice.below(most + 1)).await;
        if to.write_all(&bytes[..n]).await.is_err() {
            return;
        }
    }
}

/// A line to the server that cuts and delays what it carries.
pub async fn trembling(port: u16, seed: u64, most: u64) -> tokio::io::DuplexStream {
    let server = TcpStream::connect(("127.0.0.1", port)).await;
    let (from, to) = server.expect("nobody answers").into_split();
    let (near, far) = tokio::io::duplex(4_096);
    let (far_from, far_to) = tokio::io::split(far);
    tokio::spawn(carry(far_from, to, Dice(seed), most));
    tokio::spawn(carry(from, far_to, Dice(seed + 1), 0));
    near
}

/// Presses a key whose bytes the terminal sends one by one.
async fn press(screen: &Screen, bytes: &[u8], dice: &mut Dice, most: u64) {
    for byte in bytes {
        screen.send_bytes(&[*byte]).await;
        lag(dice.below(most + 1)).await;
    }
}

/// The story behind: an arrow that was cut behind its ESC closed the note as Esc, and its `[` and letter
/// became keys of the list.
#[tokio::test(flavor = "multi_thread")]
async fn wks_1_arrows_over_a_trembling_line_move_within_the_note() {
    let served = Served::small();
    let line = trembling(served.port, 20_261_129, 60).await;
    let ben = Caller::login_over(line, &key("ben")).await;
    let mut screen = ben.screen((100, 30), &[]).await;
    screen.wait_for("R-1").await;
    screen.send("N").await;
    screen.wait_for("Note on").await;
    let mut dice = Dice(7);
    // Each letter goes before the one that was typed last: every arrow counts, and once.
    let mut shown = String::new();
    for letter in "abcdefgh".chars() {
        screen.send(&letter.to_string()).await;
        shown.insert(0, letter);
        press(&screen, b"\x1b[D", &mut dice, 60).await;
    }
    screen.wait_for(&shown).await;
    assert!(screen.text().contains("Note on"), "{}", screen.text());
    // One that comes far too late is Esc, and its rest is nothing.
    for rest in [&b"[D"[..], b"OD", b"[1;5D"] {
        screen.send_bytes(b"\x1b").await;
        screen.wait_gone("Note on").await;
        screen.send_bytes(rest).await;
        screen.send("N").await;
        screen.wait_for("Note on").await;
        screen.wait_for(&shown).await;
    }
    // What the line is like is known by now: a second between two bytes is no Esc.
    screen.send_bytes(b"\x1b").await;
    lag(600).await;
    press(&screen, b"[D!", &mut dice, 60).await;
    screen.wait_for("!").await;
    assert!(screen.text().contains("Note on"), "{}", screen.text());
    screen.send("\x11").await;
}

/// The story behind: the pane said that nothing fits any more, the session that the beginning was pasted.
#[tokio::test(flavor = "multi_thread")]
async fn wks_1_of_a_paste_without_measure_nothing_is_taken_and_one_word_is_said() {
    let served = Served::small();
    let ben = Caller::login(served.port, &key("ben")).await;
    for (lang, title, said) in [
        ("en_GB.UTF-8", "Note on", "larger than 256 KiB"),
        ("fr_FR.UTF-8", "Note sur", "Plus de 256 Kio d’un coup"),
    ] {
        let mut screen = ben.screen((100, 30), &[("LANG", lang)]).await;
        screen.wait_for("R-1").await;
        screen.send("N").await;
        screen.wait_for(title).await;
        screen.send("before").await;
        screen.wait_for("before").await;
        let pasted = format!("\x1b[200~{}\x1b[201~", "x".repeat(300 * 1024));
        screen.send(&pasted).await;
        screen.wait_for(said).await;
        screen.send("!").await;
        screen
            .wait_until("what was typed, and nothing of the paste", |text| {
                text.contains("before!") && !text.contains("xxx")
            })
            .await;
        for _ in "before!".chars() {
            screen.send("\x7f").await;
        }
        screen.wait_gone("bef").await;
        screen.send("\x11").await;
        screen.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_2_a_caller_whose_terminal_can_show_nothing_is_told_so_in_one_line() {
    let served = Served::small();
    for term in ["dumb", ""] {
        let ben = Caller::login(served.port, &key("ben")).await;
        let mut screen = ben.screen_on(term, (100, 30), &[]).await;
        screen.end().await;
        assert_eq!(screen.status, Some(69), "{term:?}");
        let said = String::from_utf8_lossy(&screen.bytes).into_owned();
        assert!(
            said.contains("ssh -p") && said.contains(" inbox"),
            "{said:?}"
        );
        assert!(said.is_ascii() && !said.contains('\x1b'), "{said:?}");
        assert_eq!(said.lines().count(), 1, "{said:?}");
    }
}

/// A person may like ASCII wherever they log in from: it is kept for them, as the theme of that name.
#[tokio::test(flavor = "multi_thread")]
async fn wks_2_who_likes_plain_ascii_has_it_at_the_next_login_too() {
    let served = Served::small();
    let ben = Caller::login(served.port, &key("ben")).await;
    let mut screen = ben.screen((100, 30), &[]).await;
    screen.wait_for("╭").await;
    // A theme is shown once it is recorded: only then is the next one asked for.
    while !screen.text().contains("+--") {
        let before = screen.paint();
        screen.send(THEME).await;
        while screen.paint() == before {
            screen.next_frame().await;
        }
    }
    screen.wait_gone("╭").await;
    let again = Caller::login(served.port, &key("ben")).await;
    let mut next = again.screen((80, 24), &[]).await;
    next.wait_for("+--").await;
    next.send("\x11").await;
    next.end().await;
    assert!(next.bytes.is_ascii(), "{}", next.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_2_a_caller_without_utf_8_gets_plain_ascii() {
    let served = Served::small();
    for env in [
        ("LC_ALL", "C"),
        ("LANG", "fr_FR.ISO-8859-1"),
        ("ENTREMISE_ASCII", "1"),
    ] {
        let ben = Caller::login(served.port, &key("ben")).await;
        let mut screen = ben.screen((100, 30), &[env]).await;
        screen.wait_for("R-1").await;
        screen.wait_for("+--").await;
        screen.send("\x11").await;
        screen.end().await;
        assert!(screen.bytes.is_ascii(), "{env:?}: {}", screen.text());
    }
}
