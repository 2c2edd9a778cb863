//! An officer's morning, key by key: what the screen says, and what is one key away.

use crate::rig::{AMELIE, House, Rig, Seat, copied, letter};

/// What lies in the inbox that morning: an unclear subject without a deadline, too many in copy, two
/// requests in one mail, and a reminder of the first.
pub fn mails() -> Vec<String> {
    vec![
        letter(
            "Paul Roux <paul@timetours.example>",
            "question",
            "Bonjour,\n\nNous cherchons une animation pour nos agences.\n\nPaul Roux",
        ),
        copied(
            "Claire Petit <claire@vignac.example>",
            "VIGNAC / conférence du 12 avril",
            9,
            "Une conférence, réponse avant le 20 mars svp.",
        ),
        letter(
            "Jean Noir <jean@securplus.example>",
            "SECUR PLUS / plusieurs choses",
            "Bonjour,\n\n1/ Les statistiques de notre agence pour 2025.\n2/ Un nouveau login pour Julie, merci.\n\n\
             Avant le 18 mars.",
        ),
        letter(
            "Paul Roux <paul@timetours.example>",
            "TIME TOURS / relance animation",
            "Je me permets de relancer, réponse avant le 25 mars.",
        ),
    ]
}

/// REQ-3: each finding has a one-key fix, ready to be accepted, and the letters of the list go.
#[test]
fn req_3_each_finding_is_one_key_away() {
    let mut rig = Rig::new(&House::with(&mails()), AMELIE);
    assert!(rig.line_with("R-1 ").contains("SD"));
    rig.keys("l").sees(&["Objet", "TIMETOURS / question"]);
    rig.keys("Enter").sees(&["R-1 · objet corrigé · u Annuler"]);
    assert!(rig.line_with("R-1 ").contains(" D "));
    rig.keys("l")
        .type_text("ven")
        .sees(&["Pour quand", "→ ven. 13 mars 2026, 18:00 Europe/Paris"]);
    rig.keys("Enter")
        .sees(&["R-1 · échéance : 13 mars · u Annuler"]);
    rig.keys("l").sees(&["Rien à corriger sur cette demande"]);
    assert!(rig.line_with("R-2 ").contains(" C "));
    rig.keys("j l").sees(&["R-2 · point réglé · u Annuler"]);
    assert!(!rig.line_with("R-2 ").contains(" C "));
    rig.keys("j l").sees(&[
        "Scinder R-3",
        "2 parties",
        "SECUR PLUS / Un nouveau login pour Julie, merci",
    ]);
    rig.keys("Enter")
        .sees(&["R-3", "R-5", "SECUR PLUS / Les statistiques", "u Annuler"]);
    rig.keys("u")
        .sees(&["SECUR PLUS / plusieurs choses", "/4"])
        .misses("Un nouveau login");
}

/// REQ-3: before a mail is split its parts can be read whole, edited, joined and added to; none is left out,
/// however short, and Esc keeps what was prepared.
#[test]
fn req_3_parts_are_edited_joined_and_added_before_a_split() {
    let several = letter(
        "Jean Noir <jean@securplus.example>",
        "SECUR PLUS / plusieurs choses",
        "Bonjour,\n\n1/ Les statistiques de notre agence.\n2/ RIB ?\n3/ Un nouveau login pour Julie.\n\nMerci bien",
    );
    let mut rig = Rig::new(&House::with(&[several]), AMELIE);
    rig.keys("l")
        .sees(&["3 parties", "SECUR PLUS / RIB", "Bonjour,"]);
    rig.keys("Down Down").sees(&["Merci bien"]);
    rig.keys("Up Tab").sees(&["Texte de la partie 2", "RIB ?"]);
    rig.keys("Ctrl-End").type_text(" du compte courant");
    // Joined to the one above, its text goes on there.
    rig.keys("Ctrl-t").sees(&[
        "2 parties",
        "RIB ? du compte courant",
        "Texte de la partie 1",
    ]);
    rig.keys("Ctrl-n").sees(&["3 parties", "SECUR PLUS / "]);
    rig.keys("Ctrl-s")
        .sees(&["La partie 2 demande un objet et un texte"]);
    rig.keys("Esc Esc")
        .sees(&["La scission est gardée"])
        .keys("S");
    rig.sees(&["3 parties"])
        .type_text("Livrets")
        .keys("Tab")
        .type_text("12 livrets de plus");
    rig.keys("Ctrl-s")
        .sees(&["R-1", "R-2", "R-3", "SECUR PLUS / Livrets", "u Annuler"]);
    rig.keys("g Enter G").sees(&["RIB ? du compte courant"]);
}

