//! The views of the directory: all, those with open requests, those the relation with is ours, those that may be doubles.

use super::DirectoryPane;
use crate::desk::views::DirectoryRow;
use crate::ui::frame::ask::item;
use crate::ui::frame::{ListPane, Question};

/// Which organisations are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    All,
    Open,
    Ours,
    Doubles,
}

impl View {
    const ALL: [(char, View); 4] = [
        ('a', View::All),
        ('o', View::Open),
        ('r', View::Ours),
        ('d', View::Doubles),
    ];

    /// The text that names it.
    pub(super) fn text_id(self) -> &'static str {
        match self {
            View::All => "directory-view-all",
            View::Open => "directory-view-open",
            View::Ours => "directory-view-ours",
            View::Doubles => "directory-view-doubles",
        }
    }

    /// Which rows it has; nothing: all.
    pub(super) fn wants(self) -> Option<fn(&DirectoryRow) -> bool> {
        match self {
            View::All => None,
            View::Open => Some(|row| row.open > 0),
            View::Ours => Some(|row| row.relation_until.is_some()),
            View::Doubles => Some(|row| row.double),
        }
    }
}

impl DirectoryPane {
    /// `f`: asks which view.
    pub(super) fn ask_view(&mut self) {
        let items = View::ALL.map(|(key, view)| (item(key, self.text(view.text_id())), view));
        let title = self.text("directory-views");
        self.ask(Question::menu(
            title,
            items.into(),
            |p: &mut DirectoryPane, view| p.show_view(view),
        ));
    }

    fn show_view(&mut self, view: View) {
        self.view = view;
        self.close_card();
        self.relist();
    }
}
