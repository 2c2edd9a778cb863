//! WKS-7: answers that come late, in another order, or when their asker is at something else: nothing that was
//! typed is lost, and nothing comes to the wrong place.

use std::rc::Rc;

use entremise::domain::person::Role;
use entremise::domain::request::CloseReason;
use entremise::domain::{Act, PersonId};
use entremise::ui::Event;

use crate::rig::{AMELIE, House, MARTINE, Rig, Seat, letter};
use crate::stage::{FAY, FIRST, enter, people, posted};

fn drafts(event: &Event) -> bool {
    matches!(event, Event::Draft { .. })
}

fn edited(event: &Event) -> bool {
    matches!(event, Event::Edited { .. })
}

/// What is stored for `who` under `key`.
fn stored(house: &House, who: PersonId, key: &str) -> Option<String> {
    let drafts = house.desk.store().drafts();
    drafts.load(who.0, key).expect("the drafts can be read")
}

fn store(house: &House, who: PersonId, key: &str, text: &str) {
    let drafts = house.desk.store().drafts();
    drafts.save(who.0, key, text).expect("a draft is kept");
}

/// A text that is written somewhere: how one comes to it, where its draft is, and how one leaves it.
struct Place {
    name: &'static str,
    house: fn() -> Rc<House>,
    who: PersonId,
    /// The keys that open it, the cursor in its text.
    open: &'static str,
    key: &'static str,
    /// What stands before the text in its draft.
    head: &'static str,
}

fn quoted() -> Rc<House> {
    let house = people();
    let begin =
        entremise::domain::quotation::QuotationCommand::Begin(entremise::domain::RequestId(1));
    let begin = entremise::domain::Command::Quotation(Box::new(begin));
    house.must(Some(AMELIE), begin);
    house
}

fn entered() -> Rc<House> {
    let house = posted();
    enter(&house, FAY, FIRST);
    house
}

const PLACES: [Place; 5] = [
    Place {
        name: "a note",
        house: people,
        who: AMELIE,
        open: "N",
        key: "note:R-1",
        head: "",
    },
    Place {
        name: "a proposal",
        house: entered,
        who: FAY,
        open: "r Tab Tab",
        key: "proposal-O-1",
        head: "\n\n",
    },
    Place {
        name: "what is posted",
        house: people,
        who: AMELIE,
        open: "p Ctrl-s",
        key: "posting-R-1",
        head: "",
    },
    Place {
        name: "what is put right",
        house: posted,
        who: AMELIE,
        open: "2 e Ctrl-s Ctrl-End",
        key: "amend-O-1",
        head: "",
    },
    Place {
        name: "what is asked",
        house: quoted,
        who: AMELIE,
        open: "8 e a",
        key: "asked:Q-1",
        head: "",
    },
];

impl Place {
    fn begin(&self) -> (Rc<House>, Rig) {
        let house = (self.house)();
        let mut rig = Rig::at(&house, Seat::english(self.who, (120, 36)));
        rig.frame();
        (house, rig)
    }

    /// Fails unless the draft has all of these, in this order.
    fn has(&self, house: &House, texts: &[&str]) {
        let draft = stored(house, self.who, self.key).unwrap_or_default();
        let text = draft.strip_prefix(self.head);
        let text = text.unwrap_or_else(|| panic!("{}: {draft:?}", self.name));
        let mut rest = text;
        for wanted in texts {
            let at = rest.find(wanted);
            let at = at.unwrap_or_else(|| panic!("{}: no {wanted:?} in {draft:?}", self.name));
            rest = &rest[at + wanted.len()..];
        }
    }
}

/// Typed before the stored draft came: both are there, on the screen and in the store, and it is said.
#[test]
fn wks_7_what_is_typed_before_a_draft_comes_stays_with_it() {
    for place in PLACES {
        let (house, mut rig) = place.begin();
        let old = format!("{}Kept from yesterday", place.head);
        store(&house, place.who, place.key, &old);
        rig.hold(drafts)
            .keys(place.open)
            .type_text("Typed at once")
            .sees(&["Typed at once"]);
        // Nothing is stored in its place before it was read.
        assert_eq!(
            stored(&house, place.who, place.key),
            Some(old),
            "{}",
            place.name
        );
        rig.release()
            .sees(&["Kept from yesterday", "Typed at once", "draft is back"])
            .type_text(" and after");
        place.has(&house, &["Kept from yesterday", "Typed at once and after"]);
        // One step back brings what was typed as it was.
        rig.keys("Esc");
        place.has(&house, &["Kept from yesterday", "Typed at once and after"]);
    }
}

