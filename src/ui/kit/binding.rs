//! One table of bindings per place: what can be done, with which keys, when, and why not now.
//! The same table feeds dispatch, the footer, `?`, `:` and the key table (WKS-1). The words come by
//! id: `act-<id>` is the label, `act-<id>-help` the help, `scope-<id>` the name of the place.
//! Never holds what a key does apart from what it says.

mod entry;
pub mod offers;

use std::borrow::Cow;

pub use self::entry::{Entry, markdown};
use super::keymap::{KeyProblem, Keymap, Overrides};
use super::keys::Chord;
use super::texts::{Arg, Texts};

/// Whether something can be done now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ready {
    /// Yes.
    Yes,
    /// No, and why: what would make it pass.
    No(Reason),
    /// Not here: it is left out of footer, help and palette, and its key does nothing.
    Hidden,
}

impl Ready {
    /// Yes, for bindings that always can.
    pub fn always<C>(_: &C) -> Self {
        Self::Yes
    }

    /// Yes when `condition` holds; else no, for the reason `id` with `args`.
    pub fn when(condition: bool, id: &'static str, args: &[(&'static str, Arg)]) -> Self {
        match condition {
            true => Self::Yes,
            false => Self::No(Reason {
                id: Cow::Borrowed(id),
                args: args.to_vec(),
            }),
        }
    }
}

/// A text by id with its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The text's id.
    pub id: Cow<'static, str>,
    /// Its values.
    pub args: Vec<(&'static str, Arg)>,
}

impl Reason {
    /// A reason without values.
    pub const fn new(id: &'static str) -> Self {
        Self {
            id: Cow::Borrowed(id),
            args: Vec::new(),
        }
    }

    /// In words.
    pub fn text(&self, texts: &Texts) -> String {
        texts.with(&self.id, &self.args)
    }
}

/// One thing that can be done in a place, over its context `C`.
pub struct Binding<C> {
    /// Its name, the same in every place that has it: `claim`, `move-down`.
    pub id: &'static str,
    /// Keys as people write them; the first is the one shown. None: only from `:`.
    pub keys: &'static [&'static str],
    /// Order in the footer, most weighty first; 0 keeps it out.
    pub weight: u8,
    /// Whether it can be done now.
    pub ready: fn(&C) -> Ready,
    /// Does it.
    pub run: fn(&mut C),
}

/// One line of a table of bindings.
pub const fn bind<C>(
    id: &'static str,
    keys: &'static [&'static str],
    weight: u8,
    ready: fn(&C) -> Ready,
    run: fn(&mut C),
) -> Binding<C> {
    Binding {
        id,
        keys,
        weight,
        ready,
        run,
    }
}

/// The bindings of one place.
pub struct Scope<C: 'static> {
    /// The place's name.
    pub id: &'static str,
    /// Its table.
    pub bindings: &'static [Binding<C>],
}

