//! A slow line: the bytes of a key come one by one, with time between them. No key is lost and none is
//! invented. The clock stands still and is moved by the tests.

use std::collections::BTreeSet;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time::advance;

use super::super::{Brought, Far, Pace, Typed};
use super::word;
use crate::session::line::Line;
use crate::session::modes::Modes;
use crate::ui::globals::all_entries;
use crate::ui::kit::keys::{Chord, Key};

/// A far end at some pace that brings what the test says.
struct Script(mpsc::Receiver<Brought>, Pace);

impl Far for Script {
    fn pace(&self) -> Pace {
        self.1
    }

    async fn bring(&mut self) -> Brought {
        match self.0.recv().await {
            Some(brought) => brought,
            None => std::future::pending().await,
        }
    }
}

struct Slow {
    far: mpsc::Sender<Brought>,
    line: Typed<Script>,
    heard: Vec<String>,
}

impl Slow {
    fn new(pace: Pace) -> Slow {
        let (far, script) = mpsc::channel(16);
        Slow {
            far,
            line: Typed::new(Script(script, pace), &Modes::default()),
            heard: Vec::new(),
        }
    }

    /// Hears everything that can be heard now.
    async fn hear(&mut self) {
        // A timer that is due is told at the second look at the latest.
        for _ in 0..2 {
            loop {
                tokio::select! {
                    biased;
                    heard = self.line.next() => self.heard.push(word(&heard)),
                    () = std::future::ready(()) => break,
                }
            }
            tokio::task::yield_now().await;
        }
    }

    /// Lets time pass, as the session sees it: every few milliseconds.
    async fn pass(&mut self, ms: u64) {
        for _ in 0..ms / 5 {
            advance(Duration::from_millis(5)).await;
            self.hear().await;
        }
    }

    async fn bring(&mut self, bytes: &[u8]) {
        let bytes = Brought::Bytes(bytes.to_vec());
        self.far.send(bytes).await.expect("nobody listens");
        self.hear().await;
    }

    /// Brings bytes one by one with `gap` between each two.
    async fn byte_by_byte(&mut self, bytes: &[u8], mut gap: impl FnMut() -> u64) {
        for (at, byte) in bytes.iter().enumerate() {
            if at > 0 {
                self.pass(gap()).await;
            }
            self.bring(&[*byte]).await;
        }
    }

    /// What was heard since the last time, once nothing more can come of it.
    async fn settled(&mut self) -> Vec<String> {
        self.pass(2_500).await;
        std::mem::take(&mut self.heard)
    }
}

/// Every key that means something somewhere, and those that move, as terminals send them.
fn keys() -> Vec<(Chord, Vec<u8>)> {
    let moving = [
        "Up",
        "Down",
        "Left",
        "Right",
        "Home",
        "End",
        "PageUp",
        "PageDown",
        "Delete",
        "Insert",
        "Shift-Tab",
        "Ctrl-Left",
        "Ctrl-Right",
        "Alt-b",
        "Alt-f",
        "Alt-d",
        "F1",
        "F5",
        "F12",
        "é",
    ];
    let bound = all_entries().into_iter().flatten();
    let mut all: BTreeSet<Chord> = bound.flat_map(|entry| entry.chords.to_vec()).collect();
    all.extend(moving.iter().filter_map(|key| Chord::parse(key)));
    assert!(all.len() > 40, "the table is small: {}", all.len());
    all.into_iter().map(|key| (key, sent(key))).collect()
}

