//! Lines of a list that are kept laid out, for most of a frame is the same as in the one before. A line is kept by the
//! name of its row with what else it says beside it; all of them are of one width, one theme and one language. Whoever
//! holds them forgets those of which something else changed; where a build is checked, each that is drawn again is held
//! against what its row says now. Never holds more than showed last.

use std::cell::RefCell;
use std::sync::Arc;

use crate::domain::Millis;
use crate::ui::kit::columns::{Column, Placed};
use crate::ui::kit::list_view::{Laid, Row, Shown};
use crate::ui::kit::look::Look;
use crate::ui::kit::texts::Lang;
use crate::ui::kit::theme::Theme;

/// The lines that showed last, laid out: of rows named by `Id`, each with `With` beside it.
pub struct Lines<Id, With>(RefCell<Kept<Id, With>>);

struct Kept<Id, With> {
    look: Option<(u16, Lang, Box<Theme>)>,
    lines: Vec<Line<Id, With>>,
}

struct Line<Id, With> {
    id: Id,
    with: With,
    /// When it was laid out: what it says of times it says in minutes.
    at: Millis,
    laid: Arc<Laid>,
}

impl<Id, With> Default for Kept<Id, With> {
    fn default() -> Self {
        Self {
            look: None,
            lines: Vec::new(),
        }
    }
}

impl<Id, With> Default for Lines<Id, With> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

/// Where lines stand, and when.
#[derive(Clone, Copy)]
pub struct Stand<'a> {
    /// The columns of the list.
    pub columns: &'a [Column],
    /// Those that show.
    pub placed: &'a [Placed],
    /// The columns of the terminal that a line takes.
    pub width: u16,
    /// The time.
    pub now: Millis,
}

impl Stand<'_> {
    fn lay(&self, row: &Row) -> Option<Arc<Laid>> {
        Laid::of(row, self.columns, self.placed, self.width).map(Arc::new)
    }
}

impl<Id: PartialEq, With: PartialEq> Lines<Id, With> {
    /// Forgets all of them.
    pub fn forget(&mut self) {
        self.0.get_mut().lines.clear();
    }

    /// Forgets those of the rows that `changed`.
    pub fn forget_those(&mut self, changed: impl Fn(&Id) -> bool) {
        self.0.get_mut().lines.retain(|line| !changed(&line.id));
    }

    /// Returns the lines of `rows`: those that are kept as they are, the others as `line` says them. One with which
    /// nothing stands is said anew each time; one of which `line` says nothing is left out.
    pub fn shown(
        &self,
        stand: Stand<'_>,
        look: &Look<'_>,
        rows: impl Iterator<Item = (Id, Option<With>)>,
        line: impl Fn(&Id) -> Option<Row>,
    ) -> Vec<Shown> {
        let mut nothing = Kept::default();
        let mut kept = self.0.try_borrow_mut();
        // Nobody draws a list while it is drawn.
        let kept = kept.as_deref_mut().unwrap_or(&mut nothing);
        kept.be_for(stand.width, look);
        let mut before = std::mem::take(&mut kept.lines);
        // They mostly come in the same order: the next one is the last.
        before.reverse();
        let mut shown = Vec::with_capacity(before.len());
        for (id, with) in rows {
            if let Some(line) = take(&mut before, &id, &with) {
                shown.push(Shown::Laid(Arc::clone(&line.laid)));
                kept.lines.push(line);
                continue;
            }
            let Some(row) = line(&id) else { continue };
            shown.push(match with.zip(stand.lay(&row)) {
                Some((with, laid)) => {
                    let (at, keeps) = (stand.now, Arc::clone(&laid));
                    kept.lines.push(Line { id, with, at, laid });
                    Shown::Laid(keeps)
                }
                None => Shown::Row(row),
            });
        }
        if cfg!(debug_assertions) {
            for kept in kept.lines.iter().filter(|kept| kept.at == stand.now) {
                let now = line(&kept.id).and_then(|row| stand.lay(&row));
                assert_eq!(now.as_ref(), Some(&kept.laid));
            }
        }
        shown
    }
}

/// Takes the line of `id` that has the same beside it.
fn take<Id: PartialEq, With: PartialEq>(
    lines: &mut Vec<Line<Id, With>>,
    id: &Id,
    with: &Option<With>,
) -> Option<Line<Id, With>> {
    let there = |line: &Line<Id, With>| line.id == *id && Some(&line.with) == with.as_ref();
    let at = lines.iter().rposition(there)?;
    Some(lines.swap_remove(at))
}

