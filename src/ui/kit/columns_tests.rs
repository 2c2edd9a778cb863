//! Proves which columns keep their place as the room shrinks, and how wide they are.

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
