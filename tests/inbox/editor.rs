//! WKS-8, WKS-7, PPL-6: an administrator keeps the lists of the organisation from the keyboard while others work: entries
//! are added, named, retired, deleted and moved in a draft that outlives the session, looked at, applied, seen by everybody
//! at once, and taken back.

use std::rc::Rc;

use entremise::domain::house::Language;
use entremise::domain::house::command::HouseCommand;
use entremise::domain::lists::ListName;
use entremise::domain::lists::command::ListsCommand;
use entremise::domain::lists::draft::ListDraft;
use entremise::domain::person::Role;
use entremise::domain::{Command, PersonId};
use entremise::ui::kit::texts::Lang;
use unicode_width::UnicodeWidthStr;

use crate::keys::{QUIET, chords};
use crate::rig::{AMELIE, House, MARTINE, Rig, Seat};
use crate::stage::{FAY, people, posted};

/// A session in which the lists are open.
fn at(house: &Rc<House>, who: PersonId, size: (u16, u16)) -> Rig {
    let mut rig = Rig::at(house, Seat::english(who, size));
    open(&mut rig, "Lists");
    rig
}

fn open(rig: &mut Rig, words: &str) {
    rig.keys(":").type_text(words).keys("Enter");
}

/// The same, in the list whose line has `words`.
fn within(house: &Rc<House>, words: &str, size: (u16, u16)) -> Rig {
    let mut rig = at(house, AMELIE, size);
    into(&mut rig, words);
    rig
}

fn into(rig: &mut Rig, words: &str) {
    rig.keys("/ Ctrl-u").type_text(words).keys("Enter Enter");
}

/// Selects the entry that `words` find, and shows all entries again.
fn select<'a>(rig: &'a mut Rig, words: &str) -> &'a mut Rig {
    rig.keys("/ Ctrl-u").type_text(words).keys("Enter");
    rig.keys("/ Ctrl-u Enter");
    let line = rig.line_with("▌");
    assert!(line.contains(words), "{line}:\n{}", rig.screen());
    rig
}

/// Names the selected entry in English.
fn named(rig: &mut Rig, name: &str) {
    rig.keys("e Ctrl-u").type_text(name).keys("Ctrl-s");
}

/// The stable names of a list's entries, in their order, a retired one in brackets.
fn kept(house: &House, list: ListName) -> Vec<String> {
    let published = house.desk.published();
    let entries = published.lists().list(list).entries.iter();
    let key = |retired: bool, key: &str| match retired {
        true => format!("({key})"),
        false => key.to_owned(),
    };
    entries.map(|one| key(one.retired, &one.key)).collect()
}

#[test]
fn wks_8_a_list_is_changed_in_a_draft_looked_at_applied_and_taken_back() {
    let house = posted();
    let mut rig = at(&house, AMELIE, (120, 36));
    rig.sees(&["Kinds of request", "Kinds of work", "Closing reasons"]);
    into(&mut rig, "kinds of work");
    rig.sees(&["Lists · Kinds of work", "English", "French", "Used by"]);
    let line = select(&mut rig, "workshop").line_with("▌");
    assert!(
        line.contains("atelier") && line.contains("in use"),
        "{line}"
    );
    rig.sees(&["1 opportunity", "3 lines", "never changes"]);
    // The first language is the one of the screen, the next with Tab.
    rig.keys("e Ctrl-u").type_text("half-day workshop");
    rig.keys("Tab Ctrl-u")
        .type_text("demi-journée")
        .keys("Ctrl-s");
    rig.sees(&["half-day workshop", "demi-journée", "renamed", "1 change"]);
    rig.sees(&["workshop · atelier"]);
    select(&mut rig, "conference").keys("Alt-k Alt-k");
    rig.keys("n").type_text("study visit").keys("Ctrl-s");
    assert!(
        rig.line_with("▌").contains("study visit"),
        "{}",
        rig.screen()
    );
    rig.sees(&["missing", "until then", "study_visit", "3 changes"]);
    rig.keys("=").sees(&[
        "What changes",
        "workshop → half-day workshop (English)",
        "atelier → demi-journée (French)",
        "The new name shows on: 1 opportunity",
        "Moved to no. 1: conference",
        "New, no. 6: study visit",
    ]);
    assert_eq!(kept(&house, ListName::Work).len(), 5, "nothing is applied");
    rig.keys("y")
        .sees(&["Apply 3 changes", "4", "uses get the new name"]);
    rig.keys("Esc").sees(&["What changes"]);
    rig.keys("y y").sees(&["Lists updated"]).misses("3 changes");
    assert_eq!(
        kept(&house, ListName::Work),
        [
            "conference",
            "workshop",
            "training",
            "programme",
            "other",
            "study_visit"
        ]
    );
    rig.keys("h").sees(&["Amélie", "half-day"]);
    rig.keys("Esc u");
    assert_eq!(kept(&house, ListName::Work)[0], "workshop");
    rig.misses("half-day workshop");
}

