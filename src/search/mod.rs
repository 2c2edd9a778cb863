//! Full-text search over subjects, names and bodies (REQ-12): a tantivy index beside the journal.
//!
//! The index is derived: it can be deleted at any time and is built again from the journal, which alone
//! is the truth. It keeps no text, only where the text is (`seq`), so bodies are never twice on disk; the
//! caller reads the words back from the journal and cuts them with [`snippet()`].
//!
//! It never names a type of the domain, never writes to the journal, never stands in the writer's way,
//! and never refuses what a person typed: what is not syntax is taken literally.
//!
//! What a person types:
//! - case and accents do not matter (`e` finds `é`, `oe` finds `œ`), nor does a French elision
//!   (`atelier` finds `l'atelier`) or an English possessive (`client` finds `client's`);
//! - every word must be found, in one document; the last one may be unfinished, unless a space follows it;
//! - `"words in quotes"` (also `“…”` and `«…»`) must follow one another, as must the parts of
//!   `sous-traitance` once the word is finished; while it is being typed its parts are just words;
//! - `-word` and `-"some words"` leave out the documents that have them.
//!
//! Each request is found once, by its best document. Hits come best first; scores within about a tenth of one
//! another count as equal, and then the newest is first. Words of the subject, the names and the
//! organisation weigh more than those of the body.

mod ask;
mod fold;
mod index;
mod open;
mod problem;
mod rank;
mod reader;
mod schema;
mod snippet;
#[cfg(test)]
mod tests;
mod words;

pub use index::{Document, Index};
pub use problem::{Kind, Problem};
pub use rank::Hit;
pub use reader::{Found, MAX_HITS, Reader};
pub use snippet::{Snippet, snippet};
