//! The sources as the house's rules look at them: lines of code without comments and quotations, and
//! which of them are test code.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::LAYERS;

/// A source file, cut into lines.
pub struct Source {
    /// Its path below the crate's folder, with `/`.
    pub path: String,
    /// As it is written.
    pub raw: Vec<String>,
    /// The same lines without comments and without what stands in quotes.
    pub code: Vec<String>,
    /// Whether a line is test code.
    pub test: Vec<bool>,
}

impl Source {
    pub fn new(path: &str, text: &str, is_test: bool) -> Source {
        let code: Vec<String> = bare(text).lines().map(str::to_owned).collect();
        let test = if is_test {
            vec![true; code.len()]
        } else {
            test_lines(&code)
        };
        Source {
            path: path.to_owned(),
            raw: text.lines().map(str::to_owned).collect(),
            code,
            test,
        }
    }

    /// Lines of code that are not test code, with their numbers.
    pub fn product(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.code.iter().enumerate().filter(|(n, _)| !self.test[*n]);
        lines.map(|(n, line)| (n + 1, line.as_str()))
    }

    /// The layer it belongs to; none for `lib.rs` and `main.rs`.
    pub fn layer(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        let first = inside.split('/').next()?.trim_end_matches(".rs");
        LAYERS.into_iter().find(|layer| *layer == first)
    }

    pub fn is_in(&self, layer: &str) -> bool {
        self.layer() == Some(layer)
    }

    /// How many modules deep it lies: `src/desk/feed.rs` and `src/desk/views/mod.rs` are at 2.
    pub fn depth(&self) -> usize {
        let inside = self.path.trim_start_matches("src/");
        let parts = inside.split('/').count();
        if inside.ends_with("/mod.rs") {
            parts - 1
        } else {
            parts
        }
    }
}

/// Blanks out comments and what stands in quotes; lines stay where they are.
fn bare(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let end = end_of_blank(&chars, at);
        if end == at {
            out.push(chars[at]);
            at += 1;
            continue;
        }
        out.extend(
            chars[at..end]
                .iter()
                .map(|c| if *c == '\n' { '\n' } else { ' ' }),
        );
        at = end;
    }
    out
}

/// Where the comment, string or character that begins at `at` ends; `at` itself when none does.
fn end_of_blank(chars: &[char], at: usize) -> usize {
    if !matches!(chars[at], '/' | '"' | 'r' | '\'') {
        return at;
    }
    let rest = &chars[at..];
    let starts = |prefix: &str| rest.iter().copied().take(prefix.len()).eq(prefix.chars());
    let word_before = at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_');
    if starts("//") {
        return at + rest.iter().position(|c| *c == '\n').unwrap_or(rest.len());
    }
    if starts("/*") {
        return at + block_comment(rest);
    }
    if starts("\"") {
        return at + quoted(rest, '"');
    }
    if !word_before {
        let hashes = rest.iter().skip(1).take_while(|c| **c == '#').count();
        if starts("r") && rest.get(1 + hashes) == Some(&'"') {
            return at + raw_string(rest, hashes);
        }
    }
    let character = rest.get(1) == Some(&'\\') || rest.get(2) == Some(&'\'');
    if starts("'") && character {
        at + quoted(rest, '\'')
    } else {
        at
    }
}

fn block_comment(rest: &[char]) -> usize {
    let (mut deep, mut at) = (0, 0);
    while at < rest.len() {
        match (rest[at], rest.get(at + 1)) {
            ('/', Some('*')) => (deep, at) = (deep + 1, at + 2),
            ('*', Some('/')) => (deep, at) = (deep - 1, at + 2),
            _ => at += 1,
        }
        if deep == 0 {
            return at;
        }
    }
    at
}

