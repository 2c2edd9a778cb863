//! `settings history`: who changed what, when, from what to what (PPL-6).

use super::READS;
use crate::assets::settings::{Section, spot};
use crate::desk::views::{Past, PastLine, PastWhat, load_chronicle};
use crate::domain::PersonId;
use crate::domain::house::Country;
use crate::domain::state::Chapter;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};

/// Show who changed what when: settings, the routing table, prices, lists or a person
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct History {
    /// A setting or a section; routing, prices, lists, or a person like P-12 [default: all settings]
    what: Option<String>,
    /// How many changes, the newest first
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: usize,
}

impl InWords for History {
    const NEEDS: Needs = READS;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let me = place.me()?;
        let wanted = self.what.as_deref().unwrap_or_default().trim();
        let (chapter, only) = meant(wanted)?;
        let past = load_chronicle(&place.desk, me, chapter, self.limit).await;
        let past = past?;
        let past = past.map_err(|refusal| place.refused(&refusal))?;
        let words = Words::new(place, me);
        let mut told = 0;
        for one in past {
            let lines = one.lines.iter().filter(|line| is_of(line, &only));
            let lines: Vec<&PastLine> = lines.collect();
            if lines.is_empty() {
                continue;
            }
            told += 1;
            out.line(&head(place, &words, &one)).await;
            for line in lines {
                out.line(&format!("  {}", said(place, line))).await;
            }
        }
        if told == 0 {
            out.line(&place.says("settings-history-none", &[])).await;
        }
        Ok(())
    }
}

/// What a history is of, and the settings it is narrowed to, by how their names begin.
fn meant(text: &str) -> Result<(Chapter, String), Problem> {
    let unknown = || Problem::say(64, "settings-history-of", [("text", text.to_owned())]);
    Ok(match text {
        "" => (Chapter::Settings, String::new()),
        "routing" => (Chapter::Routing, String::new()),
        "prices" => (Chapter::Prices, String::new()),
        "lists" => (Chapter::Lists, String::new()),
        key if Section::parse(key).is_some() => (Chapter::Settings, format!("{key}.")),
        key if spot(key).is_some() || is_logo(key) => (Chapter::Settings, key.to_owned()),
        other => {
            let person: PersonId = other.parse().map_err(|_| unknown())?;
            (Chapter::Person(person), String::new())
        }
    })
}

fn is_of(line: &PastLine, only: &str) -> bool {
    match &line.what {
        PastWhat::Setting(spot) => match only.ends_with('.') {
            true => spot.to_string().starts_with(only),
            false => only.is_empty() || spot.to_string() == only,
        },
        PastWhat::Logo(country) => logo_of(*country).starts_with(only),
        PastWhat::Line | PastWhat::Person(_) => only.is_empty(),
    }
}

/// Whether it names the logo of a country.
fn is_logo(key: &str) -> bool {
    let code = key.strip_prefix("identity.");
    let code = code.and_then(|rest| rest.strip_suffix(".logo"));
    code.and_then(Country::parse).is_some()
}

/// A logo, named as settings are.
fn logo_of(country: Country) -> String {
    format!("identity.{}.logo", country.code())
}

fn head(place: &Place, words: &Words, one: &Past) -> String {
    let by = match &one.by {
        Some(by) => by.clone(),
        None => place.says("history-nobody", &[]),
    };
    format!("{} · {by}", words.teller().full(one.at))
}

fn said(place: &Place, line: &PastLine) -> String {
    let text = |text: &str| match text.is_empty() {
        true => place.says("settings-nothing", &[]),
        false => text.to_owned(),
    };
    let what = match &line.what {
        PastWhat::Setting(spot) => spot.to_string(),
        PastWhat::Logo(country) => logo_of(*country),
        PastWhat::Person(id) => place.says(id, &[]),
        PastWhat::Line if line.from.is_empty() => {
            return place.says("settings-history-added", &[("to", line.to.as_str().into())]);
        }
        PastWhat::Line => {
            let from = [("from", line.from.as_str().into())];
            return place.says("settings-history-removed", &from);
        }
    };
    let values = [
        ("what", what.into()),
        ("from", text(&line.from).into()),
        ("to", text(&line.to).into()),
    ];
    place.says("settings-history-line", &values)
}
