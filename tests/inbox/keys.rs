//! Every key answers: it does something, or says why it does not.

use std::collections::BTreeMap;

use entremise::domain::person::command::PeopleCommand;
use entremise::domain::request::CloseReason;
use entremise::domain::request::command::RequestCommand;
use entremise::domain::{Act, Command, RequestId};
use entremise::ui::globals::all_entries;
use entremise::ui::kit::keys::Chord;
use entremise::ui::kit::texts::{Lang, Texts};
use entremise::ui::kit::verbs;

use crate::morning::mails;
use crate::rig::{AMELIE, HUGO, House, MARTINE, Rig, Seat, letter};

/// A request in each status: 1 free, 2 one's own, 3 a colleague's, 4 asleep, 5 closed, 6 merged into 1,
/// 7 taken back.
fn statuses() -> std::rc::Rc<House> {
    let mails: Vec<String> = (1..=6)
        .map(|n| {
            letter(
                "Paul <paul@timetours.example>",
                "TIME TOURS / atelier",
                &format!("Numéro {n}"),
            )
        })
        .collect();
    let house = House::with(&mails);
    house.act(AMELIE, 2, Act::Claim);
    house.act(MARTINE, 3, Act::Claim);
    house.act(AMELIE, 4, Act::Snooze(house.now() + 86_400_000));
    house.act(AMELIE, 5, Act::Close(CloseReason::ANSWERED, "".into()));
    house.must(
        Some(AMELIE),
        Command::Request(RequestCommand::Merge {
            from: vec![RequestId(6)],
            into: RequestId(1),
        }),
    );
    let mut rig = Rig::new(&house, AMELIE);
    rig.keys("n")
        .type_text("TIME TOURS")
        .keys("Tab Tab Tab Tab")
        .type_text("atelier")
        .keys("Ctrl-s u");
    let all = Command::People(PeopleCommand::SaveView {
        name: "absolument tout".into(),
        query: "sort:oldest".into(),
        shared: false,
    });
    house.must(Some(AMELIE), all);
    house
}

/// The chord of each binding that may mean something in the pane `scope`, with its name.
pub fn chords(scope: &str) -> Vec<(&'static str, Chord)> {
    let entries = all_entries().into_iter().flatten();
    entries
        .filter(|entry| [scope, "list", "everywhere"].contains(&entry.scope))
        .flat_map(|entry| {
            let chords: Vec<Chord> = entry.chords.iter().copied().collect();
            chords.into_iter().map(move |chord| (entry.id, chord))
        })
        .collect()
}

/// Those for which there may be nothing to say: the end of a list, the last step back, the only pane.
pub const QUIET: [&str; 15] = [
    "move-down",
    "move-up",
    "move-top",
    "move-bottom",
    "half-page-down",
    "half-page-up",
    "page-down",
    "page-up",
    "next-case",
    "previous-case",
    "back",
    "next-pane",
    "mark",
    "undo",
    // What can follow is shown after a moment.
    "go-to",
];

