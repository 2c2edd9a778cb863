//! Key chords: how they are written (`c`, `G`, `Ctrl-d`, `Shift-Tab`, `F1`), and what
//! else a person does at a terminal. Never decides what a key does.

mod terminal;

use std::fmt;

/// A key, without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// A character; shifted letters are the capital.
    Char(char),
    /// F1 to F24.
    F(u8),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tabulator.
    Tab,
    /// Erases backwards.
    Backspace,
    /// Erases forwards.
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Start of the line.
    Home,
    /// End of the line.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
}

const NAMED: [(&str, Key); 16] = [
    ("Space", Key::Char(' ')),
    ("Enter", Key::Enter),
    ("Esc", Key::Esc),
    ("Tab", Key::Tab),
    ("Backspace", Key::Backspace),
    ("Delete", Key::Delete),
    ("Insert", Key::Insert),
    ("Up", Key::Up),
    ("Down", Key::Down),
    ("Left", Key::Left),
    ("Right", Key::Right),
    ("Home", Key::Home),
    ("End", Key::End),
    ("PageUp", Key::PageUp),
    ("PageDown", Key::PageDown),
    ("Minus", Key::Char('-')),
];

/// A key with its modifiers, in the one form that every terminal can send.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Chord {
    /// The key.
    pub key: Key,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift, for keys that are not characters.
    pub shift: bool,
}

impl Chord {
    /// A key alone.
    pub const fn plain(key: Key) -> Self {
        Self {
            key,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// A chord in its one form: `Ctrl-h` is Backspace, `Ctrl-i` Tab, `Ctrl-j` and `Ctrl-m` Enter,
    /// `Ctrl-[` Esc, because older terminals send the same byte for both.
    pub fn new(key: Key, ctrl: bool, alt: bool, shift: bool) -> Self {
        let (key, ctrl, shift) = match (key, ctrl) {
            (Key::Char(c), true) => match c.to_ascii_lowercase() {
                'h' => (Key::Backspace, false, false),
                'i' => (Key::Tab, false, shift),
                'j' | 'm' => (Key::Enter, false, false),
                '[' => (Key::Esc, false, false),
                c => (Key::Char(c), true, false),
            },
            (Key::Char(c), false) => (Key::Char(if shift { capital(c) } else { c }), false, false),
            (key, ctrl) => (key, ctrl, shift),
        };
        Self {
            key,
            ctrl,
            alt,
            shift,
        }
    }

    /// The character this types, if it types one.
    pub fn typed(&self) -> Option<char> {
        match self.key {
            Key::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// The pane this digit names, 0 to 9; the unshifted top row of an AZERTY keyboard counts.
    pub fn pane_digit(&self) -> Option<u8> {
        Some(match self.typed()? {
            '1' | '&' => 1,
            '2' | 'é' => 2,
            '3' | '"' => 3,
            '4' | '\'' => 4,
            '5' | '(' => 5,
            '6' | '-' => 6,
            '7' | 'è' => 7,
            '8' | '_' => 8,
            '9' | 'ç' => 9,
            '0' | 'à' => 0,
            _ => return None,
        })
    }

    /// Reads `Ctrl-d`, `Space`, `G`, `?`, `F1`, `Shift-Tab`, `Alt-x`, `-`. Modifiers and names
    /// may be in any case; a single character is taken as it is.
    pub fn parse(text: &str) -> Option<Self> {
        let (mut ctrl, mut alt, mut shift) = (false, false, false);
        let mut rest = text;
        while let Some((head, tail)) = rest.split_once('-') {
            if tail.is_empty() || head.is_empty() {
                break;
            }
            match head.to_ascii_lowercase().as_str() {
                "ctrl" => ctrl = true,
                "alt" => alt = true,
                "shift" => shift = true,
                _ => return None,
            }
            rest = tail;
        }
        let mut chars = rest.chars();
        let key = match (chars.next(), chars.next()) {
            (None, _) => return None,
            (Some(c), None) if c.is_control() || c.is_whitespace() => return None,
            (Some(c), None) => Key::Char(c),
            _ => named(rest)?,
        };
        Some(Self::new(key, ctrl, alt, shift))
    }
}

/// The capital of a letter, when it is one character.
fn capital(c: char) -> char {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

fn named(text: &str) -> Option<Key> {
    if let Some(n) = text
        .strip_prefix(['F', 'f'])
        .and_then(|n| n.parse::<u8>().ok())
    {
        return (1..=24).contains(&n).then_some(Key::F(n));
    }
    NAMED
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(text))
        .map(|&(_, key)| key)
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (on, name) in [
            (self.ctrl, "Ctrl-"),
            (self.alt, "Alt-"),
            (self.shift, "Shift-"),
        ] {
            if on {
                f.write_str(name)?;
            }
        }
        match self.key {
            Key::Char('-') => f.write_str("-"),
            Key::F(n) => write!(f, "F{n}"),
            key => match (NAMED.iter().find(|(_, k)| *k == key), key) {
                (Some((name, _)), _) => f.write_str(name),
                (None, Key::Char(c)) => write!(f, "{c}"),
                (None, _) => Ok(()),
            },
        }
    }
}

/// What the pointer did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button went down.
    Press,
    /// The left button moved while down.
    Drag,
    /// The wheel turned away.
    WheelUp,
    /// The wheel turned towards.
    WheelDown,
}

/// A pointer event at a cell of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What happened.
    pub kind: MouseKind,
    /// Column, from 0.
    pub column: u16,
    /// Row, from 0.
    pub row: u16,
}

impl Mouse {
    /// Whether it happened inside `area`.
    pub fn within(&self, area: ratatui::layout::Rect) -> bool {
        area.contains(ratatui::layout::Position::new(self.column, self.row))
    }
}

/// What a person did, in the form every component takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Chord),
    /// Text pasted in one piece, as it came.
    Paste(String),
    /// The mouse.
    Mouse(Mouse),
}

impl Input {
    /// The inputs that typing `script` makes: words of [`Chord::parse`] separated by spaces; a
    /// word that is no chord is typed letter by letter. For tests, tours and macros.
    pub fn script(script: &str) -> Vec<Self> {
        let mut inputs = Vec::new();
        for word in script.split_whitespace() {
            match Chord::parse(word) {
                Some(chord) => inputs.push(Self::Key(chord)),
                None => inputs.extend(word.chars().map(|c| Self::Key(Chord::plain(Key::Char(c))))),
            }
        }
        inputs
    }
}

#[cfg(test)]
#[path = "keys_tests.rs"]
mod tests;
