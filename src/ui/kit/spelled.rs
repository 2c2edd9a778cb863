//! What keys are called on the screen, in the language of who reads: the one place that names them there. How they
//! are written in a file of one's own keys is `keys.rs`, the same in every language.

use super::keys::{Chord, Key};
use super::texts::Texts;

impl Chord {
    /// Returns its name on the screen, like `Ctrl-d`, `Entrée` or `Maj-Tab`.
    pub fn spelled(&self, texts: &Texts) -> String {
        let Some(id) = name(self.key) else {
            return match self.shift {
                false => self.to_string(),
                true => self.to_string().replace("Shift-", &texts.get("key-shift")),
            };
        };
        let mut spelled = String::new();
        for (on, prefix) in [(self.ctrl, "Ctrl-"), (self.alt, "Alt-")] {
            if on {
                spelled.push_str(prefix);
            }
        }
        if self.shift {
            spelled.push_str(&texts.get("key-shift"));
        }
        spelled.push_str(&texts.get(id));
        spelled
    }
}

/// The text that names a key; nothing for one that is written the same everywhere.
fn name(key: Key) -> Option<&'static str> {
    Some(match key {
        Key::Char(' ') => "key-space",
        Key::Enter => "key-enter",
        Key::Esc => "key-esc",
        Key::Backspace => "key-backspace",
        Key::Delete => "key-delete",
        Key::Insert => "key-insert",
        Key::Up => "key-up",
        Key::Down => "key-down",
        Key::Left => "key-left",
        Key::Right => "key-right",
        Key::Home => "key-home",
        Key::End => "key-end",
        Key::PageUp => "key-page-up",
        Key::PageDown => "key-page-down",
        Key::Tab | Key::Char(_) | Key::F(_) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::kit::texts::Lang;

    #[test]
    fn wks_4_keys_have_the_name_that_is_printed_on_them() {
        let (en, fr) = (Texts::shared(Lang::En), Texts::shared(Lang::Fr));
        let table = [
            ("Enter", "Enter", "Entrée"),
            ("Esc", "Esc", "Échap"),
            ("Space", "Space", "Espace"),
            ("Shift-Tab", "Shift-Tab", "Maj-Tab"),
            ("Alt-Right", "Alt-Right", "Alt-Droite"),
            ("Ctrl-d", "Ctrl-d", "Ctrl-d"),
            ("Delete", "Delete", "Suppr"),
            ("-", "-", "-"),
            ("F2", "F2", "F2"),
        ];
        for (written, english, french) in table {
            let chord = Chord::parse(written);
            let spelled = |texts| chord.map(|chord| chord.spelled(texts)).unwrap_or_default();
            assert_eq!(spelled(&en), english);
            assert_eq!(spelled(&fr), french);
        }
    }
}
