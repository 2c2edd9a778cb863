//! The footer: what can be done now, most weighty first, from the binding table; the message of
//! what was just done; who one is. What cannot be done now is left out: `?` has it, with its reason.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};

use super::binding::Entry;
use super::binding::offers::Offers;
use super::keys::{Mouse, MouseKind};
use super::look::Look;
use super::paint;
use super::texts::Texts;

/// Columns between two keys.
const GAP: u16 = 2;
/// What has this weight stands last and goes last: the way to all the others.
const LAST: u8 = 100;
/// Columns that the message at the right may take, of the whole.
const MESSAGE_PARTS: (u16, u16) = (2, 3);

/// The last line of the screen.
#[derive(Clone, Copy)]
pub struct Footer<'a> {
    /// What can be done here.
    pub entries: &'a dyn Offers,
    /// What was just done, with its undo; nothing when empty.
    pub message: &'a str,
    /// Whether the message is a refusal.
    pub refusal: bool,
    /// At the far right: who one is.
    pub who: &'a str,
}

impl Default for Footer<'_> {
    fn default() -> Self {
        const NOTHING: &Vec<Entry> = &Vec::new();
        Self {
            entries: NOTHING,
            message: "",
            refusal: false,
            who: "",
        }
    }
}

/// An entry of the footer with its place.
struct Placed {
    entry: Entry,
    key: String,
    label: String,
    at: Rect,
}

impl Footer<'_> {
    /// Draws it in the first row of `area`.
    pub fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let area = paint::row(area, 0);
        paint::tint(buf, area, look.theme.footer);
        let (keys, message, who) = self.parts(area);
        for placed in self.place(keys, look.texts) {
            let (key, label) = (look.theme.key, look.theme.footer);
            paint::pieces(
                buf,
                placed.at,
                &[(&placed.key, key), (" ", label), (&placed.label, label)],
            );
        }
        let style = if self.refusal {
            look.theme.soon
        } else {
            look.theme.toast
        };
        paint::aligned(buf, message, self.message, style, Alignment::Right);
        paint::aligned(buf, who, self.who, look.theme.muted, Alignment::Right);
    }

    /// The binding a press hit.
    pub fn hit(&self, mouse: &Mouse, area: Rect, texts: &Texts) -> Option<&'static str> {
        let (keys, ..) = self.parts(paint::row(area, 0));
        let placed = self.place(keys, texts);
        let hit = placed
            .iter()
            .find(|p| mouse.within(p.at) && mouse.kind == MouseKind::Press);
        hit.map(|p| p.entry.id)
    }

    /// Where keys, message and name stand.
    fn parts(&self, area: Rect) -> (Rect, Rect, Rect) {
        let wide = |words: &str, most: u16| paint::columns(&paint::safe(words, most)).min(most);
        let who = match wide(self.who, 24) {
            0 => 0,
            // On a narrow screen what was just done, and its undo, come before who one is.
            _ if !self.message.is_empty() && area.width < 100 => 0,
            n if n + 60 > area.width => 0,
            n => n + 1,
        };
        let (part, of) = MESSAGE_PARTS;
        let most = if self.refusal {
            area.width.saturating_sub(who + 2)
        } else {
            area.width * part / of
        };
        let message = wide(self.message, most);
        let space = |n: u16| if n == 0 { 0 } else { n + 2 };
        let right = (space(who) + space(message)).min(area.width);
        let keys = Rect {
            x: area.x.saturating_add(1),
            width: area.width.saturating_sub(right + 1),
            ..area
        };
        let message_x = area
            .right()
            .saturating_sub(space(who) + message + u16::from(message > 0));
        let message = Rect {
            x: message_x.max(area.x),
            width: message,
            ..area
        };
        let who = Rect {
            x: area.right().saturating_sub(who),
            width: who.saturating_sub(1),
            ..area
        };
        (keys, message, who)
    }

    /// The entries that fit, most weighty first; room is kept for the last one (`?`). Once one does not fit, what weighs
    /// less is not asked for.
    fn place(&self, area: Rect, texts: &Texts) -> Vec<Placed> {
        let mut weights = self.entries.weights();
        weights.retain(|weight| *weight > 0);
        weights.sort_unstable_by_key(|weight| std::cmp::Reverse(*weight));
        weights.dedup();
        let (last, first): (Vec<u8>, Vec<u8>) =
            weights.into_iter().partition(|weight| *weight >= LAST);
        let of_weight = |weight: u8| self.entries.of_weight(weight).into_iter();
        let last: Vec<Entry> = last.into_iter().flat_map(of_weight).collect();
        let kept = last.last().map_or(0, |last| words(last, texts).2 + GAP);
        let mut placed = Vec::new();
        let mut x = 0;
        let mut put = |entry: Entry, kept: u16| {
            let (key, label, width) = words(&entry, texts);
            let rest = paint::from(area, x);
            let fits = width + kept <= rest.width;
            if fits {
                placed.push(Placed {
                    entry,
                    key,
                    label,
                    at: Rect { width, ..rest },
                });
                x += width + GAP;
            }
            fits
        };
        let mut heavy = first.into_iter().flat_map(of_weight);
        while heavy.next().is_some_and(|entry| put(entry, kept)) {}
        for entry in last {
            put(entry, 0);
        }
        placed
    }
}

