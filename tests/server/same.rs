//! What an organisation is goes out as files and comes into an empty store: the same screens, and the same bytes again
//! (WKS-8).

use crate::caller::Caller;
use crate::server::{Served, house, key, must};

/// What prints it, and what takes it back.
const FILES: [(&[&str], &[&str]); 6] = [
    (&["routing"], &["routing", "-"]),
    (&["lists"], &["lists", "-"]),
    (&["wording", "nl"], &["wording", "--set", "-"]),
    (&["settings", "print"], &["settings", "apply", "-"]),
    (&["terms"], &["terms", "-"]),
    (&["prices"], &["prices", "-"]),
];

/// An organisation that changed a little of everything.
fn changed() -> Served {
    let served = Served::small();
    for (key, value) in [
        ("organisation.name", "Atelier du Nord"),
        ("delays.reply", "6 h"),
        ("hours.holidays", "FR, 12-24"),
        ("identity.FR.vat", "FR00 000"),
        ("relationship.selects-introduction", "client"),
        ("papers.languages", "nl, fr"),
    ] {
        served.must(&["settings", "set", key, value]);
    }
    let lists = served.must(&["lists"]);
    let ours = lists.replace("stopped answering", "gone quiet");
    assert_ne!(lists, ours);
    took(&served, &["lists", "-"], &ours);
    let wording = served.must(&["wording", "nl"]);
    let ours = wording.replace("Offerte {quotation}", "Prijsopgave {quotation}");
    assert_ne!(wording, ours);
    took(&served, &["wording", "--set", "-"], &ours);
    served
}

/// Gives a file back, which must be taken.
#[track_caller]
fn took(served: &Served, args: &[&str], file: &str) {
    let args = [&["--as", "Amélie"], args].concat();
    let taken = served.piped(&args, file.as_bytes());
    assert!(taken.status.success(), "{args:?}: {taken:?}");
}

/// The pages of the settings and of the lists, without the day and who changed what.
async fn pages(served: &Served) -> Vec<String> {
    let amelie = Caller::login(served.port, &key("amelie")).await;
    let mut screen = amelie.screen((160, 45), &[]).await;
    screen.wait_for("R-1").await;
    screen.send(",").await;
    screen.send("s").await;
    screen.wait_for("Set-up").await;
    let mut all = Vec::new();
    for section in [
        "Organisation",
        "Countries",
        "Hours",
        "Delays",
        "Groups",
        "Board",
        "Closing reasons",
    ] {
        screen.send("/").await;
        screen.send(section).await;
        screen.send("\r").await;
        let shown = |text: &str| text.contains(&format!("─ {section}"));
        screen.wait_until(section, shown).await;
        let text = screen.text();
        let said = text.lines().filter(|line| !line.contains("last changed"));
        all.push(said.collect::<Vec<_>>().join("\n"));
        screen.send("\x1b").await;
        screen.wait_for("Audiences").await;
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_8_out_of_one_organisation_and_into_an_empty_one_the_screens_are_the_same() {
    let ours = changed();
    let files: Vec<String> = FILES.iter().map(|(print, _)| ours.must(print)).collect();
    let data = house();
    must(data.path(), &["settings", "set", "delays.reply", "9 h"]);
    let theirs = Served::start(data, &[]);
    for ((_, take), file) in FILES.iter().zip(&files) {
        took(&theirs, take, file);
    }
    for ((print, _), file) in FILES.iter().zip(&files) {
        assert_eq!(
            theirs.must(print),
            *file,
            "{print:?} goes out as it came in"
        );
    }
    let (one, other) = (pages(&ours).await, pages(&theirs).await);
    for (one, other) in one.iter().zip(&other) {
        assert_eq!(one, other);
    }
}
