//! A file of clients and contacts, whichever of the two forms it has: that is told by how it begins, not by its name.

use std::collections::BTreeMap;

use super::intake::Intake;
use crate::assets::{
    CardFault, Cards, DirectoryLine, WrongCard, WrongCell, cards_from, cards_rejected,
    directory_from, directory_rejected, is_cards,
};
use crate::plain::problem::DATA;
use crate::plain::{Place, Problem};

/// A file that was read.
pub(super) enum Source {
    /// Rows between commas.
    Rows {
        text: String,
        lines: Vec<DirectoryLine>,
        wrong: Vec<WrongCell>,
    },
    /// Cards.
    Cards { file: Vec<u8>, cards: Cards },
}

impl Source {
    /// Reads a file called `name`.
    ///
    /// # Errors
    /// It is no UTF-8, or no column is that of organisations.
    pub(super) fn new(file: Vec<u8>, name: &str) -> Result<Source, Problem> {
        if is_cards(&file) {
            let cards = cards_from(&file);
            return Ok(Source::Cards { file, cards });
        }
        let text = String::from_utf8(file).map_err(|error| {
            let before = error.as_bytes().get(..error.utf8_error().valid_up_to());
            let lines = before.unwrap_or_default().split(|byte| *byte == b'\n');
            let values = [
                ("name", name.to_owned()),
                ("line", lines.count().to_string()),
            ];
            Problem::say(DATA, "plain-not-utf8", values)
        })?;
        let (lines, wrong) = directory_from(&text)
            .map_err(|heads| Problem::say(DATA, "plain-no-columns", [("text", heads)]))?;
        Ok(Source::Rows { text, lines, wrong })
    }

    /// Returns what was read.
    pub(super) fn lines(&self) -> &[DirectoryLine] {
        match self {
            Source::Rows { lines, .. } => lines,
            Source::Cards { cards, .. } => &cards.lines,
        }
    }

    /// Returns how many pictures, sounds and keys of cards were left out.
    pub(super) fn left_out(&self) -> Option<usize> {
        match self {
            Source::Rows { .. } => None,
            Source::Cards { cards, .. } => Some(cards.left_out),
        }
    }

    /// Tells `intake` what was not read, and why.
    pub(super) fn wrong(&self, place: &Place, intake: &mut Intake<'_>) {
        match self {
            Source::Rows { wrong, .. } => {
                for cell in wrong {
                    let (line, column) = (cell.line.into(), cell.column.into());
                    let text = cell.text.clone().into();
                    let values = [("line", line), ("column", column), ("text", text)];
                    intake.unread(cell.line, place.says("said-wrong-cell", &values));
                }
            }
            Source::Cards { cards, .. } => {
                for card in &cards.wrong {
                    intake.unread(card.line, said(place, card));
                }
            }
        }
    }

    /// Returns what stands on these lines, as it stood, with the reasons.
    pub(super) fn rejected(&self, reasons: &BTreeMap<usize, String>) -> String {
        match self {
            Source::Rows { text, .. } => directory_rejected(text, reasons),
            Source::Cards { file, .. } => cards_rejected(file, reasons),
        }
    }
}

fn said(place: &Place, card: &WrongCard) -> String {
    let mut at = card.line;
    let why = match card.why {
        CardFault::Broken => "said-card-broken",
        CardFault::TooLarge => "said-card-too-large",
        CardFault::NotText(line) => {
            at = line;
            "said-card-not-text"
        }
        CardFault::NoOrganisation => "said-card-no-organisation",
        CardFault::NoName => "said-card-no-name",
        CardFault::TooMany => "said-card-too-many",
    };
    let why = place.says(why, &[]);
    let (number, line) = (card.number.into(), at.into());
    let values = [("number", number), ("line", line), ("why", why.into())];
    let id = match card.number {
        0 => "said-wrong-outside",
        _ => "said-wrong-card",
    };
    place.says(id, &values)
}
