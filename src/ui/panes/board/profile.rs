//! One's own profile (PPL-4): what a facilitator says of herself, on a form. What the house attests of her
//! stays as it is: nobody attests themselves.

use std::sync::Arc;

use super::BoardPane;
use crate::domain::Command;
use crate::domain::facilitator::FacilitatorProfile;
use crate::domain::house::Language;
use crate::domain::iban;
use crate::domain::person::Role;
use crate::domain::person::command::PeopleCommand;
use crate::ui::frame::ask::languages;
use crate::ui::frame::choose::{self, Way};
use crate::ui::frame::entries::{entries_field, entries_in};
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::binding::Ready;
use crate::ui::kit::choices::Choice;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;
use crate::ui::kit::prompt::Check;

/// The profile is a facilitator's own.
pub(super) fn ready(p: &BoardPane) -> Ready {
    if p.ctx().me.roles.contains(&Role::Facilitator) {
        Ready::Yes
    } else {
        Ready::Hidden
    }
}

/// The languages that are offered.
fn offered() -> impl Iterator<Item = Language> {
    let known = languages(Language::UNKNOWN).into_iter();
    known.filter(|language| *language != Language::UNKNOWN)
}

/// What is one's own beside proposals: what one says of oneself, and with whom one works (PPL-7).
const OWN: [Way<BoardPane>; 2] = [
    ('m', "profile-edit", ready, |p| p.profile_form()),
    ('c', "firm", ready, |p| p.show_firm()),
];

impl BoardPane {
    /// Asks for one's details or one's colleagues.
    pub(super) fn ask_profile(&mut self) {
        let title = self.text("act-profile");
        choose::choose(self, title, &OWN);
    }

    pub(super) fn profile_form(&mut self) {
        let profile = match self.ctx().sight.profile(self.ctx().me.id) {
            Ok(profile) => profile,
            Err(refusal) => {
                let words = self.ctx().teller().refusal(&refusal);
                return self.frame.out.refuse(words);
            }
        };
        let teller = self.ctx().teller();
        let lands = self.ctx().countries();
        let country = lands.iter().position(|(_, c)| Some(*c) == profile.country);
        let lands = lands
            .into_iter()
            .map(|(name, c)| Choice::with(name, c.code().to_owned()))
            .collect();
        let names = offered().map(|one| teller.language(one)).collect();
        let spoken = offered().enumerate();
        let spoken = spoken.filter(|(_, one)| profile.languages.contains(one));
        let spoken: Vec<usize> = spoken.map(|(at, _)| at).collect();
        let label = |id: &str| self.text(id);
        let skills = label("board-profile-skills");
        let skills = entries_field(self.ctx(), "skills", skills, &profile.skills);
        let mut fields = vec![
            Field::toggle(
                "published",
                label("board-profile-published"),
                profile.published,
            ),
            Field::some(
                "languages",
                label("board-profile-languages"),
                names,
                &spoken,
            ),
            Field::find("country", label("form-client-country"), lands, country),
            Field::checked(
                "zone",
                label("board-profile-zone"),
                &profile.zone,
                self.zone_check(),
            )
            .hint("Europe/Paris"),
            Field::text("phone", label("form-phone"), &profile.phone),
            Field::checked(
                "iban",
                label("board-profile-iban"),
                &profile.iban,
                self.iban_check(&profile.iban),
            ),
            Field::text("legal", label("board-profile-legal"), &profile.legal),
        ];
        fields.extend(skills);
        let title = self.text("board-form-profile");
        let form = Form::new(fields).as_of(self.ctx().sight.seq());
        let question = Question::form(title, form, move |p: &mut BoardPane, form| {
            p.profile_filled(&profile, form);
        });
        self.ask(question.again(|p| {
            p.profile_form();
            true
        }));
    }

    /// A time zone by its name; none: the house's.
    fn zone_check(&self) -> Check {
        let wrong = self.text("board-profile-no-zone");
        Arc::new(move |text: &str| {
            let text = text.trim();
            match text.is_empty() || text.parse::<chrono_tz::Tz>().is_ok() {
                true => Ok(String::new()),
                false => Err(wrong.clone()),
            }
        })
    }

    /// An account number, shown back as banks print it; one that was kept before stays.
    fn iban_check(&self, kept: &str) -> Check {
        let (ctx, kept) = (self.ctx().clone(), kept.to_owned());
        Arc::new(move |text: &str| match iban::read(text) {
            _ if text.trim() == kept.trim() => Ok(String::new()),
            Ok(iban) => Ok(iban.into()),
            Err(why) => Err(ctx.texts.get(&format!("iban-{}", why.key())).into_owned()),
        })
    }

    /// Keeps the profile as it was filled in; languages that are not offered stay.
    fn profile_filled(&mut self, old: &FacilitatorProfile, form: &Form) {
        let lands = self.ctx().countries();
        let named = !form.text("country").trim().is_empty();
        let country = form.chosen("country").filter(|_| named);
        let chosen = form.several("languages");
        let spoken = offered().enumerate();
        let spoken = spoken
            .filter(|(at, _)| chosen.contains(at))
            .map(|(_, one)| one);
        let others = old.languages.iter().copied();
        let others = others.filter(|one| offered().all(|known| known != *one));
        let text = |id: &str| -> Box<str> { form.text(id).trim().into() };
        let profile = FacilitatorProfile {
            country: country.and_then(|at| lands.get(at)).map(|(_, c)| *c),
            languages: spoken.chain(others).collect(),
            zone: text("zone"),
            phone: text("phone"),
            iban: iban::read(form.text("iban")).unwrap_or_else(|_| text("iban")),
            legal: text("legal"),
            published: form.toggled("published"),
            skills: entries_in(form, "skills"),
            ..old.clone()
        };
        let (person, profile) = (self.ctx().me.id, Box::new(profile));
        let command = Command::People(PeopleCommand::KeepProfile { person, profile });
        self.submit(command.upon(form.seen()));
    }
}
