//! Two that are one and the same, put together (PPL-9): field by field one chooses which of the two stands afterwards, with
//! what comes together in figures; or that they are not the same. Both can be undone.

use super::DirectoryPane;
use super::lines::Stop;
use crate::desk::views::OrganisationPage;
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::organisation::further::Double;
use crate::domain::{Command, ContactId, OrganisationId};
use crate::ui::frame::ask::item;
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;

/// How many organisations are offered.
const OFFERED: usize = 5_000;
/// Stands where one of the two says nothing.
const NOTHING: &str = "–";

/// What may be done with two that look the same.
#[derive(Clone, Copy)]
enum Way {
    Merge,
    Apart,
}

impl DirectoryPane {
    /// `M`: on a contact with another contact; else with a double, or with any other.
    pub(super) fn ask_merge(&mut self) {
        if let Some(Stop::Contact(id)) = self.stop() {
            return self.ask_merge_contact(id);
        }
        let Some(page) = self.page() else { return };
        let me = page.row.id;
        if let Some(Stop::Double(id)) = self.stop() {
            return self.ask_double(me, id);
        }
        if let [(id, _)] = page.doubles.as_slice() {
            let id = *id;
            return self.ask_double(me, id);
        }
        let doubles = page.doubles.clone();
        let all = self.ctx().sight.organisations("", OFFERED);
        let others = all.into_iter().filter(|one| one.id != me);
        let others = others.filter(|one| !doubles.iter().any(|(double, _)| *double == one.id));
        let may_be = self.text("organisation-double");
        let first = doubles
            .iter()
            .map(|(id, name)| (Choice::with(name.clone(), may_be.clone()), *id));
        let rest = others.map(|one| {
            let country = one.country.map(|country| country.code().to_owned());
            (Choice::with(one.name, country.unwrap_or_default()), one.id)
        });
        let choices = first.chain(rest).collect();
        let title = self.text("ask-merge-organisation");
        self.ask(Question::pick(
            title,
            choices,
            move |p: &mut DirectoryPane, other| p.meet(me, other),
        ));
    }

    /// Whether two that look the same are.
    fn ask_double(&mut self, me: OrganisationId, other: OrganisationId) {
        let items = vec![
            (item('m', self.text("merge-same")), Way::Merge),
            (item('n', self.text("merge-apart")), Way::Apart),
        ];
        let title = self.text("ask-merge-double");
        self.ask(Question::menu(
            title,
            items,
            move |p: &mut DirectoryPane, way| match way {
                Way::Merge => p.meet(me, other),
                Way::Apart => {
                    let pair = Double::Organisations(me, other).ordered();
                    p.submit(Command::Directory(DirectoryCommand::TellApart { pair }));
                }
            },
        ));
    }

    /// Asks for the page of the one that goes into this one.
    fn meet(&mut self, into: OrganisationId, from: OrganisationId) {
        self.merges_into = Some(into);
        let look = OrganisationPage::look(from);
        self.meeting.ask_only(look, &mut self.frame.out);
    }

    /// The two side by side, as far as they differ: the one on the page stays, the other goes into it.
    pub(super) fn merge_form(&mut self, other: &OrganisationPage) {
        let into = self.merges_into.take();
        let Some(page) = self.page().filter(|page| Some(page.row.id) == into) else {
            return;
        };
        let (into, from) = (page.row.id, other.row.id);
        let (stays, goes) = (page.profile.clone(), other.profile.clone());
        let seen = page.seq.max(other.seq);
        let fields = self.choices_of(&of_profile(self, &stays), &of_profile(self, &goes));
        let title = self.with(
            "form-merge",
            &[
                ("from", goes.name.to_string().into()),
                ("into", stays.name.to_string().into()),
                ("requests", other.row.requests.into()),
                ("contacts", other.row.contacts.into()),
            ],
        );
        let form = Form::new(fields).as_of(seen);
        self.ask(Question::form(
            title,
            form,
            move |p: &mut DirectoryPane, form| {
                let profile = Box::new(chosen_profile(form, &stays, &goes));
                let command = Command::Directory(DirectoryCommand::MergeOrganisations {
                    from,
                    into,
                    profile,
                });
                p.send_whole(command, form.seen());
            },
        ));
    }

    /// A field to choose in for each that differs: the one that stays first. Where it says nothing, the other is chosen.
    fn choices_of(&self, stays: &[Said], goes: &[Said]) -> Vec<Field> {
        let differ = stays.iter().zip(goes).filter(|(one, two)| one.2 != two.2);
        let shown = |text: &str| match text.is_empty() {
            true => NOTHING.to_owned(),
            false => text.to_owned(),
        };
        let field = |(one, two): (&Said, &Said)| {
            let at = usize::from(one.2.is_empty());
            Field::one(
                one.0,
                self.text(one.1),
                vec![shown(&one.2), shown(&two.2)],
                at,
            )
        };
        differ.map(field).collect()
    }

