//! Who changed the settings, the routing table, the price lists and people, when, from what to what (PPL-6): read from the
//! records that did. Shows each to who may read the thing itself.

use super::beside::person_name;
use super::{Look, Sight};
use crate::assets::settings::{Config, Spot};
use crate::assets::{
    list_lines, prices_text, reading_text, routing_text, terms_text, wording_text,
};
use crate::desk::Desk;
use crate::domain::event::Event;
use crate::domain::house::event::HouseEvent;
use crate::domain::house::{Country, House, Logo};
use crate::domain::lists::Lists;
use crate::domain::lists::event::ListsEvent;
use crate::domain::person::event::PeopleEvent;
use crate::domain::person::{Permission, Role};
use crate::domain::prices::PriceBook;
use crate::domain::routing::Routing;
use crate::domain::state::Chapter;
use crate::domain::terms::Terms;
use crate::domain::wording::Wording;
use crate::domain::{Millis, PersonId, Refusal, Seq, State};
use crate::journal::Fault;
use crate::text::reading::Words;
use crate::text::sanitise::clean_line;

/// What a line of a history is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PastWhat {
    /// A setting.
    Setting(Spot),
    /// The logo on the papers for a country.
    Logo(Country),
    /// A line of a file: of the terms, the routing table, the price lists.
    Line,
    /// Something of a person, by the text that names it.
    Person(&'static str),
}

/// A line of a history: from what to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastLine {
    /// What.
    pub what: PastWhat,
    /// What it said; empty: nothing.
    pub from: String,
    /// What it says from then on.
    pub to: String,
}

/// What a record changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// The record.
    pub seq: Seq,
    /// When.
    pub at: Millis,
    /// Who; `None` is the house itself.
    pub by: Option<String>,
    /// What.
    pub lines: Vec<PastLine>,
}

impl Past {
    /// Returns a look at the history of `chapter`, the newest first, at most `most` records.
    pub fn look(chapter: Chapter, most: usize) -> Look<Result<Vec<Past>, Refusal>> {
        Look::read(move |looker| async move {
            load_chronicle(&looker.desk, looker.me, chapter, most).await
        })
    }
}

/// What stood before a record, as far as the records before it tell.
#[derive(Default)]
struct Before {
    house: Option<Box<House>>,
    terms: Option<Box<Terms>>,
    routing: Option<Box<Routing>>,
    prices: Option<Box<PriceBook>>,
}

/// Loads the history of `chapter`, the newest first, at most `most` records. `Ok(Err(…))` is a refusal.
///
/// # Errors
/// A damaged record.
pub async fn load_chronicle(
    desk: &Desk,
    me: PersonId,
    chapter: Chapter,
    most: usize,
) -> Result<Result<Vec<Past>, Refusal>, Fault> {
    let sight = desk.sight(me);
    if let Err(refusal) = sight.may_read(chapter) {
        return Ok(Err(refusal));
    }
    let state = sight.state();
    let records: Vec<Seq> = state.chronicle(chapter).collect();
    // One more: what an old record changed from stands in the one before it.
    let from = records.len().saturating_sub(most.saturating_add(1));
    let mut before = Before::default();
    let mut all = Vec::new();
    for seq in records.into_iter().skip(from) {
        let Some((meta, events)) = desk.events(seq).await? else {
            continue;
        };
        let lines = events.iter().filter(|event| is_of(event, chapter));
        let lines: Vec<PastLine> = lines.flat_map(|event| before.lines(state, event)).collect();
        if !lines.is_empty() {
            all.push(Past {
                seq,
                at: meta.at,
                by: meta.actor.map(|by| person_name(state, by)),
                lines,
            });
        }
    }
    all.reverse();
    all.truncate(most);
    Ok(Ok(all))
}

