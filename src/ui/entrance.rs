//! The first minutes: an empty store asks three things or opens the sample house; a house that does not
//! know this terminal yet asks who one is, once.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};

use super::app::choice;
use super::kit::choices::Choice;
use super::kit::field::Field;
use super::kit::form::{Form, Formed};
use super::kit::frame::Panel;
use super::kit::keys::{Input, Key};
use super::kit::look::Look;
use super::kit::paint;
use super::kit::picker::{Picked, Picker};
use super::kit::texts::Texts;
use super::message::Effect;
use crate::assets;
use crate::desk::views::Threshold;
use crate::domain::PersonId;

/// What is asked.
enum Question {
    /// Your name, the house's name, its home country; or the sample house.
    House(Form),
    /// Who are you?
    Who(Picker, Vec<PersonId>),
}

/// The questions before the workstation.
pub struct Entrance {
    question: Question,
    texts: Arc<Texts>,
    countries: Vec<String>,
    trouble: Option<String>,
    /// What is to be done.
    pub effects: Vec<Effect>,
}

const BOX: (u16, u16) = (66, 18);

impl Entrance {
    /// The questions that are open.
    pub fn new(asked: Threshold, texts: Arc<Texts>) -> Entrance {
        let mut entrance = Entrance {
            question: Question::House(Form::default()),
            texts,
            countries: Vec::new(),
            trouble: None,
            effects: Vec::new(),
        };
        entrance.renew(asked);
        entrance
    }

    /// The house may have been set up meanwhile.
    pub fn renew(&mut self, asked: Threshold) {
        if asked.set_up {
            let staff = asked.staff;
            let names = staff.iter().map(|one| choice(one, &self.texts)).collect();
            let people: Vec<PersonId> = staff.iter().map(|one| one.id).collect();
            // What was typed so far stays.
            if matches!(&self.question, Question::Who(_, asked) if *asked == people) {
                return;
            }
            let title = self.texts.get("who-are-you").into_owned();
            self.question = Question::Who(Picker::one(title, names), people);
        } else if matches!(&self.question, Question::House(form) if form.fields.is_empty()) {
            self.question = Question::House(self.house_form());
        }
    }

    fn house_form(&mut self) -> Form {
        let label = |id: &str| self.texts.get(id).into_owned();
        let lang = self.texts.lang();
        let mut named: Vec<(String, String)> = assets::countries()
            .iter()
            .map(|(code, land)| (land.name(lang).to_owned(), code.clone()))
            .collect();
        named.sort_by_key(|(name, _)| crate::text::fold::fold(name));
        let choices = named
            .iter()
            .map(|(name, code)| Choice::with(name.clone(), code.clone()))
            .collect();
        let fields = vec![
            Field::text("name", label("setup-name"), "").required(),
            Field::text("house", label("setup-house"), "").required(),
            Field::find("country", label("setup-country"), choices, None)
                .hint(label("setup-country-hint"))
                .required(),
        ];
        self.countries = named.into_iter().map(|(_, code)| code).collect();
        Form::new(fields)
    }

    /// What the session could not do.
    pub fn fail(&mut self, words: String) {
        self.trouble = Some(words);
    }

    /// Takes an input.
    pub fn input(&mut self, input: &Input, screen: Rect) {
        let area = form_area(screen);
        match &mut self.question {
            Question::House(form) => {
                if is_f2(input) {
                    self.effects.push(Effect::OpenSample);
                    return;
                }
                match form.update(input, area) {
                    Formed::Submit => {
                        let country = form.chosen("country").and_then(|at| self.countries.get(at));
                        self.effects.push(Effect::SetUp {
                            name: form.text("name").trim().to_owned(),
                            house: form.text("house").trim().to_owned(),
                            country: country.cloned().unwrap_or_default(),
                        });
                    }
                    Formed::Cancel => self.effects.push(Effect::Quit),
                    Formed::Editing => self.trouble = None,
                }
            }
            Question::Who(picker, people) => match picker.update(input, screen) {
                Picked::Chosen(which) => {
                    if let Some(person) = which.first().and_then(|at| people.get(*at)) {
                        self.effects.push(Effect::Remember(*person));
                    }
                }
                Picked::Cancelled => self.effects.push(Effect::Quit),
                Picked::Open | Picked::New(_) => {}
            },
        }
    }

    /// Draws the question.
    pub fn view(&self, screen: Rect, buf: &mut Buffer, look: &Look<'_>) {
        match &self.question {
            Question::Who(picker, _) => picker.view(screen, buf, look),
            Question::House(form) => {
                let title = look.texts.get("setup-title");
                let keys = look.texts.get("setup-keys");
                let panel = Panel {
                    title: &title,
                    right: "",
                    bottom: &keys,
                    focused: true,
                };
                let inner = panel.popup(screen, BOX.0, BOX.1, buf, look);
                let welcome = look.texts.get("setup-welcome");
                for (n, line) in
                    (0..3).zip(crate::text::fit::wrap(&welcome, usize::from(inner.width)))
                {
                    paint::text(buf, paint::row(inner, n), line, look.theme.muted);
                }
                form.view(form_area(screen), buf, look);
                let sample = look.texts.get("setup-sample");
                let last = paint::row(inner, inner.height.saturating_sub(1));
                match &self.trouble {
                    Some(trouble) => {
                        paint::aligned(buf, last, trouble, look.theme.error, Alignment::Left)
                    }
                    None => paint::aligned(buf, last, &sample, look.theme.accent, Alignment::Left),
                };
            }
        }
    }
}

fn form_area(screen: Rect) -> Rect {
    let inner = Panel::popup_inner(screen, BOX.0, BOX.1);
    let top = 4.min(inner.height);
    Rect {
        y: inner.y + top,
        height: inner.height.saturating_sub(top + 2),
        ..inner
    }
}

fn is_f2(input: &Input) -> bool {
    matches!(input, Input::Key(chord) if chord.key == Key::F(2))
}
