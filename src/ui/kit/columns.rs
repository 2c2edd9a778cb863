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
        let gaps: u16 = gaps(columns, &kept, gap).sum();
        let mut spare = width
            .saturating_sub(widths.iter().sum())
            .saturating_sub(gaps);
        let text = shown().position(|column| column.text);
        let wishes: Vec<u16> = shown()
            .map(|c| c.most.saturating_sub(c.min) * u16::from(!c.text))
            .collect();
        if let Some(text) = text.and_then(|at| widths.get_mut(at)) {
            // What is over goes to the others up to their most; then all of it to the text, once no more is to come.
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
                None => spare - wish.min(over),
            };
            spare -= *text;
        }
        // Each gets its share by what it would like.
        let mut left = wishes.iter().sum::<u16>();
        for (wide, wish) in widths.iter_mut().zip(&wishes) {
            let share = u32::from(*wish) * u32::from(spare.min(left)) / u32::from(left.max(1));
            let more = u16::try_from(share).unwrap_or(0);
            *wide += more;
            spare -= more;
            left -= wish;
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
        let behind = gaps.chain([0]);
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
        let at = kept.partition_point(|before| *before < i);
        kept.insert(at, i);
        let text = from.max(floor);
        let fixed = kept.iter().filter_map(|&i| columns.get(i));
        let fixed: u16 = fixed.filter(|c| !c.text).map(|c| c.min).sum();
        let gaps: u16 = gaps(columns, &kept, gap).sum();
        if fixed.saturating_add(gaps).saturating_add(text) > width {
            kept.remove(at);
            return (kept, Some(text));
        }
    }
    (kept, None)
}

/// How far apart the columns of `kept` stand, each from the next one: signs in a row touch, and stand close to
/// what follows.
fn gaps(columns: &[Column], kept: &[usize], gap: u16) -> impl Iterator<Item = u16> {
    let sign = move |i: &usize| columns.get(*i).is_some_and(|column| column.sign);
    let pairs = kept.iter().zip(kept.iter().skip(1));
    pairs.map(move |(one, next)| match (sign(one), sign(next)) {
        (true, true) => 0,
        (true, false) => 1,
        (false, _) => gap,
    })
}

#[cfg(test)]
#[path = "columns_tests.rs"]
mod tests;
