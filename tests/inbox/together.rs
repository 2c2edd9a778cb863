//! Several people on one desk, and what was typed when things go wrong.

use entremise::domain::Act;
use entremise::domain::organisation::command::DirectoryCommand;
use entremise::domain::person::command::PeopleCommand;
use entremise::domain::request::CloseReason;

use crate::morning::mails;
use crate::rig::{AMELIE, House, MARTINE, Rig, Seat, letter};

/// Sixty requests: more than a screen.
fn many() -> std::rc::Rc<House> {
    let mail = |n| {
        letter(
            "Paul <paul@timetours.example>",
            &format!("TIME TOURS / atelier {n}"),
            &format!("Numéro {n}."),
        )
    };
    House::with(&(1..=60).map(mail).collect::<Vec<_>>())
}

/// REQ-8 WKS-3: what one does the other sees without a key, and the eye stays where it is.
#[test]
fn req_8_wks_3_the_other_sees_it_at_once_and_the_eye_stays() {
    let house = many();
    let (mut amelie, mut martine) = (Rig::new(&house, AMELIE), Rig::new(&house, MARTINE));
    martine.keys("Ctrl-d Ctrl-d Ctrl-d k k");
    let (row, line) = (martine.row_of("▌"), martine.line_with("▌"));
    amelie.keys("c");
    assert_eq!(
        (martine.row_of("▌"), martine.line_with("▌")),
        (row, line.clone())
    );
    martine.sees(&["/59"]);
    amelie.keys("u");
    assert_eq!((martine.row_of("▌"), martine.line_with("▌")), (row, line));
    martine.sees(&["/60"]);
}

/// The selected line, without the scrollbar's place at its end.
fn selected(rig: &mut Rig) -> String {
    rig.line_with("▌").trim_end_matches(['│', '┃']).to_owned()
}

/// WKS-3: the selected line stays under the eye when lines come in above it.
#[test]
fn wks_3_the_eye_stays_when_lines_come_in_above() {
    let house = many();
    for open in ["g", "g j j", "Ctrl-d Ctrl-d k k", "G", "G k k"] {
        let mut martine = Rig::new(&house, MARTINE);
        // The newest first: what comes in stands on top.
        martine.keys("o n").keys(open);
        let (row, line) = (martine.row_of("▌"), selected(&mut martine));
        for n in 0..30 {
            house.receive(&letter(
                "Zoé <zoe@neuf.example>",
                "NEUF / bonjour",
                &format!("{open} {n}"),
            ));
            assert_eq!(
                (martine.row_of("▌"), selected(&mut martine)),
                (row, line.clone()),
                "after {open} and {n} more"
            );
        }
    }
}

/// WKS-3: and when others' work puts the lines in another order.
#[test]
fn wks_3_the_eye_stays_when_others_reorder_the_list() {
    let house = many();
    let mut martine = Rig::new(&house, MARTINE);
    martine.keys("Ctrl-d Ctrl-d Ctrl-d");
    let (row, line) = (martine.row_of("▌"), selected(&mut martine));
    let same = |martine: &mut Rig, what: &str| {
        assert_eq!(
            (martine.row_of("▌"), selected(martine)),
            (row, line.clone()),
            "after {what}"
        );
    };
    let soon = house.now() + 3_600_000;
    for n in [60, 58, 1, 2, 59, 57, 30] {
        // From below to the top, or from the top further up.
        house.act(AMELIE, n, Act::HouseOwes(Some(soon + i64::from(n))));
        same(&mut martine, &format!("R-{n} is due soon"));
    }
    for n in [1, 60, 3, 4, 5] {
        // From the top to the end.
        house.act(AMELIE, n, Act::HouseOwes(Some(soon + 40 * 86_400_000)));
        same(&mut martine, &format!("R-{n} is due late"));
    }
    for n in [6, 56, 7] {
        house.act(AMELIE, n, Act::Close(CloseReason::ANSWERED, "".into()));
        house.act(AMELIE, n, Act::Reopen);
        same(&mut martine, &format!("R-{n} is back"));
    }
}

