//! Several at once on one thing (WKS-7): files are added, parts are written, settings come back, and nothing
//! that was acknowledged is lost; and what is drafted beside a proposal is told to nobody (PPL-2).

use std::time::{Duration, Instant};

use serde_json::Value;

use crate::caller::Caller;
use crate::market::{POST, PROFILE, decide_group, done, market, page, refused, says};
use crate::server::{Served, key, program};

/// A letter that is nowhere but in what must not be seen.
const CANARY: &str = "\u{a66e}";

/// A market with an opportunity for which `who` have submitted proposals.
async fn contested(who: &[&str]) -> Served {
    let served = market();
    decide_group(&served, "i").await;
    done(&served, "ben", POST).await;
    for who in who {
        for step in ["consultation", "offer"] {
            done(&served, who, &format!("step O-1 {step} --yes")).await;
        }
        done(&served, who, "propose O-1 --price 900 --text 'le mien'").await;
    }
    served
}

/// The files of one's own proposal, sorted by name.
fn files(page: &Value) -> Vec<String> {
    let files = page["own_proposal"]["files"].as_array().expect("files");
    let name = |file: &Value| file["name"].as_str().expect("a name").to_owned();
    let mut names: Vec<String> = files.iter().map(name).collect();
    names.sort_unstable();
    names
}

/// All of them over SSH, each on a line of its own, at once; a line there is no room for tries again.
async fn at_once(served: &Served, who: &str, commands: &[(String, Vec<u8>)]) {
    const BUSY: u32 = 75;
    let lines = commands.iter().map(|(words, input)| async move {
        let until = Instant::now() + Duration::from_secs(60);
        loop {
            let caller = Caller::login(served.port, &key(who)).await;
            let said = caller.piped(words, input).await;
            if said.status == Some(BUSY) && Instant::now() < until {
                continue;
            }
            assert_eq!(said.status, Some(0), "{words}: {said:?}");
            return;
        }
    });
    futures_util::future::join_all(lines).await;
}