#[test]
fn wks_8_what_is_used_is_retired_what_nothing_uses_is_deleted_and_both_come_back() {
    let house = posted();
    let mut rig = within(&house, "kinds of work", (120, 36));
    select(&mut rig, "workshop").keys("x");
    rig.sees(&["“workshop” will be retired: 4 uses keep it", "retired"]);
    rig.keys("x").sees(&["It is retired already"]);
    select(&mut rig, "conference").keys("x");
    rig.sees(&["“conference” will be deleted: nothing uses it", "deleted"]);
    rig.keys("e").sees(&["X keeps it"]);
    rig.keys("=")
        .sees(&["Stays on: 1 opportunity", "Deleted: conference"]);
    rig.keys("Esc y y").sees(&["Lists updated"]);
    let after = ["(workshop)", "training", "programme", "other"];
    assert_eq!(kept(&house, ListName::Work), after);
    // What is retired comes back; what was deleted is what it was when its key comes back.
    rig.keys("y").sees(&["No change to apply"]);
    select(&mut rig, "workshop")
        .keys("X")
        .sees(&["can be chosen", "back"]);
    rig.keys("n").type_text("keynote").keys("Tab Tab");
    rig.type_text("conference").keys("Ctrl-s");
    rig.keys("y y");
    let now = house.desk.published();
    let list = now.lists().list(ListName::Work);
    let talk = list
        .entries
        .iter()
        .find(|entry| &*entry.key == "conference");
    assert_eq!(talk.map(|entry| entry.number), Some(2), "its number");
    assert!(list.entries.iter().all(|entry| !entry.retired));
}

#[test]
fn wks_8_a_list_that_needs_an_entry_keeps_one() {
    let house = people();
    let mut rig = within(&house, "units", (100, 30));
    for words in ["session", "participant", "day", "flat"] {
        rig.keys("/ Ctrl-u").type_text(words).keys("Enter x");
    }
    rig.sees(&["needs at least one entry"]);
    rig.keys("y y").sees(&["Lists updated"]);
    assert_eq!(kept(&house, ListName::Unit).len(), 1);
}

#[test]
fn wks_7_the_draft_of_lists_is_there_after_the_session_ended() {
    let house = posted();
    let mut rig = within(&house, "kinds of work", (120, 36));
    select(&mut rig, "conference");
    named(&mut rig, "keynote");
    rig.keys("Esc");
    into(&mut rig, "kinds of request");
    select(&mut rig, "Statistics");
    named(&mut rig, "Figures");
    drop(rig);
    let mut rig = at(&house, AMELIE, (120, 36));
    rig.sees(&["2 changes"]);
    rig.keys("=")
        .sees(&["conference → keynote", "Statistics → Figures"]);
    // What is applied is no draft any more, in a later session either; undo in the lists brings no draft back.
    rig.keys("y y");
    drop(rig);
    let mut rig = at(&house, AMELIE, (120, 36));
    rig.misses("2 changes")
        .keys("=")
        .sees(&["No change to apply"]);
    into(&mut rig, "kinds of work");
    rig.sees(&["keynote"]);
    // What is thrown away is thrown away.
    select(&mut rig, "keynote");
    named(&mut rig, "lecture");
    rig.keys("= x a").sees(&["Draft discarded"]);
    drop(rig);
    at(&house, AMELIE, (120, 36)).misses("1 change");
}

