//! What an organisation is goes out as files and comes into an empty store: the same screens, and the same bytes again
//! (WKS-8).

use crate::caller::Caller;
use crate::server::{Served, key};

/// What prints it, and what takes it back.
const FILES: [(&[&str], &[&str]); 6] = [
    (&["routing"], &["routing", "-"]),
    (&["lists"], &["lists", "-"]),
    (&["wording", "nl"], &["wording", "--set", "-"]),
    (&["settings", "print"], &["settings", "apply", "-"]),
    (&["terms"], &["terms", "-"]),
    (&["prices"], &["prices", "-"]),
];

/// How many lines of the settings are looked at: all but the last, behind which no other comes.
const SECTIONS: usize = 24;

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

/// A file without the line that guards what one of the two has against being written over.
fn bare(file: &str) -> String {
    let lines = file.lines().filter(|line| !line.starts_with("# edition"));
    lines.map(|line| format!("{line}\n")).collect()
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
    for _ in 0..SECTIONS {
        let text = screen.text();
        let said = text.lines().filter(|line| !line.contains("last changed"));
        all.push(said.collect::<Vec<_>>().join("\n"));
        screen.send("j").await;
        screen.next_frame().await;
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_8_out_of_one_organisation_and_into_an_empty_one_the_screens_are_the_same() {
    let ours = changed();
    let files: Vec<String> = FILES.iter().map(|(print, _)| ours.must(print)).collect();
    let theirs = Served::small();
    for ((_, take), file) in FILES.iter().zip(&files) {
        took(&theirs, take, &bare(file));
    }
    for ((print, _), file) in FILES.iter().zip(&files) {
        assert_eq!(bare(&theirs.must(print)), bare(file), "{print:?}");
    }
    let (one, other) = (pages(&ours).await, pages(&theirs).await);
    for (one, other) in one.iter().zip(&other) {
        assert_eq!(one, other);
    }
}
