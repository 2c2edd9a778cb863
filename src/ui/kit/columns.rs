//! Columns of a list: which show at a width, and how wide each is. Columns come by priority as the width grows
//! and go in the reverse order; one that shows stays at every greater width. Never draws.

use ratatui::layout::Alignment;

/// One column, widths in terminal columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The text that is its name; nothing: it has none.
    pub name: &'static str,
    /// Below this it is of no use.
    pub min: u16,
    /// It never gets wider than this; the text column does.
    pub most: u16,
    /// It shows where the text column keeps at least so many columns beside it; 0: always. The one that asks for
    /// least comes first.
    pub from: u16,
    /// Where its text leans.
    pub align: Alignment,
    /// Whether it is the one that takes what is left.
    pub text: bool,
    /// Whether it holds one sign: what follows stands close by.
    pub sign: bool,
    /// The order that the list has when it is sorted by this column.
    pub sort: Option<&'static str>,
    /// Whether that begins with the last: the newest.
    pub falls: bool,
    /// Its name while another column, by its place in the table, stands beside it.
    pub beside: Option<(usize, &'static str)>,
}

impl Column {
    /// A left-aligned column that keeps its width and always shows.
    pub const fn fixed(width: u16) -> Self {
        Self {
            name: "",
            min: width,
            most: width,
            from: 0,
            align: Alignment::Left,
            text: false,
            sign: false,
            sort: None,
            falls: false,
            beside: None,
        }
    }

    /// The same, between two widths.
    pub const fn between(min: u16, most: u16) -> Self {
        Self {
            most,
            ..Self::fixed(min)
        }
    }

    /// The column that takes what is left.
    pub const fn text(min: u16) -> Self {
        Self {
            text: true,
            ..Self::fixed(min)
        }
    }

    /// A column of signs, one cell each.
    pub const fn sign() -> Self {
        Self {
            sign: true,
            ..Self::fixed(1)
        }
    }

    /// The same, showing where the text column keeps `text` columns beside it.
    pub const fn from(self, text: u16) -> Self {
        Self { from: text, ..self }
    }

    /// The same, leaning right: figures, ages, money.
    pub const fn right(self) -> Self {
        Self {
            align: Alignment::Right,
            ..self
        }
    }

    /// The same with a name: a text's id.
    pub const fn named(self, name: &'static str) -> Self {
        Self { name, ..self }
    }

    /// The same, called otherwise while the column at `index` of the table shows.
    pub const fn beside(self, index: usize, name: &'static str) -> Self {
        Self {
            beside: Some((index, name)),
            ..self
        }
    }

    /// The same, by which the list can be sorted.
    pub const fn sorts(self, order: &'static str) -> Self {
        Self {
            sort: Some(order),
            ..self
        }
    }

    /// The same, the last first.
    pub const fn falls(self, order: &'static str) -> Self {
        Self {
            falls: true,
            ..self.sorts(order)
        }
    }

    /// Returns the text that is its name where `placed` show.
    pub fn called(&self, placed: &[Placed]) -> &'static str {
        match self.beside {
            Some((index, name)) if shows(placed, index) => name,
            Some(_) | None => self.name,
        }
    }
}

/// From this width on there are two columns between columns.
const ROOMY: u16 = 100;

/// A column that shows: its place in the table, its first column on the line, its width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// Position in the table of columns.
    pub index: usize,
    /// First terminal column, from 0.
    pub x: u16,
    /// Width.
    pub width: u16,
}

/// Returns whether the column at `index` of the table shows.
pub fn shows(placed: &[Placed], index: usize) -> bool {
    placed.iter().any(|one| one.index == index)
}

/// Places `columns` on a line of `width`. As the width grows columns come by priority, and the text column takes
/// what is left, held to what it keeps when the next one comes: at a greater width no column is gone and the text
/// is not narrower.
pub fn place(columns: &[Column], width: u16) -> Vec<Placed> {
    if width < ROOMY {
        return Fit::new(columns, width, 1).placed(columns, width);
    }
    let (close, roomy) = (Fit::new(columns, ROOMY - 1, 1), Fit::new(columns, width, 2));
    let as_much = roomy.kept.len() >= close.kept.len() && roomy.text() >= close.text();
    match as_much {
        true => roomy.placed(columns, width),
        false => close.placed(columns, ROOMY - 1),
    }
}

