//! What is known of a client as a form: where it is, and whether the team knows it, decide the group (REQ-6).

use super::InboxPane;
use super::forms::OFFERED;
use crate::domain::house::Country;
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::{Command, OrganisationId};
use crate::text::fold;
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;

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

impl InboxPane {
    /// What is known of the client: where it is and whether the team knows it decide the group (REQ-6).
    pub(super) fn client_form(&mut self) {
        let Some(row) = &self.row else { return };
        let Some((id, profile)) = self.ctx().sight.profile_of(row.id) else {
            return;
        };
        let lands = self.ctx().countries();
        let country = lands.iter().position(|(_, c)| Some(*c) == profile.country);
        let land_choices = lands
            .iter()
            .map(|(name, c)| Choice::with(name.clone(), c.code().to_owned()))
            .collect();
        let others = self.ctx().sight.organisations("", OFFERED);
        let parent = others.iter().position(|o| Some(o.id) == profile.parent);
        let other_choices = others.iter().map(|o| Choice::new(o.name.clone())).collect();
        let fields = vec![
            Field::text("name", self.text("form-client-name"), &profile.name).required(),
            Field::find(
                "country",
                self.text("form-client-country"),
                land_choices,
                country,
            )
            .hint(self.text("setup-country-hint")),
            Field::toggle("known", self.text("form-client-known"), profile.known),
            Field::find(
                "parent",
                self.text("form-client-parent"),
                other_choices,
                parent,
            ),
            Field::text(
                "segment",
                self.text("form-client-segment"),
                &self.segment(&profile.segment),
            ),
            Field::text(
                "domains",
                self.text("form-client-domains"),
                &profile.domains.join(", "),
            ),
        ];
        let title = self.with(
            "form-client",
            &[("client", row.organisation.clone().into())],
        );
        let form = Form::new(fields).as_of(self.ctx().sight.seq());
        let countries: Vec<Country> = lands.into_iter().map(|(_, c)| c).collect();
        let ids: Vec<OrganisationId> = others.iter().map(|o| o.id).collect();
        let question = Question::form(title, form, move |p: &mut InboxPane, form| {
            p.put_client_right(id, form, &profile, &countries, &ids);
        });
        self.ask(question.again(|p: &mut InboxPane| {
            p.client_form();
            true
        }));
    }

    /// A segment in the language of who looks, where it is one that the rules know.
    fn segment(&self, segment: &str) -> String {
        match SEGMENTS.contains(&segment) {
            true => self.text(&format!("segment-{}", segment.replace(' ', "-"))),
            false => segment.to_owned(),
        }
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

    fn put_client_right(
        &mut self,
        id: OrganisationId,
        form: &Form,
        old: &OrganisationProfile,
        lands: &[Country],
        others: &[OrganisationId],
    ) {
        let listed = |id: &str| {
            form.text(id)
                .split(',')
                .map(|d| d.trim().to_lowercase())
                .filter(|d| !d.is_empty())
                .map(Into::into)
                .collect()
        };
        let chosen = |id: &str| form.chosen(id).filter(|_| !form.text(id).trim().is_empty());
        let profile = OrganisationProfile {
            name: form.text("name").trim().into(),
            country: chosen("country").and_then(|at| lands.get(at)).copied(),
            segment: self.segment_of(form.text("segment").trim(), &old.segment),
            domains: listed("domains"),
            parent: chosen("parent").and_then(|at| others.get(at)).copied(),
            known: form.toggled("known"),
            ..old.clone()
        };
        if profile != *old {
            let command = Command::Directory(DirectoryCommand::ChangeOrganisation {
                organisation: id,
                profile: Box::new(profile),
            });
            self.submit(command.upon(form.seen()));
        }
    }
}
