//! What a command says: lines, remarks beside them, how far it is. Pieces go through one bounded channel
//! to whoever prints them — this terminal, a socket, an SSH channel — so that a slow reader slows the
//! command down and never fills the memory. Never prints itself.

use tokio::sync::mpsc;

use super::Place;
use crate::text::sanitise::clean_line;

/// Pieces that may wait for the reader.
const PIECES: usize = 16;
/// Lines are handed on in pieces of about this size, in bytes.
const PIECE: usize = 16 * 1024;

/// A piece of what a command says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Bytes of the output proper.
    Out(Vec<u8>),
    /// A remark, beside the output; one line without its end.
    Note(String),
    /// How far it is.
    Far(Far),
    /// The command waits for what is piped into it.
    Wants,
}

/// How far a long command is.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Far {
    /// Bytes done.
    pub done: u64,
    /// Bytes in all, when that is known.
    pub total: Option<u64>,
    /// What came of it so far.
    pub words: String,
}

/// Where a command says what it has to say.
pub struct Out {
    pieces: mpsc::Sender<Piece>,
    lines: Vec<u8>,
    gone: bool,
}

/// A new output, and its reader's end.
pub fn channel() -> (Out, mpsc::Receiver<Piece>) {
    let (pieces, read) = mpsc::channel(PIECES);
    let out = Out {
        pieces,
        lines: Vec::new(),
        gone: false,
    };
    (out, read)
}

impl Out {
    /// A line. What comes from outside must have passed the sanitiser.
    pub async fn line(&mut self, words: &str) {
        self.lines.extend_from_slice(words.as_bytes());
        self.lines.push(b'\n');
        if self.lines.len() >= PIECE {
            self.flush().await;
        }
    }

    /// A piece of a file as it is; handed on with others, in pieces of the usual size.
    pub async fn text(&mut self, words: &str) {
        self.lines.extend_from_slice(words.as_bytes());
        if self.lines.len() >= PIECE {
            self.flush().await;
        }
    }

    /// Bytes as they are: a file.
    pub async fn bytes(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(PIECE) {
            self.flush().await;
            self.lines.extend_from_slice(part);
        }
        self.flush().await;
    }

    /// A remark, beside the output proper.
    pub async fn note(&mut self, words: &str) {
        self.flush().await;
        self.send(Piece::Note(clean_line(words).into_owned())).await;
    }

    /// Says beside a list that it stopped at its limit, if it did.
    pub(super) async fn limited(&mut self, place: &Place, limit: usize, all: usize) {
        if all > limit {
            let values = [("n", limit.into()), ("of", all.into())];
            self.note(&place.says("said-limit", &values)).await;
        }
    }

    /// How far it is; left out when the reader is slow.
    pub fn far(&mut self, far: Far) {
        // A bar that jumps is better than a command that waits for it.
        let _ = self.pieces.try_send(Piece::Far(far));
    }

    /// Says that input is waited for.
    pub(super) async fn wants(&mut self) {
        self.send(Piece::Wants).await;
    }

    /// Whether nobody reads any more (`| head`): there is no use in going on.
    pub fn is_gone(&self) -> bool {
        self.gone
    }

    /// Hands on what was said so far.
    pub async fn flush(&mut self) {
        if !self.lines.is_empty() {
            let lines = std::mem::take(&mut self.lines);
            self.send(Piece::Out(lines)).await;
        }
    }

    async fn send(&mut self, piece: Piece) {
        self.gone = self.gone || self.pieces.send(piece).await.is_err();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn wks_5_a_reader_that_goes_away_is_noticed() {
        let (mut out, read) = channel();
        out.line("one").await;
        drop(read);
        out.flush().await;
        assert!(out.is_gone());
    }

    #[tokio::test]
    async fn wks_5_lines_and_remarks_come_in_their_order() {
        let (mut out, mut read) = channel();
        out.line("one").await;
        out.note("beside").await;
        out.line("two").await;
        out.flush().await;
        drop(out);
        let mut pieces = Vec::new();
        while let Some(piece) = read.recv().await {
            pieces.push(piece);
        }
        assert_eq!(
            pieces,
            [
                Piece::Out(b"one\n".to_vec()),
                Piece::Note("beside".into()),
                Piece::Out(b"two\n".to_vec())
            ]
        );
    }
}