impl Desk {
    /// Returns the settings as they stood before the last change of them, for who may read them; nothing, when that
    /// does not say. `Ok(Err(…))` is a refusal.
    ///
    /// # Errors
    /// A damaged record.
    pub async fn settings_before(
        &self,
        me: PersonId,
    ) -> Result<Result<Option<Config>, Refusal>, Fault> {
        let sight = self.sight(me);
        let now = match sight.settings() {
            Ok(now) => now,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let last = sight.state().chronicle(Chapter::Settings).last();
        let events = match last {
            Some(seq) => self.events(seq).await?.map(|(_, events)| events),
            None => None,
        };
        let mut before = now.clone();
        for event in events.unwrap_or_default() {
            match event {
                Event::House(HouseEvent::Settled { from, .. }) => before.house = *from,
                Event::House(HouseEvent::TermsSettled { from, .. }) => before.terms = *from,
                _ => {}
            }
        }
        Ok(Ok((before != now).then_some(before)))
    }
}

impl Desk {
    /// Returns the logo that the last change of the settings replaced, with its country, where that is what it did; for
    /// who may read settings.
    ///
    /// # Errors
    /// A damaged record.
    pub async fn logo_before(
        &self,
        me: PersonId,
    ) -> Result<Option<(Country, Option<Box<Logo>>)>, Fault> {
        let sight = self.sight(me);
        let last = sight.state().chronicle(Chapter::Settings).last();
        let (Some(seq), Ok(_)) = (last, sight.settings()) else {
            return Ok(None);
        };
        let events = self.events(seq).await?.map(|(_, events)| events);
        Ok(events.into_iter().flatten().find_map(|event| match event {
            Event::House(HouseEvent::LogoSet { country, from, .. }) => Some((country, from)),
            _ => None,
        }))
    }
}

impl Sight {
    /// Refuses a history to who may not read what it is of.
    fn may_read(&self, chapter: Chapter) -> Result<(), Refusal> {
        let me = self.whose();
        match chapter {
            Chapter::Settings | Chapter::Lists => self.settings().map(drop),
            Chapter::Routing => self.published().routing_of(me).map(drop),
            Chapter::Prices => self.published().prices_of(me).map(drop),
            Chapter::Person(_) => {
                let person = self.state().person(me).ok_or(Refusal::NobodyKnown)?;
                match person.may(Permission::ManagePeople) {
                    true => Ok(()),
                    false => Err(Refusal::NotPermitted(Permission::ManagePeople)),
                }
            }
        }
    }
}

/// Whether an event belongs to the history: a record may have changed other things beside.
fn is_of(event: &Event, chapter: Chapter) -> bool {
    match (event, chapter) {
        (Event::House(event), chapter) => match event {
            HouseEvent::RoutingChanged { .. } => chapter == Chapter::Routing,
            HouseEvent::PricesChanged { .. } => chapter == Chapter::Prices,
            _ => chapter == Chapter::Settings,
        },
        (Event::People(event), Chapter::Person(id)) => match event {
            PeopleEvent::Added { person } => person.id == id,
            PeopleEvent::RolesChanged { person, .. }
            | PeopleEvent::ActiveChanged { person, .. }
            | PeopleEvent::Renamed { person, .. }
            | PeopleEvent::ContactLinked { person, .. } => *person == id,
            _ => false,
        },
        (Event::Lists(_), chapter) => chapter == Chapter::Lists,
        _ => false,
    }
}

impl Before {
    /// Returns what an event changed, and takes note of it for the next.
    fn lines(&mut self, state: &State, event: &Event) -> Vec<PastLine> {
        match event {
            Event::House(event) => self.of_house(state.lists(), event),
            Event::Lists(ListsEvent::Changed { list, from, to }) => {
                of_text(&list_lines(*list, from), &list_lines(*list, to))
            }
            Event::People(event) => of_person(state, event),
            _ => Vec::new(),
        }
    }

