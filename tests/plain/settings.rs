//! WKS-8, PPL-6 through the real program: an administrator prints the settings, edits them, looks what would follow, sets
//! them, sees who did, and takes it back.

use serde_json::Value;

use super::lists::started;
use super::{house, house_with_mail, piped, run};

/// WKS-8: what is printed comes back, as a whole or a section, and a change is read by the next who looks.
#[test]
fn wks_8_settings_go_out_as_a_file_and_come_back() {
    let data = house();
    let all = run(&data, &["settings"])
        .says(&["[delays]", "reply = \"8 h\"", "# edition "])
        .out
        .clone();
    assert_eq!(run(&data, &["settings", "print"]).out, all);
    piped(&data, &["settings", "apply", "-"], all.as_bytes()).says(&["Nothing to change"]);
    let hours = run(&data, &["settings", "print", "hours"]).out;
    assert!(!hours.contains("[delays]"), "{hours}");
    let edited = hours.replace(
        "friday = [\"9:00-12:30\", \"13:30-18:00\"]",
        "friday = [\"9:00-12:30\"]",
    );
    piped(&data, &["settings", "apply", "-"], edited.as_bytes()).says(&[
        "Friday",
        "9:00-12:30, 13:30-18:00 → 9:00-12:30",
        "1 setting changed",
    ]);
    run(&data, &["settings", "print", "hours"]).says(&["friday = [\"9:00-12:30\"]\n"]);
    // It was printed before somebody changed it: nothing is overwritten.
    let stale = hours.replace("monday = [", "monday = [\"7:00-8:00\", ");
    piped(&data, &["settings", "apply", "-"], stale.as_bytes())
        .refuses(1, &["changed the settings"]);
    // In another language the file is the same edition.
    let again = run(&data, &["settings", "print", "delays"]).out;
    let french = again
        .lines()
        .filter(|line| !line.starts_with("# ") || line.contains("edition"));
    let french: Vec<&str> = french.collect();
    piped(
        &data,
        &["settings", "apply", "-"],
        french.join("\n").as_bytes(),
    )
    .says(&["Nothing to change"]);
}

/// WKS-8: a wrong file names the line and the setting, and changes nothing.
#[test]
fn wks_8_a_wrong_file_changes_nothing() {
    let data = house();
    let before = run(&data, &["settings"]).out;
    let wrong = "[delays]\nreply = \"4 h\"\nclient = \"soon\"\n";
    piped(&data, &["settings", "apply", "-"], wrong.as_bytes())
        .refuses(65, &["line 3", "delays.client", "8 h, 90 min"]);
    piped(&data, &["settings", "check", "-"], wrong.as_bytes()).refuses(65, &["line 3"]);
    for input in ["", "\n# nothing\n"] {
        piped(&data, &["settings", "apply", "-"], input.as_bytes()).refuses(65, &["says nothing"]);
    }
    assert_eq!(run(&data, &["settings"]).out, before);
}

/// WKS-8: one setting by its name; what it may be is said where it is not.
#[test]
fn wks_8_one_setting_is_set_by_its_name() {
    let data = house();
    let set = |key: &str, value: &str| run(&data, &["settings", "set", key, value]);
    set("organisation.name", "Traduko").says(&["Atelier Nord → Traduko"]);
    set("identity.FR.vat", "FR00000000000").says(&["(empty) → FR00000000000"]);
    set("identity.BE.address", "1 rue Haute / 1000 Bruxelles").says(&["1 setting changed"]);
    set("hours.holidays", "BE, 12-24").says(&["1 setting changed"]);
    set("hours.bridge-days", "2027-05-07").says(&["2027-05-07"]);
    set("delays.reply", "8").refuses(64, &["delays.reply", "8 h, 90 min"]);
    set("hours.zone", "Paris").refuses(64, &["Europe/Paris"]);
    set("delays.nothing", "8 h").refuses(64, &["no such setting"]);
    set("hours.holidays", "JP").refuses(64, &["JP", "one by one"]);
    set("board.contact-hours", "72").refuses(64, &["24 to 48", "--yes"]);
    run(
        &data,
        &["settings", "set", "board.contact-hours", "72", "--yes"],
    )
    .says(&["24 → 72"]);
    run(&data, &["terms"]).says(&["contact_after_hours = 72"]);
    run(&data, &["settings"]).says(&[
        "name = \"Traduko\"",
        "address = [\"1 rue Haute\", \"1000 Bruxelles\"]",
        "bridge-days = [\"2027-05-07\"]",
        "\"12-24\"",
    ]);
}

