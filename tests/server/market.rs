//! The board over SSH, by everybody's own key (BRD, PPL-2, PPL-3): from a request to a delivered mission,
//! and what reaches whom on the way.

use serde_json::Value;

use crate::caller::{Caller, Said};
use crate::server::{Served, add_key, house, key, must};

/// A letter that is nowhere but in what must not be seen: one of it is too many.
const CANARY: &str = "\u{a66e}";

pub const PROFILE: &str = "country = \"FR\"\nlanguages = [\"fr\", \"en\"]\npublished = true\n\
    compliance = [\"charter\", \"insurance\"]\n[belts]\nworkshop = \"green\"\n";

/// The small house with two facilitators whose profiles fit and who have credits, and the client of R-1,
/// who can log in.
pub fn market() -> Served {
    let data = house();
    for (name, role, word) in [
        ("Gil Verne", "facilitator", "gil"),
        ("Claire Martin", "client_contact", "claire"),
        ("Pia Klee", "pricing_officer", "pia"),
    ] {
        must(data.path(), &["person", "add", name, "--role", role]);
        add_key(data.path(), name, &key(word));
    }
    let funds = "through: Banque Exemple";
    must(
        data.path(),
        &["settings", "set", "money.clients-money", funds],
    );
    let served = Served::start(data, &[]);
    served.must(&[
        "settings",
        "set",
        "relationship.selects-introduction",
        "client",
    ]);
    served.must(&["link", "Claire", "claire.martin@atelier-du-lac.example"]);
    for person in ["P-3", "P-4"] {
        let set = served.piped(
            &["--as", "Amélie", "profile", person, "--set", "-"],
            PROFILE.as_bytes(),
        );
        assert!(set.status.success(), "{set:?}");
        for kind in ["consultation", "offer", "contact"] {
            served.must(&["grant", person, kind, "2", "--why", "subscription"]);
        }
    }
    served
}

/// A command of whose key it is, over SSH.
pub async fn says(served: &Served, who: &str, words: &str) -> Said {
    let caller = Caller::login(served.port, &key(who)).await;
    caller.command(words).await
}

/// The same, which must go well.
pub async fn done(served: &Served, who: &str, words: &str) -> String {
    let said = says(served, who, words).await;
    assert_eq!(said.status, Some(0), "{who}: {words}: {said:?}");
    said.out
}

/// The same, which must be refused: why.
pub async fn refused(served: &Served, who: &str, words: &str) -> String {
    let said = says(served, who, words).await;
    assert_ne!(said.status, Some(0), "{who}: {words}: {said:?}");
    assert_eq!(said.out, "", "{who}: {words}");
    said.err
}

pub async fn page(served: &Served, who: &str) -> Value {
    let out = done(served, who, "opportunity O-1 --json").await;
    serde_json::from_str(&out).expect("no JSON")
}

/// The officer decides on the group by keys, as on any other day.
pub async fn decide_group(served: &Served, key_of_group: &str) {
    let ben = Caller::login(served.port, &key("ben")).await;
    let mut screen = ben.screen((120, 36), &[]).await;
    screen.wait_for("Inbox").await;
    screen.send("1").await;
    screen.wait_for("R-1").await;
    screen.send("b").await;
    screen.wait_for("Leave it open").await;
    screen.send(key_of_group).await;
    screen.wait_for("u Undo").await;
    screen.send("\x11").await;
    screen.end().await;
}

/// What Ben posts.
pub const POST: &str = "post R-1 --title 'Café débat de mars' --language fr --audience association \
    --place Annecy --country FR --dates 'le 24 mars' --participants 40 --sessions 1 \
    --until '+10d' --amount '1200 EUR' --formula r0 --text 'Un café débat, quarante personnes.'";

/// Holds whose turn it is, as the officer's page says.
async fn turn_is(served: &Served, who: &str) {
    assert_eq!(page(served, "ben").await["turn"]["who"], who);
}