/// Which columns show and how wide they are.
struct Fit {
    /// Those that show, by their place in the table.
    kept: Vec<usize>,
    widths: Vec<u16>,
    /// Where the text column is among them.
    text: Option<usize>,
    gap: u16,
}

impl Fit {
    fn new(columns: &[Column], width: u16, gap: u16) -> Fit {
        let (kept, held) = choose(columns, width, gap);
        let shown = || kept.iter().filter_map(|&i| columns.get(i));
        let mut widths: Vec<u16> = shown().map(|c| if c.text { 0 } else { c.min }).collect();
        let gaps: u16 = gaps(columns, &kept, gap).iter().sum();
        let mut spare = width
            .saturating_sub(widths.iter().sum())
            .saturating_sub(gaps);
        let text = shown().position(|column| column.text);
        let mut wishes: Vec<u16> = shown()
            .map(|c| c.most.saturating_sub(c.min) * u16::from(!c.text))
            .collect();
        if let Some(text) = text.and_then(|at| widths.get_mut(at)) {
            // While more is to come the others get what is over; then half of it, up to their most.
            let wish = wishes.iter().sum::<u16>();
            let needs = |&i: &usize| {
                columns
                    .get(i)
                    .map(|c| c.from.max(if c.text { c.min } else { 0 }))
            };
            let least = kept.iter().filter_map(needs).max();
            let over = spare.saturating_sub(least.unwrap_or(0));
            *text = match held {
                Some(most) => spare.min(most),
                None => spare - wish.min(over / 2),
            };
            spare -= *text;
        }
        for (wide, wish) in widths.iter_mut().zip(&mut wishes) {
            let more = (*wish).min(spare);
            *wide += more;
            spare -= more;
        }
        Fit {
            kept,
            widths,
            text,
            gap,
        }
    }

    /// The width of the text column.
    fn text(&self) -> u16 {
        let text = self.text.and_then(|at| self.widths.get(at));
        text.copied().unwrap_or(0)
    }

    fn placed(&self, columns: &[Column], width: u16) -> Vec<Placed> {
        let mut placed = Vec::with_capacity(self.kept.len());
        let gaps = gaps(columns, &self.kept, self.gap);
        let behind = gaps.into_iter().chain([0]);
        let mut x = 0u16;
        for ((&index, &wide), gap) in self.kept.iter().zip(&self.widths).zip(behind) {
            let room = width.saturating_sub(x).min(wide);
            if room > 0 {
                placed.push(Placed {
                    index,
                    x,
                    width: room,
                });
            }
            x = x.saturating_add(wide).saturating_add(gap);
        }
        placed
    }
}

/// The columns that show on a line of `width`, in the order of the table, and the width that the text column is
/// held to while more are to come.
fn choose(columns: &[Column], width: u16, gap: u16) -> (Vec<usize>, Option<u16>) {
    let always = |i: &usize| columns.get(*i).is_some_and(|c| c.from == 0);
    let all = 0..columns.len();
    let mut kept: Vec<usize> = all.clone().filter(always).collect();
    let mut coming: Vec<(u16, usize)> = all
        .filter(|i| !always(i))
        .filter_map(|i| Some((columns.get(i)?.from, i)))
        .collect();
    coming.sort_unstable();
    let floor = columns.iter().find(|c| c.text).map_or(0, |c| c.min);
    for (from, i) in coming {
        let mut with = kept.clone();
        with.push(i);
        with.sort_unstable();
        let text = from.max(floor);
        let fixed = with.iter().filter_map(|&i| columns.get(i));
        let fixed: u16 = fixed.filter(|c| !c.text).map(|c| c.min).sum();
        let gaps: u16 = gaps(columns, &with, gap).iter().sum();
        if fixed.saturating_add(gaps).saturating_add(text) > width {
            return (kept, Some(text));
        }
        kept = with;
    }
    (kept, None)
}

