//! What a pane asks in a box above itself, and what it will do with the answer. One at a time.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::out::Ctx;
use crate::domain::Millis;
use crate::domain::house::Language;
use crate::domain::money::{Currency, Money};
use crate::ui::kit::confirm::{Confirm, Confirmed};
use crate::ui::kit::form::{Form, Formed};
use crate::ui::kit::frame::Panel;
use crate::ui::kit::keys::{Chord, Input, Key};
use crate::ui::kit::look::Look;
use crate::ui::kit::menu::{Menu, MenuItem, MenuOutcome};
use crate::ui::kit::picker::{Picked, Picker};
use crate::ui::kit::prompt::{Check, Prompt, Prompted};

/// The languages that are offered: those that have a name here.
const LANGUAGES: [&str; 10] = ["fr", "en", "de", "es", "it", "pt", "nl", "ja", "ar", "--"];

/// Returns the languages that are offered, and the one that stands if it is none of them.
pub fn languages(now: Language) -> Vec<Language> {
    let offered = LANGUAGES.iter();
    let mut offered: Vec<Language> = offered
        .map(|code| Language::parse(code).unwrap_or(Language::UNKNOWN))
        .collect();
    if !offered.contains(&now) {
        offered.insert(0, now);
    }
    offered
}

/// A box that asks.
pub enum Ask {
    /// One of a few.
    Menu(Menu),
    /// A line.
    Prompt(Prompt),
    /// One of many.
    Picker(Picker),
    /// Yes or no.
    Confirm(Confirm),
    /// Several fields.
    Form(Box<FormBox>),
}

/// A form in a box, with a title.
#[derive(Clone)]
pub struct FormBox {
    /// What it is for.
    pub title: String,
    /// The fields.
    pub form: Form,
}

/// What came of an input.
pub enum Answered {
    /// Still asking.
    Open,
    /// One of a few or many, by position.
    Chosen(usize),
    /// A line, or something new in a picker.
    Text(String),
    /// Yes.
    Yes,
    /// The form is filled in.
    Filled,
    /// Refused, in words; still asking.
    Refused(String),
    /// Left.
    Cancelled,
}

/// Columns and rows of a form's box, at most.
const FORM: (u16, u16) = (84, 30);

impl Ask {
    /// A copy of what was typed, if anything can be typed in it.
    pub fn typed(&self) -> Option<Ask> {
        match self {
            Ask::Prompt(prompt) => Some(Ask::Prompt(prompt.clone())),
            Ask::Form(form) => Some(Ask::Form(form.clone())),
            Ask::Menu(_) | Ask::Picker(_) | Ask::Confirm(_) => None,
        }
    }

    /// Takes an input; `screen` is the place the box stands in.
    pub fn update(&mut self, input: &Input, screen: Rect) -> Answered {
        match self {
            Ask::Menu(menu) => match menu.update(input, screen) {
                MenuOutcome::Open => Answered::Open,
                MenuOutcome::Chosen(at) => Answered::Chosen(at),
                MenuOutcome::Refused(why) => Answered::Refused(why),
                MenuOutcome::Cancelled => Answered::Cancelled,
            },
            Ask::Prompt(prompt) => match prompt.update(input, screen) {
                Prompted::Open => Answered::Open,
                Prompted::Entered(text) => Answered::Text(text),
                Prompted::Cancelled => Answered::Cancelled,
            },
            Ask::Picker(picker) => match picker.update(input, screen) {
                Picked::Open => Answered::Open,
                Picked::Chosen(which) => which
                    .first()
                    .map_or(Answered::Open, |at| Answered::Chosen(*at)),
                Picked::New(text) => Answered::Text(text),
                Picked::Cancelled => Answered::Cancelled,
            },
            Ask::Confirm(confirm) => match confirm.update(input, screen) {
                Confirmed::Open => Answered::Open,
                Confirmed::Yes => Answered::Yes,
                Confirmed::No => Answered::Cancelled,
            },
            Ask::Form(form) => match form.form.update(input, form_area(screen)) {
                Formed::Editing => Answered::Open,
                Formed::Submit => Answered::Filled,
                Formed::Cancel => Answered::Cancelled,
            },
        }
    }

