//! What a list pane says of itself, and what the frame does for it.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::asking;
use super::browse::{Browsed, Focus};
use super::order::{self, Order};
use super::out::Ctx;
use super::overlay::Overlay;
use super::question::Question;
use super::signs::Sign;
use super::view::{Heading, Listing};
use super::writes::Writes;
use super::writing::Opening;
use super::{Frame, Framed, Looked};
use crate::desk::Answer;
use crate::desk::views::{Onlookers, Waiting, Waits};
use crate::domain::Command;
use crate::ui::kit::binding::Ready;
use crate::ui::kit::choices::Choice;
use crate::ui::kit::columns::Column;
use crate::ui::kit::keymap::{KeyProblem, Overrides};
use crate::ui::kit::list::Rows;
use crate::ui::kit::list_view::{Row, Shown};
use crate::ui::kit::look::Look;
use crate::ui::kit::prose;
use crate::ui::kit::texts::Arg;
use crate::ui::message::{Attention, Event, Jump};

/// A pane with a list. The first part is what it must say; the rest has what most panes mean.
pub trait ListPane: Framed + Overlay + Writes {
    /// Its rows.
    type Rows: Rows<Id: Send> + Send + 'static;

    /// Its name; `pane-<name>` is the text on its tab.
    const NAME: &'static str;

    /// The text that names the order its list has from itself, where that is no column's.
    const USUAL: Option<&'static str> = None;

