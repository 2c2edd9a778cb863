//! The table: a line for each setting. How a value is typed stands in `value.rs`, its words in `settings.ftl`.

use super::dated::{days, set_day, set_days};
use super::days::{day_from, on, rules_from};
use super::hours::{minutes_from, minutes_text, spans_text};
use super::{Config, Kind, Of, Section, Setting, Value, Why};
use crate::assets::country;
use crate::domain::calendar::Calendar;
use crate::domain::house::{Country, Funds, General, House, Identity, Selects};
use crate::domain::money::Money;
use crate::domain::terms::{CreditPrices, OthersOffers};

const fn setting(
    section: Section,
    name: &'static str,
    kind: Kind,
    get: fn(&Config, Of) -> Value,
    set: fn(&mut Config, Of, Value) -> Result<(), Why>,
) -> Setting {
    Setting {
        section,
        name,
        kind,
        usual: None,
        get,
        set,
    }
}

/// A text of who the house is in law.
macro_rules! identity {
    ($name:literal, $kind:expr, $field:ident) => {
        setting(
            Section::Identity,
            $name,
            $kind,
            |config, of| law(config, of, $kind, |one| &one.$field),
            |config, of, value| write_law(config, of, value, |one, text| one.$field = text),
        )
    };
}

/// Where facilitators ask in general.
macro_rules! general {
    ($name:literal, $field:ident) => {
        setting(
            Section::Organisation,
            $name,
            Kind::Text(General::MOST),
            |config, _| Value::Text(config.house.general.$field.to_string()),
            |config, _, value| {
                config.house.general.$field = text(value).trim().into();
                Ok(())
            },
        )
    };
}

/// Who selects in a group.
macro_rules! selects {
    ($name:literal, $group:ident) => {
        setting(
            Section::Relationship,
            $name,
            Kind::Choice(&["us", "client"]),
            |config, _| {
                let key = match config.house.selection.$group {
                    Selects::House => "us",
                    Selects::Client => "client",
                };
                Value::Text(key.to_owned())
            },
            |config, _, value| {
                config.house.selection.$group = match value == Value::Text("us".to_owned()) {
                    true => Selects::House,
                    false => Selects::Client,
                };
                Ok(())
            },
        )
    };
}

/// The hours of a weekday.
macro_rules! weekday {
    ($name:literal, $day:literal) => {
        setting(
            Section::Hours,
            $name,
            Kind::List,
            |config, _| {
                Value::List(
                    config
                        .house
                        .calendar
                        .week()
                        .get($day)
                        .map(spans_text)
                        .unwrap_or_default(),
                )
            },
            |config, _, value| set_day(&mut config.house, $day, value),
        )
    };
}

/// A delay of the house.
macro_rules! delay {
    ($name:literal, $field:ident) => {
        setting(
            Section::Delays,
            $name,
            Kind::Delay,
            |config, _| Value::Text(minutes_text(config.house.$field)),
            |config, _, value| {
                config.house.$field = minutes_of(value)?;
                Ok(())
            },
        )
    };
}

/// A price of a step, in credits.
macro_rules! credit {
    ($name:literal, $field:ident) => {
        setting(
            Section::Board,
            $name,
            Kind::Number(0, 1_000),
            |config, _| {
                Value::Number(
                    config
                        .terms
                        .credits
                        .map_or(0, |credits| credits.$field.into()),
                )
            },
            |config, _, value| match (&mut config.terms.credits, number(value)) {
                (Some(credits), n) => {
                    credits.$field = n;
                    Ok(())
                }
                // Said by a file that switches them off as well.
                (None, 0) => Ok(()),
                (None, _) => Err(Why::NoCredits),
            },
        )
    };
}

/// A share of an amount, in percent with one decimal; empty is none.
macro_rules! rate {
    ($name:literal, $field:ident) => {
        setting(
            Section::Money,
            $name,
            Kind::Text(AMOUNT_MOST),
            |config, _| Value::Text(rate_text(config.terms.$field)),
            |config, _, value| {
                let text = text(value);
                let rate = rate_from(&text).ok_or(Why::NotRate(text))?;
                config.terms.$field = rate;
                Ok(())
            },
        )
    };
}

