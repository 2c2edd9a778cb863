//! A bracketed paste: everything up to its end mark is text, whatever it looks like. No more of it is kept than
//! is taken.

use memchr::memchr;

use crate::session::line::MOST_PASTED;

const END: &[u8] = b"\x1b[201~";
const ESC: u8 = 0x1b;

#[derive(Default)]
pub(super) struct Paste {
    kept: Vec<u8>,
    /// So many bytes of the end mark came.
    matched: usize,
    /// More came than is kept.
    cut: bool,
}

impl Paste {
    /// Takes what belongs to it off `bytes`; whether its end came.
    pub(super) fn take(&mut self, bytes: &mut &[u8]) -> bool {
        while let Some((&byte, rest)) = bytes.split_first() {
            if END.get(self.matched) == Some(&byte) {
                *bytes = rest;
                self.matched += 1;
                if self.matched == END.len() {
                    self.matched = 0;
                    return true;
                }
                continue;
            }
            self.unmatch();
            if byte != ESC {
                let (text, behind) = bytes.split_at(memchr(ESC, bytes).unwrap_or(bytes.len()));
                self.keep(text);
                *bytes = behind;
            }
        }
        false
    }

    /// The text, with one character for each end of a line; nothing of one that is too long, and that it is.
    pub(super) fn text(mut self) -> (String, bool) {
        self.unmatch();
        if self.cut {
            return (String::new(), true);
        }
        one_line_end(&mut self.kept);
        let text = String::from_utf8(self.kept)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        (text, self.cut)
    }

    #[cfg(test)]
    pub(super) fn capacity(&self) -> usize {
        self.kept.capacity()
    }

    /// What looked like the end mark was text.
    fn unmatch(&mut self) {
        let matched = std::mem::take(&mut self.matched);
        self.keep(END.get(..matched).unwrap_or_default());
    }

    fn keep(&mut self, text: &[u8]) {
        let room = MOST_PASTED - self.kept.len();
        self.kept
            .extend_from_slice(text.get(..room).unwrap_or(text));
        self.cut |= text.len() > room;
    }
}

/// CR and CR LF become LF, in place.
fn one_line_end(text: &mut Vec<u8>) {
    let mut before = 0;
    text.retain_mut(|byte| {
        let (last, now) = (before, *byte);
        before = now;
        if now == b'\r' {
            *byte = b'\n';
        }
        !(last == b'\r' && now == b'\n')
    });
}