/// WKS-8: what is missing for what is said until it is there.
#[test]
fn wks_8_check_says_what_is_missing_for_what() {
    let data = house();
    run(&data, &["settings", "check"]).says(&["Offers: no VAT number (identity.FR.vat)", "R0:"]);
    run(
        &data,
        &["settings", "set", "identity.FR.vat", "FR00000000000"],
    )
    .says(&[]);
    let checked = run(&data, &["settings", "check"]).out;
    assert!(!checked.contains("VAT"), "{checked}");
}

/// WKS-8, QUO-6, ESC-13, REQ-5: the same for machines, a line each with where it is mended; beside settings, what lists,
/// prices and people lack.
#[test]
fn wks_8_quo_6_esc_13_what_is_missing_is_told_to_machines_too() {
    let data = house();
    let lacks = |args: &[&str]| -> Vec<Value> {
        let out = run(&data, &[&["settings", "check", "--json"], args].concat()).out;
        let lines = out.lines().map(serde_json::from_str);
        lines.map(|line| line.expect("JSON")).collect()
    };
    let find = |all: &[Value], name: &str| {
        let found = all.iter().find(|one| one["missing"] == name);
        found.cloned().unwrap_or_else(|| panic!("{name}: {all:?}"))
    };
    let all = lacks(&[]);
    for (name, section, mend) in [
        ("vat", "organisation", "identity.FR.vat"),
        ("funds", "money", "money.clients-money"),
        ("prices", "prices", "prices"),
        ("facilitators", "people", "person add"),
        ("route", "routing", "routing"),
        ("keys", "people", "person add"),
    ] {
        let one = find(&all, name);
        assert_eq!(
            (&one["section"], &one["mend"]),
            (&section.into(), &mend.into()),
            "{one}"
        );
    }
    // In words the same, and as many.
    let said = run(&data, &["settings", "check"]).out;
    let text = find(&all, "vat")["text"]
        .as_str()
        .expect("words")
        .to_owned();
    assert!(
        said.contains(&format!("{text} (identity.FR.vat)")),
        "{said}"
    );
    assert_eq!(said.lines().count(), all.len() + 1, "{said}");
    // A file is looked at with what it would change.
    let file = data.path().join("more.toml");
    std::fs::write(&file, "[papers]\nlanguages = [\"de\"]\n").expect("a file");
    let with = lacks(&[file.to_str().expect("a path")]);
    let text = find(&with, "wording")["text"].to_string();
    assert!(text.contains("German"), "{text}");
    assert!(
        !all.iter().any(|one| one["missing"] == "wording"),
        "{all:?}"
    );
    // Somebody who proposes: one line less.
    let args = ["person", "add", "Fay", "--role", "facilitator"];
    run(&data, &args).says(&[]);
    assert_eq!(lacks(&[]).len(), all.len() - 1);
}

/// WKS-8: settings for machines, with what holds where one says nothing or only a code.
#[test]
fn wks_8_settings_are_told_to_machines_with_what_holds() {
    let data = house();
    let all = |args: &[&str]| -> Vec<Value> {
        let lines = run(&data, args).out;
        let lines = lines.lines().map(serde_json::from_str);
        lines.map(|line| line.expect("JSON")).collect()
    };
    let whole = all(&["settings", "--json"]);
    assert_eq!(whole, all(&["settings", "print", "--json"]));
    let find = |key: &str| {
        let found = whole.iter().find(|one| one["setting"] == key);
        found.cloned().unwrap_or_else(|| panic!("{key}"))
    };
    assert_eq!(find("organisation.home")["value"], "FR");
    assert_eq!(find("organisation.home")["holds"], "France");
    let papers = find("papers.languages");
    assert_eq!(papers["value"], Value::Array(Vec::new()));
    assert_eq!(papers["holds"], "as the screens: en, fr");
    assert_eq!(find("hours.sunday")["holds"], "closed");
    assert_eq!(find("board.credits")["value"], true);
    assert_eq!(find("board.stale-days")["value"], 21);
    let hours = all(&["settings", "print", "hours", "--json"]);
    assert!(hours.iter().all(|one| one["section"] == "hours"));
    assert_eq!(hours.len(), 10);
    // A file of them says it in a comment.
    run(&data, &["settings"]).says(&["# Now: France", "# Now: as the screens: en, fr"]);
}