fn quoted(rest: &[char], mark: char) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != mark {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

fn raw_string(rest: &[char], hashes: usize) -> usize {
    let mut at = hashes + 2;
    while at < rest.len() {
        let closes = rest[at] == '"' && rest.iter().skip(at + 1).take(hashes).all(|c| *c == '#');
        at += 1;
        if closes {
            return (at + hashes).min(rest.len());
        }
    }
    rest.len()
}

/// Which lines belong to an item under `#[cfg(test)]`.
fn test_lines(code: &[String]) -> Vec<bool> {
    let mut test = vec![false; code.len()];
    let mut n = 0;
    while n < code.len() {
        if !code[n].contains("#[cfg(test)]") {
            n += 1;
            continue;
        }
        let end = end_of_item(code, n);
        test[n..=end].fill(true);
        n = end + 1;
    }
    test
}

/// The last line of the item whose attribute stands on line `from`.
fn end_of_item(code: &[String], from: usize) -> usize {
    let mut deep = 0_usize;
    for (n, line) in code.iter().enumerate().skip(from) {
        let line = if n == from {
            line.replacen("#[cfg(test)]", "", 1)
        } else {
            line.clone()
        };
        for c in line.chars() {
            match c {
                '{' | '(' | '[' => deep += 1,
                '}' | ')' | ']' => {
                    deep = deep.saturating_sub(1);
                    if deep == 0 && c == '}' {
                        return n;
                    }
                }
                ';' if deep == 0 => return n,
                _ => {}
            }
        }
    }
    code.len().saturating_sub(1)
}

/// The files that a file brings in for tests only, as paths without ending.
pub fn test_modules(source: &Source, folder: &Path, stem: &str) -> Vec<PathBuf> {
    let own = matches!(stem, "mod" | "lib" | "main");
    let mut found = Vec::new();
    for (n, line) in source.code.iter().enumerate() {
        let Some(name) = line.trim().strip_suffix(';').and_then(module_name) else {
            continue;
        };
        if !source.test[n] {
            continue;
        }
        let path = source.raw[..n]
            .iter()
            .rev()
            .take_while(|l| l.trim().starts_with("#["));
        let path = path.filter_map(|l| l.trim().strip_prefix("#[path = \"")?.strip_suffix("\"]"));
        found.push(match path.last() {
            Some(path) => folder.join(path.trim_end_matches(".rs")),
            None if own => folder.join(name),
            None => folder.join(stem).join(name),
        });
    }
    found
}

fn module_name(declaration: &str) -> Option<&str> {
    let words: Vec<&str> = declaration.split_whitespace().collect();
    match words.as_slice() {
        [.., "mod", name] => Some(name),
        _ => None,
    }
}

pub fn crate_folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files_below(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// All sources of the crate and of its tests.
pub fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    for folder in ["src", "tests", "benches"] {
        if crate_folder().join(folder).is_dir() {
            files_below(&crate_folder().join(folder), &mut paths);
        }
    }
    paths.sort();
    assert!(paths.len() > 50, "only {} sources found", paths.len());
    let read = |path: &PathBuf| {
        fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    };
    let texts: Vec<(String, String)> = paths
        .iter()
        .map(|path| (name_of(path), read(path)))
        .collect();
    let mut only_tests = BTreeSet::new();
    for (path, (name, text)) in paths.iter().zip(&texts) {
        let stem = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or_default();
        let folder = path.parent().unwrap_or(path);
        only_tests.extend(test_modules(&Source::new(name, text, false), folder, stem));
    }
    let is_test = |path: &Path, name: &str| {
        let stem = path.with_extension("");
        let named = !name.starts_with("src/")
            || name.ends_with("_tests.rs")
            || name
                .split('/')
                .any(|part| part == "tests" || part == "tests.rs");
        named || stem.ancestors().any(|above| only_tests.contains(above))
    };
    let files = paths.iter().zip(&texts);
    files
        .map(|(path, (name, text))| Source::new(name, text, is_test(path, name)))
        .collect()
}

fn name_of(path: &Path) -> String {
    let inside = path.strip_prefix(crate_folder()).unwrap_or(path);
    inside.to_string_lossy().replace('\\', "/")
}
