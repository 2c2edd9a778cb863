//! WKS-8: the table of settings against itself: what is printed reads back, every value can be typed, every setting has
//! its words in both languages, and a wrong file names line and setting.

use super::*;
use crate::assets::texts::{Lang, Texts};
use crate::assets::{calendar, countries, holidays};
use crate::domain::calendar::{Rule, holidays_of};

fn config(home: &str) -> Config {
    let home = Country::parse(home).expect("a country");
    Config {
        house: House::new("Atelier Nord", home, calendar(home).expect("a calendar")),
        terms: Terms::default(),
    }
}

/// Another value than the one there is, for each setting.
fn other(spot: &Spot) -> &'static str {
    match spot.to_string().as_str() {
        "organisation.name" => "Traduko",
        "organisation.home" => "Belgique",
        "organisation.domains" => "traduko.example, mail.traduko.example",
        "organisation.contact-email" => "providers@traduko.example",
        "organisation.contact-phone" => "+33 1 23 45 67 89",
        "papers.languages" => "fr, en",
        "hours.zone" => "Europe/Brussels",
        "hours.holidays" => {
            "BE, easter-2, last mon 05, mon from 05-18, 12-25 observed, 07-04 nearest"
        }
        "hours.bridge-days" => "2027-05-07, 2027-05-28",
        "hours.saturday" => "9h-12h30",
        "hours.sunday" => "10-12",
        key if key.starts_with("hours.") => "8:30-12:00, 13:00-17:00",
        "delays.reply" => "4 h",
        "delays.client" => "90 min",
        "delays.call" => "1 h 30",
        "requests.copies" => "5",
        "requests.validate-subcontracting" => "yes",
        "requests.validate-introduction" => "oui",
        "requests.free-tags" => "non",
        "relationship.months" => "18",
        "relationship.selects-subcontracting" | "relationship.selects-introduction" => "client",
        "board.contact-hours" => "36",
        "board.others-offers" => "whole",
        "board.stale-days" => "10",
        "board.credits" => "no",
        "board.credits-view" => "2",
        "board.credits-offer" => "3",
        "board.credits-contact" => "4",
        "money.clients-money" => "through: Bank Example",
        "money.r0-rate" => "2,5 %",
        "money.r0-fixed" => "1 200,50",
        "money.vat" => "20",
        "money.silence-days" => "14",
        key if key.ends_with(".address") => "1 rue Haute / 1000 Bruxelles",
        key if key.ends_with(".footer") => "RPM / Bruxelles",
        key if key.starts_with("identity.") => "BE 0000.000.000",
        other => panic!("{other} has no other value here"),
    }
}

#[test]
fn wks_8_every_setting_can_be_typed_and_what_is_shown_can_be_typed_again() {
    for spot in config("FR").spots() {
        let mut changed = config("FR");
        spot.type_in(&mut changed, other(&spot))
            .unwrap_or_else(|why| panic!("{spot}: {why:?}"));
        let value = spot.get(&changed);
        assert_ne!(value, spot.get(&config("FR")), "{spot}");
        let mut again = config("FR");
        let typed = value.typed(spot.setting.kind);
        spot.type_in(&mut again, &typed)
            .unwrap_or_else(|why| panic!("{spot}: {typed}: {why:?}"));
        assert_eq!(spot.get(&again), value, "{spot}: {typed}");
        let found = super::spot(&spot.to_string()).expect("found by its name");
        assert_eq!(found, spot);
        let differs = config("FR").differs(&changed);
        assert!(differs.iter().any(|one| one.spot == spot), "{spot}");
        assert_eq!(config("FR").with(&differs), changed, "{spot}");
        assert_eq!(changed.house.fault(), None, "{spot}");
    }
}

