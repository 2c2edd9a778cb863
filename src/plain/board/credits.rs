//! `credits`: what is left of each kind, and every entry.

use super::tell;
use crate::desk::views::{CreditLine, CreditPage, load_credits};
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::person::Permission;
use crate::plain::numbers::Whom;
use crate::plain::people::whose;
use crate::plain::registry::{InWords, Needs};
use crate::plain::table::{Cell, Column, Form, List};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};

/// Show credits: what is left, and every entry
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Credits {
    /// The person, by name or P-number [default: yourself]
    who: Option<Whom>,
    #[command(flatten)]
    form: Form,
}

impl InWords for Credits {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Propose, Permission::GrantCredits]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let me = place.me()?;
        let whose = whose(place, self.who.as_ref())?;
        let page = load_credits(&place.desk, me, whose).await?;
        let page = page.map_err(|refusal| place.refused(&refusal))?;
        if self.form.json {
            out.line(&tell::credits_json(&page).to_string()).await;
            return Ok(());
        }
        let words = Words::new(place, me);
        left(&words, &page, out).await;
        let mut list = List::new(place, &self.form, &COLUMNS, out);
        for line in &page.lines {
            list.row(|| serde_json::Value::Null, || cells(&words, line))
                .await;
        }
        list.end().await;
        Ok(())
    }
}

/// What is left of each kind, and what a step costs.
async fn left(words: &Words, page: &CreditPage, out: &mut Out) {
    let teller = words.teller();
    if !page.on {
        out.line(&words.text("credits-off")).await;
    }
    let kinds = CreditKind::ALL.into_iter().zip(page.left).zip(page.prices);
    for ((kind, left), price) in kinds {
        let values = [
            ("step", teller.named("step", kind.key()).into()),
            ("left", left.into()),
            ("price", price.into()),
        ];
        out.line(&teller.texts.with("credits-left", &values)).await;
    }
}

/// The columns of the entries.
const COLUMNS: [Column; 6] = [
    Column::new("column-at"),
    Column::number("column-credits"),
    Column::new("column-step"),
    Column::new("column-entry"),
    Column::new("column-of").spare(),
    Column::text("column-why"),
];

fn cells(words: &Words, line: &CreditLine) -> [Cell; 6] {
    let teller = words.teller();
    let named = |list: &str, key: &str| Cell::named(key, teller.named(list, key));
    [
        Cell::at(words, line.at),
        Cell::plain(format!("{:+}", line.by)),
        named("step", line.kind.key()),
        named("credit", line.what),
        Cell::plain(&line.of),
        Cell::plain(&line.words),
    ]
}
