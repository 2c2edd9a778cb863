//! The order of the rooms in `domain/`: types stand below what they make up, what an area is below what it decides,
//! and areas point one way. Reads the sources as text; a path that only a macro makes is not seen.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::none;
use super::source::{Source, sources};

/// The rooms of `domain/`, from bottom to top; each uses itself and those before it. A file belongs to the room with
/// the longest name that its path begins with.
static ROOMS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let types = AREAS.iter().flat_map(|area| area.iter());
    let types = types.map(|room| (*room).to_owned());
    let decides = AREAS.iter().filter_map(|area| area.last());
    let rules = decides.filter_map(|room| Some(format!("{}/rules", room.split('/').next()?)));
    let own =
        |rooms: &[&str]| -> Vec<String> { rooms.iter().map(|room| (*room).to_owned()).collect() };
    [
        own(WORDS),
        types.collect(),
        own(TOGETHER),
        own(ASKED),
        rules.collect(),
        own(WAYS_IN),
    ]
    .concat()
});

/// The areas, each with the rooms of what it is: its rows, commands, events, refusals. What they decide,
/// `<area>/rules` of the last one, follows in the same order. A new area is a line here, behind those it builds on.
const AREAS: &[&[&str]] = &[
    &["saved_view", "facilitator", "person"],
    &["access"],
    &["organisation"],
    &[
        "terms",
        "prices",
        "routing",
        "house/command",
        "house/event",
        "house/refusal",
    ],
    &["lists/command", "lists/event", "lists/refusal"],
    &["request"],
    &["quotation"],
    &["opportunity"],
    &["firm"],
    &["escrow"],
];

/// Words and measures, of no area.
const WORDS: &[&str] = &[
    "ids",
    "permission",
    "named_file",
    "money",
    "iban",
    "calendar",
    "deed",
    "few",
    "packed",
    "pairs",
    "country",
    "language",
    "wording",
    "lists",
    "shelf",
    "restated",
    "queues",
    "trade",
    "house",
    "why",
    "money/refusal",
    "meta",
    "thing",
    "area",
];

/// What all areas make up together.
const TOGETHER: &[&str] = &[
    "undo/footing",
    "undo/refusal",
    "areas",
    "command",
    "event",
    "stored",
    "refusal",
    "files",
    "agenda",
    "state",
];

/// What every decision asks.
const ASKED: &[&str] = &[
    "eyes",
    "request/read_ahead",
    "decision",
    "wholes",
    "undo/table",
    "undo/stands",
];

/// The two ways in.
const WAYS_IN: &[&str] = &["undo", "decide"];

/// A path below `domain`, and the line it stands in.
type Named = (usize, Vec<String>);

/// The modules of `domain/`, and what its root hands on by a shorter name.
struct Map {
    modules: BTreeSet<Vec<String>>,
    handed_on: BTreeMap<String, Vec<String>>,
}

impl Map {
    fn of(sources: &[Source]) -> Map {
        let inside = sources.iter().filter_map(module_of);
        let mut map = Map {
            modules: inside.collect(),
            handed_on: BTreeMap::new(),
        };
        let root = sources.iter().find(|s| s.path == "src/domain/mod.rs");
        let paths = root.into_iter().flat_map(|root| map.named(root));
        let by_name = paths.filter_map(|(_, path)| Some((path.get(1..)?.last()?.clone(), path)));
        map.handed_on = by_name.collect();
        map
    }