/// WKS-8, QUO-3: a new house sees how prices are written with its own units, and no price of somebody else's.
#[test]
fn wks_8_quo_3_the_first_prices_are_in_the_units_of_the_house() {
    // Whose units the examples are in sees those.
    let data = started("workshops");
    run(&data, &["prices"]).says(&["unit = \"session\""]);
    let data = started("translators");
    let prices = run(&data, &["prices"]);
    assert!(prices.err.contains("your own units"), "{}", prices.err);
    for unit in ["word", "page", "hour"] {
        assert!(prices.out.contains(&format!("unit = \"{unit}\"")), "{unit}");
    }
    for other in ["session", "participant", "95"] {
        assert!(!prices.out.contains(other), "{}", prices.out);
    }
    assert!(prices.out.contains("market = \"BE\""), "{}", prices.out);
}

/// REQ-9, PPL-6: what would follow is said before, due dates follow, the history names who and from what to what, and
/// undo gives every due date back.
#[test]
fn req_9_due_dates_follow_a_setting_and_undo_restores_them() {
    let data = house_with_mail();
    let due = || run(&data, &["inbox", "--json", "sort:oldest"]).out;
    let before = due();
    let preview = ["settings", "set", "delays.reply", "1 h", "--preview"];
    run(&data, &preview).says(&[
        "8 h → 1 h",
        "due date",
        "sooner",
        "Nothing that was sent",
        "nothing was changed",
    ]);
    assert_eq!(due(), before, "a preview changes nothing");
    run(&data, &["settings", "set", "delays.reply", "1 h"]).says(&["1 setting changed"]);
    assert_ne!(due(), before);
    run(&data, &["settings", "history"]).says(&["Amélie", "delays.reply: 8 h → 1 h"]);
    run(&data, &["settings", "history", "delays"]).says(&["8 h → 1 h"]);
    run(&data, &["settings", "history", "delays.client"]).says(&["No change yet"]);
    run(&data, &["settings", "undo"]).says(&["1 setting is as before"]);
    assert_eq!(due(), before, "undone");
    run(&data, &["settings", "history", "delays.reply"]).says(&["1 h → 8 h", "8 h → 1 h"]);
}

/// PPL-6: routing, prices, terms and people have a history too.
#[test]
fn ppl_6_routing_prices_terms_and_people_have_a_history() {
    let data = house();
    run(
        &data,
        &["person", "add", "Fay Dubois", "--role", "facilitator"],
    )
    .says(&[]);
    run(&data, &["person", "roles", "P-2", "--role", "manager"]).says(&[]);
    run(&data, &["settings", "history", "P-2"]).says(&["facilitator → manager", "Fay Dubois"]);
    let routing = run(&data, &["routing"]).out;
    let key = routing
        .lines()
        .find(|line| line.starts_with("kind"))
        .expect("a row")
        .to_owned();
    let edited = routing.replacen(&key, "kind = \"another_kind\"", 1);
    piped(&data, &["routing", "-"], edited.as_bytes()).says(&[]);
    run(&data, &["settings", "history", "routing"]).says(&["+ kind = \"another_kind\""]);
    let terms = run(&data, &["terms"]).out;
    let edited = terms
        .replace("stale_days = 21", "stale_days = 9")
        .replace("= 150", "= 120");
    piped(&data, &["terms", "-"], edited.as_bytes()).says(&[]);
    run(&data, &["settings", "history"])
        .says(&["board.stale-days: 21 → 9", "+ commission_permille = 120"]);
    let prices = run(&data, &["prices"]).out;
    piped(&data, &["prices", "-"], prices.as_bytes()).says(&[]);
    run(&data, &["settings", "history", "prices"]).says(&["Amélie", "+ valid_days = 30"]);
    run(&data, &["settings", "history", "nonsense"]).refuses(64, &["nonsense"]);
}

/// PPL-1: who may not change settings reads them, and no more.
#[test]
fn ppl_1_settings_are_changed_by_an_administrator_alone() {
    let data = house();
    run(
        &data,
        &["person", "add", "Ben", "--role", "relation_officer"],
    )
    .says(&[]);
    let ben = |args: &[&str]| run(&data, &[&["--as", "Ben"], args].concat());
    ben(&["settings", "print", "delays"]).says(&["reply = \"8 h\""]);
    ben(&["settings", "set", "delays.reply", "4 h"]).refuses(77, &[]);
    ben(&["settings", "undo"]).refuses(77, &[]);
    run(&data, &["settings", "print", "delays"]).says(&["reply = \"8 h\""]);
}