    fn ask_merge_contact(&mut self, me: ContactId) {
        let Some(page) = self.page() else { return };
        let others = page.contacts.iter().filter(|one| one.id != me);
        let choice = |one: &crate::desk::views::ContactLine| {
            let name = Choice::with(one.entry.name.to_string(), one.entry.email.to_string());
            (name, one.id)
        };
        let choices: Vec<_> = others.map(choice).collect();
        if choices.is_empty() {
            let words = self.text("why-no-other-contact");
            return self.frame.out.refuse(words);
        }
        let title = self.text("ask-merge-contact");
        self.ask(Question::pick(
            title,
            choices,
            move |p: &mut DirectoryPane, other| p.merge_contact_form(me, other),
        ));
    }

    fn merge_contact_form(&mut self, into: ContactId, from: ContactId) {
        let Some(page) = self.page() else { return };
        let of = |id| page.contacts.iter().find(|one| one.id == id);
        let (Some(one), Some(two)) = (of(into), of(from)) else {
            return;
        };
        let (stays, goes, seen) = (one.entry.clone(), two.entry.clone(), page.seq);
        let fields = self.choices_of(&of_entry(self, &stays), &of_entry(self, &goes));
        let values = [
            ("from", goes.name.to_string().into()),
            ("into", stays.name.to_string().into()),
        ];
        let title = self.with("form-merge-contacts", &values);
        let form = Form::new(fields).as_of(seen);
        self.ask(Question::form(
            title,
            form,
            move |p: &mut DirectoryPane, form| {
                let entry = Box::new(chosen_entry(form, &stays, &goes));
                let command =
                    Command::Directory(DirectoryCommand::MergeContacts { from, into, entry });
                p.send_whole(command, form.seen());
            },
        ));
    }
}

/// A field: its name, the text of its label, what it says.
type Said = (&'static str, &'static str, String);

fn of_profile(p: &DirectoryPane, profile: &OrganisationProfile) -> Vec<Said> {
    let teller = p.ctx().teller();
    let country = profile.country.map(|one| teller.country(one));
    let language = profile.language.map(|one| teller.language(one));
    let address: Vec<&str> = profile.address.lines().collect();
    vec![
        ("name", "form-client-name", profile.name.to_string()),
        (
            "country",
            "form-client-country",
            country.unwrap_or_default(),
        ),
        ("address", "organisation-address", address.join(", ")),
        ("city", "column-city", profile.city.to_string()),
        ("phone", "form-phone", profile.phone.to_string()),
        (
            "segment",
            "form-client-segment",
            p.segment(&profile.segment),
        ),
        ("vat", "organisation-vat", profile.vat.to_string()),
        (
            "language",
            "organisation-language",
            language.unwrap_or_default(),
        ),
        ("note", "organisation-note", profile.note.to_string()),
    ]
}

/// What was chosen; domains of both, and known where either is.
fn chosen_profile(
    form: &Form,
    stays: &OrganisationProfile,
    goes: &OrganisationProfile,
) -> OrganisationProfile {
    let of = |id: &str| match form.chosen(id) {
        Some(1) => goes,
        _ => stays,
    };
    let mut domains = stays.domains.clone();
    let more = goes
        .domains
        .iter()
        .filter(|one| !stays.domains.contains(one));
    domains.extend(more.cloned());
    OrganisationProfile {
        name: of("name").name.clone(),
        country: of("country").country,
        segment: of("segment").segment.clone(),
        domains,
        parent: stays.parent.or(goes.parent),
        known: stays.known || goes.known,
        address: of("address").address.clone(),
        city: of("city").city.clone(),
        phone: of("phone").phone.clone(),
        vat: of("vat").vat.clone(),
        language: of("language").language,
        note: of("note").note.clone(),
        main_contact: stays.main_contact.or(goes.main_contact),
    }
}

fn of_entry(p: &DirectoryPane, entry: &ContactEntry) -> Vec<Said> {
    let language = entry.language.map(|one| p.ctx().teller().language(one));
    vec![
        ("name", "form-contact", entry.name.to_string()),
        ("role", "form-contact-role", entry.role.to_string()),
        ("phone", "form-phone", entry.phone.to_string()),
        ("email", "form-email", entry.email.to_string()),
        (
            "language",
            "form-contact-language",
            language.unwrap_or_default(),
        ),
        ("note", "form-contact-note", entry.note.to_string()),
    ]
}

/// What was chosen; by every address of both they are found from then on.
fn chosen_entry(form: &Form, stays: &ContactEntry, goes: &ContactEntry) -> ContactEntry {
    let of = |id: &str| match form.chosen(id) {
        Some(1) => goes,
        _ => stays,
    };
    let email = of("email").email.clone();
    let all = [stays, goes].into_iter();
    let all = all.flat_map(|one| std::iter::once(&one.email).chain(&one.also));
    let also = all.filter(|one| !one.is_empty() && **one != email).cloned();
    ContactEntry {
        name: of("name").name.clone(),
        email: email.clone(),
        phone: of("phone").phone.clone(),
        role: of("role").role.clone(),
        language: of("language").language,
        note: of("note").note.clone(),
        left: stays.left.and(goes.left),
        also: also.collect(),
    }
}