    /// The paths below `domain` that product code of a file names: by `crate::domain`, by `super`, by a child's
    /// name in a `use`, and by the name of a module that a `use` brought in.
    fn named(&self, source: &Source) -> Vec<Named> {
        let Some(own) = module_of(source) else {
            return Vec::new();
        };
        let code = product(source);
        let mut found = Vec::new();
        for (at, written) in paths(&code) {
            let line = code[..at].matches('\n').count() + 1;
            let whole = match written.first().map(String::as_str) {
                Some("crate") => written
                    .get(1)
                    .filter(|name| *name == "domain")
                    .map(|_| written[2..].to_vec()),
                Some("super") => {
                    let up = written.iter().take_while(|part| *part == "super").count();
                    let keep = own.len().checked_sub(up);
                    keep.map(|keep| [&own[..keep], &written[up..]].concat())
                }
                _ => {
                    let child = [own.as_slice(), &written].concat();
                    self.modules
                        .contains(&child[..own.len() + 1])
                        .then_some(child)
                }
            };
            found.extend(
                whole
                    .filter(|path| !path.is_empty())
                    .map(|path| (line, path)),
            );
        }
        let brought: Vec<Named> = found
            .iter()
            .filter(|(_, path)| self.modules.contains(path))
            .cloned()
            .collect();
        for (_, module) in brought {
            let name = module.last().cloned().unwrap_or_default() + "::";
            for (at, _) in code.match_indices(&name) {
                let before = code[..at].chars().next_back();
                if !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                    let line = code[..at].matches('\n').count() + 1;
                    let rest = expanded(&code[at + name.len()..]);
                    found.extend(
                        rest.into_iter()
                            .map(|rest| (line, [module.as_slice(), &rest].concat())),
                    );
                }
            }
        }
        found
    }

    /// The room that a path leads into.
    fn room(&self, path: &[String]) -> Option<usize> {
        let handed = path.first().and_then(|name| self.handed_on.get(name));
        room_of(handed.map_or(path, Vec::as_slice))
    }

    /// What a file names of rooms above its own.
    fn upward(&self, source: &Source) -> Vec<String> {
        let Some(own) = module_of(source).filter(|own| !own.is_empty()) else {
            return Vec::new();
        };
        let Some(room) = room_of(&own) else {
            return vec![format!(
                "{}:1: of no room; add it to the rooms in its place",
                source.path
            )];
        };
        let above = self
            .named(source)
            .into_iter()
            .filter(|(_, path)| self.room(path) > Some(room));
        let above: BTreeSet<String> = above
            .map(|(line, path)| {
                let (path, room) = (path.join("::"), &ROOMS[room]);
                format!(
                    "{}:{line}: {room} uses {path}; hand it a value, or move the code up",
                    source.path
                )
            })
            .collect();
        above.into_iter().collect()
    }
}

/// The module a file of `domain/` is, below `domain`; none for tests and other layers.
fn module_of(source: &Source) -> Option<Vec<String>> {
    let inside = source
        .path
        .strip_prefix("src/domain/")?
        .strip_suffix(".rs")?;
    let mut parts: Vec<String> = inside.split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|last| last == "mod") {
        parts.pop();
    }
    (source.test.iter().any(|test| !test)).then_some(parts)
}

fn room_of(path: &[String]) -> Option<usize> {
    let begins = |room: &str| {
        let mut parts = path.iter();
        room.split('/')
            .all(|part| parts.next().is_some_and(|one| one == part))
    };
    let rooms = ROOMS.iter().enumerate().filter(|(_, room)| begins(room));
    let longest = rooms.max_by_key(|(_, room)| room.split('/').count());
    longest.map(|(at, _)| at)
}

/// The product code of a file, its lines where they were.
fn product(source: &Source) -> String {
    let lines = source.code.iter().zip(&source.test);
    let lines: Vec<&str> = lines
        .map(|(line, test)| if *test { "" } else { line.as_str() })
        .collect();
    lines.join("\n")
}

/// Every path that begins at the crate, at a `super`, or behind a `use`, with where it stands.
fn paths(code: &str) -> Vec<(usize, Vec<String>)> {
    let mut found = Vec::new();
    for start in ["crate::", "super::", "use "] {
        for (at, _) in code.match_indices(start) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':' || c == '$') {
                continue;
            }
            let from = if start == "use " {
                at + start.len()
            } else {
                at
            };
            let again = ["crate::", "super::"]
                .iter()
                .any(|start| code[from..].starts_with(start));
            if start != "use " || !again {
                found.extend(expanded(&code[from..]).into_iter().map(|path| (at, path)));
            }
        }
    }
    found
}

