//! The figures of the board in words, with their arithmetic (BRD-10).

use crate::desk::views::{Counts, Stats};
use crate::domain::money::Money;
use crate::plain::words::{Page, Words, labelled};
use crate::ui::tell::Teller;

/// The figures in words, with their arithmetic.
pub(in crate::plain::board) fn stats<'a>(words: &'a Words, stats: &Stats) -> Page<'a> {
    let teller = words.teller();
    let mut page = Page::new(teller);
    page.text(match stats.whose {
        None => "stats-of-house",
        Some(_) => "stats-of-you",
    });
    page.lines.extend(arithmetic(&stats.all, &teller));
    let works = stats.by_work.iter();
    let works = works.map(|(work, counts)| (teller.named("work", work.key()), *counts));
    rows(&mut page, "stats-by-work", works.collect());
    let seasons = stats.by_season.iter();
    let seasons = seasons.map(|(s, counts)| (format!("{} T{}", s.year, s.quarter), *counts));
    rows(&mut page, "stats-by-season", seasons.collect());
    let budgets = stats.by_budget.iter();
    let budgets = budgets.map(|(from, counts)| (band(stats, *from, &teller), *counts));
    rows(&mut page, "stats-by-budget", budgets.collect());
    page
}

/// A band of budgets, by where it begins.
fn band(stats: &Stats, from: Option<i64>, teller: &Teller<'_>) -> String {
    match (from, stats.currency) {
        (Some(minor), Some(currency)) => {
            let amount = teller.money(Money { minor, currency });
            teller
                .texts
                .with("stats-from", &[("amount", amount.into())])
        }
        _ => teller.texts.get("stats-no-budget").into_owned(),
    }
}

/// Adds figures by something, a line each under their title.
fn rows(page: &mut Page<'_>, title: &str, rows: Vec<(String, Counts)>) {
    page.gap();
    page.text(title);
    for (name, counts) in rows {
        let shares = arithmetic(&counts, &page.teller).join(" · ");
        let line = labelled(&page.teller, &name, &shares);
        page.line(format!("  {line}"));
    }
}

/// The three shares, each with the counts it is made of, and what they come to.
fn arithmetic(counts: &Counts, teller: &Teller<'_>) -> Vec<String> {
    let percent = |(part, whole): (u32, u32)| teller.formats.percent(part.into(), whole.into());
    let share = |id: &str, (part, whole): (u32, u32), of: String| {
        teller.texts.with(
            id,
            &[
                ("part", part.into()),
                ("whole", whole.into()),
                ("share", of.into()),
            ],
        )
    };
    let made = counts.materialise();
    let (proposals, contested) = counts.competition();
    let mut lines = Vec::new();
    lines.push(match made.1 {
        0 => teller.texts.get("stats-none-settled").into_owned(),
        _ => share("stats-materialise", made, percent(made)),
    });
    if contested > 0 {
        // One of so many proposals wins: the share is turned round.
        lines.push(share(
            "stats-competition",
            (proposals, contested),
            percent((contested, proposals)),
        ));
    }
    if counts.wins().1 > 0 {
        lines.push(share("stats-wins", counts.wins(), percent(counts.wins())));
    }
    lines
}
