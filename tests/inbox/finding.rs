//! Finding one's requests: the filter, the views, the order (REQ-12).

use entremise::domain::Act;
use entremise::domain::request::CloseReason;

use crate::morning::mails;
use crate::rig::{AMELIE, House, MARTINE, Rig, letter};

/// REQ-12: the list narrows at each key, whatever the accents and capitals; Esc brings it back.
#[test]
fn req_12_the_list_narrows_as_one_types() {
    let mut rig = Rig::new(&House::with(&mails()), AMELIE);
    rig.keys("/").sees(&["des mots, ou who:me"]);
    rig.type_text("CONFER").sees(&["R-2", "1/1"]).misses("R-1 ");
    rig.type_text("ence zzz")
        .sees(&["Rien ne correspond ici.", "Esc efface le filtre"]);
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
        .keys("Enter :")
        .type_text("garder")
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
        .keys("Enter :")
        .type_text("garder")
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
        .keys(":")
        .type_text("garder")
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
        ("o 1", "prochaine étape d’abord"),
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
    house.act(MARTINE, 2, Act::Close(CloseReason::Answered, "".into()));
    let mut rig = Rig::new(&house, AMELIE);
    rig.keys("F").sees(&["Tapez ce que vous cherchez."]);
    rig.paste("ficelle").sees(&["R-2", "VIGNAC", "1 trouvée"]);
    rig.keys("Enter").sees(&["clôturée", "Ficelle"]);
    rig.keys("Esc F")
        .paste("licorne")
        .sees(&["Rien de trouvé."])
        .keys("Esc")
        .misses("Rien de trouvé.");
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