/// `a::{b, c::{self, D as E}}` gives `a::b`, `a::c`, `a::c::D`.
fn expanded(text: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    let mut path: Vec<String> = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let name: String = rest
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect();
        rest = &rest[name.len()..];
        if !name.is_empty() && name != "self" {
            path.push(name);
        }
        let Some(after) = rest.strip_prefix("::") else {
            break;
        };
        rest = after.trim_start();
        let Some(group) = rest.strip_prefix('{') else {
            continue;
        };
        for part in parts_of(group) {
            paths.extend(
                expanded(part)
                    .into_iter()
                    .map(|tail| [path.as_slice(), &tail].concat()),
            );
        }
        return paths;
    }
    if !path.is_empty() || paths.is_empty() {
        paths.push(path);
    }
    paths
}

/// The parts of a group up to its closing brace.
fn parts_of(group: &str) -> Vec<&str> {
    let (mut deep, mut from, mut parts) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => deep += 1,
            '}' if deep == 0 => {
                parts.push(&group[from..at]);
                break;
            }
            '}' => deep -= 1,
            ',' if deep == 0 => {
                parts.push(&group[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

#[test]
fn areas_point_one_way() {
    let sources = sources();
    let map = Map::of(&sources);
    let empty = ROOMS.iter().filter(|room| {
        let mut modules = map.modules.iter();
        !modules.any(|module| room_of(module).is_some_and(|at| ROOMS[at] == **room))
    });
    let empty: Vec<String> = empty.map(|room| format!("{room}: strike it out")).collect();
    none("Every room has a file", &empty);
    let wrong: Vec<String> = sources
        .iter()
        .flat_map(|source| map.upward(source))
        .collect();
    none("A room of the domain uses only those below it", &wrong);
}

#[test]
fn the_order_sees_what_it_looks_for() {
    let low = "//! x\nuse super::{ids::PersonId, decide::{self, decide}};\nuse crate::domain::State;\n\
               fn f() { super::undo::stands::posted_on(); crate::domain::request::rules::join::merge() }\n\
               #[cfg(test)]\nmod tests {\n    use super::decide;\n}\n";
    let sources = [
        Source::new("src/domain/mod.rs", "pub use state::State;\n", false),
        Source::new("src/domain/state.rs", "//! x\n", false),
        Source::new("src/domain/decide.rs", "pub fn decide() {}\n", false),
        Source::new("src/domain/ids.rs", "pub struct PersonId;\n", false),
        Source::new("src/domain/undo.rs", "mod stands;\nuse stands::x;\n", false),
        Source::new("src/domain/undo/stands.rs", "use super::decide;\n", false),
        Source::new(
            "src/domain/request/mod.rs",
            "pub mod rules;\npub use rules::join;\n",
            false,
        ),
        Source::new("src/domain/request/rules/mod.rs", "pub mod join;\n", false),
        Source::new("src/domain/person.rs", low, false),
    ];
    let map = Map::of(&sources);
    let found: Vec<String> = sources
        .iter()
        .flat_map(|source| map.upward(source))
        .collect();
    let places = found
        .iter()
        .map(|f| f.split(';').next().unwrap_or_default());
    assert_eq!(
        places.collect::<Vec<_>>(),
        [
            "src/domain/undo/stands.rs:1: undo/stands uses undo::decide",
            "src/domain/request/mod.rs:2: request uses request::rules::join",
            "src/domain/person.rs:2: person uses decide::decide",
            "src/domain/person.rs:2: person uses decide",
            "src/domain/person.rs:3: person uses State",
            "src/domain/person.rs:4: person uses request::rules::join::merge",
            "src/domain/person.rs:4: person uses undo::stands::posted_on",
        ]
    );
}
