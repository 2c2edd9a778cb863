//! Holidays per country, and the calendar a new house starts with (REQ-9).

use serde::Deserialize;

use super::{BadFile, countries, read};
use crate::domain::calendar::{Calendar, Rule};
use crate::domain::house::Country;

/// Office hours of a new house, minutes of the day.
const HOURS: [(u16, u16); 2] = [(9 * 60, 12 * 60 + 30), (13 * 60 + 30, 18 * 60)];

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    holiday: Vec<Holiday>,
}

#[derive(Deserialize)]
struct Holiday {
    rule: Rule,
}

/// The files, by country code.
const FILES: [(&str, &str); 13] = [
    ("BE", include_str!("../../assets/holidays/BE.toml")),
    ("CA", include_str!("../../assets/holidays/CA.toml")),
    ("CH", include_str!("../../assets/holidays/CH.toml")),
    ("DE", include_str!("../../assets/holidays/DE.toml")),
    ("ES", include_str!("../../assets/holidays/ES.toml")),
    ("FR", include_str!("../../assets/holidays/FR.toml")),
    ("GB", include_str!("../../assets/holidays/GB.toml")),
    ("IE", include_str!("../../assets/holidays/IE.toml")),
    ("IT", include_str!("../../assets/holidays/IT.toml")),
    ("LU", include_str!("../../assets/holidays/LU.toml")),
    ("NL", include_str!("../../assets/holidays/NL.toml")),
    ("PT", include_str!("../../assets/holidays/PT.toml")),
    ("US", include_str!("../../assets/holidays/US.toml")),
];

/// The holiday rules of a country; none when there is no file for it.
pub fn holidays(country: Country) -> Vec<Rule> {
    let file = FILES.iter().find(|(code, _)| *code == country.code());
    file.and_then(|(code, source)| read::<File>(code, source).ok())
        .map(|file| {
            file.holiday
                .into_iter()
                .map(|holiday| holiday.rule)
                .collect()
        })
        .unwrap_or_default()
}

/// The calendar a new house in `country` starts with: its zone, weekdays 9:00–12:30 and 13:30–18:00,
/// its holidays. On UTC without holidays where the country is not known.
pub fn calendar(country: Country) -> Result<Calendar, BadFile> {
    let zone = countries()
        .get(country.code())
        .map_or_else(|| "UTC".to_owned(), |land| land.zone.clone());
    Calendar::weekdays(&zone, &HOURS, holidays(country)).map_err(|e| BadFile {
        name: format!("holidays/{}.toml", country.code()),
        problem: e.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn req_9_every_holiday_file_is_read() {
        for (code, source) in FILES {
            let file: File = read(code, source).expect(code);
            assert!(file.holiday.len() >= 5, "{code}");
        }
    }

    #[test]
    fn req_9_a_new_house_in_france_keeps_french_holidays() {
        let calendar = calendar(Country::parse("FR").unwrap()).unwrap();
        assert_eq!(calendar.zone(), chrono_tz::Europe::Paris);
        assert!(calendar.is_holiday(NaiveDate::from_ymd_opt(2026, 7, 14).unwrap()));
        assert!(!calendar.is_holiday(NaiveDate::from_ymd_opt(2026, 7, 15).unwrap()));
    }
}
