//! The list of requests: its columns, and how a line says what it has to say. Never colour alone.

use super::InboxPane;
use super::others::{LOOKING, NAME, WRITING};
use super::writing::draft_key;
use crate::desk::views::{Inbox, Owing, RequestRow};
use crate::domain::RequestId;
use crate::domain::request::{Finding, Findings, Group, Stage, Status};
use crate::text::fold::fold;
use crate::ui::frame::due::{self, Whose};
use crate::ui::frame::{ListPane, Listing, NEWEST, Sign, signs};
use crate::ui::kit::columns::{self, Column};
use crate::ui::kit::list::Rows;
use crate::ui::kit::list_view::{Cell, Row};
use crate::ui::kit::look::Look;

/// Which of the columns show that a line is told otherwise without.
#[derive(Clone, Copy)]
struct Shown {
    client: bool,
    turn: bool,
}

/// The columns. Subject, due and number stay however narrow it is; who works it, the group and what is to be fixed
/// come first; where the client has a column, the subject stands without.
pub(super) static COLUMNS: [Column; 18] = [
    Column::sign(),
    Column::sign().from(17),
    Column::sign().from(15),
    Column::between(7, 8)
        .right()
        .named("column-due")
        .sorts("next-step"),
    Column::fixed(7).named("column-number"),
    Column::fixed(2).from(16),
    Column::between(16, 26)
        .from(44)
        .named("column-client")
        .sorts("client"),
    Column::text(12)
        .named("column-client-subject")
        .beside(CLIENT, "column-subject")
        .sorts("subject"),
    Column::fixed(4).from(36).named("column-country"),
    Column::fixed(5).from(46).right().named("column-size"),
    Column::fixed(10)
        .from(38)
        .named("column-stage")
        .sorts("stage"),
    Column::fixed(4).from(16).named("column-fix"),
    Column::between(8, 10)
        .from(15)
        .named("column-who")
        .sorts("who"),
    Column::sign(),
    Column::fixed(NAME).from(37),
    Column::fixed(12).from(36).named("column-turn"),
    Column::fixed(8)
        .from(48)
        .right()
        .named("column-received")
        .falls(NEWEST),
    Column::fixed(8).from(50).right().named("column-deadline"),
];

/// The places of the client and of whose turn it is among the columns.
const CLIENT: usize = 6;
const TURN: usize = 15;

const ASLEEP: Sign = ("z", "sign-asleep");
const CLOSED: Sign = ("×", "sign-closed");
const MERGED: Sign = ("»", "sign-merged");
const VOID: Sign = ("·", "sign-void");
const VALID: Sign = ("✓", "sign-valid");
const FILES: Sign = ("⎙", "sign-files");

/// The signs of a line.
pub(super) const SIGNS: [Sign; 15] = [
    signs::LATE,
    signs::OTHERS,
    ASLEEP,
    CLOSED,
    MERGED,
    VOID,
    signs::UNSENT,
    LOOKING,
    WRITING,
    VALID,
    FILES,
    ("2", "sign-several"),
    ("S", "sign-subject"),
    ("D", "sign-deadline"),
    ("C", "sign-copies"),
];

impl Rows for Inbox {
    type Id = RequestId;

    fn len(&self) -> usize {
        Inbox::len(self)
    }

    fn id(&self, position: usize) -> Option<RequestId> {
        self.id_at(position)
    }

    fn find(&self, id: &RequestId) -> Option<usize> {
        self.position(*id)
    }
}

/// The letters of what the linter found: S(ubject), 2 requests in one, D(eadline), C(opies).
pub(super) fn letters(findings: Findings) -> String {
    let letter = |finding| match finding {
        Finding::Several => '2',
        Finding::Subject => 'S',
        Finding::NoDeadline => 'D',
        Finding::Copies => 'C',
    };
    Finding::ALL
        .into_iter()
        .filter(|finding| findings.has(*finding))
        .map(letter)
        .collect()
}

/// The text that says in a word how far a conversation has come.
fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::New => "short-new",
        Stage::Attempted => "short-attempted",
        Stage::InTouch => "short-in-touch",
        Stage::Validated => "short-validated",
    }
}