    /// Draws the box over `screen`.
    pub fn view(&self, screen: Rect, buf: &mut Buffer, look: &Look<'_>) {
        match self {
            Ask::Menu(menu) => menu.view(screen, buf, look),
            Ask::Prompt(prompt) => prompt.view(screen, buf, look),
            Ask::Picker(picker) => picker.view(screen, buf, look),
            Ask::Confirm(confirm) => confirm.view(screen, buf, look),
            Ask::Form(form) => {
                let bottom = look.texts.get("form-keys");
                let panel = Panel {
                    title: &form.title,
                    right: "",
                    bottom: &bottom,
                    focused: true,
                };
                panel.popup(screen, FORM.0, FORM.1, buf, look);
                form.form.view(form_area(screen), buf, look);
            }
        }
    }
}

fn form_area(screen: Rect) -> Rect {
    let inner = Panel::popup_inner(screen, FORM.0, FORM.1);
    Rect {
        y: inner.y.saturating_add(1),
        height: inner.height.saturating_sub(1),
        ..inner
    }
}

/// A menu's line.
pub fn item(key: char, label: impl Into<String>) -> MenuItem {
    MenuItem {
        key: Chord::plain(Key::Char(key)),
        label: label.into(),
        detail: String::new(),
        refusal: None,
    }
}

/// A check that reads a moment in time to come and shows it back in full.
pub fn when_check(ctx: &Ctx, usual: (u32, u32)) -> Check {
    let ctx = ctx.clone();
    Arc::new(move |text| match read_when(&ctx, text, usual) {
        Ok(at) => Ok(ctx.teller().full(at)),
        Err(why) => Err(why),
    })
}

/// The same check where nothing may be said.
pub fn optional(check: Check) -> Check {
    Arc::new(move |text| {
        if text.trim().is_empty() {
            Ok(String::new())
        } else {
            check(text)
        }
    })
}

/// The moment in time somebody wrote, as the house's clock has it; at the `usual` hour when none is
/// named.
///
/// # Errors
/// What is wrong with it, in words.
pub fn read_when(ctx: &Ctx, text: &str, usual: (u32, u32)) -> Result<Millis, String> {
    ctx.teller().read_when(text, usual)
}

/// Shows an amount back as it was understood, or says what it could mean; in `currency` when none is named.
pub fn money_check(ctx: &Ctx, currency: Currency) -> Check {
    let ctx = ctx.clone();
    Arc::new(move |text| match Money::read(text, currency) {
        Ok(money) => Ok(ctx.teller().money(money)),
        Err(why) => Err(ctx.teller().not_money(&why)),
    })
}

/// A check that lets everything through, or everything but blanks.
pub fn text_check(ctx: &Ctx, needed: bool) -> Check {
    let missing = ctx.texts.get("refusal-text-missing").into_owned();
    Arc::new(move |text| {
        if needed && text.trim().is_empty() {
            Err(missing.clone())
        } else {
            Ok(String::new())
        }
    })
}

/// Whether a command was refused because what it sends back as a whole was changed meanwhile.
pub fn is_overtaken(answer: &crate::desk::Answer) -> bool {
    use crate::desk::Rejection;
    use crate::domain::Refusal;
    matches!(answer, Err(Rejection::Refused(Refusal::Moved { .. })))
}

/// What is said beside a field that somebody else changed meanwhile: to `now`, where another value was typed.
pub fn meanwhile(ctx: &Ctx, now: Option<&str>) -> String {
    match now {
        Some("") => ctx.texts.get("form-now-empty").into_owned(),
        Some(now) => ctx
            .texts
            .with("form-now", &[("now", now.to_owned().into())]),
        None => ctx.texts.get("form-changed-meanwhile").into_owned(),
    }
}
