//! Whose turn it is on the board, and when a client may be contacted directly.

use crate::desk::views::Whose;
use crate::domain::Millis;
use crate::domain::opportunity::rules::clock::ContactClock;
use crate::ui::tell::Teller;

/// Whose turn it is, in words.
pub(super) fn turn(turn: &Whose, teller: &Teller<'_>) -> String {
    let text = |id: &str| teller.texts.get(id).into_owned();
    let name = |id: &str, name: &str| {
        if name.is_empty() {
            text(&format!("{id}-unnamed"))
        } else {
            teller.texts.with(id, &[("name", name.into())])
        }
    };
    match turn {
        Whose::Proposers(until) => teller
            .texts
            .with("whose-proposers", &[("until", teller.stamp(*until).into())]),
        Whose::Client(client, n) => {
            let who = name("whose-client", client);
            teller
                .texts
                .with("whose-judges", &[("who", who.into()), ("n", (*n).into())])
        }
        Whose::Chooser(client) => {
            let who = name("whose-client", client);
            teller.texts.with("whose-chooser", &[("who", who.into())])
        }
        Whose::Agreer(client) => {
            let who = name("whose-client", client);
            teller.texts.with("whose-agreer", &[("who", who.into())])
        }
        Whose::Selector(n) => teller.texts.with("whose-selector", &[("n", (*n).into())]),
        Whose::Winner(winner) => name("whose-winner", winner),
        Whose::Replacer => text("whose-replacer"),
        Whose::Coordinator(who) => name("whose-coordinator", who),
        Whose::House(until) => teller
            .texts
            .with("whose-house", &[("until", teller.stamp(*until).into())]),
        Whose::Nobody => text("whose-nobody"),
    }
}

/// When the client may be reached directly, in words.
pub(super) fn clock_words(clock: ContactClock, teller: &Teller<'_>) -> String {
    let plain = |id: &str| teller.texts.get(id).into_owned();
    let until = |at: Millis| {
        let args = [
            ("at", teller.stamp(at).into()),
            ("away", teller.relative(at).into()),
        ];
        teller.texts.with("clock-at", &args)
    };
    match clock {
        ContactClock::Open => plain("clock-open"),
        ContactClock::NoAnswer => plain("clock-no-answer"),
        ContactClock::Urgent => plain("clock-urgent"),
        ContactClock::At(at) => until(at),
        ContactClock::NothingAsked => plain("clock-nothing-asked"),
        ContactClock::Answered => plain("clock-answered"),
        ContactClock::HouseHolds => plain("clock-house-holds"),
        ContactClock::Over => plain("clock-over"),
    }
}
