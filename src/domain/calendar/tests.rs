//! REQ-9: office hours and holidays count. Tables for real years, properties for the arithmetic.

use chrono::{Datelike, NaiveDate, TimeZone};
use proptest::prelude::*;

use super::*;

const PARIS: &str = "Europe/Paris";
const HOUR_MS: i64 = 60 * MINUTE_MS;
const NINE_TO_SIX: [(u16, u16); 2] = [(540, 750), (840, 1_080)];

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    country: String,
    name: Name,
    holiday: Vec<Holiday>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    en: String,
    fr: String,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Holiday {
    name: Name,
    rule: Rule,
}

const FILES: [(&str, &str); 13] = [
    ("FR", include_str!("../../../assets/holidays/FR.toml")),
    ("BE", include_str!("../../../assets/holidays/BE.toml")),
    ("CH", include_str!("../../../assets/holidays/CH.toml")),
    ("LU", include_str!("../../../assets/holidays/LU.toml")),
    ("DE", include_str!("../../../assets/holidays/DE.toml")),
    ("ES", include_str!("../../../assets/holidays/ES.toml")),
    ("IT", include_str!("../../../assets/holidays/IT.toml")),
    ("PT", include_str!("../../../assets/holidays/PT.toml")),
    ("NL", include_str!("../../../assets/holidays/NL.toml")),
    ("GB", include_str!("../../../assets/holidays/GB.toml")),
    ("IE", include_str!("../../../assets/holidays/IE.toml")),
    ("US", include_str!("../../../assets/holidays/US.toml")),
    ("CA", include_str!("../../../assets/holidays/CA.toml")),
];

fn rules(country: &str) -> Vec<Rule> {
    let (_, text) = FILES.iter().find(|(c, _)| *c == country).unwrap();
    let file: File = toml::from_str(text).unwrap();
    file.holiday.iter().map(|h| h.rule).collect()
}

fn days(country: &str, year: i32) -> String {
    let days = holidays_of(&rules(country), year);
    let text: Vec<String> = days.iter().map(|d| d.format("%m-%d").to_string()).collect();
    text.join(" ")
}

fn paris() -> Calendar {
    Calendar::weekdays(PARIS, &NINE_TO_SIX, rules("FR")).unwrap()
}

/// `"2026-04-03 18:00"` in Paris, the first of two when repeated.
fn at(text: &str) -> i64 {
    let wall = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    let zone: Tz = PARIS.parse().unwrap();
    let found = zone.from_local_datetime(&wall).earliest().unwrap();
    found.timestamp_millis()
}

fn say(instant: i64) -> String {
    let zone: Tz = PARIS.parse().unwrap();
    let local = zone.timestamp_millis_opt(instant).unwrap();
    local.format("%Y-%m-%d %H:%M").to_string()
}

#[test]
fn req_9_every_holiday_file_reads_straight_into_rules() {
    for (country, text) in FILES {
        let file: File = toml::from_str(text).unwrap_or_else(|e| panic!("{country}: {e}"));
        assert_eq!(file.country, country);
        assert!(!file.name.en.is_empty() && !file.name.fr.is_empty());
        assert!(file.holiday.len() >= 8, "{country}");
        for holiday in &file.holiday {
            holiday.rule.check().unwrap();
            assert!(!holiday.name.en.is_empty() && !holiday.name.fr.is_empty());
        }
        Calendar::weekdays(PARIS, &NINE_TO_SIX, rules(country)).unwrap();
    }
}

#[test]
fn req_9_french_holidays_of_2026() {
    assert_eq!(
        days("FR", 2026),
        "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25"
    );
    // In 2008 Ascension fell on 1 May: one day, not two.
    assert_eq!(
        days("FR", 2008),
        "01-01 03-24 05-01 05-08 05-12 07-14 08-15 11-01 11-11 12-25"
    );
}

