//! The routing matrix as a file an administrator edits (REQ-4), and the first one, from S3.

use serde::Deserialize;

use super::names::{Names, names_text};
use super::texts::{Lang, Texts};
use super::{BadFile, read};
use crate::domain::PersonId;
use crate::domain::house::Language;
use crate::domain::lists::draft::EntryDraft;
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
    name: Option<Names>,
    #[serde(default)]
    retired: bool,
    #[serde(default)]
    keywords: Vec<String>,
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
            let person = name
                .starts_with("P-")
                .then(|| name.parse::<PersonId>().ok())
                .flatten();
            Role::parse(name)
                .map(Target::Role)
                .or(person.map(Target::Person))
                .ok_or_else(|| {
                    let roles = Role::ALL.map(Role::key).join(", ");
                    bad(format!(
                        "{kind}: {name} is neither a role nor a P-number; roles are {roles}"
                    ))
                })
        };
        names.iter().map(target).collect()
    }
}

fn bad(problem: String) -> BadFile {
    BadFile {
        name: "routing.toml".to_owned(),
        problem,
    }
}

/// The matrix that a new house starts with.
///
/// # Errors
/// The file does not read.
pub fn routing() -> Result<Routing, BadFile> {
    routing_from(
        include_str!("../../assets/routing.toml"),
        &Routing::default(),
    )
}

/// A matrix from the text of such a file. Rows that `known` has keep their number there, so that the
/// requests that refer to them still do; new ones get numbers of their own.
///
/// # Errors
/// What does not read, naming the row; a kind that stands twice; more rows than a matrix can have.
pub fn routing_from(source: &str, known: &Routing) -> Result<Routing, BadFile> {
    let file: File = read("routing.toml", source)?;
    if file.row.len() > Routing::MOST {
        return Err(bad(format!(
            "{} rows; at most {} are allowed",
            file.row.len(),
            Routing::MOST
        )));
    }
    let mut next = known
        .rows
        .iter()
        .map(|row| u16::from(row.id.0) + 1)
        .max()
        .unwrap_or(0);
    let mut rows: Vec<Row> = Vec::with_capacity(file.row.len());
    for line in &file.row {
        if rows.iter().any(|row| *row.key == *line.kind) {
            return Err(bad(format!("{} appears twice", line.kind)));
        }
        let id = match known.by_key(&line.kind) {
            Some(row) => row.id,
            None => {
                next += 1;
                KindId(
                    u8::try_from(next - 1)
                        .map_err(|_| bad("no numbers are left for new rows".to_owned()))?,
                )
            }
        };
        let mut keywords: Vec<Box<str>> = Vec::new();
        for words in line
            .keywords_en
            .iter()
            .chain(&line.keywords_fr)
            .chain(&line.keywords)
        {
            if !keywords.iter().any(|known| **known == **words) {
                keywords.push(words.as_str().into());
            }
        }
        rows.push(Row {
            id,
            key: line.kind.as_str().into(),
            keywords,
            to: line.to.targets(&line.kind)?,
            copy: line.copy.targets(&line.kind)?,
            names: names(line)?,
            retired: line.retired,
        });
    }
    Ok(Routing { rows })
}

/// What a row says it is called, but for what is called as it is shipped.
fn names(line: &Line) -> Result<Vec<(Language, Box<str>)>, BadFile> {
    let kind = &line.kind;
    let names = line.name.as_ref();
    let names = names.map(|names| names.own(|lang| shipped_name(kind, lang)));
    let names = names.transpose();
    let names = names.map_err(|why| bad(format!("{kind}, name: {why}")))?;
    let names = names.unwrap_or_default();
    let long = |name: &str| name.chars().count() > EntryDraft::NAME_MOST;
    match names.iter().find(|(_, name)| name.is_empty() || long(name)) {
        Some((language, _)) => Err(bad(format!(
            "{kind}, name: {} is empty, or longer than {} characters",
            language.code(),
            EntryDraft::NAME_MOST
        ))),
        None => Ok(names),
    }
}

