//! The house's rules for its own code, each a test: layers point down, nothing that can panic, every
//! file says what it is for. Reads the sources as text; never builds, runs or changes anything.
//!
//! A failure names file and line, and what to do about it.

#[path = "house_rules/areas.rs"]
mod areas;
#[path = "house_rules/libraries.rs"]
mod libraries;
#[path = "house_rules/lists.rs"]
mod lists;
#[path = "house_rules/program.rs"]
mod program;
#[path = "house_rules/source.rs"]
mod source;

use std::fs;
use std::path::Path;

use source::{Source, crate_folder, sources, test_modules};

/// The layers from bottom to top; each may use those before it.
const LAYERS: [&str; 15] = [
    "text", "domain", "assets", "document", "interop", "journal", "search", "desk", "mail",
    "ingest", "ui", "plain", "session", "serve", "cli",
];

/// Layers that may use less than what lies below them.
const NARROW: [(&str, &[&str]); 4] = [
    ("journal", &[]),
    ("search", &["text"]),
    ("mail", &["text"]),
    ("interop", &["text", "domain"]),
];

/// The longest a file may be, and how long is long.
const LINES: (usize, usize) = (350, 500);

/// Waits that have a reason, by file.
const SLEEPS: [(&str, &str); 1] = [(
    "src/journal/engine.rs",
    "sled lets go of its folder a moment after its last handle is gone",
)];

/// Tables that never change once they are read, and are the same for every session, by file.
const TABLES: [(&str, &str); 7] = [
    ("src/assets/countries.rs", "250 countries, read once"),
    ("src/assets/languages.rs", "names of languages, read once"),
    ("src/assets/papers.rs", "the shipped wordings, read once"),
    (
        "src/assets/texts.rs",
        "the texts of a language take more memory than a session does",
    ),
    (
        "src/document/fonts.rs",
        "fonts are packed in the program, and unpacking one takes longer than a paper",
    ),
    ("src/domain/lists/kept.rs", "the shipped lists, read once"),
    ("src/text/reading/shipped.rs", "shipped words, read once"),
];

/// Fails with all that was found.
fn none(rule: &str, found: &[String]) {
    assert!(found.is_empty(), "\n{rule}:\n  {}\n", found.join("\n  "));
}

/// Whether `word` stands in `line` as a word of its own (`word` may begin or end with a sign).
fn has_word(line: &str, word: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let (first, last) = (part(word.chars().next()), part(word.chars().next_back()));
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        !(first && part(before) || last && part(after))
    })
}

/// The lines of product code in which one of `words` stands, with what to do about it.
fn lines_with(
    sources: &[Source],
    words: &[&str],
    applies: impl Fn(&Source) -> bool,
    todo: &str,
) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| applies(source)) {
        for (n, line) in source.product() {
            for word in words.iter().filter(|word| has_word(line, word)) {
                found.push(format!("{}:{n}: `{word}`; {todo}", source.path));
            }
        }
    }
    found
}

/// The modules at the root of the crate that a file names, each with its line: in `crate::name`, in
/// `crate::{…}`, and by so many `super::` that they reach the root.
fn root_modules(source: &Source) -> Vec<(usize, String)> {
    let lines = source.code.iter().zip(&source.test);
    let lines: Vec<&str> = lines
        .map(|(line, test)| if *test { "" } else { line.as_str() })
        .collect();
    let code = lines.join("\n");
    let mut found = Vec::new();
    let up = "super::".repeat(source.depth());
    for root in ["crate::", up.as_str()] {
        for (at, _) in code.match_indices(root) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':' || c == '$') {
                continue;
            }
            let line = code[..at].matches('\n').count() + 1;
            let names = first_names(&code[at + root.len()..]);
            found.extend(names.into_iter().map(|name| (line, name)));
        }
    }
    found
}

