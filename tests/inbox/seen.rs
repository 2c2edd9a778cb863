//! What was seen to be wrong on screens of the sample house, at every size and in both languages: words cut that
//! matter, boxes narrower than their words, signs that stand on the wrong line, keys that are others by now.

use entremise::domain::PersonId;
use entremise::ui::kit::texts::Lang;

use super::house::House;
use super::rig::{Rig, Seat};

fn seat(who: PersonId, size: (u16, u16), lang: Lang) -> Seat {
    Seat {
        lang,
        size,
        ..Seat::of(who)
    }
}

/// WKS-1: no line of a page begins with a sign that belongs to the word before it, and every part of a page has its
/// name with a capital.
#[test]
fn wks_1_a_sign_stays_with_its_word_and_parts_have_names() {
    let house = House::sample();
    let martine = house.person("Martine");
    let mut rig = Rig::at(&house, seat(martine, (120, 36), Lang::Fr));
    rig.keys("1 Enter").sees(&["─ Fil ─"]);
    for _ in 0..3 {
        for line in rig.lines() {
            let page = line.rsplit('│').nth(1).unwrap_or_default();
            let words = page.trim_start();
            assert!(!words.starts_with([':', '?', '!', '·']), "{line}");
        }
        rig.keys("PageDown");
    }
    rig.keys("2").sees(&["─ Détails ─"]);
}

/// WKS-1: a page that is cut does not end with the name of a part of which nothing shows.
#[test]
fn wks_1_no_page_ends_with_a_heading() {
    let house = House::sample();
    let martine = house.person("Martine");
    let mut rig = Rig::at(&house, seat(martine, (80, 24), Lang::En));
    rig.keys("2");
    for _ in 0..9 {
        let lines = rig.lines();
        let foot = lines.iter().rposition(|line| line.starts_with('╰'));
        let last = foot.and_then(|at| lines.get(at - 1));
        let last = last.expect("a page").as_str();
        assert!(!last.starts_with("│ ─ "), "{}", lines.join("\n"));
        rig.keys("j");
    }
}

/// WKS-1: a box is as wide as what is typed in it asks for, and the keys under it are whole.
#[test]
fn wks_1_boxes_are_as_wide_as_their_words() {
    let house = House::sample();
    let martine = house.person("Martine");
    let mut rig = Rig::at(&house, seat(martine, (120, 36), Lang::Fr));
    let at = rig.keys("1 g").row_of("R-104") - rig.row_of("R-54  ");
    rig.keys(&"j ".repeat(at))
        .sees(&["devrait être : PAPETERIES"])
        .keys("l")
        .sees(&["PAPETERIES DES HAUTES-VOSGES / tarif comité d'entreprise"]);
    rig.keys("Esc S").sees(&["Ctrl-s scinder", "· Échap"]);
    rig.keys("Esc Esc 1 g").sees(&["R-54 ──"]);
    rig.keys("e")
        .sees(&["ÉCLAIREURS DU PILAT / soirée dans les bois"]);
    rig.resize(80, 24)
        .sees(&["ÉCLAIREURS DU PILAT / soirée dans les bois"]);
    rig.keys("Esc Esc 1 , ù")
        .sees(&["ne mène nulle part. Échap ferme."]);
}

/// WKS-1: names of colleagues are whole in every list that has them.
#[test]
fn wks_1_names_are_whole_in_lists() {
    let house = House::sample();
    let ines = house.person("Inès");
    for size in [(80, 24), (120, 36), (160, 45)] {
        let mut rig = Rig::at(&house, seat(ines, size, Lang::En));
        rig.at_people();
        rig.sees(&["Amélie Roussillat", "Sandrine Jacquemet"]);
    }
    let martine = house.person("Martine");
    for size in [(120, 36), (160, 45)] {
        let mut rig = Rig::at(&house, seat(martine, size, Lang::En));
        let pricing = rig.keys("8").line_with("Q-14");
        assert!(pricing.contains("Chris "), "{pricing}");
        assert!(!pricing.contains("Chris B"), "{pricing}");
    }
}

