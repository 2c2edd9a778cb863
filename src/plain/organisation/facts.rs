//! What can be said of a client on a command line. What is not said stays as it is.

use crate::assets;
use crate::domain::house::Language;
use crate::domain::organisation::OrganisationProfile;
use crate::domain::{ContactId, OrganisationId};
use crate::plain::Problem;

/// What is known of a client.
#[derive(Clone, Debug, Default, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Facts {
    /// The country, by code or name
    #[arg(long)]
    country: Option<String>,
    /// The town
    #[arg(long)]
    city: Option<String>,
    /// Street, number and postal code
    #[arg(long, value_name = "TEXT")]
    address: Option<String>,
    /// The number of the switchboard
    #[arg(long, value_name = "TEXT")]
    phone: Option<String>,
    /// The VAT number
    #[arg(long, value_name = "TEXT")]
    vat: Option<String>,
    /// The kind of organisation
    #[arg(long, value_name = "TEXT")]
    segment: Option<String>,
    /// An email domain of its people; can be given several times
    #[arg(long)]
    domain: Vec<String>,
    /// The language it is written to in, like fr
    #[arg(long, value_name = "LANG")]
    language: Option<String>,
    /// A note
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The client that it is a branch of, like C-5
    #[arg(long, value_name = "C-NUMBER")]
    parent: Option<OrganisationId>,
    /// It is a branch of no other client
    #[arg(long, conflicts_with = "parent")]
    no_parent: bool,
    /// Whom to ask for first, like K-7
    #[arg(long, value_name = "K-NUMBER")]
    main: Option<ContactId>,
    /// Whether the team was already in contact: true or false
    #[arg(long, value_name = "YES")]
    known: Option<bool>,
}

impl Facts {
    /// Writes what was said over `profile`.
    ///
    /// # Errors
    /// No such country or language.
    pub(super) fn over(&self, profile: &mut OrganisationProfile) -> Result<(), Problem> {
        let texts = [
            (&self.city, &mut profile.city),
            (&self.address, &mut profile.address),
            (&self.phone, &mut profile.phone),
            (&self.vat, &mut profile.vat),
            (&self.segment, &mut profile.segment),
            (&self.note, &mut profile.note),
        ];
        for (said, text) in texts {
            if let Some(said) = said {
                *text = said.as_str().into();
            }
        }
        if let Some(text) = &self.country {
            let known = assets::country(text);
            let no = || Problem::say(1, "plain-no-country", [("text", text.clone())]);
            profile.country = Some(known.ok_or_else(no)?);
        }
        if let Some(text) = &self.language {
            profile.language = Some(language(text)?);
        }
        if !self.domain.is_empty() {
            profile.domains = self.domain.iter().map(|one| one.as_str().into()).collect();
        }
        if self.no_parent || self.parent.is_some() {
            profile.parent = self.parent;
        }
        profile.main_contact = self.main.or(profile.main_contact);
        profile.known = self.known.unwrap_or(profile.known);
        Ok(())
    }
}

/// Reads a language by its code.
///
/// # Errors
/// None that there is.
pub(in crate::plain) fn language(text: &str) -> Result<Language, Problem> {
    let known = Language::parse(text);
    known.ok_or_else(|| Problem::say(1, "misread-lang-code", [("text", text.to_owned())]))
}
