//! The client and the house: judging, comparing, selecting; what the winner and the others see of it.

use entremise::domain::opportunity::proposal::Verdict;

use crate::rig::{AMELIE, HUGO, Rig, Seat};
use crate::stage::{FAY, FIRST, GUS, PAUL, contested, judge, posted, propose};

/// BRD-6: the client judges, selects with what it does in figures; the winner confirms the terms on a page
/// of their own; the others read the advice in their language.
#[test]
fn brd_6_the_client_selects_and_the_winner_confirms() {
    let house = contested();
    let mut paul = Rig::new(&house, PAUL);
    paul.sees(&["2 Propositions 1", "2 à juger", "!"]);
    paul.keys("Enter i")
        .sees(&["Quelle proposition est intéressante"])
        .misses("au nom");
    paul.keys("Enter").sees(&["+ Fay Lemoine"]);
    let mut fay = Rig::at(&house, Seat::english(FAY, (80, 24)));
    let mut gus = Rig::new(&house, GUS);
    // Selecting asks one question, and for no words.
    paul.keys("y")
        .sees(&["Retenir quelle proposition"])
        .keys("Enter");
    paul.sees(&[
        "Retenir Fay Lemoine, pour 1 900,00 €",
        "1  animateur est prévenu, et doit confirmer",
        "1  animateur apprend qu’il n’est pas retenu",
    ]);
    paul.keys("y").sees(&[
        "Conseil aux non retenus pour O-1",
        "Vide : notre conseil habituel reste",
    ]);
    // Left empty, nothing more is sent.
    let sent = paul.sent;
    paul.keys("Esc").sees(&[
        "Ils gardent notre conseil habituel",
        "À Fay Lemoine de confirmer les conditions",
        "1 900,00 €",
    ]);
    assert_eq!(paul.sent, sent, "Esc sent something");
    gus.keys("f")
        .type_text("miennes")
        .keys("Enter")
        .sees(&["non retenue"]);
    gus.keys("Enter").sees(&["répondez dans la journée"]);
    // What waits for her stays on her list, though it left those that await offers.
    fay.sees(&["2 Board 1", "! confirm"])
        .keys("f")
        .type_text("mine")
        .keys("Enter");
    fay.sees(&["! confirm"])
        .keys("Enter")
        .sees(&["Your turn: you were selected"]);
    fay.keys("y").sees(&[
        "Terms of O-1",
        "€1,900.00",
        "€285.00, paid by the client",
        "usage 10%, contribution 10%",
        "y confirm",
    ]);
    fay.keys("y")
        .sees(&["Your turn: run the mission", "Paul Roux"]);
    paul.sees(&["À Fay Lemoine de mener la mission"]);
}

/// BRD-6: declined, selection opens again and the others stand before the client again.
#[test]
fn brd_6_declined_terms_open_the_selection_again() {
    let house = contested();
    let mut paul = Rig::new(&house, PAUL);
    paul.keys("Enter y Enter y Esc");
    let mut fay = Rig::new(&house, FAY);
    fay.keys("f")
        .type_text("miennes")
        .keys("Enter Enter y x")
        .sees(&["Pourquoi décliner"]);
    fay.type_text("Pas libre ce jour-là")
        .keys("Enter")
        .misses("Conditions de O-1");
    paul.sees(&["1 proposition à juger ou retenir", "• Gus Adler"]);
    paul.sees(&["Pas libre ce jour-là"]);
}

/// BRD-6: the winner does not answer: the client opens the selection again, with a reason.
#[test]
fn brd_6_a_silent_winner_is_replaced() {
    let house = contested();
    let mut paul = Rig::new(&house, PAUL);
    paul.keys("Enter X").sees(&["vous n’avez aucune sélection"]);
    paul.keys("y Enter y Esc X").sees(&["Pourquoi rouvrir"]);
    paul.type_text("pas de réponse").keys("Enter");
    paul.sees(&["2 propositions à juger ou retenir"]);
}

