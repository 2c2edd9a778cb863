//! A facilitator's profile and the house's terms as files people edit (PPL-4, BRD-3, BRD-4).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{BadFile, read};
use crate::domain::facilitator::{FacilitatorProfile, Subscription};
use crate::domain::iban;
use crate::domain::trade::Work;
use crate::domain::trade::{Belt, Compliance};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    country: String,
    #[serde(default)]
    languages: Vec<String>,
    #[serde(default)]
    zone: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    iban: String,
    #[serde(default)]
    legal: String,
    #[serde(default)]
    published: bool,
    #[serde(default)]
    compliance: Vec<String>,
    #[serde(default)]
    subscription: String,
    #[serde(default)]
    belts: BTreeMap<String, String>,
}

const NAME: &str = "profile.toml";

fn bad(problem: String) -> BadFile {
    BadFile {
        name: NAME.to_owned(),
        problem,
    }
}

/// A profile as a file to edit.
pub fn profile_text(profile: &FacilitatorProfile) -> String {
    let file = File {
        country: profile
            .country
            .map(|c| c.code().to_owned())
            .unwrap_or_default(),
        languages: profile
            .languages
            .iter()
            .map(|l| l.code().to_owned())
            .collect(),
        zone: profile.zone.to_string(),
        phone: profile.phone.to_string(),
        iban: profile.iban.to_string(),
        legal: profile.legal.to_string(),
        published: profile.published,
        compliance: profile
            .compliance
            .iter()
            .map(|c| c.key().into_owned())
            .collect(),
        subscription: profile.subscription.key().to_owned(),
        belts: profile
            .belts
            .iter()
            .map(|(work, belt)| (work.key().into_owned(), belt.key().into_owned()))
            .collect(),
    };
    let head = "# Your profile. Levels (belts), compliance and subscription are confirmed by the organisation;\n\
                # you can change the rest: `entremise profile --set FILE`.\n";
    format!(
        "{head}{}",
        toml::to_string(&file).unwrap_or_default().trim_end()
    )
}

/// A profile from such a file; the account number that `known` has is taken as it is.
///
/// # Errors
/// What does not read, naming the field and what it may be.
pub fn profile_from(
    source: &str,
    known: &FacilitatorProfile,
) -> Result<FacilitatorProfile, BadFile> {
    let file: File = read(NAME, source)?;
    let zone: Result<chrono_tz::Tz, _> = file.zone.parse();
    if !file.zone.is_empty() && zone.is_err() {
        return Err(bad(format!(
            "zone: {} is not a time zone; write one like Europe/Paris",
            file.zone
        )));
    }
    Ok(FacilitatorProfile {
        country: match file.country.as_str() {
            "" => None,
            text => Some(super::country(text).ok_or_else(|| {
                bad(format!(
                    "country: {text} is not a country; write its name, or two letters like FR"
                ))
            })?),
        },
        languages: each(&file.languages, "languages", super::language, "fr, en")?,
        zone: file.zone.into(),
        phone: file.phone.into(),
        iban: match iban::read(&file.iban) {
            _ if file.iban == *known.iban => file.iban.into(),
            Ok(iban) => iban,
            Err(why) => return Err(bad(format!("iban: {}: {why}", file.iban))),
        },
        legal: file.legal.into(),
        published: file.published,
        belts: belts(&file.belts)?,
        compliance: each(
            &file.compliance,
            "compliance",
            Compliance::parse,
            &Compliance::ALL.map(Compliance::key).join(", "),
        )?,
        subscription: match file.subscription.as_str() {
            "" => Subscription::None,
            key => one("subscription", key, Subscription::parse, || {
                Subscription::ALL.map(Subscription::key).join(", ")
            })?,
        },
    })
}

fn belts(table: &BTreeMap<String, String>) -> Result<Vec<(Work, Belt)>, BadFile> {
    let works = || Work::ALL.map(Work::key).join(", ");
    let levels = || Belt::ALL.map(Belt::key).join(", ");
    let pair = |(work, belt): (&String, &String)| {
        Ok((
            one("belts", work, Work::parse, works)?,
            one("belts", belt, Belt::parse, levels)?,
        ))
    };
    table.iter().map(pair).collect()
}

fn each<T>(
    keys: &[String],
    field: &str,
    parse: fn(&str) -> Option<T>,
    known: &str,
) -> Result<Vec<T>, BadFile> {
    keys.iter()
        .map(|key| one(field, key, parse, || known.to_owned()))
        .collect()
}

pub(super) fn one<T>(
    field: &str,
    key: &str,
    parse: fn(&str) -> Option<T>,
    known: impl Fn() -> String,
) -> Result<T, BadFile> {
    parse(key).ok_or_else(|| {
        bad(format!(
            "{field}: {key} is not known; choose one of {}",
            known()
        ))
    })
}