/// Holds whose turn it is by name, as the page of `reader` says.
async fn turn_is_fays(served: &Served, reader: &str, who: &str) {
    let turn = page(served, reader).await["turn"].clone();
    assert_eq!(
        (&turn["who"], &turn["name"]),
        (&who.into(), &"Fay Dubois".into())
    );
}

/// Ben posts R-1, once its group is decided; before, he sees exactly what a facilitator will see.
async fn ben_posts(served: &Served) {
    let why = refused(served, "ben", POST).await;
    assert!(why.contains("No group is decided for R-1"), "{why}");
    decide_group(served, "i").await;
    let preview = done(served, "ben", &format!("{POST} --preview")).await;
    assert!(
        preview.contains("Café débat de mars") && preview.contains("Annecy"),
        "{preview}"
    );
    let leak = POST.replace(
        "quarante personnes",
        "écrire à Claire.Martin@atelier-du-lac.example",
    );
    let why = refused(served, "ben", &leak).await;
    assert!(why.contains("names the client"), "{why}");
    done(served, "ben", POST).await;
    turn_is(served, "proposers").await;
}

/// A facilitator finds it, opens it with a credit and proposes with another.
async fn proposes(served: &Served, who: &str, price: &str, text: &str) {
    let board = done(served, who, "board --eligible").await;
    assert!(
        board.starts_with("O-1\tintroduction\topen\tCafé débat de mars"),
        "{board}"
    );
    assert!(
        page(served, who).await["text"].is_null(),
        "read before it is opened"
    );
    let too_soon = format!("propose O-1 --price {price} --text x");
    let why = refused(served, who, &too_soon).await;
    assert!(why.contains("offer"), "{why}");
    let price_said = done(served, who, "step O-1 consultation").await;
    assert!(price_said.contains("costs 1, you have 2"), "{price_said}");
    done(served, who, "step O-1 consultation --yes").await;
    assert_eq!(
        page(served, who).await["text"],
        "Un café débat, quarante personnes."
    );
    done(served, who, "step O-1 offer --yes").await;
    let offer = format!("propose O-1 --price {price} --available 'le 24' --text \"{text}\"");
    done(served, who, &offer).await;
}

/// The client has both before her, and selects Fay's; nobody selects after her.
async fn claire_selects(served: &Served) {
    let hers = page(served, "claire").await;
    let all = hers["all_proposals"].as_array();
    assert_eq!(all.map(Vec::len), Some(2), "{hers}");
    done(served, "claire", "judge PR-1 interesting").await;
    done(served, "claire", "select PR-1 --formula r0").await;
    let why = refused(served, "ben", "select PR-2").await;
    assert!(why.contains("Fay Dubois"), "{why}");
    turn_is_fays(served, "ben", "winner").await;
}

/// Gil, who was not selected, is told so with the advice in the language she reads first; then the client's own words
/// follow in place of those, once (BRD-6).
async fn gil_is_advised(served: &Served) {
    let lost = done(served, "gil", "opportunity O-1").await;
    assert!(
        lost.contains("not selected") && lost.contains("Pour la prochaine fois"),
        "{lost}"
    );
    let advise = "advise O-1 --text 'Un prix par séance.'";
    let why = refused(served, "gil", advise).await;
    assert!(!why.contains("Claire"), "{why}");
    done(served, "claire", advise).await;
    let lost = done(served, "gil", "opportunity O-1").await;
    assert!(lost.contains(": Un prix par séance."), "{lost}");
    let why = refused(served, "ben", advise).await;
    assert!(why.contains("once for each selection"), "{why}");
}

/// Fay confirms the terms, builds the team, plans, and delivers with a word on what was not held.
async fn fay_runs_the_mission(served: &Served) {
    let terms = done(served, "fay", "confirm O-1").await;
    assert!(
        terms.contains("150.00") && terms.contains("the client"),
        "{terms}"
    );
    turn_is_fays(served, "claire", "coordinator").await;
    done(served, "fay", "mission team O-1 P-4 facilitator").await;
    let plan = "mission plan O-1 '+5d 14:00' --place 'Annecy, salle 2'";
    done(served, "fay", plan).await;
    done(served, "fay", "mission tick O-1 client").await;
    for (who, words, part) in [
        ("fay", "mission attend O-1 1 38", "It begins on"),
        ("gil", "mission deliver O-1", "Fay Dubois"),
        ("fay", "mission deliver O-1", "0 of 1 ordered"),
    ] {
        let why = refused(served, who, words).await;
        assert!(why.contains(part), "{why}");
    }
    let deliver = "mission deliver O-1 --note 'Reporté, tenu en visio.'";
    done(served, "fay", deliver).await;
    turn_is(served, "nobody").await;
}

