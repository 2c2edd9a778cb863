//! What each may see and do, tried through real sessions (PPL-1, PPL-2).

use entremise::domain::person::Role;
use russh::keys::HashAlg;

use crate::caller::{Caller, Screen};
use crate::roles::TABLE;
use crate::server::{Served, add_key, house, key, must};

/// A letter that is nowhere but in what must not be seen: one of it is too many.
const CANARY: &str = "\u{a66e}";

/// A house where whatever is confidential has the canary in it.
fn house_with_canaries() -> Served {
    let data = house();
    let claire = ["person", "add", "Claire Martin", "--role", "client_contact"];
    must(data.path(), &claire);
    add_key(data.path(), "Claire Martin", &key("claire"));
    let served = Served::start(data, &[]);
    served.must(&["link", "Claire", "claire.martin@atelier-du-lac.example"]);
    let mail = format!(
        "From: Zoé {CANARY} <zoe@{}.example>\nTo: nous@nord.example\nCc: patron@secret.example\n\
         Subject: GROUPE {CANARY} / Atelier {CANARY}\nMessage-ID: <canary@test.example>\n\
         Content-Type: text/plain; charset=utf-8\n\nBudget {CANARY}, appelez le 0612345678 {CANARY}\n",
        "client"
    );
    assert!(
        served
            .piped(&["import", "-"], mail.as_bytes())
            .status
            .success()
    );
    served.must(&[
        "person",
        "edit",
        "Ben",
        "--email",
        &format!("ben{CANARY}@nord.example"),
    ]);
    served.must(&[
        "person",
        "add",
        &format!("Ida {CANARY}"),
        "--role",
        "mediator",
    ]);
    served.must(&["key", "name", &name_of("ben"), &format!("laptop {CANARY}")]);
    served
}

fn name_of(word: &str) -> String {
    key(word)
        .public_key()
        .fingerprint(HashAlg::Sha256)
        .to_string()
}

/// An officer makes notes, tags and filters with the canary.
async fn works_with_canaries(hers: &mut Screen) {
    hers.wait_for("Home").await;
    hers.send("1").await;
    hers.wait_for(CANARY).await;
    hers.send("N").await;
    hers.wait_for("Note").await;
    hers.send(&format!("interne {CANARY}\x13")).await;
    hers.wait_for("u Undo").await;
    hers.send("t").await;
    hers.send(&format!("tag{CANARY}\r")).await;
    hers.send(&format!("/{CANARY}")).await;
    hers.send("\r").await;
    hers.wait_for(CANARY).await;
}

/// Presses everything that can be pressed, everywhere it can be, and leaves again what that opened.
async fn presses_everything(screen: &mut Screen) {
    screen.wait_for("Board").await;
    let all = "1234567890cCdDeEfFgGhHiIjJkKlLmMnNoOpPrRsStTuUvVwWxXzZ /\t\r";
    for keys in all.chars() {
        screen.send(&keys.to_string()).await;
    }
    screen.send("\x1b[27u\x1b[27u\x1b[27u").await;
    screen.send("?").await;
    screen.wait_for("Keys ·").await;
    screen.send("\x1b").await;
    screen.wait_gone("Keys ·").await;
    screen.send(":").await;
    screen.send("a\x1b[27u").await;
    screen.resize((80, 24)).await;
    screen.resize((160, 45)).await;
    screen.send("\x1bOR").await;
    screen.wait_for("Opportunités").await;
}

/// What Fay asks in words.
const ASKED: [&str; 18] = [
    "whoami",
    "whoami --json",
    "inbox",
    "inbox --json",
    "show R-2",
    "history R-2",
    "files R-2",
    "person list",
    "person list --json",
    "key list",
    "key list Ben",
    "invite --list",
    "routing",
    "import -",
    "help",
    "key name SHA256:zzzzzz x",
    "invite Ben",
    "show R-999999",
];