/// Every setting there is, in the order of the sections.
pub(super) static SETTINGS: &[Setting] = &[
    setting(
        Section::Organisation,
        "name",
        Kind::Text(House::NAME_MOST),
        |config, _| Value::Text(config.house.name.to_string()),
        |config, _, value| {
            config.house.name = said(value)?.into();
            Ok(())
        },
    ),
    setting(
        Section::Organisation,
        "home",
        Kind::Text(60),
        |config, _| Value::Text(config.house.home.code().to_owned()),
        |config, _, value| {
            let text = said(value)?;
            config.house.home = country(&text).ok_or(Why::NotCountry(text))?;
            Ok(())
        },
    ),
    setting(
        Section::Organisation,
        "domains",
        Kind::List,
        |config, _| list(config.house.domains.iter().map(ToString::to_string)),
        |config, _, value| {
            let domain = |text: String| {
                let text = text.trim().trim_start_matches('@').to_lowercase();
                let told = |c: char| c.is_alphanumeric() || c == '.' || c == '-';
                match text.contains('.') && text.chars().all(told) {
                    true => Ok(text.into()),
                    false => Err(Why::NotDomain(text)),
                }
            };
            config.house.domains = all(value)
                .into_iter()
                .map(domain)
                .collect::<Result<_, _>>()?;
            Ok(())
        },
    ),
    general!("contact-email", email),
    general!("contact-phone", phone),
    identity!("name", Kind::Text(Identity::TEXT_MOST), name),
    identity!("address", Kind::Lines(Identity::TEXT_MOST), address),
    identity!(
        "registration",
        Kind::Text(Identity::TEXT_MOST),
        registration
    ),
    identity!("vat", Kind::Text(Identity::TEXT_MOST), vat),
    identity!("bank", Kind::Text(Identity::TEXT_MOST), bank),
    identity!("footer", Kind::Lines(Identity::TEXT_MOST), footer),
    setting(
        Section::Papers,
        "languages",
        Kind::List,
        |config, _| list(config.house.papers.iter().map(|one| one.code().to_owned())),
        |config, _, value| {
            let language = |text: String| {
                let language = crate::assets::language(&text);
                language.ok_or(Why::NotLanguage(text))
            };
            config.house.papers = all(value)
                .into_iter()
                .map(language)
                .collect::<Result<_, _>>()?;
            Ok(())
        },
    ),
    setting(
        Section::Hours,
        "zone",
        Kind::Text(64),
        |config, _| Value::Text(config.house.calendar.zone_name().to_owned()),
        |config, _, value| {
            let text = said(value)?;
            let calendar = &config.house.calendar;
            let rules = calendar.holidays().to_vec();
            let calendar = Calendar::new(&text, calendar.week().clone(), rules);
            config.house.calendar = calendar.map_err(|_| Why::NotZone(text))?;
            Ok(())
        },
    ),
    weekday!("monday", 0),
    weekday!("tuesday", 1),
    weekday!("wednesday", 2),
    weekday!("thursday", 3),
    weekday!("friday", 4),
    weekday!("saturday", 5),
    weekday!("sunday", 6),
    setting(
        Section::Hours,
        "holidays",
        Kind::List,
        |config, _| days(&config.house, false),
        |config, _, value| {
            let mut rules = Vec::new();
            for text in all(value) {
                rules.extend(rules_from(&text)?);
            }
            set_days(&mut config.house, rules, false)
        },
    ),
    setting(
        Section::Hours,
        "bridge-days",
        Kind::List,
        |config, _| days(&config.house, true),
        |config, _, value| {
            let day = |text: String| day_from(&text).map(on).ok_or(Why::NotDay(text));
            let rules = all(value).into_iter().map(day).collect::<Result<_, _>>()?;
            set_days(&mut config.house, rules, true)
        },
    ),
    delay!("reply", answer_minutes),
    delay!("client", client_minutes),
    delay!("call", retry_minutes),
    setting(
        Section::Requests,
        "copies",
        Kind::Number(0, 200),
        |config, _| Value::Number(config.house.most_copied.into()),
        |config, _, value| {
            config.house.most_copied = u8::try_from(number(value)).unwrap_or(u8::MAX);
            Ok(())
        },
    ),
    setting(
        Section::Requests,
        "validate-subcontracting",
        Kind::Yes,
        |config, _| Value::Yes(config.house.validation.subcontracting),
        |config, _, value| {
            config.house.validation.subcontracting = value == Value::Yes(true);
            Ok(())
        },
    ),
    setting(
        Section::Requests,
        "validate-introduction",
        Kind::Yes,
        |config, _| Value::Yes(config.house.validation.introduction),
        |config, _, value| {
            config.house.validation.introduction = value == Value::Yes(true);
            Ok(())
        },
    ),
    selects!("selects-subcontracting", subcontracting),
    selects!("selects-introduction", introduction),
    setting(
        Section::Requests,
        "free-tags",
        Kind::Yes,
        |config, _| Value::Yes(!config.house.listed_tags),
        |config, _, value| {
            config.house.listed_tags = value != Value::Yes(true);
            Ok(())
        },
    ),
    setting(
        Section::Relationship,
        "months",
        Kind::Number(0, 600),
        |config, _| Value::Number(config.house.relation_months.into()),
        |config, _, value| {
            config.house.relation_months = number(value);
            Ok(())
        },
    ),
    Setting {
        usual: Some((24, 48)),
        ..setting(
            Section::Board,
            "contact-hours",
            Kind::Number(0, 720),
            |config, _| Value::Number(config.terms.contact_after_hours.into()),
            |config, _, value| {
                config.terms.contact_after_hours = number(value);
                Ok(())
            },
        )
    },
    setting(
        Section::Board,
        "others-offers",
        Kind::Choice(&["figures", "whole"]),
        |config, _| {
            let key = match config.terms.others_offers {
                OthersOffers::Figures => "figures",
                OthersOffers::Whole => "whole",
            };
            Value::Text(key.to_owned())
        },
        |config, _, value| {
            config.terms.others_offers = match value == Value::Text("whole".to_owned()) {
                true => OthersOffers::Whole,
                false => OthersOffers::Figures,
            };
            Ok(())
        },
    ),
    setting(
        Section::Board,
        "stale-days",
        Kind::Number(1, 3_660),
        |config, _| Value::Number(config.terms.stale_days.into()),
        |config, _, value| {
            config.terms.stale_days = number(value);
            Ok(())
        },
    ),
    setting(
        Section::Board,
        "credits",
        Kind::Yes,
        |config, _| Value::Yes(config.terms.credits.is_some()),
        |config, _, value| {
            let usual = CreditPrices {
                consultation: 1,
                offer: 1,
                contact: 1,
            };
            let wanted = value == Value::Yes(true);
            let credits = config.terms.credits.take();
            config.terms.credits = wanted.then(|| credits.unwrap_or(usual));
            Ok(())
        },
    ),
    credit!("credits-view", consultation),
    credit!("credits-offer", offer),
    credit!("credits-contact", contact),
    setting(
        Section::Money,
        "clients-money",
        Kind::Text(Identity::TEXT_MOST),
        |config, _| {
            Value::Text(match &config.house.funds {
                Funds::Unsaid => String::new(),
                Funds::Licence(text) => format!("licence: {text}"),
                Funds::Through(text) => format!("through: {text}"),
            })
        },
        |config, _, value| {
            config.house.funds = funds(&text(value)).ok_or(Why::NotFunds)?;
            Ok(())
        },
    ),
    rate!("r0-rate", r0_permille),
    setting(
        Section::Money,
        "r0-fixed",
        Kind::Text(AMOUNT_MOST),
        |config, _| {
            let fixed = config.terms.r0_fixed.map(|fixed| fixed.typed());
            Value::Text(fixed.unwrap_or_default())
        },
        |config, _, value| {
            let text = text(value);
            let read = |text| Money::read(text, config.terms.currency);
            config.terms.r0_fixed = match text.trim() {
                "" => None,
                typed => Some(read(typed).map_err(|_| Why::NotAmount(text.clone()))?),
            };
            Ok(())
        },
    ),
    rate!("vat", vat_permille),
    setting(
        Section::Money,
        "silence-days",
        Kind::Number(0, 366),
        |config, _| Value::Number(config.terms.silence_days.into()),
        |config, _, value| {
            config.terms.silence_days = number(value);
            Ok(())
        },
    ),
];

