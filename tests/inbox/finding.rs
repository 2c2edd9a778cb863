//! Finding one's requests: the filter, the views, the order (REQ-12).

use entremise::domain::person::command::PeopleCommand;
use entremise::domain::person::{NewPerson, Role};
use entremise::domain::request::CloseReason;
use entremise::domain::{Act, Command, RequestId};

use crate::morning::mails;
use crate::rig::{AMELIE, House, MARTINE, Rig, Seat, letter};

/// REQ-12: the list narrows at each key, whatever the accents and capitals; Esc brings it back.
#[test]
fn req_12_the_list_narrows_as_one_types() {
    let mut rig = Rig::new(&House::with(&mails()), AMELIE);
    rig.keys("/").sees(&["des mots, ou who:me"]);
    rig.type_text("CONFER").sees(&["R-2", "1/1"]).misses("R-1 ");
    rig.type_text("ence zzz")
        .sees(&["Rien ne correspond ici.", "Échap efface le filtre"]);
    rig.keys("Esc").sees(&["R-1", "R-4", "1/4"]);
    rig.keys("/")
        .type_text("relance")
        .keys("Enter")
        .sees(&["R-4", "/ relance"])
        .misses("R-2");
    rig.keys("c").sees(&["R-4 : attribution"]);
    rig.keys("Esc").sees(&["R-1", "R-2"]).misses("│ / relance");
}

/// REQ-12: words like `who:me` are understood in the filter.
#[test]
fn req_12_fields_narrow_too() {
    let mut rig = Rig::new(&House::with(&mails()), AMELIE);
    rig.keys("j c /")
        .type_text("who:me")
        .sees(&["R-2"])
        .misses("R-3");
    rig.keys("Esc /")
        .type_text("is:lint")
        .sees(&["R-1", "R-2", "R-3"])
        .misses("relance animation");
}

/// REQ-12: what is written as a filter and is none is said, with what there is; nothing goes away in silence.
#[test]
fn req_12_a_filter_that_is_none_is_said_with_what_there_is() {
    let house = House::with(&mails());
    let mut rig = Rig::new(&house, AMELIE);
    rig.keys("/").type_text("is:bogus");
    rig.sees(&["is:bogus n’est pas un filtre", "overdue"]);
    rig.keys("Esc /").type_text("who:zorro");
    rig.sees(&["who:zorro n’est pas un filtre", "none"]);
    rig.keys("Esc /").type_text("is:lint").sees(&["R-1"]);
    rig.misses("pas un filtre");
}

/// REQ-12: a view is saved for oneself or for all; another session has the shared one at once.
#[test]
fn req_12_views_are_saved_for_oneself_or_for_all() {
    let house = House::with(&mails());
    let (mut amelie, mut martine) = (Rig::new(&house, AMELIE), Rig::new(&house, MARTINE));
    amelie
        .keys("/")
        .type_text("vignac")
        .keys("Enter f")
        .type_text("enregistrer la")
        .keys("Enter")
        .type_text("Mairies")
        .keys("Enter");
    amelie
        .sees(&["Qui voit cette vue ?"])
        .keys("s")
        .sees(&["Vue enregistrée", "Mairies · "]);
    amelie
        .keys("f")
        .type_text("miennes et")
        .keys("Enter /")
        .type_text("relance")
        .keys("Enter f")
        .type_text("enregistrer la")
        .keys("Enter");
    amelie
        .type_text("À moi")
        .keys("Enter o")
        .sees(&["À moi · "]);
    martine.screen();
    martine
        .keys("f")
        .type_text("mairies")
        .sees(&["Mairies", "partagée avec tous"])
        .keys("Enter")
        .sees(&["R-2"])
        .misses("R-1 ");
    martine
        .keys("f")
        .type_text("a moi")
        .misses("À moi")
        .keys("Esc");
    amelie
        .keys("f")
        .type_text("a moi")
        .sees(&["À moi", "personnelle"])
        .keys("Enter")
        .sees(&["R-4"])
        .misses("R-2");
    // A relation officer keeps views to herself: she is not asked.
    martine
        .keys("f")
        .type_text("enregistrer la")
        .keys("Enter")
        .type_text("Mes mairies")
        .keys("Enter")
        .sees(&["Vue enregistrée", "Mes mairies · "]);
    amelie
        .keys("f")
        .type_text("mes mairies")
        .misses("personnelle");
}

/// REQ-12 WKS-1: another order keeps the selected request selected.
#[test]
fn req_12_another_order_keeps_the_selection() {
    let mut rig = Rig::new(&House::with(&mails()), AMELIE);
    rig.keys("j");
    for (keys, order) in [
        ("o n", "plus récentes d’abord"),
        ("o n", "plus anciennes d’abord"),
        ("o 2", "par client"),
        ("o 2", "par colonne"),
        ("o 1", "prochaine action d’abord"),
    ] {
        rig.keys(keys).sees(&[order]);
        assert!(rig.line_with("▌").contains("R-2 "), "{}", rig.screen());
    }
}

