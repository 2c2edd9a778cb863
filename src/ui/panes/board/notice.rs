//! The fields of a notice, and a notice from its fields. What cannot be read is said beside its field.

use super::BoardPane;
use crate::domain::money::{Currency, Money};
use crate::domain::opportunity::{Formula, Notice, Payer};
use crate::domain::request::Group;
use crate::ui::frame::ListPane;
use crate::ui::frame::ask::{languages, money_check, optional, read_when, when_check};
use crate::ui::frame::entries::{entries_field, entries_in, entry_field, entry_in};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;

/// The hours that are meant when only a day is named.
const MORNING: (u32, u32) = (9, 0);
const EVENING: (u32, u32) = (18, 0);
/// What came of reading a form.
pub(super) enum Read {
    /// A notice.
    Notice(Box<Notice>),
    /// This field is wrong, and why.
    Wrong(&'static str, String),
}

impl BoardPane {
    pub(super) fn notice_fields(&self, notice: &Notice, group: Group) -> Vec<Field> {
        let mut fields = self.matter_fields(notice);
        let skills = self.text("board-notice-skills");
        fields.extend(entries_field(self.ctx(), "skills", skills, &notice.skills));
        fields.extend(self.size_fields(notice, group));
        if group == Group::ClientIntroduction {
            fields.extend(self.formula_fields(notice));
        }
        let label = self.text("board-field-urgent");
        fields.push(Field::toggle("urgent", label, notice.urgent));
        fields
    }

    /// What it is about, for whom and where.
    fn matter_fields(&self, notice: &Notice) -> Vec<Field> {
        let label = |id: &str| self.text(id);
        let teller = self.ctx().teller();
        let lands = self.ctx().countries();
        let country = lands.iter().position(|(_, c)| Some(*c) == notice.country);
        let lands = lands
            .into_iter()
            .map(|(name, c)| Choice::with(name, c.code().to_owned()))
            .collect();
        let (work, audience) = (Some(notice.work), Some(notice.audience));
        let languages = languages(notice.language);
        let language = languages.iter().position(|one| *one == notice.language);
        let languages = languages.iter().map(|one| teller.language(*one)).collect();
        vec![
            Field::text("title", label("board-notice-title"), &notice.title)
                .hint(label("board-notice-title-hint"))
                .required(),
            entry_field(self.ctx(), "work", label("board-notice-work"), None, work),
            entry_field(
                self.ctx(),
                "audience",
                label("board-notice-audience"),
                None,
                audience,
            ),
            Field::one(
                "language",
                label("board-notice-language"),
                languages,
                language.unwrap_or(0),
            ),
            Field::find("country", label("form-client-country"), lands, country),
            Field::text("place", label("form-place"), &notice.place),
            Field::toggle("online", label("form-online"), notice.online),
        ]
    }

    /// When, how much, until when and for what it is.
    fn size_fields(&self, notice: &Notice, group: Group) -> Vec<Field> {
        let label = |id: &str| self.text(id);
        let date = |at| self.typed_date(at);
        let starts = notice.starts.map(date).unwrap_or_default();
        let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
        let amount = notice
            .amount
            .map(|amount| amount.typed())
            .unwrap_or_default();
        let money = optional(money_check(self.ctx(), self.ctx().sight.currency()));
        let hint = label("ask-when-hint");
        let of_price = match group {
            Group::Subcontracting => "board-field-price",
            Group::ClientIntroduction => "form-budget",
        };
        vec![
            Field::checked(
                "starts",
                label("board-notice-starts"),
                &starts,
                optional(when_check(self.ctx(), MORNING)),
            )
            .hint(hint.clone()),
            Field::text("dates", label("board-notice-dates"), &notice.dates),
            Field::checked(
                "participants",
                label("form-participants"),
                &number(notice.participants),
                self.whole_number(),
            ),
            Field::checked(
                "sessions",
                label("board-field-sessions"),
                &notice.sessions.to_string(),
                self.whole_number(),
            )
            .required(),
            Field::checked(
                "deadline",
                label("board-notice-deadline"),
                &date(notice.deadline),
                when_check(self.ctx(), EVENING),
            )
            .hint(hint)
            .required(),
            Field::checked("amount", label(of_price), &amount, money).hint("2 500 €"),
        ]
    }

    fn formula_fields(&self, notice: &Notice) -> [Field; 3] {
        let teller = self.ctx().teller();
        let formulas = [Formula::Basic, Formula::R0];
        let formula = formulas.iter().position(|one| Some(*one) == notice.formula);
        let payers = [Payer::Client, Payer::Provider];
        let payer = payers.iter().position(|one| *one == notice.payer);
        [
            Field::one(
                "formula",
                self.text("board-field-formula"),
                formulas
                    .map(|one| teller.named("formula", one.key()))
                    .into_iter()
                    .chain([self.text("board-notice-formula-open")])
                    .collect(),
                formula.unwrap_or(formulas.len()),
            ),
            Field::one(
                "payer",
                self.text("board-notice-payer"),
                payers.map(|one| teller.named("payer", one.key())).to_vec(),
                payer.unwrap_or(0),
            ),
            Field::text(
                "payer-reason",
                self.text("board-notice-payer-why"),
                &notice.payer_reason,
            )
            .hint(self.text("board-notice-payer-hint")),
        ]
    }

    /// The notice that a form says; what a form does not ask stays as it was.
    pub(super) fn read_notice(&self, form: &Form, old: &Notice, group: Group) -> Read {
        let text = |id: &str| form.text(id).trim();
        let currency: Currency = self.ctx().sight.currency();
        let starts = match text("starts") {
            "" => None,
            words => match read_when(self.ctx(), words, MORNING) {
                Ok(at) => Some(at),
                Err(why) => return Read::Wrong("starts", why),
            },
        };
        let deadline = match read_when(self.ctx(), text("deadline"), EVENING) {
            Ok(at) => at,
            Err(why) => return Read::Wrong("deadline", why),
        };
        let Ok(sessions) = text("sessions").parse() else {
            return Read::Wrong("sessions", self.text("form-not-a-number"));
        };
        let lands = self.ctx().countries();
        let country = form
            .chosen("country")
            .filter(|_| !text("country").is_empty());
        let languages = languages(old.language);
        let at = |id: &str| form.chosen(id).unwrap_or(0);
        let intro = group == Group::ClientIntroduction;
        let provider = intro && at("payer") == 1;
        if provider && text("payer-reason").is_empty() {
            return Read::Wrong("payer-reason", self.text("refusal-reason-missing"));
        }
        let formula = match at("formula") {
            0 => Some(Formula::Basic),
            1 => Some(Formula::R0),
            _ => None,
        };
        Read::Notice(Box::new(Notice {
            title: text("title").into(),
            work: entry_in(form, "work").unwrap_or(old.work),
            audience: entry_in(form, "audience").unwrap_or(old.audience),
            language: languages
                .get(at("language"))
                .copied()
                .unwrap_or(old.language),
            country: country.and_then(|at| lands.get(at)).map(|(_, c)| *c),
            place: text("place").into(),
            online: form.toggled("online"),
            starts,
            dates: text("dates").into(),
            participants: text("participants").parse().ok(),
            sessions,
            deadline,
            amount: Money::parse(text("amount"), currency),
            formula: formula.filter(|_| intro),
            payer: if provider {
                Payer::Provider
            } else {
                Payer::Client
            },
            payer_reason: if provider {
                text("payer-reason").into()
            } else {
                "".into()
            },
            urgent: form.toggled("urgent"),
            skills: entries_in(form, "skills"),
        }))
    }
}