#[test]
fn wks_7_the_second_of_two_administrators_is_refused_told_what_changed_and_keeps_the_draft() {
    let house = posted();
    house.roles(MARTINE, &[Role::RelationOfficer, Role::Administrator]);
    let mut first = within(&house, "kinds of work", (120, 36));
    let mut second = at(&house, MARTINE, (120, 36));
    into(&mut second, "kinds of work");
    select(&mut first, "conference");
    named(&mut first, "keynote");
    select(&mut second, "workshop");
    named(&mut second, "half day");
    first.keys("y y").sees(&["Lists updated"]);
    // What the other one did shows at once, below what is not applied yet.
    second.sees(&["half day", "keynote", "1 change"]);
    second.keys("y y").sees(&["Changed meanwhile"]);
    let refusal = second.refusal().expect("a refusal");
    assert!(refusal.contains("Amélie"), "{refusal}");
    second.sees(&[
        "Changed meanwhile",
        "By Amélie",
        "conference → keynote (English)",
        "workshop → half day (English)",
    ]);
    let english = |key: &str| {
        let published = house.desk.published();
        let list = published.lists().list(ListName::Work);
        let entry = list.entries.iter().find(|entry| &*entry.key == key);
        entry.and_then(|entry| {
            let mut names = entry.names.iter();
            names
                .find(|(one, _)| *one == Language::EN)
                .map(|(_, name)| name.to_string())
        })
    };
    assert_eq!(english("workshop"), None, "nothing is overwritten unseen");
    second.keys("y y").sees(&["Lists updated"]);
    assert_eq!(english("workshop").as_deref(), Some("half day"));
    assert_eq!(english("conference").as_deref(), Some("keynote"));
}

#[test]
fn wks_7_each_change_of_the_draft_is_taken_back_one_by_one() {
    let house = posted();
    let mut rig = within(&house, "levels", (100, 30));
    rig.keys("G").keys("x").sees(&["1 change"]);
    rig.keys("g Alt-Down").sees(&["2 changes"]);
    named(&mut rig, "snow");
    rig.sees(&["snow", "2 changes"]);
    rig.keys("u")
        .misses("snow")
        .sees(&["2 changes", "draft undone"]);
    rig.keys("u").sees(&["1 change"]);
    rig.keys("u").misses("1 change");
    // Then the key is about what was recorded last.
    let sent = rig.sent;
    rig.keys("u");
    assert_eq!(rig.sent, sent + 1);
}

#[test]
fn wks_8_open_sessions_see_lists_change_and_keep_what_is_retired() {
    let house = posted();
    let mut fay = Rig::new(&house, FAY);
    fay.keys("Enter").sees(&["atelier"]);
    let mut martine = Rig::at(&house, Seat::english(MARTINE, (120, 36)));
    martine.keys("2 Enter").sees(&["workshop"]);
    let mut rig = within(&house, "kinds of work", (120, 36));
    select(&mut rig, "workshop");
    rig.keys("e Tab Ctrl-u")
        .type_text("atelier maison")
        .keys("Ctrl-s");
    fay.sees(&["atelier"]).misses("atelier maison");
    rig.keys("y y");
    fay.sees(&["atelier maison"]);
    martine.sees(&["workshop"]);
    rig.keys("x y y");
    assert_eq!(kept(&house, ListName::Work)[0], "(workshop)");
    fay.sees(&["atelier maison"]);
    martine.sees(&["workshop"]);
    assert_eq!((fay.refusal(), martine.refusal()), (None, None));
}

