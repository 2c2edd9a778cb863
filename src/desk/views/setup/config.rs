//! What the settings themselves do not say yet. Looks at nothing else.

use super::{Found, Mend};
use crate::assets::holidays;
use crate::assets::settings::{Config, spot};
use crate::domain::house::{Funds, Identity};
use crate::domain::why::Fact;

/// A part of who the house is in law.
type Part = fn(&Identity) -> &str;

/// What an offer says of who offers, by the name of its setting, and the text that says it is missing.
const LAW: [(&str, &str, Part); 5] = [
    ("name", "settings-lack-legal-name", |law| &law.name),
    ("address", "settings-lack-address", |law| &law.address),
    ("registration", "settings-lack-registration", |law| {
        &law.registration
    }),
    ("vat", "settings-lack-vat", |law| &law.vat),
    ("bank", "settings-lack-bank", |law| &law.bank),
];

impl Found {
    /// Takes note of what settings do not say, in their order.
    pub(super) fn of_config(&mut self, config: &Config) {
        let house = &config.house;
        self.setting(
            house.domains.is_empty(),
            "settings-lack-domains",
            "organisation.domains",
            Vec::new(),
        );
        let (law, home) = (house.identity(None), house.home.code());
        for (name, text, of) in LAW {
            let unsaid = law.is_none_or(|law| of(law).trim().is_empty());
            let key = format!("identity.{home}.{name}");
            self.setting(unsaid, text, &key, Vec::new());
        }
        self.of_hours(config);
        let unsaid = house.funds == Funds::Unsaid;
        self.setting(
            unsaid,
            "settings-lack-funds",
            "money.clients-money",
            Vec::new(),
        );
    }

    fn of_hours(&mut self, config: &Config) {
        let (calendar, home) = (&config.house.calendar, config.house.home);
        let unknown = calendar.unknown_zone().is_some();
        self.setting(unknown, "settings-lack-zone", "hours.zone", Vec::new());
        let closed = calendar.week().iter().all(Vec::is_empty);
        self.setting(closed, "settings-lack-hours", "hours.monday", Vec::new());
        if !calendar.holidays().is_empty() {
            return;
        }
        let text = match holidays(home).is_empty() {
            true => "settings-lack-calendar",
            false => "settings-lack-holidays",
        };
        let facts = vec![
            ("country", Fact::Country(home)),
            ("code", Fact::word(home.code())),
        ];
        self.setting(true, text, "hours.holidays", facts);
    }

    fn setting(
        &mut self,
        is: bool,
        text: &'static str,
        key: &str,
        facts: Vec<(&'static str, Fact)>,
    ) {
        if let Some(spot) = spot(key) {
            self.note(is, text, Mend::Setting(spot), facts);
        }
    }
}
