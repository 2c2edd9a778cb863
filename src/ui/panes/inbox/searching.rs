//! Full-text search over what was written (REQ-12): results as one types, `Enter` goes there.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::InboxPane;
use crate::desk::Searched;
use crate::domain::RequestId;
use crate::ui::frame::{ListPane, Looked, Wanted};
use crate::ui::kit::frame::Panel;
use crate::ui::kit::keys::{Input, Key};
use crate::ui::kit::line::{Line, Typed};
use crate::ui::kit::list_view;
use crate::ui::kit::look::Look;
use crate::ui::kit::paint;

/// Rows of one hit: its subject, its snippet.
const ROWS: u16 = 2;

/// A search under way.
#[derive(Default)]
pub struct Searching {
    words: Line,
    found: Searched,
    at: usize,
    wanted: Wanted<Searched>,
}

impl Searching {
    fn current(&self) -> Option<RequestId> {
        self.found.hits.get(self.at).map(|hit| hit.row.id)
    }

    /// Takes what was found.
    pub fn looked(&mut self, looked: &mut Looked) {
        if let Some(found) = self.wanted.take(looked) {
            self.at = 0;
            self.found = found;
        }
    }

    /// Draws it over the pane.
    pub fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let title = look.texts.get("search-title");
        let right = match (self.words.text().trim().is_empty(), self.found.behind) {
            (true, _) => String::new(),
            (false, 0) => look
                .texts
                .with("search-count", &[("n", self.found.total.into())]),
            (false, n) => {
                let n = usize::try_from(n).unwrap_or(usize::MAX);
                look.texts.with(
                    "search-behind",
                    &[("n", self.found.total.into()), ("behind", n.into())],
                )
            }
        };
        let keys = look.texts.get("search-keys");
        let panel = Panel {
            title: &title,
            right: &right,
            bottom: &keys,
            focused: true,
        };
        let inner = panel.popup(area, 110, 40, buf, look);
        let line = paint::row(inner, 0);
        let hint = look.texts.get("search-hint");
        self.words.view(line, buf, look, &hint, true);
        let hits = Rect {
            y: inner.y + 2.min(inner.height),
            height: inner.height.saturating_sub(2),
            ..inner
        };
        if let Some(trouble) = &self.found.trouble {
            list_view::empty(hits, buf, look, trouble);
            return;
        }
        if self.found.hits.is_empty() {
            let id = if self.words.text().trim().is_empty() {
                "search-empty"
            } else {
                "search-nothing"
            };
            list_view::empty(hits, buf, look, &look.texts.get(id));
            return;
        }
        self.view_hits(hits, buf, look);
    }

    fn view_hits(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let visible = usize::from(area.height / ROWS).max(1);
        let first = (self.at + 1).saturating_sub(visible);
        for (n, (at, hit)) in self
            .found
            .hits
            .iter()
            .enumerate()
            .skip(first)
            .take(visible)
            .enumerate()
        {
            let top = u16::try_from(n).unwrap_or(0) * ROWS;
            let here = at == self.at;
            let line = paint::row(area, top);
            if here {
                buf.set_style(line.intersection(buf.area), look.theme.selection);
            }
            let ground = if here {
                look.theme.selection
            } else {
                look.theme.text
            };
            let id = format!("{:<8}", hit.row.id.to_string());
            let organisation = format!("  {}", hit.row.organisation);
            let parts = [
                (if here { "▌" } else { " " }, look.theme.accent),
                (id.as_str(), ground),
                (hit.row.subject.as_str(), ground),
                (organisation.as_str(), look.theme.muted),
            ];
            paint::pieces(buf, line, &parts);
            let style = |marked: bool| {
                if marked {
                    look.theme.matching
                } else {
                    look.theme.muted
                }
            };
            let pieces: Vec<(&str, ratatui::style::Style)> = hit
                .pieces
                .iter()
                .map(|(text, marked)| (text.as_str(), style(*marked)))
                .collect();
            paint::pieces(buf, paint::from(paint::row(area, top + 1), 9), &pieces);
        }
    }
}

impl InboxPane {
    pub(super) fn start_search(&mut self) {
        self.searching = Some(Searching::default());
    }

    /// Whether what is shown is a hit of a search.
    pub(super) fn has_results(&self) -> bool {
        let shown = self
            .frame
            .browse
            .selected()
            .filter(|_| self.frame.browse.is_held());
        let searched = self.searched.as_ref().and_then(Searching::current);
        shown.is_some() && shown == searched
    }

    /// Shows the hits again; false when none of them is shown.
    pub(super) fn show_results(&mut self) -> bool {
        let has = self.has_results();
        if has {
            self.searching = self.searched.take();
            self.close_card();
        }
        has
    }

    pub(super) fn in_searching(&mut self, input: &Input) -> bool {
        let Some(searching) = &mut self.searching else {
            return false;
        };
        let last = searching.found.hits.len().saturating_sub(1);
        if let Input::Key(chord) = input {
            match chord.key {
                Key::Esc => {
                    self.searching = None;
                    return true;
                }
                Key::Down | Key::Tab => {
                    searching.at = (searching.at + 1).min(last);
                    return true;
                }
                Key::Up => {
                    searching.at = searching.at.saturating_sub(1);
                    return true;
                }
                Key::Enter => {
                    if let Some(id) = searching.current() {
                        self.searched = self.searching.take();
                        self.go_to(id);
                    }
                    return true;
                }
                _ => {}
            }
        }
        if searching.words.update(input) == Typed::Changed {
            let words = searching.words.text().to_owned();
            let look = Searched::look(words);
            searching.wanted.ask_only(look, &mut self.frame.out);
        }
        true
    }
}
