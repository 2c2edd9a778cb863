//! When two organisations, or two contacts, look like one and the same (PPL-9): by what is compared of their names, phone
//! numbers and VAT numbers. Compares texts only; who is proposed stands in `state/doubles.rs`.

use crate::text::fold;

/// Forms of companies, which say nothing of which one it is.
const FORMS: [&str; 40] = [
    "sarl", "sas", "sasu", "sa", "eurl", "snc", "sci", "scop", "gie", "eirl", "selarl", "gmbh",
    "ag", "kg", "ug", "ohg", "ev", "mbh", "ltd", "limited", "llc", "llp", "inc", "corp", "plc",
    "bv", "nv", "srl", "sprl", "asbl", "vzw", "spa", "sl", "slu", "oy", "ab", "aps", "as", "sro",
    "co",
];

/// The shortest name that another may be like but for a letter.
const NEAR: usize = 6;
/// How many digits of a phone number, from its end, are looked up.
const DIGITS: usize = 8;

/// Returns what is compared of an organisation's name: folded, in one word, without the form of the company.
pub fn name_key(name: &str) -> String {
    let words = words(name);
    let is_form = |word: &&String| FORMS.contains(&word.as_str());
    let first = words.iter().take_while(is_form).count();
    let last = words.iter().rev().take_while(is_form).count();
    let bare = words.get(first..words.len().saturating_sub(last));
    match bare.filter(|bare| !bare.is_empty()) {
        Some(bare) => bare.concat(),
        None => words.concat(),
    }
}

/// The words of a name, folded; one that is spelled with dots is one word: `S.A.R.L.`
fn words(name: &str) -> Vec<String> {
    let folded = fold::fold(name);
    let mut words: Vec<String> = Vec::new();
    for word in folded.split_whitespace() {
        let parts = word.split(|c: char| !c.is_alphanumeric());
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        let alone = |part: &&str| part.chars().nth(1).is_none();
        match word.contains('.') && parts.iter().all(alone) {
            true => words.extend((!parts.is_empty()).then(|| parts.concat())),
            false => words.extend(parts.into_iter().map(str::to_owned)),
        }
    }
    words
}

/// Returns what is compared of somebody's name: its words in whatever order they were written; `None` for one word,
/// which may be anybody's.
pub fn person_key(name: &str) -> Option<String> {
    let mut words = words(name);
    words.sort_unstable();
    (words.len() > 1).then(|| words.join(" "))
}

/// The digits of the number that `phone` begins with: words behind it may have numbers of their own.
fn digits(phone: &str) -> String {
    let part = |c: &char| c.is_ascii_digit() || " .-/()+\u{a0}".contains(*c);
    let number = phone.trim().chars().take_while(part);
    number.filter(char::is_ascii_digit).collect()
}

/// Returns what a phone number is looked up by: its last digits, which it has at home and from abroad.
pub fn phone_key(phone: &str) -> Option<String> {
    let digits = digits(phone);
    let from = digits.len().checked_sub(DIGITS)?;
    digits.get(from..).map(str::to_owned)
}

/// Returns whether two numbers are one, though one may be written as at home and the other as from abroad.
pub fn is_same_phone(one: &str, two: &str) -> bool {
    let own = |phone: &str| {
        let digits = digits(phone);
        digits.trim_start_matches('0').to_owned()
    };
    let (one, two) = (own(one), own(two));
    one.len().min(two.len()) >= DIGITS && (one.ends_with(&two) || two.ends_with(&one))
}

/// Returns what is compared of a VAT number: its letters and digits.
pub fn vat_key(vat: &str) -> Option<String> {
    let kept = vat.chars().filter(char::is_ascii_alphanumeric);
    let kept: String = kept.map(|c| c.to_ascii_uppercase()).collect();
    (!kept.is_empty()).then_some(kept)
}

/// Returns what names that `key` may be like but for a letter are kept under: one half of such a name is the same.
pub fn kept_under(key: &str) -> Vec<String> {
    halves(key, key.chars().count())
}

/// Returns what names are looked up under that are like `key` but for a letter.
pub fn looked_up(key: &str) -> Vec<String> {
    let long = key.chars().count();
    let longs = [long.saturating_sub(1), long, long + 1];
    longs.into_iter().flat_map(|n| halves(key, n)).collect()
}

/// The halves that a name of `long` letters has in common with `key`, if it is the same before or behind one letter.
fn halves(key: &str, long: usize) -> Vec<String> {
    let letters: Vec<char> = key.chars().collect();
    if long < NEAR || letters.len() < NEAR {
        return Vec::new();
    }
    let half = long / 2;
    let first: String = letters.iter().take(half).collect();
    let from = letters.len().saturating_sub(long - half);
    let last: String = letters.iter().skip(from).collect();
    vec![format!("<{long}:{first}"), format!(">{long}:{last}")]
}

/// Returns whether two names are the same but for one letter that is another, missing or too many.
pub fn is_near(one: &str, two: &str) -> bool {
    let (one, two): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    let (short, long) = match one.len() <= two.len() {
        true => (one, two),
        false => (two, one),
    };
    if short.len() < NEAR || long.len() - short.len() > 1 {
        return false;
    }
    let before = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let behind = short.iter().rev().zip(long.iter().rev());
    let behind = behind.take_while(|(a, b)| a == b).count();
    before + behind + 1 >= long.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ppl_9_names_are_compared_without_accents_forms_and_marks() {
        for (one, two) in [
            ("Étoile SARL", "etoile"),
            ("S.A.R.L. L’Étoile", "L'Etoile"),
            ("Acme Ltd.", "ACME GmbH"),
            ("Mairie de Lyon", "mairie-de-lyon"),
        ] {
            assert_eq!(name_key(one), name_key(two), "{one} {two}");
        }
        assert_eq!(name_key("SA"), "sa", "what is all form stays");
        assert_ne!(name_key("Alpha"), name_key("Beta"));
        assert_eq!(person_key("ROUX Zoé"), person_key("zoe roux"));
        assert_eq!(person_key("Contact"), None);
    }

    #[test]
    fn ppl_9_a_phone_number_is_one_at_home_and_from_abroad() {
        for (one, two) in [
            ("01 42 68 53 00", "+33 1 42 68 53 00"),
            ("01.42.68.53.00 (le matin, poste 12)", "+33 (0)1 42685300"),
            ("02 123 45 67", "0032 2 123 45 67"),
        ] {
            assert_eq!(phone_key(one), phone_key(two), "{one} {two}");
            assert!(is_same_phone(one, two), "{one} {two}");
        }
        assert!(!is_same_phone("01 42 68 53 00", "04 42 68 53 00"));
        assert_eq!(phone_key("123"), None);
    }

    #[test]
    fn ppl_9_what_is_one_letter_apart_is_found_by_a_half() {
        for (one, two, near) in [
            ("lafresque", "lafresqve", true),
            ("lafresque", "lafreque", true),
            ("lafresque", "lafrresque", true),
            ("lafresque", "alafresque", true),
            ("lafresque", "lafreske", false),
            ("alpha", "alphb", false),
        ] {
            assert_eq!(is_near(one, two), near, "{one} {two}");
            let kept = kept_under(one);
            let found = looked_up(two).iter().any(|half| kept.contains(half));
            assert!(found || !near, "{one} {two}");
        }
    }
}
