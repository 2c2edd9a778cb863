//! Clients' money as everybody lives it (ESC): a tranche funded in part, begun up to that, delivered, accepted in part and released;
//! a dispute of the rest, a settlement that one side refuses, and the award. Who has no part in it sees none of it.

use std::rc::Rc;

use entremise::domain::escrow::EscrowCommand;
use entremise::domain::house::Funds;
use entremise::domain::money::{Currency, Money};
use entremise::domain::person::command::PeopleCommand;
use entremise::domain::person::{NewPerson, Role};
use entremise::domain::{Command, PersonId};

use crate::rig::{AMELIE, House, Rig, Seat};
use crate::stage::{FAY, FIRST, GUS, PAUL, contested};

const WIDE: (u16, u16) = (120, 44);

fn join(house: &House, name: &str, role: Role) -> PersonId {
    let person = NewPerson {
        name: name.into(),
        email: "".into(),
        roles: vec![role],
    };
    house.must(Some(AMELIE), Command::People(PeopleCommand::Add(person)));
    house.person(name)
}

/// Fay and Paul agreed on 1,900 euros in one tranche under R0; Tess keeps the money, Mia mediates.
fn agreed() -> (Rc<House>, PersonId, PersonId) {
    let house = contested();
    crate::board_selecting::settle(&house, |settings| {
        settings.funds = Funds::Through("Banque Exemple".into());
    });
    let tess = join(&house, "Tess Or", Role::Treasurer);
    let mia = join(&house, "Mia Lin", Role::Mediator);
    let mut paul = Rig::at(&house, Seat::english(PAUL, WIDE));
    paul.keys("Enter").sees(&["Fay Lemoine"]);
    paul.keys("y Enter").sees(&["R0 (zero risk)"]);
    paul.keys("Down Enter").sees(&["Select Fay Lemoine"]);
    paul.keys("y").sees(&["Advice to those not selected"]);
    paul.keys("Esc").sees(&["has to confirm the terms"]);
    let mut fay = Rig::at(&house, Seat::english(FAY, WIDE));
    fay.keys("f").type_text("mine").keys("Enter Enter");
    fay.sees(&["you were selected"]).keys("y");
    fay.sees(&["the whole price on delivery"]).keys("y");
    fay.sees(&["run the mission"]);
    (house, tess, mia)
}

/// Books a deposit for the project, as the treasurer does.
fn deposit(house: &House, tess: PersonId, minor: i64) {
    let command = EscrowCommand::Deposit {
        amount: Money {
            minor,
            currency: Currency::EUR,
        },
        day: house.now(),
        text: "canary-47".into(),
        key: "".into(),
        project: Some(FIRST),
    };
    house.must(Some(tess), Command::Escrow(Box::new(command)));
}

fn account(house: &Rc<House>, who: PersonId) -> Rig {
    let mut rig = Rig::at(house, Seat::english(who, WIDE));
    rig.keys("5 Enter");
    rig
}

/// ESC-3, ESC-4: nothing is begun before it is funded; what is held is worked on, delivered, accepted in part and released.
#[test]
fn esc_3_a_tranche_is_funded_in_part_begun_delivered_and_released_by_keys() {
    let (house, tess, _) = agreed();
    let mut fay = account(&house, FAY);
    fay.sees(&[
        "You may work on €0.00 of the €1,900.00 left",
        "the accountant is away",
        "not funded",
    ]);
    fay.keys("s").misses("Start tranche 1?");
    deposit(&house, tess, 80_000);
    fay.sees(&["You may work on €800.00 of the €1,900.00 left", "in part"]);
    fay.keys("s")
        .sees(&["Start tranche 1?", "€800.00", "€1,100.00"]);
    fay.keys("y").sees(&["working"]);
    fay.keys("D").sees(&["Deliver tranche 1 of O-1"]);
    fay.type_text("Twenty came").keys("Ctrl-s");
    fay.sees(&["The client answers next"]).keys("y");
    fay.sees(&["delivered", "Twenty came"]);
    let mut paul = account(&house, PAUL);
    paul.sees(&["Fay Lemoine may work on €800.00", "Twenty came"]);
    paul.keys("y").sees(&["Accept work", "800.00 EUR"]);
    paul.keys("Right Tab Ctrl-u").type_text("900");
    paul.keys("Tab").sees(&["€800.00 at most"]);
    paul.keys("Shift-Tab Ctrl-u").type_text("1.200");
    paul.keys("Tab").sees(&["1200"]);
    paul.keys("Shift-Tab Ctrl-u").type_text("500").keys("Tab");
    paul.type_text("without the list").keys("Ctrl-s");
    paul.sees(&["Release €500.00 of tranche 1 to Fay Lemoine?", "€300.00"]);
    paul.keys("y")
        .sees(&["without the list", "released €500.00"]);
    fay.sees(&["released €500.00", "without the list"]);
}