/// The bytes of a key, as xterm sends them.
fn sent(chord: Chord) -> Vec<u8> {
    let held = 1 + u8::from(chord.shift) + 2 * u8::from(chord.alt) + 4 * u8::from(chord.ctrl);
    let lettered = |last: char| match held {
        1 => format!("\x1b[{last}"),
        held => format!("\x1b[1;{held}{last}"),
    };
    let numbered = |n: u8| match held {
        1 => format!("\x1b[{n}~"),
        held => format!("\x1b[{n};{held}~"),
    };
    let bytes = match chord.key {
        Key::Char(c) if chord.ctrl => char::from(c.to_ascii_lowercase() as u8 & 0x1f).to_string(),
        Key::Char(c) => c.to_string(),
        Key::F(n @ 1..=4) if held == 1 => format!("\x1bO{}", char::from(b'O' + n)),
        Key::F(n @ 1..=4) => lettered(char::from(b'O' + n)),
        Key::F(n @ 5..=12) => numbered([15, 17, 18, 19, 20, 21, 23, 24][usize::from(n) - 5]),
        Key::F(n) => panic!("F{n} is not in the table"),
        Key::Enter => "\r".to_owned(),
        Key::Esc => "\x1b".to_owned(),
        Key::Tab if chord.shift => "\x1b[Z".to_owned(),
        Key::Tab => "\t".to_owned(),
        Key::Backspace => "\x7f".to_owned(),
        Key::Delete => numbered(3),
        Key::Insert => numbered(2),
        Key::PageUp => numbered(5),
        Key::PageDown => numbered(6),
        Key::Up => lettered('A'),
        Key::Down => lettered('B'),
        Key::Right => lettered('C'),
        Key::Left => lettered('D'),
        Key::End => lettered('F'),
        Key::Home => lettered('H'),
    };
    let alt = chord.alt && !bytes.starts_with('\x1b');
    [if alt { "\x1b" } else { "" }, &bytes]
        .concat()
        .into_bytes()
}

