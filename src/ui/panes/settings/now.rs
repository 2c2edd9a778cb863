//! What a section says now, in a few figures, so that one finds without opening.

use chrono::NaiveDate;

use super::sections::{Beside, SectionId};
use super::words::said;
use crate::assets::settings::{Config, Part, Value, spot};
use crate::domain::house::{Funds, Selects};
use crate::ui::frame::Ctx;
use crate::ui::kit::texts::Arg;

/// Between two things of a section.
const AND: &str = " · ";
/// The days of the week, by the names of their settings.
const WEEK: [&str; 7] = [
    "hours.monday",
    "hours.tuesday",
    "hours.wednesday",
    "hours.thursday",
    "hours.friday",
    "hours.saturday",
    "hours.sunday",
];

/// All that sections tell of.
pub(super) struct Now<'a> {
    /// The words.
    pub(super) ctx: &'a Ctx,
    /// The settings, with the draft.
    pub(super) config: &'a Config,
    /// What stands beside them.
    pub(super) beside: &'a Beside,
}

impl Now<'_> {
    /// Returns what a section says.
    pub(super) fn of(&self, section: SectionId) -> String {
        match section {
            SectionId::SetUp => {
                let n = self.beside.missing.len();
                self.with("settings-now-missing", &[("n", n.into())])
            }
            SectionId::Part(part) => self.of_part(part),
            SectionId::Routing => {
                let kinds = self.beside.standing.kinds.iter();
                let live: Vec<_> = kinds.filter(|kind| !kind.retired).collect();
                let nobody = live.iter().filter(|kind| kind.to.is_none()).count();
                let n = [("n", live.len().into()), ("nobody", nobody.into())];
                self.with("settings-now-kinds", &n)
            }
            SectionId::List(list) => {
                let entries = &self.ctx.sight.lists().list(list).entries;
                let retired = entries.iter().filter(|entry| entry.retired).count();
                let n = entries.len() - retired;
                let values = [("n", n.into()), ("retired", retired.into())];
                self.with("settings-now-list", &values)
            }
            SectionId::Prices => self.of_prices(),
            SectionId::Wordings => {
                let all = self.beside.wordings.iter();
                let codes: Vec<&str> = all.map(|one| one.wording.language.code()).collect();
                self.with("settings-now-wordings", &[("all", codes.join(", ").into())])
            }
            SectionId::People => {
                let standing = &self.beside.standing;
                let values = [
                    ("n", standing.people.into()),
                    ("keyed", standing.keyed.into()),
                ];
                self.with("settings-now-people", &values)
            }
        }
    }

    fn with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.ctx.texts.with(id, args)
    }

    /// What a setting says, as a person types it.
    fn typed(&self, key: &str) -> String {
        let spot = spot(key);
        spot.map(|spot| said(&self.ctx.texts, &spot, &spot.get(self.config)))
            .unwrap_or_default()
    }

    /// Whether a setting is switched on.
    fn is_on(&self, key: &str) -> bool {
        spot(key).is_some_and(|spot| spot.get(self.config) == Value::Yes(true))
    }

    fn of_part(&self, part: Part) -> String {
        let house = &self.config.house;
        match part {
            Part::Organisation => {
                let laws = house.identities.iter().map(|one| one.country.code());
                let laws = laws.collect::<Vec<_>>().join(", ");
                let law = match laws.is_empty() {
                    true => self.with("settings-now-no-law", &[]),
                    false => self.with("settings-now-law", &[("countries", laws.into())]),
                };
                format!("{}{AND}{law}", self.typed("organisation.name"))
            }
            Part::Countries => {
                let papers = house.paper_languages().into_iter();
                let papers: Vec<String> =
                    papers.map(|one| self.ctx.teller().language(one)).collect();
                let values = [
                    ("home", self.ctx.teller().country(house.home).into()),
                    ("papers", papers.join(", ").into()),
                ];
                self.with("settings-now-countries", &values)
            }
            Part::Hours => self.of_hours(),
            Part::Delays => {
                let delay = |key| self.typed(key).into();
                let values = [
                    ("reply", delay("delays.reply")),
                    ("client", delay("delays.client")),
                    ("call", delay("delays.call")),
                ];
                self.with("settings-now-delays", &values)
            }
            Part::Groups => self.of_groups(),
            Part::Requests => {
                let n = u32::from(house.most_copied);
                self.with("settings-now-requests", &[("n", n.into())])
            }
            Part::Board => {
                let credits = match self.is_on("board.credits") {
                    true => "settings-now-credits",
                    false => "settings-now-no-credits",
                };
                let hours = self.config.terms.contact_after_hours;
                let values = [
                    ("hours", hours.into()),
                    ("days", self.config.terms.stale_days.into()),
                ];
                let board = self.with("settings-now-board", &values);
                format!("{board}{AND}{}", self.with(credits, &[]))
            }
            Part::Money => {
                let (id, words) = match &house.funds {
                    Funds::Unsaid => ("settings-now-no-funds", ""),
                    Funds::Licence(words) => ("settings-now-licence", &**words),
                    Funds::Through(words) => ("settings-now-through", &**words),
                };
                let held = self.with(id, &[("words", words.into())]);
                let days = self.config.terms.silence_days;
                match days {
                    0 => held,
                    days => {
                        let silent = self.with("settings-now-silence", &[("n", days.into())]);
                        format!("{held}{AND}{silent}")
                    }
                }
            }
        }
    }

    fn of_groups(&self) -> String {
        let months = self.config.house.relation_months;
        let kept = self.with("settings-now-kept", &[("n", months.into())]);
        let validated: Vec<String> = [
            ("requests.validate-subcontracting", "group-subcontracting"),
            ("requests.validate-introduction", "group-introduction"),
        ]
        .into_iter()
        .filter(|(key, _)| self.is_on(key))
        .map(|(_, name)| self.with(name, &[]))
        .collect();
        let mut parts = vec![kept, self.selected_by()];
        if !validated.is_empty() {
            let groups = validated.join(", ").into();
            parts.push(self.with("settings-now-validated", &[("groups", groups)]));
        }
        parts.join(AND)
    }

    /// Who selects, in both groups or in each.
    fn selected_by(&self) -> String {
        let selection = self.config.house.selection;
        let by = |one: Selects| self.with(&format!("settings-now-by-{}", one.key()), &[]);
        let sub = by(selection.subcontracting);
        let all = match selection.subcontracting == selection.introduction {
            true => sub,
            false => {
                let group = |id: &str| self.with(id, &[]);
                format!(
                    "{sub} ({}), {} ({})",
                    group("group-subcontracting"),
                    by(selection.introduction),
                    group("group-introduction")
                )
            }
        };
        self.with("settings-now-selects", &[("by", all.into())])
    }

    /// The days that have the same hours, one after the other: `Mon–Fri 9:00-12:30, 13:30-18:00`.
    fn of_hours(&self) -> String {
        let mut runs: Vec<(usize, usize, String)> = Vec::new();
        for (day, key) in WEEK.into_iter().enumerate() {
            let open = spot(key).filter(|spot| !spot.get(self.config).is_empty());
            let Some(hours) = open.map(|_| self.typed(key)) else {
                continue;
            };
            match runs.last_mut() {
                Some((_, to, same)) if *to + 1 == day && *same == hours => *to = day,
                _ => runs.push((day, day, hours)),
            }
        }
        let run = |(from, to, hours): &(usize, usize, String)| match from == to {
            true => format!("{} {hours}", self.day(*from)),
            false => format!("{}–{} {hours}", self.day(*from), self.day(*to)),
        };
        let mut parts: Vec<String> = runs.iter().map(run).collect();
        let count = |key: &str| match spot(key).map(|spot| spot.get(self.config)) {
            Some(Value::List(all)) => all.len(),
            _ => 0,
        };
        let values = [
            ("holidays", count("hours.holidays").into()),
            ("bridges", count("hours.bridge-days").into()),
        ];
        parts.push(self.with("settings-now-days-off", &values));
        parts.join(AND)
    }

    /// The short name of a day, Monday being 0.
    fn day(&self, day: usize) -> &'static str {
        // The first of January 2024 was a Monday.
        let day = u32::try_from(day).unwrap_or_default() + 1;
        let date = NaiveDate::from_ymd_opt(2024, 1, day).unwrap_or_default();
        self.ctx.formats.weekday(date)
    }

    fn of_prices(&self) -> String {
        let brands = &self.beside.standing.brands;
        let mut markets: Vec<&str> = Vec::new();
        for (market, _) in brands.iter().flat_map(|brand| &brand.markets) {
            if !markets.contains(&market.code()) {
                markets.push(market.code());
            }
        }
        match markets.is_empty() {
            true => self.with("settings-now-no-prices", &[]),
            false => {
                let values = [
                    ("n", brands.len().into()),
                    ("markets", markets.join(", ").into()),
                ];
                self.with("settings-now-prices", &values)
            }
        }
    }
}
