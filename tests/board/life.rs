//! A posting's life over five weeks, by the clock of the house, seen through its credits and what can be taken back:
//! a credit granted, used, not undone, not sold after the deadline (REQ-11, BRD-12).

use std::rc::Rc;

use entremise::desk::Rejection;
use entremise::domain::opportunity::credit::CreditKind;
use entremise::domain::opportunity::{BoardCommand, CreditCommand};
use entremise::domain::undo::refusal::UndoRefusal;
use entremise::domain::{Command, PersonId, Refusal};

use crate::rig::{AMELIE, House, Rig};
use crate::stage::{FAY, GUS, board, notice, people, post};

/// A day, in minutes.
const DAY: i64 = 24 * 60;

/// What somebody has left, of each kind.
fn left_of(house: &House, who: PersonId) -> [u32; 3] {
    let all = house.desk.sight(AMELIE).facilitators();
    let found = all.iter().find(|(id, ..)| *id == who);
    found.expect("one of them").2
}

/// Who used a credit is told that there is nothing to take back.
fn takes_nothing_back(house: &House, who: PersonId) {
    let why = house.submit(Some(who), Command::Undo);
    assert!(
        matches!(
            why,
            Err(Rejection::Refused(Refusal::Undo(
                UndoRefusal::NothingToUndo
            )))
        ),
        "{why:?}"
    );
}

/// A grant is money: undo goes on to what was decided before, and the credits stay.
fn grants_are_not_undone(house: &Rc<House>, office: &mut Rig) {
    let [views, offers, contacts] = left_of(house, GUS);
    let grant = CreditCommand::Grant {
        person: GUS,
        kind: CreditKind::Contact,
        count: 2,
        why: "geste".into(),
    };
    board(house, AMELIE, BoardCommand::Credit(grant));
    // Nothing stands on the decision yet: it can be taken back, and stands again.
    office.keys("u").sees(&["Annulé"]);
    office.keys("Ctrl-r").sees(&["Rétabli"]);
    assert_eq!(left_of(house, GUS), [views, offers, contacts + 2]);
}

/// A posting is told to others: neither it nor what it stands on is taken back, and the screen says why.
fn a_posting_is_not_undone(house: &Rc<House>, office: &mut Rig) {
    house.pass(2 * DAY);
    post(
        house,
        1,
        notice(house, "Atelier climat"),
        "Salle de 150 places.",
    );
    office
        .wait(DAY)
        .keys("u")
        .sees(&["O-1 en dépend", "clôturez-la"]);
}

/// Six days later Fay uses a credit; it is money, and stays used.
fn a_used_credit_is_not_undone(house: &Rc<House>) {
    house.pass(6 * DAY);
    let [views, offers, contacts] = left_of(house, FAY);
    let mut fay = Rig::new(house, FAY);
    fay.keys("y")
        .sees(&["il en restera 3"])
        .keys("y")
        .sees(&["O-1 vous est ouverte"]);
    assert_eq!(left_of(house, FAY), [views - 1, offers, contacts]);
    fay.keys("u");
    takes_nothing_back(house, FAY);
    assert_eq!(left_of(house, FAY), [views - 1, offers, contacts]);
}

/// Twelve days after the posting no more proposals are taken: nothing is sold, and what was opened stays open.
fn nothing_is_sold_too_late(house: &Rc<House>) {
    house.pass(8 * DAY);
    let mut gus = Rig::new(house, GUS);
    gus.misses("éligible")
        .keys("Enter")
        .sees(&["Fermée aux propositions"]);
    for key in ["y", "r", "!"] {
        gus.keys(key).sees(&["Les propositions étaient reçues"]);
    }
    let mut fay = Rig::new(house, FAY);
    fay.keys("Enter G").sees(&["Salle de 150 places"]);
    fay.keys("y").sees(&["Les propositions étaient reçues"]);
}

/// In the fifth week it is as it was, and still nobody takes a credit back.
fn weeks_later_it_is_as_it_was(house: &Rc<House>) {
    house.pass(18 * DAY);
    for who in [FAY, GUS] {
        let mut rig = Rig::new(house, who);
        rig.misses("éligible")
            .keys("y")
            .sees(&["Les propositions étaient reçues"]);
        rig.keys("u");
        takes_nothing_back(house, who);
    }
}

#[test]
fn req_11_brd_12_over_five_weeks_no_credit_comes_back_by_undo_and_none_is_sold_too_late() {
    // Tuesday, 10 March: the group of Paul's request is decided, credits are granted.
    let house = people();
    // What everybody has left, of every kind.
    let left = || house.desk.sight(AMELIE).facilitators();
    let mut office = Rig::new(&house, AMELIE);
    office.keys("1").sees(&["R-1"]);
    grants_are_not_undone(&house, &mut office);
    a_posting_is_not_undone(&house, &mut office);
    a_used_credit_is_not_undone(&house);
    let before = left();
    nothing_is_sold_too_late(&house);
    weeks_later_it_is_as_it_was(&house);
    assert_eq!(left(), before);
    let mut office = Rig::new(&house, AMELIE);
    office.keys("1 u").sees(&["O-1 en dépend", "clôturez-la"]);
    let mut fay = Rig::new(&house, FAY);
    fay.keys("$").sees(&["-1 utilisés · consultation · O-1"]);
}
