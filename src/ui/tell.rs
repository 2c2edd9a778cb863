//! Rules' values in words: refusals, what was done, what changed, why a group is proposed. The screen
//! and the plain output say the same, because both ask here. Never decides anything.

mod quotation;
mod refusal;
mod turn;

use crate::domain::deed::Deed;
use chrono::{DateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

use super::kit::formats::Formats;
use super::kit::texts::{Arg, Texts};
use crate::desk::views::{Beside, Moment, MomentKind, Names, Strange, Told};
use crate::desk::{Done, What};
use crate::domain::house::Language;
use crate::domain::money::{Money, NotMoney};
use crate::domain::request::change::Change;
use crate::domain::request::{CloseReason, Group, GroupReason, Owes, Stage, Status};
use crate::domain::{Millis, PersonId, RequestId};
use crate::text::when;

/// Everything that is needed to put a value in words.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    /// The words.
    pub texts: &'a Texts,
    /// Dates and numbers.
    pub formats: &'a Formats,
    /// The house's zone.
    pub zone: Tz,
    /// Now.
    pub now: Millis,
    /// The names of the house's people.
    pub names: &'a Names,
}

/// An instant in a zone; the beginning of time when it is out of range.
pub fn local(zone: Tz, at: Millis) -> DateTime<Tz> {
    let utc = Utc.timestamp_millis_opt(at).single().unwrap_or_default();
    utc.with_timezone(&zone)
}

