//! Text from outside never steers the terminal (WKS-6). The rig checks every cell of every frame it reads.

use std::rc::Rc;

use entremise::domain::person::command::PeopleCommand;
use entremise::domain::person::{NewPerson, Role};
use entremise::domain::{Act, Command};

use crate::rig::{AMELIE, House, Rig, Seat, letter};

/// What a stranger may write.
fn nasty() -> Vec<String> {
    vec![
        "\u{1b}[2J\u{1b}]0;owned\u{7} \u{9b}31m rouge".to_owned(),
        "facture \u{202e}gpj.exe\u{2066} fin".to_owned(),
        format!("a{}b", "\u{301}".repeat(10_000)),
        "avec \0 un zéro".to_owned(),
        "日本語の件名".repeat(20),
        "👩\u{200d}👩\u{200d}👧\u{200d}👦 famille 🇫🇷 👍🏽".to_owned(),
        "مرحبا بكم في الورشة".to_owned(),
        "x".repeat(1 << 20),
    ]
}

/// A house whose mails and people are as nasty as can be.
fn house() -> Rc<House> {
    let house = House::small();
    for (n, text) in nasty().iter().enumerate() {
        // A mail server lets no line end through in a header, and breaks long ones.
        let header: String = text.chars().take(400).collect();
        let from = format!("\"{header}\" <n{n}@nasty{n}.example>");
        house.receive(&letter(
            &from,
            &format!("N{n} {header}"),
            &format!("Corps {n}\n\n{text}"),
        ));
    }
    let name = "Eve \u{1b}[31m\u{202e}rouge";
    let eve = NewPerson {
        name: name.into(),
        email: "".into(),
        roles: vec![Role::RelationOfficer],
    };
    house.must(Some(AMELIE), Command::People(PeopleCommand::Add(eve)));
    let eve = house.person("Eve");
    house.act(eve, 1, Act::Claim);
    house.act(
        eve,
        1,
        Act::Note(
            nasty()
                .concat()
                .chars()
                .take(20_000)
                .collect::<String>()
                .into(),
        ),
    );
    house.act(eve, 2, Act::Tag("\u{1b}[5m\u{202e}".into(), true));
    house
}

/// The borders of a frame of the list or the case stand where they belong.
fn assert_framed(rig: &mut Rig, edges: &[u16]) {
    let buf = rig.frame();
    for y in 1..buf.area.height - 1 {
        for x in edges {
            let symbol = buf[(*x, y)].symbol();
            let border = ["│", "╭", "╰", "╮", "╯", "┃"].contains(&symbol);
            assert!(border, "row {y} has {symbol:?} at {x}:\n{}", rig.screen());
        }
    }
}

/// WKS-6: hostile subjects, names and bodies are shown harmless in list and case, and break no border.
#[test]
fn wks_6_hostile_mail_is_shown_harmless() {
    let house = house();
    for seat in [Seat::of(AMELIE), Seat::english(AMELIE, (160, 45))] {
        let edges: &[u16] = if seat.size.0 == 80 {
            &[0, 79]
        } else {
            &[0, 99, 100, 159]
        };
        let mut rig = Rig::at(&house, seat);
        rig.keys("f")
            .type_text(if edges.len() == 2 {
                "toutes"
            } else {
                "all open"
            })
            .keys("Enter");
        rig.sees(&["<U+001B>"]);
        assert_framed(&mut rig, edges);
        for _ in 0..nasty().len() {
            rig.keys("Enter");
            for _ in 0..4 {
                assert_framed(&mut rig, edges);
                rig.keys("Ctrl-d");
            }
            rig.keys("G");
            assert_framed(&mut rig, edges);
            rig.keys("Esc j");
        }
    }
}

/// WKS-6: what is said of hostile names, and what asks about them, is harmless too.
#[test]
fn wks_6_what_is_said_of_hostile_names_is_harmless() {
    let house = house();
    for n in 0..nasty().len() {
        let mut rig = Rig::new(&house, AMELIE);
        rig.keys("f").type_text("toutes").keys("Enter");
        rig.keys(&"j ".repeat(n));
        for keys in [
            "c",
            "a",
            "Esc M",
            "Esc e",
            "Esc C",
            "Esc E",
            "Enter",
            "Esc l",
            "Esc Esc t",
            "Esc :",
            "Esc ?",
            "Esc Esc f",
        ] {
            rig.keys(keys).lines();
        }
    }
}

/// WKS-6: what is typed or pasted is held to the same, in lines and in the editor, and comes back as it was.
#[test]
fn wks_6_what_is_pasted_is_shown_harmless() {
    let house = House::with(&[letter(
        "Paul <paul@timetours.example>",
        "TIME TOURS / atelier",
        "Bonjour",
    )]);
    for text in nasty() {
        let mut rig = Rig::new(&house, AMELIE);
        for open in ["N", "/", "E", "t", "F", "V", "n", ":"] {
            rig.keys(open).paste(&text).lines();
            rig.keys("Left Left x Backspace Home").lines();
            rig.keys("Esc Esc Esc").lines();
        }
    }
}