/// The longest amount that is typed, in characters.
const AMOUNT_MOST: usize = 40;

fn text(value: Value) -> String {
    match value {
        Value::Text(text) => text,
        Value::List(all) => all.join("\n"),
        Value::Number(_) | Value::Yes(_) => String::new(),
    }
}

/// Words that must be there.
fn said(value: Value) -> Result<String, Why> {
    let text = text(value);
    match text.trim() {
        "" => Err(Why::Missing),
        text => Ok(text.to_owned()),
    }
}

/// Thousandths as percent: `20 %`, `5.5 %`; nothing for none.
fn rate_text(permille: u32) -> String {
    match (permille, permille % 10) {
        (0, _) => String::new(),
        (all, 0) => format!("{} %", all / 10),
        (all, tenths) => format!("{}.{tenths} %", all / 10),
    }
}

/// Thousandths of a rate from 0 to 100 % with at most one decimal: `20`, `20 %`, `5,5 %`.
fn rate_from(text: &str) -> Option<u32> {
    let text = text.trim().trim_end_matches('%').trim_end();
    if text.is_empty() {
        return Some(0);
    }
    let (whole, tenths) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let figures = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    if !figures(whole) || !figures(tenths) || tenths.len() > 1 || whole.len() > 3 {
        return None;
    }
    let whole: u32 = whole.parse().ok()?;
    let tenths: u32 = tenths.parse().ok()?;
    Some(whole * 10 + tenths).filter(|permille| *permille <= 1_000)
}

