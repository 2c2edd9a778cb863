//! `:` — any action by its name. The same entries as footer and help; what cannot be done now is
//! shown greyed, and says why when chosen. Never runs anything itself.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::binding::{Entry, Ready};
use super::choices::Choice;
use super::keys::Input;
use super::look::Look;
use super::picker::{Picked, Picker};
use super::texts::Texts;

/// What an input did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Called {
    /// Still choosing.
    Open,
    /// Do this: place and binding.
    Run(&'static str, &'static str),
    /// It cannot be done now, and why.
    Refused(String),
    /// Nothing.
    Cancelled,
}

/// The box of all actions.
#[derive(Debug, Clone)]
pub struct Palette {
    entries: Vec<Entry>,
    picker: Picker,
}

impl Palette {
    /// Over these entries; those of the open pane first.
    pub fn new(entries: Vec<Entry>, texts: &Texts) -> Self {
        let entries: Vec<Entry> = entries
            .into_iter()
            .filter(|e| e.ready != Ready::Hidden)
            .collect();
        let choice = |entry: &Entry| {
            let keys = entry
                .chords
                .first()
                .map(ToString::to_string)
                .unwrap_or_default();
            let detail = match &entry.ready {
                Ready::Yes | Ready::Hidden => keys,
                Ready::No(_) => format!("{} {keys}", texts.get("kit-palette-not-now")),
            };
            Choice {
                also: format!("{} {}", entry.label(texts), entry.id),
                ..Choice::with(entry.help(texts), detail)
            }
        };
        let choices = entries.iter().map(choice).collect();
        Self {
            picker: Picker::one(texts.get("kit-palette"), choices),
            entries,
        }
    }

    /// Takes one input; `screen` is the place the box stands in.
    pub fn update(&mut self, input: &Input, screen: Rect, texts: &Texts) -> Called {
        match self.picker.update(input, screen) {
            Picked::Open | Picked::New(_) => Called::Open,
            Picked::Cancelled => Called::Cancelled,
            Picked::Chosen(which) => match which.first().and_then(|&i| self.entries.get(i)) {
                None => Called::Open,
                Some(entry) => match &entry.ready {
                    Ready::Yes | Ready::Hidden => Called::Run(entry.scope, entry.id),
                    Ready::No(reason) => Called::Refused(reason.text(texts)),
                },
            },
        }
    }

    /// Draws the box over `screen`.
    pub fn view(&self, screen: Rect, buf: &mut Buffer, look: &Look<'_>) {
        self.picker.view(screen, buf, look);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::kit::binding::Reason;
    use crate::ui::kit::keys::Chord;
    use crate::ui::kit::testing::Bench;
    use crate::ui::kit::texts::Lang;

    fn entry(id: &'static str, key: &str, ready: Ready) -> Entry {
        Entry {
            scope: "list",
            id,
            chords: Chord::parse(key).into_iter().collect(),
            weight: 1,
            ready,
        }
    }

    fn play(lang: Lang, script: &str) -> Called {
        let texts = Texts::new(lang);
        let entries = vec![
            entry("move-down", "j", Ready::Yes),
            entry("move-top", "g", Ready::No(Reason::new("kit-empty"))),
            entry("move-up", "k", Ready::Hidden),
        ];
        let mut palette = Palette::new(entries, &texts);
        let screen = Rect::new(0, 0, 80, 24);
        Bench::new(lang).screen(80, 24, |area, buf, look| palette.view(area, buf, look));
        let mut last = Called::Open;
        for input in Input::script(script) {
            last = palette.update(&input, screen, &texts);
        }
        last
    }

    #[test]
    fn wks_1_any_action_by_its_name_in_ones_own_language() {
        assert_eq!(
            play(Lang::En, "next Space row Enter"),
            Called::Run("list", "move-down")
        );
        assert_eq!(
            play(Lang::Fr, "suivante Enter"),
            Called::Run("list", "move-down")
        );
        assert_eq!(
            play(Lang::En, "move-d Enter"),
            Called::Run("list", "move-down")
        );
        assert_eq!(
            play(Lang::En, "first Enter"),
            Called::Refused("Nothing here yet.".to_owned())
        );
        assert_eq!(play(Lang::En, "before Enter"), Called::Open);
        assert_eq!(play(Lang::En, "Esc"), Called::Cancelled);
    }
}
