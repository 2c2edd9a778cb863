//! What an operator reads, in French (WKS-4): where nobody sits at a terminal, what an import came to, what is wrong
//! with a source or the store, and what looks after the store. No word of English among it, but for what the system
//! itself says.

use std::fs;
use std::path::Path;

use super::{Run, files, fixture, house, house_with_mail, program, run, watch};

fn french(data: &Path, args: &[&str]) -> Run {
    let mut command = program(data, args);
    Run::of(watch::output(command.env("LANG", "fr_FR.UTF-8")))
}

#[test]
fn wks_4_an_operator_reads_french_where_french_is_spoken() {
    let data = house();
    let bad = data.path().join("bad.eml");
    fs::write(&bad, [0xff, 0xfe, 0x00, 0x01].repeat(40)).expect("a file");
    let bad = bad.to_string_lossy().into_owned();
    let at = data.path();
    french(at, &["import", &fixture("french-plain.eml")]).says(&["nouvelles\u{a0}: 1 (R-1)"]);
    let aside = french(at, &["import", &bad]);
    assert_eq!(aside.code, Some(65));
    for words in ["mises de côté\u{a0}: 1", "ce n’est pas un e-mail"] {
        assert!(aside.out.contains(words), "{words}: {}", aside.out);
    }
    french(at, &["import", "/nowhere.eml"]).refuses(65, &["/nowhere.eml\u{a0}: introuvable"]);
    french(at, &["show", "Q-1"]).refuses(64, &["Q-1 est un devis", "comme R-1042"]);
    french(at, &["verify"]).says(&[
        "enregistrements lus",
        "0 fichier vérifié",
        "tout est en ordre",
    ]);
    french(at, &["tidy"]).says(&["0 fichier"]);
    french(at, &[]).says(&["À prendre", "entremise inbox", "les demandes"]);
    french(at, &["help"]).says(&["Demandes", "Cette machine", "help COMMANDE"]);
    french(at, &["--theme", "plain", "--lang", "xx"]).refuses(1, &["n’est pas connu"]);
}

/// WKS-4 WKS-7: a fault of the store is told in short, then as the system says it.
#[test]
fn wks_4_wks_7_a_damaged_store_is_told_of_in_french() {
    let data = house_with_mail();
    let at = data.path();
    let segment = files(&at.join("store/shadow")).pop().expect("a segment");
    let mut bytes = fs::read(&segment).expect("it reads");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&segment, bytes).expect("it writes");
    let verified = french(at, &["verify", "--quick"]);
    assert_eq!(verified.code, Some(1));
    assert!(verified.out.contains("abîmé"), "{}", verified.out);
    french(at, &["recover"]).says(&["reconstruit jusqu’à l’enregistrement 2"]);
    fs::remove_dir_all(at.join("store/journal")).expect("removed");
    for segment in files(&at.join("store/shadow")) {
        fs::write(segment, [7; 64]).expect("it writes");
    }
    let shut = french(at, &["inbox"]);
    assert_ne!(shut.code, Some(0));
    assert!(shut.err.contains("entremise verify"), "{}", shut.err);
    assert!(shut.err.contains("cause\u{a0}: "), "{}", shut.err);
    // In English as the store says it, and nothing twice.
    let english = run(&data, &["inbox"]);
    assert!(
        !english.err.contains("because: Stored data"),
        "{}",
        english.err
    );
}
