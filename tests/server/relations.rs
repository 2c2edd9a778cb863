//! PPL-2 over SSH, as a table: each relation there is to a deal reads everything there are words for, and each secret is read
//! by those alone whom it is for. The rules' own table is exhaustive; this one holds the words and the exports to it.

use crate::caller::Caller;
use crate::market::{POST, decide_group, done, market, says};
use crate::server::{Served, key};

/// A secret, and the letters of who may read it.
struct Secret {
    what: &'static str,
    canary: &'static str,
    readers: &'static str,
}

/// Who looks: a letter, the key, and what they are to O-1, which Fay's firm runs.
const RELATIONS: [(char, &str, &str); 8] = [
    ('f', "fay", "began the firm, proposed and coordinates"),
    ('z', "zoe", "a colleague who proposes"),
    (
        'm',
        "max",
        "a colleague who manages and sees nothing of proposals",
    ),
    ('g', "gil", "a rival whose firm was not selected"),
    ('c', "claire", "the client's contact of O-1"),
    ('n', "nora", "the client's contact of O-2"),
    ('b', "ben", "the officer"),
    (
        's',
        "both",
        "an officer who is a facilitator, too: both sides",
    ),
];

/// All words that could show something of it.
const WORDS: [&str; 22] = [
    "show R-1",
    "show R-1 --json",
    "opportunity O-1",
    "opportunity O-1 --json",
    "board all",
    "board all --json",
    "board mine --json",
    "agreement O-1",
    "introduction O-1",
    "attached PR-1",
    "attached PR-1 --get 1",
    "attached PR-2",
    "attached PR-2 --get 1",
    "files R-1",
    "history R-1",
    "history R-1 --json",
    "credits --json",
    "profile",
    "firm show --json",
    "whoami --json",
    "stats --json",
    "directory export",
];

const SECRETS: [Secret; 7] = [
    Secret {
        what: "the description",
        canary: "quarante personnes",
        readers: "fzgcbs",
    },
    Secret {
        what: "the proposal that won",
        canary: "Le plan KESTREL",
        readers: "fzcb",
    },
    Secret {
        what: "a file of it",
        canary: "dans le OSPREY",
        readers: "fzcb",
    },
    Secret {
        what: "the rival's proposal",
        canary: "Le plan MERLIN",
        readers: "gcb",
    },
    Secret {
        what: "a file of that",
        canary: "dans le HARRIER",
        readers: "gcb",
    },
    Secret {
        what: "the firm's draft",
        canary: "Un brouillon GOSHAWK",
        readers: "fz",
    },
    Secret {
        what: "the client's mail",
        canary: "claire.martin@atelier-du-lac.example",
        readers: "fzcbs",
    },
];

/// Fay's firm of three runs O-1, with a draft of O-2 in it; Gil lost; another client has O-2.
async fn deal() -> Served {
    let served = market();
    decide_group(&served, "i").await;
    done(&served, "ben", POST).await;
    for (name, word, role) in [("Zoé", "zoe", "proposes"), ("Max", "max", "manages")] {
        crate::firms::recruit(&served, name, word, &[role]).await;
    }
    for (who, text, file) in [
        ("fay", "Le plan KESTREL", "dans le OSPREY"),
        ("gil", "Le plan MERLIN", "dans le HARRIER"),
    ] {
        for step in ["consultation", "offer"] {
            done(&served, who, &format!("step O-1 {step} --yes")).await;
        }
        done(
            &served,
            who,
            &format!("propose O-1 --price 1234 --text '{text}'"),
        )
        .await;
        let caller = Caller::login(served.port, &key(who)).await;
        let sent = caller
            .piped("attach O-1 - --name plan.txt", file.as_bytes())
            .await;
        assert_eq!(sent.status, Some(0), "{sent:?}");
    }
    let draft = "propose O-1 --text 'Un brouillon GOSHAWK' --draft";
    done(&served, "fay", draft).await;
    done(&served, "claire", "select PR-1 --formula basic").await;
    done(&served, "fay", "confirm O-1").await;
    others(&served).await;
    served
}

/// Who else there is: the contact of another client, and an officer who is a facilitator.
async fn others(served: &Served) {
    let mail = "From: Nora Berg <nora@autre-client.example>\nTo: nous@nord.example\n\
         Subject: AUTRE / Atelier\nMessage-ID: <nora@test.example>\n\
         Content-Type: text/plain; charset=utf-8\n\nUn atelier ?\n";
    let taken = served.piped(&["import", "-"], mail.as_bytes());
    assert!(taken.status.success(), "{taken:?}");
    for (name, word, roles) in [
        ("Nora Berg", "nora", &["client_contact"][..]),
        ("Bo Thys", "both", &["facilitator", "relation_officer"][..]),
    ] {
        let mut words = vec!["person", "add", name];
        words.extend(roles.iter().flat_map(|role| ["--role", *role]));
        served.must(&words);
        let public = key(word).public_key().to_openssh().expect("a key");
        served.must(&["key", "add", name, &public]);
    }
    served.must(&["link", "Nora", "nora@autre-client.example"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_2_each_relation_reads_what_is_for_it_and_nothing_else() {
    let served = deal().await;
    let mut wrong = Vec::new();
    for (letter, who, relation) in RELATIONS {
        let mut all = String::new();
        for words in WORDS {
            let said = says(&served, who, words).await;
            all.push_str(&format!("{words}: {}{}\n", said.out, said.err));
        }
        let all = all.to_lowercase();
        for secret in &SECRETS {
            let reads = all.contains(&secret.canary.to_lowercase());
            if reads != secret.readers.contains(letter) {
                let line = all
                    .lines()
                    .find(|line| line.contains(&secret.canary.to_lowercase()));
                wrong.push(format!(
                    "{who} ({relation}), {}: reads {reads}: {line:?}",
                    secret.what
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