/// BRD-6: what was rewritten since it was read is not selected, and nobody is advised.
#[test]
fn brd_6_a_proposal_rewritten_meanwhile_is_read_again() {
    let house = contested();
    let mut paul = Rig::new(&house, PAUL);
    paul.keys("Enter y Enter").sees(&["Retenir Fay Lemoine"]);
    let mut fay = Rig::new(&house, FAY);
    fay.keys("r Tab Tab")
        .type_text("Autrement : ")
        .keys("Ctrl-s s");
    paul.keys("y")
        .sees(&["PR-1 a été réécrite", "Autrement : Je viens"])
        .misses("Conseil aux non retenus");
}

/// BRD-6: the client's own words follow the selection, over several lines, once; who lost reads them in place of
/// the usual ones.
#[test]
fn brd_6_the_clients_own_advice_follows_the_selection() {
    let house = contested();
    let mut paul = Rig::new(&house, PAUL);
    let mut gus = Rig::new(&house, GUS);
    gus.keys("f").type_text("miennes").keys("Enter Enter");
    paul.keys("Enter m").sees(&["Personne n’a été écarté"]);
    paul.keys("y Enter y").type_text("Un prix par séance.");
    gus.sees(&["répondez dans la journée"]);
    // Left half-way, it is resumed by its key.
    paul.keys("Esc").sees(&["Brouillon gardé"]).keys("m");
    paul.sees(&["Un prix par séance."])
        .keys("Ctrl-End Enter")
        .type_text("Et deux dates.");
    gus.misses("Un prix par séance.");
    paul.keys("Ctrl-s")
        .sees(&[
            "Conseil envoyé pour O-1",
            "À Fay Lemoine de confirmer les conditions",
        ])
        .misses("Conseil aux non retenus");
    gus.sees(&["Un prix par séance.", "Et deux dates."])
        .misses("répondez dans la journée");
    for secret in ["Paul", "TIME TOURS", "Fay"] {
        gus.misses(secret);
    }
    paul.sees(&["Un prix par séance."])
        .keys("m")
        .sees(&["Le conseil a déjà été envoyé"]);
    let size = (160, 60);
    let mut fay = Rig::at(
        &house,
        Seat {
            size,
            ..Seat::of(FAY)
        },
    );
    fay.keys("f").type_text("miennes").keys("Enter Enter");
    fay.sees(&["votre proposition est retenue"])
        .misses("Un prix par séance.");
}

/// BRD-6, WKS-7: advice that is too long is refused, and stays in the editor.
#[test]
fn brd_6_refused_advice_is_not_lost() {
    let house = contested();
    let mut paul = Rig::new(&house, PAUL);
    paul.keys("Enter y Enter y")
        .type_text(&"long ".repeat(101))
        .type_text("enough");
    paul.keys("Ctrl-s").sees(&["500", "long enough"]);
    paul.keys(&"Backspace ".repeat(11)).keys("Ctrl-s");
    paul.sees(&["Conseil envoyé pour O-1"]);
}

/// BRD-7: proposals side by side, two at 80 columns; they are judged and selected from there.
#[test]
fn brd_7_proposals_are_compared_side_by_side() {
    let house = contested();
    let mut paul = Rig::new(&house, PAUL);
    paul.keys("Enter =").sees(&[
        "▸ 1/2 Fay Lemoine",
        "2/2 Gus Adler",
        "1 900,00 €",
        "2 400,00 €",
    ]);
    paul.sees(&["Je viens avec deux collègues.", "Huit ans de pratique"]);
    paul.keys("Right i").sees(&["intéressante"]);
    paul.keys("I").sees(&["pas intéressante"]).keys("Esc");
    paul.sees(&["− Gus Adler"]);
    let mut wide = Rig::at(&house, Seat::english(PAUL, (160, 45)));
    wide.keys("= Right y");
    wide.sees(&["Select Gus Adler, for €2,400.00"]).keys("y");
    wide.sees(&[
        "Advice to those not selected for O-1",
        "They were told",
        "reply within a day",
    ]);
    wide.keys("Ctrl-s")
        .sees(&["They keep our usual advice", "Gus Adler was selected"]);
}

