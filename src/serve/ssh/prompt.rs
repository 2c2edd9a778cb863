//! What a stranger reads while a key of theirs is bound: which keys their program offered, and what is asked. In
//! both languages, for nobody knows yet which one is theirs; without accents, for the client spells them out where
//! it does not know its terminal.

use std::borrow::Cow;
use std::fmt::Write;

use crate::domain::access::{Fingerprint, NewKey};

/// A key that was offered and opens nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What it is known by.
    pub key: Fingerprint,
    /// What people call its kind.
    kind: &'static str,
}

impl Shown {
    /// What is shown of a key.
    pub fn of(key: &NewKey) -> Shown {
        Shown {
            key: key.fingerprint.clone(),
            kind: key.algorithm.short(),
        }
    }
}

/// What is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Round {
    /// Nothing any more; something is said.
    #[default]
    Over,
    /// Which key is to be bound. The list is told from this place on, as much of it as a client shows.
    Which(usize),
    /// The one-time code.
    Code,
    /// What the key is to be called.
    Name,
}

/// Keys of a list that are told at once: the OpenSSH client shows no more than 1,024 bytes of what it is told.
pub const PAGE: usize = 10;

/// No key was offered.
pub const NO_KEY: &str = "Your SSH client offered no key. Make one with: ssh-keygen -t ed25519\n\
    Votre programme ne presente aucune clef. Pour en creer une : ssh-keygen -t ed25519\n";
/// The number is none of those in the list.
pub const NO_SUCH_KEY: &str = "There is no key with this number: type one from the list.\n\
    Aucune clef n'a ce numero : saisissez-en un de la liste.\n";
/// The code opens nothing.
pub const WRONG_CODE: &str = "That code is not valid: check it, or ask for another.\n\
    Ce code n'est pas valable : verifiez-le, ou demandez-en un autre.\n";
/// So many codes were tried that none is looked at.
pub const TOO_MANY_CODES: &str = "Too many wrong codes came from your address: try again in ten minutes.\n\
    Trop de codes errones depuis votre adresse : reessayez dans dix minutes.\n";
/// The chosen key was somebody's before.
pub const SPENT_KEY: &str = "This key can no longer be used: offer another one. Your code is still valid.\n\
    Cette clef ne peut plus servir : presentez-en une autre. Votre code reste valable.\n";

/// The code is right, and the key not proven.
pub const CALL_AGAIN: &str = "Your code is correct. Connect again within ten minutes to finish adding this key.\n\
    Votre code est valable. Reconnectez-vous dans les dix minutes : cette clef sera alors la votre.\n";

/// Prompts, and whether what is typed is shown.
type Prompts = Vec<(Cow<'static, str>, bool)>;

/// The words of a round, after a remark: what is said, and what is asked. `chosen` is the place of the key that
/// was chosen already.
pub fn words(
    round: Round,
    remark: &str,
    shown: &[Shown],
    chosen: Option<usize>,
) -> (String, Prompts) {
    let mut said = remark.to_owned();
    let prompt: Cow<'static, str> = match round {
        Round::Over => return (said, Vec::new()),
        Round::Which(from) => {
            if from == 0 {
                said.push_str(
                    "None of these keys gives access here yet. A one-time code can add one:\n\
                     Aucune de ces clefs ne donne encore acces. Un code unique permet d'en lier une :\n",
                );
            }
            let page = shown.iter().enumerate().skip(from).take(PAGE);
            for (n, shown) in page {
                let _ = writeln!(said, "{:>4}  {}  {}", n + 1, shown.key, shown.kind);
            }
            if from + PAGE < shown.len() {
                return (said, Vec::new());
            }
            let before = chosen.map(|place| format!(" [{}]", place + 1));
            let before = before.unwrap_or_default();
            format!(
                "Which key, 1-{} / quelle clef, 1-{}{before}: ",
                shown.len(),
                shown.len()
            )
            .into()
        }
        Round::Code => {
            let key = chosen.and_then(|place| shown.get(place));
            if let Some(key) = key.filter(|_| remark.is_empty()) {
                let _ = write!(
                    said,
                    "The one-time code will add this key / le code unique liera cette clef :\n  {}  {}\n",
                    key.key, key.kind
                );
            }
            "Code: ".into()
        }
        Round::Name => "Name of this key (laptop) / nom de la clef : ".into(),
    };
    (said, vec![(prompt, true)])
}

/// The place of the key that a typed number means; nothing typed means the one that was chosen before.
pub fn chosen(typed: &str, before: Option<usize>, of: usize) -> Option<usize> {
    let typed = typed.trim();
    if typed.is_empty() {
        return before;
    }
    let number: usize = typed.parse().ok()?;
    let place = number.checked_sub(1)?;
    (place < of).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ppl_5_a_number_means_a_key_of_the_list_and_nothing_else() {
        for (typed, before, wanted) in [
            ("1", None, Some(0)),
            (" 3 \r", None, Some(2)),
            ("", None, None),
            ("", Some(1), Some(1)),
            ("0", Some(1), None),
            ("4", Some(1), None),
            ("-1", None, None),
            ("99999999999999999999", None, None),
            ("K7QM-2FXR-9TBD-PJZ4", None, None),
        ] {
            assert_eq!(chosen(typed, before, 3), wanted, "{typed:?}");
        }
    }

    #[test]
    fn ppl_5_a_long_list_of_keys_is_told_in_pieces_that_a_client_shows_whole() {
        let print = "SHA256:TUS9vJ6ZIb3GxjauAAKK3rcL97uncj1O5hTu2Ohg90A";
        let shown = Shown {
            key: Fingerprint::parse(print).unwrap(),
            kind: "ed25519-sk",
        };
        let keys = vec![shown; 40];
        for from in [0, 10, 20, 30] {
            let (said, prompts) = words(Round::Which(from), "", &keys, None);
            assert!(said.len() < 1_024, "{} bytes", said.len());
            assert_eq!(said.matches(print).count(), PAGE);
            assert_eq!(prompts.len(), usize::from(from == 30));
        }
        let (said, prompts) = words(Round::Which(40), NO_SUCH_KEY, &keys, Some(3));
        assert!(!said.contains(print) && prompts[0].0.contains("[4]"));
    }

    #[test]
    fn ppl_5_what_strangers_read_is_plain_ascii() {
        let remarks = [
            NO_KEY,
            NO_SUCH_KEY,
            WRONG_CODE,
            TOO_MANY_CODES,
            SPENT_KEY,
            CALL_AGAIN,
            "",
        ];
        for round in [Round::Over, Round::Which(0), Round::Code, Round::Name] {
            for remark in remarks {
                let (said, prompts) = words(round, remark, &[], None);
                assert!(said.is_ascii(), "{said}");
                assert!(prompts.iter().all(|(words, _)| words.is_ascii()));
                assert_eq!(prompts.is_empty(), round == Round::Over);
            }
        }
    }
}