#[test]
fn req_9_holidays_of_other_countries() {
    // (country, year, month-days), checked against each government's published list.
    let table = [
        (
            "GB",
            2026,
            "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28",
        ),
        (
            "GB",
            2027,
            "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28",
        ),
        (
            "GB",
            2022,
            "01-01 01-03 04-15 04-18 05-02 05-30 08-29 12-25 12-26 12-27",
        ),
        (
            "US",
            2026,
            "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25",
        ),
        // 1 January 2022 was a Saturday: 31 December 2021 was given.
        (
            "US",
            2021,
            "01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31",
        ),
        (
            "CA",
            2027,
            "01-01 03-26 05-24 07-01 09-06 09-30 10-11 11-11 12-25 12-26 12-27 12-28",
        ),
        (
            "DE",
            2026,
            "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26",
        ),
        (
            "PT",
            2026,
            "01-01 04-03 04-25 05-01 06-04 06-10 08-15 10-05 11-01 12-01 12-08 12-25",
        ),
        (
            "IE",
            2026,
            "01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-26 12-28",
        ),
        (
            "LU",
            2026,
            "01-01 04-06 05-01 05-09 05-14 05-25 06-23 08-15 11-01 12-25 12-26",
        ),
    ];
    for (country, year, expected) in table {
        assert_eq!(days(country, year), expected, "{country} {year}");
    }
}

#[test]
fn req_9_easter_and_orthodox_easter() {
    let table = [
        (2000, "04-23", "04-30"),
        (2008, "03-23", "04-27"),
        (2011, "04-24", "04-24"),
        (2024, "03-31", "05-05"),
        (2026, "04-05", "04-12"),
        (2038, "04-25", "04-25"),
        (2285, "03-22", "04-26"),
    ];
    for (year, western, orthodox) in table {
        let md = |rule: Rule| rule.date_in(year).unwrap().format("%m-%d").to_string();
        assert_eq!(md(Rule::Easter { offset_days: 0 }), western, "{year}");
        assert_eq!(
            md(Rule::OrthodoxEaster { offset_days: 0 }),
            orthodox,
            "{year}"
        );
    }
}

#[test]
fn req_9_minutes_count_in_office_hours_only() {
    let calendar = paris();
    // (from, minutes, lands at)
    let table = [
        ("2026-03-10 09:00", 30, "2026-03-10 09:30"),
        ("2026-03-10 12:20", 20, "2026-03-10 14:10"),
        ("2026-03-10 03:00", 0, "2026-03-10 09:00"),
        ("2026-03-10 03:00", 60, "2026-03-10 10:00"),
        // A deadline may fall on the closing time itself.
        ("2026-03-10 17:00", 60, "2026-03-10 18:00"),
        ("2026-03-10 18:00", 0, "2026-03-11 09:00"),
        ("2026-03-13 17:30", 60, "2026-03-16 09:30"),
        // Over Easter Monday, 6 April 2026.
        ("2026-04-03 17:00", 120, "2026-04-07 10:00"),
        // Over the change to summer time, Sunday 29 March 2026.
        ("2026-03-27 17:00", 120, "2026-03-30 10:00"),
        // Over the change to winter time, Sunday 25 October 2026.
        ("2026-10-23 17:00", 120, "2026-10-26 10:00"),
    ];
    for (from, minutes, expected) in table {
        let landed = calendar.add_office_minutes(at(from), minutes);
        assert_eq!(say(landed), expected, "{from} + {minutes}");
    }
}

#[test]
fn req_9_office_minutes_between_two_instants() {
    let calendar = paris();
    let between = |a: &str, b: &str| calendar.office_minutes_between(at(a), at(b));
    assert_eq!(between("2026-03-10 09:00", "2026-03-10 18:00"), 450);
    assert_eq!(between("2026-03-10 18:00", "2026-03-11 09:00"), 0);
    assert_eq!(between("2026-04-03 17:00", "2026-04-07 10:00"), 120);
    assert_eq!(between("2026-04-07 10:00", "2026-04-03 17:00"), -120);
    // May 2026: 21 weekdays less 1, 8, 14 and 25 May.
    assert_eq!(between("2026-05-01 00:00", "2026-06-01 00:00"), 17 * 450);
}

