//! `lists`: the lists of the organisation (WKS-8) out as a file to edit, and in again.

use std::path::PathBuf;

use super::{MOST, guarded, printed};
use crate::assets;
use crate::domain::Command;
use crate::domain::lists::command::ListsCommand;
use crate::domain::lists::{List, ListName, Lists as Kept};
use crate::domain::person::Permission;
use crate::plain::input::{is_piped, text_of};
use crate::plain::problem::USAGE;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Print the lists of your organisation, or set them from a file
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Lists {
    /// Lists as `lists` prints them, edited; - reads what is piped in
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// Print this list only, like work; can be given several times
    #[arg(long = "only", value_name = "LIST", conflicts_with = "file")]
    only: Vec<String>,
    /// Say what the file would change, and change nothing
    #[arg(long, requires = "file")]
    check: bool,
}

impl InWords for Lists {
    const NEEDS: Needs = Needs::OneOf(&[Permission::ReadInbox]);

    fn reads(&self) -> bool {
        self.file.as_deref().is_some_and(is_piped)
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (sight, now) = (place.desk.sight(place.me()?), place.desk.now());
        let before = sight.whole_lists();
        let before = before.map_err(|refusal| place.refused(&refusal))?;
        let Some(file) = &self.file else {
            let text = assets::lists_text(before, &self.which()?);
            out.line(&printed(&text)).await;
            return Ok(());
        };
        let text = text_of(place, file, MOST, out).await?;
        let drafts = assets::lists_from(&text)?;
        let which: Vec<ListName> = drafts.iter().map(|draft| draft.list).collect();
        let printed_now = assets::lists_text(before, &which);
        let command = Command::Lists(ListsCommand::Change(drafts));
        let command = guarded(command, &text, &printed_now, sight.seq());
        if self.check {
            let after = sight.lists_after(&command, now);
            let after = after.map_err(|refusal| place.refused(&refusal))?;
            return told(place, "said-lists-would", before, &after, &which, out).await;
        }
        place.submit(command).await?;
        let published = place.desk.published();
        told(place, "said-lists", before, published.lists(), &which, out).await
    }
}

impl Lists {
    /// The lists that are to be printed.
    fn which(&self) -> Result<Vec<ListName>, Problem> {
        if self.only.is_empty() {
            return Ok(ListName::ALL.to_vec());
        }
        let named = |text: &String| {
            ListName::parse(text).ok_or_else(|| {
                let all = ListName::ALL.iter().map(|list| list.key());
                let known = all.collect::<Vec<_>>().join(", ");
                let values = [("text", text.clone()), ("known", known)];
                Problem::say(USAGE, "plain-none-of-them", values)
            })
        };
        self.only.iter().map(named).collect()
    }
}

/// Says how many lists are others than before, and what of each.
async fn told(
    place: &Place,
    id: &str,
    before: &Kept,
    after: &Kept,
    which: &[ListName],
    out: &mut Out,
) -> Result<(), Problem> {
    let changes = which.iter().filter_map(|list| {
        let change = Change::of(before.list(*list), after.list(*list));
        (change != Change::default()).then_some((*list, change))
    });
    let changes: Vec<(ListName, Change)> = changes.collect();
    out.line(&place.says(id, &[("n", changes.len().into())]))
        .await;
    for (list, change) in changes {
        let values = [
            ("list", list.key().into()),
            ("added", change.added.into()),
            ("changed", change.changed.into()),
            ("retired", change.retired.into()),
            ("removed", change.removed.into()),
        ];
        out.line(&place.says("said-list-change", &values)).await;
    }
    Ok(())
}

/// How many entries of a list became what.
#[derive(Clone, Copy, Default, PartialEq)]
struct Change {
    added: usize,
    /// Called otherwise, at another place, or back from being retired.
    changed: usize,
    retired: usize,
    removed: usize,
}

impl Change {
    fn of(before: &List, after: &List) -> Change {
        let mut change = Change::default();
        for (at, entry) in after.entries.iter().enumerate() {
            let mut olds = before.entries.iter().enumerate();
            match olds.find(|(_, old)| old.number == entry.number) {
                None => change.added += 1,
                Some((_, old)) if !old.retired && entry.retired => change.retired += 1,
                Some((place, old)) if old != entry || place != at => change.changed += 1,
                Some(_) => {}
            }
        }
        let stays = |number| after.entries.iter().any(|entry| entry.number == number);
        let gone = before.entries.iter().filter(|old| !stays(old.number));
        change.removed = gone.count();
        change
    }
}
