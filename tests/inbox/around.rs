//! Getting around (WKS-1): what is said and where, the way back, the prefix, keys and actions by their names.

use entremise::domain::Act;
use entremise::ui::Event;

use crate::morning::mails;
use crate::rig::{AMELIE, House, MARTINE, Rig, Seat};
use crate::stage::{FAY, posted};

/// WKS-1: what was done is said in its pane, and goes with the next thing that is done.
#[test]
fn wks_1_a_message_stays_in_its_pane_and_goes_with_the_next_thing_done() {
    let house = House::with(&mails());
    let mut rig = Rig::new(&house, AMELIE);
    rig.keys("c").sees(&["R-1 : attribution"]);
    rig.keys("2").misses("R-1 : attribution");
    rig.keys("1").sees(&["R-1 : attribution"]);
    rig.keys("x").misses("R-1 : attribution");
}

/// WKS-1: a refusal that is longer than the footer stands once, whole, and goes with the next key.
#[test]
fn wks_1_a_long_refusal_is_said_once_and_goes_with_the_next_key() {
    let house = posted();
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (80, 24)));
    rig.keys("1 u");
    let screen = rig.screen();
    assert_eq!(screen.matches("O-1 was posted").count(), 1, "{screen}");
    rig.keys("j").misses("O-1 was posted");
}

/// WKS-1: a jump leaves the list it leads to as it was; Esc returns to where one came from.
#[test]
fn wks_1_esc_returns_from_a_jump_to_where_one_came_from() {
    let house = posted();
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (80, 24)));
    rig.keys("/ z z z Enter").misses("R-1 ");
    rig.keys("2 Enter").sees(&["▌2 Board", "─ O-1 ─"]);
    rig.keys("O").sees(&["▌1 Inbox", "─ R-1 ─"]);
    rig.keys("Esc").sees(&["▌2 Board", "─ O-1 ─"]);
    // The list it led to stands as it was, filter and all.
    rig.keys("Esc 1")
        .sees(&["▌1 Inbox", "/ zzz"])
        .misses("R-1 ");
}

/// WKS-1: Ctrl-o goes back through what was visited, across panes, Alt-→ forward again.
#[test]
fn wks_1_one_goes_back_and_forward_through_what_was_visited() {
    let house = House::with(&mails());
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (80, 24)));
    let mut begun = Rig::first(&house, Seat::english(AMELIE, (80, 24)));
    begun.keys("Ctrl-o").sees(&["nothing to go back to yet"]);
    rig.keys("j Enter").sees(&["R-2", "VIGNAC"]);
    rig.keys("2").misses("VIGNAC");
    rig.keys("Ctrl-o").sees(&["R-2", "VIGNAC"]);
    rig.keys("Alt-Right").misses("VIGNAC");
    rig.keys("Alt-Right").sees(&["nothing to go forward to"]);
    rig.keys("Alt-Left Esc j Enter").sees(&["R-3"]);
    rig.keys("Ctrl-o").sees(&["VIGNAC"]).misses("SECUR");
}

/// WKS-1: the prefix leads to places and own things; its menu waits a moment, an unknown letter says so.
#[test]
fn wks_1_the_prefix_leads_by_a_letter() {
    let house = House::with(&mails());
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (80, 24)));
    rig.keys("2 ,").misses("Go to");
    let now = house.now();
    rig.tell(Event::Clock(now + 299)).misses(", Go to");
    rig.tell(Event::Clock(now + 300))
        .sees(&[", Go to", "r  Inbox", "q  Office"]);
    rig.keys("k").sees(&[", k goes nowhere"]);
    rig.keys("r").sees(&["R-1"]).misses("Go to");
    rig.keys("Enter 2 , l")
        .sees(&["Last visited", "Inbox · R-1"]);
    rig.keys("Enter").sees(&["Timetours"]);
    let house = posted();
    let mut fay = Rig::at(&house, Seat::english(FAY, (80, 24)));
    fay.keys(", ;")
        .misses("Inbox")
        .misses("Office")
        .misses("People");
}