    fn of_house(&mut self, lists: &Lists, event: &HouseEvent) -> Vec<PastLine> {
        match event {
            HouseEvent::Changed { to } => {
                let from = self.house.replace(to.clone());
                from.map_or_else(Vec::new, |from| of_settings(&from, to))
            }
            HouseEvent::Settled { from, to } => {
                self.house = Some(to.clone());
                of_settings(from, to)
            }
            HouseEvent::TermsChanged { to } => {
                let from = self.terms.replace(to.clone());
                of_terms(lists, from.as_deref().unwrap_or(&Terms::default()), to)
            }
            HouseEvent::TermsSettled { from, to } => {
                self.terms = Some(to.clone());
                of_terms(lists, from, to)
            }
            HouseEvent::RoutingChanged { to } => {
                let from = self.routing.replace(to.clone());
                let from = from.map(|from| routing_text(&from)).unwrap_or_default();
                of_text(&from, &routing_text(to))
            }
            HouseEvent::PricesChanged { to } => {
                let from = self.prices.replace(to.clone());
                let from = from
                    .map(|from| prices_text(&from, lists))
                    .unwrap_or_default();
                of_text(&from, &prices_text(to, lists))
            }
            HouseEvent::WordingChanged { from, to, .. } => {
                let text = |of: &Option<Box<Wording>>| of.as_deref().map(wording_text);
                let [from, to] = [text(from), text(to)].map(Option::unwrap_or_default);
                of_text(&from, &to)
            }
            HouseEvent::ReadingChanged { language, from, to } => {
                let shipped = crate::text::reading::shipped_words(language.code());
                let text = |of: &Option<Box<Words>>| {
                    let words = of.as_deref().or(shipped);
                    words.map_or(String::new(), |words| reading_text(*language, words))
                };
                of_text(&text(from), &text(to))
            }
            HouseEvent::LogoSet { country, from, to } => {
                let said = |logo: &Option<Box<Logo>>| logo.as_deref().map(logo_said);
                vec![PastLine {
                    what: PastWhat::Logo(*country),
                    from: said(from).unwrap_or_default(),
                    to: said(to).unwrap_or_default(),
                }]
            }
            HouseEvent::Recounted { .. } => Vec::new(),
        }
    }
}

/// A logo in a line: its file and its size, which tells two files of one name apart.
fn logo_said(logo: &Logo) -> String {
    let name = clean_line(&logo.name);
    format!("{name}, {} × {}", logo.width, logo.height)
}

fn of_settings(from: &House, to: &House) -> Vec<PastLine> {
    let config = |house: &House| Config {
        house: house.clone(),
        terms: Terms::default(),
    };
    of_config(&config(from), &config(to))
}

fn of_config(from: &Config, to: &Config) -> Vec<PastLine> {
    let differs = from.differs(to).into_iter();
    let line = |one: crate::assets::settings::Differs| PastLine {
        what: PastWhat::Setting(one.spot),
        from: clean_line(&one.from.typed(one.spot.setting.kind)).into_owned(),
        to: clean_line(&one.to.typed(one.spot.setting.kind)).into_owned(),
    };
    differs.map(line).collect()
}

/// The settings among the terms by their names; the rest by the lines of the file.
fn of_terms(lists: &Lists, from: &Terms, to: &Terms) -> Vec<PastLine> {
    // Settings of the house are the same in both: which house it is does not matter.
    let Ok(calendar) =
        crate::domain::calendar::Calendar::new("UTC", Default::default(), Vec::new())
    else {
        return Vec::new();
    };
    let Some(home) = Country::parse("FR") else {
        return Vec::new();
    };
    let house = House::new("", home, calendar);
    let config = |terms: &Terms| Config {
        house: house.clone(),
        terms: terms.clone(),
    };
    let mut lines = of_config(&config(from), &config(to));
    let rest = Terms {
        credits: to.credits,
        contact_after_hours: to.contact_after_hours,
        others_offers: to.others_offers,
        stale_days: to.stale_days,
        r0_permille: to.r0_permille,
        r0_fixed: to.r0_fixed,
        vat_permille: to.vat_permille,
        silence_days: to.silence_days,
        ..from.clone()
    };
    lines.extend(of_text(&terms_text(&rest, lists), &terms_text(to, lists)));
    lines
}

/// The lines that one text has and the other has not, comments left out.
fn of_text(from: &str, to: &str) -> Vec<PastLine> {
    let lines = |text: &str| -> Vec<String> {
        let lines = text.lines().map(str::trim_end);
        let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        lines.map(|line| clean_line(line).into_owned()).collect()
    };
    let (from, to) = (lines(from), lines(to));
    let line = |from: String, to: String| PastLine {
        what: PastWhat::Line,
        from,
        to,
    };
    let gone = from.iter().filter(|line| !to.contains(line));
    let gone = gone.map(|text| line(text.clone(), String::new()));
    let come = to.iter().filter(|line| !from.contains(line));
    let come = come.map(|text| line(String::new(), text.clone()));
    gone.chain(come).collect()
}

fn of_person(state: &State, event: &PeopleEvent) -> Vec<PastLine> {
    let line = |what: &'static str, from: String, to: String| {
        vec![PastLine {
            what: PastWhat::Person(what),
            from: clean_line(&from).into_owned(),
            to: clean_line(&to).into_owned(),
        }]
    };
    let roles = |all: &[Role]| {
        let keys = all.iter().map(|role| role.key());
        keys.collect::<Vec<_>>().join(", ")
    };
    match event {
        PeopleEvent::Added { person } => {
            let named = format!("{} ({})", person.name, roles(&person.roles));
            line("history-person-added", String::new(), named)
        }
        PeopleEvent::RolesChanged { from, to, .. } => {
            line("history-person-roles", roles(from), roles(to))
        }
        PeopleEvent::ActiveChanged { to, .. } => {
            let word = |is: bool| if is { "yes" } else { "no" }.to_owned();
            line("history-person-access", word(!to), word(*to))
        }
        PeopleEvent::Renamed { from, to, .. } => {
            let named = |of: &(Box<str>, Box<str>)| format!("{} <{}>", of.0, of.1);
            line("history-person-name", named(from), named(to))
        }
        PeopleEvent::ContactLinked { from, to, .. } => {
            let contact = |id: &Option<crate::domain::ContactId>| {
                let contact = id.and_then(|id| state.contact(id));
                contact.map(|one| one.name.to_string()).unwrap_or_default()
            };
            line("history-person-contact", contact(from), contact(to))
        }
        _ => Vec::new(),
    }
}