/// What the history of R-1 tells in the end.
const TOLD: [&str; 7] = [
    "O-1 posted: Café débat de mars",
    "O-1: Gil Verne sent a proposal",
    "O-1: Fay Dubois’s proposal marked as interesting",
    "O-1: Fay Dubois selected",
    "O-1: advice to those not selected: Un prix par séance.",
    "O-1 is a mission, coordinated by Fay Dubois",
    "O-1 delivered",
];

// BRD-4, BRD-5, BRD-6, BRD-8, REQ-10: every hand-over names whose turn it is.
#[tokio::test(flavor = "multi_thread")]
async fn brd_6_from_a_request_to_a_delivered_mission_each_by_their_own_key() {
    let served = market();
    ben_posts(&served).await;
    proposes(&served, "fay", "1000", "J'anime en cercle.").await;
    proposes(&served, "gil", "1100", "En tables.").await;
    let credits = done(&served, "fay", "credits").await;
    assert!(credits.contains("view: 1 left"), "{credits}");
    turn_is(&served, "client").await;
    claire_selects(&served).await;
    gil_is_advised(&served).await;
    fay_runs_the_mission(&served).await;
    let told = done(&served, "ben", "history R-1").await;
    for part in TOLD {
        assert!(told.contains(part), "{part}: {told}");
    }
    let stats = done(&served, "gil", "stats").await;
    assert!(stats.contains("1 of 1 became missions"), "{stats}");
}

// PPL-3: staff act for the client, and the record says on whose word.
#[tokio::test(flavor = "multi_thread")]
async fn ppl_3_the_house_selects_on_the_clients_word_and_the_record_says_so() {
    let served = market();
    decide_group(&served, "i").await;
    done(&served, "ben", POST).await;
    opens(&served, "fay").await;
    done(
        &served,
        "fay",
        "propose O-1 --price 1000 --text 'En cercle.'",
    )
    .await;
    done(&served, "ben", "judge PR-1 interesting").await;
    let why = refused(&served, "ben", "select PR-1 --formula r0").await;
    assert!(why.contains("how the client told us"), "{why}");
    done(
        &served,
        "ben",
        "select PR-1 --formula r0 --said 'by phone, on Tuesday'",
    )
    .await;
    let told = done(&served, "ben", "history R-1").await;
    let word = told.matches("on behalf of Claire Martin").count();
    assert_eq!(word, 4, "{told}");
    let how = told.matches("by phone, on Tuesday").count();
    assert_eq!(
        how, 3,
        "the selection, the formula, and her yes to the terms: {told}"
    );
    // Who declines opens it again.
    done(&served, "fay", "decline O-1 --reason 'Je suis prise.'").await;
    assert_eq!(page(&served, "ben").await["stage"], "open");
}

