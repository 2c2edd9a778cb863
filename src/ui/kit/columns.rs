//! Columns of a list: which stay as the width shrinks, and how wide each is. Never draws.

use ratatui::layout::Alignment;

/// One column, widths in terminal columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Below this it is of no use.
    pub min: u16,
    /// What it would like.
    pub ideal: u16,
    /// Its share of what is left over; 0 never grows past its ideal.
    pub flex: u16,
    /// When to go: the highest goes first; 0 stays.
    pub drop: u8,
    /// Where its text leans.
    pub align: Alignment,
}

impl Column {
    /// A left-aligned column that keeps its width and stays.
    pub const fn fixed(width: u16) -> Self {
        Self {
            min: width,
            ideal: width,
            flex: 0,
            drop: 0,
            align: Alignment::Left,
        }
    }

    /// A left-aligned column that takes what is left over, at least `min`.
    pub const fn flexible(min: u16, ideal: u16) -> Self {
        Self {
            min,
            ideal,
            flex: 1,
            drop: 0,
            align: Alignment::Left,
        }
    }

    /// The same, going when there is no room: the highest `order` goes first.
    pub const fn drops(self, order: u8) -> Self {
        Self {
            drop: order,
            ..self
        }
    }

    /// The same, leaning right: figures, ages.
    pub const fn right(self) -> Self {
        Self {
            align: Alignment::Right,
            ..self
        }
    }
}

/// Columns between two columns.
pub const GAP: u16 = 1;

/// A column that stays: its place in the table, its first column on the line, its width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// Position in the table of columns.
    pub index: usize,
    /// First terminal column, from 0.
    pub x: u16,
    /// Width.
    pub width: u16,
}

/// Places `columns` on a line of `width`: drops in the stated order until the least widths fit,
/// then gives room up to the ideals from left to right, then shares what is left.
pub fn place(columns: &[Column], width: u16) -> Vec<Placed> {
    let mut kept: Vec<usize> = (0..columns.len()).collect();
    let column = |i: usize| columns.get(i).copied().unwrap_or(Column::fixed(0));
    let gaps = |n: usize| u32::try_from(n.saturating_sub(1)).unwrap_or(0) * u32::from(GAP);
    let least = |kept: &[usize]| {
        kept.iter().map(|&i| u32::from(column(i).min)).sum::<u32>() + gaps(kept.len())
    };
    while least(&kept) > u32::from(width) {
        let goes = |&(_, &i): &(usize, &usize)| column(i).drop > 0;
        let Some((at, _)) = kept
            .iter()
            .enumerate()
            .filter(goes)
            .max_by_key(|&(_, &i)| column(i).drop)
        else {
            break;
        };
        kept.remove(at);
    }
    let mut spare = u32::from(width).saturating_sub(least(&kept));
    let mut widths: Vec<u32> = Vec::with_capacity(kept.len());
    for &i in &kept {
        let wish = u32::from(column(i).ideal.saturating_sub(column(i).min)).min(spare);
        widths.push(u32::from(column(i).min) + wish);
        spare -= wish;
    }
    let mut shares: u32 = kept.iter().map(|&i| u32::from(column(i).flex)).sum();
    for (&i, wide) in kept.iter().zip(&mut widths) {
        let flex = u32::from(column(i).flex);
        if flex > 0 {
            let part = spare * flex / shares;
            *wide += part;
            spare -= part;
            shares -= flex;
        }
    }
    let mut x = 0u32;
    let mut placed = Vec::with_capacity(kept.len());
    for (&index, &wide) in kept.iter().zip(&widths) {
        let room = u32::from(width).saturating_sub(x).min(wide);
        let small = |n: u32| u16::try_from(n).unwrap_or(u16::MAX);
        placed.push(Placed {
            index,
            x: small(x),
            width: small(room),
        });
        x += wide + u32::from(GAP);
    }
    placed.retain(|p| p.width > 0);
    placed
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const COLUMNS: [Column; 5] = [
        Column::fixed(6).right(),
        Column::fixed(6).drops(2),
        Column::flexible(12, 30),
        Column::fixed(10).drops(3),
        Column::fixed(8).drops(1),
    ];

    fn shown(width: u16) -> Vec<(usize, u16)> {
        place(&COLUMNS, width)
            .iter()
            .map(|p| (p.index, p.width))
            .collect()
    }

    #[test]
    fn wks_2_columns_go_in_the_stated_order() {
        assert_eq!(shown(100), [(0, 6), (1, 6), (2, 66), (3, 10), (4, 8)]);
        assert_eq!(shown(64), [(0, 6), (1, 6), (2, 30), (3, 10), (4, 8)]);
        assert_eq!(shown(45), [(0, 6), (1, 6), (2, 22), (4, 8)]);
        assert_eq!(shown(30), [(0, 6), (2, 14), (4, 8)]);
        assert_eq!(shown(25), [(0, 6), (2, 18)]);
        assert_eq!(shown(10), [(0, 6), (2, 3)]);
        assert_eq!(shown(0), []);
    }

    proptest! {
        #[test]
        fn wks_2_columns_never_overlap_or_leave_the_line(
            specs in prop::collection::vec((0u16..20, 0u16..40, 0u16..3, 0u8..4), 0..8),
            width in 0u16..200,
        ) {
            let columns: Vec<Column> = specs.iter().map(|&(min, more, flex, drop)| Column { min, ideal: min + more, flex, drop, align: Alignment::Left }).collect();
            let mut free = 0;
            for p in place(&columns, width) {
                prop_assert!(p.x >= free && p.x + p.width <= width);
                free = p.x + p.width;
            }
        }
    }
}
