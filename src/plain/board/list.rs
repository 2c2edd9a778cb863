//! `board`: the opportunities, as a list.

use super::tell;
use crate::desk::views::{BoardList, BoardQuery};
use crate::plain::registry::{InWords, Needs};
use crate::plain::table::{Form, List};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem, USAGE};
use crate::text::split;

/// How many rows are made at a time.
const AT_ONCE: usize = 256;

/// List the opportunities
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Board {
    /// What to list, as in the filter line: mine, all, group:sub, country:FR, lang:fr
    #[arg(value_name = "WORDS")]
    words: Vec<String>,
    /// List only those you may propose for
    #[arg(long)]
    eligible: bool,
    #[command(flatten)]
    form: Form,
    /// List at most so many
    #[arg(long, default_value_t = 100, value_name = "N")]
    limit: usize,
}

impl InWords for Board {
    const NEEDS: Needs = Needs::Nothing;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (me, now) = (place.me()?, place.desk.now());
        let text = split::line(&self.words);
        let words = Words::new(place, me);
        let sight = place.desk.sight(me);
        if let Some(strange) = BoardQuery::strange(&text, sight.lists()) {
            return Err(Problem::with(USAGE, words.teller().strange(&strange)));
        }
        let mut query = BoardQuery::parse(&text);
        query.eligible |= self.eligible;
        let found = BoardList::make(&sight, query, now);
        let shown = found.len().min(self.limit);
        let mut list = List::new(place, &self.form, &tell::COLUMNS, out);
        let mut from = 0;
        while from < shown && !list.is_gone() {
            for row in found.window(&sight, from, AT_ONCE.min(shown - from), now) {
                let cells = || tell::cells(&words, &row);
                list.row(|| tell::row_json(&row, &words), cells).await;
            }
            from += AT_ONCE;
        }
        list.end().await;
        if !self.form.json && found.is_empty() {
            out.note(&words.text("board-nothing")).await;
        }
        out.limited(place, shown, found.len()).await;
        Ok(())
    }
}