impl<Id, With> Kept<Id, With> {
    fn be_for(&mut self, width: u16, look: &Look<'_>) {
        let lang = look.texts.lang();
        let same = self.look.as_ref().is_some_and(|(wide, spoken, theme)| {
            (*wide, *spoken) == (width, lang) && **theme == *look.theme
        });
        if !same {
            self.lines.clear();
            self.look = Some((width, lang, Box::new(look.theme.clone())));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::kit::columns::place;
    use crate::ui::kit::list_view::{Cell, ListView};
    use crate::ui::kit::testing::Bench;
    use crate::ui::kit::theme::Builtin;
    use crate::ui::kit::{depth::Depth, list::Viewport};
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::{Modifier, Style};
    use std::cell::Cell as Count;

    const COLUMNS: [Column; 3] = [Column::sign(), Column::fixed(6).right(), Column::text(4)];

    /// What the rows say, and how often one was asked.
    struct House(Vec<&'static str>, Count<usize>);

    impl House {
        fn line(&self, id: &usize) -> Option<Row> {
            self.1.set(self.1.get() + 1);
            let words = *self.0.get(*id)?;
            let bold = Style::new().add_modifier(Modifier::BOLD);
            Some(Row {
                cells: vec![
                    Cell::new("!"),
                    Cell::styled(format!("{id} é"), bold),
                    Cell::new(words),
                ],
                marked: *id == 1,
                style: Style::default(),
            })
        }

        /// How many rows are asked for where checks are not counted.
        fn asked(&self, bench: &Bench, lines: &Lines<usize, bool>, stand: Stand<'_>) -> usize {
            let rows = (0..self.0.len()).map(|id| (id, Some(false)));
            self.1.set(0);
            let shown = lines.shown(stand, &bench.look(), rows, |id| self.line(id));
            let checks = match cfg!(debug_assertions) {
                true => lines.0.borrow().lines.len(),
                false => 0,
            };
            assert_eq!(shown.len(), self.0.len());
            self.1.get() - checks
        }
    }

    fn stand(placed: &[Placed], width: u16) -> Stand<'_> {
        Stand {
            columns: &COLUMNS,
            placed,
            width,
            now: 1,
        }
    }

    #[test]
    fn a_line_is_laid_out_once_for_its_words_its_width_its_theme_and_its_language() {
        let (mut bench, placed) = (Bench::new(Lang::En), place(&COLUMNS, 28));
        let house = House(vec!["one", "two", "日本"], Count::default());
        let mut lines = Lines::default();
        let here = stand(&placed, 30);
        assert_eq!(house.asked(&bench, &lines, here), 3);
        assert_eq!(
            house.asked(&bench, &lines, here),
            1,
            "wide letters are not kept"
        );
        let other = house.0.iter().copied().chain(["four"]).collect();
        let house = House(other, Count::default());
        assert_eq!(house.asked(&bench, &lines, here), 2);
        lines.forget_those(|id| *id == 1);
        assert_eq!(house.asked(&bench, &lines, here), 2);
        let narrow = place(&COLUMNS, 18);
        assert_eq!(house.asked(&bench, &lines, stand(&narrow, 20)), 4);
        bench.theme = Theme::builtin(Builtin::Light, Depth::TrueColour);
        assert_eq!(house.asked(&bench, &lines, stand(&narrow, 20)), 4);
        lines.forget();
        assert_eq!(house.asked(&bench, &lines, stand(&narrow, 20)), 4);
        let look = bench.look();
        let marked = (0..4).map(|id| (id, Some(true)));
        house.1.set(0);
        drop(lines.shown(stand(&narrow, 20), &look, marked, |id| house.line(id)));
        assert!(house.1.get() >= 4, "something else stands beside them");
    }

    #[test]
    fn wks_2_a_line_that_is_laid_out_looks_as_its_row_does() {
        let bench = Bench::new(Lang::Fr);
        let words = [
            "Éléonore · à l’heure",
            "a b",
            "",
            "x…………………………………… ……………… …………………………",
            "日本語",
        ];
        let house = House(words.to_vec(), Count::default());
        for width in 0..40 {
            let area = Rect::new(1, 1, width, 5);
            let placed = place(&COLUMNS, width.saturating_sub(2));
            let lines = Lines::default();
            let rows = (0..words.len()).map(|id| (id, Some(())));
            let laid = lines.shown(stand(&placed, width), &bench.look(), rows, |id| {
                house.line(id)
            });
            let mut laid = laid.into_iter();
            let draw = |line: &mut dyn FnMut(usize) -> Shown| {
                let mut buf = Buffer::empty(Rect::new(0, 0, 44, 7));
                let mut viewport = Viewport::default();
                viewport.fit(words.len(), 5);
                viewport.select(1);
                let view = ListView {
                    columns: &COLUMNS,
                    viewport,
                    focused: true,
                    empty: "",
                };
                view.view(area, &mut buf, &bench.look(), line);
                buf
            };
            let rows = draw(&mut |id| house.line(&id).unwrap_or_default().into());
            let kept = draw(&mut |_| laid.next().unwrap_or_else(|| Row::default().into()));
            assert_eq!(rows, kept, "{width}");
        }
    }
}
