//! A posting's life over five weeks, by the clock of the house, seen through its credits and what can be taken back:
//! a credit granted, used, not undone, not sold after the deadline (REQ-11, BRD-12).

use entremise::desk::Rejection;
use entremise::domain::opportunity::credit::CreditKind;
use entremise::domain::opportunity::{BoardCommand, CreditCommand};
use entremise::domain::undo::refusal::UndoRefusal;
use entremise::domain::{Command, PersonId, Refusal};

use crate::rig::{AMELIE, Rig};
use crate::stage::{FAY, GUS, board, notice, people, post};

/// A day, in minutes.
const DAY: i64 = 24 * 60;

#[test]
fn req_11_brd_12_over_five_weeks_no_credit_comes_back_by_undo_and_none_is_sold_too_late() {
    // Tuesday, 10 March: the group of Paul's request is decided, credits are granted.
    let house = people();
    // What everybody has left, of every kind.
    let left = || house.desk.sight(AMELIE).facilitators();
    let of = |who: PersonId| {
        let all = left();
        all.iter()
            .find(|(id, ..)| *id == who)
            .expect("one of them")
            .2
    };
    // Who used a credit is told that there is nothing to take back.
    let not_undone = |who| {
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
    };
    let mut office = Rig::new(&house, AMELIE);
    office.keys("1").sees(&["R-1"]);
    // A grant is money: undo goes on to what was decided before, and the credits stay.
    let [views, offers, contacts] = of(GUS);
    let (kind, count, why) = (CreditKind::Contact, 2, "geste".into());
    board(
        &house,
        AMELIE,
        BoardCommand::Credit(CreditCommand::Grant {
            person: GUS,
            kind,
            count,
            why,
        }),
    );
    // Nothing stands on the decision yet: it can be taken back, and stands again.
    office.keys("u").sees(&["Annulé"]);
    office.keys("Ctrl-r").sees(&["Rétabli"]);
    assert_eq!(of(GUS), [views, offers, contacts + 2]);
    house.pass(2 * DAY);
    post(
        &house,
        1,
        notice(&house, "Atelier climat"),
        "Salle de 150 places.",
    );
    // A posting is told to others: neither it nor what it stands on is taken back, and the screen says why.
    office
        .wait(DAY)
        .keys("u")
        .sees(&["O-1 en dépend", "clôturez-la"]);

    // Six days later Fay uses a credit; it is money, and stays used.
    house.pass(6 * DAY);
    let [views, offers, contacts] = of(FAY);
    let mut fay = Rig::new(&house, FAY);
    fay.keys("y")
        .sees(&["il en restera 3"])
        .keys("y")
        .sees(&["O-1 vous est ouverte"]);
    assert_eq!(of(FAY), [views - 1, offers, contacts]);
    fay.keys("u");
    not_undone(FAY);
    assert_eq!(of(FAY), [views - 1, offers, contacts]);

    // Twelve days after the posting no more proposals are taken: nothing is sold, and what was opened stays open.
    house.pass(8 * DAY);
    let mut gus = Rig::new(&house, GUS);
    gus.misses("éligible")
        .keys("Enter")
        .sees(&["Fermée aux propositions"]);
    let before = left();
    for key in ["y", "r", "!"] {
        gus.keys(key).sees(&["Les propositions étaient reçues"]);
    }
    let mut fay = Rig::new(&house, FAY);
    fay.keys("Enter G").sees(&["Salle de 150 places"]);
    fay.keys("y").sees(&["Les propositions étaient reçues"]);
    // In the fifth week it is as it was, and still nobody takes a credit back.
    house.pass(18 * DAY);
    for who in [FAY, GUS] {
        let mut rig = Rig::new(&house, who);
        rig.misses("éligible")
            .keys("y")
            .sees(&["Les propositions étaient reçues"]);
        rig.keys("u");
        not_undone(who);
    }
    assert_eq!(left(), before);
    let mut office = Rig::new(&house, AMELIE);
    office.keys("1 u").sees(&["O-1 en dépend", "clôturez-la"]);
    let mut fay = Rig::new(&house, FAY);
    fay.keys("$").sees(&["-1 utilisés · consultation · O-1"]);
}