/// What a key means in a place.
pub enum Dispatch<C: 'static> {
    /// Do this.
    Run(&'static Binding<C>),
    /// It exists and cannot be done now.
    Refused(&'static Binding<C>, Reason),
    /// Nothing here.
    Unbound,
}

impl<C: 'static> Scope<C> {
    /// The keys of this place after a person's own choices.
    ///
    /// # Errors
    /// Every key that cannot be read and every key two bindings share, naming them.
    pub fn keymap(&self, overrides: &Overrides) -> Result<Keymap, Vec<KeyProblem>> {
        let table: Vec<_> = self.bindings.iter().map(|b| (b.id, b.keys)).collect();
        Keymap::build(self.id, &table, overrides)
    }

    /// What `chord` means here, now.
    pub fn dispatch(&'static self, keymap: &Keymap, chord: Chord, context: &C) -> Dispatch<C> {
        let mut found = Dispatch::Unbound;
        for binding in self.meant(keymap, chord) {
            match (decide(binding, context), &found) {
                (run @ Dispatch::Run(_), _) => return run,
                (refused @ Dispatch::Refused(..), Dispatch::Unbound) => found = refused,
                _ => {}
            }
        }
        found
    }

    /// Returns the names of what a key stands for.
    pub fn ids_at(&'static self, keymap: &Keymap, chord: Chord) -> Vec<&'static str> {
        let meant = self.meant(keymap, chord);
        meant.map(|binding| binding.id).collect()
    }

    /// The bindings that a key stands for.
    fn meant<'a>(
        &'static self,
        keymap: &'a Keymap,
        chord: Chord,
    ) -> impl Iterator<Item = &'static Binding<C>> + 'a {
        let all = keymap.all_at(chord).iter();
        all.filter_map(|at| self.bindings.get(*at))
    }

    /// The same for a key that was pressed: what is hidden now is refused where `why` knows a reason,
    /// because somebody may know the key.
    pub fn pressed(
        &'static self,
        keymap: &Keymap,
        chord: Chord,
        context: &C,
        why: fn(&C, &str) -> Option<Reason>,
    ) -> Dispatch<C> {
        let dispatch = self.dispatch(keymap, chord, context);
        if !matches!(dispatch, Dispatch::Unbound) {
            return dispatch;
        }
        let mut hidden = self.meant(keymap, chord);
        let why = hidden.find_map(|hidden| Some((hidden, why(context, hidden.id)?)));
        why.map_or(Dispatch::Unbound, |(hidden, reason)| {
            Dispatch::Refused(hidden, reason)
        })
    }

    /// What choosing the binding `id` (from the palette) means here, now.
    pub fn choose(&self, id: &str, context: &C) -> Dispatch<C> {
        match self.bindings.iter().find(|b| b.id == id) {
            Some(binding) => decide(binding, context),
            None => Dispatch::Unbound,
        }
    }

    /// Each binding that is not hidden now, for the footer, help and the palette.
    pub fn entries(&self, keymap: &Keymap, context: &C) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::with_capacity(self.bindings.len());
        for (i, binding) in self.bindings.iter().enumerate() {
            let ready = (binding.ready)(context);
            if ready == Ready::Hidden {
                continue;
            }
            let entry = self.entry(keymap, i, binding, ready);
            // Of those on one key the one that can be done is shown, else the first.
            let shared = entry.chords.first().and_then(|chord| {
                let alone = keymap.all_at(*chord).len() < 2;
                let same = |other: &Entry| other.chords.first() == Some(chord);
                entries.iter().position(same).filter(|_| !alone)
            });
            match shared.and_then(|at| entries.get_mut(at)) {
                None => entries.push(entry),
                Some(shown) if shown.ready != Ready::Yes && entry.ready == Ready::Yes => {
                    *shown = entry;
                }
                Some(_) => {}
            }
        }
        entries
    }

    /// Every binding, as if all could be done: for the key table.
    pub fn all_entries(&self, keymap: &Keymap) -> Vec<Entry> {
        let all = self.bindings.iter().enumerate();
        all.map(|(i, b)| self.entry(keymap, i, b, Ready::Yes))
            .collect()
    }

    fn entry(&self, keymap: &Keymap, i: usize, binding: &Binding<C>, ready: Ready) -> Entry {
        let chords = keymap.chords(i);
        Entry {
            scope: self.id,
            id: binding.id,
            chords,
            weight: binding.weight,
            ready,
        }
    }
}

fn decide<C>(binding: &'static Binding<C>, context: &C) -> Dispatch<C> {
    match (binding.ready)(context) {
        Ready::Yes => Dispatch::Run(binding),
        Ready::No(reason) => Dispatch::Refused(binding, reason),
        Ready::Hidden => Dispatch::Unbound,
    }
}

/// What tests ask of every place: its keys can be read and every binding has its words
/// in both languages. Gives what is wrong.
pub fn faults<C>(scope: &Scope<C>, texts: &[&Texts]) -> Vec<String> {
    let mut wrong: Vec<String> = match scope.keymap(&Overrides::default()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(|p| format!("{p:?}")).collect(),
    };
    for (i, binding) in scope.bindings.iter().enumerate() {
        if scope.bindings.iter().take(i).any(|b| b.id == binding.id) {
            wrong.push(format!("{} is twice in {}", binding.id, scope.id));
        }
    }
    for texts in texts {
        let ids = scope
            .bindings
            .iter()
            .flat_map(|b| [format!("act-{}", b.id), format!("act-{}-help", b.id)]);
        for id in ids.chain([format!("scope-{}", scope.id)]) {
            if !texts.has(&id) {
                wrong.push(format!("{id} has no {} text", texts.lang().code()));
            }
        }
    }
    wrong
}

#[cfg(test)]
#[path = "binding_tests.rs"]
mod tests;
