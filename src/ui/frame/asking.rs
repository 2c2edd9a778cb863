//! What a pane asks, one box at a time, and what was typed for commands under way: a refusal brings it back as
//! it was (WKS-7), as soon as nothing else is being typed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::ListPane;
use super::question::{Given, Question};
use crate::ui::frame::ask::{Answered, Ask, FormBox, meanwhile};
use crate::ui::frame::kept::Kept;
use crate::ui::kit::keys::Input;
use crate::ui::kit::look::Look;

/// The most forms that were left and wait to be come back to.
const MOST_LEFT: usize = 8;

/// What is asked, and what was.
pub struct Asking<P> {
    open: Option<Question<P>>,
    /// What was typed last in a row of questions.
    chain: Option<Question<P>>,
    /// What was typed for commands under way.
    typed: Kept<Question<P>>,
    /// Forms that were left, by name.
    left: Vec<(String, FormBox)>,
    /// What was sent had been changed by somebody else, and how things stand now is not known yet.
    overtaken: bool,
}

impl<P> Default for Asking<P> {
    fn default() -> Self {
        Asking {
            open: None,
            chain: None,
            typed: Kept::default(),
            left: Vec::new(),
            overtaken: false,
        }
    }
}

impl<P: 'static> Asking<P> {
    /// Asks. A form that was left under the same name stands there as it was left.
    pub fn put(&mut self, mut question: Question<P>) {
        if let (Ask::Form(form), Some((name, _))) = (&mut question.ask, &question.kept)
            && let Some(at) = self.left.iter().position(|(left, _)| left == name)
        {
            **form = self.left.remove(at).1;
        }
        self.open = Some(question);
    }

    /// Returns whether something is asked.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Returns the box that asks.
    pub fn ask(&self) -> Option<&Ask> {
        self.open.as_ref().map(|question| &question.ask)
    }

    /// Draws the box over `screen`.
    pub fn view(&self, screen: Rect, buf: &mut Buffer, look: &Look<'_>) {
        if let Some(ask) = self.ask() {
            ask.view(screen, buf, look);
        }
    }

    /// Has what was typed for the command with `token` wait to come back, unless that is `done`.
    pub fn settle(&mut self, token: u64, done: bool) {
        if let Some(typed) = self.typed.settle(token).filter(|_| !done) {
            self.typed.wait(typed);
        }
    }

    /// Brings back what waited longest. Call when nothing else is being typed.
    pub(super) fn bring_back(&mut self) -> bool {
        self.open = self.typed.back();
        self.open.is_some()
    }

    /// Keeps a form that was left under its name; yields the text that says so.
    fn leave(&mut self, question: Question<P>) -> Option<&'static str> {
        let (Ask::Form(form), Some((name, said))) = (question.ask, question.kept) else {
            return None;
        };
        if !form.form.dirty() {
            return None;
        }
        self.lay_aside(name, *form);
        Some(said)
    }

    /// Keeps a form under a name, to come back to.
    pub fn lay_aside(&mut self, name: String, form: FormBox) {
        self.left.truncate(MOST_LEFT - 1);
        self.left.insert(0, (name, form));
    }
}

/// Hands an input to the box that asks; false when there is none.
pub(super) fn input<P: ListPane>(pane: &mut P, input: &Input) -> bool {
    let frame = pane.frame_mut();
    let screen = frame.browse.area();
    let Some(mut question) = frame.asking.open.take() else {
        return false;
    };
    match question.ask.update(input, screen) {
        Answered::Open => frame.asking.open = Some(question),
        Answered::Refused(why) => {
            frame.out.refuse(why);
            frame.asking.open = Some(question);
        }
        Answered::Cancelled => {
            frame.asking.chain = None;
            if let Some(said) = frame.asking.leave(question) {
                frame.out.say(frame.ctx.texts.get(said));
            }
        }
        Answered::Chosen(at) => proceed(pane, &question, Given::Chosen(at)),
        Answered::Text(text) => proceed(pane, &question, Given::Text(&text)),
        Answered::Yes => proceed(pane, &question, Given::Yes),
        Answered::Filled => {
            if let Ask::Form(form) = &question.ask {
                proceed(pane, &question, Given::Filled(&form.form));
            }
        }
    }
    true
}

/// Goes on with an answer. What was typed last goes with the commands that come of it, be they sent now or after
/// more was asked.
fn proceed<P: ListPane>(pane: &mut P, question: &Question<P>, given: Given<'_>) {
    let frame = pane.frame_mut();
    if let Some(typed) = question.typed() {
        frame.asking.chain = Some(typed);
    }
    let before = frame.out.last_token();
    (question.then)(pane, given);
    let frame = pane.frame_mut();
    match frame.out.sent_since(before) {
        Some(sent) => {
            if let Some(typed) = frame.asking.chain.take() {
                frame.asking.typed.keep(sent, typed);
            }
        }
        None if frame.asking.open.is_none() => frame.asking.chain = None,
        None => {}
    }
}

/// Asks what was refused again as things stand now, with what was typed laid over it. Where that is not known yet
/// it is tried again with [`known`].
pub(super) fn overtaken<P: ListPane>(pane: &mut P) {
    let open = pane.frame().asking.open.as_ref();
    let Some((typed, again)) = open.and_then(|open| Some((open.ask.typed()?, open.again.clone()?)))
    else {
        return;
    };
    let is_known = again(pane);
    let ctx = pane.ctx().clone();
    let asking = &mut pane.frame_mut().asking;
    asking.overtaken = !is_known;
    match (typed, asking.open.as_mut().map(|open| &mut open.ask)) {
        (Ask::Form(typed), Some(Ask::Form(form))) if is_known => {
            let said = |now: Option<&str>| meanwhile(&ctx, now);
            form.form.take_over(&typed.form, said);
        }
        (Ask::Prompt(typed), Some(Ask::Prompt(prompt))) if is_known => *prompt = typed,
        _ => {}
    }
}

/// Tells that how things stand now came.
pub(super) fn known<P: ListPane>(pane: &mut P) {
    if std::mem::take(&mut pane.frame_mut().asking.overtaken) {
        overtaken(pane);
    }
}
