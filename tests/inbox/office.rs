//! QUO-1 to QUO-5, WKS-1: a quotation from the inbox to the client's yes, by keys; what a client sees; the
//! recap.

use std::rc::Rc;

use entremise::assets;
use entremise::domain::house::command::HouseCommand;
use entremise::domain::house::{Country, Language};
use entremise::domain::person::command::PeopleCommand;
use entremise::domain::person::{NewPerson, Role};
use entremise::domain::quotation::{Brief, QuotationCommand};
use entremise::domain::trade::{Audience, Work};
use entremise::domain::{Act, Command, PersonId, QuotationId};
use entremise::ui::kit::texts::Lang;

use crate::rig::{AMELIE, House, MARTINE, Rig, Seat, letter};

const Q: QuotationId = QuotationId(1);
const GUS: PersonId = PersonId(4);

/// One request, price lists, and its client who can log in.
fn house() -> Rc<House> {
    let mail = letter(
        "paul@timetours.example",
        "TIME TOURS / workshops",
        "We are 24.",
    );
    let house = House::with(&[mail]);
    let prices = assets::prices().expect("price lists");
    house.must(
        Some(AMELIE),
        Command::House(HouseCommand::ChangePrices(Box::new(prices))),
    );
    let gus = NewPerson {
        name: "Gus".into(),
        email: "".into(),
        roles: vec![Role::ClientContact],
    };
    house.must(Some(AMELIE), Command::People(PeopleCommand::Add(gus)));
    let contact = Some(entremise::domain::ContactId(1));
    let person = GUS;
    house.must(
        Some(AMELIE),
        Command::People(PeopleCommand::LinkContact { person, contact }),
    );
    house
}

fn step(house: &House, step: QuotationCommand) {
    house.must(Some(AMELIE), Command::Quotation(Box::new(step)));
}

fn brief(house: &House) {
    step(
        house,
        QuotationCommand::Brief {
            quotation: Q,
            brief: Box::new(house_brief(house)),
            asked: None,
        },
    );
}

#[test]
fn quo_1_a_quotation_goes_from_the_inbox_to_the_clients_yes_by_keys() {
    let house = house();
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (160, 45)));
    rig.keys("q").sees(&["Quote R-1", "Start a quotation"]);
    rig.keys("y")
        .sees(&["Q-1", "complete the brief", "Missing"]);
    rig.keys("R").sees(&["The R1 is not complete. Missing: "]);
    brief(&house);
    // What a key would do is known by what is shown.
    rig.sees(&["Participants  24"])
        .keys("R")
        .sees(&["Missing: client’s request."]);
    rig.keys("e a")
        .type_text("Two groups of twelve.")
        .keys("Ctrl-s");
    rig.sees(&["Two groups of twelve."]);
    rig.keys("R").sees(&["R1 sent to pricing", "pricing"]);
    rig.keys("R").sees(&["The price is missing"]);
    rig.keys("e").sees(&["Lines of Q-1", "No lines yet"]);
    rig.keys("n").type_text("workshop half").keys("Enter");
    rig.sees(&["Workshop, half a day", "Discount"])
        .keys("Ctrl-s");
    rig.sees(&["1 × €950.00/session", "€1,140.00"]);
    rig.keys("n")
        .type_text("custom line")
        .keys("Enter")
        .type_text("Lunch")
        .keys("Tab Tab Tab")
        .type_text("120")
        .keys("Ctrl-s");
    rig.sees(&["Lunch", "€1,284.00"]).keys("Ctrl-s");
    rig.sees(&["Version 1 · €1,284.00"]).keys("R");
    rig.sees(&["assembly"])
        .keys("e")
        .type_text("Two afternoons.")
        .keys("Ctrl-s");
    rig.sees(&[
        "Version 2 · €1,284.00",
        "Two afternoons.",
        "Prices are for the number",
    ]);
    rig.keys("=")
        .sees(&["From version 1 to version 2", "The lines are the same."]);
    rig.keys("Esc R").sees(&["verification"]);
    rig.keys("R")
        .sees(&["Version 2 goes to", "€1,284.00"])
        .keys("y");
    rig.sees(&["with the client"]);
    rig.keys("y")
        .sees(&["The client said yes to version 2"])
        .keys("y");
    rig.sees(&["accepted", "p posts the opportunity"]);
    rig.keys("f Enter")
        .sees(&["R1 quotations since", "Amélie Roux", "1 R1, 1 signed"]);
    rig.keys("Esc 1").sees(&["TIME TOURS / workshops"]);
    rig.keys("Enter z G")
        .sees(&["Q-1 accepted: €1,284.00 (on behalf of"]);
}

