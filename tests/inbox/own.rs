//! Each person sees their own: who may not enter sees nothing, panes come and go with the roles, and a
//! session is one person's for good.

use entremise::domain::person::Role;
use entremise::domain::person::command::PeopleCommand;
use entremise::ui::Event;
use entremise::ui::kit::texts::Lang;

use crate::morning::mails;
use crate::rig::{AMELIE, HUGO, House, MARTINE, Rig, Seat};

/// Once a session of somebody who may not enter showed “Who are you?” with the names of all staff.
#[test]
fn ppl_2_who_may_not_enter_is_not_asked_who_they_are() {
    let house = House::with(&mails());
    house.active(MARTINE, false);
    let mut rig = Rig::first(&house, Seat::of(MARTINE));
    assert!(rig.gone, "the session goes on");
    assert_eq!(rig.screen().trim(), "");
    rig.keys("j Enter Enter");
    assert_eq!((rig.screen().trim(), rig.sent), ("", 0));
}

#[test]
fn ppl_2_a_session_ends_when_its_person_may_no_longer_enter() {
    let house = House::with(&mails());
    for open in ["", "Enter", "N", "?", ":", "x", "2"] {
        let mut rig = Rig::new(&house, MARTINE);
        rig.keys(open);
        house.active(MARTINE, false);
        assert_eq!(rig.screen().trim(), "", "after {open:?}");
        assert!(rig.gone, "the session goes on");
        // Not even a right given back opens it again: the door does.
        house.active(MARTINE, true);
        assert_eq!(rig.screen().trim(), "");
    }
}

#[test]
fn ppl_2_a_session_is_one_persons_for_good() {
    let house = House::with(&mails());
    let mut rig = Rig::new(&house, HUGO);
    let before = rig.screen();
    let others = || house.desk.sight(AMELIE);
    rig.tell(Event::Seen(others()));
    rig.tell(Event::Entered(others()));
    rig.tell(Event::Asked(house.desk.published().threshold()));
    assert_eq!(rig.screen(), before);
    let footer = rig.lines().pop().unwrap_or_default();
    assert!(
        footer.contains("Hugo") && !footer.contains("Amélie"),
        "{footer}"
    );
}

#[test]
fn ppl_2_panes_come_and_go_with_the_roles() {
    let house = House::with(&mails());
    let mut rig = Rig::at(&house, Seat::english(MARTINE, (120, 36)));
    rig.sees(&["1 Inbox", "2 Board", "R-1"]);
    for open in ["", "Enter", "N", "x", "?", ":", "/", "F"] {
        rig.keys(open);
        house.roles(MARTINE, &[Role::Facilitator]);
        rig.sees(&["2 Board", "You can apply for", "? Keys"])
            .misses("Inbox")
            .misses("TIME TOURS")
            .misses("R-1")
            .misses("Amélie");
        rig.keys("1").sees(&["There is no pane 1:"]);
        rig.keys("2").sees(&["Pending opportunities"]);
        house.roles(MARTINE, &[Role::RelationOfficer]);
        rig.sees(&["1 Inbox", "2 Board", "Pending opportunities"])
            .keys("1")
            .sees(&["R-1", "c Assign to me"]);
    }
    assert!(!rig.gone);
}

/// What is under way when the inbox goes is not lost, and nothing of it comes to the wrong place.
#[test]
fn ppl_2_wks_7_a_draft_outlives_the_pane_it_was_written_in() {
    let house = House::with(&mails());
    let mut rig = Rig::new(&house, MARTINE);
    rig.keys("N").type_text("Rappeler lundi");
    house.roles(MARTINE, &[Role::Facilitator]);
    rig.misses("Rappeler");
    house.roles(MARTINE, &[Role::RelationOfficer]);
    rig.sees(&["1 Demandes"])
        .keys("1 N")
        .sees(&["Note sur R-1", "Rappeler lundi"]);
}

#[test]
fn brd_1_an_empty_board_says_what_will_stand_on_it() {
    let house = House::with(&mails());
    let fay = house.facilitator("Fay Lemoine");
    for size in [(80, 24), (160, 45), (40, 10)] {
        let seat = |who, lang| Seat {
            lang,
            size,
            ..Seat::of(who)
        };
        let mut rig = Rig::at(&house, seat(fay, Lang::En));
        rig.sees(&["2 Board", "No opportunity is pending"])
            .misses("Inbox");
        rig = Rig::at(&house, seat(fay, Lang::Fr));
        rig.sees(&["2 Opportunités", "Aucune opportunité en attente"]);
    }
    let mut rig = Rig::at(&house, Seat::english(fay, (80, 24)));
    rig.sees(&[
        "somebody to run a workshop",
        "appear by themselves",
        "?       Show the keys",
        "F2      Change the theme",
        "F3      Change the language",
        "Ctrl-q  Quit Entremise",
        "Fay Lemoine",
    ]);
    rig.keys("F3")
        .sees(&["quelqu’un pour un atelier", "Changer de thème"]);
    // What she cannot do is not offered.
    rig.keys("F3 ?").misses("Undo the last").misses("request");
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (80, 24)));
    rig.keys("2")
        .sees(&["Post an accepted quotation or a request here"])
        .keys("Tab Tab Tab Tab")
        .sees(&["R-1"])
        .keys("Tab")
        .sees(&["Pending opportunities"]);
}

/// The header counts for her what she may see; the tour leads her through what is hers.
#[test]
fn ppl_2_a_facilitator_of_the_sample_house_is_not_led_through_the_inbox() {
    let house = House::sample();
    let someone = house.person("Martine");
    house.must(
        Some(house.person("Inès")),
        entremise::domain::Command::People(PeopleCommand::ChangeRoles {
            person: someone,
            roles: vec![Role::Facilitator],
        }),
    );
    let mut rig = Rig::first(&house, Seat::of(someone));
    rig.sees(&["2 Opportunités"])
        .misses("Visite")
        .misses("boîte")
        .keys("F4")
        .sees(&["Les opportunités"])
        .misses("boîte");
}

/// WKS-4: a client and a facilitator read “we” or a name, never of “the house”: it is one way everywhere.
#[test]
fn wks_4_outsiders_are_spoken_to_as_we() {
    let texts = [
        (
            "en/board",
            include_str!("../../assets/locales/en/board.ftl"),
        ),
        ("en/home", include_str!("../../assets/locales/en/home.ftl")),
        (
            "en/opportunity",
            include_str!("../../assets/locales/en/opportunity.ftl"),
        ),
        (
            "fr/board",
            include_str!("../../assets/locales/fr/board.ftl"),
        ),
        ("fr/home", include_str!("../../assets/locales/fr/home.ftl")),
        (
            "fr/opportunity",
            include_str!("../../assets/locales/fr/opportunity.ftl"),
        ),
    ];
    let strange = ["the house", "this house", "a structure", "la maison"];
    for (name, text) in texts {
        let said = text.lines().filter(|line| !line.starts_with('#'));
        let said = said.filter(|line| {
            let words = line.split_once(" = ").map_or(*line, |(_, words)| words);
            let words = words.to_lowercase();
            strange.iter().any(|strange| words.contains(strange))
        });
        let said: Vec<&str> = said.collect();
        assert!(said.is_empty(), "{name}: {said:#?}");
    }
}
