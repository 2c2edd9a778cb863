//! What the footer and `?` say is true, in every pane and for everybody: what is offered can be done or asks, what
//! is not says why, what is not there stores nothing, and every key says what the table of keys says of it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use entremise::domain::PersonId;
use entremise::domain::person::Role;
use entremise::ui::globals::all_entries;
use entremise::ui::kit::binding::{Entry, Ready, Reason};
use entremise::ui::kit::keys::Chord;
use entremise::ui::kit::texts::{Lang, Texts};
use entremise::ui::kit::verbs;

use crate::rig::{House, Rig, Seat};

/// The panes, with the keys that lead there.
const PANES: [(&str, &str); 6] = [
    ("home", "0"),
    ("inbox", "1"),
    ("board", "2"),
    ("office", "8"),
    ("people", ", p"),
    ("directory", ", d"),
];

/// Who looks, each in a language.
const CAST: [(Role, Lang); 7] = [
    (Role::RelationOfficer, Lang::Fr),
    (Role::Manager, Lang::En),
    (Role::Administrator, Lang::Fr),
    (Role::PricingOfficer, Lang::En),
    (Role::Treasurer, Lang::Fr),
    (Role::Facilitator, Lang::En),
    (Role::ClientContact, Lang::Fr),
];

/// Rows of a list that are looked at.
const ROWS: usize = 25;

/// States of rows that are looked at in one place.
const STATES: usize = 8;

/// Keys that change how everything looks or lead out of it, not what it says.
const LOOKS: [&str; 5] = ["quit", "redraw", "theme", "language", "tour"];

/// Rows on which a key that asks or leads elsewhere is pressed; one that sends something is pressed on all.
const OFTEN: usize = 2;

/// What was tried of one person, and what was not true.
struct Trial {
    house: Rc<House>,
    seat: Seat,
    role: Role,
    /// What need not be tried again: it is the same on every row.
    tried: BTreeMap<String, usize>,
    wrong: Vec<String>,
    /// How many were offered, refused and not there.
    counts: [usize; 3],
}

/// A row of a pane, or what is open of it.
struct Spot {
    pane: &'static str,
    open: bool,
    keys: String,
    entries: Vec<Entry>,
}

