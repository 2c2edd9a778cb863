//! Whatever comes, it is kept within bounds and looked at once.

use super::super::Pace;
use super::super::decoder::Decoder;
use super::super::framer::MOST;
use super::{heard, word, words};
use crate::session::line::{Heard, MOST_PASTED};
use crate::ui::kit::keys::Input;

/// Bytes of garbage that is passed over in one go.
const MUCH: usize = 64 * 1024 * 1024;
/// Bytes of garbage that has to be looked at closely.
const SOME: usize = 4 * 1024 * 1024;
/// What a read of a terminal brings at most.
const PIECE: usize = 64 * 1024;

/// `opening`, and then so many bytes of the same again and again: the first things heard, and the most
/// that was kept.
fn endless(opening: &[u8], again: &[u8], bytes: usize) -> (Vec<Heard>, usize) {
    let (mut decoder, mut all, mut most) = (Decoder::new(Pace::NEAR), Vec::new(), 0);
    let mut first = opening;
    while let Some(heard) = decoder.next(&mut first) {
        all.push(heard);
    }
    let piece = again.repeat(PIECE / again.len());
    for _ in 0..bytes / piece.len() {
        let mut left = piece.as_slice();
        while let Some(heard) = decoder.next(&mut left) {
            if all.len() < 8 {
                all.push(heard);
            }
        }
        most = most.max(decoder.capacity());
    }
    while decoder.patience().is_some() {
        all.extend(decoder.give_up());
    }
    (all, most)
}

#[test]
fn wks_6_garbage_without_end_is_not_kept() {
    let nothing: [(&[u8], &[u8], usize); 12] = [
        (b"", b"\xff", MUCH),
        (b"\x1b]0;", b"x", MUCH),
        (b"\x1bP1", b"\xc3\xa9", MUCH),
        (b"\x1b_G", b"=", MUCH),
        (b"\x1b^p", b"p", MUCH),
        (b"", b"\xf0\x9f", SOME),
        (b"\x1b[", b"1", SOME),
        (b"\x1b[", b"1;", SOME),
        (b"\x1bO", b"1", SOME),
        (b"", b"\x1b[<0;0;0M", SOME),
        (b"", b"\x1b]0;x\x1b\\", SOME),
        (b"", b"\x1b[1;1;1;1;1$y", SOME),
    ];
    for (opening, again, bytes) in nothing {
        let (all, most) = endless(opening, again, bytes);
        let what = format!("{}{}", opening.escape_ascii(), again.escape_ascii());
        assert!(all.is_empty(), "{what}: {all:?}");
        assert!(most <= MOST, "{what}: {most} bytes are kept");
    }
}

#[test]
fn wks_6_a_paste_without_end_takes_no_more_room_than_its_limit() {
    let pastes: [(&[u8], usize); 5] = [
        (b"x", MUCH),
        (b"\xff", MUCH),
        (b"\r", MUCH),
        (b"\x1b", SOME),
        (b"\x1b[201", SOME),
    ];
    for (again, bytes) in pastes {
        let (all, most) = endless(b"\x1b[200~", again, bytes);
        let [Heard::LongPaste] = &all[..] else {
            panic!("{}: {} things were heard", again.escape_ascii(), all.len());
        };
        assert!(most <= 2 * MOST_PASTED + MOST, "{most} bytes are kept");
    }
}

#[test]
fn wks_6_a_sequence_too_long_is_read_to_its_end() {
    let fits = format!("\x1b[{}A", "1".repeat(MOST - 3));
    let long = format!("\x1b[{}A", "1".repeat(MOST - 2));
    let longer = format!("\x1b[{}A", "1".repeat(1_000));
    for sequence in [fits, long, longer] {
        assert_eq!(words(format!("{sequence}j").as_bytes()), "j");
    }
    let string = format!("\x1b]52;c;{}\x07j", "x".repeat(100_000));
    assert_eq!(words(string.as_bytes()), "j");
    // With leading zeros a number may be any length; what fits is understood.
    let zeros = format!("\x1b[1;{}5A", "0".repeat(MOST - 6));
    assert_eq!(words(zeros.as_bytes()), "Ctrl-Up");
}

#[test]
fn wks_6_a_paste_that_is_too_long_is_not_taken() {
    let paste = |text: &str| words(format!("\x1b[200~{text}\x1b[201~j").as_bytes());
    let full = "x".repeat(MOST_PASTED);
    assert!(paste(&full) == format!("paste({full}) j"));
    assert_eq!(paste(&format!("{full}x")), "long j");
    assert_eq!(paste(&"🦀".repeat(MOST_PASTED / 4 + 1)), "long j");
    // Each byte that is no text takes the room of three.
    let mut bytes = b"\x1b[200~".to_vec();
    bytes.extend([0xff; MOST_PASTED]);
    bytes.extend(b"\x1b[201~");
    assert_eq!(heard([&bytes[..]]), [Heard::LongPaste]);
}

#[test]
fn wks_6_what_never_ends_is_given_up_in_time() {
    let patience = |bytes: &[u8]| {
        let (mut decoder, mut left) = (Decoder::new(Pace::NEAR), bytes);
        while decoder.next(&mut left).is_some() {}
        decoder.patience().map(|wait| wait.as_millis())
    };
    for nothing in [&b""[..], b"j", b"\x1b[A", b"\x1b]0;x\x07", b"\xff"] {
        assert_eq!(patience(nothing), None, "{}", nothing.escape_ascii());
    }
    for lone in [&b"\x1b"[..], b"\x1b\x1b", b"\x1b]"] {
        assert_eq!(patience(lone), Some(40), "{}", lone.escape_ascii());
    }
    for introduced in [&b"\x1b["[..], b"\x1bO", b"\x1b\x1b["] {
        assert_eq!(
            patience(introduced),
            Some(150),
            "{}",
            introduced.escape_ascii()
        );
    }
    for begun in [&b"\x1b[1"[..], b"\x1bO1", b"\x1b]0", b"\xc3", b"\x1b[200~x"] {
        assert_eq!(patience(begun), Some(5_000), "{}", begun.escape_ascii());
    }
    // And then everything is as before.
    let (mut decoder, mut left) = (Decoder::new(Pace::NEAR), &b"\x1b[200~x"[..]);
    assert_eq!(decoder.next(&mut left), None);
    let given_up = decoder.give_up();
    assert_eq!(given_up, Some(Heard::Input(Input::Paste("x".into()))));
    let mut left = &b"\x1b[201~j"[..];
    let next = decoder.next(&mut left);
    assert_eq!(next.as_ref().map(word).as_deref(), Some("j"));
    assert_eq!(decoder.patience(), None);
}
