//! What was just done, in one line, with what was left out and why. Never tells the history: that is `timeline`.

use super::Teller;
use crate::desk::{Done, What};
use crate::domain::RequestId;
use crate::domain::deed::Deed;
use crate::domain::request::Owes;
use crate::text::sanitise::clean_line;
use crate::ui::kit::texts::Arg;

impl Teller<'_> {
    /// What was done, in one line.
    pub fn done(&self, done: &Done) -> String {
        let touched = &done.summary.requests;
        let what = match &done.summary.what {
            // The one that goes on is named by itself.
            what @ (What::Merged(into) | What::Unmerged(into)) => {
                let others: Vec<RequestId> =
                    touched.iter().copied().filter(|id| id != into).collect();
                self.what(what, &subject(&others))
            }
            what => self.what(what, &subject(touched)),
        };
        let mut line = match done.summary.turned {
            Some(true) => self.texts.with("done-undone", &[("what", what.into())]),
            Some(false) => self.texts.with("done-redone", &[("what", what.into())]),
            None => what,
        };
        if let Some((_, refusal)) = done.skipped.first() {
            line.push_str(" · ");
            line.push_str(&self.texts.with(
                "done-skipped",
                &[
                    ("n", done.skipped.len().into()),
                    ("why", self.refusal(refusal).into()),
                ],
            ));
        }
        line
    }

    /// What was done with the one of this name, as a history says it.
    pub fn did_with(&self, deed: Deed, name: &str) -> String {
        let key = deed.key().replace('_', "-");
        let past = format!("past-{key}");
        let id = match self.texts.has(&past) {
            true => past,
            false => format!("did-{key}"),
        };
        self.texts.with(&id, &[("of", name.into())])
    }

    fn what(&self, what: &What, requests: &str) -> String {
        let r = ("r", Arg::from(requests));
        let with = |id: &str, name: &'static str, value: String| {
            self.texts.with(id, &[r.clone(), (name, Arg::Text(value))])
        };
        let plain = |id: &str| self.texts.with(id, std::slice::from_ref(&r));
        match what {
            What::Nothing => plain("done-nothing"),
            What::Received => plain("done-received"),
            What::FromProvider => plain("done-from-provider"),
            What::Joined => plain("done-joined"),
            What::Assigned(Some(who)) => with("done-assigned", "who", self.name(*who)),
            What::Assigned(None) => plain("done-unassigned"),
            What::Watched(true) => plain("done-watched"),
            What::Watched(false) => plain("done-unwatched"),
            What::Snoozed(until) => with("done-snoozed", "until", self.brief(*until)),
            What::Woken => plain("done-woken"),
            What::Tagged(tag, true) => with("done-tagged", "tag", tag.to_string()),
            What::Tagged(tag, false) => with("done-untagged", "tag", tag.to_string()),
            What::Closed(reason) => with("done-closed", "why", self.close_reason(*reason)),
            What::Reopened => plain("done-reopened"),
            What::Noted => plain("done-noted"),
            What::Attempted(outcome) => with(
                "done-called",
                "outcome",
                self.texts
                    .get(&format!("outcome-{}", outcome.key()))
                    .into_owned(),
            ),
            What::Validated => plain("done-validated"),
            What::Grouped(Some(group)) => with("done-grouped", "group", self.group(*group)),
            What::Grouped(None) => plain("done-group-open"),
            What::Subject => plain("done-subject"),
            What::Deadline(Some(at)) => with("done-deadline", "at", self.brief(*at)),
            What::Deadline(None) => plain("done-no-deadline"),
            What::Kind => plain("done-kind"),
            What::Settled => plain("done-settled"),
            What::TurnTo(Owes::Client) => plain("done-client-owes"),
            What::TurnTo(_) => plain("done-house-owes"),
            What::Wish => plain("done-wish"),
            What::Organisation => plain("done-organisation"),
            What::Contact => plain("done-contact"),
            What::Language => plain("done-language"),
            What::Merged(into) => with("done-merged", "into", into.to_string()),
            What::Unmerged(into) => with("done-unmerged", "into", into.to_string()),
            What::Split(n) => with("done-split", "n", n.to_string()),
            What::View(true) => plain("done-view"),
            What::View(false) => plain("done-no-view"),
            What::House => plain("done-house"),
            What::PersonAdded => plain("done-person-added"),
            What::Roles => plain("done-roles"),
            What::Active(true) => plain("done-enabled"),
            What::Active(false) => plain("done-disabled"),
            What::Renamed => plain("done-renamed"),
            What::KeyAdded => plain("done-key-added"),
            What::KeyNamed => plain("done-key-named"),
            What::KeyRevoked => plain("done-key-revoked"),
            What::Invited => plain("done-invited"),
            What::Withdrawn => plain("done-withdrawn"),
            What::Entered(of, name) => {
                let of = format!("{} ({of})", clean_line(name));
                self.texts.with("did-entered", &[("of", of.into())])
            }
            What::Did(deed, of) => self.texts.with(
                &format!("did-{}", deed.key().replace('_', "-")),
                &[("of", of.to_string().into())],
            ),
        }
    }
}

/// `R-7`, `R-7 and 3 others` in every language: `R-7 +3`.
fn subject(requests: &[RequestId]) -> String {
    match requests {
        [] => String::new(),
        [one] => one.to_string(),
        [first, rest @ ..] => format!("{first} +{}", rest.len()),
    }
}