/// Pia, who prices, works as a facilitator too: of facilitators only staff sit at the machine itself.
fn pia_proposes(served: &Served) {
    let roles = ["--role", "pricing_officer", "--role", "facilitator"];
    served.must(&[&["person", "roles", "Pia"][..], &roles].concat());
    let set = ["--as", "Amélie", "profile", "P-6", "--set", "-"];
    let set = served.piped(&set, PROFILE.as_bytes());
    assert!(set.status.success(), "{set:?}");
    for step in ["consultation", "offer"] {
        served.must(&["grant", "P-6", step, "1", "--why", "subscription"]);
        served.must_as("Pia", &["step", "O-1", step, "--yes"]);
    }
    served.must_as("Pia", &["propose", "O-1", "--price", "950", "--text", "x"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_six_files_attached_at_once_are_six_files() {
    let served = contested(&["gil"]).await;
    pia_proposes(&served);
    let names: Vec<String> = (1..=6).map(|n| format!("{n}.txt")).collect();
    // Through the socket, by six programs.
    let children = names.iter().map(|name| {
        let path = served.data.path().join(name);
        std::fs::write(&path, format!("text {name}")).expect("a file");
        let path = path.display().to_string();
        let mut command = program(served.data.path(), &["--as", "Pia", "attach", "O-1", &path]);
        command.spawn().expect("the program cannot be run")
    });
    let children: Vec<_> = children.collect();
    for mut child in children {
        assert!(child.wait().expect("it has no end").success());
    }
    let hers = served.must_as("Pia", &["opportunity", "O-1", "--json"]);
    let hers: Value = serde_json::from_str(&hers).expect("no JSON");
    assert_eq!(files(&hers), names);
    // Over SSH, on six lines.
    let attach = |name: &String| {
        let words = format!("attach O-1 - --name {name}");
        (words, name.clone().into_bytes())
    };
    let attach: Vec<_> = names.iter().map(attach).collect();
    at_once(&served, "gil", &attach).await;
    assert_eq!(files(&page(&served, "gil").await), names);
    // The client reads them, and each is there to be had.
    let hers = page(&served, "claire").await;
    for proposal in hers["all_proposals"].as_array().expect("proposals") {
        assert_eq!(
            proposal["files"].as_array().map(Vec::len),
            Some(6),
            "{hers}"
        );
    }
    let listed = done(&served, "gil", "attached PR-1").await;
    assert_eq!(listed.lines().count(), 6, "{listed}");
    done(&served, "gil", "attached PR-1 --remove 1").await;
    assert_eq!(files(&page(&served, "gil").await).len(), 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_files_texts_and_prices_at_once_are_all_kept() {
    let served = contested(&["gil"]).await;
    let mut commands = Vec::new();
    for n in 1..=4 {
        let file = (format!("attach O-1 - --name {n}.txt"), vec![n]);
        let price = (format!("propose O-1 --keep-text --price 8{n}0"), Vec::new());
        let text = ("propose O-1".to_owned(), format!("texte {n}").into_bytes());
        commands.extend([file, price, text]);
    }
    at_once(&served, "gil", &commands).await;
    let mine = page(&served, "gil").await;
    assert_eq!(files(&mine).len(), 4, "{mine}");
    let mine = &mine["own_proposal"];
    let text = mine["text"].as_str().expect("a text");
    assert!((1..=4).any(|n| text == format!("texte {n}")), "{mine}");
    let price = mine["price"]["minor"].as_i64().or(mine["price"].as_i64());
    let price = price.map_or_else(|| mine["price"].to_string(), |minor| minor.to_string());
    assert!((1..=4).any(|n| price.contains(&format!("8{n}0"))), "{mine}");
    // Everything that was acknowledged stands in the history.
    let told = done(&served, "ben", "history R-1").await;
    assert_eq!(told.matches("rewrote the proposal").count(), 8, "{told}");
    assert_eq!(told.matches("to the proposal").count(), 4, "{told}");
}

/// The settings that go out as a file and come back: who else keeps them, and an edit of each.
const FILES: [(&str, &str, &str, &str, &str); 4] = [
    (
        "lists",
        "Ada",
        "fr = \"atelier\"",
        "fr = \"atelier long\"",
        "fr = \"atelier court\"",
    ),
    (
        "terms",
        "Ada",
        "stale_days = 21",
        "stale_days = 22",
        "stale_days = 23",
    ),
    (
        "prices",
        "Pia",
        "valid_days = 30",
        "valid_days = 31",
        "valid_days = 32",
    ),
    (
        "routing",
        "Ada",
        "keywords = [",
        "keywords = [\"aaa\", ",
        "keywords = [\"bbb\", ",
    ),
];

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_settings_that_come_back_over_a_change_are_refused_and_say_by_whom() {
    let served = market();
    served.must(&["person", "add", "Ada Moss", "--role", "administrator"]);
    for (what, other, before, theirs, mine) in FILES {
        let set = |who: &str, text: &str| {
            let set = ["--as", who, what, "-"];
            served.piped(&set, text.as_bytes())
        };
        let (hers, ours) = (served.must_as(other, &[what]), served.must(&[what]));
        assert_eq!(hers, ours, "{what}");
        assert!(hers.contains(before), "{what}: {hers}");
        let done = set(other, &hers.replacen(before, theirs, 1));
        assert!(done.status.success(), "{what}: {done:?}");
        let refused = set("Amélie", &ours.replacen(before, mine, 1));
        let why = String::from_utf8_lossy(&refused.stderr);
        assert!(!refused.status.success(), "{what} was overwritten");
        assert!(
            why.contains("changed the") && why.contains(other),
            "{what}: {why}"
        );
        let now = served.must(&[what]);
        assert!(now.contains(theirs), "{what}: {now}");
        // Printed again and edited, it is taken.
        let done = set("Amélie", &now.replacen(theirs, mine, 1));
        assert!(done.status.success(), "{what}: {done:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_a_profile_two_keep_is_not_overwritten_and_names_nobody_to_a_facilitator() {
    let served = market();
    let (none, house, own) = ("phone = \"\"", "phone = \"1\"", "phone = \"2\"");
    let hers = done(&served, "fay", "profile").await.replace("\r\n", "\n");
    assert!(hers.contains(none), "{hers}");
    let ours = served.must(&["profile", "P-3"]);
    let set = ["--as", "Amélie", "profile", "P-3", "--set", "-"];
    let kept = served.piped(&set, ours.replace(none, house).as_bytes());
    assert!(kept.status.success(), "{kept:?}");
    let fay = Caller::login(served.port, &key("fay")).await;
    let edited = hers.replace(none, own);
    let refused = fay.piped("profile --set -", edited.as_bytes()).await;
    assert_ne!(refused.status, Some(0), "{refused:?}");
    let why = &refused.err;
    assert!(why.contains("Our team") && !why.contains("Amélie"), "{why}");
    assert!(served.must(&["profile", "P-3"]).contains(house));
}

/// What others can ask that could tell of Fay's proposal: the answers tell no time but that of what happened.
const ASKED: [&str; 12] = [
    "board --json",
    "board all --json",
    "board mine --json",
    "opportunity O-1 --json",
    "stats --json",
    "stats --own --json",
    "credits --json",
    "history R-1",
    "attached PR-1",
    "attached O-1",
    "quotations --json",
    "withdraw PR-1 --draft",
];

async fn answers(served: &Served) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for who in ["gil", "claire", "ben", "amelie"] {
        for words in ASKED {
            let said = says(served, who, words).await;
            all.push((
                format!("{who}: {words}"),
                format!("{}{}", said.out, said.err),
            ));
        }
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_2_a_draft_beside_a_submitted_proposal_is_told_to_nobody() {
    let served = contested(&["fay", "gil"]).await;
    let before = answers(&served).await;
    let draft =
        format!("propose O-1 --draft --price 777 --available '{CANARY}' --text 'plan {CANARY}'");
    done(&served, "fay", &draft).await;
    let fay = Caller::login(served.port, &key("fay")).await;
    let said = fay
        .piped(&format!("attach O-1 - --name {CANARY}.pdf"), b"secret")
        .await;
    assert_eq!(said.status, Some(0), "{said:?}");
    let after = answers(&served).await;
    for ((asked, was), (_, is)) in before.iter().zip(&after) {
        assert_eq!(was, is, "{asked}");
        assert!(!is.contains(CANARY) && !is.contains("777"), "{asked}: {is}");
    }
    // She has both; the client selects what was submitted, and nothing of the draft.
    let hers = page(&served, "fay").await;
    let mine = &hers["own_proposal"];
    assert_eq!(mine["text"], "le mien", "{mine}");
    assert_eq!(mine["draft"]["text"], format!("plan {CANARY}"), "{mine}");
    let shown = done(&served, "fay", "opportunity O-1").await;
    assert!(shown.contains("nobody else sees it"), "{shown}");
    let selected = served;
    done(&selected, "claire", "select PR-1 --formula r0").await;
    let why = refused(&selected, "fay", "propose O-1 --keep-text").await;
    assert!(why.contains("O-1"), "{why}");
    let hers = page(&selected, "fay").await;
    assert_eq!(
        hers["own_proposal"]["draft"]["text"],
        format!("plan {CANARY}")
    );
    // Whoever won declines: what was drafted can be submitted, and is what the client reads then.
    done(&selected, "fay", "decline O-1 --reason 'non'").await;
    done(&selected, "fay", "propose O-1 --keep-text").await;
    let told = done(&selected, "claire", "opportunity O-1").await;
    assert!(told.contains(CANARY), "{told}");
}
