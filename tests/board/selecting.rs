//! Who selects, and how an introduced project is paid: asked on screen, and said where it stands (BRD-6).

use entremise::domain::Command;
use entremise::domain::house::command::HouseCommand;
use entremise::domain::house::{Funds, House, Selection};

use crate::rig::{AMELIE, House as Stage, Rig, Seat};
use crate::stage::{FAY, FIRST, GUS, PAUL, contested, notice, people, post, propose};

/// Changes the settings.
pub fn settle(house: &Stage, change: impl FnOnce(&mut House)) {
    let mut settings = house.desk.sight(AMELIE).settings().expect("hers").house;
    change(&mut settings);
    let change = Command::House(HouseCommand::Change(Box::new(settings)));
    house.must(Some(AMELIE), change);
}

/// Two proposals for what the house selects in its own name.
fn ours() -> std::rc::Rc<Stage> {
    let house = people();
    settle(&house, |settings| settings.selection = Selection::default());
    post(
        &house,
        1,
        notice(&house, "Atelier climat"),
        "Une demi-journée.",
    );
    propose(&house, FAY, FIRST, 1_900, "Je viens avec deux collègues.");
    propose(&house, GUS, FIRST, 2_400, "Huit ans de pratique.");
    house
}

/// BRD-6, PPL-2: the house selects in its own name, on nobody's word; the client sees whom it introduces, and says how
/// it is paid before the winner confirms.
#[test]
fn brd_6_the_house_selects_and_the_client_says_how_it_is_paid() {
    let house = ours();
    let mut paul = Rig::new(&house, PAUL);
    paul.keys("Enter")
        .sees(&[
            "À nous de retenir",
            "Retenue par   nous, parmi les candidats",
        ])
        .misses("Fay")
        .misses("1 900");
    paul.keys("y")
        .sees(&["C’est nous qui retenons"])
        .keys("Esc Enter");
    let mut amelie = Rig::new(&house, AMELIE);
    amelie
        .keys("2 Enter")
        .sees(&["À nous de retenir", "Fay Lemoine"])
        .keys("y Enter")
        .sees(&["Retenir Fay Lemoine", "en notre nom"])
        .misses("Paul Roux l’a-t-il");
    amelie.keys("y").sees(&["Conseil aux non retenus"]);
    amelie
        .keys("Esc")
        .sees(&["À Paul Roux de choisir la formule"]);
    let mut fay = Rig::new(&house, FAY);
    fay.keys("f").type_text("miennes").keys("Enter Enter");
    fay.sees(&["choisir la formule"])
        .misses("y montre les conditions");
    // She sees the one who is introduced to her, and nobody else.
    paul.sees(&[
        "À vous de choisir la formule, avec y",
        "Fay Lemoine",
        "1 900,00 €",
    ])
    .misses("Gus");
    paul.keys("y")
        .sees(&["Quelle formule", "de base"])
        .misses("R0 (risque");
    paul.keys("Enter").sees(&[
        "Formule de O-1 choisie",
        "À Fay Lemoine de confirmer",
        "de base : une fois",
    ]);
    fay.sees(&["À vous", "y montre les conditions"]);
    fay.keys("y")
        .sees(&["de base", "une fois la commission payée"])
        .keys("y");
    fay.sees(&["menez la mission"]);
}

/// BRD-6, ESC-13: where the house holds clients' money both formulas are offered, and what follows is said with each.
#[test]
fn brd_6_the_client_chooses_between_formulas_when_selecting() {
    let house = contested();
    settle(&house, |settings| {
        settings.funds = Funds::Through("Banque Exemple".into());
    });
    let mut paul = Rig::at(&house, Seat::english(PAUL, (80, 24)));
    paul.keys("Enter").sees(&["Fay Lemoine"]);
    paul.keys("y Enter").sees(&[
        "Which formula",
        "Basic",
        "R0 (zero risk)",
        "the client funds",
    ]);
    paul.keys("Down Enter").sees(&[
        "Select Fay Lemoine",
        "formula: R0 (zero risk)",
        "in your own name",
    ]);
    paul.keys("y").sees(&["Advice to those not selected"]);
    paul.keys("Esc").sees(&["has to confirm the terms"]);
    // She may think again until the terms are confirmed.
    paul.keys("y").sees(&["Which formula"]).keys("Enter");
    paul.sees(&["Formula of O-1 chosen", "Basic"]);
}

/// PPL-3: who says for a client what she chose writes down how she said so, and the history tells it.
#[test]
fn ppl_3_what_is_said_for_a_client_is_told_with_how_she_said_so() {
    let house = ours();
    let mut amelie = Rig::new(&house, AMELIE);
    amelie.keys("2 Enter").sees(&["Fay Lemoine"]);
    amelie.keys("y Enter").sees(&["Retenir Fay Lemoine"]);
    amelie.keys("y").sees(&["Conseil aux non retenus"]);
    amelie.keys("Esc").sees(&["choisir la formule"]).keys("y");
    amelie
        .sees(&["Comment Paul Roux l’a-t-il dit"])
        .type_text("par e-mail, le 12")
        .keys("Enter Enter");
    amelie.sees(&["Formule de O-1 choisie"]);
    amelie.keys("O Enter").sees(&["formule choisie"]);
    amelie.sees(&["par e-mail, le 12"]);
}
