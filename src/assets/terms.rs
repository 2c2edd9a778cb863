//! The house's terms for its board as a file people edit (BRD-3, BRD-4).

use serde::{Deserialize, Serialize};

use super::{BadFile, read};
use crate::domain::lists::Lists;
use crate::domain::money::{Currency, Money};
use crate::domain::terms::{CreditPrices, Need, OthersOffers, Terms};
use crate::domain::trade::MissionRole;

use super::profile::{entry, one};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct File {
    currency: String,
    credits: bool,
    contact_after_hours: u32,
    others_offers: String,
    stale_days: u32,
    compliance: Vec<String>,
    commission_permille: u32,
    usage_permille: u32,
    contribution_permille: u32,
    #[serde(default)]
    r0_permille: u32,
    #[serde(default)]
    r0_fixed: String,
    #[serde(default)]
    vat_permille: u32,
    #[serde(default)]
    silence_days: u32,
    coordination: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    price: Option<PriceLine>,
    advice: Advice,
    #[serde(default)]
    need: Vec<NeedLine>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct PriceLine {
    consultation: u32,
    offer: u32,
    contact: u32,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Advice {
    en: String,
    fr: String,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct NeedLine {
    role: String,
    audience: String,
    belt: String,
}

const HEAD: &str = "\
# The terms of the board. Edit, then: entremise terms FILE
#
# credits = false switches credits off: every step is free. [price] is what each step costs.
# contact_after_hours: hours without an answer after which a facilitator may contact the client (24 to 48).
# others_offers: figures (how many, from what price to what price) or whole (an open call).
# stale_days: days without a proposal after which an opportunity sinks on the board.
# Rates are in thousandths: 100 is 10%. The usage fee of 10% is a published rate, and a commission of 15% was one;
# the contribution rate is not published.
# r0_permille, r0_fixed: what the option R0 costs the client, a share of the price and a sum on top; both may be 0.
# The sum is for projects in the currency above. vat_permille: the VAT on commission and option.
# silence_days: days after which a client who says nothing releases what was handed in; 0 is never.
# coordination: what a coordinator gets extra for each service under Subcontracting.
# [[need]]: the level that a role (coordinator, facilitator, observer) needs for an audience.
";

fn bad(problem: String) -> BadFile {
    BadFile {
        name: "terms.toml".to_owned(),
        problem,
    }
}

/// The terms as a file to edit, in a house with these lists.
pub fn terms_text(terms: &Terms, lists: &Lists) -> String {
    let [en, fr] = &terms.advice;
    let file = File {
        currency: terms.currency.code().to_owned(),
        credits: terms.credits.is_some(),
        contact_after_hours: terms.contact_after_hours,
        others_offers: match terms.others_offers {
            OthersOffers::Figures => "figures",
            OthersOffers::Whole => "whole",
        }
        .to_owned(),
        stale_days: terms.stale_days,
        compliance: terms
            .compliance
            .iter()
            .map(|one| lists.key(*one).into())
            .collect(),
        commission_permille: terms.commission_permille,
        usage_permille: terms.usage_permille,
        contribution_permille: terms.contribution_permille,
        r0_permille: terms.r0_permille,
        r0_fixed: terms
            .r0_fixed
            .map(|fixed| fixed.typed())
            .unwrap_or_default(),
        vat_permille: terms.vat_permille,
        silence_days: terms.silence_days,
        coordination: terms.coordination.typed(),
        price: terms.credits.map(|c| PriceLine {
            consultation: c.consultation,
            offer: c.offer,
            contact: c.contact,
        }),
        advice: Advice {
            en: en.to_string(),
            fr: fr.to_string(),
        },
        need: terms
            .needs
            .iter()
            .map(|need| NeedLine {
                role: need.role.key().to_owned(),
                audience: lists.key(need.audience).into(),
                belt: lists.key(need.belt).into(),
            })
            .collect(),
    };
    format!(
        "{HEAD}{}",
        toml::to_string(&file).unwrap_or_default().trim_end()
    )
}

/// Terms from such a file, in a house with these lists.
///
/// # Errors
/// What does not read, naming the field and what it may be.
pub fn terms_from(source: &str, lists: &Lists) -> Result<Terms, BadFile> {
    let file: File = read("terms.toml", source)?;
    let currency = Currency::parse(&file.currency);
    let currency = currency.ok_or_else(|| {
        bad(format!(
            "currency: {} is not a currency code: write one like EUR",
            file.currency
        ))
    })?;
    let coordination = Money::read(&file.coordination, currency);
    let r0_fixed = match file.r0_fixed.trim() {
        "" => None,
        typed => Some(
            Money::read(typed, currency).map_err(|why| bad(format!("r0_fixed: {typed}: {why}")))?,
        ),
    };
    let usual = CreditPrices {
        consultation: 1,
        offer: 1,
        contact: 1,
    };
    let price = file.price.map(|p| CreditPrices {
        consultation: p.consultation,
        offer: p.offer,
        contact: p.contact,
    });
    Ok(Terms {
        currency,
        credits: file.credits.then(|| price.unwrap_or(usual)),
        contact_after_hours: file.contact_after_hours,
        others_offers: match file.others_offers.as_str() {
            "figures" => OthersOffers::Figures,
            "whole" => OthersOffers::Whole,
            other => {
                return Err(bad(format!(
                    "others_offers: {other}: write figures or whole"
                )));
            }
        },
        stale_days: file.stale_days,
        needs: file
            .need
            .iter()
            .map(|line| need(line, lists))
            .collect::<Result<_, _>>()?,
        compliance: file
            .compliance
            .iter()
            .map(|key| entry("compliance", key, lists))
            .collect::<Result<_, _>>()?,
        commission_permille: file.commission_permille,
        usage_permille: file.usage_permille,
        contribution_permille: file.contribution_permille,
        r0_permille: file.r0_permille,
        r0_fixed,
        vat_permille: file.vat_permille,
        silence_days: file.silence_days,
        coordination: coordination
            .map_err(|why| bad(format!("coordination: {}: {why}", file.coordination)))?,
        advice: [file.advice.en.into(), file.advice.fr.into()],
    })
}

fn need(line: &NeedLine, lists: &Lists) -> Result<Need, BadFile> {
    let role = |key: &str| MissionRole::ALL.into_iter().find(|role| role.key() == key);
    Ok(Need {
        role: one("need", &line.role, role, || {
            MissionRole::ALL.map(MissionRole::key).join(", ")
        })?,
        audience: entry("need", &line.audience, lists)?,
        belt: entry("need", &line.belt, lists)?,
    })
}
