//! PPL-7 as its people live it: what was written for one firm stays with it, colleagues are found on the profile, a mission
//! says whose it is.

use std::rc::Rc;

use crate::house::House;
use crate::rig::{Rig, Seat};
use crate::stage::{FAY, FIRST, GUS, enter, posted};
use entremise::domain::access::CodeDigest;
use entremise::domain::firm::command::FirmCommand;
use entremise::domain::firm::{FirmRight, FirmRights};
use entremise::domain::ids::FirmId;
use entremise::domain::{Command, PersonId};

fn firm(house: &House, who: PersonId, command: FirmCommand) {
    house.must(Some(who), Command::Firm(command));
}

/// Fay comes into the firm of Gus, and acts for it.
fn in_two(house: &Rc<House>) -> FirmId {
    let zoe = GUS;
    let digest = CodeDigest([7; 32]);
    let invite = FirmCommand::Invite {
        name: "Fay".into(),
        rights: FirmRights::of([FirmRight::Proposes]),
        digest,
        until: house.now() + 3_600_000,
    };
    firm(house, zoe, invite);
    firm(house, FAY, FirmCommand::Join(digest));
    FirmId::own(zoe)
}

/// PPL-7: a draft written for one firm is not offered when acting for the other, nor lost.
#[test]
fn ppl_7_what_is_written_for_one_firm_is_found_by_who_acts_for_it_alone() {
    let house = posted();
    enter(&house, FAY, FIRST);
    let mut rig = Rig::at(&house, Seat::english(FAY, (120, 36)));
    rig.keys("Enter r Tab Tab").type_text("KESTREL for one");
    rig.keys("Esc").sees(&["O-1"]);
    in_two(&house);
    let mut away = Rig::at(&house, Seat::english(FAY, (120, 36)));
    away.keys("Enter").misses("KESTREL");
    enter(&house, GUS, FIRST);
    away.keys("r").misses("KESTREL");
    away.keys("Esc");
    firm(&house, FAY, FirmCommand::ActFor(FirmId::own(FAY)));
    let mut back = Rig::at(&house, Seat::english(FAY, (120, 36)));
    back.keys("Enter r").sees(&["KESTREL for one"]);
}

/// PPL-7: who works alone finds colleagues where she looks for what is her own.
#[test]
fn ppl_7_who_is_alone_finds_colleagues_on_her_profile() {
    let house = posted();
    let mut rig = Rig::at(&house, Seat::english(FAY, (80, 24)));
    rig.keys(":").type_text("my profile").keys("Enter");
    rig.sees(&["My details", "Colleagues"]).keys("c");
    rig.sees(&["You work alone", "invite a colleague"]);
}

/// PPL-7: who is left without a manager is told whom to ask, and the house names one in the pane of people.
#[test]
fn ppl_7_the_house_names_a_manager_on_screen() {
    let house = posted();
    let other = in_two(&house);
    let zoe = other.founder();
    house.active(zoe, false);
    let mut fay = Rig::at(&house, Seat::english(FAY, (120, 36)));
    fay.keys(":").type_text("colleagues").keys("Enter");
    fay.sees(&["No manager of this firm can log in"]);
    let mut admin = Rig::at(&house, Seat::english(crate::house::AMELIE, (120, 36)));
    admin.at_people().keys("/").type_text("Fay").keys("Enter e");
    admin.sees(&["Name manager"]).keys("m");
    admin.sees(&["will manage"]).keys("y");
    fay.misses("No manager of this firm");
}
