//! The command line without a terminal (WKS-5), through the real program: what scripts, mail servers and
//! screen readers get.

#[path = "plain/bench.rs"]
mod bench;
#[path = "plain/cards.rs"]
mod cards;
#[path = "plain/paper.rs"]
mod paper;
#[path = "support/watch.rs"]
#[expect(dead_code, reason = "other tests wait for more")]
mod watch;

use std::fs;
use std::io::Read;
use std::process::Stdio;

use bench::{
    Run, assert_harmless, empty, files, fixture, house, house_with_mail, piped, program, run,
};
use serde_json::Value;
use watch::Watch;

#[path = "plain/delivery.rs"]
mod delivery;
#[path = "plain/directory.rs"]
mod directory;
#[path = "plain/french.rs"]
mod french;
#[path = "plain/lists.rs"]
mod lists;
#[path = "plain/logo.rs"]
mod logo;
#[path = "plain/marketplace.rs"]
mod marketplace;
#[path = "plain/money.rs"]
mod money;
#[path = "plain/printing.rs"]
mod printing;
#[path = "plain/reading.rs"]
mod reading;
#[path = "plain/settings.rs"]
mod settings;
#[path = "plain/store.rs"]
mod store;

/// WKS-5: the three questions of an empty store, answered once.
#[test]
fn wks_5_a_house_is_set_up_once() {
    let data = house();
    let again = [
        "setup",
        "--name",
        "Eve",
        "--house",
        "Other",
        "--country",
        "FR",
    ];
    run(&data, &again).refuses(1, &["An organisation is already set up here"]);
    run(
        &empty(),
        &[
            "setup",
            "--name",
            "Eve",
            "--house",
            "Other",
            "--country",
            "Atlantis",
        ],
    )
    .refuses(1, &["Atlantis is not a country", "FR or France"]);
}

/// REQ-1: every kind of source is taken in, and nothing twice.
#[test]
fn req_1_every_source_is_taken_in_and_nothing_twice() {
    let data = house();
    let maildir = data.path().join("Maildir");
    for folder in ["cur", "new", "tmp"] {
        fs::create_dir_all(maildir.join(folder)).expect("a folder");
    }
    fs::copy(fixture("russian.eml"), maildir.join("cur/1:2,S")).expect("a copy");
    fs::copy(fixture("japanese.eml"), maildir.join("new/2")).expect("a copy");
    let maildir = maildir.to_string_lossy().into_owned();
    for (source, new, aside) in [
        (fixture("french-plain.eml"), "1 new (R-1)", 0),
        (fixture("two-messages.mbox"), "2 new (R-2 to R-3)", 0),
        (maildir, "2 new (R-4 to R-5)", 0),
        (fixture("demandes.csv"), "2 new (R-6 to R-7)", 0),
        (fixture("requests.jsonl"), "2 new (R-8 to R-9)", 1),
    ] {
        let aside = format!("{aside} set aside");
        run(&data, &["import", &source]).says(&[new, "0 already known", &aside]);
        run(&data, &["import", &source]).says(&[
            "0 new",
            &new[..5].replace("new", "already known"),
            &aside,
        ]);
    }
    run(&data, &["inbox", "sort:oldest"]).says(&["R-1\t", "R-9\t"]);
}

/// REQ-1: a mail server's pipe, delivered twice.
#[test]
fn req_1_a_mail_server_pipes_mail_in() {
    let data = house();
    let mail = fs::read(fixture("french-plain.eml")).expect("a fixture");
    piped(&data, &["import", "-"], &mail).says(&["standard input: 1 new (R-1)"]);
    piped(&data, &["import", "-"], &mail).says(&["standard input: 0 new, 1 already known"]);
    let nothing = piped(&data, &["import", "-"], b"");
    assert!(
        !nothing.out.contains("1 new"),
        "{}{}",
        nothing.out,
        nothing.err
    );
}

/// REQ-1: what cannot be read is kept aside and reported, and the rest goes on; the status tells a script.
#[test]
fn req_1_what_cannot_be_read_is_reported() {
    let data = house();
    let bad = data.path().join("bad.eml");
    fs::write(&bad, [0xff, 0xfe, 0x00, 0x01].repeat(40)).expect("a file");
    let bad = bad.to_string_lossy().into_owned();
    let done = run(&data, &["import", &bad]);
    assert_eq!(done.code, Some(65), "{}{}", done.out, done.err);
    assert!(done.out.contains("set aside"), "{}", done.out);
    assert_harmless(&done.out);
    run(&data, &["import", "/nowhere/at/all.eml"]).refuses(65, &["/nowhere/at/all.eml"]);
    let both = run(&data, &["import", &bad, &fixture("french-plain.eml")]);
    assert!(both.out.contains("1 new (R-1)"), "{}", both.out);
    run(&data, &["inbox"]).says(&["R-1\t"]);
}