impl Teller<'_> {
    /// An instant in full, with its zone.
    pub fn full(&self, at: Millis) -> String {
        self.formats.full(local(self.zone, at))
    }

    /// An instant with its day and hour, by the house's clock.
    pub fn when(&self, at: Millis) -> String {
        let at = local(self.zone, at);
        format!(
            "{}, {}",
            self.formats.date(at.date_naive()),
            self.formats.time(at)
        )
    }

    /// An instant in brief: the hour for today, else the day.
    pub fn brief(&self, at: Millis) -> String {
        self.formats
            .brief(local(self.zone, at), local(self.zone, self.now))
    }

    /// How far an instant is away: `2 h`, `in 3 d`.
    pub fn relative(&self, at: Millis) -> String {
        self.formats
            .relative(local(self.zone, at), local(self.zone, self.now))
    }

    /// An instant to come, as people write it; a day alone means `usual` on that day.
    ///
    /// # Errors
    /// What is no date, or lies behind, in words.
    pub fn read_when(&self, text: &str, usual: (u32, u32)) -> Result<Millis, String> {
        let now = local(self.zone, self.now);
        let lang = self.texts.lang();
        let when = when::parse(text, now.naive_local(), lang).map_err(|error| {
            let [one, two] = error.examples(lang);
            self.texts.with(
                error.code(),
                &[
                    ("piece", error.piece.clone().into()),
                    ("one", one.into()),
                    ("two", two.into()),
                ],
            )
        })?;
        let usual = NaiveTime::from_hms_opt(usual.0, usual.1, 0).unwrap_or_default();
        let naive = when.date.and_time(when.time.unwrap_or(usual));
        let hour = chrono::Duration::hours(1);
        let at = naive
            .and_local_timezone(self.zone)
            .earliest()
            .or_else(|| (naive + hour).and_local_timezone(self.zone).earliest())
            .map(|at| at.timestamp_millis());
        match at {
            Some(at) if at > self.now => Ok(at),
            _ => Err(self.texts.get("refusal-in-the-past").into_owned()),
        }
    }

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
            What::Did(deed, of) => self.texts.with(
                &format!("did-{}", deed.key().replace('_', "-")),
                &[("of", of.to_string().into())],
            ),
        }
    }

    /// A word of a closed list, by its list and its stable name.
    pub fn named(&self, list: &str, key: &str) -> String {
        let id = format!("{list}-{}", key.replace('_', "-"));
        self.texts.get(&id).into_owned()
    }

    /// A language by its name, or by its code where there is no text.
    pub fn language(&self, language: Language) -> String {
        let id = format!("language-{}", language.code());
        if self.texts.has(&id) {
            self.texts.get(&id).into_owned()
        } else {
            language.code().to_owned()
        }
    }

    /// An amount with its currency and this language's separators.
    pub fn money(&self, amount: Money) -> String {
        let digits = u8::try_from(amount.currency.digits()).unwrap_or(2);
        self.formats
            .money(amount.minor, digits, amount.currency.code())
    }

    /// The same in brief: without cents where there are none.
    pub fn money_whole(&self, amount: Money) -> String {
        let unit = 10i64.pow(amount.currency.digits());
        match amount.minor % unit {
            0 => self
                .formats
                .money(amount.minor / unit, 0, amount.currency.code()),
            _ => self.money(amount),
        }
    }

    /// A word that is written as a filter and is none, and what there is.
    pub fn strange(&self, strange: &Strange) -> String {
        let args = [
            ("word", clean(&strange.word).into()),
            ("name", clean(&strange.name).into()),
            ("known", clean(&strange.known).into()),
        ];
        self.texts.with("filter-strange", &args)
    }

    /// Why a text is no amount: with both amounts, when it could mean two.
    pub fn not_money(&self, why: &NotMoney) -> String {
        let both = match why {
            NotMoney::Unreadable => return self.texts.get("form-not-money").into_owned(),
            NotMoney::TooLarge => return self.texts.get("form-money-too-large").into_owned(),
            NotMoney::NoCurrency(code) => {
                let code = clean(code).into();
                return self.texts.with("form-no-currency", &[("code", code)]);
            }
            NotMoney::Readings(both) => both,
        };
        let digits = i64::from(both.currency.digits());
        let mut args = vec![
            ("whole", both.whole.to_string().into()),
            ("decimal", self.formats.point(&both.decimal).into()),
            ("code", both.currency.code().to_owned().into()),
            ("digits", digits.into()),
        ];
        match &both.instead {
            Some(instead) => {
                args.push(("instead", self.formats.point(instead).into()));
                self.texts.with("form-money-two", &args)
            }
            None => self.texts.with("form-money-decimals", &args),
        }
    }

    /// What followed from a request, in one line (REQ-10).
    fn beside(&self, beside: &Beside) -> String {
        let amount = beside.amount.map(|amount| self.money(amount));
        let word_of = if beside.word_of.is_empty() {
            String::new()
        } else {
            let who = beside.word_of.as_str().into();
            self.texts.with("beside-word-of", &[("who", who)])
        };
        let words = match beside.deed {
            Deed::Ended => self.named("ending", &beside.words),
            Deed::Ticked | Deed::Unticked => self.named("task", &beside.words),
            _ => clean(&beside.words.replace('\n', " ")),
        };
        let line = self.texts.with(
            &format!("beside-{}", beside.deed.key().replace('_', "-")),
            &[
                ("of", beside.of.to_string().into()),
                ("who", beside.who.as_str().into()),
                ("amount", amount.unwrap_or_else(|| "–".to_owned()).into()),
                ("words", words.into()),
            ],
        );
        format!("{line}{word_of}")
    }

    /// A person's name.
    pub fn name(&self, id: PersonId) -> String {
        self.names.of(id).to_owned()
    }

    /// Why a request was closed.
    pub fn close_reason(&self, reason: CloseReason) -> String {
        self.texts
            .get(&format!("close-{}", reason.key()))
            .into_owned()
    }

    /// A group.
    pub fn group(&self, group: Group) -> String {
        self.texts
            .get(&format!("group-{}", group.key()))
            .into_owned()
    }

    /// Why a group is proposed (REQ-6, REQ-7).
    pub fn reason(&self, reason: &GroupReason) -> String {
        match reason {
            GroupReason::Relation(until) => {
                let day = self.formats.date(local(self.zone, *until).date_naive());
                self.texts.with("reason-relation", &[("until", day.into())])
            }
            GroupReason::DealRuns(id) => self
                .texts
                .with("reason-deal-runs", &[("request", id.to_string().into())]),
            GroupReason::Handled(id) => self
                .texts
                .with("reason-handled", &[("request", id.to_string().into())]),
            GroupReason::HomeCountry => self.texts.get("reason-home").into_owned(),
            GroupReason::KnownClient => self.texts.get("reason-known").into_owned(),
            GroupReason::BranchOfKnown(parent) => self
                .texts
                .with("reason-branch", &[("parent", parent.to_string().into())]),
            GroupReason::Abroad(country) => self
                .texts
                .with("reason-abroad", &[("country", country.code().into())]),
            GroupReason::CountryUnknown => self.texts.get("reason-unknown").into_owned(),
        }
    }

    /// What is asked, by the routing matrix's name; its own words where there is no text.
    pub fn kind(&self, key: &str) -> String {
        let id = format!("kind-{}", key.replace('_', "-"));
        if self.texts.has(&id) {
            self.texts.get(&id).into_owned()
        } else {
            key.replace('_', " ")
        }
    }

    /// Where a request stands.
    pub fn status(&self, status: Status) -> String {
        match status {
            Status::Open => self.texts.get("status-open").into_owned(),
            Status::Snoozed { until } => self
                .texts
                .with("status-snoozed", &[("until", self.when(until).into())]),
            Status::Closed { reason, at } => self.texts.with(
                "status-closed",
                &[
                    ("why", self.close_reason(reason).into()),
                    ("at", self.brief(at).into()),
                ],
            ),
            Status::Merged { into } => self
                .texts
                .with("status-merged", &[("into", into.to_string().into())]),
            Status::Void => self.texts.get("status-void").into_owned(),
        }
    }

    /// How far the conversation has come.
    pub fn stage(&self, stage: Stage) -> String {
        let id = match stage {
            Stage::New => "stage-new",
            Stage::Attempted => "stage-attempted",
            Stage::InTouch => "stage-in-touch",
            Stage::Validated => "stage-validated",
        };
        self.texts.get(id).into_owned()
    }

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

    /// Whose turn it is, and by when.
    pub fn turn(&self, owes: Owes, due: Option<Millis>) -> Option<String> {
        let due = self.when(due?);
        match owes {
            Owes::House => Some(self.texts.with("turn-house", &[("due", due.into())])),
            Owes::Client => Some(self.texts.with("turn-client", &[("due", due.into())])),
            Owes::Nobody => None,
        }
    }
}

fn clean(text: &str) -> String {
    crate::text::sanitise::clean_line(text).into_owned()
}

/// `R-7`, `R-7 and 3 others` in every language: `R-7 +3`.
fn subject(requests: &[RequestId]) -> String {
    match requests {
        [] => String::new(),
        [one] => one.to_string(),
        [first, rest @ ..] => format!("{first} +{}", rest.len()),
    }
}
