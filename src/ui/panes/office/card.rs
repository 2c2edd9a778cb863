//! A quotation as lines: where it stands and whose turn it is, the brief, the lines and what they come to, the
//! texts, the versions, the history; or the difference between two versions.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Focus, OfficePane};
use crate::desk::views::{QuotationRow, QuotationView, QuotationWhole, TurnOf, VersionView};
use crate::text::fit;
use crate::ui::kit::frame::Panel;
use crate::ui::kit::list_view;
use crate::ui::kit::look::Look;
use crate::ui::kit::prose::{self, Line, Tone};
use crate::ui::panes::Ctx;

/// Lays a quotation out.
struct Card<'a> {
    lines: Vec<Line>,
    width: usize,
    ctx: &'a Ctx,
}

impl OfficePane {
    /// Lays the selected one out for the width there is.
    pub(super) fn write_card(&mut self) {
        let width = self.places().1.map_or(60, |area| inside(area).width);
        let Some(view) = &self.view else {
            self.card = Vec::new();
            return;
        };
        let mut card = Card {
            lines: Vec::new(),
            width: usize::from(width.max(20)),
            ctx: &self.ctx,
        };
        let whole = self.whole.as_ref();
        let whole = whole.filter(|whole| whole.view.row.id == view.row.id);
        match self.compared {
            Some((before, after)) => card.difference(view, before, after),
            None => card.all(view, whole),
        }
        self.card = card.lines;
    }

    pub(super) fn view_card(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let row = self.selected();
        let title = row.map(title).unwrap_or_default();
        let right = row.map(|row| row.id.to_string()).unwrap_or_default();
        let inner = inside(area);
        let at = if self.card.len() > usize::from(inner.height) {
            format!("{}/{}", self.scroll.offset + 1, self.card.len())
        } else {
            String::new()
        };
        let panel = Panel {
            title: &title,
            right: &right,
            bottom: &at,
            focused: self.focus == Focus::Card,
        };
        panel.view(area, buf, look);
        match row {
            Some(_) => prose::view(&self.card, self.scroll.offset, inner, buf, look.theme),
            None => list_view::empty(inner, buf, look, &look.texts.get("empty-quotation")),
        }
    }
}

fn title(row: &QuotationRow) -> String {
    if row.organisation.is_empty() {
        row.subject.clone()
    } else {
        row.organisation.clone()
    }
}

/// The place for the lines: inside the border, with a column of air on each side.
pub(super) fn inside(area: Rect) -> Rect {
    let inner = Panel::inner(area);
    Rect {
        x: inner.x + 1,
        width: inner.width.saturating_sub(2),
        ..inner
    }
}

/// Words on the left, a figure on the right; the words wrap beside it.
pub(super) fn figure(words: &str, amount: &str, width: usize, tone: Tone) -> Vec<Line> {
    let room = width.saturating_sub(fit::width(amount) + 2).max(10);
    let mut lines: Vec<Line> = Vec::new();
    for (n, line) in fit::wrap(words, room).into_iter().enumerate() {
        let amount = if n == 0 { amount } else { "" };
        let left = fit::pad_right(line, width.saturating_sub(fit::width(amount)));
        lines.push(vec![(left, tone), (amount.to_owned(), tone)]);
    }
    lines
}

