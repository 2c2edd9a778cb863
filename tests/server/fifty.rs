//! A house whose settings and lists change while fifty sessions work (WKS-8): nobody is thrown out, all of them follow,
//! the history tells it, and one undo restores every due date.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;

use crate::caller::{Caller, Screen};
use crate::server::{Served, add_key, house, key, must};

/// Who works: so many people, each with so many terminals.
const PEOPLE: usize = 10;
const TERMINALS: usize = 5;

/// The officers beside Amélie and Ben.
fn others() -> impl Iterator<Item = String> {
    (2..PEOPLE).map(|n| format!("Officer {n}"))
}

/// A served house with ten officers and twelve requests that came a fortnight ago.
fn busy() -> Served {
    let data = house();
    for name in others() {
        let role = ["person", "add", &name, "--role", "relation_officer"];
        must(data.path(), &role);
        add_key(data.path(), &name, &key(&name));
    }
    let served = Served::start(data, &[]);
    let ago = chrono::Utc::now() - chrono::Duration::days(14);
    let mut mbox = String::new();
    for n in 0..12 {
        let date = ago.to_rfc2822();
        let _ = write!(
            mbox,
            "From c@c{n}.example Thu Jan  1 00:00:00 1970\nFrom: Paul <paul@c{n}.example>\nTo: us@nord.example\n\
             Subject: C{n} / old {n}\nDate: {date}\nMessage-ID: <old-{n}@c{n}.example>\n\nHello, we are {n}.\n\n"
        );
    }
    let taken = served.piped(&["import", "-"], mbox.as_bytes());
    assert!(taken.status.success(), "{taken:?}");
    served
}

/// By when each request is due.
fn due(served: &Served) -> BTreeMap<String, String> {
    let out = served.must(&["inbox", "--json"]);
    let rows = out.lines().map(|line| {
        let row: Value = serde_json::from_str(line).expect("no JSON");
        (row["request"].to_string(), row["due"].to_string())
    });
    rows.collect()
}

/// Everybody's lines, and the terminals on them.
async fn all_at_work(served: &Served, words: &[String]) -> (Vec<Caller>, Vec<Screen>) {
    let (mut lines, mut screens) = (Vec::new(), Vec::new());
    for word in words {
        let caller = Caller::login(served.port, &key(word)).await;
        for _ in 0..TERMINALS {
            screens.push(caller.screen((120, 36), &[]).await);
        }
        lines.push(caller);
    }
    (lines, screens)
}

/// A list changes under them: a reason gets another name, one comes, one is retired.
async fn a_list_changes(served: &Served, screens: &mut [Screen]) {
    let lists = served.must(&["lists"]);
    let renamed = lists.replace("stopped answering", "gone quiet").replace(
        "key = \"duplicate\"\n",
        "key = \"budget\"\nname = { en = \"no budget this year\", fr = \"pas de budget\" }\nmeans = \"over\"\n\n\
         [[close]]\nkey = \"duplicate\"\nretired = true\n",
    );
    assert_ne!(lists, renamed);
    let taken = served.piped(&["--as", "Amélie", "lists", "-"], renamed.as_bytes());
    assert!(taken.status.success(), "{taken:?}");
    for screen in &mut *screens {
        screen.send("x").await;
        screen.wait_for("gone quiet").await;
        let text = screen.text();
        assert!(text.contains("no budget this year"), "{text}");
        assert!(!text.contains("duplicate"), "{text}");
        screen.send("\x1b").await;
        screen.wait_gone("gone quiet").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_8_fifty_sessions_follow_a_change_of_the_house_and_its_undo() {
    let served = busy();
    let words: Vec<String> = ["amelie".to_owned(), "ben".to_owned()]
        .into_iter()
        .chain(others())
        .collect();
    let (_lines, mut screens) = all_at_work(&served, &words).await;
    assert_eq!(screens.len(), PEOPLE * TERMINALS);
    // Overdue for a fortnight.
    for screen in &mut screens {
        screen.wait_for("old 3").await;
        screen.wait_for("!").await;
    }
    let before = due(&served);
    assert!(before.len() >= 13, "{before:?}");

    // The team gets three weeks to answer: nothing is overdue any more.
    served.must(&["settings", "set", "delays.reply", "200 h"]);
    for screen in &mut screens {
        let late = |text: &str| {
            text.lines()
                .any(|line| line.contains("old") && line.contains('!'))
        };
        screen
            .wait_until("no overdue line", |text| {
                text.contains("old 3") && !late(text)
            })
            .await;
    }
    let after = due(&served);
    assert_eq!(after.len(), before.len());
    assert!(
        after.iter().all(|(id, at)| before[id] != *at),
        "{before:?} {after:?}"
    );

    a_list_changes(&served, &mut screens).await;

    // One undo restores every due date, and all see it.
    served.must(&["settings", "undo"]);
    for screen in &mut screens {
        let late = |text: &str| {
            text.lines()
                .any(|line| line.contains("old") && line.contains('!'))
        };
        screen.wait_until("overdue lines", late).await;
    }
    assert_eq!(due(&served), before);
    let told = served.must(&["settings", "history", "delays.reply"]);
    assert!(
        told.contains("200 h") && told.contains("Amélie Roux"),
        "{told}"
    );
    let told = served.must(&["settings", "history", "lists"]);
    assert!(told.contains("Amélie Roux"), "{told}");
    // Nobody was thrown out: each terminal answers its own keys.
    for screen in &mut screens {
        screen.send("\x11").await;
        screen.end().await;
        assert_eq!(screen.status, Some(0));
    }
}