/// REQ-3 WKS-7: a split that was left is there again, whatever was looked at meanwhile.
#[test]
fn req_3_a_split_that_is_left_survives_the_look_at_another() {
    let mut rig = Rig::new(&House::with(&mails()), AMELIE);
    rig.keys("j j S")
        .sees(&["Scinder R-3"])
        .type_text(" deux mots");
    rig.keys("Esc").sees(&["La scission est gardée"]);
    rig.keys("k S").sees(&["Scinder R-2"]).keys("Esc");
    rig.keys("k S").type_text(" autre").keys("Esc");
    rig.keys("j j S").sees(&["Scinder R-3", "deux mots"]);
    rig.keys("Esc k k S").sees(&["Scinder R-1", "autre"]);
}

/// PPL-9 REQ-2: what is known of who wrote is put right from the case, and stands on all they wrote; a wrong
/// address is said, with the form as it was typed.
#[test]
fn ppl_9_a_mailed_client_is_put_right_from_the_case() {
    let mut rig = Rig::at(
        &House::with(&mails()),
        Seat {
            size: (100, 40),
            ..Seat::of(AMELIE)
        },
    );
    let mail = "paul@timetours.example";
    rig.keys("e").sees(&["Interlocuteur", "Téléphone", mail]);
    rig.keys("Tab Tab Ctrl-u").type_text("paul").keys("Tab Tab");
    rig.type_text("01 42 68 53 00").keys("Ctrl-s");
    rig.sees(&["« paul » n’est pas une adresse e-mail", "01 42 68 53 00"]);
    rig.keys("Shift-Tab Shift-Tab Ctrl-u").type_text(mail);
    rig.keys("Tab Tab Tab Tab Tab Tab Tab Right Ctrl-s")
        .misses("adresse mail");
    rig.keys("Enter").sees(&[
        "Paul Roux · paul@timetours.example · 01 42 68 53 00",
        "langue : en",
    ]);
    rig.keys("Esc G Enter").sees(&["R-4", "01 42 68 53 00"]);
}

/// REQ-8: the reminder goes into the first request, after saying what that comes to.
#[test]
fn req_8_two_requests_become_one() {
    let mut rig = Rig::new(&House::with(&mails()), AMELIE);
    rig.keys("G M")
        .sees(&["Fusionner avec quelle demande ?", "R-1 question"]);
    rig.keys("Enter")
        .sees(&["Fusionner R-4 dans R-1 ?", "un seul fil"]);
    rig.keys("y")
        .sees(&["R-4 : fusion dans R-1 · u Annuler", "/3"])
        .misses("R-4 +1");
    rig.keys("g Enter G").sees(&["Je me permets de relancer"]);
    rig.keys("Esc u").sees(&["/4", "R-4", "Ctrl-r Rétablir"]);
}