/// A request whose mail has the canary in it comes in; Ben decides on its group, notes the canary, and posts it.
async fn ben_posts_canaries(served: &Served) {
    let mail = format!(
        "From: Zoé {CANARY} <zoe@secret-client.example>\nTo: nous@nord.example\n\
         Subject: GROUPE {CANARY} / Atelier\nMessage-ID: <canary@test.example>\n\
         Content-Type: text/plain; charset=utf-8\n\nAppelez {CANARY} au 0612345678\n"
    );
    let taken = served.piped(&["import", "-"], mail.as_bytes());
    assert!(taken.status.success(), "{taken:?}");
    let ben = Caller::login(served.port, &key("ben")).await;
    let mut officer = ben.screen((120, 36), &[]).await;
    officer.wait_for("Inbox").await;
    officer.send("1").await;
    officer.wait_for(CANARY).await;
    // The newest is on top of the list or not: its case is opened by its name.
    officer.send(&format!("/{CANARY}\r")).await;
    let alone = |screen: &str| screen.contains("R-2") && !screen.contains("R-1 ");
    officer.wait_until("R-2 alone", alone).await;
    officer.send("b").await;
    officer.wait_for("Leave it open").await;
    officer.send("i").await;
    officer.wait_for("R-2 · group").await;
    officer.send("N").await;
    officer.wait_for("Note").await;
    officer.send(&format!("interne {CANARY}\x13")).await;
    officer.wait_for("u Undo").await;
    officer.send("\x11").await;
    officer.end().await;
    done(served, "ben", &POST.replace("R-1", "R-2")).await;
}

/// Uses a credit for each step that a proposal needs.
async fn opens(served: &Served, who: &str) {
    for step in ["consultation", "offer"] {
        done(served, who, &format!("step O-1 {step} --yes")).await;
    }
}

/// Fay proposes beside an open screen and presses what there is, in three sizes; returns all that she was sent.
async fn fay_presses_everything(served: &Served) -> String {
    let fay = Caller::login(served.port, &key("fay")).await;
    let mut screen = fay.screen((120, 36), &[]).await;
    screen.wait_for("O-1").await;
    opens(served, "fay").await;
    done(served, "fay", "propose O-1 --price 900 --text 'le mien'").await;
    let keys = "\rjkgG*fSC?\u{1b}\t12389";
    for pressed in keys.chars() {
        screen.send(&pressed.to_string()).await;
    }
    screen.send("\x1b[27u\x1b[27u").await;
    screen.resize((80, 24)).await;
    screen.resize((160, 45)).await;
    screen.send("\x1b[27u\x1b[27u\x11").await;
    screen.end().await;
    String::from_utf8_lossy(&screen.bytes).into_owned()
}

/// What Fay asks in words.
const ASKED: [&str; 20] = [
    "board",
    "board all",
    "board --json",
    "opportunity O-1",
    "opportunity O-1 --json",
    "stats",
    "stats --own --json",
    "credits --json",
    "show R-2",
    "history R-2",
    "quotations",
    "profile P-4",
    "terms",
    "judge PR-1 interesting",
    "select PR-1",
    "withdraw PR-1 --reason x",
    "credits P-4",
    "step O-1 contact",
    "mission team O-1 P-4 observer",
    "recap",
];

/// What she must not be told: of the client, of the other proposal, of notes.
const SECRETS: [&str; 9] = [
    CANARY,
    "zoe@",
    "secret-client",
    "0612345678",
    "GROUPE",
    "mon plan",
    "777",
    "interne",
    "R-2\t",
];

#[tokio::test(flavor = "multi_thread")]
async fn ppl_2_no_byte_of_another_proposal_of_the_client_or_of_notes_reaches_a_proposer() {
    let served = market();
    ben_posts_canaries(&served).await;
    opens(&served, "gil").await;
    let hidden =
        format!("propose O-1 --price 777 --available 'quand {CANARY}' --text 'mon plan {CANARY}'");
    done(&served, "gil", &hidden).await;

    let seen = fay_presses_everything(&served).await;
    let mut all = vec![("the screen", seen)];
    for words in ASKED {
        let said = says(&served, "fay", words).await;
        all.push((words, format!("{}{}", said.out, said.err)));
    }
    for (words, said) in &all {
        for secret in SECRETS {
            assert!(!said.contains(secret), "{words}: {secret}: {said:?}");
        }
    }
    // With the contact credit the client is hers to reach; the other's proposal still is not.
    let reason = "step O-1 contact --reason 'ils attendent un appel' --yes";
    done(&served, "fay", reason).await;
    let open = done(&served, "fay", "opportunity O-1").await;
    assert!(open.contains("zoe@secret-client.example"), "{open}");
    assert!(
        !open.contains("mon plan") && !open.contains("777"),
        "{open}"
    );
}
