//! Settings as a file people edit: out with comments, in with the line of whatever is wrong. A file that comes in changes
//! what it says and nothing else; one with a mistake changes nothing.

use super::{Config, Section, Spot, Value, Why, holds, spot};
use crate::assets::texts::Texts;
use crate::text::fit;

/// Columns of a comment.
const WIDTH: usize = 96;

/// What is wrong with a file of settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadSetting {
    /// In which line, where one is known.
    pub line: Option<usize>,
    /// The setting, as the file names it.
    pub key: String,
    /// Why.
    pub why: BadWhy,
}

/// Why a file of settings is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadWhy {
    /// It is no such file.
    Syntax(String),
    /// It says nothing.
    Empty,
    /// A value is none.
    Value(Why),
}

/// Returns settings as a file to edit, with what each is for in the language of `texts`: all of them, or a section.
pub fn settings_text(config: &Config, section: Option<Section>, texts: &Texts) -> String {
    let mut out = String::new();
    comment(&mut out, &texts.get("settings-file"));
    write(config, section, &mut out, |spot, out| {
        let id = spot.text_id();
        let help = texts.get(&format!("{id}-help"));
        comment(out, &format!("{}: {help}", texts.get(&id)));
        if let Some(holds) = holds(spot, config, texts) {
            comment(out, &texts.with("settings-now", &[("now", holds.into())]));
        }
        if let Some(usual) = spot
            .usual(config)
            .filter(|usual| *usual != spot.get(config))
        {
            let usual = usual.typed(spot.setting.kind);
            let usual = match usual.is_empty() {
                true => texts.get("settings-nothing").into_owned(),
                false => usual,
            };
            comment(
                out,
                &texts.with("settings-begins-as", &[("usual", usual.into())]),
            );
        }
    });
    out
}

/// Returns the same without comments: which edition it is, whatever the language.
pub fn settings_plain(config: &Config, section: Option<Section>) -> String {
    let mut out = String::new();
    write(config, section, &mut out, |_, _| ());
    out
}

fn write(
    config: &Config,
    section: Option<Section>,
    out: &mut String,
    before: impl Fn(&Spot, &mut String),
) {
    let mut head = String::new();
    let spots = config.spots().into_iter();
    let spots = spots.filter(|spot| section.is_none_or(|section| spot.setting.section == section));
    for spot in spots {
        let key = spot.to_string();
        let (table, name) = key.rsplit_once('.').unwrap_or(("", &key));
        if head != table {
            out.push_str(&format!("\n[{table}]\n"));
            head = table.to_owned();
        }
        before(&spot, out);
        out.push_str(&format!("{name} = {}\n", spot.get(config).in_file()));
    }
}

fn comment(out: &mut String, text: &str) {
    for line in text.lines().flat_map(|line| fit::wrap(line, WIDTH)) {
        out.push_str(&format!("# {line}\n"));
    }
}

/// Returns the settings after a file of them was read over `config`.
///
/// # Errors
/// The first thing that is wrong, with its line and its setting.
pub fn settings_from(source: &str, config: &Config) -> Result<Config, BadSetting> {
    let bad = |line, key: &str, why| BadSetting {
        line,
        key: key.to_owned(),
        why,
    };
    let table: toml::Table = toml::from_str(source).map_err(|error| {
        let at = error.span().map(|span| span.start);
        let line = at
            .and_then(|at| source.get(..at))
            .map(|before| before.lines().count().max(1));
        bad(line, "", BadWhy::Syntax(error.message().to_owned()))
    })?;
    let mut found = Vec::new();
    flatten("", &table, &mut found);
    if found.is_empty() {
        return Err(bad(None, "", BadWhy::Empty));
    }
    // In the order of the table, whatever that of the file: one may depend on another before it.
    let mut spots = Vec::new();
    for (key, value) in found {
        let wrong = |why| bad(line_of(source, &key), &key, BadWhy::Value(why));
        let spot = spot(&key).ok_or_else(|| wrong(Why::NoSuchSetting))?;
        let value = value.ok_or_else(|| wrong(Why::NotKind("\"…\"")))?;
        spots.push((spot, value, key));
    }
    spots.sort_by_key(|(spot, ..)| place(spot));
    let mut read = config.clone();
    for (spot, value, key) in spots {
        let done = spot.set(&mut read, value);
        done.map_err(|why| bad(line_of(source, &key), &key, BadWhy::Value(why)))?;
    }
    Ok(read)
}

fn place(of: &Spot) -> Option<usize> {
    let mut all = super::SETTINGS.iter();
    all.position(|one| std::ptr::eq(one, of.setting))
}

/// Every value of a file, by its whole name; `None` for one that no setting can have.
fn flatten(before: &str, table: &toml::Table, into: &mut Vec<(String, Option<Value>)>) {
    for (name, value) in table {
        let key = match before.is_empty() {
            true => name.clone(),
            false => format!("{before}.{name}"),
        };
        match value {
            toml::Value::Table(inner) => flatten(&key, inner, into),
            value => into.push((key, Value::of_file(value))),
        }
    }
}

/// The line in which a setting stands.
fn line_of(source: &str, key: &str) -> Option<usize> {
    let (table, name) = key.rsplit_once('.').unwrap_or(("", key));
    let mut head = String::new();
    let lines = source.lines().enumerate();
    for (at, line) in lines {
        let line = line.trim();
        if let Some(inner) = line
            .strip_prefix('[')
            .and_then(|rest| rest.split(']').next())
        {
            head = inner.trim().to_owned();
        }
        let stated = line.split('=').next().map(str::trim).unwrap_or_default();
        let whole = stated == key || (head == table && stated == name);
        let nested = !head.is_empty() && format!("{head}.{stated}") == key;
        if line.contains('=') && (whole || nested) {
            return Some(at + 1);
        }
    }
    None
}