/// `name::…` gives `name`; `{a, b::{c, d}, e}` gives `a`, `b`, `e`.
fn first_names(path: &str) -> Vec<String> {
    let name = |text: &str| {
        text.chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    };
    let Some(group) = path.strip_prefix('{') else {
        return vec![name(path)];
    };
    let (mut deep, mut names, mut part) = (0, Vec::new(), String::new());
    for c in group.chars() {
        match c {
            '{' => deep += 1,
            '}' if deep == 0 => break,
            '}' => deep -= 1,
            ',' if deep == 0 => names.push(std::mem::take(&mut part)),
            c if deep == 0 => part.push(c),
            _ => {}
        }
    }
    names.push(part);
    names
        .iter()
        .map(|part| name(part.trim()))
        .filter(|name: &String| !name.is_empty())
        .collect()
}

/// What is wrong with the layers a file uses.
fn wrong_layers(source: &Source) -> Vec<String> {
    let Some(own) = source.layer() else {
        return Vec::new();
    };
    let height = |layer: &str| LAYERS.iter().position(|l| *l == layer);
    let narrow = NARROW
        .iter()
        .find(|(layer, _)| *layer == own)
        .map(|(_, allowed)| *allowed);
    let mut wrong = Vec::new();
    for (line, used) in root_modules(source) {
        let Some(there) = height(&used) else { continue };
        let allowed = match narrow {
            Some(allowed) => used == own || allowed.contains(&used.as_str()),
            None => Some(there) <= height(own),
        };
        if !allowed {
            wrong.push(format!(
                "{}:{line}: {own} uses {used}; move the code up, or hand it what it needs as a value",
                source.path
            ));
        }
    }
    wrong
}

/// The names of the crates this one depends on, as code writes them.
fn dependencies() -> Vec<String> {
    let manifest = fs::read_to_string(crate_folder().join("Cargo.toml")).expect("Cargo.toml");
    let lines = manifest
        .lines()
        .skip_while(|line| *line != "[dependencies]")
        .skip(1);
    let lines = lines.take_while(|line| !line.starts_with('['));
    let names = lines.filter_map(|line| {
        line.split_once('=')
            .map(|(name, _)| name.trim().replace('-', "_"))
    });
    names.filter(|name| !name.starts_with('#')).collect()
}

#[test]
fn layers_point_down() {
    let sources = sources();
    let wrong: Vec<String> = sources.iter().flat_map(wrong_layers).collect();
    none("A layer uses only those below it", &wrong);
    let strangers = sources
        .iter()
        .filter(|s| s.path.starts_with("src/") && s.layer().is_none());
    let strangers = strangers.filter(|s| !matches!(s.path.as_str(), "src/lib.rs" | "src/main.rs"));
    let strangers: Vec<String> = strangers
        .map(|s| format!("{}:1: of no layer; add it to LAYERS in its place", s.path))
        .collect();
    none("Every file belongs to a layer", &strangers);
}

#[test]
fn only_the_journal_names_its_engine() {
    let outside = |s: &Source| s.path.starts_with("src/") && !s.is_in("journal");
    let found = lines_with(
        &sources(),
        &["sled", "bincode"],
        outside,
        "go through `journal`",
    );
    none("Only journal/ names sled or bincode", &found);
}

#[test]
fn the_domain_is_pure() {
    // Calendars, persistent maps, what is stored; and two tables of the world that change without us:
    // which currencies there are with how many decimals, and what an account number looks like where.
    // And what gives a variant its own name as a word.
    let allowed = [
        "chrono",
        "chrono_tz",
        "serde",
        "imbl",
        "smallvec",
        "iso_currency",
        "iban_validate",
        "strum",
    ];
    let crates: Vec<String> = dependencies()
        .into_iter()
        .filter(|d| !allowed.contains(&d.as_str()))
        .collect();
    assert!(
        crates.len() > 20,
        "the manifest was not understood: {crates:?}"
    );
    let named: Vec<String> = crates
        .iter()
        .flat_map(|d| [format!("{d}::"), format!("use {d}")])
        .collect();
    let mut words: Vec<&str> = named.iter().map(String::as_str).collect();
    words.extend([
        "std::fs",
        "std::net",
        "std::env",
        "std::io",
        "std::process",
        "std::thread",
        "std::time",
        "SystemTime",
        "Instant",
        "Utc::now",
        "Local::now",
        "async fn",
        ".await",
        "println!",
        "eprintln!",
    ]);
    let todo = "the rules get time, ids and settings as values, and use std and the crates named here only";
    none(
        "domain/ is pure",
        &lines_with(&sources(), &words, |s| s.is_in("domain"), todo),
    );
}