#[test]
fn req_9_open_closed_and_next_opening() {
    let calendar = paris();
    let table = [
        ("2026-03-10 08:59", false, "2026-03-10 09:00"),
        ("2026-03-10 09:00", true, "2026-03-10 09:00"),
        ("2026-03-10 12:30", false, "2026-03-10 14:00"),
        ("2026-03-10 17:59", true, "2026-03-10 17:59"),
        ("2026-03-14 10:00", false, "2026-03-16 09:00"),
        ("2026-07-14 10:00", false, "2026-07-15 09:00"),
    ];
    for (instant, open, next) in table {
        assert_eq!(calendar.is_open(at(instant)), open, "{instant}");
        assert_eq!(
            say(calendar.next_office_instant(at(instant))),
            next,
            "{instant}"
        );
    }
    assert!(calendar.is_holiday(NaiveDate::from_ymd_opt(2026, 7, 14).unwrap()));
    assert!(!calendar.is_holiday(NaiveDate::from_ymd_opt(2026, 7, 15).unwrap()));
}

#[test]
fn req_9_end_of_the_office_day() {
    let calendar = paris();
    let table = [
        ("2026-03-10 10:00", 0, "2026-03-10 18:00"),
        ("2026-03-10 18:00", 0, "2026-03-11 18:00"),
        ("2026-03-10 10:00", 1, "2026-03-11 18:00"),
        // Said on Friday evening and on Saturday: Monday.
        ("2026-03-13 20:00", 1, "2026-03-16 18:00"),
        ("2026-03-14 11:00", 1, "2026-03-16 18:00"),
        ("2026-03-14 11:00", 0, "2026-03-16 18:00"),
        // Thursday 2 April, two office days later: Friday, then Tuesday after Easter Monday.
        ("2026-04-02 10:00", 2, "2026-04-07 18:00"),
    ];
    for (from, ahead, expected) in table {
        let end = calendar.end_of_office_day(at(from), ahead);
        assert_eq!(say(end), expected, "{from} + {ahead}");
    }
}

#[test]
fn req_9_clock_changes_count_real_minutes() {
    let night = vec![(0, 1_440)];
    let week = std::array::from_fn(|_| night.clone());
    let calendar = Calendar::new(PARIS, week, Vec::new()).unwrap();
    let between = |a: &str, b: &str| calendar.office_minutes_between(at(a), at(b));
    assert_eq!(between("2026-03-29 00:00", "2026-03-30 00:00"), 23 * 60);
    assert_eq!(between("2026-10-25 00:00", "2026-10-26 00:00"), 25 * 60);
    // An opening at 02:30, which 29 March skips, is 03:00.
    let mut week: [Spans; 7] = Default::default();
    week[6] = vec![(150, 240)];
    let calendar = Calendar::new(PARIS, week, Vec::new()).unwrap();
    let opening = calendar.next_office_instant(at("2026-03-29 00:00"));
    assert_eq!(say(opening), "2026-03-29 03:00");
    // An opening at 02:30, which 25 October has twice, is the first of them.
    let opening = calendar.next_office_instant(at("2026-10-25 00:00"));
    assert_eq!(opening, at("2026-10-25 00:00") + 150 * MINUTE_MS);
    let close = calendar.end_of_office_day(opening, 0);
    assert_eq!(
        close - opening,
        150 * MINUTE_MS,
        "02:30 to 04:00 is 2 h 30 that night"
    );
}

#[test]
fn req_9_a_day_that_never_was_has_no_hours() {
    // Samoa went from 29 to 31 December 2011.
    let calendar = Calendar::weekdays("Pacific/Apia", &[(540, 1_020)], Vec::new()).unwrap();
    let zone: Tz = "Pacific/Apia".parse().unwrap();
    let thursday = zone.with_ymd_and_hms(2011, 12, 29, 17, 0, 0).unwrap();
    let next = calendar.next_office_instant(thursday.timestamp_millis());
    let monday = zone.with_ymd_and_hms(2012, 1, 2, 9, 0, 0).unwrap();
    assert_eq!(next, monday.timestamp_millis());
}