/// WKS-3: what does not show here is not drawn here; what does is.
#[test]
fn wks_3_only_what_shows_is_drawn() {
    let house = many();
    let mut martine = Rig::new(&house, MARTINE);
    let stirs = |martine: &mut Rig, request: u32, act: Act| {
        martine.screen();
        house.act(AMELIE, request, act);
        martine.stirs()
    };
    martine.screen();
    assert!(!martine.stirs(), "nothing happened");
    assert!(!stirs(&mut martine, 60, Act::Note("Loin.".into())));
    assert!(!stirs(&mut martine, 60, Act::Tag("loin".into(), true)));
    assert!(stirs(&mut martine, 2, Act::Tag("près".into(), true)));
    martine.sees(&["#près"]);
    // It is counted in the header.
    assert!(stirs(&mut martine, 60, Act::Claim));
    martine.sees(&["/59"]);
    martine.keys("2");
    assert!(!stirs(&mut martine, 2, Act::Tag("près".into(), false)));
    martine.keys("1").misses("#près");
    // Somebody at a request that is not on the screen, then at one that is.
    let mut amelie = Rig::new(&house, AMELIE);
    amelie.keys("G Enter");
    assert!(!martine.stirs(), "nobody is to be seen");
    amelie.keys("Esc g Enter");
    assert!(martine.stirs(), "somebody is to be seen");
    martine.sees(&["◦"]);
}

/// WKS-3: a marked request that is not on the screen is counted on it.
#[test]
fn wks_3_the_count_of_marks_follows() {
    let house = many();
    let mut martine = Rig::new(&house, MARTINE);
    martine.keys("g Space G Space g").sees(&["2 marquées"]);
    house.act(AMELIE, 60, Act::Claim);
    martine.sees(&["1 marquée"]);
}

/// WKS-3: the open case follows what a colleague does to it.
#[test]
fn wks_3_the_open_case_follows() {
    let house = House::with(&mails());
    let mut martine = Rig::new(&house, MARTINE);
    martine
        .keys("Enter")
        .sees(&["personne · pas encore appelé"]);
    house.act(
        AMELIE,
        1,
        Act::Note("Client habituel, soyez rapide.".into()),
    );
    martine.screen();
    martine
        .keys("G")
        .sees(&["Client habituel, soyez rapide.", "Amélie Roux"]);
    house.receive(&letter(
        "Zoé <zoe@neuf.example>",
        "NEUF / bonjour",
        "Avant le 30 mars.",
    ));
    martine.keys("Esc").sees(&["R-5", "NEUF / bonjour"]);
}

/// REQ-8: of two who claim one wins, and the other is told who.
#[test]
fn req_8_of_two_who_claim_one_is_told_who_won() {
    let house = House::with(&mails());
    let (mut amelie, mut martine) = (Rig::new(&house, AMELIE), Rig::new(&house, MARTINE));
    amelie.keys("c");
    // Martine's screen has not heard of it yet.
    martine.keys("c").sees(&["Amélie Roux s’en occupe déjà ("]);
    assert_eq!(martine.sent, 1);
    amelie.sees(&["R-1 : attribution à Amélie Roux"]);
}

/// QNA-4 WKS-7: a note that is left or cut off is there again, and gone once it is sent.
#[test]
fn wks_7_a_note_being_written_survives_esc_and_a_crash() {
    let house = House::with(&mails());
    let mut rig = Rig::new(&house, AMELIE);
    rig.keys("N")
        .sees(&["Note sur R-1", "Que doivent savoir vos collègues ?"]);
    rig.type_text("Rappeler\nlundi")
        .keys("Esc")
        .sees(&["Brouillon gardé : N y revient"]);
    assert!(rig.line_with("R-1 ").contains('✎'));
    drop(rig);
    let mut rig = Rig::new(&house, AMELIE);
    assert!(rig.line_with("R-1 ").contains('✎'));
    rig.keys("N")
        .sees(&["Rappeler", "lundi"])
        .type_text(" matin")
        .keys("Ctrl-s");
    rig.sees(&["note", "R-1", "u Annuler"]);
    assert!(!rig.line_with("R-1 ").contains('✎'));
    rig.keys("Enter G")
        .sees(&["lundi matin"])
        .keys("N")
        .misses("lundi matin")
        .sees(&["Que doivent savoir"]);
    assert!(!Rig::new(&house, AMELIE).screen().contains('✎'));
}

