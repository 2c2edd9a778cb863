//! A facilitator's profile and the house's terms as files people edit (PPL-4, BRD-3, BRD-4).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::lists::subscription_contains;
use super::texts::Lang;
use super::{BadFile, read};
use crate::domain::facilitator::{FacilitatorProfile, Subscription};
use crate::domain::iban;
use crate::domain::lists::{Entry, Lists};
use crate::domain::trade::{Belt, Work};

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
    skills: Vec<String>,
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

/// A profile as a file to edit, in a house with these lists.
pub fn profile_text(profile: &FacilitatorProfile, lists: &Lists) -> String {
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
            .map(|one| lists.key(*one).into())
            .collect(),
        subscription: lists.key(profile.subscription).into(),
        skills: profile
            .skills
            .iter()
            .map(|one| lists.key(*one).into())
            .collect(),
        belts: profile
            .belts
            .iter()
            .map(|(work, belt)| (lists.key(*work).into(), lists.key(*belt).into()))
            .collect(),
    };
    let head = "# Your profile. Levels (belts), compliance and subscription are confirmed by the organisation;\n\
                # you can change the rest: `entremise profile --set FILE`.\n";
    let contains = subscription_contains(lists, profile.subscription, Lang::En);
    let contains = contains.map_or(String::new(), |words| {
        format!("# Subscription {}: {words}\n", file.subscription)
    });
    format!(
        "{head}{contains}{}",
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
    lists: &Lists,
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
        languages: file
            .languages
            .iter()
            .map(|code| one("languages", code, super::language, || "fr, en".to_owned()))
            .collect::<Result<_, _>>()?,
        zone: file.zone.into(),
        phone: file.phone.into(),
        iban: match iban::read(&file.iban) {
            _ if file.iban == *known.iban => file.iban.into(),
            Ok(iban) => iban,
            Err(why) => return Err(bad(format!("iban: {}: {why}", file.iban))),
        },
        legal: file.legal.into(),
        published: file.published,
        belts: belts(&file.belts, lists)?,
        compliance: file
            .compliance
            .iter()
            .map(|key| entry("compliance", key, lists))
            .collect::<Result<_, _>>()?,
        skills: file
            .skills
            .iter()
            .map(|key| entry("skills", key, lists))
            .collect::<Result<_, _>>()?,
        subscription: match file.subscription.as_str() {
            "" => Subscription::default(),
            key => entry("subscription", key, lists)?,
        },
    })
}

fn belts(table: &BTreeMap<String, String>, lists: &Lists) -> Result<Vec<(Work, Belt)>, BadFile> {
    let pair = |(work, belt): (&String, &String)| {
        Ok((entry("belts", work, lists)?, entry("belts", belt, lists)?))
    };
    table.iter().map(pair).collect()
}

/// The entry of one of these lists by its stable name.
pub(super) fn entry<T: Entry>(field: &str, key: &str, lists: &Lists) -> Result<T, BadFile> {
    one(field, key, |key| lists.parse(key), || lists.keys::<T>())
}

pub(super) fn one<T>(
    field: &str,
    key: &str,
    parse: impl Fn(&str) -> Option<T>,
    known: impl Fn() -> String,
) -> Result<T, BadFile> {
    parse(key).ok_or_else(|| {
        bad(format!(
            "{field}: {key} is not known; choose one of {}",
            known()
        ))
    })
}
