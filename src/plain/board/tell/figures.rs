//! The figures of the board in words, with their arithmetic (BRD-10).

use crate::desk::views::{Counts, Stats};
use crate::domain::money::Money;
use crate::ui::tell::Teller;

/// The figures in words, with their arithmetic (BRD-10).
pub(in crate::plain::board) fn stats_lines(stats: &Stats, teller: &Teller<'_>) -> Vec<String> {
    let mut lines = vec![
        teller
            .texts
            .get(match stats.whose {
                None => "stats-of-house",
                Some(_) => "stats-of-you",
            })
            .into_owned(),
    ];
    lines.extend(arithmetic(&stats.all, teller));
    let mut rows = |title: &str, rows: Vec<(String, Counts)>| {
        lines.push(String::new());
        lines.push(teller.texts.get(title).into_owned());
        for (name, counts) in rows {
            lines.push(format!("  {name}\t{}", shares(&counts, teller)));
        }
    };
    let works = stats.by_work.iter();
    rows(
        "stats-by-work",
        works
            .map(|(w, c)| (teller.named("work", w.key()), *c))
            .collect(),
    );
    let seasons = stats.by_season.iter();
    rows(
        "stats-by-season",
        seasons
            .map(|(s, c)| (format!("{} T{}", s.year, s.quarter), *c))
            .collect(),
    );
    let budgets = stats.by_budget.iter();
    let band = |from: &Option<i64>| match (from, stats.currency) {
        (Some(minor), Some(currency)) => {
            let minor = *minor;
            let amount = teller.money(Money { minor, currency });
            teller
                .texts
                .with("stats-from", &[("amount", amount.into())])
        }
        _ => teller.texts.get("stats-no-budget").into_owned(),
    };
    rows(
        "stats-by-budget",
        budgets.map(|(from, c)| (band(from), *c)).collect(),
    );
    lines
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

fn shares(counts: &Counts, teller: &Teller<'_>) -> String {
    arithmetic(counts, teller).join(" · ")
}
