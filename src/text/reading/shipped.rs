//! The languages that are shipped, read once.

use std::sync::{Arc, LazyLock};

use super::file::as_written;
use super::{Lexicon, Words};

/// The languages that are shipped, by their codes. Of two that are as likely a mail is in the one before.
pub const SHIPPED: [&str; 6] = ["fr", "en", "de", "es", "it", "nl"];

const FILES: [&str; 6] = [
    include_str!("../../../assets/reading/fr.toml"),
    include_str!("../../../assets/reading/en.toml"),
    include_str!("../../../assets/reading/de.toml"),
    include_str!("../../../assets/reading/es.toml"),
    include_str!("../../../assets/reading/it.toml"),
    include_str!("../../../assets/reading/nl.toml"),
];

/// Returns the shipped words of a language; nothing for one that is not shipped.
pub fn shipped_words(language: &str) -> Option<&'static Words> {
    static ALL: LazyLock<Vec<Words>> = LazyLock::new(|| {
        // A test holds that every one of them reads.
        let all = FILES.iter().map(|text| as_written(text));
        all.map(|read| read.map(|read| read.words).unwrap_or_default())
            .collect()
    });
    let at = SHIPPED.iter().position(|code| *code == language)?;
    ALL.get(at)
}

/// Returns the lexicon of the languages that are shipped.
pub fn shipped() -> &'static Arc<Lexicon> {
    static READY: LazyLock<Arc<Lexicon>> = LazyLock::new(|| {
        let all = SHIPPED.iter();
        let all = all.filter_map(|code| Some((*code, shipped_words(code)?)));
        Arc::new(Lexicon::of(all))
    });
    &READY
}
