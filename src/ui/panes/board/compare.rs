//! Proposals side by side (BRD-7): as many columns as there is room for, two at 80. The one that has the
//! keys is judged or selected from here.

use super::BoardPane;
use super::page::Writer;
use super::sheet::{Kind, Sheet};
use crate::desk::views::{OpportunityPage, ProposalRow};
use crate::domain::ids::ProposalId;
use crate::domain::opportunity::phase::Phase;
use crate::domain::opportunity::proposal::{ProposalStanding, Verdict};
use crate::domain::trade::Belt;
use crate::text::fit;
use crate::ui::frame::ListPane;
use crate::ui::kit::prose::{Line, Tone};

/// The least columns of one proposal, and the most proposals side by side.
const COLUMN: usize = 36;
const MOST: usize = 4;
/// Columns between two.
const GAP: usize = 3;

impl BoardPane {
    pub(super) fn compare(&mut self) {
        let Some(page) = self.page() else { return };
        let at = page.proposals.first().map(|row| row.id);
        let kind = Kind::Compare {
            of: page.row.id,
            at,
        };
        self.show(Sheet::of(kind));
    }

    /// The proposal that has the keys.
    fn compared(&self) -> Option<&ProposalRow> {
        let sheet = self.sheet.as_ref()?;
        let Kind::Compare { at, .. } = &sheet.kind else {
            return None;
        };
        let rows = self.page()?.proposals.iter();
        let mut rows = rows.filter(|row| Some(row.id) == *at);
        rows.next()
    }

    pub(super) fn compare_step(&mut self, by: isize) {
        let Some(page) = self.page() else { return };
        let now = self.compared().map(|row| row.id);
        let at = page.proposals.iter().position(|row| Some(row.id) == now);
        let next = at.map_or(0, |at| at.saturating_add_signed(by));
        let last = page.proposals.len().saturating_sub(1);
        let next = page.proposals.get(next.min(last)).map(|row| row.id);
        if let Some(Sheet {
            kind: Kind::Compare { at, .. },
            ..
        }) = &mut self.sheet
        {
            *at = next;
        }
        self.write_sheet();
    }

    /// The one that has the keys, when it can still be judged or selected.
    fn judgeable(&mut self) -> Option<ProposalRow> {
        let row = self.compared().cloned()?;
        let pending = self
            .page()
            .is_some_and(|page| page.row.stage == Phase::Open);
        if pending && row.state == ProposalStanding::Submitted {
            return Some(row);
        }
        let words = self.with(
            "board-why-not-standing",
            &[("who", row.name.as_str().into())],
        );
        self.frame.out.refuse(words);
        None
    }

    pub(super) fn judge_compared(&mut self, verdict: Verdict) {
        let Some(row) = self.judgeable() else { return };
        if row.verdict == verdict {
            let words = self.text("refusal-already-so");
            return self.frame.out.refuse(words);
        }
        self.judge(verdict, row.id);
    }

    pub(super) fn select_compared(&mut self) {
        let Some(row) = self.judgeable() else { return };
        if !row.lacks.is_empty() {
            let why = self.ctx().teller().lacks(&row.lacks);
            let words = self.with("board-cannot-select", &[("why", why.into())]);
            return self.frame.out.refuse(words);
        }
        self.ask_select(row.id, row.read);
    }
}

impl Writer<'_> {
    /// The columns, from a window that has the one with the keys.
    pub(super) fn compare(self, page: &OpportunityPage, at: Option<ProposalId>) -> Vec<Line> {
        let rows = &page.proposals;
        let fit = ((self.width() + GAP) / (COLUMN + GAP)).clamp(1, MOST);
        let shown = fit.min(rows.len()).max(1);
        let place = rows.iter().position(|row| Some(row.id) == at).unwrap_or(0);
        let first = place
            .saturating_sub(shown - 1)
            .min(rows.len().saturating_sub(shown));
        let wide = (self.width() - GAP * (shown - 1)) / shown;
        let window = rows.iter().enumerate().skip(first).take(shown);
        let columns: Vec<Vec<(String, Tone)>> = window
            .map(|(n, row)| self.column(row, (n, rows.len()), Some(row.id) == at, wide))
            .collect();
        let height = columns.iter().map(Vec::len).max().unwrap_or(0);
        let line = |n: usize| {
            let mut line: Line = Vec::new();
            for (c, column) in columns.iter().enumerate() {
                if c > 0 {
                    line.push((" │ ".to_owned(), Tone::Faint));
                }
                let (words, tone) = match column.get(n) {
                    Some((words, tone)) => (words.as_str(), *tone),
                    None => ("", Tone::Text),
                };
                line.push((fit::pad_right(words, wide), tone));
            }
            line
        };
        (0..height).map(line).collect()
    }

    /// One proposal: who, what it costs, when, how good, in which languages, what it says.
    fn column(
        &self,
        row: &ProposalRow,
        (n, of): (usize, usize),
        has_keys: bool,
        wide: usize,
    ) -> Vec<(String, Tone)> {
        let mut lines = Vec::new();
        let sign = if has_keys { "▸" } else { " " };
        let head = format!("{sign} {}/{of} {}", n + 1, row.name);
        let tone = if has_keys { Tone::Accent } else { Tone::Title };
        lines.push((head, tone));
        let belt = row.belt.map_or("no".into(), Belt::key);
        let belt = self.named("belt", belt);
        let spoken: Vec<&str> = row.languages.iter().map(|l| l.code()).collect();
        let country = row.country.map(|c| c.code().to_owned());
        for (label, words) in [
            ("board-field-price", self.money(row.price)),
            (
                "board-field-state",
                self.named("proposal", row.progress.key()),
            ),
            ("board-field-available", row.available.clone()),
            ("board-field-level", belt),
            ("board-notice-language", spoken.join(", ")),
            ("form-client-country", country.unwrap_or_default()),
        ] {
            let label = fit::pad_right(&self.text(label), 11);
            for (n, words) in fit::wrap(&words, wide.saturating_sub(12).max(8))
                .iter()
                .enumerate()
            {
                let label = if n == 0 { &label } else { "           " };
                lines.push((format!("{label} {words}"), Tone::Text));
            }
        }
        if row.promising {
            lines.push((format!("★ {}", self.text("board-promising")), Tone::Muted));
        }
        for lack in &row.lacks {
            let words = format!("✗ {}", self.lack(lack));
            lines.extend(wrapped(&words, wide, Tone::Soon));
        }
        lines.push(("─".repeat(wide), Tone::Faint));
        for line in row.text.trim_end().lines() {
            lines.extend(wrapped(line, wide, Tone::Text));
        }
        lines
    }
}

fn wrapped(words: &str, wide: usize, tone: Tone) -> impl Iterator<Item = (String, Tone)> {
    let lines = fit::wrap(words, wide).into_iter();
    let lines: Vec<(String, Tone)> = lines.map(|line| (line.to_owned(), tone)).collect();
    lines.into_iter()
}