/// WKS-1, WKS-2: in every pane, on rows in every state, open or not.
#[test]
fn wks_1_wks_2_what_is_offered_can_be_done_and_what_is_not_says_why() {
    let house = House::sample();
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for (role, lang) in CAST {
        let who = holder(&house, role);
        let seat = Seat {
            lang,
            ..Seat::english(who, (120, 36))
        };
        let mut trial = Trial {
            house: Rc::clone(&house),
            seat,
            role,
            tried: BTreeMap::new(),
            wrong: Vec::new(),
            counts: [0; 3],
        };
        for (pane, keys) in PANES {
            if trial.of_pane(pane, keys) {
                seen.insert(pane);
            }
        }
        assert!(trial.counts.iter().all(|count| *count > 5), "{role:?}");
        wrong.append(&mut trial.wrong);
    }
    assert_eq!(seen.len(), PANES.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Somebody who is this and no more.
fn holder(house: &House, role: Role) -> PersonId {
    let people = house.desk.published().people(PersonId(1), house.now());
    let people = people.expect("they manage people");
    let one = people.iter().find(|row| row.active && row.roles == [role]);
    one.unwrap_or_else(|| panic!("nobody is {role:?} alone")).id
}

impl Trial {
    /// Opens the screen anew at the end of a script.
    fn at(&self, keys: &str) -> Rig {
        let mut rig = Rig::at(&self.house, self.seat.clone());
        rig.keys(keys);
        rig
    }

    /// Goes through the rows of a pane; false when this person has no such pane.
    fn of_pane(&mut self, pane: &'static str, keys: &str) -> bool {
        let mut rig = self.at(keys);
        if !rig.entries().iter().any(|entry| entry.scope == pane) && pane != "home" {
            return false;
        }
        let mut states = BTreeSet::new();
        for row in 0..ROWS {
            // What a line of the first page opens is looked at in its own pane.
            let ways: &[bool] = if pane == "home" {
                &[false]
            } else {
                &[false, true]
            };
            for &open in ways {
                let enter = if open { "Enter" } else { "" };
                let keys = format!("{keys} g {} {enter}", "j ".repeat(row));
                let listed = rig.entries();
                let entries = rig.keys(enter).entries();
                // Nothing was there to open.
                if open && entries == listed {
                    continue;
                }
                let state = entries.iter().map(|entry| (entry.id, said(&entry.ready)));
                if states.insert((open, state.collect::<Vec<_>>())) && states.len() <= STATES {
                    self.of_spot(&Spot {
                        pane,
                        open,
                        keys,
                        entries,
                    });
                }
                if open {
                    rig.keys("Esc");
                }
            }
            rig.keys("j");
        }
        true
    }

    fn of_spot(&mut self, spot: &Spot) {
        for what in words(&spot.entries) {
            self.say(spot, what);
        }
        let mut rig = self.at(&spot.keys);
        let named = footer(&spot.entries, self.seat.lang);
        if self.is_new(spot, &named, "footer") {
            let shown = rig.footer();
            let shown: Vec<&str> = shown.split_whitespace().collect();
            let shown = shown.join(" ");
            if !shown.starts_with(&named) {
                self.say(spot, format!("the footer is {shown:?}, not {named:?}"));
            }
        }
        let entries = spot
            .entries
            .iter()
            .filter(|entry| !LOOKS.contains(&entry.id));
        let entries: Vec<&Entry> = entries.filter(|entry| entry.scope != "list").collect();
        for entry in &entries {
            if let (Ready::Yes, Some(chord)) = (&entry.ready, entry.chords.first())
                && match entry.scope == spot.pane {
                    true => self
                        .tried
                        .get(&key(spot, entry.id, "asks"))
                        .is_none_or(|often| *often < OFTEN),
                    false => self.is_new(spot, entry.id, ""),
                }
            {
                self.offered(spot, &mut rig, entry, *chord);
            }
        }
        for entry in &entries {
            if let (Ready::No(reason), Some(chord)) = (&entry.ready, entry.chords.first())
                && self.is_new(spot, entry.id, &reason.id)
            {
                self.refused(spot, &mut rig, (entry, reason), *chord);
            }
        }
        let shown = spot.entries.iter().flat_map(|entry| entry.chords.iter());
        let shown: Vec<&Chord> = shown.collect();
        for entry in all_entries().into_iter().flatten() {
            for chord in entry.chords.iter() {
                if entry.scope == spot.pane
                    && !shown.contains(&chord)
                    && self.is_new(spot, entry.id, "-")
                {
                    self.hidden(spot, &mut rig, &entry, *chord);
                }
            }
        }
    }

    /// Whether this was not tried before.
    fn is_new(&mut self, spot: &Spot, id: &str, why: &str) -> bool {
        self.often(spot, id, why) == 1
    }

    /// How often this was tried by now.
    fn often(&mut self, spot: &Spot, id: &str, why: &str) -> usize {
        let often = self.tried.entry(key(spot, id, why)).or_default();
        *often += 1;
        *often
    }

    fn say(&mut self, spot: &Spot, what: String) {
        self.wrong.push(format!(
            "{:?} {} {}: {what}",
            self.role, spot.pane, spot.keys
        ));
    }

    /// What is offered asks, leads somewhere, shows something, or sends what the desk accepts.
    fn offered(&mut self, spot: &Spot, rig: &mut Rig, entry: &Entry, chord: Chord) {
        self.counts[0] += 1;
        let unsent = rig.press_unsent(chord);
        let sight = self.house.desk.sight(self.seat.who);
        for command in &unsent {
            let whole = match command.is_whole() {
                true => command.clone().upon(sight.seq()),
                false => command.clone(),
            };
            if let Err(why) = sight.would(&whole, self.house.now()) {
                self.say(
                    spot,
                    format!("{} {chord} sends {command:?}: {why:?}", entry.id),
                );
            }
        }
        let asks = rig.entries().is_empty();
        if unsent.is_empty() && !asks {
            if let Some(why) = rig.refusal() {
                self.say(
                    spot,
                    format!("{} {chord} is offered and says {why:?}", entry.id),
                );
            }
            let same = rig.entries() == spot.entries && rig.copied.take().is_none();
            if same && entry.weight > 0 && self.is_new(spot, entry.id, "same") {
                let mut again = self.at(&spot.keys);
                let before = again.frame();
                if again.press_unsent(chord).is_empty() && again.frame() == before {
                    self.say(
                        spot,
                        format!("{} {chord} is offered and does nothing", entry.id),
                    );
                }
            }
        }
        if unsent.is_empty() {
            self.often(spot, entry.id, "asks");
        }
        self.back(spot, rig);
    }

    /// Goes back to where `spot` is, if it is not there any more.
    fn back(&self, spot: &Spot, rig: &mut Rig) {
        for _ in 0..2 {
            if rig.entries() == spot.entries && rig.refusal().is_none() {
                return;
            }
            rig.keys("Esc");
        }
        let script = format!("Esc 0 {}", spot.keys);
        if rig.keys(&script).entries() != spot.entries || rig.refusal().is_some() {
            *rig = self.at(&spot.keys);
        }
    }

    /// What cannot be done says why, once, and goes nowhere.
    fn refused(
        &mut self,
        spot: &Spot,
        rig: &mut Rig,
        (entry, reason): (&Entry, &Reason),
        chord: Chord,
    ) {
        self.counts[1] += 1;
        let words = reason.text(&Texts::shared(self.seat.lang));
        let start: String = words
            .replace(['\u{a0}', '\u{202f}'], " ")
            .chars()
            .take(16)
            .collect();
        // The same words are said in the same way.
        let looks = self.tried.insert(words.clone(), 1).is_none();
        let before = looks.then(|| rig.screen().matches(&start).count());
        let unsent = rig.press_unsent(chord);
        if !unsent.is_empty() {
            self.say(
                spot,
                format!("{} {chord} is refused and sends {unsent:?}", entry.id),
            );
        }
        let said = rig.refusal();
        if said.as_deref() != Some(&words) {
            self.say(
                spot,
                format!("{} {chord} is to say {words:?} and says {said:?}", entry.id),
            );
        }
        if let Some(before) = before {
            let after = rig.screen().matches(&start).count();
            if after == 0 || after > before + 1 {
                self.say(
                    spot,
                    format!("{} {chord} says {words:?} {after} times", entry.id),
                );
            }
        }
        if rig.entries() != spot.entries {
            self.say(
                spot,
                format!("{} {chord} is refused and leads elsewhere", entry.id),
            );
            *rig = self.at(&spot.keys);
        }
    }

    /// What is not there sends nothing, and opens nothing in which something could be written.
    fn hidden(&mut self, spot: &Spot, rig: &mut Rig, entry: &Entry, chord: Chord) {
        self.counts[2] += 1;
        let unsent = rig.press_unsent(chord);
        if !unsent.is_empty() {
            self.say(
                spot,
                format!("{} {chord} is not there and sends {unsent:?}", entry.id),
            );
        }
        if rig.entries().is_empty() {
            self.say(spot, format!("{} {chord} is not there and asks", entry.id));
        }
        if rig.entries() != spot.entries {
            *rig = self.at(&spot.keys);
        }
    }
}

fn key(spot: &Spot, id: &str, why: &str) -> String {
    format!("{} {} {id} {why}", spot.pane, spot.open)
}

fn said(ready: &Ready) -> String {
    match ready {
        Ready::Yes => "yes".to_owned(),
        Ready::No(reason) => reason.id.to_string(),
        Ready::Hidden => "hidden".to_owned(),
    }
}

/// How the footer begins: the three most weighty that can be done, but for the way to all keys, which stands last.
fn footer(entries: &[Entry], lang: Lang) -> String {
    let offered = |entry: &&Entry| {
        let weighty = entry.weight > 0 && entry.id != "help";
        weighty && entry.ready == Ready::Yes && !entry.chords.is_empty()
    };
    let mut offered: Vec<&Entry> = entries.iter().filter(offered).collect();
    offered.sort_by_key(|entry| std::cmp::Reverse(entry.weight));
    let texts = Texts::shared(lang);
    let named = |entry: &&Entry| {
        format!(
            "{} {}",
            entry.chords[0].spelled(&texts),
            entry.label(&texts)
        )
    };
    let named: Vec<String> = offered.iter().take(3).map(named).collect();
    named.join(" ")
}

/// What is wrong with the words and the keys of what is shown at once.
fn words(entries: &[Entry]) -> Vec<String> {
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        let texts = Texts::shared(lang);
        for entry in entries {
            let label = entry.label(&texts);
            let letters = entry.chords.iter().filter_map(Chord::typed);
            for letter in letters.filter(|letter| *letter != ' ') {
                let verb = verbs::of(letter);
                if !verb.is_some_and(|verb| verb.labels(lang).contains(&&*label)) {
                    wrong.push(format!("{} {letter} says {label:?}", entry.id));
                }
            }
            let why = match &entry.ready {
                Ready::No(reason) => reason.text(&texts),
                Ready::Yes | Ready::Hidden => String::new(),
            };
            for words in [label, entry.help(&texts), why] {
                if words.contains('⟦') {
                    wrong.push(format!("{} says {words:?}", entry.id));
                }
            }
        }
    }
    for (at, entry) in entries.iter().enumerate() {
        for other in entries.iter().skip(at + 1) {
            let shared = entry
                .chords
                .iter()
                .find(|chord| other.chords.contains(chord));
            if let Some(chord) = shared {
                wrong.push(format!("{chord} is {} and {}", entry.id, other.id));
            }
        }
    }
    wrong
}
