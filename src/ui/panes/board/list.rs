//! The list of opportunities: its columns, and how a line says what it has to say. Never colour alone.

use super::{BoardPane, proposal};
use crate::desk::views::{BoardList, BoardQuery, BoardRow};
use crate::domain::opportunity::phase::{Phase, Progress};
use crate::domain::request::Group;
use crate::domain::{Millis, OpportunityId};
use crate::ui::frame::{ListPane, Listing};
use crate::ui::kit::columns::Column;
use crate::ui::kit::list::Rows;
use crate::ui::kit::list_view::{Cell, Row};
use crate::ui::kit::look::Look;
use crate::ui::kit::texts::Texts;
use crate::ui::tell::local;

/// From this width of the list on the group is written out.
const WIDE: u16 = 128;
/// What is nearer than this is soon.
const SOON: Millis = 48 * 3_600_000;

/// Signs, group, number, title, where, when, participants, audience, level, deadline, proposals so far,
/// state. When it is narrow the dates in words go first, then the audience, the level, the participants,
/// the proposals and where: the page says them all, and a title that cannot be read says nothing.
const fn columns(group: u16) -> [Column; 12] {
    [
        Column::fixed(2),
        Column::fixed(group),
        Column::fixed(5),
        Column::flexible(26, 34),
        Column {
            flex: 0,
            ..Column::flexible(11, 16).drops(3)
        },
        Column::fixed(12).drops(9),
        Column::fixed(5).right().drops(5),
        Column::fixed(14).drops(8),
        Column::fixed(7).drops(7),
        Column::fixed(7).right(),
        Column::fixed(3).right().drops(4),
        Column::fixed(11),
    ]
}

static NARROW: [Column; 12] = columns(5);
static BROAD: [Column; 12] = columns(22);

impl Rows for BoardList {
    type Id = OpportunityId;

    fn len(&self) -> usize {
        BoardList::len(self)
    }

    fn id(&self, position: usize) -> Option<OpportunityId> {
        self.id_at(position)
    }

    fn find(&self, id: &OpportunityId) -> Option<usize> {
        self.position(*id)
    }
}

impl BoardPane {
    /// What stands around the list.
    pub(super) fn around(&self, look: &Look<'_>) -> Listing {
        let rows = self.frame.browse.rows.as_ref();
        let right = match rows.map(BoardList::is_empty) {
            None => Some("…".to_owned()),
            Some(true) => Some("0".to_owned()),
            Some(false) => None,
        };
        let broad = self.is_broad();
        Listing {
            title: self.list_title(look),
            right,
            hint: "board-filter-hint",
            columns: if broad { &BROAD } else { &NARROW },
            empty: self.empty_words(look),
        }
    }

    /// Whether the group is written out.
    pub(super) fn is_broad(&self) -> bool {
        let list = self.frame.browse.places().0;
        list.is_some_and(|list| list.width >= WIDE)
    }

    /// What would fill an empty list: nothing matches, or nothing is in the view. Nothing at all is said by
    /// `empty`.
    fn empty_words(&self, look: &Look<'_>) -> String {
        let (browse, rows) = (&self.frame.browse, self.frame.browse.rows.as_ref());
        let Some(list) = rows.filter(|list| list.is_empty()) else {
            return String::new();
        };
        if let Some(strange) = BoardQuery::strange(browse.filter.text()) {
            self.ctx().teller().strange(&strange)
        } else if browse.is_filtered() {
            look.texts.get("board-nothing-matches").into_owned()
        } else if list.query().is_filtered() || list.within() > 0 || !self.at_home() {
            look.texts.get("board-nothing-in-view").into_owned()
        } else {
            String::new()
        }
    }

    fn list_title(&self, look: &Look<'_>) -> String {
        let name = look.texts.get(self.view.name);
        format!("{name} · {}", look.texts.get("board-newest"))
    }

    pub(super) fn line(&self, row: &BoardRow, broad: bool, look: &Look<'_>) -> Row {
        let theme = look.theme;
        let teller = self.ctx().teller();
        let pending = row.stage == Phase::Open;
        let count = |n: Option<u32>| {
            n.map(|n| look.formats.number(i64::from(n)))
                .unwrap_or_default()
        };
        let level = row.level.map(|belt| teller.named("belt", belt.key()));
        let offers = Some(row.proposals).filter(|n| *n > 0);
        Row {
            cells: vec![
                Cell::styled(self.signs(row), theme.accent),
                Cell::new(group(row.group, broad, look)),
                Cell::styled(row.id.to_string(), theme.muted),
                Cell::new(title(row, look)),
                Cell::styled(place(row, look.texts), theme.muted),
                Cell::styled(self.begins(row), theme.muted),
                Cell::styled(count(row.participants), theme.muted),
                Cell::styled(teller.named("audience", row.audience.key()), theme.muted),
                Cell::styled(level.unwrap_or_default(), theme.muted),
                self.deadline(row, pending, look),
                Cell::styled(count(offers), theme.muted),
                self.state(row, look),
            ],
            marked: false,
            style: if row.stale || !pending {
                theme.muted
            } else {
                theme.text
            },
        }
    }