/// There is no draft: what was typed before that is known is stored as soon as it is.
#[test]
fn wks_7_what_is_typed_before_it_is_known_that_there_is_no_draft_is_stored_then() {
    for place in PLACES {
        let (house, mut rig) = place.begin();
        rig.hold(drafts).keys(place.open).type_text("Typed at once");
        assert_eq!(stored(&house, place.who, place.key), None);
        rig.release().sees(&["Typed at once"]).misses("is back");
        place.has(&house, &["Typed at once"]);
    }
}

/// Nothing was typed: the draft stands there alone.
#[test]
fn wks_7_a_draft_that_comes_to_an_untouched_text_takes_its_place() {
    for place in PLACES {
        let (house, mut rig) = place.begin();
        let old = format!("{}Kept from yesterday", place.head);
        store(&house, place.who, place.key, &old);
        rig.hold(drafts).keys(place.open).release();
        rig.sees(&["Kept from yesterday"]).misses("is back");
        rig.keys("Esc");
        assert_eq!(
            stored(&house, place.who, place.key),
            Some(old),
            "{}",
            place.name
        );
    }
}

/// Left before the stored draft came, and gone elsewhere: nothing is lost, and one comes back to all of it.
#[test]
fn wks_7_a_text_left_before_its_draft_came_is_stored_with_it() {
    for place in PLACES {
        let (house, mut rig) = place.begin();
        let old = format!("{}Kept from yesterday", place.head);
        store(&house, place.who, place.key, &old);
        rig.hold(drafts)
            .keys(place.open)
            .type_text("Typed at once")
            .keys("Esc");
        // Opened again before it came, it is the same text.
        let again = if place.key.contains('R') || place.key.contains("amend") {
            place.open.rsplit(' ').find(|key| key.len() > 2)
        } else {
            None
        };
        rig.keys(again.unwrap_or(""));
        rig.release().frame();
        place.has(&house, &["Kept from yesterday", "Typed at once"]);
    }
}

/// A draft that cannot be read is said, and keeps nobody from writing.
#[test]
fn wks_7_a_draft_that_cannot_be_read_is_said_and_what_is_typed_is_kept() {
    for place in PLACES {
        let (house, mut rig) = place.begin();
        rig.hold(drafts).keys(place.open).type_text("Typed at once");
        let lost = rig.take_held(|event| match event {
            Event::Draft { token, key, .. } => Event::Draft {
                token,
                key,
                text: Err("the draft is damaged".into()),
            },
            other => other,
        });
        assert_eq!(lost, 1, "{}", place.name);
        rig.sees(&["the draft is damaged", "Typed at once"])
            .type_text("!");
        place.has(&house, &["Typed at once!"]);
    }
}

/// Sent before the stored draft came: it is sent once that is known, and what is typed behind is no part of
/// it; a draft that nobody saw is not sent with it.
#[test]
fn wks_7_a_note_sent_before_its_draft_came_is_sent_as_it_was_typed() {
    let house = people();
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (120, 36)));
    rig.hold(drafts)
        .keys("N")
        .type_text("Call back")
        .keys("Ctrl-s")
        .type_text("d")
        .sees(&["Call back", "Your draft is loading."]);
    assert_eq!(rig.sent, 0);
    rig.release();
    assert_eq!(rig.sent, 1);
    // The letter behind was the key of another action.
    rig.misses("Call backd").sees(&["By when does the client"]);
    assert_eq!(stored(&house, AMELIE, "note:R-1"), None);

    store(&house, AMELIE, "note:R-1", "Kept from yesterday");
    rig.keys("Esc 1").hold(drafts);
    rig.keys("N").type_text("And this").keys("Ctrl-s").release();
    rig.sees(&["Kept from yesterday", "And this", "draft is back"]);
    assert_eq!(rig.sent, 1);
    rig.keys("Ctrl-s").misses("Note on R-1");
    assert_eq!(rig.sent, 2);
}

/// The text out of one's own editor comes to where it was asked for, whatever pane one is in by then.
#[test]
fn wks_7_what_an_own_editor_gives_back_lands_where_it_was_asked_for() {
    for place in PLACES {
        let (house, mut rig) = place.begin();
        rig.edits(|text| Some(format!("{text} (edited)")))
            .keys(place.open)
            .type_text("Begun")
            .hold(edited)
            .keys("Ctrl-e");
        assert_eq!(rig.held(), 1, "{}", place.name);
        rig.click("2 Board").release().frame();
        place.has(&house, &["Begun (edited)"]);
    }
}

