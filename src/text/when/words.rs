//! The vocabulary of dates, English and French, folded (lower case, no accents). No grammar.

use chrono::Weekday;

/// Words between the parts of a date.
pub(super) fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "on" | "the" | "le" | "la" | "at" | "a" | "for" | "pour"
    )
}

/// 1 to 12.
pub(super) fn month(word: &str) -> Option<u32> {
    Some(match word {
        "jan" | "january" | "janv" | "janvier" => 1,
        "feb" | "february" | "fev" | "fevr" | "fevrier" => 2,
        "mar" | "march" | "mars" => 3,
        "apr" | "april" | "avr" | "avril" => 4,
        "may" | "mai" => 5,
        "jun" | "june" | "juin" => 6,
        "jul" | "july" | "juil" | "juillet" => 7,
        "aug" | "august" | "aou" | "aout" => 8,
        "sep" | "sept" | "september" | "septembre" => 9,
        "oct" | "october" | "octobre" => 10,
        "nov" | "november" | "novembre" => 11,
        "dec" | "december" | "decembre" => 12,
        _ => return None,
    })
}

/// A weekday, by its full or short name.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "mon" | "monday" | "lun" | "lundi" => Weekday::Mon,
        "tue" | "tues" | "tuesday" | "mar" | "mardi" => Weekday::Tue,
        "wed" | "wednesday" | "mer" | "mercredi" => Weekday::Wed,
        "thu" | "thur" | "thurs" | "thursday" | "jeu" | "jeudi" => Weekday::Thu,
        "fri" | "friday" | "ven" | "vendredi" => Weekday::Fri,
        "sat" | "saturday" | "sam" | "samedi" => Weekday::Sat,
        "sun" | "sunday" | "dim" | "dimanche" => Weekday::Sun,
        _ => return None,
    })
}

/// Is this the short name of a weekday or a month, or a full one that is as short?
pub(super) fn is_short(word: &str) -> bool {
    word.len() <= 5 && !matches!(word, "lundi" | "mardi" | "jeudi")
}

/// After a day's number: `3rd`, `1er`.
pub(super) fn is_ordinal(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th" | "er" | "e" | "eme")
}

/// What an offset counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// `d`, `jours`, `sem`, … A lone `m` could be minutes or months, so it is neither.
pub(super) fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "min" | "mins" | "mn" | "minute" | "minutes" => Unit::Minute,
        "h" | "hr" | "hrs" | "hour" | "hours" | "heure" | "heures" => Unit::Hour,
        "d" | "day" | "days" | "j" | "jr" | "jrs" | "jour" | "jours" => Unit::Day,
        "w" | "wk" | "wks" | "week" | "weeks" | "sem" | "semaine" | "semaines" => Unit::Week,
        "mo" | "month" | "months" | "mois" => Unit::Month,
        "y" | "yr" | "year" | "years" | "an" | "ans" | "annee" => Unit::Year,
        _ => return None,
    })
}

/// Small numbers in words.
pub(super) fn numeral(word: &str) -> Option<u32> {
    Some(match word {
        "a" | "an" | "one" | "un" | "une" => 1,
        "two" | "deux" => 2,
        "three" | "trois" => 3,
        "four" | "quatre" => 4,
        "five" | "cinq" => 5,
        "six" => 6,
        "seven" | "sept" => 7,
        "eight" | "huit" => 8,
        "nine" | "neuf" => 9,
        "ten" | "dix" => 10,
        "fifteen" | "quinze" => 15,
        _ => return None,
    })
}
