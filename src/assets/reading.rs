//! The words by which mail in a language is read (REQ-3, WKS-9), as the file in which a house changes a language or adds
//! another. The shipped ones stand in `text/reading/`, below the rules that read with them.

use super::BadFile;
use crate::domain::house::Language;
use crate::text::reading::{Words, words_from, words_text};

const NAME: &str = "reading.toml";

/// The words of a language from the text of their file.
///
/// # Errors
/// What does not read, or cannot be, with its line and field.
pub fn reading_from(source: &str) -> Result<(Language, Words), BadFile> {
    let bad = |problem: String| BadFile {
        name: NAME.to_owned(),
        problem,
    };
    if source.trim().is_empty() {
        return Err(bad("the file is empty; nothing was changed".to_owned()));
    }
    let (language, words) = words_from(source).map_err(|fault| bad(fault.problem))?;
    let known = super::language(&language);
    let known = known.ok_or_else(|| {
        bad(format!(
            "language: {language} is not a language; write its name, or a code like nl"
        ))
    })?;
    Ok((known, words))
}

/// The words of a language as the text of their file, to change and read in again.
pub fn reading_text(language: Language, words: &Words) -> String {
    words_text(language.code(), words)
}
