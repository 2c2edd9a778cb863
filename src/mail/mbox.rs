//! Splitting an mbox of any size, one message in memory at a time.
//!
//! Trusts no Content-Length and no line that only looks a little like a separator. Undoes one
//! level of `>From ` quoting (mboxrd).

use super::{limits, window::Window};
use std::{borrow::Cow, io, ops::Range};

/// What was found between two separators.
pub(crate) enum Entry {
    /// A message: where its separator is in the file, and its bytes in [`Mbox::bytes`].
    Message(u64, Range<usize>),
    /// One that is over the limit: where it is, and how it starts.
    TooLarge(u64, Vec<u8>),
}

/// Reads an mbox forward.
pub(crate) struct Mbox {
    window: Window,
    /// Bytes of the window that the last entry was made of.
    used: usize,
}

/// A separator, in bytes of the window.
struct Separator {
    /// Where the message before it ends.
    content_end: usize,
    /// Where its own line starts.
    line: usize,
}

impl Mbox {
    /// An mbox that starts with a `From ` line.
    pub(crate) fn new(window: Window) -> Self {
        Mbox { window, used: 0 }
    }

    /// The bytes that the last entry's range is of.
    pub(crate) fn bytes(&self, range: Range<usize>) -> Cow<'_, [u8]> {
        unquote(self.window.bytes().get(range).unwrap_or_default())
    }

    /// Finds the next message; `None` at the end.
    pub(crate) fn next(&mut self) -> io::Result<Option<Entry>> {
        self.window.skip(std::mem::take(&mut self.used));
        if self.window.bytes().is_empty() && !self.window.more()? {
            return Ok(None);
        }
        let mut from = 0;
        let found = loop {
            match separator(self.window.bytes(), from, self.window.ended()) {
                Ok(found) => break Some(found),
                Err(resume) => from = resume,
            }
            if self.window.bytes().len() > limits::MESSAGE + 2 * limits::FROM_LINE {
                return self.pass_over(from).map(Some);
            }
            if !self.window.more()? && self.window.ended() {
                // What was in doubt at the edge is settled by the end.
                break separator(self.window.bytes(), from, true).ok();
            }
        };
        let bytes = self.window.bytes();
        let start = memchr::memchr(b'\n', bytes).map_or(bytes.len(), |end| end + 1);
        let (end, next) = match found {
            Some(found) => (found.content_end.max(start), found.line),
            None => (bytes.len(), bytes.len()),
        };
        self.used = next;
        let offset = self.window.offset();
        if end - start > limits::MESSAGE {
            return Ok(Some(Entry::TooLarge(offset, limits::excerpt(bytes))));
        }
        Ok(Some(Entry::Message(offset, start..end)))
    }

    /// Goes on to the next separator without keeping what lies before it.
    fn pass_over(&mut self, mut from: usize) -> io::Result<Entry> {
        let entry = Entry::TooLarge(self.window.offset(), limits::excerpt(self.window.bytes()));
        loop {
            // The two bytes before are needed to see that a line is blank.
            let done = from.saturating_sub(2);
            self.window.skip(done);
            from -= done;
            self.window.more()?;
            match separator(self.window.bytes(), from, self.window.ended()) {
                Ok(found) => {
                    self.window.skip(found.line);
                    return Ok(entry);
                }
                Err(_) if self.window.ended() => {
                    self.window.skip(usize::MAX);
                    return Ok(entry);
                }
                Err(resume) => from = resume,
            }
        }
    }
}

/// The first separator after a blank line at or after `from`; else where to look again once more
/// bytes are in sight.
fn separator(bytes: &[u8], from: usize, ended: bool) -> Result<Separator, usize> {
    let rest = bytes.get(from..).unwrap_or_default();
    for found in memchr::memmem::find_iter(rest, b"\nFrom ") {
        let end = from + found;
        let before = bytes.get(..end).unwrap_or_default();
        let content_end = if before.ends_with(b"\n") {
            end
        } else if before.ends_with(b"\n\r") {
            end - 1
        } else {
            continue;
        };
        let line = bytes.get(end + 1..).unwrap_or_default();
        let start = line.get(..limits::FROM_LINE).unwrap_or(line);
        let length = memchr::memchr(b'\n', start);
        if length.is_none() && start.len() < limits::FROM_LINE && !ended {
            return Err(end);
        }
        if length.is_some_and(|length| is_from_line(start.get(..length).unwrap_or_default())) {
            return Ok(Separator {
                content_end,
                line: end + 1,
            });
        }
    }
    Err(bytes.len().saturating_sub(b"\nFrom".len()).max(from))
}

/// Whether a line that starts with `From ` goes on with a sender and a date.
fn is_from_line(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else {
        return false;
    };
    let words = || {
        rest.split(|byte| matches!(byte, b' ' | b'\t' | b'\r'))
            .filter(|w| !w.is_empty())
    };
    let one_of =
        |word: &[u8], names: &[&[u8; 3]]| names.iter().any(|name| word.eq_ignore_ascii_case(*name));
    let days = [b"mon", b"tue", b"wed", b"thu", b"fri", b"sat", b"sun"];
    let months = [
        b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov",
        b"dec",
    ];
    let dated = || words().skip(1);
    let year = |word: &[u8]| word.len() == 4 && word.iter().all(u8::is_ascii_digit);
    let time = |word: &[u8]| {
        matches!(word, [a, b, b':', c, d, ..] if [a, b, c, d].iter().all(|byte| byte.is_ascii_digit()))
            || matches!(word, [a, b':', c, d, ..] if [a, c, d].iter().all(|byte| byte.is_ascii_digit()))
    };
    dated().any(|word| one_of(word, &months))
        && dated().any(|word| one_of(word.strip_suffix(b",").unwrap_or(word), &days))
        && dated().any(time)
        && dated().any(year)
}

