//! The order of a list: by which column, and whether the other way round. Never sorts a list that is made
//! elsewhere.

use super::ListPane;
use super::ask::item;
use super::question::Question;
use crate::ui::kit::columns::Column;
use crate::ui::kit::list_view::Sorted;

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Order {
    /// What it is sorted by; nothing: the order it has from itself.
    pub by: Option<&'static str>,
    /// Whether the last comes first.
    pub turned: bool,
}

/// The order in which the newest comes first.
pub const NEWEST: &str = "newest";

impl Order {
    /// Returns the order that choosing `by` leads to from this one: what is chosen again is turned round.
    fn chosen(self, by: Option<&'static str>, columns: &[Column]) -> Order {
        let falls = |column: &Column| column.falls && column.sort == by;
        let turned = match self.by == by {
            true => by.is_some() && !self.turned,
            false => columns.iter().any(falls),
        };
        Order { by, turned }
    }

    /// Returns which of `columns` it is sorted by.
    pub fn column(self, columns: &[Column]) -> Option<Sorted> {
        let by = self.by?;
        let column = columns.iter().position(|column| column.sort == Some(by))?;
        let turned = self.turned;
        Some(Sorted { column, turned })
    }
}

/// Asks by which column the list of `pane` is sorted; the one it is sorted by turns round.
pub fn ask<P: ListPane>(pane: &mut P) {
    let (columns, now) = (pane.columns(), pane.order());
    let mut orders: Vec<(Option<&'static str>, String)> = Vec::new();
    if let Some(usual) = P::USUAL {
        orders.push((None, pane.text(usual)));
    }
    for column in columns {
        let known = orders.iter().any(|(by, _)| *by == column.sort);
        if let Some(by) = column.sort.filter(|_| !known) {
            let name = match by {
                NEWEST => "order-newest",
                _ => column.name,
            };
            orders.push((Some(by), pane.text(name)));
        }
    }
    let mut digits = ('1'..='9').chain('a'..='m');
    let items = orders.into_iter().map(|(by, name)| {
        let key = match by {
            Some(NEWEST) => Some('n'),
            _ => digits.next(),
        };
        let mut item = item(key.unwrap_or(' '), name);
        if now.by == by {
            item.detail = mark(now).to_owned();
        }
        (item, by)
    });
    let (title, items) = (pane.text("ask-sort"), items.collect());
    pane.ask(Question::menu(title, items, |pane: &mut P, by| {
        sort_by(pane, by);
    }));
}

/// Sorts the list of `pane` by what was chosen.
pub fn sort_by<P: ListPane>(pane: &mut P, by: Option<&'static str>) {
    let order = pane.order().chosen(by, pane.columns());
    pane.sort(order);
}

/// The mark of an order.
fn mark(order: Order) -> &'static str {
    match (order.by, order.turned) {
        (None, _) => "·",
        (Some(_), false) => "▴",
        (Some(_), true) => "▾",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [Column; 3] = [
        Column::text(4).sorts("name"),
        Column::fixed(4),
        Column::fixed(4).falls(NEWEST),
    ];

    #[test]
    fn wks_1_what_is_chosen_again_turns_round_and_the_newest_comes_first() {
        let none = Order::default();
        let name = none.chosen(Some("name"), &COLUMNS);
        assert_eq!((name.by, name.turned), (Some("name"), false));
        assert!(name.chosen(Some("name"), &COLUMNS).turned);
        assert!(name.chosen(Some(NEWEST), &COLUMNS).turned);
        assert_eq!(name.chosen(None, &COLUMNS), none);
        assert_eq!(none.chosen(None, &COLUMNS), none);
        let sorted = name.column(&COLUMNS);
        assert_eq!(sorted.map(|s| (s.column, s.turned)), Some((0, false)));
        assert_eq!(none.column(&COLUMNS), None);
    }
}