/// Whether a subject names the client at its beginning already, however it is written.
fn begins_with(subject: &str, client: &str) -> bool {
    fold(subject).starts_with(&fold(client))
}

impl InboxPane {
    /// What stands around the list.
    pub(super) fn around(&self, look: &Look<'_>) -> Listing {
        let (position, len) = self.position();
        let rows = self.frame.browse.rows.as_ref();
        Listing {
            title: self.list_title(look),
            right: Some(format!("{position}/{len}")),
            hint: "filter-hint",
            empty: rows
                .map(|inbox| self.empty_words(inbox, look))
                .unwrap_or_default(),
        }
    }

    fn position(&self) -> (usize, String) {
        let Some(inbox) = &self.frame.browse.rows else {
            return (0, "0".to_owned());
        };
        let at = if inbox.is_empty() {
            0
        } else {
            self.frame.browse.list.viewport.selected + 1
        };
        let more = if inbox.is_complete() { "" } else { "…" };
        let number = i64::try_from(inbox.len()).unwrap_or(i64::MAX);
        (at, format!("{}{more}", self.ctx().formats.number(number)))
    }

    fn list_title(&self, look: &Look<'_>) -> String {
        let rows = self.frame.browse.rows.as_ref();
        let sort = rows.map(Inbox::sort).unwrap_or_default();
        let sort = match rows.is_some_and(Inbox::is_turned) {
            true => look.texts.get("sort-turned"),
            false => look.texts.get(&format!("sort-{}", sort.key())),
        };
        format!("{} · {sort}", self.view.name)
    }

    /// What would fill an empty list, and the key that does.
    fn empty_words(&self, inbox: &Inbox, look: &Look<'_>) -> String {
        if let Some(strange) = inbox.strange_filter().filter(|_| inbox.is_complete()) {
            return self.ctx().teller().strange(&strange);
        }
        let id = match (
            inbox.is_complete(),
            !self.frame.browse.is_filtered(),
            inbox.live(),
        ) {
            (false, ..) => "empty-looking",
            (true, false, _) => "empty-filter",
            (true, true, 0) => "empty-house",
            (true, true, _) => "empty-view",
        };
        look.texts.get(id).into_owned()
    }

    /// The lines of `rows`, as the columns that show want them.
    pub(super) fn rows_of(
        &self,
        rows: impl Iterator<Item = RequestRow>,
        look: &Look<'_>,
    ) -> Vec<Row> {
        let placed = self.frame.browse.placed(&COLUMNS);
        let shown = Shown {
            client: columns::shows(&placed, CLIENT),
            turn: columns::shows(&placed, TURN),
        };
        rows.map(|row| self.line(&row, shown, look)).collect()
    }

    fn line(&self, row: &RequestRow, shown: Shown, look: &Look<'_>) -> Row {
        let (ctx, theme) = (self.ctx(), look.theme);
        let late = row.is_overdue(ctx.now) && row.owing.is_at_hand();
        let [somebody, name] = self.others_cells(row.id, look);
        let unsent = self.frame.texts.drafts.has(&draft_key(row.id));
        let number = |n: u32| ctx.formats.number(i64::from(n));
        let code = row.country.map(|country| country.code().to_owned());
        let deadline = row.deadline.map(|at| due::words(ctx, at));
        let muted = |words: String| Cell::styled(words, theme.muted);
        Row {
            cells: vec![
                Cell::styled(
                    self.sign(row, late),
                    if late { theme.late } else { theme.muted },
                ),
                Cell::styled(
                    signs::when(row.stage == Stage::Validated, VALID),
                    theme.good,
                ),
                Cell::styled(signs::when(unsent, signs::UNSENT), theme.accent),
                self.due(row, look),
                muted(row.id.to_string()),
                self.group(row, look),
                Cell::new(row.organisation.clone()),
                Cell::new(self.subject(row, shown.client)),
                muted(code.unwrap_or_default()),
                muted(row.participants.map(number).unwrap_or_default()),
                muted(self.text(stage(row.stage))),
                Cell::styled(letters(row.findings), theme.soon),
                self.who(row, !shown.turn, look),
                somebody,
                name,
                muted(self.turn(row, look)),
                muted(ctx.teller().brief(row.received_at)),
                muted(deadline.unwrap_or_default()),
            ],
            marked: self.frame.browse.list.marks().contains(&row.id),
            style: match row.status {
                Status::Open => theme.text,
                _ => theme.muted,
            },
        }
    }

