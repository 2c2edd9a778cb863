//! The board's views as lines. Lines of lists have their columns parted by tabs, with the stable names that
//! scripts want; pages are words in the person's language.

mod figures;
mod json;

use crate::desk::views::{BoardRow, CreditPage, OpportunityPage, Preview, Said, StepState, Whose};
use crate::domain::opportunity::Agreement;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::phase::Progress;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::rules::clock::ContactClock;
use crate::domain::request::Group;
use crate::domain::trade::Belt;
use crate::domain::{Millis, Refusal};
use crate::plain::words::iso;
use crate::ui::kit::texts::Arg;
use crate::ui::tell::Teller;

pub(super) use figures::stats_lines;
pub(super) use json::{credits_json, page_json, row_json, stats_json};

/// A line of the board: id, group, stage, title, where, begins, participants, audience, level, deadline,
/// proposals, one's own proposal, whether one may apply, the client if one may know.
pub(super) fn row_line(row: &BoardRow) -> String {
    let place = match (row.online, row.place.is_empty()) {
        (true, _) => "online",
        (false, true) => row.country.as_ref().map_or("-", |c| c.code()),
        (false, false) => &row.place,
    };
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    let begins = row
        .starts
        .map(iso)
        .or((!row.dates.is_empty()).then(|| row.dates.clone()));
    let eligible = match row.eligible {
        Some(_) if row.closed => "closed",
        None => "-",
        Some(true) => "eligible",
        Some(false) => "not-eligible",
    };
    [
        row.id.to_string().as_str(),
        row.group.key(),
        row.stage.key(),
        &row.title,
        place,
        &or_dash(begins),
        &or_dash(row.participants.map(|n| n.to_string())),
        &row.audience.key(),
        &row.level.map_or("-".into(), Belt::key),
        &iso(row.deadline),
        &row.proposals.to_string(),
        row.mine.map_or("-", Progress::key),
        eligible,
        row.client.as_deref().unwrap_or("-"),
    ]
    .join("\t")
}

/// Words with their labels, line by line.
struct Page<'a> {
    teller: &'a Teller<'a>,
    lines: Vec<String>,
}

impl Page<'_> {
    fn text(&self, id: &str) -> String {
        self.teller.texts.get(id).into_owned()
    }

    fn with(&self, id: &str, args: &[(&'static str, Arg)]) -> String {
        self.teller.texts.with(id, args)
    }

    fn field(&mut self, id: &str, words: &str) {
        if !words.trim().is_empty() {
            let label = self.text(id);
            // The lines of a longer text stand under its first: none of them reads as another field.
            let mut rows = words.lines();
            let first = rows.next().unwrap_or_default();
            self.lines.push(format!("{label}: {first}"));
            self.lines.extend(rows.map(|line| format!("  {line}")));
        }
    }

    fn indented(&mut self, text: &str) {
        self.lines
            .extend(text.lines().map(|line| format!("  {line}")));
    }
}

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
            .with("whose-proposers", &[("until", teller.when(*until).into())]),
        Whose::Client(client, n) => {
            let who = name("whose-client", client);
            teller
                .texts
                .with("whose-judges", &[("who", who.into()), ("n", (*n).into())])
        }
        Whose::Winner(winner) => name("whose-winner", winner),
        Whose::Coordinator(who) => name("whose-coordinator", who),
        Whose::House(until) => teller
            .texts
            .with("whose-house", &[("until", teller.when(*until).into())]),
        Whose::Nobody => text("whose-nobody"),
    }
}

/// What a facilitator will see of a notice: its line, and what is read once it is opened.
pub(super) fn preview_lines(preview: &Preview, teller: &Teller<'_>) -> Vec<String> {
    let row = &preview.row;
    let mut all = Page {
        teller,
        lines: vec![row.title.clone()],
    };
    all.field("opp-group", &teller.group(row.group));
    facts(&mut all, row);
    all.lines.push(String::new());
    all.indented(&preview.text);
    all.lines
}

/// What a proposal says, or the draft beside it.
fn said(all: &mut Page<'_>, label: &str, first: &str, said: &Said) {
    let price = said.price.map(|price| all.teller.money(price));
    let price = price.unwrap_or_default();
    all.field(label, &format!("{first} · {price} · {}", said.available));
    all.indented(&said.text);
}

