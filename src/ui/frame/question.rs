//! A box that asks, with what is done with its answer. It may be answered more than once: words that were
//! refused stand there again, and go the same way.

use std::sync::Arc;

use crate::ui::frame::ask::{Ask, FormBox};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::confirm::Confirm;
use crate::ui::kit::form::Form;
use crate::ui::kit::menu::{Menu, MenuItem};
use crate::ui::kit::picker::Picker;
use crate::ui::kit::prompt::Prompt;

/// An answer.
pub enum Given<'a> {
    /// One of a few or many, by position.
    Chosen(usize),
    /// A line, or something new in a picker.
    Text(&'a str),
    /// Yes.
    Yes,
    /// A form, filled in.
    Filled(&'a Form),
}

type Then<P> = Arc<dyn Fn(&mut P, Given<'_>) + Send + Sync>;
type Again<P> = Arc<dyn Fn(&mut P) -> bool + Send + Sync>;

/// A box that asks something of who works in the pane `P`, and what is done with the answer.
pub struct Question<P> {
    pub(super) ask: Ask,
    pub(super) then: Then<P>,
    /// Under which name a form that is left is kept, and the text that says so.
    pub(super) kept: Option<(String, &'static str)>,
    pub(super) again: Option<Again<P>>,
}

impl<P: 'static> Question<P> {
    fn new(ask: Ask, then: impl Fn(&mut P, Given<'_>) + Send + Sync + 'static) -> Question<P> {
        Question {
            ask,
            then: Arc::new(then),
            kept: None,
            again: None,
        }
    }

    /// Asks for one of a few, each with its key.
    pub fn menu<T: Clone + Send + Sync + 'static>(
        title: impl Into<String>,
        items: Vec<(MenuItem, T)>,
        then: impl Fn(&mut P, T) + Send + Sync + 'static,
    ) -> Question<P> {
        let (items, values): (Vec<_>, Vec<T>) = items.into_iter().unzip();
        let menu = Menu::new(title, items);
        Question::new(Ask::Menu(menu), among(values, then))
    }

    /// Asks for one of many, found by typing.
    pub fn pick<T: Clone + Send + Sync + 'static>(
        title: impl Into<String>,
        choices: Vec<(Choice, T)>,
        then: impl Fn(&mut P, T) + Send + Sync + 'static,
    ) -> Question<P> {
        let (choices, values): (Vec<_>, Vec<T>) = choices.into_iter().unzip();
        let picker = Picker::one(title, choices);
        Question::new(Ask::Picker(picker), among(values, then))
    }

    /// The same, or something that is not among them.
    pub fn or_new(self, new: impl Fn(&mut P, &str) + Send + Sync + 'static) -> Question<P> {
        let ask = match self.ask {
            Ask::Picker(picker) => Ask::Picker(picker.or_new()),
            other => other,
        };
        let one = self.then;
        let then = move |pane: &mut P, given: Given<'_>| match given {
            Given::Text(text) => new(pane, text),
            given => one(pane, given),
        };
        Question {
            ask,
            then: Arc::new(then),
            ..self
        }
    }

    /// Asks for a line.
    pub fn line(
        prompt: Prompt,
        then: impl Fn(&mut P, &str) + Send + Sync + 'static,
    ) -> Question<P> {
        Question::new(Ask::Prompt(prompt), move |pane, given| {
            if let Given::Text(text) = given {
                then(pane, text);
            }
        })
    }

    /// Asks whether to go on.
    pub fn sure(confirm: Confirm, then: impl Fn(&mut P) + Send + Sync + 'static) -> Question<P> {
        Question::new(Ask::Confirm(confirm), move |pane, given| {
            if let Given::Yes = given {
                then(pane);
            }
        })
    }

    /// Asks for several things at once.
    pub fn form(
        title: impl Into<String>,
        form: Form,
        then: impl Fn(&mut P, &Form) + Send + Sync + 'static,
    ) -> Question<P> {
        let title = title.into();
        let form = Box::new(FormBox { title, form });
        Question::new(Ask::Form(form), move |pane, given| {
            if let Given::Filled(form) = given {
                then(pane, form);
            }
        })
    }

    /// The same form, which is kept under `name` when it is left, to come back to; `said` says so.
    pub fn kept(self, name: impl Into<String>, said: &'static str) -> Question<P> {
        let kept = Some((name.into(), said));
        Question { kept, ..self }
    }

    /// The same form. When what it sends was changed by somebody else meanwhile, `again` opens it as things
    /// stand now, and what was typed is laid over that; it yields false when that is not known yet.
    pub fn again(self, again: impl Fn(&mut P) -> bool + Send + Sync + 'static) -> Question<P> {
        let again: Again<P> = Arc::new(again);
        Question {
            again: Some(again),
            ..self
        }
    }

    /// A copy, with what was typed in it; nothing when nothing can be typed.
    pub(super) fn typed(&self) -> Option<Question<P>> {
        Some(Question {
            ask: self.ask.typed()?,
            then: Arc::clone(&self.then),
            kept: self.kept.clone(),
            again: self.again.clone(),
        })
    }
}

/// Hands the chosen one of `values` on.
fn among<P, T: Clone>(
    values: Vec<T>,
    then: impl Fn(&mut P, T) + Send + Sync + 'static,
) -> impl Fn(&mut P, Given<'_>) {
    move |pane, given| {
        if let Given::Chosen(at) = given
            && let Some(value) = values.get(at)
        {
            then(pane, value.clone());
        }
    }
}