/// The fault as it was found: a note open in the inbox, the text of another pane given to one's own editor.
#[test]
fn wks_7_a_note_that_is_open_is_not_replaced_by_the_text_of_another_pane() {
    let house = posted();
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (120, 36)));
    rig.keys("N").type_text("The note");
    rig.click("2 Board")
        .keys("e Ctrl-s Ctrl-End")
        .type_text(" More.")
        .edits(|text| Some(format!("{text} From outside.")))
        .keys("Ctrl-e")
        .sees(&["More. From outside."]);
    rig.click("1 Inbox").sees(&["The note"]).misses("outside");
    assert_eq!(
        stored(&house, AMELIE, "note:R-1").as_deref(),
        Some("The note")
    );
    let other = stored(&house, AMELIE, "amend-O-1").unwrap_or_default();
    assert!(other.ends_with("More. From outside."), "{other:?}");
}

/// Whoever asked is gone: the text is stored as the draft of what it was for.
#[test]
fn wks_7_what_an_own_editor_gives_back_to_nobody_becomes_a_draft() {
    let house = people();
    let mut rig = Rig::at(&house, Seat::english(MARTINE, (120, 36)));
    rig.keys("N")
        .type_text("Begun")
        .edits(|text| Some(format!("{text}, and more")))
        .hold(edited)
        .keys("Ctrl-e");
    house.roles(MARTINE, &[Role::Facilitator]);
    rig.misses("Begun").release();
    rig.sees(&["saved as a draft"]).misses("Begun");
    assert_eq!(
        stored(&house, MARTINE, "note:R-1").as_deref(),
        Some("Begun, and more")
    );
}

/// What one's own editor gave back can be taken back, and an editor that was left changes nothing.
#[test]
fn wks_7_what_an_own_editor_gives_back_is_one_stroke() {
    let house = people();
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (120, 36)));
    rig.keys("N").type_text("Before").keys("Ctrl-e");
    rig.sees(&["Before"])
        .edits(|_| Some("After".into()))
        .keys("Ctrl-e")
        .sees(&["After"])
        .misses("Before");
    rig.keys("Ctrl-z").sees(&["Before"]).misses("After");
    assert_eq!(
        stored(&house, AMELIE, "note:R-1").as_deref(),
        Some("Before")
    );
    rig.edits(|_| Some(String::new())).keys("Ctrl-e");
    rig.misses("Before").keys("Ctrl-z").sees(&["Before"]);
}

/// A refusal that comes while something else is typed does not throw away the words it is about.
#[test]
fn wks_7_refused_words_wait_until_nothing_else_is_typed() {
    let house = people();
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (120, 36)));
    rig.frame();
    house.act(
        MARTINE,
        1,
        Act::Close(CloseReason::NOT_SERIOUS, "spam".into()),
    );
    rig.hold(|event| matches!(event, Event::Answered { .. }))
        .keys(":")
        .type_text("subject")
        .keys("Enter Ctrl-u")
        .type_text("ACME / my new subject")
        .keys("Enter");
    assert_eq!(rig.held(), 1, "it was not sent");
    rig.keys("/").type_text("workshops").release();
    rig.sees(&["workshops"]).misses("my new subject");
    rig.keys("Esc").sees(&["ACME / my new subject"]);
}

/// WKS-7: a key that comes before the case of the request it is for acts on no other case.
#[test]
fn wks_7_what_is_put_right_is_the_selected_request_or_none() {
    let house = House::with(&[
        letter("a@one.example", "ONE / an afternoon", "Hello."),
        letter("b@two.example", "TWO / an afternoon", "Hello."),
    ]);
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (120, 36)));
    rig.frame();
    rig.slow().keys("1 g").answer();
    rig.sees(&["a@one.example"]).keys("j e");
    rig.sees(&["The request is loading"]).misses("Edit R-1");
    rig.answer();
    rig.sees(&["b@two.example"]).keys("e");
    rig.sees(&["Edit R-2", "TWO / an afternoon"]);
}

/// The fault as it was found: a note that is on its way while another is written elsewhere.
#[test]
fn wks_7_a_note_on_its_way_lands_on_its_own_request_whatever_is_written_by_then() {
    let house = House::with(&[
        letter("a@one.example", "ONE / an afternoon", "Hello."),
        letter("b@two.example", "TWO / an afternoon", "Hello."),
    ]);
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (120, 36)));
    rig.frame();
    rig.keys("N")
        .type_text("For the first")
        .slow()
        .keys("Ctrl-s");
    let first = rig.answer();
    assert_eq!(first, 1, "the note was recorded");
    rig.keys("Esc 1 j N").type_text("For the second").answer();
    rig.type_text(", and more").answer();
    rig.sees(&["For the second, and more"])
        .misses("For the first");
    let drafts = [1, 2].map(|n| stored(&house, AMELIE, &format!("note:R-{n}")));
    assert_eq!(drafts, [None, Some("For the second, and more".to_owned())]);
}