#[test]
fn wks_8_kinds_of_request_are_a_list_like_the_others_and_keep_whom_they_go_to() {
    let house = posted();
    let before = house.desk.published().routing_of(AMELIE).expect("they may");
    let mut rig = within(&house, "kinds of request", (120, 36));
    rig.sees(&["Lists · Kinds of request"]);
    select(&mut rig, "Workshop");
    rig.sees(&["Goes to", "Recognised by"]);
    named(&mut rig, "Study day");
    rig.keys("Alt-Up");
    rig.keys("n").type_text("Catering").keys("Ctrl-s");
    rig.sees(&["nobody takes it yet"]);
    rig.keys("y y").sees(&["Catering"]).misses("2 changes");
    let after = house.desk.published().routing_of(AMELIE).expect("they may");
    assert_eq!(after.rows.len(), before.rows.len() + 1);
    for row in &before.rows {
        let now = after.row(row.id).expect("the row");
        assert_eq!(
            (&now.to, &now.copy, &now.keywords),
            (&row.to, &row.copy, &row.keywords)
        );
    }
    assert!(after.by_key("catering").is_some());
    rig.keys("1").sees(&["Study day"]);
}

#[test]
fn wks_8_a_reason_that_is_new_says_what_it_means() {
    let house = people();
    let mut rig = within(&house, "closing reasons", (120, 36));
    rig.sees(&["Means"]);
    rig.keys("n")
        .type_text("too late")
        .keys("Tab Tab Right Right");
    rig.sees(&["a reason must be written"]).keys("Ctrl-s");
    rig.keys("y y").sees(&["Lists updated"]);
    rig.keys("1 x").sees(&["too late"]);
    assert!(kept(&house, ListName::Close).contains(&"too_late".to_owned()));
}

#[test]
fn wks_8_a_skill_may_stand_for_a_pair_and_a_subscription_says_what_it_contains() {
    let house = people();
    let mut rig = within(&house, "skills", (120, 36));
    rig.keys("n Tab Tab")
        .type_text("fr>fr")
        .keys("Tab")
        .sees(&["two different languages"]);
    rig.keys("Shift-Tab Ctrl-u")
        .type_text("fr>nl")
        .keys("Ctrl-s");
    rig.sees(&["FR→NL", "fr_nl", "1 change"]).misses("missing");
    rig.keys("n Ctrl-s").sees(&["nothing was added"]);
    rig.keys("y y").sees(&["Lists updated"]);
    assert!(kept(&house, ListName::Skill).contains(&"fr_nl".to_owned()));
    rig.keys("Esc");
    into(&mut rig, "subscriptions");
    select(&mut rig, "standard");
    rig.keys("e Tab Tab Ctrl-u")
        .type_text("the board and a letter");
    rig.keys("Ctrl-s")
        .sees(&["the board and a letter", "changed"]);
    rig.keys("=").sees(&["Changed: standard"]).keys("y y");
    let published = house.desk.published();
    let mut entries = published
        .lists()
        .list(ListName::Subscription)
        .entries
        .iter();
    let standard = entries.find(|entry| &*entry.key == "standard");
    assert_eq!(
        standard.and_then(|entry| entry.contents(Language::EN)),
        Some("the board and a letter")
    );
}

#[test]
fn wks_1_the_settings_lead_to_a_list_and_esc_leads_back() {
    let house = people();
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (120, 36)));
    for title in ["Units", "Kinds of request"] {
        rig.keys(", s g");
        for _ in 0..60 {
            if rig.line_with("▌").contains(title) {
                break;
            }
            rig.keys("j");
        }
        rig.keys("Enter");
        rig.sees(&[&format!("Lists · {title}"), "in use"]);
        rig.keys("h Esc / a Enter Esc")
            .sees(&[&format!("Lists · {title}")]);
        rig.keys("Esc").sees(&[",s Settings"]);
    }
}

