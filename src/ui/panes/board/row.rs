//! One line of the list of opportunities: what stands in each column. Never colour alone.

use super::list::{FAVOURITE, STALE, TURN};
use super::{BoardPane, proposal};
use crate::desk::views::BoardRow;
use crate::domain::Millis;
use crate::domain::opportunity::phase::{Phase, Progress};
use crate::domain::request::Group;
use crate::ui::frame::{ListPane, due, signs};
use crate::ui::kit::list_view::{Cell, Row};
use crate::ui::kit::look::Look;
use crate::ui::kit::texts::Texts;
use crate::ui::tell::local;

/// What is nearer than this is soon.
const SOON: Millis = 48 * 3_600_000;

impl BoardPane {
    pub(super) fn line(&self, row: &BoardRow, look: &Look<'_>) -> Row {
        let (theme, teller) = (look.theme, self.ctx().teller());
        let pending = row.stage == Phase::Open;
        let count = |n: Option<u32>| {
            n.map(|n| look.formats.number(i64::from(n)))
                .unwrap_or_default()
        };
        let level = row.level.map(|belt| teller.named("belt", belt.key()));
        let offers = row.proposals.filter(|n| *n > 0);
        let unsent = self
            .frame
            .texts
            .drafts
            .has(&proposal::key(&self.ctx().me, row.id));
        let price = row.amount.map(|amount| teller.money_whole(amount));
        let muted = |words: String| Cell::styled(words, theme.muted);
        let sign = |shows, sign| Cell::styled(signs::when(shows, sign), theme.accent);
        Row {
            cells: vec![
                sign(row.my_turn, TURN),
                sign(unsent, signs::UNSENT),
                sign(row.stale, STALE),
                sign(row.favourite, FAVOURITE),
                self.state(row, look),
                Cell::new(group(row.group, look)),
                muted(row.id.to_string()),
                Cell::new(title(row, look)),
                Cell::new(row.client.clone().unwrap_or_default()),
                muted(place(row, look.texts)),
                muted(row.language.code().to_owned()),
                muted(self.begins(row)),
                muted(count(row.participants)),
                Cell::new(price.unwrap_or_default()),
                muted(count(offers)),
                muted(teller.named("audience", row.audience.key())),
                muted(level.unwrap_or_default()),
                muted(teller.brief(row.posted_at)),
                self.deadline(row, pending, look),
            ],
            marked: false,
            style: if row.stale || !pending {
                theme.muted
            } else {
                theme.text
            },
        }
    }

    /// The day it begins, or the client's own words.
    pub(super) fn begins(&self, row: &BoardRow) -> String {
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

    /// How long proposals are still taken: amber when that is soon, red only where it is over and one's own turn.
    pub(super) fn deadline(&self, row: &BoardRow, pending: bool, look: &Look<'_>) -> Cell {
        if !pending {
            return Cell::default();
        }
        let words = due::words(self.ctx(), row.deadline);
        let style = match row.deadline - self.ctx().now {
            ..=0 if row.my_turn => look.theme.late,
            ..SOON => look.theme.soon,
            SOON.. => look.theme.muted,
        };
        Cell::styled(words, style)
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
            None if row.proposals.is_some_and(|n| n > 0) => {
                Cell::styled(said("board-state-judged"), theme.muted)
            }
            None => Cell::styled(said("board-stage-open"), theme.muted),
        }
    }
}
pub(super) fn group(group: Group, look: &Look<'_>) -> String {
    let id = match group {
        Group::Subcontracting => "board-group-sub",
        Group::ClientIntroduction => "board-group-intro",
    };
    look.texts.get(id).into_owned()
}

/// The title, and whether it cannot wait.
pub(super) fn title(row: &BoardRow, look: &Look<'_>) -> String {
    match row.urgent {
        true => format!("{} {}", look.texts.get("board-urgent-sign"), row.title),
        false => row.title.clone(),
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
