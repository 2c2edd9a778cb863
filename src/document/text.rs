//! An offer as text: 78 columns, the figures under each other. Whole: nothing is left out for want of letters, and
//! what the PDF shows as a box has its code behind it.

use std::borrow::Cow;

use super::{Block, Cells, Offer};
use crate::text::fit;

/// Columns of the paper.
const WIDTH: usize = 78;
/// Columns of the table's cells, the blank behind each included; the first takes what is left.
const CELLS: [usize; 7] = [0, 5, 12, 12, 6, 7, 12];

pub(super) fn write(offer: &Offer) -> String {
    let mut out = String::new();
    let mut line = |words: &str| {
        out.push_str(words.trim_end());
        out.push('\n');
    };
    let unshown = offer.unshown();
    for block in &offer.blocks {
        let block = named(block, &unshown);
        match block.as_ref() {
            Block::Head(left, right) => {
                let room = WIDTH.saturating_sub(fit::width(right) + 1);
                line(&format!(
                    "{} {right}",
                    fit::pad_right(&fit::clip(left, room), room)
                ));
            }
            Block::Title(words) => {
                line(words);
                line(&"─".repeat(fit::width(words).min(WIDTH)));
            }
            Block::Line(words) | Block::Text(words) | Block::Small(words) => {
                fit::wrap_anywhere(words, WIDTH)
                    .into_iter()
                    .for_each(&mut line);
            }
            Block::Gap => line(""),
            Block::Columns(cells) => {
                row(cells).iter().for_each(|words| line(words));
                line(&"─".repeat(WIDTH));
            }
            Block::Row(cells) => row(cells).iter().for_each(|words| line(words)),
            Block::Sum {
                label,
                amount,
                strong,
            } => {
                if *strong {
                    line(&format!("{:>WIDTH$}", "─".repeat(14)));
                }
                let room = WIDTH - 14;
                let label = fit::pad_left(&fit::clip(label, room), room);
                line(&format!("{label}{}", fit::pad_left(amount, 14)));
            }
        }
    }
    out
}

/// A block whose words name the codes of these characters.
fn named<'a>(block: &'a Block, unshown: &[char]) -> Cow<'a, Block> {
    if unshown.is_empty() {
        return Cow::Borrowed(block);
    }
    let name = |words: &String| -> String {
        let mut out = String::with_capacity(words.len());
        for c in words.chars() {
            out.push(c);
            if unshown.contains(&c) {
                out.push_str(&format!("[{}]", super::code_of(c)));
            }
        }
        out
    };
    Cow::Owned(match block {
        Block::Head(left, right) => Block::Head(name(left), name(right)),
        Block::Title(words) => Block::Title(name(words)),
        Block::Line(words) => Block::Line(name(words)),
        Block::Text(words) => Block::Text(name(words)),
        Block::Small(words) => Block::Small(name(words)),
        Block::Gap => Block::Gap,
        Block::Columns(cells) => Block::Columns(cells.each_ref().map(name)),
        Block::Row(cells) => Block::Row(cells.each_ref().map(name)),
        Block::Sum {
            label,
            amount,
            strong,
        } => Block::Sum {
            label: name(label),
            amount: name(amount),
            strong: *strong,
        },
    })
}

/// A line of the table; what it is wraps below itself.
fn row(cells: &Cells) -> Vec<String> {
    let first = WIDTH - CELLS.iter().sum::<usize>();
    let [what, rest @ ..] = cells;
    let [_, widths @ ..] = CELLS;
    let figures: String = rest
        .iter()
        .zip(widths)
        .enumerate()
        .map(|(n, (cell, width))| match n {
            // The unit is a word, and leans left.
            1 => format!(
                " {}",
                fit::pad_right(&fit::clip(cell, width - 1), width - 1)
            ),
            _ => fit::pad_left(&fit::clip(cell, width), width),
        })
        .collect();
    let mut lines = fit::wrap_anywhere(what, first - 1).into_iter();
    let mut out = vec![format!(
        "{}{figures}",
        fit::pad_right(lines.next().unwrap_or_default(), first)
    )];
    out.extend(lines.map(str::to_owned));
    out
}