impl Card<'_> {
    fn text(&self, id: &str) -> String {
        self.ctx.texts.get(id).into_owned()
    }

    fn words(&mut self, words: &str, tone: Tone) {
        self.lines.extend(prose::words(words, self.width, tone));
    }

    fn field(&mut self, label: &str, words: &str, tone: Tone) {
        if words.is_empty() {
            return;
        }
        let label = self.text(label);
        self.lines
            .extend(prose::field(&label, words, self.width, tone));
    }

    fn section(&mut self, heading: String) {
        self.lines.extend(prose::rule(heading, self.width));
    }

    fn all(&mut self, view: &QuotationView, whole: Option<&QuotationWhole>) {
        self.head(view);
        if let Some(whole) = whole
            && !whole.words.is_empty()
        {
            self.field("quotation-words", &whole.words, Tone::Accent);
        }
        self.brief(view, whole);
        if let Some(version) = view.current() {
            self.version(view, version);
            if let Some(whole) = whole {
                self.texts(whole, version);
            }
        }
        if view.versions.len() > 1 {
            self.versions(view);
        }
        if let Some(whole) = whole {
            self.history(whole);
        }
    }

    fn head(&mut self, view: &QuotationView) {
        let (row, teller) = (&view.row, self.ctx.teller());
        self.words(&row.subject, Tone::Title);
        let stage = teller.quotation_stage(row.stage, row.round);
        self.field("quotation-stands", &stage, Tone::Text);
        let due = row.due.filter(|_| row.live);
        let mut turn = teller.turn_of(&row.turn);
        if let Some(due) = due.filter(|_| !view.as_client) {
            let (when, away) = (teller.when(due), teller.relative(due));
            turn = format!("{turn} · {when} ({away})");
        }
        let tone = match (row.overdue, &row.turn) {
            (true, _) => Tone::Late,
            (false, TurnOf::You) => Tone::Accent,
            (false, _) => Tone::Text,
        };
        self.field("quotation-turn", &turn, tone);
        if let Some(hint) = next_step(view) {
            self.field("quotation-next", &self.text(hint), Tone::Muted);
        }
        let request = format!("{} · {}", row.request, view.contact);
        self.field(
            "quotation-request",
            request.trim_end_matches(" · "),
            Tone::Text,
        );
        self.field("quotation-officer", &row.officer, Tone::Text);
        self.field("quotation-told", &view.copies.join(", "), Tone::Muted);
        let tags: Vec<String> = row.tags.iter().map(|tag| format!("#{tag}")).collect();
        self.field("field-tags", &tags.join(" "), Tone::Accent);
        if let Some(until) = view.relation_until.filter(|until| *until > self.ctx.now) {
            let until = self.ctx.teller().when(until);
            let words = self
                .ctx
                .texts
                .with("quotation-relation", &[("until", until.into())]);
            self.words(&words, Tone::Muted);
        }
    }

    fn brief(&mut self, view: &QuotationView, whole: Option<&QuotationWhole>) {
        let Some(brief) = &view.brief else { return };
        self.section(self.text("quotation-brief"));
        for (id, words) in self.ctx.teller().brief_fields(brief, &view.brand) {
            self.field(id, &words, Tone::Text);
        }
        if let Some(whole) = whole {
            self.field("brief-asked", &whole.asked, Tone::Text);
        }
        if !view.missing.is_empty() && view.row.stage == "brief" {
            let missing = view.missing.iter();
            let names: Vec<String> = missing
                .map(|field| self.text(&format!("brief-{}", field.key())))
                .collect();
            self.field("quotation-missing", &names.join(", "), Tone::Soon);
        }
    }

    fn version(&mut self, view: &QuotationView, version: &VersionView) {
        let teller = self.ctx.teller();
        let total = teller.money(version.totals.gross());
        let heading = self.ctx.texts.with(
            "quotation-heading",
            &[
                ("version", u32::from(version.number).into()),
                ("total", total.clone().into()),
            ],
        );
        self.section(heading);
        let currency = version.totals.currency;
        for line in &version.lines {
            let net = teller.quotation_net(line, currency);
            self.lines
                .extend(figure(&line.text, &net, self.width, Tone::Text));
            let detail = format!("  {}", teller.quotation_line(line, currency));
            self.words(&detail, Tone::Muted);
        }
        let (label, net) = (
            self.text("doc-total-net"),
            teller.money(version.totals.net()),
        );
        self.lines.push(Vec::new());
        self.lines
            .extend(figure(&label, &net, self.width, Tone::Text));
        for vat in &version.totals.vat {
            let label = self.ctx.texts.with(
                "doc-vat-of",
                &[
                    ("rate", self.ctx.formats.permille(vat.rate).into()),
                    ("base", teller.money(version.totals.money(vat.base)).into()),
                ],
            );
            let amount = teller.money(version.totals.money(vat.vat));
            self.lines
                .extend(figure(&label, &amount, self.width, Tone::Muted));
        }
        let label = self.text("doc-total");
        self.lines
            .extend(figure(&label, &total, self.width, Tone::Title));
        let late = version.valid_until < self.ctx.now && view.row.stage == "sent";
        let until = teller.when(version.valid_until);
        let tone = if late { Tone::Late } else { Tone::Text };
        self.field("quotation-valid", &until, tone);
        if !version.listed && !view.as_client {
            self.words(&self.text("quotation-unlisted"), Tone::Soon);
        }
        self.field("quotation-note", &version.note, Tone::Text);
    }

    fn texts(&mut self, whole: &QuotationWhole, version: &VersionView) {
        let texts = whole.texts_of(version.number);
        if !texts.project.is_empty() {
            self.section(self.text("quotation-project"));
            self.words(&texts.project, Tone::Text);
        }
        if !texts.conditions.is_empty() {
            self.section(self.text("doc-conditions"));
            self.words(&texts.conditions, Tone::Muted);
        }
    }

    fn versions(&mut self, view: &QuotationView) {
        self.section(self.text("quotation-versions"));
        let teller = self.ctx.teller();
        for version in view.versions.iter().rev() {
            let sent = if view.sent_version == Some(version.number) {
                self.text("quotation-version-sent")
            } else {
                String::new()
            };
            let words = self.ctx.texts.with(
                "quotation-version-line",
                &[
                    ("n", u32::from(version.number).into()),
                    (
                        "part",
                        self.text(&format!("quotation-part-{}", version.part))
                            .into(),
                    ),
                    ("by", version.by.clone().into()),
                    ("at", teller.brief(version.at).into()),
                    ("sent", sent.into()),
                ],
            );
            let total = teller.money(version.totals.gross());
            self.lines
                .extend(figure(&words, &total, self.width, Tone::Text));
        }
    }

    fn history(&mut self, whole: &QuotationWhole) {
        if whole.moments.is_empty() {
            return;
        }
        self.section(self.text("quotation-history"));
        let teller = self.ctx.teller();
        let own = format!("{} ", whole.view.row.id);
        for moment in whole.moments.iter().rev() {
            let Some(words) = teller.moment(moment) else {
                continue;
            };
            // Its own number says nothing here.
            let words = words.replacen(&own, "", 1);
            let (at, who) = (teller.brief(moment.at), teller.who(&moment.who));
            let words = format!("{who} · {words}");
            self.lines
                .extend(prose::field(&at, &words, self.width, Tone::Text));
        }
    }

    fn difference(&mut self, view: &QuotationView, before: u16, after: u16) {
        let (Some(old), Some(new)) = (view.version(before), view.version(after)) else {
            return;
        };
        let heading = self.ctx.texts.with(
            "quotation-difference",
            &[
                ("before", u32::from(before).into()),
                ("after", u32::from(after).into()),
            ],
        );
        self.words(&heading, Tone::Title);
        self.lines.push(Vec::new());
        let found = view.difference(before, after).unwrap_or_default();
        if found.is_empty() {
            self.words(&self.text("quotation-same-lines"), Tone::Muted);
        }
        let currencies = [old.totals.currency, new.totals.currency];
        for one in &found {
            let words = self.ctx.teller().difference(one, currencies);
            self.words(&words, Tone::Text);
        }
        self.lines.push(Vec::new());
        let teller = self.ctx.teller();
        let totals = [old.totals.gross(), new.totals.gross()].map(|total| teller.money(total));
        let [old, new] = totals;
        self.field("quotation-total", &format!("{old} → {new}"), Tone::Title);
    }
}

/// What comes next, for who looks.
fn next_step(view: &QuotationView) -> Option<&'static str> {
    let mine = view.row.turn == TurnOf::You;
    Some(match (view.row.stage, view.as_client) {
        ("sent", true) => "quotation-next-client",
        ("brief", _) if mine && !view.missing.is_empty() => "quotation-next-brief",
        ("brief", _) if mine => "quotation-next-r1",
        ("pricing", _) if mine && view.versions.is_empty() => "quotation-next-price",
        ("pricing", _) if mine => "quotation-next-prices",
        ("assembly", _) if mine => "quotation-next-assemble",
        ("verification", _) if mine => "quotation-next-verify",
        ("accepted", _) if mine => "quotation-next-post",
        _ => return None,
    })
}
