//! Finds telephone numbers as people of France, Belgium, Switzerland, Luxembourg, the United Kingdom and Germany
//! write them. Dates, hours, prices, postcodes and the numbers of firms are none.

use super::{At, is_word};

/// How many digits a number has behind its leading zero, with it.
const NATIONAL: std::ops::RangeInclusive<usize> = 9..=12;
/// How many digits it has with the code of a country, without `+` or `00`.
const INTERNATIONAL: std::ops::RangeInclusive<usize> = 9..=15;
/// What says that a number is a telephone's, however it is written.
const LABELS: [&str; 20] = [
    "tel",
    "tél",
    "telephone",
    "téléphone",
    "phone",
    "gsm",
    "mobile",
    "portable",
    "port",
    "fax",
    "whatsapp",
    "signal",
    "telegram",
    "sms",
    "appelez",
    "appeler",
    "joignable",
    "handy",
    "natel",
    "telefon",
];
/// The fewest digits behind such a word.
const LABELLED: usize = 6;

/// A group of digits, and what parts it from the one before.
struct Group {
    from: usize,
    to: usize,
    before: String,
}

/// Digits that belong together.
struct Run {
    /// Where it begins, its sign included.
    from: usize,
    plus: bool,
    groups: Vec<Group>,
}

/// Returns where the first one stands.
pub(super) fn find(signs: &[char]) -> Option<At> {
    let mut at = 0;
    while at < signs.len() {
        if !signs.get(at)?.is_ascii_digit() {
            at += 1;
            continue;
        }
        let run = run(signs, at);
        at = run.groups.last().map_or(at + 1, |group| group.to);
        if is_number(signs, &run) {
            return Some((run.from, at));
        }
    }
    None
}

/// The run of digits that begins at `at`.
fn run(signs: &[char], at: usize) -> Run {
    let digits = |from: usize| {
        let rest = signs.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|c| c.is_ascii_digit()).count()
    };
    let mut groups = vec![Group {
        from: at,
        to: digits(at),
        before: String::new(),
    }];
    loop {
        let end = groups.last().map_or(at, |group| group.to);
        let rest = signs.get(end..).unwrap_or_default();
        let parting = |c: &&char| " .-/()_".contains(**c);
        let before: String = rest.iter().take_while(parting).collect();
        let from = end + before.chars().count();
        // “12 (05)” is no number, “+33 (0)6” is one: three signs part two groups at most.
        let more = signs.get(from).is_some_and(char::is_ascii_digit);
        if !more || before.is_empty() || before.len() > 3 {
            break;
        }
        groups.push(Group {
            from,
            to: digits(from),
            before,
        });
    }
    let sign = |back: usize| at.checked_sub(back).and_then(|at| signs.get(at));
    let back = (1..=2).find(|back| sign(*back) == Some(&'+'));
    Run {
        from: back.map_or(at, |back| at - back),
        plus: back.is_some(),
        groups,
    }
}

fn is_number(signs: &[char], run: &Run) -> bool {
    let of = |group: &Group| -> String {
        signs
            .get(group.from..group.to)
            .unwrap_or_default()
            .iter()
            .collect()
    };
    let groups: Vec<String> = run.groups.iter().map(of).collect();
    let partings: Vec<&str> = run.groups.iter().map(|group| &*group.before).collect();
    let all: String = groups.concat();
    let begin = run.groups.first().map_or(0, |group| group.from);
    if run.plus {
        return INTERNATIONAL.contains(&all.len());
    }
    if is_word(begin.checked_sub(1).and_then(|at| signs.get(at))) || is_firm(signs, begin) {
        return false;
    }
    if is_labelled(signs, run.from) && all.len() >= LABELLED {
        return !is_of_dates(&groups, &partings);
    }
    if let Some(abroad) = all.strip_prefix("00") {
        return INTERNATIONAL.contains(&abroad.len());
    }
    let national = all.starts_with('0') && NATIONAL.contains(&all.len());
    (national && !is_of_dates(&groups, &partings)) || is_french_without_zero(&groups, &partings)
}

/// `6 11 22 33 44`.
fn is_french_without_zero(groups: &[String], partings: &[&str]) -> bool {
    let [first, pairs @ ..] = groups else {
        return false;
    };
    let alike = partings
        .get(1..)
        .is_some_and(|all| all.windows(2).all(|two| two[0] == two[1]));
    first.len() == 1
        && !matches!(&**first, "0")
        && pairs.len() == 4
        && pairs.iter().all(|pair| pair.len() == 2)
        && alike
}

/// Whether the digits are those of dates: one with its year, or two days of a month.
fn is_of_dates(groups: &[String], partings: &[&str]) -> bool {
    let number = |at: usize| groups.get(at).and_then(|group| group.parse::<u32>().ok());
    let day = |at| number(at).is_some_and(|n| (1..=31).contains(&n));
    let month = |at| number(at).is_some_and(|n| (1..=12).contains(&n));
    let year = |at: usize| {
        let four = groups.get(at).is_some_and(|group| group.len() == 4);
        four && number(at).is_some_and(|n| (1900..=2199).contains(&n))
    };
    let parted = |at: usize, by: &str| partings.get(at) == Some(&by);
    let mut dates = 0;
    let mut at = 0;
    while at < groups.len() {
        let whole = ["/", "-", "."].into_iter().any(|by| {
            let order = (day(at) && month(at + 1) && year(at + 2))
                || (year(at) && month(at + 1) && day(at + 2));
            order && parted(at + 1, by) && parted(at + 2, by)
        });
        if whole {
            return true;
        }
        let short = day(at) && month(at + 1) && parted(at + 1, "/") && !parted(at + 2, "/");
        if short {
            dates += 1;
            at += 1;
        }
        at += 1;
    }
    dates >= 2
}

/// Whether the number of a Belgian firm begins at `at`: `BE 0123.456.789`.
fn is_firm(signs: &[char], at: usize) -> bool {
    let before: String = signs
        .get(at.saturating_sub(4)..at)
        .unwrap_or_default()
        .iter()
        .collect();
    before.trim_end_matches([' ', '.']).ends_with("BE")
}

/// Whether a word just before `at` says that a telephone number follows.
fn is_labelled(signs: &[char], at: usize) -> bool {
    const NEAR: usize = 24;
    let before: String = signs
        .get(at.saturating_sub(NEAR)..at)
        .unwrap_or_default()
        .iter()
        .collect();
    let before = before.to_lowercase();
    let mut words = before
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    let small = ["au", "le", "me", "at", "on", "no", "n", "is", "est"];
    let last = words.by_ref().filter(|word| !small.contains(word)).last();
    last.is_some_and(|word| LABELS.contains(&word))
}
