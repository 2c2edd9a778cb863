//! What can be done on a line of Home with the thing it names, and by name from everywhere.

use entremise::domain::person::Role;
use entremise::ui::kit::binding::Ready;

use crate::rig::{AMELIE, House, MARTINE, Rig, Seat, letter};
use crate::stage::{FAY, PAUL, contested, people, posted};

/// Two requests that Martine works.
fn two() -> std::rc::Rc<House> {
    let mails = [
        letter("Paul <paul@un.example>", "UN / Atelier", "Bonjour, 12."),
        letter("Zoé <zoe@deux.example>", "DEUX / Journée", "Bonjour, 30."),
    ];
    let house = House::with(&mails);
    for request in [1, 2] {
        house.act(MARTINE, request, entremise::domain::Act::Claim);
    }
    house
}

/// Whether the footer has a place for undo.
fn offers_undo(rig: &Rig) -> bool {
    let entries = rig.entries();
    let undo = entries.iter().find(|entry| entry.id == "undo");
    undo.is_some_and(|entry| entry.weight > 0 && entry.ready == Ready::Yes)
}

/// WKS-1: the actions of the thing under the cursor are offered on Home, done there at once, and asked where it is.
#[test]
fn wks_1_a_line_of_home_is_acted_on_where_it_is() {
    let house = two();
    let mut rig = Rig::at_home(&house, Seat::english(MARTINE, (120, 36)));
    rig.sees(&["R-1", "P Log a call", "s Snooze"]);
    // What asks is asked in the case; out of it one is on the line again.
    rig.keys("j N").type_text("Rang, no answer.");
    rig.sees(&["Note on R-2"]).keys("Ctrl-s");
    rig.keys("Esc").sees(&["to do"]);
    assert!(rig.line_with("R-2 ").contains('▌'), "{}", rig.screen());
    // What needs no answer is done here, and said here with its undo.
    rig.keys("k c").sees(&["It is already yours", "to do"]);
    rig.keys("W").sees(&["to do", "R-1"]);
    assert!(offers_undo(&rig));
    // The list of requests stands as it did before.
    rig.keys("1").sees(&["Mine and unassigned"]);
    assert!(
        rig.entries()
            .iter()
            .any(|entry| entry.id == "open-case" && entry.ready == Ready::Yes)
    );
}

/// WKS-1, BRD-8: a facilitator reaches the client from a line of Home, by the key it has on the board.
#[test]
fn wks_1_a_facilitator_asks_for_the_client_from_home() {
    let house = posted();
    let mut rig = Rig::at_home(&house, Seat::english(FAY, (120, 36)));
    rig.sees(&["You can apply for", "O-1"]);
    let on_board = {
        let mut board = Rig::at(&house, Seat::english(FAY, (120, 36)));
        board.keys("2 !");
        board.refusal().unwrap_or_else(|| board.screen())
    };
    rig.keys("!");
    let here = rig.refusal().unwrap_or_else(|| rig.screen());
    assert_eq!(here, on_board, "the same answer as on the board");
    rig.keys("Esc Esc 0 y")
        .misses("No other pane")
        .sees(&["O-1"]);
}

/// WKS-1, PPL-2: a client's person judges from Home; what Home names is never taken up by a pane they do not have.
#[test]
fn wks_1_ppl_2_a_client_compares_from_home() {
    let house = contested();
    let mut rig = Rig::at_home(&house, Seat::english(PAUL, (120, 36)));
    rig.sees(&["= Compare"]).keys("=").sees(&["Fay", "Gus"]);
    rig.keys("Esc Esc").sees(&["Under way"]);
    let scopes: Vec<&str> = rig.entries().iter().map(|entry| entry.scope).collect();
    assert!(!scopes.contains(&"inbox"), "{scopes:?}");
}

/// WKS-1: `:` finds the actions of the thing under the cursor, and those of other places that are about nothing
/// that is selected.
#[test]
fn wks_1_the_palette_finds_what_is_done_elsewhere() {
    let house = two();
    let mut rig = Rig::at_home(&house, Seat::english(MARTINE, (120, 36)));
    rig.keys("j :").type_text("snooze").sees(&["Snooze"]);
    rig.keys("Enter")
        .sees(&["DEUX"])
        .keys("Esc Esc")
        .sees(&["to do"]);
    rig.keys(":").type_text("new request").keys("Enter");
    rig.sees(&["Subject"]).keys("Esc");
    let mut board = Rig::at(&house, Seat::english(AMELIE, (120, 36)));
    board
        .keys("2 :")
        .type_text("add person")
        .keys("Enter")
        .sees(&["Name"]);
}

/// WKS-1, REQ-11: the footer offers to undo only what was done since one came; the key itself knows more.
#[test]
fn wks_1_req_11_undo_is_offered_to_who_did_something() {
    let house = two();
    let mut rig = Rig::at_home(&house, Seat::english(MARTINE, (120, 36)));
    assert!(!offers_undo(&rig));
    rig.keys("W").keys("j");
    assert!(offers_undo(&rig));
    rig.keys("u");
    rig.misses("Nothing to undo");
    let other = Rig::at_home(&house, Seat::english(AMELIE, (120, 36)));
    assert!(!offers_undo(&other));
}

/// PPL-2: who lost a role while Home shows its line is offered nothing of it any more.
#[test]
fn ppl_2_a_role_that_is_lost_takes_the_actions_with_it() {
    let house = people();
    house.act(MARTINE, 1, entremise::domain::Act::Claim);
    let mut rig = Rig::at_home(&house, Seat::english(MARTINE, (120, 36)));
    rig.sees(&["R-1"]);
    house.roles(MARTINE, &[Role::Facilitator]);
    rig.frame();
    rig.misses("R-1");
    let ids: Vec<&str> = rig.entries().iter().map(|entry| entry.id).collect();
    assert!(!ids.contains(&"call") && !ids.contains(&"claim"), "{ids:?}");
}
