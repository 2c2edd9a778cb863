//! `organisation merge`: two clients that are one and the same.

use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::{Command, OrganisationId};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Merge a client into another; what is known of that one stands, and what it lacks is taken over
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Merge {
    /// The client that is merged, like C-6
    #[arg(value_name = "C-NUMBER")]
    from: OrganisationId,
    /// The client that it is merged into, like C-5
    #[arg(value_name = "C-NUMBER")]
    into: OrganisationId,
}

impl InWords for Merge {
    const NEEDS: Needs = crate::plain::directory::KEEP;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let sight = place.desk.sight(place.me()?);
        let known = |id| {
            let known = sight.organisation_profile(id);
            known.map_err(|refusal| place.refused(&refusal))
        };
        let ((seq, into), (_, from)) = (known(self.into)?, known(self.from)?);
        let profile = filled(into, from, [self.into, self.from]);
        let command = Command::Directory(DirectoryCommand::MergeOrganisations {
            from: self.from,
            into: self.into,
            profile: Box::new(profile),
        });
        submit(place, command.upon(seq), out).await
    }
}

/// What is known of the one, and of the other what that lacks.
fn filled(
    into: OrganisationProfile,
    from: OrganisationProfile,
    own: [OrganisationId; 2],
) -> OrganisationProfile {
    let text = |one: Box<str>, other: Box<str>| if one.is_empty() { other } else { one };
    let mut domains = into.domains;
    domains.extend(from.domains);
    let parent = into.parent.or(from.parent);
    OrganisationProfile {
        name: into.name,
        country: into.country.or(from.country),
        segment: text(into.segment, from.segment),
        domains,
        parent: parent.filter(|parent| !own.contains(parent)),
        known: into.known || from.known,
        address: text(into.address, from.address),
        city: text(into.city, from.city),
        phone: text(into.phone, from.phone),
        vat: text(into.vat, from.vat),
        language: into.language.or(from.language),
        note: text(into.note, from.note),
        main_contact: into.main_contact.or(from.main_contact),
    }
}
