//! A survey: both logs walked over once and counted, before anything is done about what is found.

use super::candidate::Seen;
use super::combine::{Combined, Piece};
use super::fault::Fault;
use super::loss::{Loss, Losses};
use super::record::{Chain, Seq};

/// What a whole walk over both logs found.
#[derive(Debug)]
pub(super) struct Survey {
    /// The end.
    pub chain: Chain,
    /// Records that are whole, and how many of them the shadow log has.
    pub whole: u64,
    pub in_shadow: u64,
    /// Records that are lost and were not declared so before.
    pub lost: Losses,
    /// Records that an earlier recovery declared lost.
    pub declared: Losses,
    /// How many records both logs have whole and with other bytes, and the first of them.
    pub disputed: u64,
    pub first_disputed: Option<Seq>,
    /// How many records only the journal could give.
    pub not_in_shadow: u64,
    /// How many records only the shadow log could give.
    pub not_in_journal: u64,
}

impl Survey {
    /// Walks over both logs to the end.
    pub fn of(mut pieces: Combined<'_>) -> Result<Survey, Fault> {
        let mut survey = Survey {
            chain: Chain::start(),
            whole: 0,
            in_shadow: 0,
            lost: Losses::default(),
            declared: Losses::default(),
            disputed: 0,
            first_disputed: None,
            not_in_shadow: 0,
            not_in_journal: 0,
        };
        while let Some(piece) = pieces.next()? {
            survey.count(&piece);
        }
        survey.chain = pieces.chain().clone();
        Ok(survey)
    }

    fn count(&mut self, piece: &Piece) {
        match (piece.loss, Loss::declared(&piece.record)) {
            (Some(loss), _) => self.lost.add(loss),
            (None, Some(declared)) => self.declared.add(declared),
            (None, None) => {
                self.whole += 1;
                self.in_shadow += u64::from(piece.shadow == Seen::Same);
            }
        }
        if piece.is_disputed {
            self.disputed += 1;
            self.first_disputed.get_or_insert(piece.record.header.seq);
        }
        self.not_in_shadow += u64::from(piece.shadow != Seen::Same);
        self.not_in_journal += u64::from(piece.journal != Seen::Same);
    }
}
