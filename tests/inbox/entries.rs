//! WKS-8: lists of the house's own as their people meet them: what is added is offered in the sessions that are open, what
//! is retired is offered no more and stays where it is, and everything is called as the house says.

use std::rc::Rc;

use entremise::assets;
use entremise::domain::house::command::HouseCommand;
use entremise::domain::lists::command::ListsCommand;
use entremise::domain::{Command, PersonId};

use crate::rig::{AMELIE, House, Rig, Seat};
use crate::stage::{FAY, people, posted};

/// Has the lists changed by a file.
fn lists(house: &Rc<House>, text: &str) {
    let drafts = assets::lists_from(text).expect("lists");
    house.must(Some(AMELIE), Command::Lists(ListsCommand::Change(drafts)));
}

/// Kinds of work: one renamed, one added, one retired, in an order of their own.
const WORK: &str = r#"
[[work]]
key = "study_visit"
name = { fr = "visite d’étude", en = "study visit" }

[[work]]
key = "workshop"
name = { fr = "atelier maison" }

[[work]]
key = "training"
retired = true

[[work]]
key = "conference"

[[work]]
key = "programme"

[[work]]
key = "other"
"#;

fn english(house: &Rc<House>, who: PersonId) -> Rig {
    Rig::at(house, Seat::english(who, (140, 45)))
}

#[test]
fn wks_8_a_kind_of_work_that_is_added_is_offered_in_a_session_that_is_open() {
    let house = people();
    let mut rig = Rig::new(&house, AMELIE);
    rig.keys("p").sees(&["Publier R-1", "atelier"]).keys("Esc");
    let mut fay = Rig::new(&house, FAY);
    fay.frame();
    lists(&house, WORK);
    rig.frame();
    rig.keys("1 p");
    rig.keys("Tab").sees(&["Type ‹ visite d’étude"]);
    let mut seen = Vec::new();
    for _ in 0..8 {
        let line = rig.line_with("Type ‹");
        seen.push(line);
        rig.keys("Right");
    }
    let offered = |words: &str| seen.iter().any(|line| line.contains(words));
    assert!(offered("visite d’étude"), "{seen:#?}");
    assert!(offered("atelier maison"), "{seen:#?}");
    assert!(!offered("formation"), "{seen:#?}");
}

#[test]
fn wks_8_what_is_retired_stays_on_what_has_it_and_is_called_as_the_house_says() {
    let house = posted();
    let mut officer = english(&house, AMELIE);
    let mut fay = Rig::new(&house, FAY);
    officer.keys("2 Enter").sees(&["workshop"]);
    fay.sees(&["O-1"]).keys("Enter");
    lists(&house, WORK);
    // Both are inside the opportunity, and see it called otherwise at once.
    fay.sees(&["atelier maison"]);
    officer.sees(&["workshop"]);
    let retired = WORK.replace("name = { fr = \"atelier maison\" }", "retired = true");
    lists(&house, &retired);
    fay.sees(&["atelier"]).misses("atelier maison");
    // It can be put right without taking another kind of work.
    officer.keys("e").sees(&["Edit O-1", "workshop"]);
    officer.type_text(" again").keys("Ctrl-s Ctrl-s");
    officer.sees(&["O-1 edited"]);
    assert_eq!(officer.refusal(), None);
}

#[test]
fn wks_8_a_reason_for_closing_that_is_added_is_offered_and_means_what_it_says() {
    let house = people();
    let mut rig = english(&house, AMELIE);
    rig.keys("x").sees(&["answered", "deal made"]).keys("Esc");
    let text = r#"
[[close]]
key = "too_late"
name = { en = "we were too late", fr = "trop tard" }
means = "told"

[[close]]
key = "concluded"

[[close]]
key = "spam"
retired = true
"#;
    lists(&house, text);
    rig.frame();
    rig.keys("x").sees(&["1", "we were too late", "deal made"]);
    rig.misses("answered").misses("not a request");
    rig.keys("1").keys("Enter");
    assert!(rig.refusal().is_none());
    rig.type_text("a week").keys("Enter");
    rig.sees(&["we were too late"]);
}

/// Kinds of request are called in each language as the routing table says, and a retired one is offered no more.
#[test]
fn wks_8_a_kind_of_request_is_called_as_the_house_says_in_a_session_that_is_open() {
    let house = people();
    let mut rig = english(&house, AMELIE);
    rig.sees(&["Workshop → Amélie Roux"]);
    let routing = assets::routing().expect("a table");
    let text = assets::routing_text(&routing);
    let line = "name = { en = \"Workshop\", fr = \"Atelier\" }\n";
    assert!(text.contains(line), "{text}");
    let own = "name = { en = \"Study day\", fr = \"Journée d’étude\" }\n";
    let statistics = "kind = \"statistics\"\n";
    let text = text.replace(line, own);
    let text = text.replace(statistics, &format!("{statistics}retired = true\n"));
    let routing = assets::routing_from(&text, &routing).expect("a table");
    house.must(
        Some(AMELIE),
        Command::House(HouseCommand::ChangeRouting(Box::new(routing))),
    );
    rig.sees(&["Study day → Amélie Roux"]);
    Rig::at(&house, Seat::of(AMELIE))
        .keys("Enter")
        .sees(&["Journée d’étude"]);
    rig.keys(":").type_text("Set the kind").keys("Enter");
    rig.sees(&["Study day", "R1 quotation"]);
    rig.misses("Statistics");
}