#[tokio::test(start_paused = true)]
async fn wks_1_every_key_that_comes_byte_by_byte_is_that_key() {
    for (key, bytes) in keys() {
        for gap in [0, 30, 60, 140] {
            let mut slow = Slow::new(Pace::FAR);
            slow.byte_by_byte(&bytes, || gap).await;
            assert_eq!(slow.settled().await, [key.to_string()], "{gap} ms");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn wks_1_a_sequence_that_was_begun_is_waited_for_longer_than_escape() {
    for (key, bytes) in keys() {
        if !matches!(&bytes[..], [0x1b, b'[' | b'O', _, ..]) {
            continue;
        }
        for gap in [200, 400, 600] {
            let mut slow = Slow::new(Pace::FAR);
            slow.bring(&bytes[..2]).await;
            slow.pass(gap).await;
            slow.byte_by_byte(&bytes[2..], || gap).await;
            assert_eq!(slow.settled().await, [key.to_string()], "{gap} ms");
        }
    }
}

/// The story behind: of an answer whose introducer came alone the rest was typed into the note.
#[tokio::test(start_paused = true)]
async fn wks_1_what_a_terminal_says_of_itself_byte_by_byte_is_no_key() {
    let said: [&[u8]; 7] = [
        b"\x1b]11;rgb:0000/0000/0000\x1b\\",
        b"\x1b]11;rgb:0000/0000/0000\x07",
        b"\x1bP1+r436f\x1b\\",
        b"\x1b_Gi=1;OK\x1b\\",
        b"\x1b[24;80R",
        b"\x1b[I",
        b"\x1b[?62;22c",
    ];
    for bytes in said {
        for gap in [0, 30, 60, 140] {
            let mut slow = Slow::new(Pace::FAR);
            slow.byte_by_byte(bytes, || gap).await;
            slow.byte_by_byte(b"x", || gap).await;
            let heard = slow.settled().await;
            assert_eq!(heard, ["x"], "{}, {gap} ms", bytes.escape_ascii());
        }
        for gap in [200, 400, 600] {
            let mut slow = Slow::new(Pace::FAR);
            // The line has shown what it is.
            slow.byte_by_byte(b"\x1b[A", || 600).await;
            assert_eq!(slow.settled().await, ["Esc"]);
            slow.byte_by_byte(bytes, || gap).await;
            slow.bring(b"x").await;
            let heard = slow.settled().await;
            assert_eq!(heard, ["x"], "{}, {gap} ms", bytes.escape_ascii());
        }
    }
}

/// The story behind: an arrow that was cut behind ESC closed the note, and its letter claimed a request.
#[tokio::test(start_paused = true)]
async fn wks_1_the_rest_of_a_key_whose_escape_is_over_is_no_command() {
    for (key, bytes) in keys() {
        if !matches!(&bytes[..], [0x1b, b'[' | b'O', _, ..]) {
            continue;
        }
        for gap in [200, 400, 600] {
            let mut slow = Slow::new(Pace::FAR);
            slow.byte_by_byte(&bytes, || gap).await;
            assert_eq!(slow.settled().await, ["Esc"], "{key}, {gap} ms");
            // From then on the line is known, and no key is lost on it.
            slow.byte_by_byte(&bytes, || gap).await;
            assert_eq!(slow.settled().await, [key.to_string()], "{key}, {gap} ms");
            slow.bring(b"x").await;
            assert_eq!(slow.settled().await, ["x"]);
        }
    }
}

/// A terminal that another program left so says when its window gets or loses the focus.
#[tokio::test(start_paused = true)]
async fn wks_1_the_rest_of_a_report_whose_escape_is_over_is_no_command() {
    for bytes in [b"\x1b[I", b"\x1b[O"] {
        for gap in [200, 400, 600] {
            let mut slow = Slow::new(Pace::FAR);
            slow.byte_by_byte(bytes, || gap).await;
            slow.bring(b"x").await;
            assert_eq!(slow.settled().await, ["Esc", "x"], "{gap} ms");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn wks_1_on_a_line_that_trembles_no_key_is_lost_and_none_invented() {
    let mut slow = Slow::new(Pace::FAR);
    // The line has shown what it is.
    slow.byte_by_byte(b"\x1b[A", || 600).await;
    assert_eq!(slow.settled().await, ["Esc"]);
    let mut seed = 20_261_129_u64;
    let mut random = move |most: u64| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % most
    };
    let keys = keys();
    let mut pressed = Vec::new();
    for _ in 0..400 {
        let (key, bytes) = &keys[random(keys.len() as u64) as usize];
        pressed.push(key.to_string());
        slow.byte_by_byte(bytes, || random(601)).await;
        // A person waits a moment after Esc; other keys follow as they come.
        slow.pass(if key.key == Key::Esc {
            1_100
        } else {
            random(601)
        })
        .await;
    }
    assert_eq!(slow.settled().await, pressed);
}

#[tokio::test(start_paused = true)]
async fn wks_1_what_is_typed_behind_escape_is_no_rest_of_a_key() {
    for typed in ["[", "O", "[x", "Oj", "O[", "[é", "[1", "jO", "O\x7f"] {
        let mut slow = Slow::new(Pace::FAR);
        slow.bring(b"\x1b").await;
        slow.pass(300).await;
        slow.bring(typed.as_bytes()).await;
        let expected: Vec<String> = ["Esc".to_owned()]
            .into_iter()
            .chain(typed.chars().map(|c| match c {
                '\x7f' => "Backspace".to_owned(),
                c => c.to_string(),
            }))
            .collect();
        assert_eq!(slow.settled().await, expected);
    }
    // Later than a second behind it, anything is typed.
    let mut slow = Slow::new(Pace::FAR);
    slow.bring(b"\x1b").await;
    slow.pass(1_400).await;
    slow.bring(b"OA").await;
    assert_eq!(slow.settled().await, ["Esc", "O", "A"]);
}

#[tokio::test(start_paused = true)]
async fn wks_1_a_paste_that_lost_its_escape_is_still_a_paste() {
    let mut slow = Slow::new(Pace::FAR);
    slow.byte_by_byte(b"\x1b[200~xq\x1b[201~", || 300).await;
    assert_eq!(slow.settled().await, ["Esc", "paste(xq)"]);
}

#[tokio::test(start_paused = true)]
async fn wks_1_a_terminal_of_this_machine_is_quick() {
    let mut near = Slow::new(Pace::NEAR);
    near.bring(b"\x1b").await;
    near.pass(50).await;
    assert_eq!(near.heard, ["Esc"]);
    near.bring(b"OA").await;
    assert_eq!(near.heard, ["Esc", "O", "A"], "nothing is held back");
    // One that tells keys apart sends no Esc like this: what is cut is put together.
    near.heard.clear();
    near.bring(b"\x1b[?0u\x1b").await;
    near.pass(100).await;
    near.bring(b"[A").await;
    assert_eq!(near.heard, ["Kitty", "Up"]);
}

#[test]
fn wks_1_a_terminal_behind_a_remote_shell_is_far() {
    let of = |line: Option<&str>| Pace::of(|_| line.map(str::to_owned));
    assert_eq!(of(None), Pace::NEAR);
    assert_eq!(of(Some("")), Pace::NEAR);
    assert_eq!(of(Some("192.0.2.1 1 192.0.2.2 22")), Pace::FAR);
}
