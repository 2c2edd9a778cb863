//! Splitting a request in several (REQ-3): the pieces that were found, each with its subject to put
//! right, before anything is done.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::InboxPane;
use crate::domain::command::Part;
use crate::domain::{Command, RequestId, Seq};
use crate::text::fit;
use crate::ui::frame::ListPane;
use crate::ui::kit::frame::Panel;
use crate::ui::kit::keys::{Input, Key};
use crate::ui::kit::line::Line;
use crate::ui::kit::look::Look;
use crate::ui::kit::paint;

/// Rows of one part: its subject, two lines of its text, a blank.
const ROWS: u16 = 4;

/// One part: whether it is taken, its subject, its text.
#[derive(Clone)]
struct Piece {
    taken: bool,
    subject: Line,
    body: String,
}

/// A split being prepared.
#[derive(Clone)]
pub struct Splitting {
    request: RequestId,
    /// The record up to which was read what the parts are made from.
    pub(super) seen: Seq,
    pieces: Vec<Piece>,
    at: usize,
}

impl Splitting {
    fn taken(&self) -> usize {
        self.pieces.iter().filter(|piece| piece.taken).count()
    }

    /// Draws it over the pane.
    pub fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let title = look.texts.with(
            "split-title",
            &[("request", self.request.to_string().into())],
        );
        let right = look
            .texts
            .with("split-count", &[("n", self.taken().into())]);
        let keys = look.texts.get("split-keys");
        let height = u16::try_from(self.pieces.len())
            .unwrap_or(u16::MAX)
            .saturating_mul(ROWS)
            .saturating_add(3);
        let panel = Panel {
            title: &title,
            right: &right,
            bottom: &keys,
            focused: true,
        };
        let inner = panel.popup(area, 90, height, buf, look);
        let visible = usize::from(inner.height / ROWS).max(1);
        let first = (self.at + 1).saturating_sub(visible);
        for (n, (at, piece)) in self
            .pieces
            .iter()
            .enumerate()
            .skip(first)
            .take(visible)
            .enumerate()
        {
            let top = u16::try_from(n).unwrap_or(0) * ROWS;
            let here = at == self.at;
            let style = if piece.taken {
                look.theme.accent
            } else {
                look.theme.faint
            };
            let number = format!("{}{}. ", if piece.taken { "✓ " } else { "  " }, at + 1);
            let line = paint::row(inner, top);
            let used = paint::text(buf, line, &number, style);
            piece
                .subject
                .view(paint::from(line, used), buf, look, "", here);
            for (row, words) in (1..3).zip(fit::wrap(
                &piece.body,
                usize::from(inner.width.saturating_sub(5)),
            )) {
                let at = paint::from(paint::row(inner, top + row), 5);
                paint::text(buf, at, words, look.theme.muted);
            }
        }
    }
}

impl InboxPane {
    /// Opens the split of the selected request, with the pieces that were found in it. Where none
    /// were, two parts to fill in: the original text stands on the first one's timeline.
    pub(super) fn start_split(&mut self) {
        let Some(detail) = self
            .detail
            .as_ref()
            .filter(|d| self.frame.browse.selected() == Some(d.row.id))
        else {
            return;
        };
        let seen = detail.seq;
        let client = detail.row.organisation.to_uppercase();
        let found = if detail.pieces.len() > 1 {
            detail.pieces.clone()
        } else {
            Vec::new()
        };
        let mut pieces: Vec<Piece> = found
            .into_iter()
            .map(|body| {
                let about: String = body.chars().take(60).collect();
                let about = about.trim_end_matches(['.', ';', ',', ' ', '?', '!']);
                Piece {
                    taken: true,
                    subject: Line::new(&format!("{client} / {about}")),
                    body,
                }
            })
            .collect();
        if pieces.is_empty() {
            let subject = detail.row.subject.clone();
            let second = self.text("split-second");
            pieces.push(Piece {
                taken: true,
                subject: Line::new(&subject),
                body: subject,
            });
            pieces.push(Piece {
                taken: true,
                subject: Line::new(&format!("{client} / ")),
                body: second,
            });
        }
        self.splitting = Some(Splitting {
            seen,
            request: detail.row.id,
            pieces,
            at: 0,
        });
    }

    pub(super) fn in_splitting(&mut self, input: &Input) -> bool {
        let Some(splitting) = &mut self.splitting else {
            return false;
        };
        let last = splitting.pieces.len().saturating_sub(1);
        if let Input::Key(chord) = input {
            match (chord.key, chord.ctrl) {
                (Key::Esc, _) => {
                    self.splitting = None;
                    return true;
                }
                (Key::Down | Key::Tab, _) if !chord.shift => {
                    splitting.at = (splitting.at + 1).min(last);
                    return true;
                }
                (Key::Up | Key::Tab, _) => {
                    splitting.at = splitting.at.saturating_sub(1);
                    return true;
                }
                (Key::Char('t'), true) => {
                    if let Some(piece) = splitting.pieces.get_mut(splitting.at) {
                        piece.taken = !piece.taken;
                    }
                    return true;
                }
                (Key::Enter, _) | (Key::Char('s'), true) => {
                    self.split();
                    return true;
                }
                _ => {}
            }
        }
        if let Some(piece) = splitting.pieces.get_mut(splitting.at) {
            piece.subject.update(input);
        }
        true
    }

    fn split(&mut self) {
        let Some(splitting) = &self.splitting else {
            return;
        };
        if splitting.taken() < 2 {
            let words = self.text("refusal-too-few-parts");
            self.frame.out.refuse(words);
            return;
        }
        let taken = splitting.pieces.iter().filter(|piece| piece.taken);
        let part = |piece: &Piece| Part {
            subject: piece.subject.text().trim().into(),
            body: piece.body.as_str().into(),
        };
        let command = Command::Split {
            request: splitting.request,
            parts: taken.map(part).collect(),
        };
        let command = command.upon(splitting.seen);
        let token = self.submit(command);
        if let Some(splitting) = self.splitting.take() {
            self.splits.keep(token..=token, splitting);
        }
    }
}
