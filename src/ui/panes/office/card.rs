//! A quotation as lines: where it stands and whose turn it is, the brief, the lines and what they come to, the
//! texts, the versions, the history; or the difference between two versions.

use super::OfficePane;
use crate::desk::views::SeenStage;
use crate::desk::views::{QuotationRow, QuotationView, QuotationWhole, TurnOf, VersionView};
use crate::domain::quotation::Desk;
use crate::text::fit;
use crate::ui::frame::Card;
use crate::ui::kit::prose::{self, Line, Tone};

impl OfficePane {
    /// The selected one, laid out: all of it, or the difference between two versions.
    pub(super) fn laid_out(&self, width: usize) -> Vec<Line> {
        let mut card = Card::new(&self.frame.ctx, width);
        let Some(view) = &self.view else {
            return card.lines;
        };
        let whole = self.whole.as_ref();
        let whole = whole.filter(|whole| whole.view.row.id == view.row.id);
        match self.compared {
            Some((before, after)) => difference(&mut card, view, before, after),
            None => all(&mut card, view, whole),
        }
        card.lines
    }
}

/// Whose it is, else what it is about.
pub(super) fn title(row: &QuotationRow) -> String {
    if row.organisation.is_empty() {
        row.subject.clone()
    } else {
        row.organisation.clone()
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

fn all(card: &mut Card<'_>, view: &QuotationView, whole: Option<&QuotationWhole>) {
    head(card, view);
    if let Some(whole) = whole
        && !whole.words.is_empty()
    {
        card.field("quotation-words", &whole.words, Tone::Accent);
    }
    brief(card, view, whole);
    if let Some(current) = view.current() {
        version(card, view, current);
        if let Some(whole) = whole {
            texts(card, whole, current);
        }
    }
    if view.versions.len() > 1 {
        versions(card, view);
    }
    if let Some(whole) = whole {
        history(card, whole);
    }
}

fn head(card: &mut Card<'_>, view: &QuotationView) {
    let (row, teller) = (&view.row, card.ctx.teller());
    card.words(&row.subject, Tone::Title);
    let stage = teller.quotation_stands(row.stage, row.round, &row.turn);
    card.field("quotation-stands", &stage, Tone::Text);
    let due = row.due.filter(|_| row.live);
    let mut turn = teller.turn_of(&row.turn);
    if let Some(due) = due.filter(|_| !view.as_client) {
        let (when, away) = (teller.when(due), teller.relative(due));
        turn = format!("{turn} · {when} ({away})");
    }
    let tone = match (row.overdue, &row.turn) {
        (true, TurnOf::You) => Tone::Late,
        (true, _) => Tone::Soon,
        (false, TurnOf::You) => Tone::Accent,
        (false, _) => Tone::Text,
    };
    card.field("quotation-turn", &turn, tone);
    if let Some(hint) = next_step(view) {
        card.field("quotation-next", &card.text(hint), Tone::Muted);
    }
    let request = format!("{} · {}", row.request, view.contact);
    card.field(
        "quotation-request",
        request.trim_end_matches(" · "),
        Tone::Text,
    );
    card.field("quotation-officer", &row.officer, Tone::Text);
    card.field("quotation-told", &view.copies.join(", "), Tone::Muted);
    let tags = card.ctx.teller().tags(&row.tags).into_iter();
    let tags: Vec<String> = tags.map(|tag| format!("#{tag}")).collect();
    card.field("field-tags", &tags.join(" "), Tone::Accent);
    if let Some(until) = view.relation_until.filter(|until| *until > card.ctx.now) {
        let until = card.ctx.teller().when(until);
        let words = card.with("quotation-relation", &[("until", until.into())]);
        card.words(&words, Tone::Muted);
    }
}

fn brief(card: &mut Card<'_>, view: &QuotationView, whole: Option<&QuotationWhole>) {
    let Some(brief) = &view.brief else { return };
    card.part(card.text("quotation-brief"));
    for (id, words) in card.ctx.teller().brief_fields(brief, &view.brand) {
        card.field(id, &words, Tone::Text);
    }
    if let Some(whole) = whole {
        card.field("brief-asked", &whole.asked, Tone::Text);
    }
    if !view.missing.is_empty() && view.row.stage == SeenStage::At(Desk::Brief) {
        let missing = view.missing.iter();
        let names: Vec<String> = missing
            .map(|field| card.text(&format!("brief-{}", field.key())))
            .collect();
        card.field("quotation-missing", &names.join(", "), Tone::Soon);
    }
}

fn version(card: &mut Card<'_>, view: &QuotationView, version: &VersionView) {
    let teller = card.ctx.teller();
    let total = teller.money(version.totals.gross());
    let heading = card.with(
        "quotation-heading",
        &[
            ("version", u32::from(version.number).into()),
            ("total", total.clone().into()),
        ],
    );
    card.part(heading);
    let currency = version.totals.currency;
    for line in &version.lines {
        let net = teller.quotation_net(line, currency);
        card.lines
            .extend(figure(&line.text, &net, card.width, Tone::Text));
        let detail = format!("  {}", teller.quotation_line(line, currency));
        card.words(&detail, Tone::Muted);
    }
    let (label, net) = (
        card.text("doc-total-net"),
        teller.money(version.totals.net()),
    );
    card.lines.push(Vec::new());
    card.lines
        .extend(figure(&label, &net, card.width, Tone::Text));
    for vat in &version.totals.vat {
        let label = card.with(
            "doc-vat-of",
            &[
                ("rate", card.ctx.formats.permille(vat.rate).into()),
                ("base", teller.money(version.totals.money(vat.base)).into()),
            ],
        );
        let amount = teller.money(version.totals.money(vat.vat));
        card.lines
            .extend(figure(&label, &amount, card.width, Tone::Muted));
    }
    let label = card.text("doc-total");
    card.lines
        .extend(figure(&label, &total, card.width, Tone::Title));
    let late = version.valid_until < card.ctx.now && view.row.stage == SeenStage::Sent;
    let until = teller.when(version.valid_until);
    let tone = if late { Tone::Soon } else { Tone::Text };
    card.field("quotation-valid", &until, tone);
    if !version.listed && !view.as_client {
        card.words(&card.text("quotation-unlisted"), Tone::Soon);
    }
    card.field("quotation-note", &version.note, Tone::Text);
}

fn texts(card: &mut Card<'_>, whole: &QuotationWhole, version: &VersionView) {
    let texts = whole.texts_of(version.number);
    if !texts.project.is_empty() {
        card.part(card.text("quotation-project"));
        card.words(&texts.project, Tone::Text);
    }
    if !texts.conditions.is_empty() {
        card.part(card.text("doc-conditions"));
        card.words(&texts.conditions, Tone::Muted);
    }
}

fn versions(card: &mut Card<'_>, view: &QuotationView) {
    card.part(card.text("quotation-versions"));
    let teller = card.ctx.teller();
    for version in view.versions.iter().rev() {
        let sent = if view.sent_version == Some(version.number) {
            card.text("quotation-version-sent")
        } else {
            String::new()
        };
        let words = card.with(
            "quotation-version-line",
            &[
                ("n", u32::from(version.number).into()),
                (
                    "part",
                    card.text(&format!("quotation-part-{}", version.part.key()))
                        .into(),
                ),
                ("by", version.by.clone().into()),
                ("at", teller.brief(version.at).into()),
                ("sent", sent.into()),
            ],
        );
        let total = teller.money(version.totals.gross());
        card.lines
            .extend(figure(&words, &total, card.width, Tone::Text));
    }
}

fn history(card: &mut Card<'_>, whole: &QuotationWhole) {
    if whole.moments.is_empty() {
        return;
    }
    card.part(card.text("quotation-history"));
    let teller = card.ctx.teller();
    let own = format!("{} ", whole.view.row.id);
    for moment in whole.moments.iter().rev() {
        let Some(words) = teller.moment(moment) else {
            continue;
        };
        // Its own number says nothing here.
        let words = words.replacen(&own, "", 1);
        let (at, who) = (teller.brief(moment.at), teller.who(&moment.who));
        let words = format!("{who} · {words}");
        card.lines
            .extend(prose::field(&at, &words, card.width, Tone::Text));
    }
}

fn difference(card: &mut Card<'_>, view: &QuotationView, before: u16, after: u16) {
    let (Some(old), Some(new)) = (view.version(before), view.version(after)) else {
        return;
    };
    let heading = card.with(
        "quotation-difference",
        &[
            ("before", u32::from(before).into()),
            ("after", u32::from(after).into()),
        ],
    );
    card.words(&heading, Tone::Title);
    card.lines.push(Vec::new());
    let found = view.difference(before, after).unwrap_or_default();
    if found.is_empty() {
        card.words(&card.text("quotation-same-lines"), Tone::Muted);
    }
    let currencies = [old.totals.currency, new.totals.currency];
    for one in &found {
        let words = card.ctx.teller().difference(one, currencies);
        card.words(&words, Tone::Text);
    }
    card.lines.push(Vec::new());
    let teller = card.ctx.teller();
    let totals = [old.totals.gross(), new.totals.gross()].map(|total| teller.money(total));
    let [old, new] = totals;
    card.field("quotation-total", &format!("{old} → {new}"), Tone::Title);
}
/// What comes next, for who looks.
fn next_step(view: &QuotationView) -> Option<&'static str> {
    use SeenStage as At;
    let mine = view.row.turn == TurnOf::You;
    Some(match view.row.stage {
        At::Sent if view.as_client => "quotation-next-client",
        At::Prepared | At::Sent | At::Declined | At::Dropped => return None,
        _ if !mine => return None,
        At::At(Desk::Brief) if !view.missing.is_empty() => "quotation-next-brief",
        At::At(Desk::Brief) => "quotation-next-r1",
        At::At(Desk::Pricing) if view.versions.is_empty() => "quotation-next-price",
        At::At(Desk::Pricing) => "quotation-next-prices",
        At::At(Desk::Assembly) => "quotation-next-assemble",
        At::At(Desk::Verification) => "quotation-next-verify",
        At::Accepted => "quotation-next-post",
    })
}