/// An opportunity whole, in words.
pub(super) fn page_lines(page: &OpportunityPage, teller: &Teller<'_>) -> Vec<String> {
    let row = &page.row;
    let mut all = Page {
        teller,
        lines: vec![format!("{} {}", row.id, row.title)],
    };
    all.field("opp-turn", &turn(&page.turn, teller));
    all.field("opp-group", &teller.group(row.group));
    let follows = match row.group {
        Group::Subcontracting => "follows-subcontracting",
        Group::ClientIntroduction => "follows-introduction",
    };
    let follows = all.text(follows);
    all.field("opp-follows", &follows);
    facts(&mut all, row);
    if let Some(eligible) = row.eligible {
        let words = if row.closed {
            all.text("opp-eligible-closed")
        } else if eligible {
            all.text("opp-eligible-yes")
        } else {
            teller.lacks(&page.lacks)
        };
        all.field("opp-eligible", &words);
    }
    for step in &page.steps {
        let words = step_words(step, teller);
        all.lines.push(words);
    }
    if let Some(clock) = page.clock {
        let words = clock_words(clock, teller);
        all.field("opp-clock", &words);
    }
    if let Some(client) = &page.client {
        let parts = [
            &client.organisation,
            &client.name,
            &client.email,
            &client.phone,
        ];
        let known: Vec<&str> = parts
            .into_iter()
            .map(String::as_str)
            .filter(|p| !p.is_empty())
            .collect();
        all.field("opp-client", &known.join(", "));
    }
    if let Some(text) = &page.text {
        all.lines.push(String::new());
        all.indented(text);
    }
    proposals(&mut all, page);
    if let Some((agreement, agreed)) = &page.agreement {
        let title = if *agreed {
            "opp-agreed"
        } else {
            "opp-to-agree"
        };
        let title = all.text(title);
        all.lines.push(String::new());
        all.lines.push(title);
        all.lines.extend(agreement_lines(agreement, teller));
    }
    mission(&mut all, page);
    all.lines
}