/// WKS-7: a refused command brings back what was typed for it: a note, a line, a split.
#[test]
fn wks_7_a_refused_command_loses_nothing_typed() {
    let house = House::with(&mails());
    let mut rig = Rig::new(&house, AMELIE);
    let mut martine = Rig::new(&house, MARTINE);
    martine
        .keys("n")
        .type_text("ACME")
        .keys("Tab Tab Tab Tab")
        .type_text("visite")
        .keys("Ctrl-s")
        .sees(&["R-5"]);
    rig.keys("f")
        .type_text("toutes")
        .keys("Enter /")
        .type_text("r-5")
        .keys("Enter")
        .sees(&["ACME / visite"]);
    rig.keys("N").type_text("Trois mots utiles");
    martine.keys("u");
    rig.keys("Ctrl-s")
        .sees(&["Note sur R-5", "Trois mots utiles", "Ctrl-r"]);
    rig.keys("Esc").misses("Trois mots utiles").keys("Esc");

    rig.keys("g j")
        .sees(&["R-2"])
        .keys("x 8")
        .type_text("Une longue raison");
    house.act(MARTINE, 2, Act::Close(CloseReason::ANSWERED, "".into()));
    rig.keys("Enter")
        .sees(&["R-2 est clôturée", "Une longue raison"]);
    rig.keys("Esc").misses("Une longue raison");

    rig.keys("g j")
        .sees(&["R-3"])
        .keys("l Ctrl-u")
        .type_text("Chiffres")
        .sees(&["Scinder R-3"]);
    house.act(MARTINE, 3, Act::Close(CloseReason::ANSWERED, "".into()));
    rig.keys("Enter").sees(&["R-3 est clôturée", "Chiffres"]);
}

/// WKS-7: a form that is left is kept.
#[test]
fn wks_7_a_form_that_is_left_is_kept() {
    let mut rig = Rig::at(
        &House::small(),
        Seat {
            size: (100, 40),
            ..Seat::of(AMELIE)
        },
    );
    rig.keys("n")
        .type_text("ACME")
        .keys("Esc")
        .sees(&["Le formulaire est gardé : n y revient"]);
    rig.keys("n")
        .sees(&["ACME"])
        .keys("Tab Tab Tab Tab")
        .type_text("visite")
        .keys("Tab Tab Tab Tab Tab");
    rig.type_text("beaucoup")
        .keys("Ctrl-s")
        .sees(&["nombre, comme 200"]);
    rig.keys("Ctrl-u")
        .type_text("200")
        .keys("Ctrl-s")
        .sees(&["R-1", "ACME / visite", "u Annuler"]);
    rig.keys("n")
        .sees(&["Nouvelle demande"])
        .misses("Client* ACME");
}

/// REQ-9: as time passes, what is overdue says so and comes first, without a key.
#[test]
fn req_9_time_makes_it_overdue() {
    let house = House::with(&mails());
    let mut rig = Rig::new(&house, AMELIE);
    rig.misses("!");
    rig.wait(3 * 24 * 60);
    assert!(rig.line_with("▌").contains('!'), "{}", rig.screen());
    rig.keys("Enter").sees(&["de retard"]);
}

/// REQ-9: a client who is late is told apart too: it is time to ask again.
#[test]
fn req_9_a_client_who_is_late_is_told_apart() {
    let mut rig = Rig::new(&House::with(&mails()), AMELIE);
    rig.keys("w c Enter").sees(&["→"]);
    let in_time = rig.style_at(" j R-1");
    rig.wait(6 * 24 * 60);
    assert!(rig.line_with("R-1 ").contains("→"), "{}", rig.screen());
    assert_ne!(rig.style_at(" j R-1"), in_time);
    rig.keys("G Enter").sees(&["relancer"]);
}