    /// `!` one's own turn, `✎` words that were not sent, `~` stale; `★` a favourite.
    fn signs(&self, row: &BoardRow) -> String {
        let first = match row {
            row if row.my_turn => '!',
            row if self.frame.texts.drafts.has(&proposal::key(row.id)) => '✎',
            row if row.stale => '~',
            _ => ' ',
        };
        let star = if row.favourite { '★' } else { ' ' };
        format!("{first}{star}")
    }

    /// The day it begins, or the client's own words.
    fn begins(&self, row: &BoardRow) -> String {
        match row.starts {
            Some(at) => {
                let at = local(self.ctx().me.zone, at);
                let now = local(self.ctx().me.zone, self.ctx().now);
                let day = self.ctx().formats.day(at.date_naive());
                let short = day.split_once(' ').map_or(day.as_str(), |(_, rest)| rest);
                if at.date_naive() == now.date_naive() {
                    self.ctx().formats.time(at)
                } else {
                    short.to_owned()
                }
            }
            None => row.dates.clone(),
        }
    }

    /// How long proposals are still taken: amber when that is soon, red only once it is over.
    fn deadline(&self, row: &BoardRow, pending: bool, look: &Look<'_>) -> Cell {
        if !pending {
            return Cell::default();
        }
        let left = row.deadline - self.ctx().now;
        let span = local(self.ctx().me.zone, row.deadline) - look.now;
        let words = look.formats.span(span.abs());
        match left {
            ..=0 => Cell::styled(format!("-{words}"), look.theme.late),
            1..SOON => Cell::styled(words, look.theme.soon),
            SOON.. => Cell::styled(words, look.theme.muted),
        }
    }

    /// What it is to who looks: their proposal, whether they may apply, what waits for the client.
    fn state(&self, row: &BoardRow, look: &Look<'_>) -> Cell {
        let theme = look.theme;
        let said = |id: &str| look.texts.get(id).into_owned();
        if row.my_turn && row.stage == Phase::Selected {
            return Cell::styled(said("board-state-confirm"), theme.accent);
        }
        if let Some(mine) = row.mine {
            let style = match mine {
                Progress::Interesting | Progress::Selected | Progress::Confirmed => theme.good,
                Progress::Draft
                | Progress::Submitted
                | Progress::NotInteresting
                | Progress::Lost
                | Progress::Withdrawn => theme.text,
            };
            return Cell::styled(
                said(&format!("board-state-{}", mine.key().replace('_', "-"))),
                style,
            );
        }
        if row.stage != Phase::Open {
            return Cell::styled(
                said(&format!("board-stage-{}", row.stage.key())),
                theme.muted,
            );
        }
        if row.unjudged > 0 {
            let words = look
                .texts
                .with("board-state-to-judge", &[("n", row.unjudged.into())]);
            let style = if row.my_turn {
                theme.accent
            } else {
                theme.text
            };
            return Cell::styled(words, style);
        }
        let closed = row.closed || row.deadline <= self.ctx().now;
        match row.eligible {
            Some(_) if closed && row.opened.first() != Some(&true) => {
                Cell::styled(said("board-state-closed"), theme.muted)
            }
            Some(_)
                if row.opened.first() == Some(&true) && (closed || row.eligible == Some(true)) =>
            {
                Cell::styled(said("board-state-opened"), theme.good)
            }
            Some(true) => Cell::styled(said("board-state-eligible"), theme.good),
            Some(false) => Cell::styled(said("board-state-not-eligible"), theme.muted),
            None if row.proposals > 0 => Cell::styled(said("board-state-judged"), theme.muted),
            None => Cell::styled(said("board-stage-open"), theme.muted),
        }
    }
}

fn group(group: Group, broad: bool, look: &Look<'_>) -> String {
    let id = match (group, broad) {
        (Group::Subcontracting, false) => "board-group-sub",
        (Group::ClientIntroduction, false) => "board-group-intro",
        (group, true) => {
            return look
                .texts
                .get(&format!("group-{}", group.key()))
                .into_owned();
        }
    };
    look.texts.get(id).into_owned()
}

/// The title, with the client before it for who may know, and whether it cannot wait.
fn title(row: &BoardRow, look: &Look<'_>) -> String {
    let urgent = if row.urgent {
        format!("{} ", look.texts.get("board-urgent-sign"))
    } else {
        String::new()
    };
    match &row.client {
        Some(client) => format!("{urgent}{} · {client}", row.title),
        None => format!("{urgent}{}", row.title),
    }
}

/// Where it is: the country, and the place or that it is online.
pub(super) fn place(row: &BoardRow, texts: &Texts) -> String {
    let online = texts.get("board-online");
    let country = row.country.as_ref().map(|country| country.code());
    let place = if row.online { &*online } else { &row.place };
    let parts = [country.unwrap_or_default(), place];
    let there: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    there.join(" ")
}