fn facts(all: &mut Page<'_>, row: &BoardRow) {
    let teller = all.teller;
    let country = row.country.map(|c| c.code().to_owned()).unwrap_or_default();
    let place = if row.online {
        teller.texts.get("opp-online").into_owned()
    } else {
        [row.place.as_str(), country.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    };
    all.field("opp-where", &place);
    let starts = row.starts.map(|at| teller.when(at));
    all.field("opp-when", &starts.unwrap_or_else(|| row.dates.clone()));
    let people = row.participants.map(|n| n.to_string()).unwrap_or_default();
    all.field("opp-participants", &people);
    all.field(
        "opp-audience",
        &teller.named("audience", row.audience.key()),
    );
    all.field("opp-work", &teller.named("work", row.work.key()));
    all.field("opp-language", &teller.language(row.language));
    all.field("opp-sessions", &row.sessions.to_string());
    let level = row.level.map(|belt| teller.named("belt", belt.key()));
    all.field("opp-level", &level.unwrap_or_default());
    all.field("opp-deadline", &teller.when(row.deadline));
    let amount = row.amount.map(|amount| teller.money(amount));
    all.field("opp-amount", &amount.unwrap_or_default());
    let formula = row.formula.map(|f| teller.named("formula", f.key()));
    all.field("opp-formula", &formula.unwrap_or_default());
    all.field("opp-proposals", &row.proposals.to_string());
}

fn step_words(step: &StepState, teller: &Teller<'_>) -> String {
    let name = teller.named("step", step.kind.key());
    let id = match (step.open, step.sold, step.price) {
        (true, ..) => "step-is-open",
        (false, false, _) => "step-is-over",
        (false, true, 0) => "step-is-free",
        (false, true, _) => "step-costs",
    };
    teller.texts.with(
        id,
        &[
            ("step", name.into()),
            ("price", step.price.into()),
            ("left", step.left.into()),
        ],
    )
}

/// When the client may be reached directly, in words.
pub(super) fn clock_words(clock: ContactClock, teller: &Teller<'_>) -> String {
    let plain = |id: &str| teller.texts.get(id).into_owned();
    let until = |at: Millis| {
        let args = [
            ("at", teller.when(at).into()),
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

/// What a step costs and opens, before it is taken.
pub(super) fn step_lines(
    page: &OpportunityPage,
    step: &StepState,
    teller: &Teller<'_>,
) -> Vec<String> {
    let opens = teller.texts.get(&format!("step-opens-{}", step.kind.key()));
    let mut lines = vec![step_words(step, teller), opens.into_owned()];
    if let (CreditKind::Contact, Some(clock)) = (step.kind, page.clock) {
        lines.push(clock_words(clock, teller));
    }
    if !step.open {
        lines.push(teller.texts.get("step-take").into_owned());
    }
    lines
}

fn proposals(all: &mut Page<'_>, page: &OpportunityPage) {
    let teller = all.teller;
    if let Some(others) = &page.others {
        let words = match others.prices {
            Some((low, high)) => all.with(
                "opp-others-prices",
                &[
                    ("n", others.count.into()),
                    ("low", teller.money(low).into()),
                    ("high", teller.money(high).into()),
                ],
            ),
            None => all.with("opp-others-count", &[("n", others.count.into())]),
        };
        all.field("opp-others", &words);
    }
    if let Some(mine) = &page.mine {
        all.lines.push(String::new());
        let state = teller.named("proposal", mine.progress.key());
        said(
            all,
            "opp-mine",
            &format!("{} · {state}", mine.id),
            &mine.says,
        );
        if let Some(draft) = &mine.draft {
            let words = all.text("opp-draft-beside");
            said(all, "opp-draft", &words, draft);
        }
        if mine.promising {
            let words = all.text("opp-promising");
            all.lines.push(words);
        }
        if !mine.words.is_empty() {
            let id = if mine.progress == Progress::Lost {
                "opp-advice"
            } else {
                "opp-reason"
            };
            all.field(id, &mine.words);
        }
    }
    if page.both_sides && page.row.request.is_some() {
        all.lines.push(String::new());
        let why = Refusal::Board(BoardRefusal::BothSides(page.row.id));
        all.lines.push(teller.refusal(&why));
    }
    for row in &page.proposals {
        all.lines.push(String::new());
        let price = row.price.map(|p| teller.money(p)).unwrap_or_default();
        let state = teller.named("proposal", row.progress.key());
        all.lines.push(format!(
            "{} · {} · {state} · {price} · {}",
            row.id, row.name, row.available
        ));
        if !row.lacks.is_empty() {
            let lacks = teller.lacks(&row.lacks);
            all.field("opp-cannot", &lacks);
        }
        all.indented(&row.text);
    }
}

/// The terms, in words (BRD-6).
pub(super) fn agreement_lines(agreement: &Agreement, teller: &Teller<'_>) -> Vec<String> {
    let mut all = Page {
        teller,
        lines: Vec::new(),
    };
    all.field("terms-price", &teller.money(agreement.price));
    let formula = agreement.formula.map(|f| teller.named("formula", f.key()));
    all.field("terms-formula", &formula.unwrap_or_default());
    match agreement.group {
        Group::Subcontracting => {
            let coordination = agreement.coordination.map(|m| teller.money(m));
            all.field("terms-coordination", &coordination.unwrap_or_default());
            let words = all.text("terms-no-fees");
            all.field("terms-fees", &words);
        }
        Group::ClientIntroduction => {
            let commission = all.with(
                "terms-commission-by",
                &[
                    ("amount", teller.money(agreement.commission).into()),
                    ("payer", teller.named("payer", agreement.payer.key()).into()),
                ],
            );
            all.field("terms-commission", &commission);
            let percent = |permille: u32| teller.formats.percent(permille.into(), 1_000);
            let fees = all.with(
                "terms-fees-declared",
                &[
                    ("usage", percent(agreement.usage_permille).into()),
                    (
                        "contribution",
                        percent(agreement.contribution_permille).into(),
                    ),
                ],
            );
            all.field("terms-fees", &fees);
        }
    }
    all.lines
}

fn mission(all: &mut Page<'_>, page: &OpportunityPage) {
    let Some(mission) = &page.mission else { return };
    let teller = all.teller;
    all.lines.push(String::new());
    all.field("opp-coordinator", &mission.coordinator.1);
    for (_, name, role) in &mission.team {
        let role = teller.named("mission-role", role.key());
        all.lines.push(format!("  {name} · {role}"));
    }
    let words = all.with(
        "opp-planned",
        &[
            ("planned", mission.sessions.len().into()),
            ("ordered", u32::from(mission.ordered).into()),
            ("held", mission.held.into()),
        ],
    );
    all.field("opp-mission", &words);
    for session in &mission.sessions {
        let by = session.by.as_ref().map_or("–", |(_, name)| name);
        let came = session.attended.map(|n| n.to_string()).unwrap_or_default();
        all.lines.push(format!(
            "  {} · {} · {by} · {came}",
            teller.when(session.at),
            session.place
        ));
    }
    for (task, done) in &mission.tasks {
        let mark = if *done { "[x]" } else { "[ ]" };
        all.lines
            .push(format!("  {mark} {}", teller.named("task", task.key())));
    }
    all.indented(&mission.report);
}

/// One's credits in words.
pub(super) fn credit_lines(page: &CreditPage, teller: &Teller<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    if !page.on {
        lines.push(teller.texts.get("credits-off").into_owned());
    }
    for (n, kind) in CreditKind::ALL.into_iter().enumerate() {
        let (left, price) = (page.left.get(n).copied(), page.prices.get(n).copied());
        lines.push(teller.texts.with(
            "credits-left",
            &[
                ("step", teller.named("step", kind.key()).into()),
                ("left", left.unwrap_or(0).into()),
                ("price", price.unwrap_or(0).into()),
            ],
        ));
    }
    for line in &page.lines {
        let what = teller.texts.get(&format!("credit-{}", line.what));
        let step = teller.named("step", line.kind.key());
        lines.push(format!(
            "{}\t{:+}\t{step}\t{what}\t{}\t{}",
            iso(line.at),
            line.by,
            line.of,
            line.words
        ));
    }
    lines
}
