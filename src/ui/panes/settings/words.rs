//! Settings and sections in words: what they are called, what a value says. Decides nothing.

use super::sections::SectionId;
use crate::assets::settings::{Config, Kind, Spot, Value, holds};
use crate::text::sanitise::clean_line;
use crate::ui::kit::texts::Texts;

/// What a setting is called, with the country that it is of.
pub(super) fn label(texts: &Texts, spot: &Spot) -> String {
    let label = texts.get(&spot.text_id()).into_owned();
    match spot.of {
        Some(country) => format!("{label} · {}", country.code()),
        None => label,
    }
}

/// What a section is called.
pub(super) fn title(texts: &Texts, section: SectionId) -> String {
    let id = match section {
        SectionId::SetUp => "settings-part-set-up".to_owned(),
        SectionId::Part(part) => format!("settings-part-{}", part.key()),
        SectionId::Routing => "settings-part-routing".to_owned(),
        SectionId::List(list) => format!("list-{}", list.key()),
        SectionId::Prices => "settings-part-prices".to_owned(),
        SectionId::Wordings => "settings-part-wordings".to_owned(),
        SectionId::People => "settings-part-people".to_owned(),
    };
    capitalised(&texts.get(&id))
}

/// A title begins with a capital, whatever else its words are used for.
fn capitalised(words: &str) -> String {
    let mut rest = words.chars();
    let first = rest.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(rest).collect()
}

/// A value in words.
pub(super) fn said(texts: &Texts, spot: &Spot, value: &Value) -> String {
    let kind = spot.setting.kind;
    match (kind, value) {
        (Kind::Yes, Value::Yes(yes)) => {
            let id = if *yes { "settings-yes" } else { "settings-no" };
            texts.get(id).into_owned()
        }
        (Kind::Choice(_), Value::Text(word)) => choice(texts, spot, word),
        (_, value) if value.is_empty() => texts.get("settings-nothing").into_owned(),
        (kind, value) => clean_line(&value.typed(kind)).into_owned(),
    }
}

/// What a setting is called below its heading, which says the rest and tells the country.
pub(super) fn short(texts: &Texts, spot: &Spot) -> String {
    let short = format!("{}-short", spot.text_id());
    let id = if texts.has(&short) {
        short
    } else {
        spot.text_id()
    };
    texts.get(&id).into_owned()
}

/// A value in words, with what a number counts.
pub(super) fn counted(texts: &Texts, spot: &Spot, value: &Value) -> String {
    let id = format!("{}-count", spot.text_id());
    match value {
        Value::Number(n) if texts.has(&id) => texts.with(&id, &[("n", (*n).into())]),
        value => said(texts, spot, value),
    }
}

/// What a setting says, with what holds where that says nothing or only a code.
pub(super) fn stated(texts: &Texts, spot: &Spot, config: &Config) -> String {
    let value = spot.get(config);
    match holds(spot, config, texts) {
        Some(holds) if value.is_empty() => holds,
        Some(holds) => format!("{holds} ({})", counted(texts, spot, &value)),
        None => counted(texts, spot, &value),
    }
}

/// One of the words of a choice, as people read it.
pub(super) fn choice(texts: &Texts, spot: &Spot, word: &str) -> String {
    let id = format!("{}-is-{word}", spot.text_id());
    texts.get(&id).into_owned()
}
