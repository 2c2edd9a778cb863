//! A mission from the confirmed terms to the delivered work, and the figures that come of it.

use entremise::domain::opportunity::BoardCommand;
use entremise::domain::opportunity::proposal::Revision;

use crate::rig::{AMELIE, Rig, Seat};
use crate::stage::{FAY, GUS, PAUL, board, contested, notice, post, posted};

/// Fay runs the mission of `O-1`.
fn running() -> std::rc::Rc<crate::rig::House> {
    let house = contested();
    Rig::new(&house, PAUL).keys("Enter y Enter y Esc");
    Rig::new(&house, FAY)
        .keys("f")
        .type_text("miennes")
        .keys("Enter Enter y y");
    house
}

/// BRD-8: team, sessions against those ordered, logistics, attendance, delivered with a word.
#[test]
fn brd_8_a_mission_is_run_and_delivered() {
    let house = running();
    let mut fay = Rig::new(&house, FAY);
    fay.keys("f").type_text("miennes").keys("Enter Enter");
    fay.sees(&[
        "À vous : menez la mission",
        "planifiées : 0 sur 2 commandées · tenues : 0",
    ]);
    fay.keys("a")
        .sees(&["Gus Adler"])
        .misses("Ida")
        .keys("Enter")
        .sees(&["À quel titre"]);
    fay.keys("f").sees(&["Gus Adler (animateur)"]);
    fay.keys("e").sees(&["Aucune séance n’est planifiée"]);
    fay.keys("d")
        .sees(&["planifiées : 0 sur 2 commandées", "+ une nouvelle séance"])
        .keys("Enter");
    fay.type_text("demain 14h")
        .keys("Tab")
        .type_text("Salle A")
        .keys("Tab");
    fay.keys("Ctrl-u").type_text("Gus").keys("Ctrl-s");
    fay.sees(&[
        "11 mars 2026, 14:00 · Salle A · Gus Adler",
        "planifiées : 1 sur 2 commandées",
    ]);
    fay.keys("e").sees(&["La séance commence"]);
    fay.keys("l")
        .sees(&["Logistique : 0 sur 6", "☐ salle ou lien"])
        .type_text("salle")
        .keys("Enter");
    fay.sees(&["✓ salle ou lien"]);
    fay.wait(2 * 24 * 60)
        .keys("e")
        .sees(&["Combien de présents"]);
    fay.type_text("24")
        .keys("Enter")
        .sees(&["24 présents", "tenues : 1"]);
    fay.keys("D")
        .sees(&["dites pourquoi"])
        .keys("Enter")
        .sees(&["quelques mots"]);
    fay.type_text("Une séance suffisait").keys("Enter");
    fay.sees(&[
        "1  sur 2 séances commandées ont été tenues",
        "5  points de logistique non cochés",
    ]);
    fay.keys("D").sees(&["Livrée", "Une séance suffisait"]);
    fay.keys("d").sees(&["ne prend plus de propositions"]);
}

/// BRD-8: who helps sees the mission, and is told who runs it.
#[test]
fn brd_8_only_the_coordinator_runs_it() {
    let house = running();
    Rig::new(&house, FAY)
        .keys("f")
        .type_text("miennes")
        .keys("Enter a Enter f");
    let mut gus = Rig::new(&house, GUS);
    gus.keys("f")
        .type_text("miennes")
        .keys("Enter Enter")
        .sees(&["Gus Adler (animateur)"]);
    for key in ["a", "d", "l", "e", "D"] {
        gus.keys(key).sees(&["Fay Lemoine mène cette mission"]);
    }
    let mut amelie = Rig::new(&house, AMELIE);
    amelie
        .keys("2 f")
        .type_text("toutes")
        .keys("Enter l")
        .sees(&["Logistique"])
        .keys("Enter");
    amelie.keys("Enter").sees(&["✓ client appelé"]);
}

/// BRD-10: shares with the arithmetic shown, for the house and for oneself, at both sizes.
#[test]
fn brd_10_figures_show_their_arithmetic() {
    let house = running();
    for size in [(80, 24), (160, 45)] {
        let mut rig = Rig::at(
            &house,
            Seat {
                size,
                ..Seat::of(FAY)
            },
        );
        rig.keys("f").type_text("chiffres").keys("Enter").sees(&[
            "Nos chiffres",
            "1 sur 1",
            "100 %",
            "2,0 / projet",
            "environ 1 proposition sur 2",
            "Par type",
            "atelier",
            "1/1 = 100 %",
            "2026 T1",
        ]);
        rig.keys("Tab").sees(&["Vos chiffres", "1/1 = 100 %"]);
    }
    let mut amelie = Rig::at(&house, Seat::english(AMELIE, (80, 24)));
    amelie
        .keys("2 f")
        .type_text("figures")
        .keys("Enter")
        .sees(&["Our figures", "about 1 proposal in 2", "from €1,500"]);
    let _ = (posted, post, notice, board);
    let _: Option<(BoardCommand, Revision)> = None;
}
