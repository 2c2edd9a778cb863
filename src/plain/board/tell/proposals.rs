//! Proposals for an opportunity: one's own, the others in figures, or all of them, for who may read them.

use crate::desk::views::{OpportunityPage, Said};
use crate::domain::Refusal;
use crate::domain::opportunity::phase::Progress;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::plain::words::Page;
use crate::ui::frame::size_of;

/// What a proposal says, or the draft beside it.
fn said(all: &mut Page<'_>, label: &str, first: &str, said: &Said) {
    let price = said.price.map(|price| all.teller.money(price));
    let price = price.unwrap_or_default();
    all.field(label, &format!("{first} · {price} · {}", said.available));
    all.indented(&said.text);
}

/// Adds what others offer in figures, one's own proposal, and those that are theirs to read.
pub(super) fn proposals(all: &mut Page<'_>, page: &OpportunityPage) {
    let teller = all.teller;
    if let Some(others) = &page.others {
        let words = match others.prices {
            Some((low, high)) => teller.texts.with(
                "opp-others-prices",
                &[
                    ("n", others.count.into()),
                    ("low", teller.money(low).into()),
                    ("high", teller.money(high).into()),
                ],
            ),
            None => teller
                .texts
                .with("opp-others-count", &[("n", others.count.into())]),
        };
        all.field("opp-others", &words);
        for offer in &others.whole {
            let price = offer.price.map(|price| teller.money(price));
            let price = price.unwrap_or_default();
            all.line(format!(
                "  {} · {} · {price} · {}",
                offer.id, offer.name, offer.available
            ));
            all.indented(&offer.text);
            for (name, size) in &offer.files {
                all.line(format!("  {name} ({})", size_of(*size, teller.formats)));
            }
        }
    }
    own(all, page);
    if page.both_sides && page.row.request.is_some() {
        all.gap();
        let why = Refusal::Board(BoardRefusal::BothSides(page.row.id));
        all.line(teller.refusal(&why));
    }
    for row in &page.proposals {
        all.gap();
        let price = row.price.map(|p| teller.money(p)).unwrap_or_default();
        let state = teller.named("proposal", row.progress.key());
        all.line(format!(
            "{} · {} · {state} · {price} · {}",
            row.id, row.name, row.available
        ));
        if !row.lacks.is_empty() {
            let lacks = teller.lacks(&row.lacks);
            all.field("opp-cannot", &lacks);
        }
        all.field("opp-reason", &teller.because(row.because, ""));
        all.indented(&row.text);
    }
}

/// Adds one's own proposal, with the draft beside it.
fn own(all: &mut Page<'_>, page: &OpportunityPage) {
    let teller = all.teller;
    let Some(mine) = &page.mine else { return };
    all.gap();
    let state = teller.named("proposal", mine.progress.key());
    said(
        all,
        "opp-mine",
        &format!("{} · {state}", mine.id),
        &mine.says,
    );
    if let Some(draft) = &mine.draft {
        let words = teller.texts.get("opp-draft-beside");
        said(all, "opp-draft", &words, draft);
    }
    if mine.promising {
        all.text("opp-promising");
    }
    let words = teller.because(mine.because, &mine.words);
    if !words.is_empty() {
        let id = if mine.progress == Progress::Lost {
            "opp-advice"
        } else {
            "opp-reason"
        };
        all.field(id, &words);
    }
}