/// How far apart the columns of `kept` stand, each from the next one: signs in a row touch, and stand close to
/// what follows.
fn gaps(columns: &[Column], kept: &[usize], gap: u16) -> Vec<u16> {
    let sign = |i: &usize| columns.get(*i).is_some_and(|column| column.sign);
    let pairs = kept.iter().zip(kept.iter().skip(1));
    let apart = pairs.map(|(one, next)| match (sign(one), sign(next)) {
        (true, true) => 0,
        (true, false) => 1,
        (false, _) => gap,
    });
    apart.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const COLUMNS: [Column; 5] = [
        Column::fixed(6).right(),
        Column::fixed(6).from(14),
        Column::text(12),
        Column::between(10, 14).from(30),
        Column::fixed(8).from(16),
    ];

    fn shown(width: u16) -> Vec<(usize, u16)> {
        let placed = place(&COLUMNS, width);
        placed.iter().map(|p| (p.index, p.width)).collect()
    }

    #[test]
    fn wks_2_columns_come_by_priority_and_go_in_the_reverse_order() {
        assert_eq!(shown(0), []);
        assert_eq!(shown(10), [(0, 6), (2, 3)]);
        assert_eq!(shown(25), [(0, 6), (2, 14)]);
        assert_eq!(shown(30), [(0, 6), (1, 6), (2, 16)]);
        assert_eq!(shown(45), [(0, 6), (1, 6), (2, 22), (4, 8)]);
        assert_eq!(shown(64), [(0, 6), (1, 6), (2, 30), (3, 10), (4, 8)]);
        assert_eq!(shown(99), [(0, 6), (1, 6), (2, 61), (3, 14), (4, 8)]);
        // Two columns between them, once the text is not narrower by it.
        assert_eq!(shown(100), shown(99));
        assert_eq!(shown(110), [(0, 6), (1, 6), (2, 68), (3, 14), (4, 8)]);
    }

    /// A table: one text column, any others.
    fn table() -> impl Strategy<Value = Vec<Column>> {
        let one = (1u16..20, 0u16..20, 0u16..60, any::<bool>());
        let columns = prop::collection::vec(one, 0..9);
        (columns, 0usize..9, 4u16..20).prop_map(|(columns, at, text)| {
            let one = |(min, more, from, sign)| match sign {
                true => Column::sign().from(from),
                false => Column::between(min, min + more).from(from),
            };
            let mut table: Vec<Column> = columns.into_iter().map(one).collect();
            table.insert(at.min(table.len()), Column::text(text));
            table
        })
    }

    proptest! {
        #[test]
        fn wks_2_columns_never_overlap_and_stand_close_together(table in table(), width in 0u16..240) {
            let mut free: Option<(u16, bool)> = None;
            for p in place(&table, width) {
                prop_assert!(p.width > 0 && p.x + p.width <= width);
                if let Some((free, sign)) = free {
                    let gap = p.x - free;
                    let least = u16::from(!(sign && table[p.index].sign));
                    let most = if width < ROOMY || sign { 1 } else { 2 };
                    prop_assert!((least..=most).contains(&gap), "{gap} before {p:?} at {width}");
                }
                free = Some((p.x + p.width, table[p.index].sign));
            }
        }

        #[test]
        fn wks_2_no_column_is_gone_and_no_text_narrower_at_a_greater_width(table in table()) {
            let text = table.iter().position(|c| c.text);
            let wide = |placed: &[Placed]| placed.iter().find(|p| Some(p.index) == text).map_or(0, |p| p.width);
            let mut before = place(&table, 0);
            for width in 1..240 {
                let now = place(&table, width);
                for column in &before {
                    prop_assert!(shows(&now, column.index), "{column:?} is gone at {width}");
                }
                prop_assert!(wide(&now) >= wide(&before), "{} after {} at {width}", wide(&now), wide(&before));
                before = now;
            }
        }
    }
}