/// WKS-5: the inbox for a script: columns parted by tabs, or JSON, an object a line.
#[test]
fn wks_5_the_inbox_is_had_as_text_and_as_json() {
    let data = house();
    run(
        &data,
        &[
            "import",
            &fixture("french-plain.eml"),
            &fixture("demandes.csv"),
            &fixture("requests.jsonl"),
        ],
    );
    let text = run(&data, &["inbox"]);
    text.says(&["R-1\topen\thouse\t"]);
    for line in text.out.lines() {
        assert_eq!(line.split('\t').count(), 7, "{line:?}");
    }
    let json = run(&data, &["inbox", "--json"]);
    let rows: Vec<Value> = json
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect("no JSON"))
        .collect();
    assert_eq!(rows.len(), text.out.lines().count());
    for (row, line) in rows.iter().zip(text.out.lines()) {
        assert_eq!(row["request"], line.split('\t').next().unwrap_or_default());
        assert!(
            row["due"].as_str().is_some_and(|due| due.ends_with('Z')),
            "{row}"
        );
    }
    let limited = run(&data, &["inbox", "--limit", "2"]);
    assert_eq!(limited.out.lines().count(), 2);
    assert!(limited.err.contains("2 of 5"), "{}", limited.err);
    run(&data, &["inbox", "northwind"]).says(&["Northwind"]);
    assert_eq!(
        run(&data, &["inbox", "nothing-has-this-word"])
            .says(&[])
            .out,
        ""
    );
}

/// WKS-5 PPL-6: one request whole, and everything that happened to it, in both languages.
#[test]
fn wks_5_ppl_6_a_request_and_its_history_in_both_languages() {
    let data = house_with_mail();
    let shown = run(&data, &["show", "R-1"]);
    shown.says(&["R-1 ", "Received: ", "Next step: ours, late by", "by email"]);
    run(&data, &["show", "r-1", "--lang", "fr"]).says(&["Reçue", "par e-mail"]);
    let json: Value =
        serde_json::from_str(&run(&data, &["show", "1", "--json"]).out).expect("no JSON");
    assert_eq!(
        (&json["request"], json["timeline"].as_array().map(Vec::len)),
        (&"R-1".into(), Some(1))
    );
    run(&data, &["history", "R-1"]).says(&["Z\t", "\tby email: "]);
    run(&data, &["history", "R-1", "--lang", "fr"]).says(&["\tpar e-mail"]);
    let line = run(&data, &["history", "R-1", "--json"]).out;
    let moment: Value = serde_json::from_str(line.trim()).expect("no JSON");
    assert_eq!(
        (&moment["what"], &moment["record"]),
        (&"came".into(), &2.into())
    );
}

/// WKS-5: what cannot be meant is said in one line, with what can be.
#[test]
fn wks_5_what_cannot_be_meant_is_said() {
    let data = house_with_mail();
    run(&data, &["show", "R-99"]).refuses(1, &["There is no R-99", "check the number"]);
    run(&data, &["show", "R-99", "--lang", "fr"]).refuses(1, &["R-99"]);
    run(&data, &["show", "seven"]).refuses(64, &["seven", "like R-1042"]);
    run(&data, &["--as", "Zorro", "inbox"])
        .refuses(1, &["nobody here is called Zorro", "Amélie Roux"]);
    run(&data, &["--as", "amelie", "inbox"]).says(&["R-1\t"]);
    run(&data, &["--lang", "xx"]).refuses(1, &["--lang xx is not known", "en or fr"]);
    run(&empty(), &["inbox"]).refuses(1, &["nothing is set up here yet", "entremise setup"]);
}

/// PPL-3 WKS-5: without a terminal the program sums up what waits, in no colour.
#[test]
fn wks_5_without_a_terminal_it_sums_up() {
    let data = house_with_mail();
    let summed = run(&data, &[]);
    summed.says(&[
        "Atelier Nord · Amélie Roux",
        "1  Unassigned",
        "entremise inbox",
    ]);
    assert_harmless(&summed.out);
}

/// PPL-6 WKS-7: a sound store is said to be sound; one flipped bit is found, and what to do is said.
#[test]
fn ppl_6_wks_7_one_flipped_bit_is_found_and_mended() {
    let data = house_with_mail();
    run(&data, &["verify"]).says(&["2 records read", "chain head", "sound"]);
    let segment = files(&data.path().join("store/shadow"))
        .pop()
        .expect("there is a shadow log");
    let mut bytes = fs::read(&segment).expect("it reads");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&segment, bytes).expect("it writes");
    let verified = run(&data, &["verify"]);
    assert_eq!(verified.code, Some(1), "{}{}", verified.out, verified.err);
    assert!(
        verified.out.contains("damaged: run `entremise recover`"),
        "{}",
        verified.out
    );
    assert!(!verified.out.contains("sound"), "{}", verified.out);
    run(&data, &["recover"]).says(&["rebuilt up to record 2"]);
    // The next start writes the shadow log anew.
    run(&data, &["inbox"]).says(&["R-1\t"]);
    run(&data, &["verify"]).says(&["sound"]);
}

