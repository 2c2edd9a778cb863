//! The README and the pages of `assets/docs/` tell the truth: the tables of keys and commands are the program's
//! own, the pictures are of the real program, each command runs, each link leads somewhere.
//!
//! `ENTREMISE_UPDATE=1 cargo test --test inbox readme` writes tables and pictures anew; look at them then.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::{CommandFactory, Parser, Subcommand};

use crate::picture;
use crate::rig::{House, Rig, Seat};
use entremise::cli::Args;
use entremise::plain;
use entremise::ui::globals::all_entries;
use entremise::ui::kit::binding::markdown;
use entremise::ui::kit::texts::{Lang, Texts};

/// The longest the README may be; what is longer belongs on a page of its reader.
const LINES: usize = 120;

/// The folder of the pages.
const PAGES: &str = "assets/docs";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// Returns the README and the pages, each with its path.
fn pages() -> Vec<(String, String)> {
    let mut paths = vec!["README.md".to_owned()];
    for file in fs::read_dir(root().join(PAGES)).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        paths.push(format!("{PAGES}/{name}"));
    }
    paths[1..].sort();
    paths
        .into_iter()
        .map(|path| (path.clone(), text(&path)))
        .collect()
}

fn updating() -> bool {
    std::env::var_os("ENTREMISE_UPDATE").is_some()
}

/// Compares a file with what it should be, or writes it.
fn current(path: &Path, wanted: &str) {
    if updating() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, wanted).unwrap();
    }
    let found = fs::read_to_string(path).unwrap_or_default();
    assert!(
        found == wanted,
        "{} is stale: run ENTREMISE_UPDATE=1 cargo test --test inbox readme and look at the change",
        path.display()
    );
}

/// Compares what stands in a page between `<!-- mark -->` and `<!-- /mark -->` with what should, or writes it.
fn block(path: &str, mark: &str, wanted: &str) {
    let page = text(path);
    let (open, shut) = (format!("<!-- {mark} -->"), format!("<!-- /{mark} -->"));
    let (before, rest) = page.split_once(&open).unwrap();
    let (_, after) = rest.split_once(&shut).unwrap();
    let wanted = format!("{before}{open}\n{}\n{shut}{after}", wanted.trim());
    current(&root().join(path), &wanted);
}

#[test]
fn wks_1_the_page_on_keys_has_the_programs_own_key_table() {
    let table = markdown(&all_entries(), &Texts::new(Lang::En));
    block("assets/docs/keys.md", "keys", &table);
}

/// Returns how a command is called: its name, and the values it takes, in brackets where they can be left out.
fn call(command: &clap::Command, before: &str) -> String {
    let values = command.get_positionals().map(|arg| {
        let value = arg.get_value_names().unwrap_or_default().join(" ");
        match arg.is_required_set() {
            true => format!(" {value}"),
            false => format!(" [{value}]"),
        }
    });
    format!(
        "{before}{}{}",
        command.get_name(),
        values.collect::<String>()
    )
}

/// Adds a row for each command below `command`: how it is called, its options, what it does.
fn rows(command: &clap::Command, before: &str, out: &mut String) {
    for inner in command.get_subcommands() {
        let call = call(inner, before);
        if inner.has_subcommands() {
            rows(inner, &format!("{call} "), out);
            continue;
        }
        let options: Vec<_> = inner
            .get_arguments()
            .filter(|arg| !arg.is_global_set() && !arg.is_hide_set())
            .filter_map(|arg| Some(format!("`--{}`", arg.get_long()?)))
            .collect();
        let about = inner.get_about().unwrap().to_string();
        let (options, about) = (options.join(" "), about.replace('|', "\\|"));
        out.push_str(&format!("| `{call}` | {options} | {about} |\n"));
    }
}

#[test]
fn wks_5_the_page_on_commands_has_the_programs_own_commands() {
    let head = "| Command | Options | What it does |\n|---|---|---|\n";
    let plain = plain::Command::augment_subcommands(clap::Command::new("entremise"));
    let everywhere: BTreeSet<_> = plain.get_subcommands().map(|c| c.get_name()).collect();
    let mut here = clap::Command::new("entremise");
    for command in Args::command().get_subcommands() {
        if !everywhere.contains(command.get_name()) {
            here = here.subcommand(command.clone());
        }
    }
    assert!(here.has_subcommands() && everywhere.len() > 20);
    let (mut anywhere, mut local) = (head.to_owned(), head.to_owned());
    rows(&plain, "", &mut anywhere);
    rows(&here, "", &mut local);
    let tables = format!(
        "## Here and over SSH\n\n{anywhere}\n## Only on the machine that has the data\n\n{local}"
    );
    block("assets/docs/commands.md", "commands-table", &tables);
}

