//! What help offers (PPL-1, WKS-5): to somebody of every role, over SSH. What it offers is not refused for want of a
//! right; what it leaves out is refused, on things that are there.

use std::collections::BTreeSet;

use crate::caller::Caller;
use crate::cast::{Cast, Kind, cast};
use crate::server::{Served, key, program};
use crate::sweep::{commands, lines};

/// What is typed for a command that names nothing.
const ALONE: &[(&str, &str)] = &[
    ("whoami", "whoami"),
    ("setup", "setup --name A --house B --country FR"),
    ("inbox", "inbox"),
    ("import", "import -"),
    ("person list", "person list"),
    ("person add", "person add 'Nora New' --role mediator"),
    ("quotations", "quotations"),
    ("directory list", "directory list"),
    ("directory doubles", "directory doubles"),
    ("directory import", "directory import -"),
    ("directory export", "directory export"),
    ("organisation add", "organisation add 'New One'"),
    ("recap", "recap"),
    ("lists", "lists"),
    ("prices", "prices"),
    ("routing", "routing"),
    ("board", "board"),
    ("stats", "stats"),
    ("terms", "terms"),
    ("wording", "wording"),
    ("reading", "reading"),
    ("settings print", "settings print"),
    ("settings check", "settings check"),
    ("settings set", "settings set delays.call '7 h'"),
    ("settings apply", "settings apply -"),
    ("settings undo", "settings undo"),
    ("settings history", "settings history"),
    ("settings logo", "settings logo"),
    ("help", "help"),
    // One's own are everybody's who can have any.
    ("credits", "credits"),
    ("profile", "profile"),
    ("firm show", "firm show"),
    ("firm invite", "firm invite 'Zoé New'"),
    ("firm withdraw", "firm withdraw 99"),
    ("firm join", "firm join K7QM-2FXR-9TBD-PJZ4"),
    ("firm leave", "firm leave"),
    ("firm name", "firm name 'Atelier Sud'"),
    ("firm for", "firm for F-999"),
    ("escrow list", "escrow list"),
    ("books show", "books show"),
    ("books statement", "books statement assets:bank:clients"),
    ("books begin", "books begin 1"),
    // Days to come are closed for nobody.
    ("books close-days", "books close-days 2990-01-01"),
    ("books export", "books export csv"),
    ("key list", "key list"),
    // One's own keys are one's own: no key begins so.
    ("key name", "key name zzzzzz x"),
    ("key revoke", "key revoke zzzzzz"),
];

const MAIL: &[u8] =
    b"From: Zo <zo@client.example>\nSubject: CLIENT / x\nMessage-ID: <o@x>\n\nBonjour\n";

/// The commands that a help names: a line each, its name behind two spaces.
fn named(help: &str) -> BTreeSet<String> {
    let lines = help.lines().filter_map(|line| line.strip_prefix("  "));
    let names = lines.filter_map(|line| line.split(' ').next());
    let names = names.filter(|name| name.starts_with(char::is_alphanumeric));
    names.map(str::to_owned).collect()
}

/// The status that a command ends with for somebody.
async fn status(cast: &Cast, who: &str, words: &str) -> (Option<u32>, String) {
    let caller = Caller::login(cast.served.port, &key(who)).await;
    let input = match words.starts_with("import") {
        true => MAIL,
        false => b"",
    };
    let said = caller.piped(words, input).await;
    (said.status, format!("{who}: {words}: {said:?}"))
}

/// What help offers somebody, by the words of each command.
async fn offered(cast: &Cast, who: &str) -> BTreeSet<String> {
    let ask = |words: String| async move {
        let caller = Caller::login(cast.served.port, &key(who)).await;
        caller.command(&words).await.out
    };
    let mut all = named(&ask("help".to_owned()).await);
    let several = [
        "person",
        "key",
        "firm",
        "mission",
        "quotation-step",
        "settings",
        "directory",
        "organisation",
        "contact",
        "escrow",
        "tranche",
        "dispute",
        "books",
    ];
    for several in several {
        if all.remove(several) {
            let inner = named(&ask(format!("help {several}")).await);
            all.extend(inner.iter().map(|name| format!("{several} {name}")));
        }
    }
    all
}