/// ESC-5: a dispute holds what is there; a settlement is refused by one side, and only then it is awarded.
#[test]
fn esc_5_a_dispute_is_held_proposed_refused_and_awarded_by_keys() {
    let (house, tess, mia) = agreed();
    deposit(&house, tess, 80_000);
    let mut paul = account(&house, PAUL);
    paul.keys("H").sees(&["Open a dispute"]);
    paul.keys("Tab Tab").type_text("nobody came").keys("Ctrl-s");
    paul.sees(&["will be frozen"]).keys("y");
    paul.sees(&["€800.00 are frozen", "nobody came"]);
    let mut mia_sees = account(&house, mia);
    mia_sees.sees(&["nobody came"]).keys("S");
    mia_sees.type_text("600").keys("Tab").type_text("200");
    mia_sees.keys("Tab Tab").type_text("in 2 days").keys("Tab");
    mia_sees.type_text("two of three").keys("Ctrl-s");
    mia_sees.sees(&["all that is frozen"]).keys("y");
    mia_sees.sees(&["two of three"]);
    paul.sees(&["two of three"]).keys("y");
    paul.type_text("to end it").keys("Ctrl-s");
    paul.sees(&["Accept this settlement?"]).keys("y");
    paul.sees(&["accepts: “to end it”"]);
    let mut fay = account(&house, FAY);
    fay.keys("x").type_text("all was done").keys("Ctrl-s");
    fay.sees(&["Refuse this settlement?"]).keys("y");
    fay.sees(&["refuses: “all was done”"]);
    mia_sees.sees(&["all was done"]).keys("y");
    mia_sees.sees(&["Award the frozen amount"]);
    mia_sees
        .keys("Tab Tab Tab")
        .type_text("final")
        .keys("Ctrl-s");
    mia_sees.sees(&["This is final"]).keys("y");
    mia_sees.sees(&["Awarded by the mediator"]);
    fay.sees(&["€600.00 released to Fay Lemoine"]);
}

/// PPL-2, ESC-10: a rival and somebody without a part see nothing; the statement and the books open their entries.
#[test]
fn esc_10_figures_open_their_entries_and_a_rival_sees_none() {
    let (house, tess, _) = agreed();
    deposit(&house, tess, 80_000);
    let mut gus = Rig::at(&house, Seat::english(GUS, WIDE));
    gus.keys("5").sees(&["No project with money yet"]);
    gus.misses("canary").misses("TIME TOURS");
    let mut paul = account(&house, PAUL);
    paul.keys("$")
        .sees(&["Statement · O-1", "canary-47", "800.00"]);
    paul.keys("G Enter").sees(&["Both sides"]);
    paul.keys("Esc Esc").sees(&["Fay Lemoine may work on"]);
    let mut books = Rig::at(&house, Seat::english(tess, WIDE));
    books.keys("5 f b").sees(&["Trial balance", "✓ Covered"]);
    books.keys("Enter").sees(&["Statement"]);
}
