//! What somebody changes of the lists until it is applied: kept for them whatever becomes of the session (WKS-7), and
//! each change of it can be undone. Sends nothing.

use crate::desk::views::{ListBook, ListId, Sight};
use crate::domain::Command;
use crate::domain::lists::edit::ListEdit;
use crate::domain::thing::Thing;
use crate::ui::frame::Out;
use crate::ui::message::{Effect, Event};

/// What lists are kept as, each with the key of its draft.
const KEPT: [(Thing, &str); 2] = [(Thing::Lists, "lists"), (Thing::Routing, "kinds")];

/// The most changes that can be undone.
const MOST: usize = 100;

/// A book for each thing that lists are kept as.
type Both = [ListBook; KEPT.len()];

/// The changes that are not applied yet.
pub(super) struct Books {
    both: Both,
    /// How they stood before each change, the last one last.
    before: Vec<Both>,
    /// The tokens with which stored drafts were asked for, until they came.
    coming: [Option<u64>; KEPT.len()],
    /// Whether they were asked for.
    asked: bool,
    /// What is stored of each.
    stored: [Option<String>; KEPT.len()],
    /// The commands that apply them, while they are under way, each with what it applies.
    sent: [Option<(u64, ListBook)>; KEPT.len()],
}

/// What an answer was.
pub(super) enum Came {
    /// Somebody else's.
    Elsewhere(Event),
    /// A draft.
    Stored,
}

impl Default for Books {
    fn default() -> Books {
        Books {
            both: KEPT.map(|(thing, _)| ListBook::of(thing)),
            before: Vec::new(),
            coming: Default::default(),
            asked: false,
            stored: Default::default(),
            sent: Default::default(),
        }
    }
}

impl Books {
    /// Asks for what is stored, once. Yields whether it did.
    pub(super) fn load(&mut self, out: &mut Out) -> bool {
        if self.asked {
            return false;
        }
        self.asked = true;
        for (coming, (_, key)) in self.coming.iter_mut().zip(KEPT) {
            let key = key.to_owned();
            *coming = Some(out.ask(|token| Effect::LoadDraft { token, key }));
        }
        true
    }

    /// Returns whether a stored draft is still to come: nothing is changed before.
    pub(super) fn waits(&self) -> bool {
        !self.asked || self.coming.iter().any(Option::is_some)
    }

    /// Takes a stored draft, laid over the lists as they stand.
    pub(super) fn take(&mut self, answer: Event, sight: &Sight, out: &mut Out) -> Came {
        let token = answer.asker();
        let mut coming = self.coming.iter_mut();
        let at = coming.position(|one| one.is_some() && *one == token);
        let (at, text) = match (at, answer) {
            (Some(at), Event::Draft { text, .. }) => (at, text),
            (_, answer) => return Came::Elsewhere(answer),
        };
        if let Some(coming) = self.coming.get_mut(at) {
            *coming = None;
        }
        let text = text.unwrap_or_else(|why| {
            out.refuse(why);
            None
        });
        let thing = KEPT.get(at).map(|(thing, _)| *thing);
        let read = thing.zip(text.as_deref());
        let read = read.and_then(|(thing, text)| ListBook::read(thing, text));
        if let (Some(book), Some(stored)) = (self.both.get_mut(at), self.stored.get_mut(at)) {
            *stored = text;
            if let Some(read) = read {
                *book = read;
                book.renew(sight);
            }
        }
        self.store(out);
        Came::Stored
    }

    /// Stores what is other than it was stored. What is under way is dealt with by its command.
    fn store(&mut self, out: &mut Out) {
        let places = self.both.iter().zip(&mut self.stored).zip(&self.sent);
        for (((book, stored), sent), (_, key)) in places.zip(KEPT) {
            let text = book.text();
            if *stored == text || sent.is_some() {
                continue;
            }
            let key = key.to_owned();
            out.effects.push(match &text {
                Some(text) => Effect::SaveDraft {
                    key,
                    text: text.clone(),
                },
                None => Effect::DropDraft(key),
            });
            *stored = text;
        }
    }

    fn book(&self, list: ListId) -> Option<&ListBook> {
        self.both.iter().find(|book| book.thing == list.thing())
    }

    /// Returns the books in which something is changed.
    pub(super) fn written(&self) -> impl Iterator<Item = &ListBook> {
        self.both.iter().filter(|book| !book.edits.is_empty())
    }

