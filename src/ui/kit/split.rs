//! A list, and what is open of it: beside it, below it, or one at a time. Never draws.

use ratatui::layout::Rect;

/// From this width on both show.
pub const WIDE: u16 = 110;

/// Columns that are enough for what is open beside a list.
const ENOUGH: u16 = 60;

/// Rows that what is open has below a list, at least: six and its border.
const BELOW: u16 = 8;

/// Rows that a list keeps above it, at least.
const ABOVE: u16 = 8;

/// What decides where the two stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Whether what is open has the keys.
    pub open_has_keys: bool,
    /// Whether the list is a table of many columns: what is open stands below it.
    pub table: bool,
    /// Rows that show all of the list, its border included; nothing to show: `None`.
    pub rows: Option<usize>,
}

/// Where the list and what is open of it stand in `area`.
pub fn places(area: Rect, shape: Shape) -> (Option<Rect>, Option<Rect>) {
    let rows = shape
        .rows
        .map_or(u16::MAX, |n| u16::try_from(n).unwrap_or(u16::MAX));
    let left = area.height.saturating_sub(rows);
    match (area.width >= WIDE, shape.table) {
        (true, false) => beside(area),
        (true, true) if area.height >= ABOVE + BELOW => {
            below(area, left.max(area.height / 3).max(BELOW))
        }
        // Who reads has all the room; where a short list leaves some, it shows what is selected.
        (false, _) if left >= BELOW && !shape.open_has_keys => below(area, left),
        _ if shape.open_has_keys => (None, Some(area)),
        _ => (Some(area), None),
    }
}

/// Side by side: what is open gets less than half, and no more than is enough.
fn beside(area: Rect) -> (Option<Rect>, Option<Rect>) {
    let right = (u32::from(area.width) * 13 / 30).min(u32::from(ENOUGH));
    let right = u16::try_from(right).unwrap_or(ENOUGH);
    let list = Rect {
        width: area.width - right,
        ..area
    };
    let open = Rect {
        x: list.right(),
        width: right,
        ..area
    };
    (Some(list), Some(open))
}

/// What is open in the last rows.
fn below(area: Rect, rows: u16) -> (Option<Rect>, Option<Rect>) {
    let list = Rect {
        height: area.height - rows,
        ..area
    };
    let open = Rect {
        y: list.bottom(),
        height: rows,
        ..area
    };
    (Some(list), Some(open))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shape() -> impl Strategy<Value = Shape> {
        let rows = prop::option::of(4usize..200);
        (any::<bool>(), any::<bool>(), rows).prop_map(|(open_has_keys, table, rows)| Shape {
            open_has_keys,
            table,
            rows,
        })
    }

    proptest! {
        #[test]
        fn wks_2_list_and_card_fill_the_place_and_the_card_has_at_most_half_beside(
            width in 40u16..300, height in 8u16..80, shape in shape(),
        ) {
            let area = Rect::new(3, 2, width, height);
            let both = match places(area, shape) {
                (Some(list), Some(card)) => (list, card),
                (one, other) => {
                    prop_assert_eq!(one.or(other), Some(area));
                    prop_assert_eq!(other.is_some(), shape.open_has_keys);
                    return Ok(());
                }
            };
            let (list, card) = both;
            prop_assert!(list.intersection(card).is_empty() && list.union(card) == area);
            if list.y == card.y {
                prop_assert!(card.width <= width / 2 && card.width <= 60 && !shape.table && width >= WIDE);
            } else {
                prop_assert!(card.height >= 8 && list.height >= 4);
                prop_assert!(width >= WIDE || list.height >= u16::try_from(shape.rows.unwrap_or(0)).unwrap_or(0));
            }
        }
    }
}
