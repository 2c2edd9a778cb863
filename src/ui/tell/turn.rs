//! The next step of a request in words: who owes it, by when, since when, and what it follows (REQ-9).

use super::Teller;
use crate::desk::views::{Owing, RequestRow};
use crate::domain::Millis;
use crate::domain::request::Status;

impl Teller<'_> {
    /// Returns who owes the next step.
    pub fn owing(&self, owing: &Owing) -> String {
        let plain = |id: &str| self.texts.get(id).into_owned();
        let named = |id: &str, who: &String| self.texts.with(id, &[("who", who.as_str().into())]);
        match owing {
            Owing::You => plain("owing-you"),
            Owing::Colleague(who) => named("owing-colleague", who),
            Owing::Unclaimed => plain("owing-us"),
            Owing::Desk(role) => named("owing-desk", &plain(&format!("role-{}", role.key()))),
            Owing::Client => plain("owing-client"),
            Owing::Proposers => plain("owing-proposers"),
            Owing::Winner(who) => named("owing-winner", who),
            Owing::Coordinator(who) => named("owing-coordinator", who),
            Owing::Nobody => plain("owing-nobody"),
        }
    }

    /// Returns the same in a word or two, for a column of 12.
    pub fn owing_short(&self, owing: &Owing) -> String {
        let id = match owing {
            Owing::Colleague(who) | Owing::Winner(who) | Owing::Coordinator(who)
                if !who.is_empty() =>
            {
                return who.clone();
            }
            Owing::You => "turn-you",
            Owing::Colleague(_) => "turn-colleague",
            Owing::Unclaimed => "turn-unassigned",
            Owing::Desk(role) => {
                let id = format!("turn-desk-{}", role.key());
                return self.texts.get(&id).into_owned();
            }
            Owing::Client => "turn-client-short",
            Owing::Proposers | Owing::Winner(_) | Owing::Coordinator(_) => "turn-proposers",
            Owing::Nobody => "turn-nobody",
        };
        self.texts.get(id).into_owned()
    }

    /// Returns the next step of a request whole, and whether its time is past: `yours, in 2 h · Fri 18:00 ·
    /// since 9 Mar · Q-3`. What is not open says where it stands.
    pub fn next_step(&self, row: &RequestRow) -> (String, bool) {
        self.next_step_by(row, |due| self.when(due))
    }

    /// Returns the same, with the time by which it is due written as `at` does.
    pub fn next_step_by(&self, row: &RequestRow, at: impl Fn(Millis) -> String) -> (String, bool) {
        if row.status != Status::Open {
            return (self.status(row.status), false);
        }
        let who = self.owing(&row.owing);
        let late = row.due.is_some_and(|due| due < self.now);
        let mut words = match row.due {
            None => who,
            Some(due) => self.texts.with(
                match (late, row.owing.is_ours()) {
                    (false, _) => "case-turn",
                    (true, true) => "case-turn-late",
                    (true, false) => "case-turn-ask",
                },
                &[
                    ("who", who.into()),
                    ("away", self.relative(due).into()),
                    ("due", at(due).into()),
                ],
            ),
        };
        let since = [("at", self.since(row.since).into())];
        words.push_str(&self.texts.with("case-turn-since", &since));
        if let Some(of) = &row.follows {
            words.push_str(" · ");
            words.push_str(of);
        }
        (words, late)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::views::Names;
    use crate::domain::person::Role;
    use crate::ui::kit::formats::Formats;
    use crate::ui::kit::texts::{Lang, Texts};

    /// WKS-4 REQ-9: whichever desk of a quotation a request waits for, a narrow list says so in words.
    #[test]
    fn wks_4_req_9_each_desk_has_a_short_name() {
        for lang in Lang::ALL {
            let (texts, names) = (Texts::shared(lang), Names::default());
            let teller = Teller {
                texts: &texts,
                formats: &Formats::new(lang),
                zone: chrono_tz::UTC,
                now: 0,
                names: &names,
            };
            for role in [
                Role::RelationOfficer,
                Role::PricingOfficer,
                Role::BackOfficeAssistant,
            ] {
                let short = teller.owing_short(&Owing::Desk(role));
                assert!(!short.contains('⟦'), "{short}");
            }
        }
    }
}