#[test]
fn the_screen_does_no_io() {
    let words = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "tokio",
        "SystemTime::now",
        "Instant::now",
        "Utc::now",
        "Local::now",
        "async fn",
        ".await",
        "println!",
        "eprintln!",
    ];
    let todo = "let the session do it: return an Effect, and take what comes of it as an Event";
    none(
        "ui/ does no I/O and does not wait",
        &lines_with(&sources(), &words, |s| s.is_in("ui"), todo),
    );
}

/// PPL-2: a screen holds what its person sees; of the rest it cannot even name the type.
#[test]
fn ppl_2_the_screen_cannot_name_what_it_may_not_see() {
    let todo = "ask `desk::views::Sight`, which is made for one person";
    let words = ["Published", "State"];
    none(
        "ui/ sees the house through `Sight` alone",
        &lines_with(&sources(), &words, |s| s.is_in("ui"), todo),
    );
}

#[test]
fn anyhow_stays_at_the_edge() {
    let inside =
        |s: &Source| s.path.starts_with("src/") && !s.is_in("cli") && s.path != "src/main.rs";
    let found = lines_with(
        &sources(),
        &["anyhow"],
        inside,
        "name a Refusal or a Fault instead",
    );
    none("anyhow only in cli/ and main.rs", &found);
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent = sources()
        .into_iter()
        .filter(|s| !s.raw.first().is_some_and(|l| l.starts_with("//! ")));
    let silent = silent.map(|s| {
        format!(
            "{}:1: begin with `//!`: what it is for, what it never does",
            s.path
        )
    });
    none("Every file opens with `//!`", &silent.collect::<Vec<_>>());
}

#[test]
fn nothing_panics_by_intent() {
    let words = [
        ".unwrap()",
        ".expect(",
        "panic!(",
        "todo!(",
        "unimplemented!(",
        "dbg!(",
    ];
    let todo = "handle it, or return a Refusal or a Fault";
    let found = lines_with(&sources(), &words, |s| s.path.starts_with("src/"), todo);
    none("No panic outside tests", &found);
}

/// What is printed can fail: a reader that goes away, a full disk. The macros panic then.
#[test]
fn everything_is_printed_through_one_writer() {
    let words = ["println!", "eprintln!", "print!", "eprint!"];
    let todo = "print through `cli::print`, which knows readers that go away and full disks";
    let found = lines_with(&sources(), &words, |s| s.path.starts_with("src/"), todo);
    none("No print macros outside tests", &found);
}

#[test]
fn nothing_is_dead_or_shared_behind_the_back() {
    let sources = sources();
    let mut found = Vec::new();
    // Put together, so that this file does not find itself.
    let dead = ["allow(dead", "_code)"].concat();
    let statics = [
        "Mutex", "RwLock", "RefCell", "Cell<", "Atomic", "OnceCell", "OnceLock", "LazyLock",
    ];
    for source in &sources {
        for (n, line) in source.code.iter().enumerate() {
            let place = format!("{}:{}", source.path, n + 1);
            if line.contains(&dead) {
                found.push(format!(
                    "{place}: remove what is dead, and the permission for it"
                ));
            }
            if source.test[n] {
                continue;
            }
            let is_static =
                has_word(line, "static") && line.contains(':') && !line.contains("'static");
            let state = is_static && statics.iter().any(|cell| line.contains(cell));
            let table = TABLES.iter().any(|(path, _)| *path == source.path);
            if state && !table
                || has_word(line, "static mut")
                || line.contains("thread_local!")
                || line.contains("lazy_static")
            {
                found.push(format!(
                    "{place}: keep state in the session or the desk, never in a static"
                ));
            }
            if has_word(line, "unbounded_channel") || has_word(line, "UnboundedSender") {
                found.push(format!("{place}: give the channel a limit"));
            }
        }
    }
    none(
        "No dead code, no state in statics, no queue without a limit",
        &found,
    );
}

