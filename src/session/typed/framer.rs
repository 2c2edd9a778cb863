//! Cuts the bytes of a terminal into tokens: characters, escape sequences, pastes. It keeps no more than
//! one of them, looks at each byte once, and never decides what a key is.

use std::time::Duration;

use super::pace::Pace;
use super::paste::Paste;
use super::token::{State, Step, Token};

/// The most bytes of an escape sequence; a longer one is read to its end and dropped.
pub(super) const MOST: usize = 64;
/// An introducer of a string is a key when nothing comes behind it for so long, or for as long as a lone ESC is
/// waited for: nobody asks for strings.
const STRING: Duration = Duration::from_millis(40);
/// What was begun is given up when nothing more of it comes for so long.
const STALLED: Duration = Duration::from_secs(5);

const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;
const PASTE: &[u8] = b"\x1b[200~";

/// The bytes of one terminal, cut into tokens.
pub(super) struct Framer {
    state: State,
    /// The sequence or the character that was begun, or the sequence that was told last.
    kept: Vec<u8>,
    paste: Paste,
    pace: Pace,
    /// Sequences come apart on this line, or ESC alone is no key: one is waited for as what it begins.
    wary: bool,
    /// A lone ESC was given up, and nothing came since: what follows may be the rest of its sequence.
    late: bool,
    /// The sequence that was begun came behind such an ESC.
    orphan: bool,
    /// Characters that looked like such a rest and were typed, the last one first.
    again: Vec<u8>,
}

impl Framer {
    pub(super) fn new(pace: Pace) -> Framer {
        Framer {
            state: State::Ground,
            kept: Vec::with_capacity(MOST),
            paste: Paste::default(),
            pace,
            wary: false,
            late: false,
            orphan: false,
            again: Vec::new(),
        }
    }

    /// From now on a lone ESC is waited for as long as a sequence that was begun.
    pub(super) fn be_wary(&mut self) {
        self.wary = true;
    }

    /// The sequence that was told last is typed text: tells its characters one by one.
    pub(super) fn tell_again(&mut self) {
        let typed = self.kept.get(1..).unwrap_or_default();
        self.again = typed.iter().rev().copied().collect();
    }

    /// The next token that is complete; what was read of `bytes` is cut off them.
    pub(super) fn next(&mut self, bytes: &mut &[u8]) -> Option<Token> {
        loop {
            if let Some(byte) = self.again.pop() {
                return Some(Token::Char {
                    c: char::from(byte),
                    alt: false,
                });
            }
            match self.state {
                State::Paste => {
                    return self.paste.take(bytes).then(|| self.pasted());
                }
                State::Text => *bytes = behind(bytes, is_text),
                State::Ground => *bytes = behind(bytes, |byte| !may_begin(byte)),
                _ => {}
            }
            let (&byte, rest) = bytes.split_first()?;
            let token = match self.step(byte) {
                Step::Taken => {
                    *bytes = rest;
                    None
                }
                Step::Complete(token) => {
                    *bytes = rest;
                    Some(token)
                }
                Step::Over(token) => token,
            };
            if token.is_some() {
                return token;
            }
        }
    }

    /// The bytes of the sequence that was told last, from ESC to its end.
    pub(super) fn sequence(&self) -> &[u8] {
        &self.kept
    }

