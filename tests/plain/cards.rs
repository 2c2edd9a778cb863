//! PPL-9: the directory as vCards on the command line, and what an import gives back to be mended.

use super::directory::known;
use super::{empty, house, piped, run};

/// A house in which nothing is known.
fn other() -> tempfile::TempDir {
    let other = empty();
    let set_up = [
        "setup",
        "--name",
        "Amélie",
        "--house",
        "Other",
        "--country",
        "FR",
    ];
    run(&other, &set_up).says(&[]);
    other
}

#[test]
fn ppl_9_cards_that_are_exported_are_imported_and_exported_the_same() {
    let data = known();
    let csv = run(&data, &["directory", "export"]).says(&[]).out.clone();
    for form in ["vcard", "vcard4"] {
        let cards = run(&data, &["directory", "export", form]);
        let cards = cards.says(&["BEGIN:VCARD", "FN:Zoé Roux"]).out.clone();
        let other = other();
        let import = |more: &[&str]| {
            let args: Vec<&str> = [&["directory", "import", "-"], more].concat();
            piped(&other, &args, cards.as_bytes())
        };
        import(&[]).says(&["3 new, 0 the same, 0 in doubt, 0 wrong"]);
        import(&["--apply"]).says(&["3 imported"]);
        let again = run(&other, &["directory", "export", form]);
        assert_eq!(again.says(&[]).out, cards, "{form}");
        assert_eq!(run(&other, &["directory", "export"]).says(&[]).out, csv);
        import(&["--apply"]).says(&["0 imported, 3 the same"]);
    }
}

#[test]
fn ppl_9_a_card_is_told_by_what_it_is_and_a_broken_one_by_number_and_line() {
    let data = house();
    let file = data.path().join("people.txt");
    let cards = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Lee\r\nN:Lee;Ann;;;\r\nORG:Delta\r\n\
        PHOTO;ENCODING=b:/9j/\r\nEND:VCARD\r\n\
        BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bob\r\nN:;Bob;;;\r\nEND:VCARD\r\n\
        BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Andr\xe9\r\nORG:Delta\r\nEND:VCARD\r\n";
    std::fs::write(&file, cards).expect("written");
    let path = file.display().to_string();
    run(&data, &["directory", "import", &path, "--apply"]).says(&[
        "2 imported, 0 the same, 0 in doubt, 2 wrong",
        "1 picture, sound or key was left out",
        "card 2, line 8: no organisation",
        "card 3, line 15: not in UTF-8",
    ]);
    run(&data, &["directory", "list", "lee", "--plain"]).says(&["Delta"]);
}

#[test]
fn ppl_9_what_an_import_leaves_out_comes_back_as_a_file_to_be_mended_and_imported() {
    let data = known();
    let (to, mended) = (data.path().join("left.csv"), data.path().join("mended.csv"));
    let [to, mended] = [&to, &mended].map(|path| path.display().to_string());
    let file = "Société;Ville;Pays;Nom;E-mail\n\
        Alpha;Paris;FR;;\n\
        Gamma;Nice;Atlantide;;\n\
        Delta;Nice;France;Ann Lee;ann@delta.example\n\
        Delta;Nice;France;Ann Leigh;ANN@delta.example\n\
        Delta;Nice;France;Bob;no address\n";
    let import = |more: &[&str]| {
        let args: Vec<&str> = [&["directory", "import", "-", "--apply"], more].concat();
        piped(&data, &args, file.as_bytes())
    };
    import(&["--rejected", &to]).says(&[
        "2 imported, 0 the same, 2 in doubt, 2 wrong",
        "line 5: Delta Ann Leigh is on line 4 already",
        "left.csv",
    ]);
    let left = std::fs::read_to_string(&to).expect("there");
    let mut lines = left.lines();
    assert_eq!(lines.next(), Some("Société,Ville,Pays,Nom,E-mail,reason"));
    assert_eq!(lines.clone().count(), 4, "{left}");
    assert!(
        left.contains("Alpha,Paris,FR,,,\"line 2: Alpha may be C-1 Alpha, with"),
        "{left}"
    );
    assert!(!left.contains("Ann Lee,"), "{left}");
    // Nothing is written over.
    import(&["--rejected", &to]).refuses(1, &["exists already"]);
    let better = left
        .replace("Atlantide", "Italie")
        .replace("no address", "bob@delta.example")
        .replace("ANN@delta", "leigh@delta");
    let better: String = better
        .lines()
        .filter(|line| !line.starts_with("Alpha"))
        .map(|line| format!("{line}\n"))
        .collect();
    std::fs::write(&mended, better).expect("written");
    run(&data, &["directory", "import", &mended, "--apply"])
        .says(&["3 imported, 1 the same, 0 in doubt, 0 wrong"]);
    // Printed, it can be piped on: what is said of it stands beside it.
    let printed = import(&["--rejected", "-"]);
    assert!(
        printed
            .says(&[])
            .out
            .starts_with("Société,Ville,Pays,Nom,E-mail,reason\n")
    );
}

#[test]
fn ppl_9_cards_that_are_left_out_come_back_as_cards() {
    let data = known();
    let cards = "BEGIN:VCARD\nVERSION:4.0\nFN:Bob\nN:;Bob;;;\nTEL:1\nEND:VCARD\n";
    let args = ["directory", "import", "-", "--rejected", "-"];
    let back = piped(&data, &args, cards.as_bytes());
    let back = back
        .says(&["FN:Bob", "X-ENTREMISE-REASON:card 1"])
        .out
        .clone();
    let mended = back.replace("FN:Bob", "FN:Bob\r\nORG:Alpha");
    let args = ["directory", "import", "-", "--apply"];
    piped(&data, &args, mended.as_bytes()).says(&["1 imported, 1 the same"]);
}

/// Skips, saying so, where Python's `vobject`, which stands under khard, is not installed.
#[test]
fn ppl_9_another_program_reads_the_cards_and_we_read_its_own() {
    let script = r#"
import sys, vobject
text = sys.stdin.buffer.read().decode("utf-8")
cards = list(vobject.readComponents(text))
for card in cards:
    sys.stdout.write(card.serialize())
"#;
    let there = std::process::Command::new("python3")
        .args(["-c", "import vobject"])
        .output();
    if !there.is_ok_and(|ran| ran.status.success()) {
        eprintln!("SKIPPED: python3 with vobject is not installed (pip install vobject)");
        return;
    }
    let data = known();
    let csv = run(&data, &["directory", "export"]).says(&[]).out.clone();
    for form in ["vcard", "vcard4"] {
        let cards = run(&data, &["directory", "export", form])
            .says(&[])
            .out
            .clone();
        let mut peer = std::process::Command::new("python3")
            .args(["-c", script])
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .spawn()
            .expect("python3");
        let mut to = peer.stdin.take().expect("piped");
        std::io::Write::write_all(&mut to, cards.as_bytes()).expect("written");
        drop(to);
        let ran = peer.wait_with_output().expect("ran");
        assert!(ran.status.success(), "{form}");
        let other = other();
        piped(
            &other,
            &["directory", "import", "-", "--apply"],
            &ran.stdout,
        )
        .says(&["3 imported, 0 the same, 0 in doubt, 0 wrong"]);
        assert_eq!(
            run(&other, &["directory", "export"]).says(&[]).out,
            csv,
            "{form}"
        );
    }
}
