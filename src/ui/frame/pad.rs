//! A text being written, whichever pane it is written in: its editor, the draft that keeps it, and the
//! answers it waits for. What was typed is never replaced by an answer that comes late, and nothing is stored
//! over a draft before that was read (WKS-7).

use crate::ui::kit::editor::Editor;
use crate::ui::kit::keys::{Chord, Input, Key};
use crate::ui::kit::texts::Texts;
use crate::ui::message::{Effect, Event, Outside};

use super::out::Out;

/// The most texts of a pane that are closed and still wait for an answer.
pub const MOST_LEFT: usize = 8;

/// The most keys that wait for a draft.
const MOST_DEFERRED: usize = 64;

/// A text and its draft.
pub struct Pad {
    /// Where it is written.
    pub editor: Editor,
    key: String,
    /// What stood there when its draft was asked for.
    begun: String,
    /// The token of the stored draft, until that came.
    draft: Option<u64>,
    /// What the person's own editor was given, until that is back.
    outside: Option<Outside>,
    /// What was stored last, or stands there without being stored.
    stored: String,
    /// The editor's revision and the head that go with it.
    seen: (u64, String),
    /// Keys that wait until the draft was read.
    deferred: Vec<Input>,
}

/// What an answer did to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// It is not for this text.
    Elsewhere,
    /// It stands there now, or there was nothing.
    Alone,
    /// It stands there, with what was typed meanwhile: behind it, or before it where it was put there.
    With,
    /// It cannot be read.
    Lost,
}

/// What a stored text came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// It is stored as it was, or may not be stored yet.
    Same,
    /// It is stored.
    Kept,
    /// There is none any more.
    Gone,
}

impl Pad {
    /// Opens `text`, below the fields of `head`, and asks for the draft under `key`.
    pub fn open(key: String, head: &str, text: &str, out: &mut Out) -> Pad {
        let editor = Editor::new(text);
        let asked = key.clone();
        let draft = out.ask(|token| Effect::LoadDraft { token, key: asked });
        Pad {
            begun: editor.text(),
            stored: format!("{head}{}", editor.text()),
            seen: (editor.revision(), head.to_owned()),
            editor,
            key,
            draft: Some(draft),
            outside: None,
            deferred: Vec::new(),
        }
    }

    /// The key of its draft.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Whether an answer is on its way: what is typed until then is not stored yet.
    pub fn waits(&self) -> bool {
        self.draft.is_some() || self.outside.is_some()
    }

    /// Whether `input` waits until the draft was read: what sends the text or gives it away, and every key
    /// behind it, which is not meant for the text any more.
    pub fn defers(&mut self, input: &Input, texts: &Texts, out: &mut Out) -> bool {
        let sends = |chord: &Chord| chord.ctrl && matches!(chord.key, Key::Char('s' | 'e'));
        let first = matches!(input, Input::Key(chord) if sends(chord));
        if self.draft.is_none() || (self.deferred.is_empty() && !first) {
            return false;
        }
        if self.deferred.is_empty() {
            out.say(texts.get("draft-coming"));
        }
        if self.deferred.len() < MOST_DEFERRED {
            self.deferred.push(input.clone());
        }
        true
    }

    /// Takes the keys that waited for the draft. They are forgotten when it brought words that nobody saw:
    /// those are not sent unseen.
    pub fn deferred(&mut self, came: Came) -> Vec<Input> {
        let keys = std::mem::take(&mut self.deferred);
        match came {
            Came::Alone => keys,
            Came::With | Came::Lost | Came::Elsewhere => Vec::new(),
        }
    }

    /// Takes a draft that was asked for: what was typed meanwhile follows the stored text. `split` takes
    /// the text out of the stored one, and what stands before it to where that belongs.
    pub fn drafted(&mut self, answer: &Event, split: impl FnOnce(&str) -> String) -> Came {
        let Event::Draft { token, text, .. } = answer else {
            return Came::Elsewhere;
        };
        if self.draft != Some(*token) {
            return Came::Elsewhere;
        }
        self.draft = None;
        match text {
            Ok(None) => Came::Alone,
            Ok(Some(stored)) => {
                self.stored.clone_from(stored);
                let (begun, text) = (std::mem::take(&mut self.begun), split(stored));
                if self.editor.text() == begun {
                    // Nothing was typed that undo could bring back.
                    self.editor = Editor::new(&text);
                    self.editor.to_end();
                    return Came::Alone;
                }
                self.lay(&begun, &text)
            }
            Err(_) => Came::Lost,
        }
    }