/// WKS-7: a client's entry, what she wishes and a colleague's name, each changed by somebody else while the
/// form is open: who was faster is said, what was typed stays, and what was changed is there.
#[test]
fn wks_7_forms_on_what_a_colleague_changed_meanwhile_keep_both() {
    use entremise::domain::request::Wish;
    use entremise::domain::{Command, RequestId};
    let house = many();
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (160, 45)));
    rig.keys("C").sees(&["Everything exchanged"]);
    rig.keys("e").sees(&["Segment"]);
    let id = RequestId(house.desk.sight(AMELIE).inbox("").map_or(1, |_| 60));
    let profile = house.desk.sight(MARTINE).profile_of(id);
    let (organisation, mut profile) = profile.expect("a client");
    profile.segment = "company".into();
    let change = Command::Directory(DirectoryCommand::ChangeOrganisation {
        organisation,
        profile: Box::new(profile),
    });
    house.must(Some(MARTINE), change);
    rig.type_text(" SA").keys("Ctrl-s");
    rig.sees(&[
        "Martine Vasselin changed the details of",
        "SA",
        "company",
        "changed meanwhile",
    ]);
    rig.keys("Ctrl-s").misses("changed meanwhile");
    let (_, kept) = house.desk.sight(AMELIE).profile_of(id).expect("a client");
    assert!(
        kept.name.ends_with(" SA") && &*kept.segment == "company",
        "{kept:?}"
    );

    rig.keys("Esc Enter e").sees(&["Participants"]);
    let wish = Wish {
        place: "Ghent".into(),
        ..Wish::default()
    };
    let open = rig.screen();
    let open = open.split_whitespace().find(|word| word.starts_with("R-"));
    let open: RequestId = open.and_then(|id| id.parse().ok()).expect("a request");
    house.act(MARTINE, open.0, Act::SetWish(Box::new(wish)));
    rig.keys("Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab")
        .type_text("in May")
        .keys("Ctrl-s");
    rig.sees(&[
        "Martine Vasselin changed what",
        "in May",
        "Ghent",
        "changed meanwhile",
    ]);
    rig.keys("Ctrl-s").misses("changed meanwhile");
    rig.sees(&["in May", "Ghent"]);

    let mut rig = Rig::at(&house, Seat::english(AMELIE, (160, 45)));
    rig.at_people()
        .keys("/")
        .type_text("Martine")
        .keys("Enter e e");
    rig.sees(&["Edit Martine Vasselin"]);
    let edit = Command::People(PeopleCommand::Edit {
        person: MARTINE,
        name: "Martine Vasselin".into(),
        email: "m@nord.example".into(),
    });
    house.must(Some(AMELIE), edit);
    rig.type_text("-Roux").keys("Ctrl-s");
    rig.sees(&[
        "changed the details of P-2",
        "Vasselin-Roux",
        "m@nord.example",
    ]);
    rig.keys("Ctrl-s").sees(&["Martine Vasselin-Roux"]);
}

/// WKS-7: a subject a colleague put right meanwhile is not overwritten unseen.
#[test]
fn wks_7_a_subject_changed_meanwhile_is_looked_at_before_it_is_changed_again() {
    let house = House::with(&[letter("paul@timetours.example", "atelier", "Bonjour")]);
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (160, 45)));
    rig.keys(":")
        .type_text("subject")
        .keys("Enter")
        .sees(&["Enter accept"]);
    house.act(MARTINE, 1, Act::SetSubject("TIME TOURS / theirs".into()));
    rig.keys("Ctrl-u")
        .type_text("TIME TOURS / ours")
        .keys("Enter");
    rig.sees(&["Martine Vasselin changed R-1", "TIME TOURS / ours"]);
    rig.keys("Enter")
        .sees(&["TIME TOURS / ours"])
        .misses("Enter accept");
}
