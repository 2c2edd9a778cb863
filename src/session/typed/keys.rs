//! What a token says: a key, the mouse, an answer of the terminal. `terminput` reads the sequences; here
//! is what it has to be told otherwise, form by form. Reports that nobody asked for say nothing.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use terminput_crossterm::to_crossterm;

/// What came.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// A key or the mouse.
    Event(Event),
    /// The terminal speaks the kitty keyboard protocol; `on`: it tells keys apart already.
    Kitty { on: bool },
}

/// ESC alone.
pub(super) fn esc() -> Said {
    pressed(KeyCode::Esc, false)
}

/// A character, also a control character.
pub(super) fn char(c: char, alt: bool) -> Option<Said> {
    match u8::try_from(c) {
        Ok(control @ (..0x20 | 0x7f)) => read(&[control], alt),
        _ => Some(pressed(KeyCode::Char(c), alt)),
    }
}

/// A sequence, from ESC to its last byte.
pub(super) fn sequence(bytes: &[u8], alt: bool) -> Option<Said> {
    match bytes {
        [_, b'[', b'M', _, _, _] | [_, b'[', b'[', b'A'..=b'E'] => read(bytes, alt),
        [_, b'[', b'?', flags @ .., b'u'] => kitty(flags),
        [_, b'[', b'<', report @ .., b'M' | b'm'] => mouse(bytes, report),
        [_, b'[', report @ .., b'M'] => mouse(bytes, report),
        [_, b'[', parameters @ .., last] => csi(bytes, parameters, *last, alt),
        [_, _, parameters @ .., last] => ss3(bytes, parameters, *last, alt),
        _ => None,
    }
}

fn pressed(code: KeyCode, alt: bool) -> Said {
    let modifiers = if alt {
        KeyModifiers::ALT
    } else {
        KeyModifiers::NONE
    };
    Said::Event(Event::Key(KeyEvent::new(code, modifiers)))
}

fn csi(bytes: &[u8], parameters: &[u8], last: u8, alt: bool) -> Option<Said> {
    let numbers = Numbers::of(parameters)?;
    match (last, numbers) {
        (b'A'..=b'D' | b'F' | b'H' | b'P' | b'Q' | b'S' | b'u', _) => read(bytes, alt),
        // With a row of its own it is where the cursor is.
        (b'R', Numbers(0 | 1, 1..=16, _)) => read(bytes, alt),
        (b'Z', Numbers(_, modifiers, _)) => coded(u32::from(b'\t'), with_shift(modifiers), alt),
        // xterm's `modifyOtherKeys`; it calls Backspace by its old code.
        (b'~', Numbers(27, modifiers, 8)) => coded(0x7f, modifiers, alt),
        (b'~', Numbers(27, modifiers, key)) => coded(key, modifiers, alt),
        // F15 to F20, which it counts wrongly, by their kitty codes.
        (b'~', Numbers(key @ (28 | 29), modifiers, _)) => coded(key + 57_350, modifiers, alt),
        (b'~', Numbers(key @ 31..=34, modifiers, _)) => coded(key + 57_349, modifiers, alt),
        (b'~', _) => read(bytes, alt),
        // rxvt has a last byte for each modifier.
        (b'$', Numbers(key, ..)) => numbered(key, 2, alt),
        (b'^', Numbers(key, ..)) => numbered(key, 5, alt),
        (b'@', Numbers(key, ..)) => numbered(key, 6, alt),
        (b'a'..=b'd', Numbers(0, ..)) => lettered(last.to_ascii_uppercase(), 2, alt),
        _ => None,
    }
}

