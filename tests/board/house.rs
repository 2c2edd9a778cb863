//! The house on the board: posts from the inbox after a look at what will be seen, puts right, ends, grants.

use entremise::domain::Act;
use entremise::domain::request::Group;

use crate::rig::{AMELIE, MARTINE, Rig, Seat, letter};
use crate::stage::{FAY, contested, people, posted};

/// QUO-4 BRD-2: posted from the inbox, after a look at exactly what a facilitator will see.
#[test]
fn brd_2_an_officer_posts_after_a_look_at_what_will_be_seen() {
    let house = people();
    let mut rig = Rig::new(&house, AMELIE);
    rig.keys("p")
        .sees(&["Publier R-1 · Apport d’affaires", "atelier climat"])
        .keys("Ctrl-s");
    rig.sees(&["Descriptif de R-1"])
        .type_text("Pour TIME TOURS, à Lyon")
        .keys("Ctrl-s");
    rig.sees(&["Le client y est nommé", "TIME TOURS"]);
    rig.keys("Ctrl-a Ctrl-k")
        .type_text("Une demi-journée")
        .keys("Ctrl-s");
    rig.sees(&[
        "Ce que verra un animateur",
        "Dans la liste",
        "atelier climat",
    ])
    .keys("G")
    .sees(&["Une demi-journée"]);
    assert!(
        !rig.lines()
            .iter()
            .take(23)
            .any(|line| line.contains("TOURS"))
    );
    rig.keys("Esc Esc").sees(&["Publier R-1"]);
    rig.keys("Tab")
        .keys("Ctrl-s Ctrl-s Enter")
        .sees(&["O-1 est publiée", "Demande"]);
    let mut fay = Rig::new(&house, FAY);
    fay.sees(&["O-1", "atelier climat"]);
    // From the request one comes to it, and back.
    rig.keys("O")
        .sees(&["nous cherchons", "O-1"])
        .keys("O")
        .sees(&["Demande", "O l’ouvre"]);
}

/// BRD-2: what keeps a request from the board is said.
#[test]
fn brd_2_what_cannot_be_posted_says_why() {
    let house = people();
    house.act(AMELIE, 1, Act::SetGroup(None));
    let mut rig = Rig::new(&house, AMELIE);
    rig.keys("p").sees(&["n’est pas décidé"]);
    house.act(AMELIE, 1, Act::SetGroup(Some(Group::Subcontracting)));
    rig.frame();
    rig.keys("p").sees(&["devis accepté", "R-1"]);
    let mut rig = Rig::new(&house, AMELIE);
    rig.keys("O").sees(&["Rien n’est encore lié"]);
}

/// BRD-1: what is posted is put right; of two who do, the second is told.
#[test]
fn brd_1_a_notice_is_put_right() {
    let house = posted();
    let mut rig = Rig::new(&house, AMELIE);
    let mut other = Rig::new(&house, MARTINE);
    rig.keys("2 e").sees(&["Modifier O-1", "Atelier climat"]);
    other.keys("2 e").keys("Ctrl-u").type_text("Autre titre");
    rig.type_text(" et forêt")
        .keys("Ctrl-s Ctrl-s")
        .sees(&["O-1 modifiée"])
        .keys("Enter")
        .sees(&["Atelier climat et forêt"]);
    // What she typed is laid over what stands now: sent again, it was looked at.
    other.keys("Ctrl-s Ctrl-s").sees(&[
        "Amélie Roux a modifié O-1",
        "Modifier O-1",
        "Autre titre",
        "→ actuel : Atelier",
    ]);
    other
        .keys("Ctrl-s Ctrl-s")
        .sees(&["O-1 modifiée"])
        .keys("Enter")
        .sees(&["Autre titre"]);
    let mut fay = Rig::new(&house, FAY);
    fay.sees(&["Autre titre"]);
}

/// BRD-4: ended, with what was spent given back, in figures before it is done.
#[test]
fn brd_4_an_end_gives_credits_back() {
    let house = contested();
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (80, 24)));
    rig.keys("2 x")
        .sees(&["Why close O-1?", "no longer answers"])
        .keys("3");
    rig.sees(&["give 4 credits back (2 people)"]).keys("g");
    rig.sees(&["2  facilitators are told", "4  credits go back to 2 people"])
        .keys("x");
    rig.sees(&["left the board"]);
    let mut fay = Rig::new(&house, FAY);
    fay.keys("$").sees(&["+1 rendus"]);
}

/// BRD-4: credits are granted, with a reason.
#[test]
fn brd_4_credits_are_granted() {
    let house = posted();
    let mut rig = Rig::new(&house, AMELIE);
    rig.keys("2 $")
        .sees(&["Fay Lemoine", "4 · 4 · 4"])
        .type_text("fay")
        .keys("Enter n");
    rig.sees(&["Crédits pour Fay Lemoine"])
        .keys("Tab")
        .type_text("10")
        .keys("Tab");
    rig.type_text("abonnement de mars").keys("Ctrl-s");
    rig.keys("$")
        .type_text("fay")
        .keys("Enter")
        .sees(&["+10 accordés", "abonnement de mars"]);
}

/// BRD-1: who comes back to an open page finds it as it is now (WKS-3), and the selected row stays under
/// the eye when rows arrive.
#[test]
fn brd_1_the_selected_row_stays_when_others_arrive() {
    let house = posted();
    let mut fay = Rig::new(&house, FAY);
    fay.sees(&["1/1"]);
    house.receive(&letter(
        "Ann <ann@acme.example>",
        "ACME / conférence",
        "Bonjour",
    ));
    house.act(AMELIE, 2, Act::SetGroup(Some(Group::ClientIntroduction)));
    house.pass(1);
    crate::stage::post(&house, 2, crate::stage::notice(&house, "Conférence"), "");
    fay.sees(&["2/2"]);
    assert!(fay.line_with("▌").contains("O-1"));
}

/// REQ-11, REQ-6: the group of what is posted is neither undone nor changed; the screen says what to do first.
#[test]
fn req_11_what_is_posted_is_not_taken_back_and_the_screen_says_what_to_do_first() {
    let house = posted();
    let mut rig = Rig::new(&house, AMELIE);
    rig.keys("1").sees(&["R-1"]);
    rig.keys("u").sees(&["O-1 en dépend", "clôturez-la"]);
    rig.keys("b").sees(&["O-1 en dépend"]);
    rig.keys("Enter").sees(&["Apport d’affaires · décidé"]);
}
