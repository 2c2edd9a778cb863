//! The views of the directory: all, those with open requests, those the relation with is ours, those that may be doubles.

use super::DirectoryPane;
use crate::desk::views::{DirectorySift, DirectoryView};
use crate::ui::frame::ask::item;
use crate::ui::frame::{ListPane, Question};

const VIEWS: [(char, DirectoryView); 4] = [
    ('a', DirectoryView::All),
    ('o', DirectoryView::Open),
    ('r', DirectoryView::Ours),
    ('d', DirectoryView::Doubles),
];

/// The text that names a view.
pub(super) fn text_id(view: DirectoryView) -> &'static str {
    match view {
        DirectoryView::All => "directory-view-all",
        DirectoryView::Open => "directory-view-open",
        DirectoryView::Ours => "directory-view-ours",
        DirectoryView::Doubles => "directory-view-doubles",
    }
}

impl DirectoryPane {
    /// Which organisations the view and the filter want.
    pub(super) fn sift(&self) -> DirectorySift {
        let words = self.ctx().words();
        let filter = self.frame.browse.filter.text();
        DirectorySift::new(self.view, filter, move |one| words.teller().country(one))
    }

    /// `f`: asks which view.
    pub(super) fn ask_view(&mut self) {
        let items = VIEWS.map(|(key, view)| (item(key, self.text(text_id(view))), view));
        let title = self.text("directory-views");
        self.ask(Question::menu(
            title,
            items.into(),
            |p: &mut DirectoryPane, view| p.show_view(view),
        ));
    }

    fn show_view(&mut self, view: DirectoryView) {
        self.view = view;
        self.close_card();
        self.relist();
    }
}