/// What a kind of the shipped matrix is called in a language of the screens.
fn shipped_name(kind: &str, lang: Lang) -> Option<String> {
    let (texts, id) = (
        Texts::shared(lang),
        format!("kind-{}", kind.replace('_', "-")),
    );
    texts.has(&id).then(|| texts.get(&id).into_owned())
}

/// A matrix as the text of such a file, to edit and read in again.
pub fn routing_text(routing: &Routing) -> String {
    let list = |words: Vec<String>| {
        let quoted: Vec<String> = words
            .iter()
            .map(|word| toml::Value::from(word.as_str()).to_string())
            .collect();
        format!("[{}]", quoted.join(", "))
    };
    let target = |target: &Target| match target {
        Target::Role(role) => role.key().to_owned(),
        Target::Person(person) => person.to_string(),
    };
    let mut out = String::from(
        "# Who takes which kind of request, and who gets a copy. The longest keyword wins.\n\
         # name: what the kind is called, by language code. retired = true: it stays on what has it, and nobody can\n\
         # choose it any more. A kind that requests have can only be retired.\n",
    );
    for row in &routing.rows {
        out.push_str(&format!(
            "\n[[row]]\nkind = {}\n{}{}to = {}\ncopy = {}\nkeywords = {}\n",
            toml::Value::from(&*row.key),
            names_text("name", &row.names, |lang| shipped_name(&row.key, lang)),
            if row.retired { "retired = true\n" } else { "" },
            list(row.to.iter().map(target).collect()),
            list(row.copy.iter().map(target).collect()),
            list(row.keywords.iter().map(ToString::to_string).collect()),
        ));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn req_4_the_matrix_goes_out_and_comes_back_as_it_was() {
        let first = routing().unwrap();
        assert!(first.rows.len() >= 8);
        assert_eq!(routing_from(&routing_text(&first), &first).unwrap(), first);
    }

    #[test]
    fn req_4_an_edited_matrix_keeps_the_numbers_of_its_rows() {
        let first = routing().unwrap();
        let mut lines = first.clone();
        lines.rows.reverse();
        let text = format!(
            "{}\n[[row]]\nkind = \"catering\"\nto = \"P-2\"\n",
            routing_text(&lines)
        );
        let edited = routing_from(&text, &first).unwrap();
        for row in &first.rows {
            assert_eq!(
                edited.by_key(&row.key).map(|r| r.id),
                Some(row.id),
                "{}",
                row.key
            );
        }
        let new = edited.by_key("catering").unwrap();
        assert!(first.rows.iter().all(|row| row.id != new.id));
        assert_eq!(new.to, [Target::Person(PersonId(2))]);
    }

    #[test]
    fn wks_8_kinds_are_called_in_each_language_and_retired() {
        let first = routing().unwrap();
        let text = routing_text(&first);
        let line = "name = { en = \"Statistics\", fr = \"Demande de stats\" }\n";
        assert!(text.contains(line), "{text}");
        let own = "name = { nl = \"cijfers\", en = \"Statistics\" }\nretired = true\n";
        let edited = routing_from(&text.replace(line, own), &first).unwrap();
        let row = edited.by_key("statistics").unwrap();
        let dutch = Language::parse("nl").unwrap();
        assert_eq!(
            row.names,
            [(dutch, "cijfers".into())],
            "English as it is shipped"
        );
        assert!(row.retired);
        let again = routing_text(&edited);
        assert_eq!(routing_text(&routing_from(&again, &first).unwrap()), again);
        let wrong = text.replace(line, "name = { english = \"x\" }\n");
        let wrong = routing_from(&wrong, &first).unwrap_err().to_string();
        assert!(wrong.contains("statistics, name: english"), "{wrong}");
    }

    #[test]
    fn req_4_a_wrong_matrix_says_what_is_wrong() {
        let wrong = |text: &str| {
            routing_from(text, &Routing::default())
                .unwrap_err()
                .to_string()
        };
        assert!(
            wrong("[[row]]\nkind = \"a\"\nto = \"nobody\"").contains("nobody is neither a role")
        );
        assert!(wrong("[[row]]\nkind = \"a\"\n[[row]]\nkind = \"a\"").contains("appears twice"));
        assert!(wrong("[[row]]\nkynd = \"a\"").contains("kynd"));
    }
}