const NO_PERMISSION: u32 = 77;

#[tokio::test(flavor = "multi_thread")]
async fn ppl_1_help_offers_what_may_be_done_and_leaves_out_what_is_refused() {
    let cast = cast().await;
    let (mut faults, mut helps) = (Vec::new(), BTreeSet::new());
    for who in cast.people.iter().map(|tries| tries.word.as_str()) {
        let offers = offered(&cast, who).await;
        // Who may do the same need not be tried again.
        if !helps.insert(offers.clone()) {
            continue;
        }
        for path in commands() {
            let alone = ALONE.iter().find(|(one, _)| *one == path);
            let line = lines().find(|(one, ..)| *one == path);
            let (_, template, kind) = line.expect("every command has a line");
            let offer = offers.contains(&path);
            let words = match (alone, offer) {
                (Some((_, words)), _) => (*words).to_owned(),
                // What is offered is tried on nothing: it may not be done here.
                (None, true) => filled(&cast, template, kind.nothing()),
                (None, false) => {
                    let there = cast.there.get(kind).map_or("P-1", |(_, id)| id.as_str());
                    filled(&cast, template, there)
                }
            };
            let (status, told) = status(&cast, who, &words).await;
            if offer && (status == Some(NO_PERMISSION) || status.is_none()) {
                faults.push(format!("offered and refused: {told}"));
            }
            if !offer && status == Some(0) {
                faults.push(format!("left out and done: {told}"));
            }
        }
    }
    assert!(
        helps.len() >= 8,
        "{}: not many different helps",
        helps.len()
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn filled(cast: &Cast, template: &str, id: &str) -> String {
    let words = template.replace("{someone}", &cast.someone);
    words.replace("{own}", "O-987654").replace("{}", id)
}

#[test]
fn ppl_1_every_command_is_tried_with_words_that_are_understood() {
    let alone: BTreeSet<&str> = ALONE.iter().map(|(path, _)| *path).collect();
    for (path, template, kind) in lines() {
        let known = *kind != Kind::Nothing && !template.is_empty();
        assert!(known || alone.contains(path), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_5_help_groups_what_one_may_do_and_explains_any_command() {
    let served = Served::small();
    let ask = |who: &'static str, words: &'static str| {
        let key = key(who);
        async move { Caller::login(served.port, &key).await.command(words).await }
    };
    let officer = ask("ben", "help").await.out;
    let facilitator = ask("fay", "help").await.out;
    for (help, has, lacks) in [
        (
            &officer,
            ["Requests", "  inbox ", "  post ", "Selection"],
            ["  routing ", "  propose "],
        ),
        (
            &facilitator,
            ["Your proposals", "  propose ", "  board ", "Missions"],
            ["  inbox ", "  post "],
        ),
    ] {
        for has in has {
            assert!(help.contains(has), "{has}: {help}");
        }
        for lacks in lacks {
            assert!(!help.contains(lacks), "{lacks}: {help}");
        }
        assert!(!help.contains("  setup "), "{help}");
    }
    // Asked for by name, any command is explained.
    let told = ask("fay", "help inbox").await;
    assert_eq!(told.status, Some(0), "{told:?}");
    assert!(told.out.contains("List the request inbox"), "{told:?}");
    let french = ask("fay", "--lang fr help").await.out;
    assert!(french.contains("Vos propositions"), "{french}");
    // The same through the socket, for who is known here; before that, all.
    let here = served.must_as("Ben", &["help"]);
    assert!(
        here.contains("  inbox ") && !here.contains("  routing "),
        "{here}"
    );
    assert!(
        here.contains("This machine") && here.contains("  verify "),
        "{here}"
    );
    let mut nobody = program(served.data.path(), &["help"]);
    let told = crate::watch::output(nobody.env("USER", "somebody-else"));
    let anybody = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(
        anybody.contains("  routing ") && anybody.contains("  propose "),
        "{anybody}"
    );
}