/// WKS-7: while an import holds the store, a second program is told by whom, and may try again.
#[test]
fn wks_7_a_second_program_is_told_who_holds_the_store() {
    let data = house_with_mail();
    let mut command = program(data.path(), &["import", &fixture("russian.eml"), "-"]);
    let mut first = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program cannot be run");
    let _watch = Watch::over_program("a program that waits for its input", first.id());
    // It has said what came of the first file: the store is its own until its input ends.
    let mut said = [0; 1];
    let mut out = first.stdout.take().expect("it has an output");
    out.read_exact(&mut said).expect("it says nothing");
    let holder = format!("process {}", first.id());
    run(&data, &["inbox"]).refuses(75, &[&holder]);
    run(&data, &["import", &fixture("japanese.eml")]).refuses(75, &[&holder]);
    drop(first.stdin.take());
    assert!(first.wait().expect("it has no end").code().is_some());
    run(&data, &["inbox"]).says(&["R-1\t"]);
}

/// WKS-5: a reader that goes away ends it quietly.
#[test]
fn wks_5_a_reader_that_goes_away_ends_it_quietly() {
    let data = house();
    let mut mbox = String::new();
    for n in 0..3_000 {
        let head = format!(
            "From x@x Mon Mar  2 09:00:00 2026\nFrom: p{n}@client.example\nMessage-ID: <{n}@t>\n"
        );
        mbox.push_str(&format!("{head}Subject: CLIENT / a subject that takes some room in a pipe, number {n}\n\nBody {n}\n\n"));
    }
    piped(&data, &["import", "--quiet", "-"], mbox.as_bytes()).says(&["3000 new"]);
    let mut command = program(data.path(), &["inbox", "--limit", "5000"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program cannot be run");
    let _watch = Watch::over_program("a list without a reader", child.id());
    let mut first = [0; 4];
    child
        .stdout
        .take()
        .expect("it has an output")
        .read_exact(&mut first)
        .expect("it says nothing");
    // The reading end is closed here, with most of the list still to come.
    let end = Run::of(child.wait_with_output().expect("it has no end"));
    assert_eq!((end.code, end.err.as_str()), (Some(0), ""));
}

/// WKS-6: hostile text reaches standard output only in a harmless form, in every shape.
#[test]
fn wks_6_hostile_text_is_harmless_in_every_output() {
    let data = house();
    let nasty = "\u{1b}[2J\u{1b}]0;owned\u{7} \u{9b}31m \u{202e}gpj.exe \u{0}x\u{2028}\ttab";
    let mail = format!(
        "From: \"{nasty}\" <eve@evil.example>\nSubject: EVIL / {nasty}\nMessage-ID: <1@evil>\n\
         Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n{nasty}\n{nasty}\n\
         --b\nContent-Type: text/plain; name=\"\u{1b}[31m.txt\"\nContent-Disposition: attachment; filename=\"\u{1b}[31m\u{202e}.txt\"\n\nx\n--b--\n"
    );
    let name = data.path().join("\u{1b}[31mname.eml");
    fs::write(&name, &mail).expect("a file");
    assert_harmless(
        &run(&data, &["import", &name.to_string_lossy()])
            .says(&["1 new"])
            .out,
    );
    for args in [
        ["inbox"].as_slice(),
        &["inbox", "--json"],
        &["show", "R-1"],
        &["show", "R-1", "--json"],
        &["history", "R-1"],
        &["history", "R-1", "--json"],
        &["history", "R-1", "--lang", "fr"],
        &[],
    ] {
        let done = run(&data, args);
        assert_eq!(done.code, Some(0), "{args:?}: {}", done.err);
        assert_harmless(&done.out);
    }
    let tabs = run(&data, &["inbox"]).out;
    assert_eq!(tabs.trim_end().split('\t').count(), 7, "{tabs:?}");
    for args in [
        ["show", "R-\u{1b}[31m9"].as_slice(),
        &["--as", "\u{1b}[31mEve", "inbox"],
        &["import", "/\u{1b}[31m"],
    ] {
        assert_harmless(&run(&data, args).err);
    }
}

/// The help of the command line is in the language of the environment, or the one that is asked for.
#[test]
fn wks_4_the_help_of_the_command_line_is_told_in_french_where_french_is_spoken() {
    let data = tempfile::tempdir().expect("a folder");
    for (args, french, english) in [
        (
            &["--help"][..],
            "Lister les demandes",
            "List the request inbox",
        ),
        (
            &["help", "step"],
            "- offer:        Permet de proposer",
            "Lets you propose",
        ),
        (
            &["serve", "-h"],
            "Nombre total de connexions [par défaut\u{a0}: 1200]",
            "[default",
        ),
        (&["host-key", "--help"], "Options\u{a0}:", "Print help"),
        (&["help"], "Vos propositions", "Your proposals"),
    ] {
        run(&data, args).says(&[english]);
        let mut asked = vec!["--lang", "fr"];
        asked.extend(args);
        let mut spoken = program(data.path(), args);
        let spoken = Run::of(watch::output(spoken.env("LANG", "fr_FR.UTF-8")));
        for said in [run(&data, &asked), spoken] {
            said.says(&[french]);
            assert!(!said.out.contains(english), "{}", said.out);
        }
    }
    // No help makes a store.
    assert_eq!(fs::read_dir(data.path()).expect("a folder").count(), 0);
}
