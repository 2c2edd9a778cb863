//! The list of requests: its columns, and how a line says what it has to say. Never colour alone.

use super::InboxPane;
use super::others::NAME;
use super::writing::draft_key;
use crate::desk::views::{Inbox, Owing, RequestRow};
use crate::domain::RequestId;
use crate::domain::request::{Finding, Findings, Group, Stage, Status};
use crate::text::fold::fold;
use crate::ui::frame::{ListPane, Listing};
use crate::ui::kit::columns::{self, Column};
use crate::ui::kit::list::Rows;
use crate::ui::kit::list_view::{Cell, Row};
use crate::ui::kit::look::Look;
use crate::ui::tell::local;

/// Sign, due, number, that somebody is there, group, client and subject, findings, who, who is there,
/// whose turn. When it is narrow the name of who is there goes first (the sign stays), then whose turn
/// (sign and due say it too), then the group.
const COLUMNS: [Column; 10] = [
    Column::fixed(1),
    Column::fixed(7).right(),
    Column::fixed(7),
    Column::fixed(1),
    Column::fixed(2).drops(2),
    Column::flexible(32, 60),
    Column::fixed(4),
    Column::fixed(9),
    Column::fixed(NAME).drops(4),
    Column::fixed(12).drops(3),
];

/// The place of whose turn it is among the columns.
const TURN: usize = 9;

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
            columns: &COLUMNS,
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
        let sort = self
            .frame
            .browse
            .rows
            .as_ref()
            .map(Inbox::sort)
            .unwrap_or_default();
        let sort = look.texts.get(&format!("sort-{}", sort.key()));
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

    /// Whether there is no room for whose turn it is: who works it gives way to that.
    pub(super) fn is_narrow(&self) -> bool {
        let shown = columns::place(&COLUMNS, self.frame.browse.list_width());
        shown.iter().all(|placed| placed.index != TURN)
    }

    pub(super) fn line(&self, row: &RequestRow, narrow: bool, look: &Look<'_>) -> Row {
        let theme = look.theme;
        let past = row.due.is_some_and(|due| due < self.ctx().now);
        let late = row.is_overdue(self.ctx().now) && row.owing.is_at_hand();
        let soon = row
            .due
            .is_some_and(|due| due - self.ctx().now < 4 * 3_600_000);
        let due_style = match (row.status, late, soon, row.owing.is_ours()) {
            (Status::Open, true, _, _) => theme.late,
            (Status::Open, false, true, true) => theme.soon,
            // The client, a facilitator or a colleague is late: it is time to ask again.
            (Status::Open, false, _, _) if past => theme.soon,
            _ => theme.muted,
        };
        let dim = !matches!(row.status, Status::Open);
        let who = self.who(row, narrow, look);
        let short = |group: Group| {
            look.texts.get(match group {
                Group::Subcontracting => "short-subcontracting",
                Group::ClientIntroduction => "short-introduction",
            })
        };
        let group = match row.group {
            _ if row.provider => Cell::new(look.texts.get("short-provider")),
            Some((group, true)) => Cell::new(short(group)),
            Some((group, false)) => Cell::styled(short(group).to_lowercase(), theme.faint),
            None => Cell::styled("?", theme.soon),
        };
        let [somebody, name] = self.others_cells(row.id, look);
        Row {
            cells: vec![
                Cell::styled(
                    self.sign(row, late),
                    if late { theme.late } else { theme.muted },
                ),
                Cell::styled(self.due(row, look), due_style),
                Cell::styled(row.id.to_string(), theme.muted),
                somebody,
                group,
                Cell::new(self.subject(row)),
                Cell::styled(letters(row.findings), theme.soon),
                who,
                name,
                Cell::styled(self.turn(row, look), theme.muted),
            ],
            marked: self.frame.browse.list.marks().contains(&row.id),
            style: if dim { theme.muted } else { theme.text },
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

    /// One sign before the line: `!` overdue, `→` another's turn than ours, `z` asleep, `✎` an unsent note,
    /// `×` closed, `✓` valid.
    fn sign(&self, row: &RequestRow, late: bool) -> &'static str {
        match row.status {
            _ if self.frame.texts.drafts.has(&draft_key(row.id)) => "✎",
            Status::Snoozed { .. } => "z",
            Status::Closed { .. } => "×",
            Status::Merged { .. } => "»",
            Status::Void => "·",
            Status::Open if late => "!",
            Status::Open if !row.owing.is_at_hand() && row.owing != Owing::Nobody => "→",
            Status::Open if row.stage == Stage::Validated => "✓",
            Status::Open => " ",
        }
    }

    /// The subject, with the client before it when it does not name them itself (REQ-3).
    fn subject(&self, row: &RequestRow) -> String {
        let mut words = match (row.subject.is_empty(), row.findings.has(Finding::Subject)) {
            (true, _) => format!(
                "{} · {}",
                row.organisation,
                self.ctx().texts.get("no-subject")
            ),
            (false, true) if begins_with(&row.subject, &row.organisation) => row.subject.clone(),
            (false, true) => format!("{} · {}", row.organisation, row.subject),
            (false, false) => row.subject.clone(),
        };
        for tag in &row.tags {
            words.push_str(" #");
            words.push_str(tag);
        }
        if row.attachments > 0 {
            words.push_str(" ⎙");
        }
        words
    }

    /// How far away the next step is.
    fn due(&self, row: &RequestRow, look: &Look<'_>) -> String {
        match (row.status, row.due) {
            (Status::Open | Status::Snoozed { .. }, Some(due)) => {
                let span = local(self.ctx().me.zone, due) - look.now;
                let words = look.formats.span(span.abs());
                if due <= self.ctx().now - 60_000 {
                    format!("-{words}")
                } else {
                    words
                }
            }
            _ => String::new(),
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
