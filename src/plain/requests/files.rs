//! `files R-…`: the files that came with a request, listed, saved to a folder or printed. One that cannot be saved
//! keeps none of the others back.

use std::path::{Path, PathBuf};

use super::save::{safe, save};
use crate::desk::views::{CaseFile, load_files};
use crate::domain::RequestId;
use crate::domain::person::Permission;
use crate::plain::problem::IO;
use crate::plain::registry::{InWords, Needs};
use crate::plain::table::{Cell, Column, Form, List};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};
use crate::text::sanitise::clean_line;

/// List the files that came with one request, print one, or save them
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Files {
    /// The request, like R-1042
    #[arg(value_name = "R-NUMBER")]
    request: RequestId,
    /// Save the files in this folder; nothing is overwritten
    #[arg(long, value_name = "DIR", conflicts_with = "get")]
    to: Option<PathBuf>,
    /// Print the content of the N-th file, for a file or a pipe
    #[arg(long, value_name = "N")]
    get: Option<usize>,
    #[command(flatten)]
    form: Form,
}

impl InWords for Files {
    const NEEDS: Needs = Needs::OneOf(&[Permission::ReadInbox]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (me, id) = (place.me()?, self.request);
        let files = load_files(&place.desk, me, id).await?;
        let files = files.map_err(|refusal| place.refused(&refusal))?;
        if let Some(n) = self.get {
            return get(place, &files, n, &id.to_string(), out).await;
        }
        match &self.to {
            Some(folder) => {
                let folder = place.path(folder)?;
                save_all(place, &files, &folder, out).await?;
                none(place, &files, &id.to_string(), out).await;
            }
            None => list(place, &self.form, &files, &id.to_string(), out).await?,
        }
        Ok(())
    }
}

/// The columns of files.
const COLUMNS: [Column; 2] = [Column::number("column-size"), Column::text("column-name")];

/// Lists the files of something, in the order of their numbers.
///
/// # Errors
/// Nobody who is known asks.
pub(in crate::plain) async fn list(
    place: &Place,
    form: &Form,
    files: &[CaseFile],
    of: &str,
    out: &mut Out,
) -> Result<(), Problem> {
    let words = Words::new(place, place.me()?);
    let mut list = List::new(place, form, &COLUMNS, out);
    for (n, file) in files.iter().enumerate() {
        let name = clean_line(&file.name);
        let bytes = i64::try_from(file.size).unwrap_or(i64::MAX);
        let size = words.teller().formats.number(bytes);
        let json = || serde_json::json!({"n": n + 1, "bytes": file.size, "name": name});
        let cells = || [Cell::named(bytes.to_string(), size), Cell::plain(&name)];
        list.row(json, cells).await;
    }
    list.end().await;
    none(place, files, of, out).await;
    Ok(())
}

async fn none(place: &Place, files: &[CaseFile], of: &str, out: &mut Out) {
    if files.is_empty() {
        let said = place.says("said-no-files", &[("of", of.into())]);
        out.note(&said).await;
    }
}

/// Saves every file that can be saved, and says at once which one cannot.
///
/// # Errors
/// How many could not.
async fn save_all(
    place: &Place,
    files: &[CaseFile],
    folder: &Path,
    out: &mut Out,
) -> Result<(), Problem> {
    let mut failed = 0;
    for file in files {
        let saved = bytes(place, file).and_then(|bytes| {
            save(folder, &safe(&file.name), &bytes).map_err(|error| {
                Problem::say(1, "plain-not-written", [])
                    .in_lang(place.lang)
                    .because(error)
            })
        });
        match saved {
            Ok(path) => out.line(&clean_line(&path.display().to_string())).await,
            Err(problem) => {
                failed += 1;
                let values = [
                    ("name", file.name.to_string().into()),
                    ("why", problem.to_string().into()),
                ];
                out.note(&place.says("said-not-saved", &values)).await;
            }
        }
    }
    match failed {
        0 => Ok(()),
        n => {
            let values = [("n", n.to_string()), ("of", files.len().to_string())];
            Err(Problem::say(IO, "plain-not-all-saved", values))
        }
    }
}

/// Prints the bytes of the `n`-th of `files`, the first is 1.
///
/// # Errors
/// There is no such one; a terminal would show it.
pub(in crate::plain) async fn get(
    place: &Place,
    files: &[CaseFile],
    n: usize,
    of: &str,
    out: &mut Out,
) -> Result<(), Problem> {
    let found = n.checked_sub(1).and_then(|at| files.get(at));
    let found = found.ok_or_else(|| {
        let values = [
            ("of", of.to_string()),
            ("files", files.len().to_string()),
            ("n", n.to_string()),
        ];
        Problem::say(1, "plain-so-many-files", values)
    })?;
    if place.columns.is_some() {
        let values = [("name", safe(&found.name))];
        return Err(Problem::say(1, "plain-file-no-text", values));
    }
    out.bytes(&bytes(place, found)?).await;
    Ok(())
}

fn bytes(place: &Place, file: &CaseFile) -> Result<Vec<u8>, Problem> {
    let gone = || Problem::say(1, "plain-file-gone", [("name", file.name.to_string())]);
    file.bytes(&place.desk)?.ok_or_else(gone)
}
