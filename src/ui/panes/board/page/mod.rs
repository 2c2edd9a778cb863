//! An opportunity as lines: whose turn it is first, then what it is and what follows from its group, what
//! one may do and what that costs, the proposals, the terms, the mission. Laid out once for a width; what
//! who looks may not know is not in the page it is made of.

mod deal;
mod entry;
mod hands;
mod head;
mod mission;
mod offers;
mod whom;

use crate::desk::views::{BoardRow, OpportunityPage};
use crate::domain::Millis;
use crate::domain::money::Money;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::lack::Lack;
use crate::text::fit;
use crate::ui::frame::{Ctx, size_of};
use crate::ui::kit::prose::{self, Line, Tone};
use crate::ui::kit::texts::{Arg, Lang};
use crate::ui::tell::Teller;

/// The most lines one text may take before it is cut, with a note on how to read the rest.
const MOST_LINES: usize = 2_000;

/// Lays things out for a width.
pub(super) struct Writer<'a> {
    pub(super) lines: Vec<Line>,
    width: usize,
    teller: Teller<'a>,
    ctx: &'a Ctx,
}

/// Lays a page out for `width` columns.
pub(super) fn write(page: &OpportunityPage, ctx: &Ctx, width: u16) -> Vec<Line> {
    let mut writer = Writer::new(ctx, width);
    writer.colleagues(page);
    writer.head(page);
    // What is under way comes before what it is about.
    writer.mission(page);
    let runs = page.mission.is_some();
    if runs {
        writer.client(page);
    }
    writer.mine(page);
    writer.proposals(page);
    writer.agreement(page);
    writer.facts(page);
    writer.entry(page);
    writer.whom(page);
    if !runs {
        writer.client(page);
    }
    writer.description(page);
    writer.others(page);
    writer.lines
}

/// What is answered, beside an answer being written: what it is and what was said of it.
pub(super) fn asked(page: &OpportunityPage, ctx: &Ctx, width: u16) -> Vec<Line> {
    let mut writer = Writer::new(ctx, width);
    writer.colleagues(page);
    writer.head(page);
    writer.description(page);
    writer.others(page);
    writer.facts(page);
    writer.lines
}

impl<'a> Writer<'a> {
    pub(super) fn new(ctx: &'a Ctx, width: u16) -> Writer<'a> {
        Writer {
            lines: Vec::new(),
            width: usize::from(width.max(20)),
            teller: ctx.teller(),
            ctx,
        }
    }

    pub(super) fn ctx(&self) -> &'a Ctx {
        self.ctx
    }

    pub(super) fn text(&self, id: &str) -> String {
        self.ctx.texts.get(id).into_owned()
    }

    pub(super) fn with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.ctx.texts.with(id, args)
    }

    pub(super) fn line(&mut self, words: &str, tone: Tone) {
        self.lines.extend(prose::words(words, self.width, tone));
    }

    pub(super) fn blank(&mut self) {
        self.lines.push(Vec::new());
    }

    pub(super) fn field(&mut self, label: &str, words: &str, tone: Tone) {
        let label = self.text(label);
        self.lines
            .extend(prose::field(&label, words, self.width, tone));
    }

    pub(super) fn rule(&mut self, heading: String) {
        self.lines.extend(prose::rule(heading, self.width));
    }

    /// A sign and words behind it, the following lines under the first.
    pub(super) fn item(&mut self, sign: &str, words: &str, tone: Tone) {
        let indent = fit::width(sign) + 1;
        let room = self.width.saturating_sub(indent).max(10);
        for (n, line) in fit::wrap(words, room).into_iter().enumerate() {
            let before = if n == 0 {
                format!("{sign} ")
            } else {
                " ".repeat(indent)
            };
            self.lines
                .push(vec![(before, tone), (line.to_owned(), tone)]);
        }
    }

    /// A text of somebody's, with a bar before it.
    pub(super) fn quoted(&mut self, words: &str, tone: Tone) {
        const BAR: &str = "│ ";
        let room = self.width.saturating_sub(fit::width(BAR)).max(10);
        for line in words.trim_end().lines().take(MOST_LINES) {
            let wrapped = if line.trim().is_empty() {
                vec![""]
            } else {
                fit::wrap(line, room)
            };
            for line in wrapped {
                self.lines
                    .push(vec![(BAR.to_owned(), Tone::Faint), (line.to_owned(), tone)]);
            }
        }
        if words.lines().nth(MOST_LINES).is_some() {
            let more = self.text("body-cut");
            self.line(&more, Tone::Muted);
        }
    }

    /// Columns of a line.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    pub(super) fn is_french(&self) -> bool {
        self.ctx.texts.lang() == Lang::Fr
    }

    pub(super) fn named(&self, list: &str, key: impl AsRef<str>) -> String {
        self.teller.named(list, key)
    }

    pub(super) fn lack(&self, lack: &Lack) -> String {
        self.teller.lack(lack)
    }

    pub(super) fn step_name(&self, kind: CreditKind) -> String {
        self.teller.named("step", kind.key())
    }

    pub(super) fn brief(&self, at: Millis) -> String {
        self.teller.brief(at)
    }

    pub(super) fn percent(&self, part: u32, whole: u32) -> String {
        self.ctx.formats.percent(u64::from(part), u64::from(whole))
    }

    /// An amount without its cents.
    pub(super) fn whole_money(&self, amount: Money) -> String {
        let digits = amount.currency.digits();
        let whole = amount.minor / 10_i64.pow(digits);
        self.ctx.formats.money(whole, 0, amount.currency.code())
    }

    pub(super) fn group_name(&self, row: &BoardRow) -> String {
        self.teller.group(row.group)
    }

    pub(super) fn place(&self, row: &BoardRow) -> String {
        super::row::place(row, &self.ctx.texts)
    }

    pub(super) fn money(&self, amount: Option<Money>) -> String {
        amount.map_or_else(|| "–".to_owned(), |amount| self.teller.money(amount))
    }

    /// `10 %`, `12.5 %`: thousandths as people say them.
    pub(super) fn permille(&self, permille: u32) -> String {
        let whole = u64::from(permille / 10);
        match permille % 10 {
            0 => self.ctx.formats.percent(whole, 100),
            tenth => format!("{whole}.{tenth} %"),
        }
    }

    /// Names and sizes of files.
    pub(super) fn files(&mut self, files: &[(String, u64)]) {
        for (name, size) in files {
            let size = size_of(*size, &self.ctx.formats);
            self.item("⎙", &format!("{name} ({size})"), Tone::Muted);
        }
    }
}