/// Takes one `>` off each line of `>From ` quoting.
fn unquote(raw: &[u8]) -> Cow<'_, [u8]> {
    let quoted = |at: usize| {
        let before = raw.get(..at).unwrap_or_default();
        let marks = before
            .iter()
            .rev()
            .take_while(|byte| **byte == b'>')
            .count();
        let line = before.len() - marks;
        (line == 0 || raw.get(line - 1) == Some(&b'\n')).then_some(line)
    };
    let mut clean: Option<Vec<u8>> = None;
    let mut from = 0;
    for at in memchr::memmem::find_iter(raw, b">From ") {
        if let Some(line) = quoted(at) {
            let clean = clean.get_or_insert_with(|| Vec::with_capacity(raw.len()));
            clean.extend_from_slice(raw.get(from..line).unwrap_or_default());
            from = line + 1;
        }
    }
    match clean {
        Some(mut clean) => {
            clean.extend_from_slice(raw.get(from..).unwrap_or_default());
            Cow::Owned(clean)
        }
        None => Cow::Borrowed(raw),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    /// Splits `raw`, given in pieces of `step` bytes at most.
    fn split(raw: &[u8]) -> Vec<Result<Vec<u8>, u64>> {
        let mut mbox = Mbox::new(Window::new(Box::new(Cursor::new(raw.to_vec()))));
        let mut found = Vec::new();
        while let Some(entry) = mbox.next().unwrap() {
            found.push(match entry {
                Entry::Message(_, range) => Ok(mbox.bytes(range).into_owned()),
                Entry::TooLarge(offset, _) => Err(offset),
            });
        }
        found
    }

    fn texts(raw: &str) -> Vec<String> {
        split(raw.as_bytes())
            .into_iter()
            .map(|m| String::from_utf8(m.unwrap()).unwrap())
            .collect()
    }

    const FROM: &str = "From ana@example.org Mon Mar  2 14:00:00 2026";

    #[test]
    fn req_1_an_mbox_is_split_at_true_separators_only() {
        let raw = format!(
            "{FROM}\nA: 1\n\nFrom here to there.\n\nFrom Monday on, at 10:00\n{FROM}\n>From me\n>>From x\n\n{FROM}\nA: 2\n\nend"
        );
        let first = format!(
            "A: 1\n\nFrom here to there.\n\nFrom Monday on, at 10:00\n{FROM}\nFrom me\n>From x\n"
        );
        assert_eq!(texts(&raw), [first.as_str(), "A: 2\n\nend"]);
        assert_eq!(
            texts(&raw.replace('\n', "\r\n")),
            [first.replace('\n', "\r\n").as_str(), "A: 2\r\n\r\nend"]
        );
        assert_eq!(texts(&format!("{FROM}\n\n{FROM}\nA: 1\n")), ["", "A: 1\n"]);
        assert_eq!(texts(FROM), [""]);
        assert_eq!(texts(""), [""; 0]);
    }

    #[test]
    fn req_1_lines_that_separate() {
        for line in [
            FROM,
            "From - Sat Jan 01 00:00:00 2000",
            "From MAILER-DAEMON Fri Jul  8 12:08:34 2011\r",
            "From 17@xxx Mon Jan 01 00:00:00 +0000 2024",
            "From ana@example.org  Mon Mar  2 9:00 2026 remote from x",
        ] {
            assert!(is_from_line(line.as_bytes()), "{line}");
        }
        for line in [
            "From ",
            "From ana@example.org",
            "From Mon to Fri, 10:00 in Mar",
            "Fromage",
        ] {
            assert!(!is_from_line(line.as_bytes()), "{line}");
        }
    }

    #[test]
    fn req_1_a_separator_is_found_wherever_the_window_ends() {
        // The second separator crosses the edge of the first 256 KiB at each of its bytes.
        for shift in 0..FROM.len() + 4 {
            let filler = "x".repeat(256 * 1024 - FROM.len() - 1 - shift);
            let raw = format!("{FROM}\n{filler}\n\n{FROM}\nA: 2\n");
            assert_eq!(texts(&raw).len(), 2, "{shift}");
        }
    }

    #[test]
    fn req_1_a_message_over_the_limit_is_passed_over_and_the_rest_goes_on() {
        let large = "0123456789abcde\n".repeat(limits::MESSAGE / 16 + 1);
        let raw =
            format!("{FROM}\nA: 1\n\n{FROM}\n\n{large}\n{FROM}\nA: 2\n\n{FROM}\n{large}{large}");
        let found = split(raw.as_bytes());
        let offsets: Vec<Option<u64>> = found.iter().map(|m| m.as_ref().err().copied()).collect();
        let one = FROM.len() as u64 + 7;
        assert_eq!(
            offsets,
            [
                None,
                Some(one),
                None,
                Some(2 * one + FROM.len() as u64 + large.len() as u64 + 3)
            ]
        );
        assert_eq!(found[2], Ok(b"A: 2\n".to_vec()));
    }
}
