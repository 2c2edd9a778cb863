//! How it looks: small and wide terminals, themes, languages.

use entremise::ui::kit::depth::Depth;
use entremise::ui::kit::theme::Builtin;
use ratatui::style::{Color, Modifier};

use crate::morning::mails;
use crate::rig::{AMELIE, House, Rig, Seat};

/// WKS-2: too small is said with the sizes, in the middle of anything, and passes.
#[test]
fn wks_2_too_small_is_said_and_passes() {
    let mut rig = Rig::new(&House::with(&mails()), AMELIE);
    rig.keys("N").type_text("Un début");
    rig.resize(39, 9)
        .sees(&["Cette fenêtre est trop", "39 × 9"])
        .misses("R-1");
    rig.resize(1, 1).lines();
    rig.resize(80, 24).sees(&["Un début", "Note sur R-1"]);
    rig.keys("Esc").resize(40, 10).sees(&["R-1"]);
}

/// WKS-2: every size from the least on is drawn whole, in every place.
#[test]
fn wks_2_every_size_is_drawn() {
    let house = House::sample();
    let mut rig = Rig::new(&house, house.person("Martine"));
    for open in [
        "Esc", "Enter", "N", "Esc ?", "Esc :", "Esc n", "Esc M", "Esc x", "Esc /",
    ] {
        rig.resize(120, 36).keys(open);
        for (width, height) in [
            (40, 10),
            (60, 12),
            (80, 24),
            (109, 24),
            (110, 24),
            (160, 45),
            (400, 150),
        ] {
            rig.resize(width, height).lines();
        }
    }
}

/// WKS-2: without any colour, signs and weight tell what is selected and what is late.
#[test]
fn wks_2_without_colour_signs_and_weight_tell() {
    let house = House::sample();
    let who = house.person("Martine");
    for (theme, depth) in [
        (None, Depth::None),
        (Some(Builtin::Plain), Depth::TrueColour),
    ] {
        let mut rig = Rig::at(
            &house,
            Seat {
                theme,
                depth,
                ..Seat::of(who)
            },
        );
        rig.sees(&["│  !"]);
        let coloured = |c: Color| c != Color::Reset;
        let buf = rig.frame();
        assert!(
            !buf.content()
                .iter()
                .any(|cell| coloured(cell.fg) || coloured(cell.bg)),
            "a colour shows"
        );
        let weight = rig.style_at("R-").add_modifier;
        assert!(
            weight.intersects(Modifier::REVERSED | Modifier::BOLD),
            "the selected line has no weight"
        );
    }
}

/// WKS-2: in every theme a late line looks other than one that is not.
#[test]
fn wks_2_late_looks_other_in_every_theme() {
    let house = House::with(&mails());
    for theme in Builtin::ALL {
        let mut rig = Rig::at(
            &house,
            Seat {
                theme: Some(theme),
                ..Seat::of(AMELIE)
            },
        );
        let before = rig.style_at("1 j R-2");
        rig.wait(3 * 24 * 60);
        assert!(rig.line_with("R-2 ").contains('!'));
        assert_ne!(rig.style_at("!"), before, "{theme:?}");
        rig.wait(-3 * 24 * 60);
    }
}

/// WKS-2: the terminal's own cursor stands where one writes, and nowhere else: input methods and screen
/// readers follow it.
#[test]
fn wks_2_the_cursor_stands_where_one_writes() {
    let mut rig = Rig::new(&House::with(&mails()), AMELIE);
    assert_eq!(rig.cursor(), None);
    // Right behind these words, in the first line that has them.
    let stands = |rig: &mut Rig, keys: &str, typed: &str, words: &str| {
        rig.keys(keys).type_text(typed);
        let row = rig.row_of(words);
        let line = rig.lines().swap_remove(row);
        let before = &line[..line.find(words).expect("the words") + words.len()];
        let column = unicode_width::UnicodeWidthStr::width(before);
        assert_eq!(rig.cursor(), Some((column, row)), "{keys} {typed}");
        (column, row)
    };
    stands(&mut rig, "/", "ate", " / ate");
    let (column, row) = stands(&mut rig, "", "日本", " / ate日本");
    rig.keys("Left");
    assert_eq!(rig.cursor(), Some((column - 2, row)));
    let (column, row) = stands(&mut rig, "Esc N", "Bonjour", "Bonjour");
    rig.keys("Enter");
    assert_eq!(rig.cursor(), Some((column - 7, row + 1)));
    rig.keys("Esc");
    assert_eq!(rig.cursor(), None);
    stands(&mut rig, ":", "visite", "visite");
    stands(&mut rig, "Esc F", "atelier", "atelier");
    stands(&mut rig, "Esc n", "ACME", "ACME");
    stands(&mut rig, "Esc s", "demain", "demain");
    stands(&mut rig, "Esc a", "mart", "mart");
    stands(&mut rig, "Esc ?", "visite", "visite");
    rig.keys("Esc");
    for box_without in ["Esc x", "Esc F4", "Esc Enter"] {
        rig.keys(box_without);
        assert_eq!(rig.cursor(), None, "{box_without}");
    }
}