/// REQ-5 REQ-8 REQ-9 WKS-1: a request from its arrival to its end; every step says so with its undo.
#[test]
fn req_5_req_8_req_9_a_request_is_seen_through() {
    let mut rig = Rig::new(&House::with(&mails()), AMELIE);
    rig.keys("c")
        .sees(&["R-1 : attribution à Amélie Roux · u Annuler"]);
    assert!(rig.line_with("R-1 ").contains("vous"));
    rig.keys("P").sees(&[
        "Qu’a donné l’appel ?",
        "Appelé, pas de réponse",
        "Client joint au téléphone",
    ]);
    rig.keys("s")
        .type_text("Rappelle lundi, 200 personnes.")
        .keys("Enter");
    rig.sees(&["R-1 · Client joint au téléphone · u Annuler"]);
    rig.keys("v")
        .sees(&["R-1 : validation enregistrée · u Annuler"]);
    rig.keys("Enter")
        .sees(&[
            "vous · validée · 1 appel",
            "pays inconnu : indiquez-le d’abord (C)",
        ])
        .keys("G")
        .sees(&["Rappelle lundi, 200 personnes."]);
    rig.keys("s")
        .type_text("demain 14h")
        .sees(&["→ mer. 11 mars 2026, 14:00 Europe/Paris"]);
    rig.keys("Enter")
        .sees(&["R-1 : mise en veille · retour : 11 mars · u Annuler"]);
    rig.keys("Esc f")
        .type_text("veille")
        .keys("Enter")
        .sees(&["En veille", "R-1"])
        .misses("R-2");
    rig.wait(28 * 60 + 1).sees(&["Rien dans cette vue."]);
    rig.keys("f")
        .type_text("miennes et")
        .keys("Enter")
        .sees(&["R-1", "R-2"]);
    rig.keys("/")
        .type_text("r-1")
        .keys("Enter x")
        .sees(&["Clôturer : pourquoi ?", "affaire conclue"]);
    rig.keys("2 Enter")
        .sees(&["R-1 : clôture, affaire conclue · u Annuler"]);
}

/// REQ-11: everything of a morning is taken back one by one, down to the beginning, and done again.
#[test]
fn req_11_a_morning_is_undone_and_redone() {
    let mut rig = Rig::new(&House::with(&mails()), AMELIE);
    let beginning = list(&mut rig);
    rig.keys("l Enter c P n Enter v b s t v i p Enter w c Enter");
    rig.keys("g l d")
        .type_text("+3j")
        .keys("Enter W x 1 Enter g l Enter g j j M Enter y")
        .misses("Fusionner");
    let end = list(&mut rig);
    assert_ne!(beginning, end);
    let turn = |rig: &mut Rig, key: &str, nothing: &str| {
        let times = (0..30).position(|_| rig.keys(key).screen().contains(nothing));
        times.unwrap_or_else(|| panic!("{key} has no end:\n{}", rig.screen()))
    };
    let undone = turn(&mut rig, "u", "Vous n’avez rien à annuler");
    assert_eq!(list(&mut rig), beginning);
    let redone = turn(&mut rig, "Ctrl-r", "Vous n’avez rien à rétablir");
    assert_eq!(list(&mut rig), end);
    assert_eq!(undone, redone);
    assert!(undone >= 11, "{undone} steps");
}

/// What the list shows of each request, whatever is selected and however long the line is shown.
fn list(rig: &mut Rig) -> Vec<String> {
    rig.keys("f").type_text("toutes les ouv").keys("Enter g");
    let lines = rig.lines();
    lines[2..lines.len() - 2].to_vec()
}

/// WKS-2 WKS-4: on a wide screen in English, list and case stand side by side and follow each other.
#[test]
fn wks_2_wks_4_side_by_side_in_english() {
    let mut rig = Rig::at(&House::with(&mails()), Seat::english(AMELIE, (160, 45)));
    rig.sees(&[
        "Mine and unassigned · next step first",
        "Client        Timetours",
        "unassigned",
        "1/4",
    ]);
    rig.keys("c").sees(&[
        "R-1 assigned to Amélie Roux · u Undo",
        "In charge     you",
        "you          you ",
    ]);
    rig.keys("j")
        .sees(&["VIGNAC", "9 addresses copied in", "2/4"]);
    rig.keys("l")
        .sees(&["R-2 · warning accepted · u Undo"])
        .misses("9 addresses copied in");
    rig.keys("v").sees(&["R-2 validated · u Undo", "validated"]);
    rig.keys("x")
        .sees(&["Why close it?", "deal made"])
        .keys("1 Enter");
    rig.sees(&["R-2 closed: answered · u Undo", "/3"]);
    rig.keys("u").sees(&["R-2", "Ctrl-r Redo", "/4"]);
}