/// PPL-3: of the house one speaks on the client's word, and the box says so.
#[test]
fn ppl_3_the_house_judges_on_the_clients_word() {
    let house = contested();
    let mut amelie = Rig::new(&house, AMELIE);
    amelie
        .keys("2 Enter i")
        .sees(&["au nom de Paul Roux"])
        .keys("Enter");
    amelie
        .keys("y Enter")
        .sees(&["Comment Paul Roux l’a-t-il dit"])
        .type_text("au téléphone")
        .keys("Enter")
        .sees(&["Retenir", "au nom de Paul Roux : au téléphone"])
        .keys("Enter");
    // BRD-7: told of a good chance, once the client showed an interest.
    amelie
        .keys("T")
        .sees(&["bien placé"])
        .keys("Enter")
        .sees(&["prévenu qu’il est bien placé"]);
    let mut fay = Rig::new(&house, FAY);
    fay.keys("Enter")
        .sees(&["Votre proposition est bien placée"]);
    fay.misses("au nom");
    // What those who lose are told is said on the same word; none of them learns whose.
    amelie
        .keys("y Enter")
        .type_text("au téléphone")
        .keys("Enter y")
        .sees(&["Conseil aux non retenus pour O-1 · au nom de Paul Roux"]);
    amelie.type_text("Plus court.").keys("Ctrl-s");
    amelie.sees(&["Conseil envoyé pour O-1"]);
    let mut gus = Rig::new(&house, GUS);
    gus.keys("f").type_text("miennes").keys("Enter Enter");
    gus.sees(&["Plus court."]).misses("au nom").misses("Paul");
}

/// PPL-2: a facilitator sees figures of the others and never who the client is.
#[test]
fn ppl_2_a_facilitator_sees_neither_client_nor_offers() {
    let house = contested();
    let mut fay = Rig::at(
        &house,
        Seat {
            size: (160, 60),
            ..Seat::of(FAY)
        },
    );
    fay.keys("Enter").sees(&["1 autre proposition"]);
    for secret in ["TIME TOURS", "Paul", "Gus", "2 400", "R-1", "Huit ans"] {
        fay.misses(secret);
    }
    for key in ["i", "I", "=", "X", "e", "T", "O"] {
        fay.keys(key)
            .sees(&["Cette touche sert à d’autres rôles"])
            .keys("Esc Enter");
    }
    let mut hugo = Rig::new(&house, HUGO);
    hugo.keys("2").sees(&["O-1"]).keys("Enter");
    for key in ["r", "!", "i", "=", "y", "x", "e"] {
        hugo.keys(key).sees(&["Vos rôles ne permettent pas"]);
    }
}

/// WKS-3: two who select: one wins, the other is told who was selected.
#[test]
fn wks_3_of_two_who_select_one_wins() {
    let house = contested();
    let mut paul = Rig::new(&house, PAUL);
    let mut amelie = Rig::new(&house, AMELIE);
    paul.keys("Enter y Enter");
    amelie
        .keys("2 Enter y Down Enter")
        .type_text("au téléphone")
        .keys("Enter y Esc")
        .sees(&["À Gus Adler de confirmer les conditions"]);
    paul.keys("y").sees(&["Gus Adler"]);
}

/// PPL-3: a client sees where each request stands, and goes to what is on the board.
#[test]
fn ppl_3_a_client_sees_where_requests_stand() {
    let house = posted();
    propose(&house, FAY, FIRST, 1_900, "Bonjour");
    judge(&house, 1, Verdict::Interesting);
    let mut paul = Rig::new(&house, PAUL);
    paul.keys("O")
        .sees(&["Vos demandes", "R-1", "publiée"])
        .keys("Enter");
    paul.sees(&["O-1", "+ Fay Lemoine"]);
}
