//! The README tells the truth: its key table is the program's own, its pictures are of the real program,
//! and each of its commands runs.
//!
//! `ENTREMISE_UPDATE=1 cargo test --test inbox readme` writes table and pictures anew; look at them then.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::picture;
use crate::rig::{House, Rig, Seat};
use entremise::ui::globals::all_entries;
use entremise::ui::kit::binding::markdown;
use entremise::ui::kit::texts::{Lang, Texts};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).unwrap()
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

#[test]
fn wks_1_the_readme_has_the_programs_own_key_table() {
    let table = markdown(&all_entries(), &Texts::new(Lang::En));
    let readme = readme();
    let (before, rest) = readme.split_once("<!-- keys -->").unwrap();
    let (_, after) = rest.split_once("<!-- /keys -->").unwrap();
    let wanted = format!(
        "{before}<!-- keys -->\n{}\n<!-- /keys -->{after}",
        table.trim_end()
    );
    current(&root().join("README.md"), &wanted);
}

/// The command lines behind `<!-- commands -->`.
fn commands(readme: &str) -> Vec<String> {
    readme
        .split("<!-- commands -->")
        .skip(1)
        .filter_map(|part| part.split("```sh").nth(1)?.split("```").next())
        .flat_map(str::lines)
        .filter(|line| line.starts_with("entremise "))
        .map(str::to_owned)
        .collect()
}

#[test]
fn wks_5_every_command_of_the_readme_runs() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mailbox.mbox"), MAILBOX).unwrap();
    fs::write(folder.path().join("requests.csv"), TABLE).unwrap();
    let commands = commands(&readme());
    assert!(commands.len() >= 9, "{commands:?}");
    for command in &commands {
        let binary = PathBuf::from(env!("CARGO_BIN_EXE_entremise"));
        let words = command.replacen("entremise", &format!("'{}'", binary.display()), 1);
        let mut run = Command::new("sh");
        run.args(["-c", &words])
            .current_dir(folder.path())
            .env("ENTREMISE_DATA", folder.path().join("data"))
            .env("LANG", "C");
        let run = crate::watch::output(&mut run);
        let (out, err) = (
            String::from_utf8_lossy(&run.stdout),
            String::from_utf8_lossy(&run.stderr),
        );
        assert!(run.status.success(), "{command}\n{out}\n{err}");
        assert!(
            !out.trim().is_empty() || !err.trim().is_empty() || command.contains("overdue"),
            "{command} says nothing"
        );
    }
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