#[tokio::test(flavor = "multi_thread")]
async fn ppl_2_not_a_byte_of_what_is_confidential_reaches_a_facilitator() {
    let served = house_with_canaries();
    // The officer stays at work.
    let amelie = Caller::login(served.port, &key("amelie")).await;
    let mut hers = amelie.screen((120, 36), &[]).await;
    works_with_canaries(&mut hers).await;

    let fay = Caller::login(served.port, &key("fay")).await;
    let mut screen = fay.screen((120, 36), &[]).await;
    presses_everything(&mut screen).await;
    // While she looks, the officer goes on.
    hers.send("c").await;
    hers.wait_for("u Undo").await;
    screen.send("\x11").await;
    screen.end().await;
    let seen = String::from_utf8_lossy(&screen.bytes).into_owned();
    assert!(seen.len() > 1_000 && !seen.contains(CANARY), "{seen:?}");
    for secret in ["zoe@", "0612345678", "GROUPE", "interne", "patron@", "R-2"] {
        assert!(!seen.contains(secret), "{secret}");
    }
    for words in ASKED {
        let fay = Caller::login(served.port, &key("fay")).await;
        let said = fay.command(words).await;
        let all = format!("{}{}", said.out, said.err);
        assert!(!all.contains(CANARY), "{words}: {all}");
        for secret in ["zoe@", "GROUPE", "Ben Carter", "patron@"] {
            assert!(!all.contains(secret), "{words}: {secret}: {all}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_2_not_a_byte_of_what_is_others_stands_on_the_first_page() {
    let served = house_with_canaries();
    let amelie = Caller::login(served.port, &key("amelie")).await;
    let mut hers = amelie.screen((120, 36), &[]).await;
    // It stands on the page of who works with it.
    hers.wait_for("Home").await;
    hers.send("1").await;
    hers.wait_for(CANARY).await;
    hers.send(&format!("/{CANARY}")).await;
    hers.send("\r").await;
    hers.wait_gone("R-1").await;
    hers.send("c").await;
    hers.wait_for("u Undo").await;
    hers.send("0").await;
    hers.wait_for(CANARY).await;
    for (who, keys, said) in [
        ("fay", "u", "2 requests are unassigned"),
        ("claire", "\x12", CANARY),
    ] {
        let caller = Caller::login(served.port, &key(who)).await;
        let mut screen = caller.screen((120, 36), &[]).await;
        screen.wait_for("Home").await;
        // Every line of it opened, and back; other sizes, the other language.
        for keys in "0j\rk0\t0l\r0GgJK0".chars() {
            screen.send(&keys.to_string()).await;
        }
        screen.send("0").await;
        screen.resize((60, 20)).await;
        screen.resize((160, 45)).await;
        screen.send("\x1bOR").await;
        screen.wait_for("Accueil").await;
        // While they look, the officer goes on.
        hers.send(keys).await;
        hers.wait_for(said).await;
        screen.send("\x11").await;
        screen.end().await;
        let seen = String::from_utf8_lossy(&screen.bytes).into_owned();
        assert!(
            seen.len() > 1_000 && !seen.contains(CANARY),
            "{who}: {seen:?}"
        );
        for secret in ["zoe@", "0612345678", "GROUPE", "patron@", "R-2"] {
            assert!(!seen.contains(secret), "{who}: {secret}");
        }
    }
    hers.send("\x11").await;
    hers.end().await;
}

/// A line of the table, as words over SSH: with what piped in.
fn words_for(line: &str) -> Option<(String, &'static [u8])> {
    let mail =
        b"From: a@b.example\nSubject: X / y\nMessage-ID: <role@b.example>\n\nHello\n".as_slice();
    let profile = b"published = true\n[belts]\nworkshop = \"black\"\n".as_slice();
    let lists = include_bytes!("../../assets/prices/ateliers.toml").as_slice();
    let ben = name_of("ben");
    let words = match line {
        "set up a house" => "setup --name a --house b --country FR".to_owned(),
        "change the routing" => "routing -".to_owned(),
        "add a person" => "person add Nobody --role manager".to_owned(),
        "change roles" => "person roles P-2 --role manager".to_owned(),
        "let in, or no longer" => "person disable P-2".to_owned(),
        "put a name right" => "person edit P-2 --name Benny".to_owned(),
        "bind a key" => {
            let line = key("another").public_key().to_openssh().expect("a key");
            format!("key add P-2 '{line}'")
        }
        "name another's key" => format!("key name {ben} mine"),
        "revoke another's key" => format!("key revoke {ben}"),
        "invite" => "invite P-2".to_owned(),
        "withdraw an invitation" => "invite --withdraw I-1".to_owned(),
        "take in a request" => "import -".to_owned(),
        "attest a facilitator" => "profile P-3 --set -".to_owned(),
        "link a contact" => "link P-2 K-1".to_owned(),
        "post an opportunity" => {
            "post R-1 --title Atelier --language fr --until +10d --formula basic --text Bref"
                .to_owned()
        }
        "grant credits" => "grant P-3 offer 1 --why gift".to_owned(),
        "apply" => "decline O-1 --reason ill".to_owned(),
        "judge and select" => "judge PR-1 interesting".to_owned(),
        "run a mission" => "mission tick O-1 room".to_owned(),
        "quote" => "quote R-1".to_owned(),
        "price a quotation" => "quotation-step Q-1 prices".to_owned(),
        "assemble a quotation" => "quotation-step Q-1 project".to_owned(),
        "decide on a quotation" => "quotation-step Q-1 accept".to_owned(),
        "change the price lists" => "prices -".to_owned(),
        _ => return None,
    };
    let piped: &[u8] = match line {
        "take in a request" => mail,
        "attest a facilitator" => profile,
        "change the price lists" => lists,
        _ => b"",
    };
    Some((words, piped))
}

/// A line of the table, as keys in the inbox.
fn keys_for(line: &str) -> Option<&'static [&'static str]> {
    Some(match line {
        "work on requests" => &[
            "c",
            "v",
            "R",
            "P\r",
            "x\r\r",
            "Nnote\x13",
            "tagged\r",
            "b\r",
        ],
        "merge" => &["M1\r\r"],
        "split" => &["S\x13"],
        "tell of an organisation" => &["C\x13"],
        "wake what is due" => &["X"],
        _ => return None,
    })
}

/// The record that the journal is at.
fn record(served: &Served) -> u64 {
    use std::io::{Read, Write};
    let at = served.metrics.as_deref().expect("no figures");
    let mut stream = std::net::TcpStream::connect(at).expect("nobody answers");
    let asked = stream.write_all(b"GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n");
    asked.expect("the line was cut");
    let wait = stream.set_read_timeout(Some(crate::watch::DEADLINE));
    wait.expect("a socket");
    let mut said = String::new();
    stream.read_to_string(&mut said).expect("no answer");
    let line = said
        .lines()
        .find_map(|line| line.strip_prefix("entremise_record "));
    line.and_then(|n| n.trim().parse().ok()).expect("no record")
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_1_each_denied_pair_of_role_and_command_is_refused_in_a_real_session() {
    let data = house();
    for role in Role::ALL {
        let name = format!("Role {}", role.key());
        must(
            data.path(),
            &[
                "--as",
                "Amélie",
                "person",
                "add",
                &name,
                "--role",
                role.key(),
            ],
        );
        add_key(data.path(), &name, &key(role.key()));
    }
    must(data.path(), &["--as", "Amélie", "invite", "Ben"]);
    let served = Served::start(data, &["--metrics", "127.0.0.1:0"]);
    let (mut tried, mut pressed) = (0, 0);
    for (column, role) in Role::ALL.into_iter().enumerate() {
        let denied = TABLE
            .iter()
            .filter(|(_, letters)| letters.as_bytes()[column] == b'-');
        let mut by_keys = Vec::new();
        for (line, _) in denied {
            by_keys.extend(keys_for(line).into_iter().flatten());
            let Some((words, input)) = words_for(line) else {
                continue;
            };
            let before = record(&served);
            let caller = Caller::login(served.port, &key(role.key())).await;
            let said = caller.piped(&words, input).await;
            assert_ne!(said.status, Some(0), "{role:?}: {words}: {said:?}");
            assert!(!said.err.is_empty(), "{role:?}: {words}: {said:?}");
            // The right is missing, not a word.
            assert!(!said.err.contains("Usage"), "{role:?}: {words}: {said:?}");
            assert_eq!(record(&served), before, "{role:?}: {words} left a trace");
            tried += 1;
        }
        let caller = Caller::login(served.port, &key(role.key())).await;
        let mut screen = caller.screen((120, 36), &[]).await;
        screen.wait_for("▌").await;
        let before = record(&served);
        for keys in by_keys {
            screen.send(keys).await;
            // Whatever it opened is left again.
            screen.send("\x1b[27u\x1b[27u").await;
            pressed += 1;
        }
        screen.send("\x11").await;
        screen.end().await;
        assert_eq!(record(&served), before, "{role:?} left a trace by keys");
    }
    assert!(tried > 60 && pressed > 30, "{tried} and {pressed} pairs");
}