/// REQ-9 WKS-1: red with `!` is what is late and waits for the one who looks; a colleague's is amber behind an arrow.
#[test]
fn wks_1_what_a_colleague_is_late_with_is_told_apart_from_what_is_ones_own() {
    let house = house();
    step(
        &house,
        QuotationCommand::Begin(entremise::domain::RequestId(1)),
    );
    let styles = [(AMELIE, '!'), (MARTINE, '→')].map(|(who, sign)| {
        let mut rig = Rig::at(&house, Seat::english(who, (160, 45)));
        rig.keys("8").sees(&["Q-1"]);
        rig.wait(30 * 24 * 60);
        let line = rig.line_with("▌");
        let list = line.split("││").next().expect("a list");
        for other in ['!', '→'] {
            assert_eq!(list.contains(other), other == sign, "{list}");
        }
        rig.style_at(&sign.to_string())
    });
    assert_ne!(styles[0], styles[1]);
}

/// WKS-3: the office is asked for nothing by what happens elsewhere: not by a favourite, not by a request that
/// has no quotation; what happens to a quotation shows at once.
#[test]
fn wks_3_quo_1_only_what_changes_a_quotation_is_drawn_in_the_office() {
    let mails = ["a@one.example", "b@two.example"].map(|from| letter(from, "A day", "We are 12."));
    let house = House::with(&mails);
    step(
        &house,
        QuotationCommand::Begin(entremise::domain::RequestId(1)),
    );
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (160, 45)));
    rig.keys("8").sees(&["Q-1"]);
    assert!(!rig.stirs(), "nothing happened");
    house.act(MARTINE, 2, Act::Tag("far".into(), true));
    assert!(!rig.stirs(), "it has no quotation");
    house.must(
        Some(MARTINE),
        Command::People(PeopleCommand::ChangePreferences(
            entremise::domain::person::Preferences::default(),
        )),
    );
    assert!(!rig.stirs(), "it is of nobody's quotation");
    let tag = QuotationCommand::Tag {
        quotation: Q,
        tag: "near".into(),
        there: true,
    };
    step(&house, tag);
    assert!(rig.stirs(), "it shows");
    rig.sees(&["near"]);
}

#[test]
fn ppl_2_a_client_has_her_own_offers_and_decides_on_them() {
    let house = house();
    let mut gus = Rig::at(&house, Seat::english(GUS, (80, 24)));
    gus.keys("8").sees(&["Your quotations", "No quotation yet"]);
    step(
        &house,
        QuotationCommand::Begin(entremise::domain::RequestId(1)),
    );
    brief(&house);
    gus.misses("Q-1");
    let asked = QuotationCommand::Brief {
        quotation: Q,
        brief: Box::new(Brief {
            language: Language::FR,
            ..house_brief(&house)
        }),
        asked: Some("They haggle.".into()),
    };
    step(&house, asked);
    step(&house, QuotationCommand::SendR1(Q));
    let list = assets::prices().expect("price lists");
    let home = Country::parse("FR").expect("France");
    let list = list
        .list("ateliers", home, Audience::COMPANY)
        .expect("a list")
        .clone();
    let line = entremise::domain::prices::Line::of(&list, "workshop", 2, "Atelier");
    step(
        &house,
        QuotationCommand::Price {
            quotation: Q,
            seen: 0,
            currency: list.currency,
            lines: vec![line.expect("a product")],
            note: "".into(),
            valid_until: None,
        },
    );
    step(&house, QuotationCommand::HandPrices(Q));
    step(
        &house,
        QuotationCommand::Assemble {
            quotation: Q,
            seen: 1,
            project: "Deux après-midi.".into(),
            conditions: "".into(),
            valid_until: None,
        },
    );
    step(&house, QuotationCommand::HandProject(Q));
    gus.misses("Q-1");
    let (quotation, version) = (Q, 2);
    step(&house, QuotationCommand::Send { quotation, version });
    gus.sees(&["Q-1", "you"])
        .keys("Enter")
        .sees(&["€2,280.00", "Deux après-midi.", "y to accept"]);
    gus.misses("haggle").misses("Brief").misses("History");
    gus.keys("R B e").sees(&["Q-1"]);
    gus.keys("x Enter").sees(&["why decline it?"]).keys("Esc");
    gus.keys("y")
        .sees(&["You accept version 2"])
        .keys("y")
        .sees(&["accepted"]);
    let mut martine = Rig::at(&house, Seat::english(MARTINE, (80, 24)));
    martine.keys("8").sees(&["**", "accepted"]);
}

