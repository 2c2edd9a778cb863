//! Splitting a request in several (REQ-3): the pieces that were found, to put right, join and add to before
//! anything is done. Nothing that was written is left out by it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::InboxPane;
use crate::domain::command::SplitPart;
use crate::domain::request::command::RequestCommand;
use crate::domain::{Command, RequestId, Seq};
use crate::ui::frame::ListPane;
use crate::ui::kit::editor::{Edited, Editor};
use crate::ui::kit::frame::Panel;
use crate::ui::kit::keys::{Chord, Input, Key};
use crate::ui::kit::line::Line;
use crate::ui::kit::look::Look;
use crate::ui::kit::paint;

/// The most columns it takes.
const WIDTH: u16 = 100;
/// The most splits that are kept to come back to.
const MOST_LEFT: usize = 20;
/// The most characters of a text that its subject is made from.
const ABOUT: usize = 60;

/// One part: its subject, its text.
struct Piece {
    subject: Line,
    text: Editor,
}

impl Piece {
    fn new(subject: &str, text: &str) -> Piece {
        Piece {
            subject: Line::new(subject),
            text: Editor::new(text),
        }
    }
}

/// A split being prepared.
pub struct Splitting {
    request: RequestId,
    /// The record up to which was read what the parts are made from.
    pub(super) seen: Seq,
    pieces: Vec<Piece>,
    at: usize,
    /// The text of the part has the keys, not its subject.
    in_text: bool,
    /// Something was typed, added or joined.
    touched: bool,
    /// What the subject of a new part begins with.
    client: String,
}

impl Splitting {
    /// Draws it over the pane.
    pub fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let title = look.texts.with(
            "split-title",
            &[("request", self.request.to_string().into())],
        );
        let right = look
            .texts
            .with("split-count", &[("n", self.pieces.len().into())]);
        let keys = look.texts.get("split-keys");
        let fits = paint::columns(&keys).saturating_add(6) <= area.width.min(WIDTH);
        let short = look.texts.get("split-keys-short");
        let panel = Panel {
            title: &title,
            right: &right,
            bottom: if fits { &keys } else { &short },
            focused: true,
        };
        panel.popup(area, WIDTH, area.height, buf, look);
        let [list, rule, text] = places(area, self.pieces.len());
        let first = (self.at + 1).saturating_sub(usize::from(list.height));
        let shown = self.pieces.iter().enumerate().skip(first);
        for (row, (at, piece)) in (0..list.height).zip(shown) {
            let here = at == self.at;
            let style = if here {
                look.theme.accent
            } else {
                look.theme.text
            };
            let line = paint::row(list, row);
            let number = format!("{}{}. ", if here { "▌" } else { " " }, at + 1);
            let used = paint::text(buf, line, &number, style);
            let focused = here && !self.in_text;
            piece
                .subject
                .view(paint::from(line, used), buf, look, "", focused);
        }
        let Some(piece) = self.pieces.get(self.at) else {
            return;
        };
        let name = look
            .texts
            .with("split-text", &[("n", (self.at + 1).into())]);
        let used = paint::text(buf, rule, &name, look.theme.title);
        let line = "─".repeat(usize::from(rule.width.saturating_sub(used + 1)));
        paint::text(buf, paint::from(rule, used + 1), &line, look.theme.faint);
        let hint = look.texts.get(if self.at == 0 {
            "split-text-first"
        } else {
            "split-text-hint"
        });
        piece.text.view(text, buf, look, &hint, self.in_text);
    }

    /// Adds an empty part behind the one that has the keys.
    fn add(&mut self) {
        self.touched = true;
        self.at = (self.at + 1).min(self.pieces.len());
        let piece = Piece::new(&format!("{} / ", self.client), "");
        self.pieces.insert(self.at, piece);
        self.in_text = false;
    }

    /// Joins the part that has the keys to the one above it: its text goes on there.
    fn join(&mut self) {
        if self.at == 0 || self.at >= self.pieces.len() {
            return;
        }
        self.touched = true;
        let gone = self.pieces.remove(self.at);
        self.at -= 1;
        if let Some(piece) = self.pieces.get_mut(self.at) {
            let texts = [piece.text.text(), gone.text.text()];
            let texts: Vec<&str> = texts.iter().map(|t| t.trim()).collect();
            let texts = texts.into_iter().filter(|t| !t.is_empty());
            piece.text.replace(&texts.collect::<Vec<_>>().join("\n\n"));
        }
    }

    fn to(&mut self, at: usize) {
        self.at = at.min(self.pieces.len().saturating_sub(1));
        self.in_text = false;
    }
}

