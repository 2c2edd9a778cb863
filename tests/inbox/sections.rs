//! WKS-8: the settings by section, what each says now, and the page of what is still missing: from it one key leads to what
//! mends it.

use std::rc::Rc;

use entremise::domain::Command;
use entremise::domain::house::command::HouseCommand;
use entremise::domain::lists::command::ListsCommand;
use entremise::domain::lists::draft::{EntryDraft, ListDraft};
use entremise::domain::lists::{ListName, Lists};
use entremise::domain::person::Role;
use entremise::ui::kit::texts::Lang;

use crate::rig::{AMELIE, House, MARTINE, Rig, Seat};

/// The settings in a language, at a size.
fn at(house: &Rc<House>, lang: Lang, size: (u16, u16)) -> Rig {
    let seat = Seat {
        lang,
        size,
        ..Seat::of(AMELIE)
    };
    let mut rig = Rig::at(house, seat);
    rig.keys(", s");
    rig
}

/// Goes down to a line of the list.
fn to<'a>(rig: &'a mut Rig, title: &str) -> &'a mut Rig {
    rig.keys("g");
    for _ in 0..40 {
        if rig.line_with("▌ ").contains(title) {
            return rig;
        }
        rig.keys("j");
    }
    panic!("no section {title}");
}

#[test]
fn wks_8_a_line_a_section_says_what_it_holds_and_enter_opens_its_settings() {
    let house = House::small();
    for (lang, section, now, heading, field, help) in [
        (
            Lang::En,
            "Hours and holidays",
            "Mon–Fri 9:00-12:30, 13:30-18:00",
            "Days off",
            "Time zone",
            "The zone of all our dates",
        ),
        (
            Lang::Fr,
            "Horaires et jours fériés",
            "lun.–ven. 9:00-12:30, 13:30-18:00",
            "Jours de fermeture",
            "Fuseau horaire",
            "Le fuseau de toutes nos dates",
        ),
    ] {
        // Both beside each other where there is room, else one at a time.
        let mut wide = at(&house, lang, (160, 45));
        to(&mut wide, section).sees(&[now, heading, field]);
        wide.misses(help);
        wide.keys("Enter").sees(&[help, "hours.zone", section]);
        let mut narrow = at(&house, lang, (80, 24));
        to(&mut narrow, section).misses(field);
        narrow.keys("Enter").sees(&[field, help, heading]);
        narrow.keys("j").misses(help).sees(&["hours.monday"]);
        narrow.keys("Esc").misses(heading).sees(&[section]);
    }
}

#[test]
fn wks_8_one_goes_from_setting_to_setting_and_back_without_losing_the_draft() {
    let house = House::small();
    let mut rig = at(&house, Lang::En, (80, 24));
    to(&mut rig, "Board").keys("Enter j j");
    rig.sees(&["board.stale-days", "Days without a proposal"]);
    rig.keys("e Ctrl-u").type_text("9").keys("Enter");
    rig.sees(&["9", "was 21", "board.stale-days"]);
    rig.keys("G").sees(&["board.credits-contact"]);
    rig.keys("Esc").sees(&["1 change not applied", "●"]);
    assert!(rig.line_with("sinks after").contains("●"));
    // The whole section goes, and comes back.
    rig.keys("x s").misses("not applied");
    rig.keys("u").sees(&["1 change not applied"]);
    rig.keys("e").sees(&["Open the section first"]);
    rig.keys("= Esc").sees(&["Kinds of work"]);
}

#[test]
fn wks_8_a_press_goes_to_a_setting_and_another_one_edits_it() {
    let house = House::small();
    let mut rig = at(&house, Lang::En, (160, 45));
    to(&mut rig, "Delays");
    rig.click("Call again after").sees(&["delays.call"]);
    rig.click("Call again after");
    rig.keys("Ctrl-u").type_text("3 h").keys("Enter");
    rig.sees(&["was 8 h"]);
}

#[test]
fn wks_8_the_filter_looks_into_the_sections() {
    let house = House::small();
    for (lang, typed, section, field, other) in [
        (
            Lang::En,
            "bridge",
            "Hours and holidays",
            "Bridge days",
            "Friday",
        ),
        (
            Lang::Fr,
            "pont",
            "Horaires et jours fériés",
            "Ponts",
            "Vendredi",
        ),
    ] {
        let mut rig = at(&house, lang, (120, 36));
        rig.keys("/").type_text(typed).keys("Enter");
        rig.sees(&[section, field]).misses(other);
        rig.keys("Enter").sees(&["hours.bridge-days"]);
        rig.keys("Esc Esc").sees(&["Organisation"]);
    }
    // Entries of lists are found too.
    let mut rig = at(&house, Lang::En, (120, 36));
    rig.keys("/").type_text("workshop").keys("Enter");
    rig.sees(&["Kinds of work"]).misses("Delays");
}