#[test]
fn wks_8_out_and_in_and_out_again_is_the_same_file() {
    let mut config = config("BE");
    for spot in config.spots() {
        let value = other(&spot);
        if !spot.to_string().starts_with("board.credits") {
            spot.type_in(&mut config, value).expect("typed");
        }
    }
    for texts in [Texts::shared(Lang::En), Texts::shared(Lang::Fr)] {
        for config in [config.clone(), self::config("FR"), self::config("JP")] {
            let text = settings_text(&config, None, &texts);
            let empty = self::config("US");
            let read = settings_from(&text, &empty).unwrap_or_else(|bad| panic!("{bad:?}\n{text}"));
            let again = settings_text(&read, None, &texts);
            assert_eq!(again, text);
            assert_eq!(settings_plain(&read, None), settings_plain(&config, None));
            for section in Section::ALL {
                let part = settings_text(&config, Some(section), &texts);
                assert_eq!(settings_from(&part, &config), Ok(config.clone()), "{part}");
            }
        }
    }
}

#[test]
fn wks_8_every_setting_has_its_words_in_both_languages() {
    for lang in [Lang::En, Lang::Fr] {
        let texts = Texts::shared(lang);
        for spot in config("FR").spots() {
            let id = spot.text_id();
            assert!(texts.has(&id) && texts.has(&format!("{id}-help")), "{id}");
        }
        for section in Section::ALL {
            assert_eq!(Section::parse(section.key()), Some(section));
        }
        for part in Part::ALL {
            assert!(texts.has(&format!("settings-part-{}", part.key())));
            let spots = config("FR").spots().into_iter();
            let theirs: Vec<Spot> = spots.filter(|spot| spot.part() == part).collect();
            assert!(!theirs.is_empty(), "{part:?} is empty");
            let headings = theirs.iter().filter_map(Spot::heading);
            for heading in headings {
                assert!(texts.has(heading), "{heading}");
            }
        }
    }
}

#[test]
fn req_9_the_holidays_of_every_country_can_be_typed() {
    for code in countries().keys() {
        let country = Country::parse(code).expect("a country");
        let rules = holidays(country);
        let spot = super::spot("hours.holidays").expect("a setting");
        let mut config = config("FR");
        let typed = spot.type_in(&mut config, code);
        if rules.is_empty() {
            assert_eq!(typed, Err(Why::NoHolidays(code.clone())));
            continue;
        }
        assert_eq!(typed, Ok(()), "{code}");
        let days = |rules: &[Rule]| {
            (2020..2040)
                .flat_map(|year| holidays_of(rules, year))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            days(config.house.calendar.holidays()),
            days(&rules),
            "{code}"
        );
        let shown = spot.get(&config).typed(Kind::List);
        spot.type_in(&mut config, &shown)
            .unwrap_or_else(|why| panic!("{shown}: {why:?}"));
        assert_eq!(
            days(config.house.calendar.holidays()),
            days(&rules),
            "{code}: {shown}"
        );
    }
}

#[test]
fn wks_8_a_wrong_file_names_the_line_and_the_setting() {
    let wrong = |text: &str| settings_from(text, &config("FR")).expect_err(text);
    let at = |line, key: &str, why| BadSetting {
        line: Some(line),
        key: key.to_owned(),
        why: BadWhy::Value(why),
    };
    assert_eq!(
        wrong("[delays]\nreply = \"8 h\"\nclient = \"8\"\n"),
        at(3, "delays.client", Why::NotDelay)
    );
    assert_eq!(
        wrong("# no\n\n[identity.FR]\nvatt = \"x\"\n"),
        at(4, "identity.FR.vatt", Why::NoSuchSetting)
    );
    assert_eq!(
        wrong("[board]\ncontact-hours = 9999\n"),
        at(2, "board.contact-hours", Why::NotNumber(0, 720))
    );
    assert_eq!(
        wrong("[hours]\nmonday = \"9-12\"\n"),
        at(2, "hours.monday", Why::NotKind("[\"…\", \"…\"]"))
    );
    assert_eq!(
        wrong("[hours]\nmonday = [\"12-9\"]\n"),
        at(2, "hours.monday", Why::NotSpan("12-9".to_owned()))
    );
    assert!(matches!(
        wrong("[hours]\nmonday = [\"9-13\", \"12-18\"]\n").why,
        BadWhy::Value(Why::Hours(_))
    ));
    assert_eq!(wrong("[hours\n").line, Some(1));
    assert_eq!(wrong("# nothing\n").why, BadWhy::Empty);
    assert_eq!(
        wrong("[board]\ncredits = false\ncredits-view = 3\n"),
        at(3, "board.credits-view", Why::NoCredits)
    );
    assert_eq!(
        wrong("[money]\nclients-money = \"yes\"\n"),
        at(2, "money.clients-money", Why::NotFunds)
    );
}

