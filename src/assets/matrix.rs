//! The routing matrix as a file an administrator edits (REQ-4), and the first one, from S3.

use serde::Deserialize;

use super::{BadFile, read};
use crate::domain::person::Role;
use crate::domain::routing::{KindId, Routing, Row, Target};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    row: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    kind: String,
    #[serde(default)]
    keywords_en: Vec<String>,
    #[serde(default)]
    keywords_fr: Vec<String>,
    #[serde(default)]
    to: OneOrMany,
    #[serde(default)]
    copy: OneOrMany,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl Default for OneOrMany {
    fn default() -> Self {
        OneOrMany::Many(Vec::new())
    }
}

impl OneOrMany {
    fn targets(&self, kind: &str) -> Result<Vec<Target>, BadFile> {
        let names = match self {
            OneOrMany::One(name) => std::slice::from_ref(name),
            OneOrMany::Many(names) => names,
        };
        let target = |name: &String| {
            Role::parse(name).map(Target::Role).ok_or_else(|| {
                let roles = Role::ALL.map(Role::key).join(", ");
                bad(format!("{kind}: {name} is no role; roles are {roles}"))
            })
        };
        names.iter().map(target).collect()
    }
}

fn bad(problem: String) -> BadFile {
    BadFile { name: "routing.toml".to_owned(), problem }
}

/// The matrix that a new house starts with.
///
/// # Errors
/// The file does not read.
pub fn routing() -> Result<Routing, BadFile> {
    routing_from(include_str!("../../assets/routing.toml"))
}

/// A matrix from the text of such a file.
///
/// # Errors
/// What does not read, naming the row.
pub fn routing_from(source: &str) -> Result<Routing, BadFile> {
    let file: File = read("routing.toml", source)?;
    if file.row.len() > Routing::MOST {
        return Err(bad(format!("{} rows; at most {} are possible", file.row.len(), Routing::MOST)));
    }
    let rows = file.row.iter().enumerate().map(|(n, line)| {
        let keywords = line.keywords_en.iter().chain(&line.keywords_fr);
        Ok(Row {
            id: KindId(u8::try_from(n).unwrap_or(u8::MAX)),
            key: line.kind.as_str().into(),
            keywords: keywords.map(|words| words.as_str().into()).collect(),
            to: line.to.targets(&line.kind)?,
            copy: line.copy.targets(&line.kind)?,
        })
    });
    Ok(Routing { rows: rows.collect::<Result<_, BadFile>>()? })
}
