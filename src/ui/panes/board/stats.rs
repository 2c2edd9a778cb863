//! Figures of the board (BRD-10): bars with the counts beside them, and the arithmetic in words, so that
//! anybody can do it again.

use super::page::Writer;
use crate::desk::views::{Counts, Season, Stats};
use crate::domain::money::Money;
use crate::text::fit;
use crate::ui::kit::prose::Tone;

/// Columns of a name before a bar.
const NAME: usize = 18;
/// Columns of a bar, at most.
const BAR: usize = 40;

impl Writer<'_> {
    pub(super) fn stats(&mut self, stats: &Stats) {
        let all = &stats.all;
        let words = self.with(
            "board-stats-posted",
            &[
                ("posted", all.posted.into()),
                ("open", all.open.into()),
                ("closed", all.closed.into()),
                ("realised", all.realised.into()),
                ("ended", all.ended.into()),
            ],
        );
        self.line(&words, Tone::Title);
        self.blank();
        if stats.whose.is_some() && all.settled > 0 {
            self.share("stats-wins", all.wins());
        }
        self.share("stats-materialise", all.materialise());
        self.competition(all);
        self.chances(all);
        let own = stats.whose.is_some();
        let heading = self.heading("stats-by-work", own);
        self.rule(heading);
        for (work, counts) in &stats.by_work {
            let name = self.named("work", work.key());
            self.bar(&name, counts, own);
        }
        let heading = self.heading("stats-by-season", own);
        self.rule(heading);
        for (Season { year, quarter }, counts) in &stats.by_season {
            let quarter = u32::from(*quarter);
            let year = year.to_string();
            let name = self.with(
                "board-stats-season",
                &[("year", year.into()), ("quarter", quarter.into())],
            );
            self.bar(&name, counts, own);
        }
        let heading = self.heading("stats-by-budget", own);
        self.rule(heading);
        for (from, counts) in &stats.by_budget {
            let name = match (from, stats.currency) {
                (Some(minor), Some(currency)) => {
                    let minor = *minor;
                    let amount = self.whole_money(Money { minor, currency });
                    self.with("stats-from", &[("amount", amount.into())])
                }
                _ => self.text("stats-no-budget"),
            };
            self.bar(&name, counts, own);
        }
    }

    /// What the bars of a section are shares of.
    fn heading(&self, id: &str, own: bool) -> String {
        let of = if own {
            "board-stats-of-wins"
        } else {
            "board-stats-of-missions"
        };
        format!("{} · {}", self.text(id), self.text(of))
    }

    /// `12 of 36 materialised = 33 %`, with its bar.
    fn share(&mut self, id: &str, (part, whole): (u32, u32)) {
        if whole == 0 {
            let words = self.text("stats-none-settled");
            return self.line(&words, Tone::Muted);
        }
        let share = self.percent(part, whole);
        let words = self.with(
            id,
            &[
                ("part", part.into()),
                ("whole", whole.into()),
                ("share", share.into()),
            ],
        );
        self.line(&words, Tone::Text);
        let bar = bar(part, whole, BAR.min(self.width()));
        self.line(&bar, Tone::Accent);
    }

    /// How many proposals one is among, on projects that had any.
    fn competition(&mut self, counts: &Counts) {
        let (proposals, projects) = counts.competition();
        if projects == 0 {
            return;
        }
        let each = tenths(proposals, projects, self.is_french());
        let share = self.percent(projects, proposals);
        let words = self.with(
            "board-stats-competition",
            &[
                ("proposals", proposals.into()),
                ("projects", projects.into()),
                ("each", each.into()),
                ("share", share.into()),
            ],
        );
        self.line(&words, Tone::Text);
        let bar = bar(projects, proposals, BAR.min(self.width()));
        self.line(&bar, Tone::Accent);
    }

    /// Both shares together: one proposal in so many becomes a mission.
    fn chances(&mut self, counts: &Counts) {
        let ((realised, settled), (proposals, projects)) =
            (counts.materialise(), counts.competition());
        let part = u64::from(realised) * u64::from(projects);
        let whole = u64::from(settled) * u64::from(proposals);
        if part == 0 {
            return;
        }
        let (share_one, share_two) = (
            self.percent(realised, settled),
            self.percent(projects, proposals),
        );
        let n = (whole + part / 2) / part;
        let words = self.with(
            "board-stats-so",
            &[
                ("one", share_one.into()),
                ("two", share_two.into()),
                ("n", i64::try_from(n).unwrap_or(i64::MAX).into()),
            ],
        );
        self.line(&words, Tone::Title);
    }

    /// A name, the bar of a share, the counts it is made of, and how many proposals came for each.
    fn bar(&mut self, name: &str, counts: &Counts, own: bool) {
        let (part, whole) = if own {
            counts.wins()
        } else {
            counts.materialise()
        };
        let (proposals, projects) = counts.competition();
        let room = self.width().saturating_sub(NAME + 34).clamp(8, BAR);
        let drawn = fit::pad_right(&bar(part, whole, room), room);
        let share = match whole {
            0 => "–".to_owned(),
            whole => format!("{part}/{whole} = {}", self.percent(part, whole)),
        };
        let each = match projects {
            0 => String::new(),
            projects => {
                let each = tenths(proposals, projects, self.is_french());
                self.with("board-stats-each", &[("each", each.into())])
            }
        };
        self.lines.push(vec![
            (format!("{} ", fit::pad_right(name, NAME)), Tone::Text),
            (format!("{drawn} "), Tone::Accent),
            (format!("{} ", fit::pad_right(&share, 14)), Tone::Text),
            (each, Tone::Muted),
        ]);
    }
}

/// So much of `columns` filled, to the eighth of a column; a dot where there is nothing.
fn bar(part: u32, whole: u32, columns: usize) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    if whole == 0 || part == 0 {
        return "·".to_owned();
    }
    let columns = u64::try_from(columns).unwrap_or(0);
    let eighths = (u64::from(part.min(whole)) * columns * 8 / u64::from(whole)).max(1);
    let full = usize::try_from(eighths / 8).unwrap_or(0);
    let rest = usize::try_from(eighths % 8).unwrap_or(0);
    format!(
        "{}{}",
        "█".repeat(full),
        EIGHTHS.get(rest).copied().unwrap_or_default()
    )
}

/// `3.0`, `3,0`: so many for each, to the tenth.
fn tenths(part: u32, whole: u32, french: bool) -> String {
    let (part, whole) = (u64::from(part), u64::from(whole.max(1)));
    let tenths = (part * 20 + whole) / (whole * 2);
    let point = if french { ',' } else { '.' };
    format!("{}{point}{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brd_10_bars_and_shares_are_what_the_counts_say() {
        assert_eq!(bar(1, 2, 10), "█████");
        assert_eq!(bar(1, 16, 10), "▋");
        assert_eq!((bar(0, 3, 10), bar(0, 0, 10)), ("·".into(), "·".into()));
        assert_eq!(tenths(108, 36, false), "3.0");
        assert_eq!(tenths(5, 3, true), "1,7");
    }
}
