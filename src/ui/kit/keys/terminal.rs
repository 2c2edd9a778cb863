//! How the terminals' different ways of reporting keys and the mouse become one.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::{Chord, Input, Key, Mouse, MouseKind};

impl Chord {
    /// What was pressed, or nothing for releases, lone modifiers and keys we do not use.
    pub fn from_event(event: &KeyEvent) -> Option<Self> {
        let foreign = KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META;
        if event.kind == KeyEventKind::Release || event.modifiers.intersects(foreign) {
            return None;
        }
        let mut shift = event.modifiers.contains(KeyModifiers::SHIFT);
        let key = match event.code {
            KeyCode::Char(c) if c.is_control() => return None,
            KeyCode::Char(c) => Key::Char(c),
            KeyCode::F(n) => Key::F(n),
            KeyCode::Enter => Key::Enter,
            KeyCode::Esc => Key::Esc,
            KeyCode::Tab => Key::Tab,
            KeyCode::BackTab => {
                shift = true;
                Key::Tab
            }
            KeyCode::Backspace => Key::Backspace,
            KeyCode::Delete => Key::Delete,
            KeyCode::Insert => Key::Insert,
            KeyCode::Up => Key::Up,
            KeyCode::Down => Key::Down,
            KeyCode::Left => Key::Left,
            KeyCode::Right => Key::Right,
            KeyCode::Home => Key::Home,
            KeyCode::End => Key::End,
            KeyCode::PageUp => Key::PageUp,
            KeyCode::PageDown => Key::PageDown,
            KeyCode::Null
            | KeyCode::CapsLock
            | KeyCode::ScrollLock
            | KeyCode::NumLock
            | KeyCode::PrintScreen
            | KeyCode::Pause
            | KeyCode::Menu
            | KeyCode::KeypadBegin
            | KeyCode::Media(_)
            | KeyCode::Modifier(_) => return None,
        };
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let alt = event.modifiers.contains(KeyModifiers::ALT);
        // AltGr arrives as Ctrl+Alt with the character it makes: that is typing.
        if let (Key::Char(c), true, true) = (key, ctrl, alt)
            && !c.is_ascii_alphanumeric()
            && c != ' '
        {
            return Some(Self::plain(key));
        }
        Some(Self::new(key, ctrl, alt, shift))
    }
}

impl Mouse {
    fn from_event(event: &MouseEvent) -> Option<Self> {
        let kind = match event.kind {
            MouseEventKind::Down(MouseButton::Left) => MouseKind::Press,
            MouseEventKind::Drag(MouseButton::Left) => MouseKind::Drag,
            MouseEventKind::ScrollUp => MouseKind::WheelUp,
            MouseEventKind::ScrollDown => MouseKind::WheelDown,
            MouseEventKind::Down(_)
            | MouseEventKind::Up(_)
            | MouseEventKind::Drag(_)
            | MouseEventKind::Moved
            | MouseEventKind::ScrollLeft
            | MouseEventKind::ScrollRight => return None,
        };
        Some(Self {
            kind,
            column: event.column,
            row: event.row,
        })
    }
}

impl Input {
    /// The input in a terminal event; none for releases, focus changes and resizes.
    pub fn from_event(event: &Event) -> Option<Self> {
        match event {
            Event::Key(key) => Chord::from_event(key).map(Self::Key),
            Event::Paste(text) => Some(Self::Paste(text.clone())),
            Event::Mouse(mouse) => Mouse::from_event(mouse).map(Self::Mouse),
            Event::FocusGained | Event::FocusLost | Event::Resize(..) => None,
        }
    }
}