/// Returns the command lines behind `<!-- commands -->`.
fn commands(page: &str) -> Vec<String> {
    page.split("<!-- commands -->")
        .skip(1)
        .filter_map(|part| part.split("```sh").nth(1)?.split("```").next())
        .flat_map(str::lines)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Commands that may say nothing: lists that are empty in the store of this test, and what goes into a file.
const QUIET: [&str; 3] = ["is:overdue", "recap --since", " > "];

/// Runs a command of a page in `folder`, on the store in it.
fn run(command: &str, folder: &Path, page: &str) {
    let binary = PathBuf::from(env!("CARGO_BIN_EXE_entremise"));
    assert!(command.starts_with("entremise "), "{page}: {command}");
    let words = command.replacen("entremise", &format!("'{}'", binary.display()), 1);
    let mut run = Command::new("sh");
    run.args(["-c", &words])
        .current_dir(folder)
        .env("ENTREMISE_DATA", folder.join("data"))
        .env("LANG", "C");
    let run = crate::watch::output(&mut run);
    let (out, err) = (
        String::from_utf8_lossy(&run.stdout),
        String::from_utf8_lossy(&run.stderr),
    );
    assert!(run.status.success(), "{page}: {command}\n{out}\n{err}");
    let quiet = QUIET.iter().any(|sign| command.contains(sign));
    assert!(
        quiet || !out.trim().is_empty() || !err.trim().is_empty(),
        "{page}: {command} says nothing"
    );
}

#[test]
fn wks_5_every_command_of_the_readme_and_its_pages_runs() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mailbox.mbox"), MAILBOX).unwrap();
    fs::write(folder.path().join("requests.csv"), TABLE).unwrap();
    let mut count = 0;
    for (path, page) in pages() {
        // Each page goes on from what the README leaves, and needs no other page.
        let copy = tempfile::tempdir().unwrap();
        let own = if path == "README.md" {
            folder.path()
        } else {
            let from = folder.path().join(".");
            let mut cp = Command::new("cp");
            let copied = cp.arg("-R").arg(from).arg(copy.path()).status().unwrap();
            assert!(copied.success(), "{path}");
            copy.path()
        };
        for command in commands(&page) {
            run(&command, own, &path);
            count += 1;
        }
        if path == "README.md" {
            // P-2 of the pages.
            let camille = "entremise person add 'Camille Odin' --role facilitator";
            run(camille, own, &path);
        }
    }
    assert!(count >= 25, "{count}");
}

/// Returns what a page says to type: the lines of its blocks, and what stands between two back-quotes.
fn said(page: &str) -> Vec<String> {
    let (mut said, mut prose) = (Vec::new(), String::new());
    for (n, part) in page.split("```").enumerate() {
        match n % 2 {
            0 => prose.push_str(part),
            _ => said.extend(part.lines().skip(1).map(str::to_owned)),
        }
    }
    let inline = prose.split('`').skip(1).step_by(2);
    said.extend(inline.map(|code| code.split_whitespace().collect::<Vec<_>>().join(" ")));
    said
}

/// Returns the words of a command of ours, without what the shell does with it; nothing if it is another's.
fn ours(line: &str) -> Option<Vec<String>> {
    let cut = [" > ", " < "]
        .iter()
        .filter_map(|sign| line.find(sign))
        .min();
    let line = &line[..cut.unwrap_or(line.len())];
    let mut words = shell_words::split(line).ok()?;
    if words.first()? == "ssh" {
        let rest = words.get(4..).filter(|rest| !rest.is_empty())?.to_vec();
        words = [vec!["entremise".to_owned()], rest].concat();
        words.retain(|word| word != "help");
    }
    (words.first()? == "entremise").then_some(words)
}

