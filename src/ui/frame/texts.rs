//! The texts of a pane: the one that is being written, those that were closed and still wait for an answer, those
//! on their way, and of which there is a draft. Nothing typed is lost by leaving, by a refusal, or by a line that
//! drops (WKS-7).

use super::out::Out;
use super::writing::{Opening, Writing, fields};
use super::{ListPane, joined};
use crate::ui::frame::drafts::Drafts;
use crate::ui::frame::kept::Kept;
use crate::ui::frame::pad::{Came, MOST_LEFT, Pad, Stored};
use crate::ui::kit::editor::Edited;
use crate::ui::kit::form::Formed;
use crate::ui::kit::keys::{Input, Key};
use crate::ui::kit::texts;
use crate::ui::message::{Effect, Event};

/// The texts of a pane, each of a `W`.
pub struct Texts<W> {
    /// The one that is being written.
    pub open: Option<Writing<W>>,
    /// Closed, and waiting for an answer.
    left: Vec<Writing<W>>,
    /// Closed, and sent.
    sent: Kept<Writing<W>>,
    /// Of which things there is a draft, by the keys of the drafts.
    pub drafts: Drafts<String>,
    /// What was sent had been changed by somebody else, and how things stand now is not known yet.
    pub(super) overtaken: bool,
}

impl<W> Default for Texts<W> {
    fn default() -> Self {
        Texts {
            open: None,
            left: Vec::new(),
            sent: Kept::default(),
            drafts: Drafts::default(),
            overtaken: false,
        }
    }
}

impl<W> Texts<W> {
    /// Shuts the texts that are none of their person's any more, and keeps nothing of them. Yields whether one was open.
    pub fn shut(&mut self, theirs: impl Fn(&W) -> bool) -> bool {
        self.left.retain(|one| !theirs(&one.what));
        self.open.take_if(|open| theirs(&open.what)).is_some()
    }

    /// Opens a text, with its draft if there is one. One that was closed and still waits for an answer is gone
    /// on with; one that is on its way is not opened before it is recorded, because its draft is that of the
    /// text before: then this yields false.
    pub fn write(
        &mut self,
        what: W,
        opening: Opening,
        texts: &texts::Texts,
        out: &mut Out,
    ) -> bool {
        if self.sent.sent().any(|sent| sent.pad.key() == opening.key) {
            out.refuse(texts.get("draft-sending"));
            return false;
        }
        let mut left = self.left.iter();
        let writing = match left.position(|left| left.pad.key() == opening.key) {
            Some(at) => self.left.swap_remove(at).gone_on_with(what, opening.about),
            None => {
                let lines = fields(&opening.form);
                let head: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
                let pad = Pad::open(opening.key.clone(), &head, &opening.text, out);
                Writing::new(what, opening, pad)
            }
        };
        self.open = Some(writing);
        true
    }

    /// Closes the text that was sent with the command `token`: it is there again when that is refused.
    pub fn close_with(&mut self, token: u64, out: &mut Out) {
        if let Some(writing) = self.open.take() {
            out.sends(token, writing.pad.key());
            self.sent.keep(token..=token, writing);
        }
    }

    /// What is written goes with the command `token`, and stays on the screen until that is done.
    pub fn stay_with(&mut self, token: u64, out: &mut Out) {
        if let Some(writing) = &mut self.open {
            out.sends(token, writing.pad.key());
            writing.sent = Some((token, writing.whole()));
        }
    }

    /// Stores what is written when it is another than before.
    fn store(writing: &mut Writing<W>, drafts: &mut Drafts<String>, out: &mut Out) {
        let head = writing.head();
        match writing.pad.keep(&head, out) {
            Stored::Kept => drafts.put(writing.pad.key().to_owned()),
            Stored::Gone => drafts.drop(&writing.pad.key().to_owned()),
            Stored::Same => {}
        }
    }