#[test]
fn req_9_a_house_without_hours_counts_plain_hours() {
    let closed = Calendar::new(PARIS, Default::default(), rules("FR")).unwrap();
    let t = at("2026-07-14 03:00");
    assert!(closed.is_open(t));
    assert_eq!(closed.add_office_minutes(t, 90), t + 90 * MINUTE_MS);
    assert_eq!(closed.office_minutes_between(t, t + HOUR_MS), 60);
    assert_eq!(say(closed.end_of_office_day(t, 1)), "2026-07-16 00:00");
}

#[test]
fn req_9_absurd_counts_end_and_stay_consistent() {
    let calendar = paris();
    let t = at("2026-03-10 10:00");
    let far = calendar.add_office_minutes(t, u32::MAX);
    assert_eq!(calendar.office_minutes_between(t, far), i64::from(u32::MAX));
    for edge in [i64::MIN, i64::MIN + 1, -1, 0, i64::MAX - 1, i64::MAX] {
        calendar.add_office_minutes(edge, u32::MAX);
        calendar.office_minutes_between(edge, t);
        calendar.office_minutes_between(t, edge);
        calendar.end_of_office_day(edge, u32::MAX);
        calendar.is_open(edge);
    }
    // Every Monday of the only office day is a holiday: nothing is ever open, yet all returns.
    let mondays = (1..=12).flat_map(|month| {
        (1..=5).map(move |nth| Rule::NthWeekday {
            month,
            weekday: chrono::Weekday::Mon,
            nth,
        })
    });
    let mut week: [Spans; 7] = Default::default();
    week[0] = vec![(540, 600)];
    let never = Calendar::new(PARIS, week, mondays.collect()).unwrap();
    assert!(never.add_office_minutes(t, 5) > t);
    assert!(!never.is_open(t));
}

#[test]
fn req_9_a_calendar_that_makes_no_sense_is_refused_with_the_reason() {
    let mut week: [Spans; 7] = Default::default();
    let refuse = |zone: &str, week: &[Spans; 7], rules: Vec<Rule>| {
        Calendar::new(zone, week.clone(), rules)
            .unwrap_err()
            .to_string()
    };
    assert!(refuse("Europe/Lyon", &week, Vec::new()).contains("Europe/Paris"));
    week[1] = vec![(600, 600)];
    assert!(refuse(PARIS, &week, Vec::new()).starts_with("Tuesday: 10:00-10:00"));
    week[1] = vec![(600, 1_441)];
    assert!(refuse(PARIS, &week, Vec::new()).contains("24:00"));
    week[1] = vec![(600, 720), (660, 780)];
    assert!(refuse(PARIS, &week, Vec::new()).contains("before the span above it ends"));
    week[1] = vec![(600, 720), (720, 780)];
    Calendar::new(PARIS, week.clone(), Vec::new()).unwrap();
    let bad = [
        Rule::Fixed { month: 2, day: 30 },
        Rule::Easter { offset_days: 500 },
        Rule::NthWeekday {
            month: 13,
            weekday: chrono::Weekday::Mon,
            nth: 1,
        },
        Rule::NthWeekday {
            month: 1,
            weekday: chrono::Weekday::Mon,
            nth: 0,
        },
        Rule::On {
            year: 2026,
            month: 2,
            day: 29,
        },
        Rule::On {
            year: 0,
            month: 2,
            day: 2,
        },
    ];
    for rule in bad {
        assert!(refuse(PARIS, &week, vec![rule]).starts_with("holiday 1: "));
    }
    assert!(refuse(PARIS, &week, vec![Rule::Fixed { month: 1, day: 1 }; 201]).contains("201"));
}

#[test]
fn req_9_a_calendar_reads_back_as_it_was_written_and_through_the_same_checks() {
    let calendar = paris();
    let text = toml::to_string(&calendar).unwrap();
    assert_eq!(toml::from_str::<Calendar>(&text).unwrap(), calendar);
    let broken = text.replace("540", "9999");
    assert_ne!(broken, text);
    assert!(toml::from_str::<Calendar>(&broken).is_err());
}