/// The key of an entry, its label, and the columns of both.
fn words(entry: &Entry, texts: &Texts) -> (String, String, u16) {
    let key = entry.chords.first().map(|chord| chord.spelled(texts));
    let (key, label) = (key.unwrap_or_default(), entry.label(texts));
    let width = paint::columns(&key) + 1 + paint::columns(&label);
    (key, label, width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::kit::binding::{Ready, Reason};
    use crate::ui::kit::keys::Chord;
    use crate::ui::kit::testing::{Bench, hostile};

    fn entry(id: &'static str, key: &str, weight: u8, ready: Ready) -> Entry {
        Entry {
            scope: "list",
            id,
            chords: Chord::parse(key).into_iter().collect(),
            weight,
            ready,
        }
    }

    fn entries() -> Vec<Entry> {
        vec![
            entry("move-down", "j", 20, Ready::Yes),
            entry("move-up", "k", 90, Ready::No(Reason::new("kit-empty"))),
            entry("page-up", "PageUp", 50, Ready::Yes),
            entry("move-top", "g", 0, Ready::Yes),
        ]
    }

    #[test]
    fn wks_1_the_footer_shows_the_weightiest_that_fit() {
        let bench = Bench::new(crate::ui::kit::texts::Lang::En);
        let entries = entries();
        let draw = |width, message| {
            let footer = Footer {
                entries: &entries,
                message,
                refusal: false,
                who: "⚑ Amélie",
            };
            bench
                .screen(width, 1, |area, buf, look| footer.view(area, buf, look))
                .remove(0)
        };
        assert_eq!(
            draw(80, ""),
            " PageUp Page up  j Down                                                ⚑ Amélie"
        );
        assert_eq!(
            draw(80, "Claimed R-1031 · u undo"),
            " PageUp Page up  j Down                                 Claimed R-1031 · u undo"
        );
        assert_eq!(
            draw(40, "Claimed R-1031 · u undo"),
            " PageUp Page up Claimed R-1031 · u undo"
        );
        assert!(draw(110, "Claimed R-1031 · u undo").ends_with("u undo   ⚑ Amélie"));
        assert_eq!(draw(20, ""), " PageUp Page up");
        // The way to all keys stands last, and room is kept for it.
        let mut entries = entries.clone();
        entries.push(entry("help", "?", 100, Ready::Yes));
        let footer = Footer {
            entries: &entries,
            ..Footer::default()
        };
        let draw = |width| {
            bench
                .screen(width, 1, |area, buf, look| footer.view(area, buf, look))
                .remove(0)
        };
        assert_eq!(draw(80), " PageUp Page up  j Down  ? Keys");
        assert_eq!(draw(27), " PageUp Page up  ? Keys");
        assert_eq!(draw(12), " ? Keys");
    }

    #[test]
    fn wks_1_a_press_on_a_key_finds_its_binding() {
        let entries = entries();
        let footer = Footer {
            entries: &entries,
            ..Footer::default()
        };
        let texts = Texts::new(crate::ui::kit::texts::Lang::En);
        let press = |column| Mouse {
            kind: MouseKind::Press,
            column,
            row: 0,
        };
        assert_eq!(
            footer.hit(&press(9), Rect::new(0, 0, 80, 1), &texts),
            Some("page-up")
        );
        assert_eq!(footer.hit(&press(70), Rect::new(0, 0, 80, 1), &texts), None);
    }

    #[test]
    fn wks_6_hostile_messages_stay_on_their_line() {
        for bench in Bench::both() {
            for words in hostile() {
                for width in [0, 3, 40, 80, 200] {
                    for refusal in [false, true] {
                        let footer = Footer {
                            entries: &entries(),
                            message: &words,
                            refusal,
                            who: &words,
                        };
                        bench.screen(width, 1, |area, buf, look| footer.view(area, buf, look));
                    }
                }
            }
        }
    }
}
