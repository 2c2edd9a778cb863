//! The form of an organisation: entered by hand, or put right (PPL-9). Where it is, and whether the team knows it, decide the
//! group of its requests (REQ-6); until when the relation is ours is a date of its own (REQ-7).

use super::DirectoryPane;
use super::contact_form::spoken;
use crate::domain::house::{Country, Language};
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::{Command, ContactId, Millis, OrganisationId};
use crate::text::fold;
use crate::ui::frame::ask::{optional, read_when, when_check};
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;

/// How many organisations a field offers.
const OFFERED: usize = 5_000;
/// The hour that is meant when only a day is named.
const EVENING: (u32, u32) = (18, 0);
/// Stands between the lines of an address in the form.
const BETWEEN: &str = " / ";

/// The segments that say which audience a client is, as they are kept.
const SEGMENTS: [&str; 8] = [
    "company",
    "bank",
    "travel agency",
    "hospital",
    "public body",
    "school",
    "university",
    "association",
];

/// What the fields that find offer, in their order.
#[derive(Clone)]
struct Offers {
    countries: Vec<Country>,
    others: Vec<OrganisationId>,
    contacts: Vec<ContactId>,
    languages: Vec<Language>,
}

impl DirectoryPane {
    /// Somebody new to the directory; a form that was left comes back.
    pub(super) fn new_form(&mut self) {
        let was = OrganisationProfile::default();
        let (fields, offers) = self.fields(&was, None);
        let title = self.text("form-new-organisation");
        let form = Question::form(
            title,
            Form::new(fields),
            move |p: &mut DirectoryPane, form| {
                let profile = Box::new(p.profile_from(form, &was, &offers));
                p.submit(Command::Directory(DirectoryCommand::AddOrganisation {
                    profile,
                    relation_until: None,
                }));
            },
        );
        self.ask(form.kept("organisation", "form-kept"));
    }

    /// What is known of the selected one, put right.
    pub(super) fn edit_form(&mut self) {
        let Some(page) = self.page() else { return };
        let (id, was, seen, until) = (
            page.row.id,
            page.profile.clone(),
            page.seq,
            page.row.relation_until,
        );
        let (mut fields, offers) = self.fields(&was, Some(page.contacts.len()));
        fields.push(self.relation_field(until));
        let title = self.with("form-client", &[("client", was.name.to_string().into())]);
        let form = Form::new(fields).as_of(seen);
        let question = Question::form(title, form, move |p: &mut DirectoryPane, form| {
            p.put_right(id, (&was, until), form, &offers);
        });
        self.ask(question.again(move |p: &mut DirectoryPane| {
            let newer = p
                .page()
                .is_some_and(|page| page.row.id == id && page.seq > seen);
            if newer {
                p.edit_form();
            }
            newer
        }));
    }

    fn relation_field(&self, until: Option<Millis>) -> Field {
        let now = until.map_or_else(String::new, |at| self.day(at));
        Field::checked(
            "until",
            self.text("organisation-until"),
            &now,
            optional(when_check(self.ctx(), EVENING)),
        )
        .hint(self.text("ask-when-hint"))
    }

    /// A day as forms read it.
    fn day(&self, at: Millis) -> String {
        let teller = self.ctx().teller();
        let local = crate::ui::tell::local(teller.zone, at);
        local.format("%Y-%m-%d").to_string()
    }