    /// Takes the text that came back from the person's own editor; typed meanwhile, it follows.
    pub fn edited(&mut self, answer: &Event) -> Came {
        let Event::Edited { outside, text } = answer else {
            return Came::Elsewhere;
        };
        let its = self.outside.take_if(|own| own.token == outside.token);
        match (its, text) {
            (None, _) => Came::Elsewhere,
            (Some(_), None) => Came::Alone,
            (Some(own), Some(text)) => self.lay(&own.text, text),
        }
    }

    /// Puts `text` where `begun` stood, and leaves what was typed since.
    fn lay(&mut self, begun: &str, text: &str) -> Came {
        let typed = self.editor.text();
        if typed == begun || typed == text {
            let fits = self.editor.replace(text);
            self.editor.to_end();
            return if fits { Came::Alone } else { Came::Lost };
        }
        if let Some(since) = typed.strip_suffix(begun).filter(|_| !begun.is_empty()) {
            let fits = self.editor.replace(&format!("{since}{text}"));
            return if fits { Came::With } else { Came::Lost };
        }
        let since = typed.strip_prefix(begun).unwrap_or(&typed);
        let ends = text.is_empty() || text.ends_with(char::is_whitespace);
        let between = if ends || since.starts_with('\n') {
            ""
        } else {
            "\n"
        };
        if self.editor.replace(&format!("{text}{between}{since}")) {
            Came::With
        } else {
            Came::Lost
        }
    }

    /// Says what came of an answer, where it is not plain to see.
    pub fn say(came: Came, answer: &Event, texts: &Texts, out: &mut Out) {
        match (came, answer) {
            (Came::With, _) => out.say(texts.get("draft-back")),
            (Came::Lost, Event::Draft { text: Err(why), .. }) => out.refuse(why.as_str()),
            (Came::Lost, _) => out.refuse(texts.get("kit-editor-full")),
            (Came::Alone | Came::Elsewhere, _) => {}
        }
    }

    /// Whether the text can be sent: not before its draft was read. Says so when it cannot.
    pub fn is_whole(&self, texts: &Texts, out: &mut Out) -> bool {
        if self.waits() {
            out.refuse(texts.get("draft-coming"));
        }
        !self.waits()
    }

    /// Stores the text below `head` when it is another than before, once the stored one was read.
    pub fn keep(&mut self, head: &str, out: &mut Out) -> Stored {
        let revision = self.editor.revision();
        if self.draft.is_some() || self.is_seen(revision, head) {
            return Stored::Same;
        }
        self.seen = (revision, head.to_owned());
        let text = format!("{head}{}", self.editor.text());
        if text == self.stored {
            return Stored::Same;
        }
        self.stored.clone_from(&text);
        let key = self.key.clone();
        if text.trim().is_empty() {
            out.effects.push(Effect::DropDraft(key));
            return Stored::Gone;
        }
        out.effects.push(Effect::SaveDraft { key, text });
        Stored::Kept
    }

    fn is_seen(&self, revision: u64, head: &str) -> bool {
        // A draft that was just laid in has another revision; fields may change alone.
        self.seen.0 == revision && self.seen.1 == head
    }

    /// Gives the text to the person's own editor, unless an answer is on its way.
    pub fn hand_out(&mut self, head: &str, texts: &Texts, out: &mut Out) {
        if !self.is_whole(texts, out) {
            return;
        }
        let (key, head) = (self.key.clone(), head.to_owned());
        let mut outside = Outside {
            token: 0,
            key,
            head,
            text: self.editor.text(),
        };
        out.ask(|token| {
            outside.token = token;
            Effect::EditOutside(Box::new(outside.clone()))
        });
        self.outside = Some(outside);
    }
}

#[cfg(test)]
#[path = "pad_tests.rs"]
mod tests;