#[test]
fn nobody_sleeps() {
    // Put together, so that this file does not find itself.
    let sleep = ["thread::", "sleep"].concat();
    let mut found = Vec::new();
    for source in sources()
        .iter()
        .filter(|s| !SLEEPS.iter().any(|(path, _)| *path == s.path))
    {
        let lines = source
            .code
            .iter()
            .enumerate()
            .filter(|(_, line)| has_word(line, &sleep));
        found.extend(lines.map(|(n, _)| {
            format!(
                "{}:{}: wait for a condition with a deadline instead",
                source.path,
                n + 1
            )
        }));
    }
    none("No sleeping, neither in the product nor in tests", &found);
}

#[test]
fn files_are_small_rooms() {
    let mut sources = sources();
    sources.sort_by_key(|source| std::cmp::Reverse(source.raw.len()));
    for source in sources.iter().filter(|s| s.raw.len() > LINES.0) {
        println!("long: {} has {} lines", source.path, source.raw.len());
    }
    let found = sources.iter().filter(|s| s.raw.len() > LINES.1);
    let found = found.map(|s| {
        format!(
            "{}:{}: make it two files, one reason each",
            s.path,
            s.raw.len()
        )
    });
    none("No file above 500 lines", &found.collect::<Vec<_>>());
}

#[test]
fn the_rules_see_what_they_look_for() {
    let text = "//! x\nuse crate::{text::a, desk::{b, c},\n  mail};\nfn f() { g(\"crate::cli // no\", 'x', '\"'); } // .unwrap()\n\
                let r = r#\"panic!( \" \"#; /* todo!( /* */ */ x.unwrap();\nuse super::super::ui::x;\n\
                #[cfg(test)]\nmod tests {\n    use crate::cli;\n    fn f() { panic!() }\n}\nfn g<'a>(x: &'a str) { dbg!(x) }\n";
    let source = Source::new("src/domain/x.rs", text, false);
    let names: Vec<(usize, String)> = root_modules(&source);
    let names: Vec<(usize, &str)> = names.iter().map(|(n, name)| (*n, name.as_str())).collect();
    assert_eq!(names, [(2, "text"), (2, "desk"), (2, "mail"), (6, "ui")]);
    assert_eq!(wrong_layers(&source).len(), 3);
    let words = [".unwrap()", "panic!(", "todo!(", "dbg!("];
    let found = lines_with(&[source], &words, |_| true, "");
    let places: Vec<&str> = found
        .iter()
        .map(|f| f.split('`').next().unwrap_or_default())
        .collect();
    assert_eq!(places, ["src/domain/x.rs:5: ", "src/domain/x.rs:12: "]);
    let attributes = "#[cfg(test)]\n#[path = \"x_tests.rs\"]\nmod tests;\nfn f() {}\n#[cfg(test)]\nuse a::{b};\nfn g() {}\n";
    let source = Source::new("src/ui/kit/x.rs", attributes, false);
    assert_eq!(source.test, [true, true, true, false, true, true, false]);
    assert_eq!(
        test_modules(&source, Path::new("src/ui/kit"), "x"),
        [Path::new("src/ui/kit/x_tests")]
    );
    assert!(has_word("a.unwrap();", ".unwrap()") && !has_word("settled", "sled"));
}