/// WKS-1: `?` finds a key by a word and does it; what cannot be done says why, once.
#[test]
fn wks_1_the_keys_are_searched_and_done() {
    let house = House::with(&mails());
    let mut rig = Rig::at(&house, Seat::english(MARTINE, (120, 36)));
    rig.keys("?")
        .sees(&["Keys · Inbox", "Work on it", "Everywhere"]);
    rig.type_text("mine")
        .sees(&["Assign to me", "Assign the request to yourself"]);
    rig.keys("Enter")
        .sees(&["R-1 assigned to Martine Vasselin"])
        .misses("Work on it");
}

/// WKS-1: `:` finds what people call it, in both languages, and shows its key.
#[test]
fn wks_1_actions_are_found_by_label_help_and_other_words() {
    let house = House::with(&mails());
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (80, 24)));
    rig.keys("c :").type_text("annuler");
    let found = rig.line_with("▌ Undo");
    assert!(found.trim_end_matches([' ', '│']).ends_with('u'), "{found}");
    rig.sees(&["found by: Annuler"]);
    rig.keys("Enter").sees(&["R-1"]).misses("found by");
    rig.keys(":").type_text("claim");
    rig.line_with("▌ Assign to me");
}

/// REQ-12: Esc on a hit shows the hits again.
#[test]
fn req_12_esc_on_a_hit_shows_the_hits_again() {
    let house = House::with(&mails());
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (80, 24)));
    rig.keys("F").type_text("conférence");
    rig.keys("Enter").sees(&["R-2"]).misses("Search what");
    rig.keys("Esc").sees(&["conférence", "R-2"]);
    rig.keys("Esc").sees(&["R-1", "R-4"]);
}

/// WKS-1: address, phone and number are copied by a key that asks which.
#[test]
fn wks_1_what_one_needs_elsewhere_is_copied() {
    let house = House::with(&mails());
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (80, 24)));
    rig.keys("Y")
        .sees(&["Copy what?", "Email address", "paul@timetours.example"]);
    rig.keys("Enter").sees(&["Copied: paul@timetours.example"]);
    assert_eq!(rig.copied.as_deref(), Some("paul@timetours.example"));
    rig.keys("2 Y").sees(&["There is nothing to copy here"]);
}

/// WKS-1: the bell rings once for what a colleague gives to the person, never for what they do themselves, and can
/// be silenced.
#[test]
fn wks_1_the_bell_rings_for_what_is_given_to_one() {
    let house = House::with(&mails());
    let mut rig = Rig::at(&house, Seat::english(MARTINE, (80, 24)));
    rig.keys("c").sees(&["R-1 assigned to Martine"]);
    house.act(AMELIE, 3, Act::Claim);
    rig.frame();
    assert_eq!(rig.rang, 0);
    house.act(AMELIE, 2, Act::Assign(Some(MARTINE)));
    rig.frame();
    rig.wait(1);
    assert_eq!(rig.rang, 1);
    rig.keys(":")
        .type_text("bell")
        .keys("Enter")
        .sees(&["The bell is off."]);
    house.act(AMELIE, 4, Act::Assign(Some(MARTINE)));
    rig.frame();
    assert_eq!(rig.rang, 1);
}

/// WKS-1: what one is told once stays in sight while one works, also where it is longer than the footer.
#[test]
fn wks_1_what_one_is_told_outlives_a_key() {
    let house = House::with(&mails());
    let mut rig = Rig::at(&house, Seat::english(AMELIE, (80, 24)));
    let words = "This key now logs you in: SHA256:abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG; next time it opens.";
    rig.tell(Event::Told(words.to_owned()));
    rig.sees(&["This key now logs you in", "next time it opens."]);
    rig.keys("j j").sees(&["This key now logs you in"]);
}