/// WKS-1: in every status, in the list and in the case, no key does nothing in silence.
#[test]
fn wks_1_no_key_does_nothing_in_silence() {
    let house = statuses();
    let mut silent = Vec::new();
    for request in 1..=7 {
        for opened in [false, true] {
            for (id, chord) in chords("inbox")
                .into_iter()
                .filter(|(id, _)| !QUIET.contains(id))
            {
                let mut rig = at(&house, request);
                if opened {
                    rig.keys("Enter");
                }
                let before = rig.frame();
                let asked = rig.only_press(chord);
                if asked == 0 && rig.frame() == before {
                    silent.push(format!(
                        "R-{request} {} {id} {chord}",
                        if opened { "case" } else { "list" }
                    ));
                }
            }
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
}

/// A session with that request selected, whatever its status.
fn at(house: &std::rc::Rc<House>, request: u32) -> Rig {
    let mut rig = Rig::new(house, AMELIE);
    rig.keys("f")
        .type_text("absolument")
        .keys("Enter /")
        .type_text(&format!("r-{request}"))
        .keys("Enter");
    rig.sees(&[&format!("R-{request} ")]);
    rig
}

/// WKS-1: pressed, a greyed action says what would make it pass.
#[test]
fn wks_1_greyed_actions_give_their_reason() {
    let house = statuses();
    for (request, key, reason) in [
        (1, "X", "R-1 n’est pas clôturée"),
        (2, "c", "Elle est déjà à vous"),
        (3, "c", "Martine Vasselin"),
        (5, "x", "R-5 est clôturée"),
        (5, "s", "rouvrez-la avec X"),
        (5, "v", "R-5 est clôturée"),
        (6, "c", "R-1"),
        (6, "X", "R-1"),
        (2, "J", "Entrée en ouvre un"),
        (2, "O", "Rien n’est encore lié"),
    ] {
        let mut rig = at(&house, request);
        let sent = rig.sent;
        let footer = rig.keys(key).screen();
        assert!(
            footer.contains(reason),
            "{key} on R-{request} does not say {reason:?}:\n{footer}"
        );
        assert_eq!(rig.sent, sent, "{key} on R-{request} was sent");
    }
}

/// PPL-1 WKS-1: who may only read sees the actions greyed, and why.
#[test]
fn ppl_1_who_may_only_read_is_told_why() {
    let house = House::with(&mails());
    let mut rig = Rig::new(&house, HUGO);
    rig.sees(&["R-1", "R-2"]);
    for key in [
        "c", "p", "v", "s", "x", "t", "a", "b", "d", "w", "W", "M", "S", "e", "N", "l", "R", "X",
        "q",
    ] {
        rig.keys("1")
            .keys(key)
            .sees(&["Vos rôles ne permettent pas", "demandez"]);
    }
    rig.keys("n").sees(&["Vos rôles ne permettent pas"]);
    assert_eq!(rig.sent, 0);
    rig.keys("Enter").sees(&["Nous cherchons une animation"]);
    assert_eq!(
        rig.house
            .desk
            .published()
            .me(AMELIE, rig.house.now())
            .map(|me| me.waits.requests.all),
        Some(4)
    );
}

/// WKS-1: in an open case J and K go from case to case, and the arrow to the list; the end of the list is the end.
#[test]
fn wks_1_j_and_k_go_from_case_to_case() {
    let mut rig = Rig::new(&House::with(&mails()), AMELIE);
    rig.keys("Enter J")
        .sees(&["Une conférence"])
        .keys("J J J")
        .sees(&["Je me permets de relancer"]);
    rig.keys("K").sees(&["Un nouveau login"]).keys("Left");
    assert!(rig.line_with("▌").contains("R-3 "));
}

/// REQ-8: what is marked is done together; what refuses is left out and said.
#[test]
fn req_8_marked_requests_are_done_together_and_refusals_named() {
    let house = House::with(&mails());
    house.act(MARTINE, 2, Act::Claim);
    let mut rig = Rig::at(
        &house,
        Seat {
            size: (160, 45),
            ..Seat::of(AMELIE)
        },
    );
    rig.keys("f")
        .type_text("toutes")
        .keys("Enter Space Space Space")
        .sees(&["3 marquées"]);
    rig.keys("c")
        .sees(&[
            "R-1 +1 : attribution à Amélie Roux",
            "1 laissée de côté",
            "Martine Vasselin",
        ])
        .misses("marquées");
    assert!(rig.line_with("R-3 ").contains("vous"));
    assert!(rig.line_with("R-2 ").contains("Martine"));
    rig.keys("Space e").sees(&["Modifier R-"]).keys("Esc");
    rig.keys("g Ctrl-a")
        .sees(&["4 marquées"])
        .keys("C")
        .sees(&["Une seule demande à la fois"]);
    rig.keys("Esc").misses("marquées");
}

/// WKS-1: the unshifted top row of an AZERTY keyboard is the row of digits.
#[test]
fn wks_1_the_top_row_of_an_azerty_keyboard_chooses_panes() {
    let mut rig = Rig::new(&House::with(&mails()), AMELIE);
    for (key, digit) in ["\"", "'", "-", "è", "ç"].into_iter().zip([3, 4, 6, 7, 9]) {
        rig.type_text(key)
            .sees(&[&format!("Il n’y a pas de volet {digit} ici")]);
    }
    rig.type_text("(").sees(&["Aucun projet avec compte"]);
    rig.type_text("é").sees(&["Opportunités en attente"]);
    rig.type_text("&").sees(&["Les miennes et à prendre"]);
}

/// WKS-1: keys of one's own work, and what is shown follows.
#[test]
fn wks_1_own_keys_work_and_are_shown() {
    let seat = Seat {
        keys: "[keys]\nclaim = \"y\"\n".into(),
        ..Seat::of(AMELIE)
    };
    let mut rig = Rig::at(&House::with(&mails()), seat);
    assert!(rig.footer().contains("y M’attribuer"), "{}", rig.footer());
    rig.keys("y").sees(&["R-1 : attribution à Amélie Roux"]);
}

/// WKS-1: while a box asks, the footer offers no key of what lies below it, and a press there does nothing.
#[test]
fn wks_1_while_a_box_asks_the_footer_offers_nothing_else() {
    let mut rig = Rig::new(&House::with(&mails()), AMELIE);
    for (open, word) in [
        ("s", "En veille"),
        ("N", "Note sur"),
        ("/", "des mots"),
        ("S", "Scinder"),
        ("n", "Nouvelle"),
    ] {
        assert!(rig.footer().contains("c M’attribuer"));
        rig.keys(open).sees(&[word]);
        assert!(!rig.footer().contains("M’attribuer"), "{}", rig.footer());
        rig.keys("Esc");
    }
    rig.keys("C")
        .sees(&["Annuaire", "Tout ce qui a été échangé"]);
    rig.keys("e")
        .sees(&["Fiche du client · Timetours", "Pays", "Filiale de"])
        .misses("Votre pays");
    rig.keys("Esc Esc w c")
        .sees(&["Entrée seule : le délai habituel"])
        .misses("→ Enter");
    rig.keys("Esc t")
        .sees(&["tapez-en une nouvelle"])
        .type_text("vip")
        .keys("Enter")
        .sees(&["#vip"]);
}

/// WKS-1: any action is found by its name, and help shows every key of the place.
#[test]
fn wks_1_actions_are_found_by_name() {
    let mut rig = Rig::new(&House::with(&mails()), AMELIE);
    rig.keys(":")
        .type_text("veil")
        .sees(&["veille"])
        .keys("Enter")
        .sees(&["En veille jusqu’à quand ?"]);
    rig.keys("Esc :").type_text("rouvrir").keys("Enter Esc 1");
    rig.keys("?")
        .sees(&["Touches ·", "Prendre la demande en charge"])
        .keys("Esc")
        .misses("Touches ·");
}

/// WKS-1: a letter is one verb in every pane: what its key says is of the one table, in both languages, and what
/// is said stands on no other key.
#[test]
fn wks_1_a_letter_has_one_meaning_in_all_panes() {
    let mut wrong = Vec::new();
    for lang in [Lang::En, Lang::Fr] {
        let texts = Texts::new(lang);
        let mut keys: BTreeMap<String, char> = BTreeMap::new();
        for entry in all_entries().into_iter().flatten() {
            let label = entry.label(&texts);
            let letters = entry.chords.iter().filter_map(|chord| chord.typed());
            for letter in letters.filter(|letter| *letter != ' ') {
                let place = format!("{} {} {letter} {label:?}", entry.scope, entry.id);
                match verbs::of(letter) {
                    None => wrong.push(format!("{place}: the letter means nothing")),
                    Some(verb) if !verb.labels(lang).contains(&&*label) => {
                        wrong.push(format!("{place}: not one of {:?}", verb.labels(lang)));
                    }
                    Some(_) => {}
                }
                let other = *keys.entry(label.clone()).or_insert(letter);
                if other != letter {
                    wrong.push(format!("{place}: said by {other} too"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let quits = all_entries().into_iter().flatten();
    let quits: Vec<_> = quits.filter(|entry| entry.id == "quit").collect();
    let lone = |chord: &Chord| chord.typed().is_some();
    assert!(quits.iter().all(|entry| !entry.chords.iter().any(lone)));
}

/// WKS-1: whoever has keys of their own for something that moved is told once where it is now, and keeps theirs.
#[test]
fn wks_1_own_keys_for_what_moved_stay_and_the_move_is_told() {
    let house = House::with(&mails());
    let seat = Seat {
        keys: "[keys]\nrecap = \"F9\"\nwake = \"F8\"\n".into(),
        ..Seat::english(AMELIE, (160, 45))
    };
    let mut rig = Rig::at(&house, seat);
    rig.sees(&["Some keys have changed", "recap R → f", "wake Z → X"]);
    rig.keys("8 F9").sees(&["since"]);
    let mut other = Rig::at(&house, Seat::english(AMELIE, (160, 45)));
    other.misses("Some keys have changed");
}
