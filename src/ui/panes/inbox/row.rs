//! One line of the list of requests: what stands in each column, as few words as say it. Never colour alone.

use std::ops::Range;

use super::InboxPane;
use super::list::{ASLEEP, CLIENT, CLOSED, COLUMNS, FILES, MERGED, TURN, VALID, VOID};
use super::news::News;
use super::writing::draft_key;
use crate::desk::views::{Owing, RequestRow};
use crate::domain::RequestId;
use crate::domain::request::{Finding, Findings, Group, RequestStage, Status};
use crate::text::fold;
use crate::ui::frame::due::{self, Whose};
use crate::ui::frame::{Ctx, ListPane, Stand, signs};
use crate::ui::kit::columns::{self, Placed};
use crate::ui::kit::list_view::{self, Cell, Row};
use crate::ui::kit::look::Look;

/// Which of the columns show that a line is told otherwise without.
#[derive(Clone, Copy)]
struct Told {
    client: bool,
    turn: bool,
}

impl Told {
    fn in_columns(placed: &[Placed]) -> Told {
        Told {
            client: columns::shows(placed, CLIENT),
            turn: columns::shows(placed, TURN),
        }
    }
}

/// What a line says that may change though its request did not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Beside {
    marked: bool,
    unsent: bool,
    group: Option<(Group, bool)>,
}

/// The letters of what the linter found: S(ubject), 2 requests in one, D(eadline), C(opies).
pub(super) fn letters(findings: Findings) -> String {
    let letter = |finding| match finding {
        Finding::Several => '2',
        Finding::Subject => 'S',
        Finding::NoDeadline | Finding::DoubtfulDate => 'D',
        Finding::Copies => 'C',
    };
    Finding::ALL
        .into_iter()
        .filter(|finding| findings.has(*finding))
        .map(letter)
        .collect()
}

/// The text that says in a word how far a conversation has come.
fn stage(stage: RequestStage) -> &'static str {
    match stage {
        RequestStage::New => "short-new",
        RequestStage::Attempted => "short-attempted",
        RequestStage::InTouch => "short-in-touch",
        RequestStage::Validated => "short-validated",
    }
}

/// Whether a subject names the client at its beginning already, however it is written.
fn begins_with(subject: &str, client: &str) -> bool {
    fold::fold(subject).starts_with(&fold::fold(client))
}

impl InboxPane {
    /// The lines of the requests at these places, as the columns that show want them.
    pub(super) fn lines_at(&self, places: Range<usize>, look: &Look<'_>) -> Vec<Row> {
        let (inbox, now) = (self.frame.browse.rows.iter(), self.ctx().now);
        let rows = inbox.flat_map(|inbox| places.clone().filter_map(|at| inbox.row(at, now)));
        let shown = Told::in_columns(&self.frame.browse.placed(&COLUMNS));
        rows.map(|row| self.line(&row, shown, look)).collect()
    }

    /// The same, those that showed before and say the same as they were.
    pub(super) fn kept_lines(
        &self,
        places: Range<usize>,
        width: u16,
        look: &Look<'_>,
    ) -> Vec<list_view::Shown> {
        let (Some(inbox), now) = (&self.frame.browse.rows, self.ctx().now) else {
            return Vec::new();
        };
        let placed = self.frame.browse.placed(&COLUMNS);
        let (shown, stand) = (
            Told::in_columns(&placed),
            Stand {
                columns: &COLUMNS,
                placed: &placed,
                width,
                now,
            },
        );
        let ids = places.filter_map(|at| inbox.id_at(at));
        let line = |id: &RequestId| Some(self.line(&inbox.row_of(*id, now)?, shown, look));
        let beside = |id| self.beside(id, inbox.group_of(id)?);
        let rows = ids.map(|id| (id, beside(id)));
        self.lines.shown(stand, look, rows, line)
    }

    /// What else a line says than its request; nothing where somebody is at it, whom it says too.
    fn beside(&self, request: RequestId, group: Option<(Group, bool)>) -> Option<Beside> {
        let somebody = self.ctx().onlookers.at(request).next().is_some();
        let drafts = &self.frame.texts.drafts;
        (!somebody).then(|| Beside {
            marked: self.frame.browse.list.marks().contains(&request),
            unsent: !drafts.is_empty() && drafts.has(&draft_key(request)),
            group,
        })
    }

    /// The house published something: what showed before and now says something else is forgotten.
    pub(super) fn forget_lines(&mut self, before: &Ctx, news: News) {
        let inbox = self.frame.browse.rows.as_ref();
        let follows = inbox.is_some_and(|inbox| inbox.seq() == before.sight.seq());
        let changed = self.ctx().sight.changed_since(before.sight.seq());
        match changed.filter(|_| follows && news != News::Everywhere) {
            Some(changed) => {
                let is_changed = |id: &RequestId| changed.binary_search(id).is_ok();
                self.lines.forget_those(is_changed);
            }
            None => self.lines.forget(),
        }
    }

    fn line(&self, row: &RequestRow, shown: Told, look: &Look<'_>) -> Row {
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
                    signs::when(row.stage == RequestStage::Validated, VALID),
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
                muted(self.turn(row, look)),
                muted(ctx.teller().brief(row.received_at)),
                muted(deadline.unwrap_or_default()),
                name,
            ],
            marked: self.frame.browse.list.marks().contains(&row.id),
            style: match row.status {
                Status::Open => theme.text,
                _ => theme.muted,
            },
        }
    }

    /// The group: in small letters while it is only proposed.
    pub(super) fn group(&self, row: &RequestRow, look: &Look<'_>) -> Cell {
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
    pub(super) fn who(&self, row: &RequestRow, narrow: bool, look: &Look<'_>) -> Cell {
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
    pub(super) fn sign(&self, row: &RequestRow, late: bool) -> &'static str {
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
    pub(super) fn subject(&self, row: &RequestRow, client_shown: bool) -> String {
        let subject = match row.subject.is_empty() {
            true => self.text("no-subject"),
            false => row.subject.clone(),
        };
        let named = !row.subject.is_empty()
            && (!row.findings.has(Finding::Subject)
                || begins_with(&row.subject, &row.organisation));
        let mut words = match (client_shown, named) {
            (true, _) => fold::without(&subject, &row.organisation).to_owned(),
            (false, true) => subject,
            (false, false) => format!("{} · {subject}", row.organisation),
        };
        for tag in self.ctx().teller().tags(&row.tags) {
            words.push_str(" #");
            words.push_str(&tag);
        }
        if row.attachments > 0 {
            words.push(' ');
            words.push_str(FILES.0);
        }
        words
    }

    /// How far away the next step is.
    pub(super) fn due(&self, row: &RequestRow, look: &Look<'_>) -> Cell {
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

    pub(super) fn turn(&self, row: &RequestRow, look: &Look<'_>) -> String {
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
