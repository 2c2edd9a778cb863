//! What happened to a request, a line a record: who did it, what changed, what followed from it. Never says
//! what was just done by oneself: that is `done`.

use super::{Teller, clean};
use crate::desk::views::{Beside, Moment, MomentKind, Told};
use crate::domain::PersonId;
use crate::domain::deed::Deed;
use crate::domain::request::Status;
use crate::domain::request::change::Change;

impl Teller<'_> {
    /// Who did something.
    pub fn who(&self, who: &Told) -> String {
        match who {
            Told::House => self.texts.get("who-house").into_owned(),
            Told::Person(name, None) | Told::Outside(name) => name.clone(),
            Told::Person(name, Some(behalf)) => self.texts.with(
                "who-behalf",
                &[
                    ("who", name.clone().into()),
                    ("behalf", behalf.clone().into()),
                ],
            ),
        }
    }

    /// What happened, in one line, without its text; `None` for what goes without saying.
    pub fn moment(&self, moment: &Moment) -> Option<String> {
        let line = match &moment.kind {
            MomentKind::Came {
                source, subject, ..
            } => self.texts.with(
                "moment-came",
                &[
                    (
                        "how",
                        self.texts
                            .get(&format!("source-{}", source.key()))
                            .into_owned()
                            .into(),
                    ),
                    ("subject", subject.clone().into()),
                ],
            ),
            MomentKind::Note(_) => self.texts.get("moment-note").into_owned(),
            MomentKind::Call(outcome, _) => self
                .texts
                .get(&format!("outcome-{}", outcome.key()))
                .into_owned(),
            MomentKind::Change(Change::Assignee { to: Some(_), .. }) if is_own(moment) => {
                self.texts.get("change-claimed").into_owned()
            }
            MomentKind::Change(change) => self.change(change, moment.named.as_deref())?,
            MomentKind::Merged { from, into, joined } => {
                let id = if *joined {
                    "moment-merged"
                } else {
                    "moment-unmerged"
                };
                let (from, into) = (from.to_string(), into.to_string());
                self.texts
                    .with(id, &[("from", from.into()), ("into", into.into())])
            }
            MomentKind::Beside(beside) => self.beside(beside),
            MomentKind::SplitOff(other, subject) => self.texts.with(
                "moment-split",
                &[
                    ("other", other.to_string().into()),
                    ("subject", subject.clone().into()),
                ],
            ),
        };
        let line = match moment.turned {
            Some(true) => self.texts.with("moment-undone", &[("what", line.into())]),
            Some(false) => self.texts.with("moment-redone", &[("what", line.into())]),
            None => line,
        };
        let of = moment.of.map(|id| format!("[{id}] ")).unwrap_or_default();
        let struck = if moment.retracted {
            self.texts.get("moment-retracted")
        } else {
            "".into()
        };
        Some(format!("{of}{line}{struck}"))
    }

    /// What changed, in one line; `named` is whom it names, as they were called then. `None` for what follows
    /// from something else that is said.
    fn change(&self, change: &Change, named: Option<&str>) -> Option<String> {
        let name = |id: PersonId| named.map_or_else(|| self.name(id), str::to_owned);
        let with = |id: &str, name: &'static str, value: String| {
            self.texts.with(id, &[(name, value.into())])
        };
        let plain = |id: &str| self.texts.get(id).into_owned();
        Some(match change {
            Change::Assignee { to: Some(who), .. } => with("change-assigned", "who", name(*who)),
            Change::Assignee { to: None, .. } => plain("change-unassigned"),
            Change::Turn { to, .. } => self.turn(to.owes, to.due)?,
            Change::Stage { to, .. } => with("change-stage", "stage", self.stage(*to)),
            Change::Group {
                to: Some(group), ..
            } => with("change-group", "group", self.group(*group)),
            Change::Group { to: None, .. } => plain("change-group-open"),
            Change::Status { from, to } => match (from, to) {
                (Status::Snoozed { .. }, Status::Open) => plain("change-woken"),
                (Status::Void, Status::Open) => plain("change-restored"),
                // The line of the merge itself says from what.
                (Status::Merged { .. }, Status::Open) | (_, Status::Merged { .. }) => return None,
                (_, Status::Open) => plain("change-reopened"),
                _ => self.status(*to),
            },
            Change::Subject { to, .. } => with("change-subject", "to", clean(to)),
            Change::Deadline { to: Some(at), .. } => with("change-deadline", "at", self.when(*at)),
            Change::Deadline { to: None, .. } => plain("change-no-deadline"),
            Change::Kind { .. } => plain("change-kind"),
            Change::Organisation { .. } => plain("change-organisation"),
            Change::Language { to, .. } => with("change-language", "to", to.code().to_owned()),
            Change::Wish { .. } => plain("change-wish"),
            Change::Tag { tag, there: true } => with("change-tagged", "tag", clean(tag)),
            Change::Tag { tag, there: false } => with("change-untagged", "tag", clean(tag)),
            Change::Watch {
                person,
                there: true,
            } => with("change-watched", "who", name(*person)),
            Change::Watch {
                person,
                there: false,
            } => with("change-unwatched", "who", name(*person)),
            Change::Finding {
                finding,
                there: false,
            } => with(
                "change-settled",
                "finding",
                plain(&format!("finding-{}", finding.key())),
            ),
            Change::Finding { .. } | Change::Attempts { .. } | Change::Related { .. } => {
                return None;
            }
        })
    }

    /// What followed from a request, in one line (REQ-10).
    fn beside(&self, beside: &Beside) -> String {
        let amount = beside.amount.map(|amount| self.money(amount));
        let word_of = if beside.word_of.is_empty() {
            String::new()
        } else {
            let who = beside.word_of.as_str().into();
            let said = clean(&beside.said.replace('\n', " "));
            match said.is_empty() {
                true => self.texts.with("beside-word-of", &[("who", who)]),
                false => {
                    let args = [("who", who), ("said", said.into())];
                    self.texts.with("beside-word-of-said", &args)
                }
            }
        };
        let words = match beside.deed {
            Deed::Ended => self.named("ending", &beside.words),
            Deed::Chosen => self.named("formula", &beside.words),
            Deed::Ticked | Deed::Unticked => self.named("task", &beside.words),
            Deed::Reasoned => self.named("decline", &beside.words),
            _ => clean(&beside.words.replace('\n', " ")),
        };
        let who = match beside.deed {
            Deed::TermsDrawn => self.named("side", &beside.who),
            _ => beside.who.clone(),
        };
        let line = self.texts.with(
            &format!("beside-{}", beside.deed.key().replace('_', "-")),
            &[
                ("of", beside.of.to_string().into()),
                ("who", who.into()),
                ("amount", amount.unwrap_or_else(|| "–".to_owned()).into()),
                ("words", words.into()),
            ],
        );
        format!("{line}{word_of}")
    }
}

/// Whether a change names the very person who made it.
fn is_own(moment: &Moment) -> bool {
    match (&moment.who, &moment.named) {
        (Told::Person(who, None), Some(named)) => who == named,
        _ => false,
    }
}