#[test]
fn wks_8_a_language_of_papers_has_a_column_and_a_name_that_is_missing_stands_out() {
    let house = people();
    let config = house.desk.sight(AMELIE).settings().expect("settings");
    let mut dutch = config.house.clone();
    dutch.papers = vec![Language::NL, Language::FR];
    house.must(
        Some(AMELIE),
        Command::House(HouseCommand::Change(Box::new(dutch))),
    );
    for size in [(80, 24), (120, 36)] {
        let mut rig = within(&house, "kinds of work", size);
        rig.sees(&["English", "Dutch", "French"]);
        // On lines that are not selected.
        rig.keys("G");
        let soon = rig.style_at("missing");
        assert_ne!(soon, rig.style_at("workshop"), "it is amber");
    }
    let mut rig = within(&house, "kinds of work", (120, 36));
    select(&mut rig, "conference").sees(&["missing: “conference”"]);
    rig.keys("e Tab").sees(&["until then: conference"]);
    rig.type_text("lezing").keys("Ctrl-s");
    rig.sees(&["lezing", "1 change"]);
    rig.keys("e Tab Ctrl-u Ctrl-s")
        .misses("lezing")
        .misses("1 change");
    // Papers in Dutch have names for the shipped units.
    let mut rig = within(&house, "units", (120, 36));
    rig.sees(&["sessie"]).misses("missing");
}

#[test]
fn ppl_1_the_lists_are_for_who_keeps_the_house() {
    let house = people();
    let mut rig = Rig::at(&house, Seat::english(MARTINE, (80, 24)));
    rig.keys(":").type_text("lists of the organisation");
    rig.misses("See and change the lists").keys("Esc");
    house.roles(MARTINE, &[Role::Administrator]);
    rig.frame();
    rig.keys(":").type_text("lists of the organisation");
    rig.sees(&["See and change the lists"]).keys("Esc");
    open(&mut rig, "Lists");
    rig.sees(&["Kinds of work"]);
    let draft = ListDraft::of(
        ListName::Work,
        house.desk.published().lists().list(ListName::Work),
    );
    house.roles(MARTINE, &[Role::RelationOfficer]);
    rig.misses("Kinds of work");
    let command = Command::Lists(ListsCommand::Change(vec![draft]));
    assert!(house.submit(Some(MARTINE), command).is_err());
}

#[test]
fn wks_1_no_key_of_the_lists_does_nothing_in_silence() {
    let house = posted();
    let quiet = ["open-list", "edit-entry"];
    let mut silent = Vec::new();
    for place in [
        "",
        "Enter",
        "j Enter",
        "j Enter Right",
        "j Enter n x Ctrl-s =",
    ] {
        for (id, chord) in chords("lists")
            .into_iter()
            .filter(|(id, _)| !QUIET.contains(id))
        {
            let mut rig = at(&house, AMELIE, (120, 36));
            rig.keys(place);
            let before = rig.frame();
            let asked = rig.only_press(chord);
            let still = asked == 0 && rig.frame() == before;
            if still && !(quiet.contains(&id) && place.ends_with('=')) {
                silent.push(format!("{place}: {id} {chord}"));
            }
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn wks_4_the_lists_are_there_in_both_languages_at_every_size() {
    let house = posted();
    for (lang, words) in [
        (Lang::En, ["Lists", "Kinds of work", "in use", "Key"]),
        (
            Lang::Fr,
            ["Listes", "Types de prestation", "en service", "Clé"],
        ),
    ] {
        for size in [(60, 20), (80, 24), (120, 36), (160, 45)] {
            let seat = Seat {
                lang,
                size,
                ..Seat::of(AMELIE)
            };
            let mut rig = Rig::at(&house, seat);
            open(&mut rig, words[0]);
            rig.sees(&words[..2]);
            into(&mut rig, &words[1].to_lowercase());
            rig.sees(&[words[1], words[2]]);
            for line in rig.lines() {
                assert!(line.width() <= usize::from(size.0), "{line}");
            }
            rig.keys("Right").sees(&[words[3], "workshop"]);
            rig.keys("Esc Esc").sees(&[words[1]]);
        }
    }
}