/// Under which licence, or through whom.
fn funds(text: &str) -> Option<Funds> {
    let text = text.trim();
    if text.is_empty() {
        return Some(Funds::Unsaid);
    }
    let (how, whose) = text.split_once(':')?;
    let whose = Some(whose.trim()).filter(|whose| !whose.is_empty())?;
    match how.trim().to_lowercase().as_str() {
        "licence" | "license" => Some(Funds::Licence(whose.into())),
        "through" => Some(Funds::Through(whose.into())),
        _ => None,
    }
}

fn number(value: Value) -> u32 {
    match value {
        Value::Number(number) => u32::try_from(number).unwrap_or_default(),
        _ => 0,
    }
}

pub(super) fn all(value: Value) -> Vec<String> {
    match value {
        Value::List(all) => all,
        _ => Vec::new(),
    }
}

pub(super) fn list(all: impl Iterator<Item = String>) -> Value {
    Value::List(all.collect())
}

fn minutes_of(value: Value) -> Result<u32, Why> {
    let minutes = minutes_from(&text(value)).ok_or(Why::NotDelay)?;
    match minutes {
        1..=House::DELAY_MOST => Ok(minutes),
        _ => Err(Why::NotDelay),
    }
}

fn law(config: &Config, of: Of, kind: Kind, field: fn(&Identity) -> &str) -> Value {
    let all = &config.house.identities;
    let one = all.iter().find(|one| Some(one.country) == of);
    let text = one.map(field).unwrap_or_default();
    match kind {
        Kind::Lines(_) => Value::List(text.lines().map(str::to_owned).collect()),
        _ => Value::Text(text.to_owned()),
    }
}

fn write_law(
    config: &mut Config,
    of: Of,
    value: Value,
    write: fn(&mut Identity, Box<str>),
) -> Result<(), Why> {
    let country: Country = of.ok_or(Why::NoSuchSetting)?;
    let text = text(value);
    config.identity_mut(country, |one| write(one, text.into()));
    Ok(())
}
