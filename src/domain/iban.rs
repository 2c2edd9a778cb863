//! Account numbers (IBAN) as they are entered: shape, country and check digits. Numbers that are stored already
//! are left as they are.

use std::fmt;

use iban::{Iban, ParseBaseIbanError, ParseIbanError};

/// Why a text is no account number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotIban {
    /// It is not two letters, two figures and an account.
    Shape,
    /// Its check digits are not those of the account: a figure is wrong or out of its place.
    Check,
    /// Its first two letters are no country with such numbers.
    Country,
    /// Accounts of its country have another length or form.
    Account,
}

impl NotIban {
    /// Returns the word its text is found by.
    pub fn key(self) -> &'static str {
        match self {
            NotIban::Shape => "shape",
            NotIban::Check => "check",
            NotIban::Country => "country",
            NotIban::Account => "account",
        }
    }
}

impl fmt::Display for NotIban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NotIban::Shape => {
                "not an IBAN: write two letters, two digits and the account number, like BE68 5390 0754 7034"
            }
            NotIban::Check => "the check digits of this IBAN are wrong: check every digit",
            NotIban::Country => "this IBAN does not begin with the code of an IBAN country: check the first two letters",
            NotIban::Account => {
                "this IBAN has the wrong length or form for its country: check every digit"
            }
        })
    }
}

impl std::error::Error for NotIban {}

/// Returns an account number in groups of four, as banks print it; nothing for nothing.
///
/// # Errors
/// What is wrong with it.
pub fn read(text: &str) -> Result<Box<str>, NotIban> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if plain.is_empty() {
        return Ok("".into());
    }
    match plain.to_ascii_uppercase().parse::<Iban>() {
        Ok(iban) => Ok(iban.to_string().into()),
        Err(ParseIbanError::InvalidBaseIban { source }) => Err(match source {
            ParseBaseIbanError::InvalidFormat => NotIban::Shape,
            ParseBaseIbanError::InvalidChecksum => NotIban::Check,
        }),
        Err(ParseIbanError::InvalidBban(_)) => Err(NotIban::Account),
        Err(ParseIbanError::UnknownCountry(_)) => Err(NotIban::Country),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ppl_4_an_account_number_is_checked() {
        for (text, kept) in [
            ("", ""),
            ("  ", ""),
            ("BE68 5390 0754 7034", "BE68 5390 0754 7034"),
            ("be68539007547034", "BE68 5390 0754 7034"),
            (
                " BE68\u{a0}5390\u{a0}0754\u{a0}7034 ",
                "BE68 5390 0754 7034",
            ),
            (
                "FR1420041010050500013M02606",
                "FR14 2004 1010 0505 0001 3M02 606",
            ),
            ("DE89370400440532013000", "DE89 3704 0044 0532 0130 00"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(kept), "{text:?}");
        }
        for (text, why) in [
            ("1234", NotIban::Shape),
            ("FR76", NotIban::Account),
            ("hello", NotIban::Shape),
            ("BE68-5390-0754-7034", NotIban::Shape),
            ("BE68 5390 0754 7043", NotIban::Check),
            ("BE86 5390 0754 7034", NotIban::Check),
            ("DE8937040044053201300", NotIban::Check),
            ("MR0000020001010000123456754", NotIban::Check),
        ] {
            assert_eq!(read(text), Err(why), "{text:?}");
        }
        // With check digits that are right, of no country, and as long as no account there.
        let with_digits = |country: &str, account: &str| {
            let all = (2..99).map(|n| format!("{country}{n:02}{account}"));
            let results: Vec<_> = all.map(|text| read(&text)).collect();
            results
                .into_iter()
                .find(|read| *read != Err(NotIban::Check))
        };
        assert_eq!(
            with_digits("XX", "539007547034"),
            Some(Err(NotIban::Country))
        );
        assert_eq!(
            with_digits("BE", "53900754703400"),
            Some(Err(NotIban::Account))
        );
    }
}