    /// The fields of all that is known; the main contact and the relation only where it is there already.
    fn fields(&self, was: &OrganisationProfile, contacts: Option<usize>) -> (Vec<Field>, Offers) {
        let text = |id, label: &str, now: &str| Field::text(id, self.text(label), now);
        let lands = self.ctx().countries();
        let country = lands.iter().position(|(_, c)| Some(*c) == was.country);
        let land = |(name, c): &(String, Country)| Choice::with(name.clone(), c.code().to_owned());
        let land_choices = lands.iter().map(land).collect();
        let others = self.ctx().sight.organisations("", OFFERED);
        let parent = others.iter().position(|o| Some(o.id) == was.parent);
        let other_choices = others.iter().map(|o| Choice::new(o.name.clone())).collect();
        let languages = spoken(was.language);
        let now = was.language.unwrap_or(Language::UNKNOWN);
        let language = languages.iter().position(|one| *one == now).unwrap_or(0);
        let teller = self.ctx().teller();
        let spoken = languages.iter().map(|one| teller.language(*one)).collect();
        let address: Vec<&str> = was.address.lines().collect();
        let mut fields = vec![
            text("name", "form-client-name", &was.name).required(),
            Field::find(
                "country",
                self.text("form-client-country"),
                land_choices,
                country,
            )
            .hint(self.text("setup-country-hint")),
            text("address", "organisation-address", &address.join(BETWEEN))
                .hint(self.text("form-address-hint")),
            text("city", "column-city", &was.city),
            text("phone", "form-phone", &was.phone),
            text(
                "segment",
                "form-client-segment",
                &self.segment(&was.segment),
            ),
            Field::toggle("known", self.text("form-client-known"), was.known),
            Field::find(
                "parent",
                self.text("form-client-parent"),
                other_choices,
                parent,
            ),
            text("domains", "form-client-domains", &was.domains.join(", ")),
            text("vat", "organisation-vat", &was.vat),
            Field::one(
                "language",
                self.text("organisation-language"),
                spoken,
                language,
            ),
            text("note", "organisation-note", &was.note),
        ];
        let people = self.page().filter(|_| contacts.is_some_and(|n| n > 0));
        let people = people.map_or(&[][..], |page| &page.contacts);
        if !people.is_empty() {
            let main = people
                .iter()
                .position(|one| Some(one.id) == was.main_contact);
            let named = |one: &crate::desk::views::ContactLine| {
                Choice::with(one.entry.name.to_string(), one.entry.email.to_string())
            };
            let choices = people.iter().map(named).collect();
            let label = self.text("organisation-main");
            fields.push(Field::find("main", label, choices, main));
        }
        let offers = Offers {
            countries: lands.into_iter().map(|(_, c)| c).collect(),
            others: others.iter().map(|o| o.id).collect(),
            contacts: people.iter().map(|one| one.id).collect(),
            languages,
        };
        (fields, offers)
    }

    /// What the form says of an organisation of which `was` was known.
    fn profile_from(
        &self,
        form: &Form,
        was: &OrganisationProfile,
        offers: &Offers,
    ) -> OrganisationProfile {
        let text = |id: &str| -> Box<str> { form.text(id).trim().into() };
        let chosen = |id: &str| form.chosen(id).filter(|_| !form.text(id).trim().is_empty());
        let domains = form.text("domains").split(',').map(str::trim);
        let domains = domains.filter(|one| !one.is_empty());
        let address: Vec<&str> = form
            .text("address")
            .split(BETWEEN.trim())
            .map(str::trim)
            .collect();
        let language = form.chosen("language");
        let language = language.and_then(|at| offers.languages.get(at).copied());
        let main = chosen("main")
            .and_then(|at| offers.contacts.get(at))
            .copied();
        OrganisationProfile {
            name: text("name"),
            country: chosen("country")
                .and_then(|at| offers.countries.get(at))
                .copied(),
            segment: self.segment_of(form.text("segment").trim(), &was.segment),
            domains: domains.map(|one| one.to_lowercase().into()).collect(),
            parent: chosen("parent")
                .and_then(|at| offers.others.get(at))
                .copied(),
            known: form.toggled("known"),
            address: address.join("\n").trim().into(),
            city: text("city"),
            phone: text("phone"),
            vat: text("vat"),
            language: language.filter(|one| *one != Language::UNKNOWN),
            note: text("note"),
            main_contact: match offers.contacts.is_empty() {
                true => was.main_contact,
                false => main,
            },
        }
    }

    fn put_right(
        &mut self,
        organisation: OrganisationId,
        (was, ours): (&OrganisationProfile, Option<Millis>),
        form: &Form,
        offers: &Offers,
    ) {
        let profile = self.profile_from(form, was, offers);
        if profile != *was {
            let profile = Box::new(profile);
            let command = Command::Directory(DirectoryCommand::ChangeOrganisation {
                organisation,
                profile,
            });
            self.send_whole(command, form.seen());
        }
        if !form.touched("until") {
            return;
        }
        let until = match form.text("until").trim() {
            "" => Ok(None),
            words => read_when(self.ctx(), words, EVENING).map(Some),
        };
        match until {
            Ok(until) if until == ours => {}
            Ok(until) => {
                self.submit(Command::Directory(DirectoryCommand::SetRelation {
                    organisation,
                    until,
                }));
            }
            Err(why) => self.frame.out.refuse(why),
        }
    }

    /// A segment in the language of who looks, where it is one that the rules know.
    pub(super) fn segment(&self, segment: &str) -> String {
        self.ctx().teller().segment(segment)
    }

    /// The segment that `typed` stands for; `old` where it was left as it was.
    fn segment_of(&self, typed: &str, old: &str) -> Box<str> {
        if typed == self.segment(old) {
            return old.into();
        }
        let folded = fold::fold(typed);
        let stands = |known: &&&str| fold::fold(&self.segment(known)) == folded;
        let known = SEGMENTS.iter().find(stands);
        known.copied().unwrap_or(typed).into()
    }
}