/// WKS-4: another language at one key, everywhere, and back.
#[test]
fn wks_4_the_language_changes_everywhere_at_once() {
    let mut rig = Rig::new(&House::with(&mails()), AMELIE);
    rig.keys("Enter F3")
        .sees(&["Inbox", "Received", "c Assign to me"])
        .misses("Demandes");
    rig.keys("Esc")
        .sees(&["Mine and unassigned"])
        .keys("F3")
        .sees(&["Les miennes et à prendre"]);
}

/// WKS-4: keys have one name on a French screen, the one that is printed on them.
#[test]
fn wks_4_a_french_screen_names_keys_in_french() {
    let house = House::sample();
    let mut rig = Rig::new(&house, house.person("Martine"));
    for (open, key) in [
        ("0", "Entrée Ouvrir"),
        ("1 f", "Échap retour"),
        ("Esc N", "Échap garder"),
        ("Esc ?", "Entrée"),
        ("Esc 8", "Entrée Ouvrir"),
    ] {
        rig.resize(160, 45).keys(open);
        rig.sees(&[key]).misses("Enter ").misses("Esc ");
    }
    for file in std::fs::read_dir("assets/locales/fr").unwrap() {
        let texts = std::fs::read_to_string(file.unwrap().path()).unwrap();
        // A file of one's own keys has the same names in every language.
        let shown = texts
            .lines()
            .filter(|l| !l.starts_with("kit-keys-unknown-key"));
        for line in shown {
            let mut words = line.split(|c: char| !c.is_alphanumeric());
            let english = words.find(|word| ["Enter", "Esc", "Space"].contains(word));
            assert_eq!(english, None, "{line}");
        }
    }
}

/// WKS-1: from every pane `:` finds what is about nothing that is selected, and goes where it is.
#[test]
fn wks_1_the_palette_finds_what_other_panes_do() {
    let house = House::sample();
    let mut rig = Rig::new(&house, house.person("Martine"));
    rig.keys("0 :").type_text("chiffres").keys("Enter");
    rig.sees(&["2 Opportunités", "Nos chiffres"]);
    let mut rig = Rig::new(&house, house.person("Camille"));
    rig.keys("0 :").type_text("profil").keys("Enter");
    rig.sees(&["Mes coordonnées"]);
    rig.keys("m");
    rig.sees(&["Votre profil"]);
    rig.keys("Esc 0 :").type_text("relevé").keys("Enter");
    rig.sees(&["Crédits"]);
}

/// WKS-1 PPL-2: what one's roles never allow is not offered, and its key says whose it is.
#[test]
fn wks_1_keys_of_other_roles_say_so_on_the_board() {
    let house = House::sample();
    let mut rig = Rig::new(&house, house.person("Camille"));
    rig.keys("2");
    for key in ["m", "i", "I", "T", "X", "="] {
        rig.keys(key).sees(&["sert à d’autres rôles"]);
    }
}

/// WKS-2: what one has just done stands at the top of the timeline, and every view is offered once.
#[test]
fn wks_2_a_case_begins_with_the_newest_and_views_are_told_once() {
    let mut rig = Rig::new(&House::with(&mails()), AMELIE);
    rig.resize(120, 60)
        .keys("N")
        .type_text("Vu hier")
        .keys("Ctrl-s Enter");
    let lines = rig.lines();
    let at = |words: &str| lines.iter().position(|line| line.contains(words));
    let (note, mail) = (at("│ Vu hier"), at("par e-mail : "));
    assert!(note.is_some() && note < mail, "{lines:#?}");
    rig.keys("Esc f");
    let lines = rig.lines();
    let told = lines
        .iter()
        .filter(|line| line.contains("Des prestataires"));
    assert_eq!(told.count(), 1);
}

/// WKS-2: labels begin with a capital, in the office as in the inbox.
#[test]
fn wks_2_labels_begin_with_a_capital() {
    let house = House::sample();
    let mut rig = Rig::new(&house, house.person("Martine"));
    rig.keys("8 Enter")
        .sees(&["Étape ", "À qui ", "Prestation "])
        .misses(" étape  ");
    rig.misses("maison");
}