    /// Returns a list as it is to be.
    pub(super) fn edit(&self, sight: &Sight, list: ListId) -> Option<ListEdit> {
        self.book(list)?.list(sight, list)
    }

    /// Returns the lists of which something is changed.
    pub(super) fn changed(&self) -> Vec<ListId> {
        let edits = self.both.iter().flat_map(|book| book.edits.keys());
        let mut lists: Vec<ListId> = edits.copied().collect();
        lists.sort_unstable();
        lists
    }

    /// Returns how many entries are changed.
    pub(super) fn changes(&self) -> usize {
        self.both.iter().map(ListBook::changes).sum()
    }

    /// Does something to the changes that can be undone.
    fn write(&mut self, out: &mut Out, how: impl FnOnce(&mut Both)) {
        let before = self.both.clone();
        how(&mut self.both);
        if before != self.both {
            self.before.push(before);
            if self.before.len() > MOST {
                self.before.remove(0);
            }
        }
        self.store(out);
    }

    /// Takes a list over as it is to be.
    pub(super) fn put(&mut self, sight: &Sight, list: ListId, edit: ListEdit, out: &mut Out) {
        self.write(out, |both| {
            if let Some(book) = both.iter_mut().find(|book| book.thing == list.thing()) {
                book.put(sight, list, edit);
            }
        });
    }

    /// Forgets the changes of a list, or all.
    pub(super) fn discard(&mut self, list: Option<ListId>, out: &mut Out) {
        self.write(out, |both| {
            for book in both {
                let changed: Vec<ListId> = book.edits.keys().copied().collect();
                for one in changed {
                    if list.is_none_or(|list| list == one) {
                        book.discard(one);
                    }
                }
            }
        });
    }

    /// Returns whether a change can be undone.
    pub(super) fn has_before(&self) -> bool {
        !self.before.is_empty()
    }

    /// Undoes the last change.
    pub(super) fn undo(&mut self, sight: &Sight, out: &mut Out) {
        if let Some(before) = self.before.pop() {
            self.both = before;
            self.both.iter_mut().for_each(|book| book.renew(sight));
            self.store(out);
        }
    }

    /// Lays the changes over the lists as they stand now.
    pub(super) fn renew(&mut self, sight: &Sight, out: &mut Out) {
        self.both.iter_mut().for_each(|book| book.renew(sight));
        self.store(out);
    }

    /// Returns the commands that apply the changes, each with its place.
    pub(super) fn commands(&self, sight: &Sight) -> Vec<(usize, Command)> {
        let books = self.both.iter().enumerate();
        let free = books.filter(|(at, _)| !matches!(self.sent.get(*at), Some(Some(_))));
        free.filter_map(|(at, book)| Some((at, book.command(sight)?)))
            .collect()
    }

    /// Notes that the changes at a place are sent with a command: what is stored of them goes with it.
    pub(super) fn send(&mut self, at: usize, token: u64, out: &mut Out) {
        let places = self.sent.get_mut(at).zip(self.both.get(at));
        if let Some(((sent, book), (_, key))) = places.zip(KEPT.get(at)) {
            *sent = Some((token, book.clone()));
            out.sends(token, key);
        }
    }

    /// The command with this token was answered: recorded, refused for what others changed, or for another reason.
    /// Yields whether it was sent from here.
    pub(super) fn settle(&mut self, token: u64, end: End, sight: &Sight, out: &mut Out) -> bool {
        let its = |sent: &mut (u64, ListBook)| sent.0 == token;
        let mut all = self.sent.iter_mut().enumerate();
        let Some((at, (_, sent))) = all.find_map(|(at, sent)| Some((at, sent.take_if(its)?)))
        else {
            return false;
        };
        if let (Some(book), Some(stored)) = (self.both.get_mut(at), self.stored.get_mut(at)) {
            match end {
                End::Done => {
                    book.applied(&sent, sight);
                    *stored = None;
                    self.before.clear();
                }
                End::Overtaken => book.tell(sight),
                End::Refused => {}
            }
        }
        self.store(out);
        true
    }
}

/// How a command ended that applies changes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// It is recorded.
    Done,
    /// Others changed the lists meanwhile.
    Overtaken,
    /// It was refused.
    Refused,
}