#[test]
fn wks_9_a_zone_that_is_not_known_here_is_kept_and_counts_as_utc() {
    let text = toml::to_string(&paris())
        .unwrap()
        .replace(PARIS, "Mars/Olympus");
    let kept: Calendar = toml::from_str(&text).unwrap();
    assert_eq!(kept.unknown_zone(), Some("Mars/Olympus"));
    assert_eq!((kept.zone(), paris().unknown_zone()), (Tz::UTC, None));
    assert_eq!(toml::to_string(&kept).unwrap(), text);
    let new = Calendar::weekdays("Mars/Olympus", &NINE_TO_SIX, Vec::new());
    assert!(matches!(new, Err(CalendarError::UnknownZone(_))));
}

/// Hours of a week, and a zone: what any house may have.
fn calendars() -> impl Strategy<Value = Calendar> {
    let spans = prop::collection::btree_set(0u16..=1_440, 0..6).prop_map(|edges| {
        let edges: Vec<u16> = edges.into_iter().collect();
        let pairs = edges.chunks_exact(2).map(|pair| (pair[0], pair[1]));
        pairs.collect::<Spans>()
    });
    let zones = prop::sample::select(vec![
        PARIS,
        "America/New_York",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Asia/Beirut",
        "UTC",
    ]);
    let countries = prop::sample::select(vec!["FR", "GB", "US"]);
    (zones, prop::array::uniform7(spans), countries)
        .prop_map(|(zone, week, country)| Calendar::new(zone, week, rules(country)).unwrap())
}

/// Instants from 2020 to 2040, any millisecond.
fn instants() -> impl Strategy<Value = i64> {
    1_577_836_800_000i64..2_208_988_800_000
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn req_9_adding_is_monotone(
        calendar in calendars(), t in instants(), later in 0i64..10_000_000, m in 0u32..20_000, more in 0u32..500,
    ) {
        let landed = calendar.add_office_minutes(t, m);
        prop_assert!(landed >= t);
        prop_assert!(calendar.add_office_minutes(t, m + more) >= landed);
        prop_assert!(calendar.add_office_minutes(t + later, m) >= landed);
    }

    #[test]
    fn req_9_adding_lands_inside_hours(calendar in calendars(), t in instants(), m in 0u32..20_000) {
        let landed = calendar.add_office_minutes(t, m);
        // Past ten years plain hours are counted.
        prop_assume!(landed - t < 3_600 * 1_440 * MINUTE_MS);
        // On a closing time the office is open until the millisecond before.
        prop_assert!(calendar.is_open(landed) || calendar.is_open(landed - 1));
        if calendar.week().iter().any(|day| !day.is_empty()) {
            let zone = calendar.zone();
            let local = zone.timestamp_millis_opt(landed - 1).unwrap();
            prop_assert!(m == 0 || !calendar.is_holiday(local.date_naive()));
        }
    }

    #[test]
    fn req_9_between_undoes_add(calendar in calendars(), t in instants(), m in 0u32..20_000) {
        let landed = calendar.add_office_minutes(t, m);
        prop_assert_eq!(calendar.office_minutes_between(t, landed), i64::from(m));
    }

    #[test]
    fn req_9_end_of_day_is_a_closing_time_to_come(calendar in calendars(), t in instants(), n in 0u32..60) {
        let end = calendar.end_of_office_day(t, n);
        prop_assert!(end > t);
        prop_assert!(calendar.is_open(end - 1));
        prop_assert!(calendar.end_of_office_day(t, n + 1) >= end);
    }

    #[test]
    fn req_9_observed_holidays_leave_no_weekend_day_unpaid(year in 1900i32..2200) {
        let closed = holidays_of(&rules("GB"), year);
        let weekdays = closed.iter().filter(|d| d.weekday().num_days_from_monday() < 5).count();
        prop_assert_eq!(weekdays, 8);
    }
}