    /// The group: in small letters while it is only proposed.
    fn group(&self, row: &RequestRow, look: &Look<'_>) -> Cell {
        let theme = look.theme;
        let short = |group: Group| {
            look.texts.get(match group {
                Group::Subcontracting => "short-subcontracting",
                Group::ClientIntroduction => "short-introduction",
            })
        };
        match row.group {
            _ if row.provider => Cell::new(look.texts.get("short-provider")),
            Some((group, true)) => Cell::new(short(group)),
            Some((group, false)) => Cell::styled(short(group).to_lowercase(), theme.muted),
            None => Cell::styled("?", theme.soon),
        }
    }

    /// Who works it. In a narrow list, who owes the next step instead, where that is another.
    fn who(&self, row: &RequestRow, narrow: bool, look: &Look<'_>) -> Cell {
        let theme = look.theme;
        let works = row.assignee.as_ref().map(|(_, name, _)| name);
        let other = match &row.owing {
            Owing::Colleague(name) => works != Some(name),
            Owing::Desk(_) | Owing::Proposers | Owing::Winner(_) | Owing::Coordinator(_) => true,
            Owing::You | Owing::Unclaimed | Owing::Client | Owing::Nobody => false,
        };
        if narrow && other && row.status == Status::Open {
            let short = self.ctx().teller().owing_short(&row.owing);
            return Cell::styled(format!("→{short}"), theme.muted);
        }
        match &row.assignee {
            Some((_, _, true)) => Cell::styled(look.texts.get("who-you"), theme.accent),
            Some((_, name, false)) => Cell::new(name.clone()),
            None => Cell::styled("–", theme.faint),
        }
    }

    /// How it stands, in one sign: late and ours, another's turn, asleep, at its end.
    fn sign(&self, row: &RequestRow, late: bool) -> &'static str {
        let sign = match row.status {
            Status::Snoozed { .. } => ASLEEP,
            Status::Closed { .. } => CLOSED,
            Status::Merged { .. } => MERGED,
            Status::Void => VOID,
            Status::Open if late => signs::LATE,
            Status::Open if !row.owing.is_at_hand() && row.owing != Owing::Nobody => signs::OTHERS,
            Status::Open => return " ",
        };
        sign.0
    }

    /// The subject, with the client before it when it does not name them itself (REQ-3) and they have no column.
    fn subject(&self, row: &RequestRow, client_shown: bool) -> String {
        let subject = match row.subject.is_empty() {
            true => self.text("no-subject"),
            false => row.subject.clone(),
        };
        let named = !row.subject.is_empty()
            && (!row.findings.has(Finding::Subject)
                || begins_with(&row.subject, &row.organisation));
        let mut words = match client_shown || named {
            true => subject,
            false => format!("{} · {subject}", row.organisation),
        };
        for tag in &row.tags {
            words.push_str(" #");
            words.push_str(tag);
        }
        if row.attachments > 0 {
            words.push(' ');
            words.push_str(FILES.0);
        }
        words
    }

    /// How far away the next step is.
    fn due(&self, row: &RequestRow, look: &Look<'_>) -> Cell {
        let whose = match row.owing.is_at_hand() {
            true => Whose::Ours,
            false => Whose::Others,
        };
        match (row.status, row.due) {
            (Status::Open, Some(at)) => due::cell(self.ctx(), look.theme, at, whose),
            (Status::Snoozed { .. }, Some(at)) => {
                Cell::styled(due::words(self.ctx(), at), look.theme.muted)
            }
            _ => Cell::default(),
        }
    }

    fn turn(&self, row: &RequestRow, look: &Look<'_>) -> String {
        let id = match row.status {
            Status::Open => return self.ctx().teller().owing_short(&row.owing),
            Status::Snoozed { .. } => "turn-asleep",
            Status::Closed { .. } => "turn-closed",
            Status::Merged { .. } => "turn-merged",
            Status::Void => "turn-void",
        };
        look.texts.get(id).into_owned()
    }
}