/// WKS-1: the sheet of keys names each key whole, and that of signs what each means.
#[test]
fn wks_1_keys_and_signs_are_named_whole() {
    let house = House::sample();
    let martine = house.person("Martine");
    for size in [(80, 24), (120, 36), (160, 45)] {
        let mut rig = Rig::at(&house, seat(martine, size, Lang::Fr));
        rig.keys("1 ?");
        for _ in 0..4 {
            rig.misses("Alt-Dro…").misses("PageSu…").keys("Right");
        }
        rig.keys("Tab")
            .sees(&["Plusieurs demandes dans un e-mail", "dans quel sens"]);
    }
}

/// WKS-1: a page names the keys that are: a client's O, a proposer's x.
#[test]
fn wks_1_pages_name_the_keys_that_are() {
    let house = House::sample();
    let danielle = house.person("Danielle");
    let mut rig = Rig::at(&house, seat(danielle, (120, 60), Lang::En));
    rig.keys("2 Enter G")
        .sees(&["O shows all your requests"])
        .misses("R shows");
    let camille = house.person("Camille");
    let mut rig = Rig::at(&house, seat(camille, (120, 60), Lang::En));
    let at = rig.keys("2").row_of("O-15") - rig.row_of("O-10");
    rig.keys(&"j ".repeat(at)).keys("Enter");
    rig.sees(&["x withdraws it"]).misses("W takes");
}

/// WKS-1: who took a request themselves is not said to have given it to somebody.
#[test]
fn wks_1_a_request_that_was_taken_is_told_as_taken() {
    let house = House::sample();
    let martine = house.person("Martine");
    let mut rig = Rig::at(&house, seat(martine, (80, 24), Lang::En));
    rig.keys("1 Enter G")
        .sees(&["Martine Vasselin  claimed it"])
        .misses("assigned it to Martine");
}

/// WKS-1: what came of a request is one key away: its quotation too.
#[test]
fn wks_1_related_leads_to_the_quotation() {
    let house = House::sample();
    let martine = house.person("Martine");
    let mut rig = Rig::at(&house, seat(martine, (120, 36), Lang::En));
    rig.keys("1 g").sees(&["─ R-54 ─"]);
    rig.keys("O")
        .sees(&["▌8 Office", "Éclaireurs du Pilat", "Q-5 ─"]);
    rig.keys("Ctrl-o").sees(&["─ R-54 ─"]);
}

/// WKS-1: a letter that is a verb elsewhere says so where it does nothing.
#[test]
fn wks_1_a_verb_of_other_places_says_that_it_does_nothing_here() {
    let house = House::sample();
    let martine = house.person("Martine");
    let mut rig = Rig::at(&house, seat(martine, (80, 24), Lang::En));
    rig.keys("2 q")
        .sees(&["q (Quote) does nothing here", "? shows the keys"]);
    rig.keys("F3 2 S").sees(&["S (Scinder) ne sert à rien ici"]);
}

/// WKS-2: what was opened on a small screen is laid out anew on a larger one.
#[test]
fn wks_2_what_is_open_takes_the_room_it_is_given() {
    let house = House::sample();
    for (who, script) in [
        ("Martine", "8 f Enter"),
        ("Camille", "2 j j r"),
        ("Danielle", "2 ="),
        ("Camille", "2 $"),
        ("Martine", "1 N"),
    ] {
        let who = house.person(who);
        let mut small = Rig::at(&house, seat(who, (80, 24), Lang::En));
        small.keys(script).resize(160, 45);
        let mut large = Rig::at(&house, seat(who, (160, 45), Lang::En));
        large.keys(script);
        assert_eq!(small.screen(), large.screen(), "{script}");
    }
}