    /// How long to wait for more from the last byte on; then [`Framer::give_up`]. None when nothing is
    /// begun.
    pub(super) fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Ground if self.late => self.pace.late.map(|late| self.lone() + late),
            State::Ground => None,
            State::Esc { .. } => Some(self.lone()),
            State::Introduced(_) => Some(self.lone().max(STRING)),
            State::TextEsc => Some(self.pace.begun),
            State::Csi { .. } | State::Ss3 { .. } if self.orphan || self.is_introducer() => {
                Some(self.pace.begun)
            }
            State::Scalar { .. }
            | State::Csi { .. }
            | State::Ss3 { .. }
            | State::Mouse { .. }
            | State::Text
            | State::Paste => Some(STALLED),
        }
    }

    /// How long a lone ESC is waited for.
    fn lone(&self) -> Duration {
        if self.wary {
            self.pace.begun
        } else {
            self.pace.lone
        }
    }

    /// Nothing more comes of what was begun: what it was then. To be called until nothing is begun.
    pub(super) fn give_up(&mut self) -> Option<Token> {
        self.late = matches!(self.state, State::Esc { twice: false }) && self.pace.late.is_some();
        let orphan = std::mem::take(&mut self.orphan);
        let (token, state) = match self.state {
            State::Csi { .. } | State::Ss3 { .. } if orphan => {
                self.tell_again();
                (None, State::Ground)
            }
            State::Ground | State::Text | State::Mouse { .. } => (None, State::Ground),
            State::Esc { twice: true } => (Some(Token::Esc), State::Esc { twice: false }),
            State::Esc { twice: false } | State::Scalar { alt: true } => {
                (Some(Token::Esc), State::Ground)
            }
            State::Scalar { alt: false } => (None, State::Ground),
            State::Csi { alt: true } if self.is_introducer() => {
                (Some(Token::Esc), State::Csi { alt: false })
            }
            State::Ss3 { alt: true } if self.is_introducer() => {
                (Some(Token::Esc), State::Ss3 { alt: false })
            }
            State::Csi { .. } if self.is_introducer() => (Some(alt('[')), State::Ground),
            State::Ss3 { .. } if self.is_introducer() => (Some(alt('O')), State::Ground),
            State::Csi { .. } | State::Ss3 { .. } => (None, State::Ground),
            State::Introduced(by) => (Some(alt(char::from(by))), State::Ground),
            State::TextEsc => (None, State::Esc { twice: false }),
            State::Paste => return Some(self.pasted()),
        };
        self.state = state;
        token
    }

    /// How many bytes are held for what it keeps.
    #[cfg(test)]
    pub(super) fn capacity(&self) -> usize {
        self.kept.capacity() + self.paste.capacity()
    }

    fn step(&mut self, byte: u8) -> Step {
        match self.state {
            State::Ground => self.begin(byte, false),
            State::Esc { twice } => self.after_esc(byte, twice),
            State::Scalar { alt } => self.scalar(byte, alt),
            State::Csi { alt } => self.csi(byte, alt),
            State::Ss3 { alt } => self.ss3(byte, alt),
            State::Mouse { alt, bytes } => self.mouse(byte, alt, bytes),
            State::Introduced(by) => self.introduced(byte, by),
            State::Text => self.text(byte),
            State::TextEsc if byte == b'\\' => self.turn(State::Ground),
            // Paste is never stepped through.
            State::TextEsc | State::Paste => Step::Over(self.give_up()),
        }
    }

    fn begin(&mut self, byte: u8, alt: bool) -> Step {
        self.state = State::Ground;
        let late = std::mem::take(&mut self.late);
        match byte {
            b'[' | b'O' if late => {
                self.introduce(byte, false);
                self.orphan = true;
                Step::Taken
            }
            ESC => self.turn(State::Esc { twice: false }),
            0..=0x7f => Step::Complete(Token::Char {
                c: char::from(byte),
                alt,
            }),
            _ if may_begin(byte) => {
                self.kept.clear();
                self.kept.push(byte);
                self.turn(State::Scalar { alt })
            }
            // No character begins like this.
            _ if alt => Step::Over(Some(Token::Esc)),
            _ => Step::Taken,
        }
    }

    fn after_esc(&mut self, byte: u8, twice: bool) -> Step {
        match byte {
            ESC if twice => Step::Complete(Token::Esc),
            ESC => self.turn(State::Esc { twice: true }),
            b'[' | b'O' => self.introduce(byte, twice),
            // Of two ESC and a key the first was pressed alone.
            _ if twice => Step::Over(self.give_up()),
            b']' | b'P' | b'_' | b'^' | b'X' => self.turn(State::Introduced(byte)),
            _ => self.begin(byte, true),
        }
    }

    fn introduce(&mut self, byte: u8, alt: bool) -> Step {
        self.kept.clear();
        self.kept.extend([ESC, byte]);
        self.turn(match byte {
            b'[' => State::Csi { alt },
            _ => State::Ss3 { alt },
        })
    }

    fn scalar(&mut self, byte: u8, alt: bool) -> Step {
        self.kept.push(byte);
        match std::str::from_utf8(&self.kept) {
            Ok(text) => {
                self.state = State::Ground;
                let c = text.chars().next();
                c.map_or(Step::Taken, |c| Step::Complete(Token::Char { c, alt }))
            }
            Err(error) if error.error_len().is_none() => Step::Taken,
            // It was none; the byte may begin another.
            Err(_) => Step::Over(self.give_up()),
        }
    }

    fn csi(&mut self, byte: u8, alt: bool) -> Step {
        let first = self.is_introducer();
        match byte {
            b'M' if first => {
                self.kept.push(byte);
                self.turn(State::Mouse { alt, bytes: 0 })
            }
            // `ESC [ [ A` is a function key of the Linux console; `ESC [ 2 $` is rxvt's, with Shift.
            b'[' if first => self.keep(byte),
            b'$' if self.is_short_number() => self.complete(byte, alt),
            0x20..=0x3f => self.keep(byte),
            0x40..=0x7e => self.complete(byte, alt),
            _ => Step::Over(self.give_up()),
        }
    }

    fn ss3(&mut self, byte: u8, alt: bool) -> Step {
        let first = self.is_introducer();
        match byte {
            b'0'..=b'9' | b';' => self.keep(byte),
            b'A'..=b'F' | b'H' | b'I' | b'M' | b'P'..=b'S' | b'X' | b'a'..=b'd' | b'j'..=b'y' => {
                self.complete(byte, alt)
            }
            0x40..=0x7e if !first => self.complete(byte, alt),
            _ => Step::Over(self.give_up()),
        }
    }

    fn mouse(&mut self, byte: u8, alt: bool, bytes: u8) -> Step {
        match (byte, bytes) {
            (..0x20, _) => Step::Over(self.give_up()),
            (_, 2) => self.complete(byte, alt),
            _ => {
                self.kept.push(byte);
                let bytes = bytes + 1;
                self.turn(State::Mouse { alt, bytes })
            }
        }
    }

    /// Strings are answers to what nobody asked. One begins only with what answers begin with, so that
    /// `Alt-]` or `Alt-P` with a key close behind it swallows nothing.
    fn introduced(&mut self, byte: u8, by: u8) -> Step {
        let begins = match by {
            b']' => matches!(byte, b'0'..=b'9' | b'l' | b'L' | b'I'),
            b'P' => matches!(byte, b'0'..=b'9' | b';'..=b'?' | b'!' | b'$' | b'+'),
            b'_' => byte == b'G',
            _ => matches!(byte, 0x20..=0x7e),
        };
        if begins {
            self.turn(State::Text)
        } else {
            Step::Over(self.give_up())
        }
    }

    fn text(&mut self, byte: u8) -> Step {
        match byte {
            _ if is_text(byte) => Step::Taken,
            BEL => self.turn(State::Ground),
            ESC => self.turn(State::TextEsc),
            // Answers have no other control characters: a key was pressed.
            _ => Step::Over(self.give_up()),
        }
    }

    fn turn(&mut self, state: State) -> Step {
        self.state = state;
        Step::Taken
    }

    /// Keeps a byte of a sequence, while there is room.
    fn keep(&mut self, byte: u8) -> Step {
        if self.kept.len() < MOST {
            self.kept.push(byte);
        }
        Step::Taken
    }

    /// The last byte of a sequence.
    fn complete(&mut self, byte: u8, alt: bool) -> Step {
        self.state = State::Ground;
        let orphan = std::mem::take(&mut self.orphan);
        if self.kept.len() == MOST {
            return Step::Taken;
        }
        self.kept.push(byte);
        if self.kept == PASTE {
            // Also without its ESC: what is pasted must never become keys.
            return self.turn(State::Paste);
        }
        Step::Complete(Token::Sequence { alt, orphan })
    }

    fn pasted(&mut self) -> Token {
        self.state = State::Ground;
        let (text, cut) = std::mem::take(&mut self.paste).text();
        Token::Paste { text, cut }
    }

    /// Whether a sequence has nothing but its beginning.
    fn is_introducer(&self) -> bool {
        self.kept.len() == 2
    }

    /// Whether a sequence is one number of one or two digits up to here.
    fn is_short_number(&self) -> bool {
        let number = self.kept.get(2..).unwrap_or_default();
        matches!(number.len(), 1 | 2) && number.iter().all(u8::is_ascii_digit)
    }
}

fn alt(c: char) -> Token {
    Token::Char { c, alt: true }
}

/// What is left of `bytes` behind those that `are` so.
fn behind(bytes: &[u8], are: impl Fn(u8) -> bool) -> &[u8] {
    let end = bytes.iter().position(|byte| !are(*byte));
    end.and_then(|end| bytes.get(end..)).unwrap_or_default()
}

/// Whether a byte stands in a string.
fn is_text(byte: u8) -> bool {
    byte >= 0x20 && byte != 0x7f
}

/// Whether a character or a sequence may begin with it.
fn may_begin(byte: u8) -> bool {
    !matches!(byte, 0x80..=0xc1 | 0xf5..)
}