/// A quotation of the client's that waits to be verified, as version 2.
fn verified(house: &House) {
    step(
        house,
        QuotationCommand::Begin(entremise::domain::RequestId(1)),
    );
    let asked = QuotationCommand::Brief {
        quotation: Q,
        brief: Box::new(house_brief(house)),
        asked: Some("Two groups.".into()),
    };
    step(house, asked);
    step(house, QuotationCommand::SendR1(Q));
    let list = assets::prices().expect("price lists");
    let home = Country::parse("FR").expect("France");
    let list = list
        .list("ateliers", home, Audience::COMPANY)
        .expect("a list");
    let line = entremise::domain::prices::Line::of(list, "workshop", 2, "Workshop");
    let price = QuotationCommand::Price {
        quotation: Q,
        seen: 0,
        currency: list.currency,
        lines: vec![line.expect("a product")],
        note: "".into(),
        valid_until: None,
    };
    step(house, price);
    step(house, QuotationCommand::HandPrices(Q));
    let project = QuotationCommand::Assemble {
        quotation: Q,
        seen: 1,
        project: "Two afternoons, สองบ่าย.".into(),
        conditions: "".into(),
        valid_until: None,
    };
    step(house, project);
    step(house, QuotationCommand::HandProject(Q));
}

#[test]
fn quo_6_who_sends_sees_first_what_the_client_would_see_as_boxes() {
    let house = house();
    verified(&house);
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (160, 45)));
    rig.keys("8").sees(&["Q-1", "verification"]);
    rig.keys("R")
        .sees(&["Version 2 goes to", "shown as boxes on the PDF", "U+0E07"]);
    rig.keys("y").sees(&["with the client"]);
}

fn house_brief(house: &House) -> Brief {
    Brief {
        work: Some(Work::WORKSHOP),
        audience: Some(Audience::COMPANY),
        market: Country::parse("FR"),
        brand: "ateliers".into(),
        language: Language::EN,
        participants: Some(24),
        sessions: Some(2),
        dates: "in June".into(),
        place: "Lyon".into(),
        online: None,
        deadline: Some(house.now() + 8 * 24 * 3_600_000),
    }
}

#[test]
fn wks_2_the_office_is_shown_in_both_languages_at_both_sizes() {
    let house = House::sample();
    let martine = house.person("Martine");
    for (lang, words) in [
        (Lang::En, ["Quotations · next step first", "verification"]),
        (
            Lang::Fr,
            ["Devis · prochaine action d’abord", "vérification"],
        ),
    ] {
        for size in [(80, 24), (160, 45)] {
            let seat = Seat {
                lang,
                size,
                ..Seat::of(martine)
            };
            let mut rig = Rig::at(&house, seat);
            rig.keys("8").sees(&words);
            assert!(!rig.screen().contains('⟦'), "{}", rig.screen());
            rig.keys("Enter").sees(&["Cap Séjours"]);
            for _ in 0..6 {
                assert!(!rig.screen().contains('⟦'), "{}", rig.screen());
                rig.keys("PageDown");
            }
        }
    }
}

/// WKS-7: of two who write one brief, the second is told who was faster; nothing of either is lost.
#[test]
fn wks_7_a_brief_that_a_colleague_changed_meanwhile_is_looked_at_again() {
    let house = house();
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (160, 45)));
    rig.keys("q y").sees(&["Q-1"]);
    rig.keys("e b").sees(&["Brief of Q-1"]);
    let theirs = QuotationCommand::Brief {
        quotation: Q,
        brief: Box::new(Brief {
            place: "Lyon".into(),
            dates: "in May".into(),
            ..house_brief(&house)
        }),
        asked: None,
    };
    let command = Command::Quotation(Box::new(theirs));
    house.must(Some(MARTINE), command);
    rig.keys("Tab Tab Tab Tab Tab Tab Tab")
        .type_text("in June")
        .keys("Ctrl-s");
    rig.sees(&[
        "Martine Vasselin changed the brief of Q-1",
        "in June",
        "now: in May",
        "Lyon",
    ]);
    rig.keys("Ctrl-s").misses("now: in May");
    let brief = house.desk.sight(AMELIE).quotation(Q, house.now());
    let brief = brief.expect("a quotation").brief.expect("a brief");
    assert_eq!((&*brief.dates, &*brief.place), ("in June", "Lyon"));
}

/// WKS-7: the same for the text of what is asked.
#[test]
fn wks_7_what_is_asked_goes_on_from_what_a_colleague_wrote_meanwhile() {
    let house = house();
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (160, 45)));
    rig.keys("q y").sees(&["Q-1"]);
    rig.keys("e a").type_text("Two groups.");
    let theirs = QuotationCommand::Brief {
        quotation: Q,
        brief: Box::new(house_brief(&house)),
        asked: Some("Three groups of eight.".into()),
    };
    let command = Command::Quotation(Box::new(theirs));
    house.must(Some(MARTINE), command);
    rig.keys("Ctrl-s").sees(&[
        "Martine Vasselin changed the brief of Q-1",
        "Two groups.",
        "Now: Three groups of eight.",
    ]);
    rig.keys("Ctrl-s")
        .sees(&["Two groups."])
        .misses("Now: Three");
}