/// Where the subjects, the rule below them and the text stand.
fn places(area: Rect, pieces: usize) -> [Rect; 3] {
    let inner = Panel::popup_inner(area, WIDTH, area.height);
    let most = (inner.height / 2).max(1);
    let rows = u16::try_from(pieces).unwrap_or(most).min(most);
    let part = |y: u16, height: u16| Rect {
        y: inner.y + y.min(inner.height),
        height: height.min(inner.height.saturating_sub(y)),
        ..inner
    };
    [part(0, rows), part(rows, 1), part(rows + 1, inner.height)]
}

impl InboxPane {
    /// Opens the split of the selected request: the one that was left, or the pieces that were found. Where
    /// none were, the mail stays whole with the first part and the second is to be filled in.
    pub(super) fn start_split(&mut self) {
        let Some(detail) = self
            .detail
            .as_ref()
            .filter(|d| self.frame.browse.selected() == Some(d.row.id))
        else {
            return;
        };
        let id = detail.row.id;
        if let Some(at) = self.left_splits.iter().position(|left| left.request == id) {
            self.splitting = Some(self.left_splits.remove(at));
            return;
        }
        let client = detail.row.organisation.to_uppercase();
        let subject = |about: &str| {
            let about: String = about.chars().take(ABOUT).collect();
            let about = about.trim_end_matches(['.', ';', ',', ' ', '?', '!']);
            format!("{client} / {about}")
        };
        let mut pieces: Vec<Piece> = detail
            .pieces
            .iter()
            .map(|piece| Piece::new(&subject(&piece.about), &piece.body))
            .collect();
        if pieces.len() < 2 {
            pieces = vec![
                Piece::new(&detail.row.subject, ""),
                Piece::new(&subject(""), ""),
            ];
        }
        self.splitting = Some(Splitting {
            request: id,
            seen: detail.seq,
            pieces,
            at: 0,
            in_text: false,
            touched: false,
            client,
        });
    }

    pub(super) fn in_splitting(&mut self, input: &Input) -> bool {
        if let Input::Key(chord) = input
            && self.split_key(*chord)
        {
            return true;
        }
        let area = self.frame.browse.area();
        let Some(splitting) = &mut self.splitting else {
            return false;
        };
        let [_, _, place] = places(area, splitting.pieces.len());
        let in_text = splitting.in_text;
        let Some(piece) = splitting.pieces.get_mut(splitting.at) else {
            return true;
        };
        splitting.touched = true;
        if !in_text {
            piece.subject.update(input);
        } else if piece.text.update(input, place) == Edited::Cancel {
            splitting.in_text = false;
        }
        true
    }

    /// What a key does to the parts; the others are for a subject or a text.
    fn split_key(&mut self, chord: Chord) -> bool {
        let Some(splitting) = &mut self.splitting else {
            return false;
        };
        match (chord.key, chord.ctrl, splitting.in_text) {
            (Key::Char('s'), true, _) | (Key::Enter, false, false) => self.split(),
            (Key::Char('n'), true, _) => splitting.add(),
            (Key::Char('t'), true, _) => splitting.join(),
            (Key::Tab, false, _) => splitting.in_text = !splitting.in_text,
            (Key::Down, false, false) => splitting.to(splitting.at + 1),
            (Key::Up, false, false) => splitting.to(splitting.at.saturating_sub(1)),
            (Key::Esc, _, false) => {
                let left = self.splitting.take().filter(|left| left.touched);
                if let Some(left) = left {
                    if self.left_splits.len() >= MOST_LEFT {
                        self.left_splits.remove(0);
                    }
                    self.left_splits.push(left);
                    let words = self.text("split-left");
                    self.frame.out.say(words);
                }
            }
            _ => return false,
        }
        true
    }

    fn split(&mut self) {
        let Some(splitting) = &mut self.splitting else {
            return;
        };
        let part = |piece: &Piece| SplitPart {
            subject: piece.subject.text().trim().into(),
            body: piece.text.text().trim().into(),
        };
        let parts: Vec<SplitPart> = splitting.pieces.iter().map(part).collect();
        let empty = |(at, part): (usize, &SplitPart)| {
            part.subject.is_empty() || (at > 0 && part.body.is_empty())
        };
        if let Some(at) = parts.iter().enumerate().position(empty) {
            splitting.at = at;
            splitting.in_text = parts.get(at).is_some_and(|part| !part.subject.is_empty());
            let words = self.with("split-missing", &[("n", (at + 1).into())]);
            self.frame.out.refuse(words);
            return;
        }
        let command = Command::Request(RequestCommand::Split {
            request: splitting.request,
            parts,
        });
        let command = command.upon(splitting.seen);
        let token = self.submit(command);
        if let Some(splitting) = self.splitting.take() {
            self.splits.keep(token..=token, splitting);
        }
    }
}
