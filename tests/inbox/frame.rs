//! The frame of every list pane: what holds in one holds in all of them.

use std::rc::Rc;

use entremise::domain::request::CloseReason;
use entremise::domain::request::command::RequestCommand;
use entremise::domain::{Act, Command};
use entremise::ui::Event;

use crate::rig::{AMELIE, House, MARTINE, Rig, Seat, letter};

/// A house with something in each of its panes.
fn house() -> Rc<House> {
    let mails = [letter(
        "paul@acme.example",
        "Workshops",
        "We wish for workshops.",
    )];
    House::with(&mails)
}

/// How many panels there are.
fn panels(rig: &mut Rig) -> usize {
    let lines = rig.lines();
    lines.iter().map(|line| line.matches('╭').count()).sum()
}

/// WKS-2: where list and card both show either can have all the room, in every pane with the same key;
/// where there is room for one, that is said.
#[test]
fn wks_2_the_list_or_what_is_open_has_all_the_room_in_every_pane() {
    let house = house();
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (120, 36)));
    for pane in ["1", "2", "8", "people"] {
        match pane {
            "people" => rig.at_people(),
            digit => rig.keys(digit),
        };
        assert_eq!(panels(&mut rig), 2, "pane {pane}:\n{}", rig.screen());
        rig.keys("z");
        assert_eq!(panels(&mut rig), 1, "pane {pane}:\n{}", rig.screen());
        rig.keys("z");
        assert_eq!(panels(&mut rig), 2, "pane {pane}:\n{}", rig.screen());
    }
    rig.keys("1 z").sees(&["Acme"]).misses("Received");
    rig.keys("Enter").sees(&["Client", "Acme"]);
    assert_eq!(panels(&mut rig), 1);
    rig.keys("Esc");
    assert_eq!(panels(&mut rig), 1, "one step back leads to the list");
    rig.resize(80, 24)
        .keys("z Enter z")
        .sees(&["Full screen already"]);
}

/// WKS-7: a note that is refused while something else is typed is there again once that is done, with what was
/// written in it.
#[test]
fn wks_7_a_refused_note_waits_until_nothing_else_is_typed() {
    let house = house();
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (120, 36)));
    let mut martine = Rig::at(&house, Seat::english(MARTINE, (120, 36)));
    martine
        .keys("n")
        .type_text("ZETA")
        .keys("Tab Tab Tab Tab")
        .type_text("visit")
        .keys("Ctrl-s");
    rig.keys("f").type_text("all").keys("Enter");
    rig.keys("/")
        .type_text("zeta")
        .keys("Enter")
        .sees(&["ZETA"]);
    rig.keys("N").type_text("Three useful words");
    martine.keys("u");
    rig.hold(|event| matches!(event, Event::Answered { .. }))
        .keys("Ctrl-s")
        .misses("Three useful words");
    assert_eq!(rig.held(), 1, "it was not sent");
    rig.keys("/").type_text("x").release();
    rig.misses("Three useful words");
    rig.keys("Esc").sees(&["Note on R-", "Three useful words"]);
}

/// WKS-7: a step that was refused comes back with its words also when more was asked after them.
#[test]
fn wks_7_words_come_back_when_a_row_of_questions_is_refused() {
    let house = house();
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (120, 36)));
    rig.keys("x 8").type_text("A long reason");
    let requests = vec!["R-1".parse().expect("a request")];
    let act = Act::Close(CloseReason::ANSWERED, "".into());
    house.must(
        Some(MARTINE),
        Command::Request(RequestCommand::On { requests, act }),
    );
    rig.keys("Enter").sees(&["A long reason"]);
}
