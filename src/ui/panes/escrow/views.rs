//! The views of clients' money: accounts by where they stand, and the house's books for who sees them.

use super::EscrowPane;
use crate::desk::views::{AccountGroup, AccountRow};
use crate::ui::frame::ask::item;
use crate::ui::frame::{ListPane, Question};

/// Which accounts are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    All,
    Mine,
    Held,
    Waiting,
    Disputed,
}

impl View {
    const ALL: [(char, View); 5] = [
        ('a', View::All),
        ('m', View::Mine),
        ('h', View::Held),
        ('w', View::Waiting),
        ('d', View::Disputed),
    ];

    /// The text that names it.
    pub(super) fn text_id(self) -> &'static str {
        match self {
            View::All => "escrow-view-all",
            View::Mine => "escrow-view-mine",
            View::Held => "escrow-view-held",
            View::Waiting => "escrow-view-waiting",
            View::Disputed => "escrow-view-disputed",
        }
    }

    /// Which rows it has; nothing: all.
    pub(super) fn wants(self) -> Option<fn(&AccountRow) -> bool> {
        match self {
            View::All => None,
            View::Mine => Some(|row| row.turn.as_ref().is_some_and(|duty| duty.you)),
            View::Held => Some(|row| row.group == AccountGroup::Held),
            View::Waiting => Some(|row| row.group == AccountGroup::Waiting),
            View::Disputed => Some(|row| row.disputed || row.frozen),
        }
    }
}

impl EscrowPane {
    /// `f`: asks which view; the books are one of them for who sees them.
    pub(super) fn ask_view(&mut self) {
        let views = View::ALL.map(|(key, view)| (item(key, self.text(view.text_id())), Some(view)));
        let mut items = Vec::from(views);
        if self.ctx().sight.sees_books() {
            items.push((item('b', self.text("escrow-view-books")), None));
        }
        let title = self.text("act-account-views");
        self.ask(Question::menu(
            title,
            items,
            |p: &mut EscrowPane, view| match view {
                Some(view) => p.show_view(view),
                None => p.open_books(None),
            },
        ));
    }

    fn show_view(&mut self, view: View) {
        self.view = view;
        self.close_card();
        self.relist();
    }
}