#[test]
fn wks_5_every_command_that_the_pages_name_is_understood() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (path, page) in pages() {
        for line in said(&page) {
            let Some(words) = ours(&line) else { continue };
            count += 1;
            if let Err(told) = Args::try_parse_from(&words)
                && told.use_stderr()
            {
                wrong.push(format!("{path}: {line}: {}", told.kind()));
            }
        }
        let blocks = page.match_indices("```sh").map(|(at, _)| &page[..at]);
        for before in blocks.filter(|before| !before.trim_end().ends_with("-->")) {
            let line = before.lines().count() + 1;
            wrong.push(format!(
                "{path}:{line}: a block that no test runs: it needs a mark"
            ));
        }
    }
    assert!(
        wrong.is_empty() && count > 50,
        "{count}:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn wks_1_every_action_that_the_pages_quote_is_called_so() {
    let texts = Texts::new(Lang::En);
    let entries = all_entries().into_iter().flatten();
    let labels: BTreeSet<_> = entries.map(|entry| entry.label(&texts)).collect();
    let changes = ("CHANGELOG.md".to_owned(), text("CHANGELOG.md"));
    let mut count = 0;
    for (path, page) in pages().into_iter().chain([changes]) {
        // What the program itself says, in its tables, is its own.
        let page = page.split("<!-- keys -->").next().unwrap_or_default();
        for part in page.split('\u{201c}').skip(1) {
            let quoted = part.split('\u{201d}').next().unwrap_or_default();
            let label = quoted.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(
                labels.contains(&label),
                "{path}: no action is called {label}"
            );
            count += 1;
        }
    }
    assert!(count >= 4, "{count}");
}

#[test]
fn wks_5_the_readme_is_short_and_every_link_leads_somewhere() {
    let lines = text("README.md").lines().count();
    assert!(
        lines <= LINES,
        "README.md has {lines} lines: a page takes what is too much"
    );
    let mut wrong = Vec::new();
    let mut linked = BTreeSet::new();
    let more = ["CHANGELOG.md", "ARCHITECTURE.md", "assets/deploy/README.md"];
    let more = more.map(|path| (path.to_owned(), text(path)));
    for (path, page) in pages().into_iter().chain(more) {
        for part in page.split("](").skip(1) {
            let link = part.split([')', '#']).next().unwrap_or_default();
            if link.is_empty() || link.contains("://") {
                continue;
            }
            let leads = root().join(&path).parent().unwrap().join(link);
            if !leads.exists() {
                wrong.push(format!("{path}: {link}"));
            }
            if path == "README.md" {
                linked.insert(link.to_owned());
            }
        }
    }
    for (path, _) in pages().iter().skip(1) {
        if !linked.contains(path) {
            wrong.push(format!("README.md has no link to {path}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn wks_2_the_pictures_are_of_the_real_program() {
    let house = House::sample();
    let mut wide = Rig::at(&house, Seat::english(house.person("Martine"), (120, 34)));
    wide.keys("j j j j j");
    current(
        &root().join("assets/pictures/inbox.svg"),
        &picture::svg(&wide.frame()),
    );
    let mut people = Rig::at(&house, Seat::english(house.person("Inès"), (100, 24)));
    people.at_people().keys("j j j");
    current(
        &root().join("assets/pictures/people.svg"),
        &picture::svg(&people.frame()),
    );
    let mut office = Rig::at(&house, Seat::english(house.person("Martine"), (120, 34)));
    office.keys("8");
    current(
        &root().join("assets/pictures/office.svg"),
        &picture::svg(&office.frame()),
    );
    let mut board = Rig::at(&house, Seat::english(house.person("Camille"), (120, 34)));
    current(
        &root().join("assets/pictures/board.svg"),
        &picture::svg(&board.frame()),
    );
    let mut small = Rig::new(&house, house.person("Martine"));
    small.keys("j j j j j j Enter");
    current(
        &root().join("assets/pictures/case.svg"),
        &picture::svg(&small.frame()),
    );
}

const MAILBOX: &str = "From paul@timetours.example Mon Nov 16 09:12:00 2026
From: Paul Roux <paul@timetours.example>
To: accueil@passeurs.example
Subject: TIME TOURS / Demande de stats
Message-ID: <1@timetours.example>
Date: Mon, 16 Nov 2026 09:12:00 +0100

Bonjour, il me faudrait les statistiques. Paul
";

const TABLE: &str = "organisation;sujet;participants\nLyc\u{e9}e Nord;Atelier climat;60\n";