    /// Takes a stored draft or a text out of the person's own editor, for the text that asked for it. Yields the
    /// keys that waited for it; nothing when no text did.
    fn take(&mut self, answer: &Event, texts: &texts::Texts, out: &mut Out) -> Option<Vec<Input>> {
        let all = self.open.iter_mut().chain(&mut self.left);
        let mut took = all.filter_map(|writing| match writing.take(answer) {
            Came::Elsewhere => None,
            came => Some((writing, came)),
        });
        let (writing, came) = took.next()?;
        Pad::say(came, answer, texts, out);
        Texts::store(writing, &mut self.drafts, out);
        let keys = writing.pad.deferred(came);
        self.left.retain(Writing::waits);
        Some(keys)
    }

    /// The command with `token` was answered. What was sent with it is safe when that is `done`, and its draft
    /// is forgotten; what was typed since stays. What was refused is there again, or waits for its turn.
    pub(super) fn settle(&mut self, token: u64, done: bool, out: &mut Out) {
        let sent = |writing: &Writing<W>| matches!(writing.sent, Some((its, _)) if its == token);
        if let Some(writing) = self.sent.settle(token) {
            match done {
                true => self.forget(writing.pad.key().to_owned(), out),
                false => self.sent.wait(writing),
            }
        }
        let mut all = self.open.iter_mut().chain(&mut self.left);
        if let Some(writing) = all.find(|writing| sent(writing)) {
            let was = writing.sent.take().map(|(_, text)| text);
            let key = writing.pad.key().to_owned();
            if done && was == Some(writing.whole()) {
                self.open.take_if(|open| open.pad.key() == key);
                self.left.retain(|left| left.pad.key() != key);
                self.forget(key, out);
            }
        }
        self.left.retain(Writing::waits);
    }

    fn forget(&mut self, key: String, out: &mut Out) {
        self.drafts.drop(&key);
        out.effects.push(Effect::DropDraft(key));
    }

    /// Brings back a text that was refused. Call when nothing else is being typed.
    pub(super) fn bring_back(&mut self) -> bool {
        self.open = self.sent.back();
        self.open.is_some()
    }
}

/// Hands an input to the text that is being written; false when there is none.
pub(super) fn input<P: ListPane>(pane: &mut P, input: &Input) -> bool {
    let foot = pane.foot().is_some();
    let frame = pane.frame_mut();
    let (area, ctx, out) = (frame.browse.area(), &frame.ctx, &mut frame.out);
    let Some(writing) = &mut frame.texts.open else {
        return false;
    };
    if writing.pad.defers(input, &ctx.texts, out) {
        return true;
    }
    let ctrl =
        |letter| matches!(input, Input::Key(chord) if chord.ctrl && chord.key == Key::Char(letter));
    if ctrl('e') && ctx.local {
        let head = writing.head();
        writing.pad.hand_out(&head, &ctx.texts, out);
        return true;
    }
    let places = writing.places(area, foot);
    if !ctrl('s') && writing.turns(input, &places) {
        return true;
    }
    let did = match writing.in_form {
        _ if ctrl('s') => Edited::Submit,
        true => match writing.form.update(input, places.form) {
            Formed::Cancel => Edited::Cancel,
            Formed::Editing | Formed::Submit => Edited::Open,
        },
        false => writing.pad.editor.update(input, places.text),
    };
    Texts::store(writing, &mut frame.texts.drafts, out);
    match did {
        Edited::Open | Edited::Ignored => {}
        Edited::Submit => {
            if writing.pad.is_whole(&ctx.texts, out) {
                pane.send_text();
            }
        }
        Edited::Cancel => leave(pane),
    }
    true
}

/// Closes the text; one that still waits for an answer is stored when that came.
fn leave<P: ListPane>(pane: &mut P) {
    let Some(writing) = pane.frame_mut().texts.open.take() else {
        return;
    };
    pane.left_text(&writing);
    let left = &mut pane.frame_mut().texts.left;
    if writing.waits() && left.len() < MOST_LEFT {
        left.push(writing);
    }
}

/// Takes a stored draft, or a text out of the person's own editor; gives back one that nothing waits for.
pub(super) fn written<P: ListPane>(pane: &mut P, answer: Event) -> Option<Event> {
    let frame = pane.frame_mut();
    let Some(keys) = frame.texts.take(&answer, &frame.ctx.texts, &mut frame.out) else {
        return Some(answer);
    };
    for key in keys {
        joined::put(pane, &key);
    }
    None
}
