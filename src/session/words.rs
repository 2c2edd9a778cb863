//! What a session says for itself, in the language of its screen: what went wrong with the store, by its kind. The
//! names of files and folders are for the log.

use crate::journal::Fault;
use crate::plain::texts_of;
use crate::ui::kit::texts::{Lang, Texts};

/// Returns what a person is told of a fault.
pub(super) fn of_fault(lang: Lang, fault: &Fault) -> String {
    let (_, id) = texts_of(fault.kind);
    Texts::new(lang).get(id).into_owned()
}

/// Returns what a person is told when a part of the program failed.
pub(super) fn of_panic(lang: Lang) -> String {
    Texts::new(lang).get("fault-inside").into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::FaultKind;

    #[test]
    fn wks_4_every_fault_has_words_in_both_languages_and_names_no_path() {
        use FaultKind::*;
        for kind in [InUse, Damaged, NewerFormat, ReadOnly, Full, TooLarge, Other] {
            let fault = Fault::new(kind, "writing /srv/store/x failed", "look at /srv");
            let said = [Lang::En, Lang::Fr].map(|lang| of_fault(lang, &fault));
            assert_ne!(said[0], said[1], "{kind:?}");
            for words in said {
                assert!(!words.contains('/') && !words.contains("fault-"), "{words}");
            }
        }
    }
}
