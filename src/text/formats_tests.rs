//! Proves dates, figures and money in both languages (WKS-4).

use super::*;
use chrono::TimeZone;

const EN: Formats = Formats::new(Lang::En);
const FR: Formats = Formats::new(Lang::Fr);

fn plain(text: &str) -> String {
    text.replace(NBSP, " ")
}

#[test]
fn wks_4_money_as_each_language_writes_it() {
    for (minor, exponent, code, en, fr) in [
        (123_456, 2, "EUR", "€1,234.56", "1 234,56 €"),
        (-5, 2, "EUR", "-€0.05", "-0,05 €"),
        (1_000_000, 0, "JPY", "JPY 1,000,000", "1 000 000 JPY"),
        (12_345, 3, "TND", "TND 12.345", "12,345 TND"),
        (
            i64::MIN,
            2,
            "USD",
            "-$92,233,720,368,547,758.08",
            "-92 233 720 368 547 758,08 $",
        ),
    ] {
        assert_eq!(plain(&EN.money(minor, exponent, code)), en);
        assert_eq!(plain(&FR.money(minor, exponent, code)), fr);
    }
    assert_eq!(
        (EN.percent(1, 3).as_str(), EN.percent(0, 0).as_str()),
        ("33%", "–")
    );
    assert_eq!(plain(&FR.percent(2, 3)), "67 %");
    assert_eq!(EN.number(-1234), "-1,234");
}

#[test]
fn wks_4_dates_in_full_with_their_zone() {
    let at = chrono_tz::Europe::Paris
        .with_ymd_and_hms(2026, 12, 3, 14, 0, 0)
        .unwrap();
    assert_eq!(EN.full(at), "Thu 3 Dec 2026, 14:00 Europe/Paris");
    assert_eq!(FR.full(at), "jeu. 3 déc. 2026, 14:00 Europe/Paris");
    assert_eq!(
        FR.date(NaiveDate::from_ymd_opt(2026, 8, 1).unwrap()),
        "1er août 2026"
    );
    let morning = chrono_tz::Europe::Paris
        .with_ymd_and_hms(2026, 12, 3, 9, 5, 0)
        .unwrap();
    assert_eq!(EN.brief(morning, at), "09:05");
    assert_eq!(EN.brief(at - TimeDelta::days(30), at), "3 Nov");
    assert_eq!(FR.brief(at - TimeDelta::days(400), at), "29 oct. 2025");
    assert_eq!(EN.since(at - TimeDelta::days(30), at), "3 Nov");
    assert_eq!(FR.since(at - TimeDelta::days(30), at), "le 3 nov.");
    assert_eq!(FR.since(morning, at), "09:05");
}

#[test]
fn wks_4_the_parts_of_a_sentence_stand_apart_as_each_language_writes_it() {
    let parts = ["one", "two"].map(str::to_owned);
    assert_eq!(EN.listed(&parts), "one; two");
    assert_eq!(FR.listed(&parts), "one\u{a0}; two");
    assert_eq!(plain(&FR.span(TimeDelta::zero())), "0 min");
}

#[test]
fn wks_4_how_far_away() {
    let now = chrono_tz::UTC
        .with_ymd_and_hms(2026, 12, 3, 14, 0, 0)
        .unwrap();
    for (minutes, en, fr) in [
        (0, "now", "à l’instant"),
        (-5, "5 min", "5 min"),
        (-125, "2 h", "2 h"),
        (125, "in 2 h", "dans 2 h"),
        (-3 * 1440, "3 d", "3 j"),
        (60 * 1440, "in 8 wk", "dans 8 sem."),
        (-364 * 1440, "52 wk", "52 sem."),
        (-800 * 1440, "2 y", "2 ans"),
    ] {
        let at = now + TimeDelta::minutes(minutes);
        assert_eq!(plain(&EN.relative(at, now)), en);
        assert_eq!(plain(&FR.relative(at, now)), fr);
    }
    assert_eq!(plain(&EN.wait(TimeDelta::minutes(190))), "3 h 10");
    assert_eq!(plain(&FR.wait(TimeDelta::minutes(1440 + 240))), "1 j 4 h");
}