    /// What can be done with a row of it from a page that names the row.
    const AFAR: &'static [&'static str] = &[];

    /// Begins one in its frame; what is wrong with the key file goes to `problems`.
    fn begin(frame: Frame<Self>, keys: &Overrides, problems: &mut Vec<KeyProblem>) -> Self;

    /// What stands around the list.
    fn listing(&self, look: &Look<'_>) -> Listing;

    /// The columns of its list.
    fn columns(&self) -> &'static [Column];

    /// The names of columns that are called as the house says, each with the place of its column in the table.
    fn column_names(&self) -> Vec<(usize, String)> {
        Vec::new()
    }

    /// The signs its lines show, each with the text that says what it means.
    fn signs() -> &'static [Sign];

    /// Shows the list anew, in its order and with its filter: makes it, or asks for it. Called once it began.
    fn relist(&mut self);

    /// The lines of the rows at these positions.
    fn lines(&self, shown: Range<usize>, look: &Look<'_>) -> Vec<Row>;

    /// The same as they are drawn, each on `width` columns: laid out before, where a pane keeps its lines.
    fn shown(&self, shown: Range<usize>, width: u16, look: &Look<'_>) -> Vec<Shown> {
        let _ = width;
        let rows = self.lines(shown, look).into_iter();
        rows.map(Shown::Row).collect()
    }

    /// What stands around the card.
    fn heading(&self) -> Heading;

    /// The selected one, laid out for so many columns.
    fn card(&self, width: usize) -> Vec<prose::Line>;

    /// The session knows something newer than `before`. Yields whether the pane may look other than it did.
    fn renewed(&mut self, before: &Ctx) -> bool;

    /// The order its list is in.
    fn order(&self) -> Order {
        self.frame().order
    }

    /// Sorts its list.
    fn sort(&mut self, order: Order) {
        self.frame_mut().order = order;
        self.relist();
    }

    /// The selected row may be another now; `other`: it is.
    fn moved(&mut self, other: bool) {
        let _ = other;
        self.write();
    }

    /// What waits in it for its person, and how much of that is late.
    fn waiting(waits: &Waits) -> Waiting {
        let _ = waits;
        Waiting::default()
    }

    /// Takes what was found, by what waits for it.
    fn looked(&mut self, looked: &mut Looked) {
        let _ = looked;
    }

    /// Takes an answer that the frame has no place for; gives back one that nothing waits for any more.
    fn take(&mut self, answer: Event) -> Option<Event> {
        Some(answer)
    }

    /// A command was answered; what was typed for it is dealt with.
    fn answered(&mut self, token: u64, answer: &Answer) {
        let _ = (token, answer);
    }

    /// What is selected was opened.
    fn opened(&mut self) {}

    /// Others than `before` are at requests. Yields whether the pane may look other than it did.
    fn others(&mut self, before: &Onlookers) -> bool {
        let _ = before;
        false
    }

    /// What the person is at, for colleagues to know.
    fn attends(&self) -> Attention {
        Attention::default()
    }

    /// It has another size now.
    fn resized(&mut self) {}

    /// Draws what stands in place of an empty list that says nothing.
    fn view_nothing(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let _ = (area, buf, look);
    }

    /// Goes where somebody wants to go; false when this pane has no such thing.
    fn go(&mut self, to: Jump) -> bool {
        let _ = to;
        false
    }

    /// What leads to a row from elsewhere.
    fn named(id: <Self::Rows as Rows>::Id) -> Option<Jump> {
        let _ = id;
        None
    }

    /// What the session knows.
    fn ctx(&self) -> &Ctx {
        &self.frame().ctx
    }

    /// A text.
    fn text(&self, id: &str) -> String {
        self.ctx().texts.get(id).into_owned()
    }

    /// A text with its values.
    fn with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.ctx().texts.with(id, args)
    }

    /// Opens a text to be written.
    fn write_text(&mut self, what: Self::Text, opening: Opening) {
        let frame = self.frame_mut();
        let (texts, out) = (&frame.ctx.texts, &mut frame.out);
        frame.texts.write(what, opening, texts, out);
    }

    /// Asks.
    fn ask(&mut self, question: Question<Self>) {
        self.frame_mut().asking.put(question);
    }

    /// Asks for one of many; the only one there is is taken unasked.
    fn ask_one<T: Clone + Send + Sync + 'static>(
        &mut self,
        title: String,
        mut choices: Vec<(Choice, T)>,
        then: impl Fn(&mut Self, T) + Send + Sync + 'static,
    ) {
        match (choices.pop(), choices.is_empty()) {
            (Some((_, only)), true) => then(self, only),
            (last, _) => {
                choices.extend(last);
                self.ask(Question::pick(title, choices, then));
            }
        }
    }

    /// What of the selected one can be copied: its name, and the text.
    fn copies(&self) -> Vec<(String, String)> {
        Vec::new()
    }

    /// Sends a command.
    fn submit(&mut self, command: Command) -> u64 {
        self.frame_mut().out.submit(command, None)
    }

    /// Shows the selected one whole.
    fn open_card(&mut self) {
        self.frame_mut().browse.open();
        self.opened();
        self.sync();
    }

    /// Shows one that somebody came for, whether the list has it or not.
    fn hold(&mut self, id: <Self::Rows as Rows>::Id) {
        self.frame_mut().browse.hold(id);
        self.opened();
        self.sync();
    }

    /// Gives the list the keys.
    fn close_card(&mut self) {
        self.frame_mut().browse.focus = Focus::List;
        self.sync();
    }

    /// Begins to type a filter.
    fn start_filter(&mut self) {
        self.frame_mut().browse.start_filter();
        self.sync();
    }

    /// Goes one step back; false when there is nothing to go back from. Nothing typed is ever lost by it.
    fn back(&mut self) -> bool {
        if self.step_back() {
            return true;
        }
        let did = self.frame_mut().browse.back();
        self.browsed(did)
    }

    /// Whether [`ListPane::back`] leads anywhere.
    fn back_ready(&self) -> Ready {
        match self.has_step_back() || self.frame().browse.has_back() {
            true => Ready::Yes,
            false => Ready::Hidden,
        }
    }

    /// Follows what the list or the card did; false when that was nothing.
    fn browsed(&mut self, did: Browsed) -> bool {
        match did {
            Browsed::Ignored => return false,
            Browsed::Taken => {}
            Browsed::Moved => self.sync(),
            Browsed::Opened => {
                self.opened();
                self.sync();
            }
            Browsed::Filtered => self.relist(),
            Browsed::Named(column) => {
                let column = self.columns().get(column);
                let Some(by) = column.and_then(|column| column.sort) else {
                    return true;
                };
                order::sort_by(self, Some(by));
            }
        }
        true
    }

    /// Follows rows, a size or a selection that changed.
    fn sync(&mut self) {
        let other = self.frame_mut().browse.sync();
        self.moved(other);
        // What is shown may have more room now, or less.
        let browse = &self.frame().browse;
        if browse.places().1.is_some() && browse.laid_out != browse.card_width() {
            self.write();
        }
    }

    /// Lays the card out.
    fn write(&mut self) {
        let width = self.frame().browse.card_width();
        let card = self.card(usize::from(width.max(20)));
        let browse = &mut self.frame_mut().browse;
        browse.card = card;
        browse.laid_out = width;
    }

    /// How things stand now came: what was refused because they changed goes on from that.
    fn known(&mut self) {
        asking::known(self);
        if std::mem::take(&mut self.frame_mut().texts.overtaken) {
            self.text_overtaken();
        }
    }
}
