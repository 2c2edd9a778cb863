//! Dates of mails and of tables, to Unix milliseconds.
//!
//! A date without a zone is taken as UTC; one that makes no sense is no date.

use super::words;
use chrono::{NaiveDate, NaiveDateTime};
use mail_parser::{DateTime, parsers::MessageStream};

/// The date of a mail field, obsolete zones and comments included.
pub(crate) fn of_mail(value: &[u8]) -> Option<i64> {
    let mut line = value.get(..1_000).unwrap_or(value).to_vec();
    line.push(b'\n');
    let lenient = MessageStream::new(&line)
        .parse_date()
        .into_datetime()
        .and_then(unix);
    // What the lenient reader misses, such as a time without seconds before a zone's name.
    lenient.or_else(|| {
        let text = words::one_line(&String::from_utf8_lossy(&line));
        Some(
            chrono::DateTime::parse_from_rfc2822(&text)
                .ok()?
                .timestamp()
                * 1_000,
        )
    })
}

fn unix(found: DateTime) -> Option<i64> {
    let day = NaiveDate::from_ymd_opt(
        i32::from(found.year),
        u32::from(found.month),
        u32::from(found.day),
    )?;
    // A leap second is the second before it.
    let second = u32::from(found.second).min(if found.second == 60 { 59 } else { 99 });
    let at = day.and_hms_opt(u32::from(found.hour), u32::from(found.minute), second)?;
    let zone = i64::from(found.tz_hour) * 3_600 + i64::from(found.tz_minute) * 60;
    let zone = if found.tz_before_gmt { zone } else { -zone };
    Some((at.and_utc().timestamp() + zone) * 1_000)
}

/// The date of a table's cell: ISO 8601, day first (`31/12/2026 14:30`), or as in a mail.
pub(crate) fn of_table(text: &str) -> Option<i64> {
    let text = text.trim();
    if text.len() > 100 {
        return None;
    }
    if let Ok(at) = chrono::DateTime::parse_from_rfc3339(text) {
        return Some(at.timestamp_millis());
    }
    let spaced = text.replacen('T', " ", 1);
    let moments = [
        "%Y-%m-%d %H:%M:%S",
        "%Y-%m-%d %H:%M",
        "%d/%m/%Y %H:%M:%S",
        "%d/%m/%Y %H:%M",
        "%d.%m.%Y %H:%M",
    ];
    for format in moments {
        if let Ok(at) = NaiveDateTime::parse_from_str(&spaced, format) {
            return Some(at.and_utc().timestamp_millis());
        }
    }
    for format in ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"] {
        if let Ok(day) = NaiveDate::parse_from_str(text, format) {
            return Some(day.and_hms_opt(0, 0, 0)?.and_utc().timestamp_millis());
        }
    }
    of_mail(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn req_1_dates_of_mails() {
        let noon = 1_772_452_800_000; // 2026-03-02 12:00 UTC
        let cases = [
            "Mon, 2 Mar 2026 13:00:00 +0100",
            "Mon, 02 Mar 2026 07:00:00 EST",
            "2 Mar 26 12:00 GMT",
            "Mon, 2 Mar 2026 12:00:00 -0000 (UTC)",
            "Mon, 2 Mar 2026\r\n 12:00:00 UT",
        ];
        for text in cases {
            assert_eq!(of_mail(text.as_bytes()), Some(noon), "{text}");
        }
        let leap = "Sat, 31 Dec 2016 23:59:60 +0000";
        assert_eq!(of_mail(leap.as_bytes()), Some(1_483_228_799_000));
        for text in [
            "",
            "soon",
            "31 Feb 2026 10:00:00 +0000",
            "Mon, 99 Foo 2026 12:00:00 +0000",
        ] {
            assert_eq!(of_mail(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn req_1_dates_of_tables() {
        let day = 1_772_409_600_000; // 2026-03-02 00:00 UTC
        for text in [
            "2026-03-02",
            "02/03/2026",
            "02.03.2026",
            "2026-03-02T00:00:00Z",
        ] {
            assert_eq!(of_table(text), Some(day), "{text}");
        }
        assert_eq!(of_table("2026-03-02 13:00"), Some(day + 46_800_000));
        assert_eq!(of_table("Mon, 2 Mar 2026 01:00:00 +0100"), Some(day));
        assert_eq!(of_table("bientôt"), None);
    }
}