fn ss3(bytes: &[u8], parameters: &[u8], last: u8, alt: bool) -> Option<Said> {
    let modifiers = match Numbers::of(parameters)? {
        // `ESC O 5 A`, as older ones write `ESC O 1 ; 5 A`.
        Numbers(modifiers @ 1.., 1, _) => u16::try_from(modifiers).ok()?,
        Numbers(_, modifiers, _) => modifiers,
    };
    match last {
        b'A'..=b'D' | b'F' | b'H' | b'P'..=b'S' if parameters.is_empty() => read(bytes, alt),
        b'A'..=b'D' | b'F' | b'H' | b'P'..=b'S' => lettered(last, modifiers, alt),
        // rxvt, with Ctrl.
        b'a'..=b'd' => lettered(last.to_ascii_uppercase(), 5, alt),
        // The keypad.
        b'X' => coded(u32::from(b'='), modifiers, alt),
        b'I' | b'M' | b'j'..=b'y' => coded(u32::from(last - 0x40), modifiers, alt),
        _ => None,
    }
}

/// The first three parameters of a sequence: a key, its modifiers, one more. What is left out is 0, and
/// for modifiers 1: none.
struct Numbers(u32, u16, u32);

impl Numbers {
    /// None when there is anything but numbers in it, or modifiers that do not exist.
    fn of(parameters: &[u8]) -> Option<Numbers> {
        let text = std::str::from_utf8(parameters).ok()?;
        let is_number = |c: char| c.is_ascii_digit() || matches!(c, ';' | ':');
        if !text.chars().all(is_number) {
            return None;
        }
        // Behind a colon is detail: other layouts' keys, and whether it was let go.
        let mut numbers = text
            .split(';')
            .map(|number| number.split_once(':').map_or(number, |(number, _)| number));
        let mut next = |absent: u32| match numbers.next() {
            None | Some("") => Some(absent),
            Some(number) => number.parse().ok(),
        };
        let (key, modifiers, other) = (next(0)?, next(1)?, next(0)?);
        let modifiers = u8::try_from(modifiers).ok()?;
        Some(Numbers(key, u16::from(modifiers), other))
    }
}

/// Modifiers with Shift; they are bits, counted from one.
fn with_shift(modifiers: u16) -> u16 {
    ((modifiers.max(1) - 1) | 1) + 1
}

/// A key by the code of its character.
fn coded(key: u32, modifiers: u16, alt: bool) -> Option<Said> {
    read(format!("\x1b[{key};{modifiers}u").as_bytes(), alt)
}

/// A key by its number.
fn numbered(key: u32, modifiers: u16, alt: bool) -> Option<Said> {
    read(format!("\x1b[{key};{modifiers}~").as_bytes(), alt)
}

/// A key by its letter.
fn lettered(key: u8, modifiers: u16, alt: bool) -> Option<Said> {
    let key = char::from(key);
    read(format!("\x1b[1;{modifiers}{key}").as_bytes(), alt)
}

/// `report` has button, column and row; `terminput` counts from them without looking.
fn mouse(bytes: &[u8], report: &[u8]) -> Option<Said> {
    let report = std::str::from_utf8(report).ok()?;
    let mut numbers = report.split(';').map(str::parse::<u16>);
    let (_button, column, row) = (
        numbers.next()?.ok()?,
        numbers.next()?.ok()?,
        numbers.next()?.ok()?,
    );
    if column == 0 || row == 0 {
        return None;
    }
    read(bytes, false)
}

fn kitty(flags: &[u8]) -> Option<Said> {
    let flags: u8 = std::str::from_utf8(flags).ok()?.parse().ok()?;
    Some(Said::Kitty { on: flags & 1 == 1 })
}

/// Lets `terminput` read it.
fn read(bytes: &[u8], alt: bool) -> Option<Said> {
    let mut event = terminput::Event::parse_from(bytes).ok()??;
    if let terminput::Event::Key(key) = &mut event {
        use terminput::KeyModifiers as Held;
        // On the way to crossterm two of these are lost, and what was held would become what is typed.
        if key
            .modifiers
            .intersects(Held::SUPER | Held::HYPER | Held::META)
        {
            return None;
        }
        if alt {
            key.modifiers |= Held::ALT;
        }
    }
    to_crossterm(event).ok().map(Said::Event)
}
