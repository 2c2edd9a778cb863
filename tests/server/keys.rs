//! Every key of the table over real SSH, through a line that cuts and delays what it carries: the notes that come
//! of it are those of a line that does not (WKS-1).

use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use crate::caller::{Caller, Screen};
use crate::server::{Served, key};
use crate::slow::{lag, trembling};
use crate::table::{Dice, KEYS, TEXT, mark, note};

/// The longest gap between two bytes of a key.
const GAP: u64 = 400;

/// A note with its first text.
async fn open(screen: &mut Screen) {
    screen.wait_for("R-1").await;
    screen.send("N").await;
    screen.wait_for("Note on").await;
    screen.send(TEXT).await;
    screen.wait_for("last").await;
}

/// What the note is after each key of the table, sent in one piece on a quiet line.
async fn expected(served: &Served) -> Vec<String> {
    let ben = Caller::login(served.port, &key("ben")).await;
    let mut screen = ben.screen((100, 30), &[]).await;
    open(&mut screen).await;
    let mut notes = Vec::new();
    for (place, bytes) in KEYS.iter().enumerate() {
        screen.send_bytes(bytes).await;
        screen.send(&mark(place).to_string()).await;
        screen.wait_for(&mark(place).to_string()).await;
        notes.push(note(&screen.text()));
    }
    // Each left its mark, and most of them more than that.
    let mut all = notes.clone();
    all.dedup();
    assert_eq!(all.len(), KEYS.len());
    notes
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_1_every_key_over_a_line_that_cuts_and_delays_does_what_it_does_whole() {
    let whole = expected(&Served::small()).await;
    for seed in [20_261_129, 7] {
        let served = Served::small();
        let line = trembling(served.port, seed, 40).await;
        let ben = Caller::login_over(line, &key("ben")).await;
        let mut screen = ben.screen((100, 30), &[]).await;
        open(&mut screen).await;
        // The line shows once what it is like: a key that is cut so late is Esc, and its rest is nothing.
        screen.send_bytes(b"\x1b").await;
        screen.wait_gone("Note on").await;
        screen.send_bytes(b"[A").await;
        screen.send("N").await;
        screen.wait_for("last").await;
        let mut dice = Dice(seed);
        for (place, bytes) in KEYS.iter().enumerate() {
            for byte in *bytes {
                screen.send_bytes(&[*byte]).await;
                lag(dice.gap(GAP)).await;
            }
            screen.send(&mark(place).to_string()).await;
            let what = format!("seed {seed}, {}: {}", bytes.escape_ascii(), whole[place]);
            screen
                .wait_until(&what, |text| note(text) == whole[place])
                .await;
        }
        // Esc itself closes the note, however the line is, and the draft is what it was.
        screen.send_bytes(b"\x1b").await;
        screen.wait_gone("Note on").await;
        screen.send("N").await;
        let last = &whole[KEYS.len() - 1];
        screen
            .wait_until("the draft", |text| note(text) == *last)
            .await;
        // Nothing was done to the request by a piece of a key.
        let history = served.must(&["history", "R-1"]);
        assert_eq!(
            history.lines().filter(|line| line.contains("Ben")).count(),
            0,
            "{history}"
        );
        let until = Instant::now() + Duration::from_secs(60);
        screen.send("\x11").await;
        timeout_at(until, screen.end()).await.expect("it stays");
    }
}
