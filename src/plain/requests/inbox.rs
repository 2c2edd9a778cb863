//! `inbox`: the request inbox as a list (WKS-5).

use super::tell;
use crate::desk::views;
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::table::{Form, List};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem, USAGE};
use crate::text::split;

/// List the request inbox
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Inbox {
    /// What to list, as in the filter line [default: is:open]
    #[arg(value_name = "WORDS")]
    words: Vec<String>,
    #[command(flatten)]
    form: Form,
    /// List at most so many
    #[arg(long, default_value_t = 100, value_name = "N")]
    limit: usize,
}

impl InWords for Inbox {
    const NEEDS: Needs = Needs::OneOf(&[Permission::ReadInbox]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (me, now) = (place.me()?, place.desk.now());
        let asked = match self.words.is_empty() {
            true => "is:open".to_owned(),
            false => split::line(&self.words),
        };
        let inbox = views::Inbox::build(&place.desk.sight(me), &asked, now)
            .map_err(|refusal| place.refused(&refusal))?;
        let words = Words::new(place, me);
        if let Some(strange) = inbox.strange_filter() {
            return Err(Problem::with(USAGE, words.teller().strange(&strange)));
        }
        let mut list = List::new(place, &self.form, &tell::COLUMNS, out);
        for n in 0..inbox.len().min(self.limit) {
            let Some(row) = inbox.row(n, now) else {
                continue;
            };
            let cells = || tell::cells(&words, &row, now);
            list.row(|| tell::row_json(&row), cells).await;
            if list.is_gone() {
                return Ok(());
            }
        }
        list.end().await;
        out.limited(place, self.limit, inbox.len()).await;
        Ok(())
    }
}