/// REQ-12: all that was written is searched, whatever is listed; Enter goes there.
#[test]
fn req_12_all_that_was_written_is_found() {
    let house = House::with(&mails());
    house.act(
        MARTINE,
        2,
        Act::Note("Le traiteur s'appelle Ficelle.".into()),
    );
    house.act(MARTINE, 2, Act::Close(CloseReason::ANSWERED, "".into()));
    let mut rig = Rig::new(&house, AMELIE);
    rig.keys("F").sees(&["Tapez ce que vous cherchez."]);
    rig.paste("ficelle").sees(&["R-2", "VIGNAC", "1 trouvée"]);
    rig.keys("Enter").sees(&["clôturée", "Ficelle"]);
    rig.keys("Esc F")
        .paste("licorne")
        .sees(&["Aucun résultat."])
        .keys("Esc")
        .misses("Aucun résultat.");
}

/// REQ-3: the list does not name a client twice.
#[test]
fn req_3_the_client_is_named_once() {
    let body = "Bonjour, avant le 30 mars.";
    let mut rig = Rig::new(
        &House::with(&[letter(
            "Al <al@ecole-manar.example>",
            "École Manar : une visite",
            body,
        )]),
        AMELIE,
    );
    rig.sees(&[" École Manar : une visite"]).misses("Manar · ");
}

/// WKS-1: what shows nothing says what would fill it, and the key that does.
#[test]
fn wks_1_empty_places_say_what_fills_them() {
    let mut rig = Rig::new(&House::small(), AMELIE);
    rig.sees(&[
        "Pas encore de demande.",
        "n en saisit une",
        "entremise import",
    ]);
    rig.keys("c").sees(&["Aucune demande n’est sélectionnée"]);
    let mut rig = Rig::new(&House::with(&mails()), AMELIE);
    rig.keys("f")
        .type_text("retard")
        .keys("Enter")
        .sees(&["Rien dans cette vue.", "f montre d’autres vues"]);
}

/// REQ-12: tags are offered in the order of their letters, whatever the accents and capitals.
#[test]
fn req_12_tags_are_offered_in_the_order_of_their_letters() {
    let house = House::with(&mails());
    for tag in ["zoo", "école", "fête", "eau"] {
        house.act(AMELIE, 2, Act::Tag(tag.into(), true));
    }
    let mut rig = Rig::new(&house, AMELIE);
    rig.keys("/")
        .type_text("r-1")
        .keys("Enter t")
        .sees(&["eau"]);
    let rows: Vec<usize> = ["eau", "école", "fête", "zoo"]
        .map(|tag| rig.row_of(tag))
        .into();
    assert!(rows.is_sorted(), "{}", rig.screen());
}

/// REQ-12: of those whom a request can be given to whoever looks comes first, then who can work it.
#[test]
fn req_12_a_request_is_offered_first_to_who_can_work_it() {
    let house = House::with(&mails());
    house.must(
        Some(AMELIE),
        Command::People(PeopleCommand::Add(NewPerson {
            name: "Zoé Marchand".into(),
            email: "".into(),
            roles: vec![Role::RelationOfficer],
        })),
    );
    let mut rig = Rig::new(&house, MARTINE);
    rig.keys("a").sees(&["Hugo Castagnier"]);
    let rows = [
        "Martine Vasselin",
        "Amélie Roux",
        "Zoé Marchand",
        "Hugo Castagnier",
    ];
    let rows = rows.map(|name| {
        let lines = rig.lines();
        let at = lines.iter().position(|line| line.contains(name));
        at.unwrap_or_else(|| panic!("{name}: {lines:#?}"))
    });
    assert!(rows.is_sorted(), "{rows:?}\n{}", rig.screen());
}

/// REQ-6, WKS-2: what kind of house a client is stands in the language of who looks, and is kept as it was.
#[test]
fn req_6_a_segment_stands_in_the_language_of_who_looks() {
    let house = House::with(&mails());
    let kept = || {
        let (id, profile) = house
            .desk
            .sight(AMELIE)
            .profile_of(RequestId(1))
            .expect("a client");
        (id, profile.segment.to_string())
    };
    let mut rig = Rig::new(&house, AMELIE);
    let segment = "e Tab Tab Tab Tab Tab";
    rig.keys("/").type_text("r-1").keys("Enter C");
    rig.sees(&["Timetours", "Tout ce qui a été échangé"])
        .keys(segment);
    rig.sees(&["Segment"]).type_text("École").keys("Ctrl-s");
    assert_eq!(kept().1, "school");
    rig.sees(&["client mis à jour", "école"]);
    rig.keys(segment).sees(&["école"]).keys("Ctrl-s");
    assert_eq!(kept().1, "school");
    let mut other = Rig::at(&house, Seat::english(AMELIE, (80, 24)));
    other.keys("/").type_text("r-1").keys("Enter C");
    other
        .sees(&["Timetours", "Everything exchanged"])
        .keys(segment);
    other.sees(&["school"]).type_text(" of arts").keys("Ctrl-s");
    assert_eq!(kept().1, "school of arts");
}