#[test]
fn wks_8_what_holds_where_a_setting_says_nothing_is_told() {
    let told = |config: &Config, key: &str, lang: Lang| {
        let spot = super::spot(key).expect("a setting");
        holds(&spot, config, &Texts::shared(lang))
    };
    let bare = config("JP");
    for (key, en, fr) in [
        ("organisation.home", "Japan", "Japon"),
        (
            "papers.languages",
            "as the screens: en, fr",
            "comme les écrans\u{a0}: en, fr",
        ),
        ("hours.sunday", "closed", "fermé"),
        ("hours.holidays", "none", "aucun"),
        (
            "money.clients-money",
            "not said: R0 cannot be posted",
            "non dit\u{a0}: R0 ne peut être publié",
        ),
    ] {
        assert_eq!(told(&bare, key, Lang::En).as_deref(), Some(en), "{key}");
        assert_eq!(told(&bare, key, Lang::Fr).as_deref(), Some(fr), "{key}");
    }
    for key in ["hours.monday", "delays.reply", "board.credits"] {
        assert_eq!(told(&bare, key, Lang::En), None, "{key}");
    }
    let mut other = config("FR");
    let papers = super::spot("papers.languages").expect("a setting");
    papers.type_in(&mut other, "nl").expect("typed");
    assert_eq!(told(&other, "papers.languages", Lang::En), None);
    // What a file says of it is a comment: it reads back as it was.
    let text = settings_text(&bare, None, &Texts::shared(Lang::En));
    assert!(text.contains("# Now: Japan\nhome = \"JP\""), "{text}");
    assert_eq!(settings_from(&text, &bare), Ok(bare));
}

#[test]
fn brd_4_contact_hours_outside_the_usual_are_noticed() {
    let spot = super::spot("board.contact-hours").expect("a setting");
    let mut config = config("FR");
    for (hours, unusual) in [("24", false), ("48", false), ("23", true), ("72", true)] {
        spot.type_in(&mut config, hours).expect("typed");
        assert_eq!(spot.unusual(&config).is_some(), unusual, "{hours}");
    }
}

#[test]
fn esc_6_a_rate_is_typed_in_percent_and_an_amount_that_could_be_two_is_refused() {
    let vat = spot("money.vat").expect("a setting");
    let fixed = spot("money.r0-fixed").expect("a setting");
    let mut config = config("FR");
    for (typed, permille) in [
        ("20", 200),
        ("5,5 %", 55),
        ("2.1%", 21),
        ("100", 1_000),
        ("", 0),
    ] {
        assert_eq!(vat.type_in(&mut config, typed), Ok(()), "{typed}");
        assert_eq!(config.terms.vat_permille, permille, "{typed}");
    }
    for wrong in ["100.1", "5.55", "-1", "20 EUR", "1 0", "."] {
        let told = vat.type_in(&mut config, wrong);
        assert_eq!(told, Err(Why::NotRate(wrong.to_owned())), "{wrong}");
    }
    for wrong in ["1.200", "many", "0.125"] {
        let told = fixed.type_in(&mut config, wrong);
        assert_eq!(told, Err(Why::NotAmount(wrong.to_owned())), "{wrong}");
    }
    assert_eq!(fixed.type_in(&mut config, "JPY 5000"), Ok(()));
    assert_eq!(
        config.terms.r0_fixed.map(|one| one.to_string()).as_deref(),
        Some("5000 JPY")
    );
    assert_eq!(config.terms.fault(), None);
}
