//! The fields of the index and the mark that says which words, and how far, it covers.
//!
//! No text is stored: fields hold what is searched, and the three numbers that a hit needs.

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions,
};

/// Changes with the fields, with the folding of words, and with tantivy's own format.
const FORMAT: u32 = 1;
/// Name under which the index knows our way of cutting words.
pub(super) const TOKENIZER: &str = "words";

/// The fields of a document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields {
    pub request: Field,
    pub seq: Field,
    pub at: Field,
    /// Subject, then names: two values, so that no phrase runs from one into the other.
    pub head: Field,
    pub body: Field,
}

/// Names of the numeric fields, by which their columns are read.
pub(super) const REQUEST: &str = "request";
pub(super) const SEQ: &str = "seq";
pub(super) const AT: &str = "at";

pub(super) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let words = TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer(TOKENIZER)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions),
    );
    let fields = Fields {
        request: builder.add_u64_field(REQUEST, FAST | INDEXED),
        seq: builder.add_u64_field(SEQ, FAST),
        at: builder.add_i64_field(AT, FAST),
        head: builder.add_text_field("head", words.clone()),
        body: builder.add_text_field("body", words),
    };
    (builder.build(), fields)
}

/// What a commit carries: the format, and the sequence up to which the index is complete.
pub(super) fn mark(through: u64) -> String {
    format!("entremise-search {FORMAT} {through}")
}

/// The sequence that a mark stands for; nothing if it is of another format or none of ours.
pub(super) fn covered_by(mark: &str) -> Option<u64> {
    let mut parts = mark.split(' ');
    let ours = parts.next() == Some("entremise-search")
        && parts.next().and_then(|f| f.parse().ok()) == Some(FORMAT);
    let through = parts.next()?.parse().ok()?;
    (ours && parts.next().is_none()).then_some(through)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn req_12_only_a_mark_of_this_format_counts() {
        assert_eq!(covered_by(&mark(u64::MAX)), Some(u64::MAX));
        let older = mark(7).replace(&format!(" {FORMAT} "), &format!(" {} ", FORMAT - 1));
        for other in [
            older.as_str(),
            "",
            "7",
            "entremise-search 1",
            "entremise-search 1 7 8",
        ] {
            assert_eq!(covered_by(other), None, "{other}");
        }
    }
}
