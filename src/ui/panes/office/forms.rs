//! The brief as a form. Dates and numbers are shown back as they were understood; what is missing for a
//! complete R1 is named beside it, not refused: a brief grows.

use std::sync::Arc;

use super::OfficePane;
use super::steps::EVENING;
use crate::domain::QuotationId;
use crate::domain::house::{Country, Language};
use crate::domain::quotation::{Brief, QuotationCommand};
use crate::ui::frame::ask::{optional, read_when, when_check};
use crate::ui::frame::entries::{entry_field, entry_in};
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;
use crate::ui::kit::prompt::Check;

impl OfficePane {
    /// The brief of the selected one; a form that was left comes back.
    pub(super) fn brief_form(&mut self) {
        let Some(view) = &self.view else { return };
        let (id, Some(brief)) = (view.row.id, view.brief.clone()) else {
            return;
        };
        let offered = Offered {
            lands: self.ctx().countries(),
            brands: self.ctx().sight.brands(),
            languages: languages(view.languages.clone(), brief.language),
        };
        let fields = self.brief_fields(&brief, &offered);
        let form = Form::new(fields).as_of(self.ctx().sight.seq());
        let title = self.with("form-brief", &[("quotation", id.to_string().into())]);
        let question = Question::form(title, form, move |p: &mut OfficePane, form| {
            p.keep_brief(id, form, &offered);
        });
        let question = question.kept(format!("brief-{id}"), "form-kept");
        self.ask(question.again(move |p| {
            let same = p.view.as_ref().is_some_and(|view| view.row.id == id);
            if same {
                p.brief_form();
            }
            same
        }));
    }

    fn brief_fields(
        &self,
        brief: &Brief,
        Offered {
            lands,
            brands,
            languages,
        }: &Offered,
    ) -> Vec<Field> {
        let unsaid = || vec![self.text("form-unsaid")];
        let place = |n: Option<usize>| n.map_or(0, |n| n + 1);
        let countries = lands
            .iter()
            .map(|(name, country)| Choice::with(name.clone(), country.code().to_owned()));
        let market = lands.iter().position(|(_, c)| Some(*c) == brief.market);
        let label = |id: &str| self.text(&format!("brief-{id}"));
        let options = |first: Vec<String>, rest: &[String]| {
            first.into_iter().chain(rest.iter().cloned()).collect()
        };
        let brand_names: Vec<String> = brands.iter().map(|(_, name)| name.clone()).collect();
        let brand = brands.iter().position(|(key, _)| **key == *brief.brand);
        let language_names: Vec<String> = languages
            .iter()
            .map(|one| self.ctx().teller().language(*one))
            .collect();
        let mut fields = vec![
            entry_field(
                self.ctx(),
                "work",
                label("work"),
                unsaid().pop(),
                brief.work,
            ),
            entry_field(
                self.ctx(),
                "audience",
                label("audience"),
                unsaid().pop(),
                brief.audience,
            ),
            Field::find("market", label("market"), countries.collect(), market),
            Field::one(
                "brand",
                label("brand"),
                options(unsaid(), &brand_names),
                place(brand),
            ),
            Field::one(
                "language",
                label("language"),
                options(unsaid(), &language_names),
                place(languages.iter().position(|one| *one == brief.language)),
            ),
        ];
        fields.extend(self.brief_size_fields(brief));
        fields
    }

    /// How many, when, where and until when.
    fn brief_size_fields(&self, brief: &Brief) -> Vec<Field> {
        let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
        let deadline = brief.deadline.map(|at| self.ctx().teller().iso_minute(at));
        let label = |id: &str| self.text(&format!("brief-{id}"));
        vec![
            Field::checked(
                "participants",
                label("participants"),
                &number(brief.participants),
                self.count_check(u32::MAX),
            ),
            Field::checked(
                "sessions",
                label("sessions"),
                &number(brief.sessions.map(u32::from)),
                self.count_check(u32::from(u16::MAX)),
            ),
            Field::text("dates", label("dates"), &brief.dates),
            Field::text("place", self.text("form-place"), &brief.place),
            Field::toggle(
                "online",
                self.text("form-online"),
                brief.online.unwrap_or(false),
            ),
            Field::checked(
                "deadline",
                label("deadline"),
                &deadline.unwrap_or_default(),
                optional(when_check(self.ctx(), EVENING)),
            )
            .hint(self.text("ask-when-hint")),
        ]
    }

    /// A check that reads a whole number, or nothing.
    pub(super) fn count_check(&self, most: u32) -> Check {
        let wrong = self.text("form-not-a-number");
        Arc::new(move |text| match text.trim() {
            "" => Ok(String::new()),
            digits => match digits.parse::<u32>() {
                Ok(n) if n > 0 && n <= most => Ok(String::new()),
                _ => Err(wrong.clone()),
            },
        })
    }

    fn keep_brief(&mut self, quotation: QuotationId, form: &Form, offered: &Offered) {
        let text = |id: &str| form.text(id).trim();
        // The first of them is that nobody said.
        let said = |id: &str| form.chosen(id).and_then(|at| at.checked_sub(1));
        let deadline = match text("deadline") {
            "" => None,
            words => read_when(self.ctx(), words, EVENING).ok(),
        };
        let market = form.chosen("market").filter(|_| !text("market").is_empty());
        let brand = said("brand").and_then(|at| offered.brands.get(at));
        let before = self.view.as_ref().and_then(|view| view.brief.as_ref());
        let before = before.map(|brief| brief.deadline).unwrap_or_default();
        // The minute is shown, the milliseconds are not: what was not touched stays.
        let same = |at: i64| before.filter(|before| before / 60_000 == at / 60_000);
        let brief = Brief {
            work: entry_in(form, "work"),
            audience: entry_in(form, "audience"),
            market: market
                .and_then(|at| offered.lands.get(at))
                .map(|(_, land)| *land),
            brand: brand.map_or("".into(), |(key, _)| key.as_str().into()),
            language: said("language")
                .and_then(|at| offered.languages.get(at))
                .map_or(Language::UNKNOWN, |language| *language),
            participants: text("participants").parse().ok(),
            sessions: text("sessions").parse().ok(),
            dates: text("dates").into(),
            place: text("place").into(),
            online: form.toggled("online").then_some(true),
            deadline: deadline.map(|at| same(at).unwrap_or(at)),
        };
        let step = QuotationCommand::Brief {
            quotation,
            brief: Box::new(brief),
            asked: None,
        };
        self.step_upon(step, form.seen());
    }
}

/// What the form of a brief offered when it was opened: an answer names places in it.
struct Offered {
    lands: Vec<(String, Country)>,
    brands: Vec<(String, String)>,
    languages: Vec<Language>,
}

/// Returns the languages an offer can be written in, and the one that stands if it is none of them.
fn languages(mut offered: Vec<Language>, now: Language) -> Vec<Language> {
    if now != Language::UNKNOWN && !offered.contains(&now) {
        offered.push(now);
    }
    offered
}