#[test]
fn wks_8_what_is_missing_is_a_key_from_what_mends_it() {
    let house = House::small();
    for (lang, size, title, law, field) in [
        (
            Lang::En,
            (80, 24),
            "Set-up",
            "Offers: no VAT number",
            "identity.FR.vat",
        ),
        (
            Lang::Fr,
            (120, 36),
            "Mise en place",
            "Offres : pas de numéro de TVA",
            "identity.FR.vat",
        ),
    ] {
        let mut rig = at(&house, lang, size);
        assert!(rig.line_with("▌ ").contains(title), "it comes first");
        // Name, address and registration stand before it.
        rig.keys("Enter")
            .sees(&[law])
            .keys("j j j Enter")
            .sees(&[field]);
        rig.keys("e").type_text("FR00000000000").keys("Enter");
        rig.sees(&["FR00000000000"]);
        // Back to what else is missing; this is not, as soon as it is drafted.
        rig.keys("Esc").sees(&[title]).misses(law);
        rig.keys("x a");
    }
}

#[test]
fn wks_8_quo_6_esc_13_req_5_the_set_up_page_says_what_does_not_work() {
    let house = House::small();
    let mut rig = at(&house, Lang::En, (160, 45));
    rig.sees(&[
        "Offers: no legal name",
        "R0: nobody has said under which licence",
        "Quotations: there is no price list",
        "Access: nobody has a key but you",
        "Opportunities: there is no facilitator to propose",
    ]);
    rig.misses("nobody can price");
    house.roles(AMELIE, &[Role::Administrator]);
    rig.frame();
    rig.sees(&["Quotations: nobody can price"]);
    house.roles(MARTINE, &[Role::RelationOfficer, Role::PricingOfficer]);
    rig.frame();
    rig.misses("nobody can price");
    // A kind of work of their own, named in one language alone.
    let lists = Lists::default();
    let mut draft = ListDraft::of(ListName::Work, lists.list(ListName::Work));
    draft.entries.push(EntryDraft {
        key: "stand".into(),
        names: vec![(Lang::Fr.language(), "stand".into())],
        ..EntryDraft::default()
    });
    let change = Command::Lists(ListsCommand::Change(vec![draft]));
    house.must(Some(AMELIE), change);
    rig.frame();
    rig.sees(&["Screens and papers in English", "“stand” has no name"]);
    // A house in Japan has no holidays of its own here.
    let known = house.desk.sight(AMELIE).settings().expect("settings");
    let mut other = known.house.clone();
    other.home = entremise::domain::house::Country::parse("JP").expect("Japan");
    let calendar = &other.calendar;
    other.calendar = entremise::domain::calendar::Calendar::new(
        calendar.zone_name(),
        calendar.week().clone(),
        Vec::new(),
    )
    .expect("a calendar");
    house.must(
        Some(AMELIE),
        Command::House(HouseCommand::Change(Box::new(other))),
    );
    rig.frame();
    rig.sees(&["Due dates: no work day is a holiday", "Japan"]);
}

#[test]
fn wks_8_lists_and_what_else_there_is_say_what_they_hold_and_where_they_are_edited() {
    let house = House::small();
    for (lang, work, kinds, prices, none) in [
        (
            Lang::En,
            "Kinds of work",
            "Kinds of request",
            "Prices",
            "none",
        ),
        (
            Lang::Fr,
            "Types de prestation",
            "Types de demande",
            "Tarifs",
            "aucun",
        ),
    ] {
        let mut rig = at(&house, lang, (120, 36));
        to(&mut rig, work).sees(&["entremise lists --only work"]);
        to(&mut rig, kinds).sees(&["entremise routing"]);
        to(&mut rig, prices).sees(&[none, "entremise prices"]);
        // People have a pane of their own.
        rig.keys("G Enter").sees(&["Martine Vasselin"]);
    }
}

#[test]
fn wks_8_home_tells_an_administrator_what_is_missing() {
    let house = House::small();
    for (lang, words, first) in [
        (Lang::En, "Set-up: ", "Offers: no legal name"),
        (
            Lang::Fr,
            "Mise en place : ",
            "Offres : pas de dénomination sociale",
        ),
    ] {
        for size in [(80, 24), (120, 36)] {
            let seat = Seat {
                lang,
                size,
                ..Seat::of(AMELIE)
            };
            let mut rig = Rig::at_home(&house, seat);
            rig.sees(&[words]);
            for _ in 0..20 {
                if rig.line_with("▌").contains(words) {
                    break;
                }
                rig.keys("j");
            }
            rig.keys("Enter").sees(&[first]);
        }
    }
    // It is no business of who cannot mend it.
    let mut rig = Rig::at_home(&house, Seat::english(MARTINE, (120, 36)));
    rig.misses("Set-up");
}
