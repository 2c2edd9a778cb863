//! The lists as a house keeps them: which entries there are, in which order, what they are called, and which are retired.
//! A list that the house never changed is the shipped one. Decides nothing.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use serde::{Deserialize, Serialize};

use super::shipped::{
    Audience, Belt, CloseReason, Compliance, DeclineReason, EndReason, Ending, Skill, Subscription,
    Tag, Task, Unit, Work,
};
use super::{Entry, Pair, shipped};
use crate::domain::language::Language;

/// The first number of a house's own entries: no shipped one ever has it.
pub(super) const OWN: u16 = 1_000;

/// Makes [`ListName`] of a line a list: its variant, its entries, its name in files, and what its texts begin with.
macro_rules! names {
    ($($(#[$doc:meta])+ $name:ident($entries:ty) => $key:literal, $texts:literal, $needed:literal;)+) => {
        /// Which list.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        pub enum ListName {
            $($(#[$doc])+ $name,)+
        }

        impl ListName {
            /// All of them, in the order in which they are shown.
            pub const ALL: &[ListName] = &[$(ListName::$name),+];

            /// Returns the stable name that files and commands know it by.
            pub fn key(self) -> &'static str {
                match self {
                    $(ListName::$name => $key,)+
                }
            }

            /// Returns what the texts of its entries begin with.
            pub fn texts(self) -> &'static str {
                match self {
                    $(ListName::$name => $texts,)+
                }
            }

            /// Returns whether nothing goes on without an entry to choose.
            pub fn needs_one(self) -> bool {
                match self {
                    $(ListName::$name => $needed,)+
                }
            }

            /// Returns the shipped entries, in their order, each with its number and stable name.
            fn entries(self) -> Vec<(u16, Cow<'static, str>)> {
                match self {
                    $(ListName::$name => {
                        let all = <$entries>::ALL.into_iter();
                        all.map(|entry| (entry.number(), entry.key())).collect()
                    })+
                }
            }
        }
    };
}

// A new one stands behind the last: records keep them by their place.
names! {
    /// Kinds of work.
    Work(Work) => "work", "work", true;
    /// Audiences.
    Audience(Audience) => "audience", "audience", true;
    /// Levels, the lowest first.
    Level(Belt) => "level", "belt", false;
    /// What a professional must have shown.
    Compliance(Compliance) => "compliance", "compliance", false;
    /// The logistics of a mission.
    Task(Task) => "task", "task", false;
    /// Units of prices.
    Unit(Unit) => "unit", "unit", true;
    /// Why requests are closed.
    Close(CloseReason) => "close", "close", true;
    /// What facilitators subscribe to.
    Subscription(Subscription) => "subscription", "subscription", false;
    /// What facilitators can do.
    Skill(Skill) => "skill", "skill", false;
    /// Tags of requests and quotations.
    Tag(Tag) => "tag", "tag", false;
    /// Why terms and proposals are declined.
    Decline(DeclineReason) => "decline", "decline", false;
    /// Why opportunities leave the board without a mission.
    End(EndReason) => "end", "ending", true;
}

impl ListName {
    /// Returns the list with this stable name.
    pub fn parse(key: &str) -> Option<ListName> {
        ListName::ALL.iter().copied().find(|list| list.key() == key)
    }

    /// Returns what an entry of it means to the rules; `None` where that depends on nothing.
    pub fn means(self, number: u16) -> Option<Ending> {
        (self == ListName::Close).then(|| shipped::CloseReason::of(number).ending())
    }

    /// Returns the name that the text of an entry is found by, with what its texts begin with.
    pub fn text_of(self, number: u16) -> String {
        let entries = self.entries();
        let found = entries.iter().find(|(one, _)| *one == number);
        let key = found.map_or_else(|| number.to_string().into(), |(_, key)| key.clone());
        format!("{}-{}", self.texts(), key.replace('_', "-"))
    }
}

/// An entry of a list, as the house has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListEntry {
    /// Its number, by which everything else names it.
    pub number: u16,
    /// Its stable name in files and filters. It belongs to the number for ever.
    pub key: Box<str>,
    /// What it is called in each language, the house's first language first. A shipped one has a name anyway.
    pub names: Vec<(Language, Box<str>)>,
    /// Whether it stays on what has it, and nothing new takes it.
    pub retired: bool,
    /// Of a skill: from which language into which. It belongs to the number for ever.
    #[serde(default)]
    pub pair: Option<Pair>,
    /// Of a subscription: what it contains, in each language.
    #[serde(default)]
    pub contains: Vec<(Language, Box<str>)>,
}

impl ListEntry {
    /// Returns a bare one.
    pub fn bare(number: u16, key: &str) -> ListEntry {
        ListEntry {
            number,
            key: key.into(),
            names: Vec::new(),
            retired: false,
            pair: None,
            contains: Vec::new(),
        }
    }

    /// Returns what the house says that it contains: in `language`, else in the first.
    pub fn contents(&self, language: Language) -> Option<&str> {
        let own = self.contains.iter().find(|(one, _)| *one == language);
        let said = own.or_else(|| self.contains.first());
        said.map(|(_, words)| &**words)
    }
}

/// A list, as the house has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// Its entries, in the order in which they are offered.
    pub entries: Vec<ListEntry>,
    /// Those that were struck off while nothing had them: history may still name them, and a name that comes back
    /// gets its number back.
    pub struck: Vec<ListEntry>,
}

impl List {
    /// Returns the shipped one.
    fn shipped(name: ListName) -> List {
        let entry = |(number, key): (u16, Cow<'static, str>)| ListEntry::bare(number, &key);
        List {
            entries: name.entries().into_iter().map(entry).collect(),
            struck: Vec::new(),
        }
    }

    /// Returns every entry there ever was.
    pub fn all(&self) -> impl Iterator<Item = &ListEntry> {
        self.entries.iter().chain(&self.struck)
    }

    /// Returns the entry with a number, whatever became of it.
    pub fn entry(&self, number: u16) -> Option<&ListEntry> {
        self.all().find(|entry| entry.number == number)
    }

    /// Returns the number that `key` has or had; of a shipped entry of `name` its own, even while it is not on the list.
    pub(super) fn number_of(&self, name: ListName, key: &str) -> Option<u16> {
        let here = self.all().find(|entry| &*entry.key == key);
        here.map(|entry| entry.number).or_else(|| {
            let mut shipped = name.entries().into_iter();
            shipped
                .find(|(_, one)| one == key)
                .map(|(number, _)| number)
        })
    }

    /// Returns a number that no entry ever had, for one that means this to the rules; `None` when all are taken.
    pub(super) fn free_number(&self, means: Option<Ending>) -> Option<u16> {
        let first = means.map_or(OWN, Ending::first);
        let mut numbers = first..first + OWN;
        numbers.find(|number| self.entry(*number).is_none())
    }

    /// Returns the list as `to` has it; what was on this one and is not there is struck off.
    fn changed(&self, to: &List) -> List {
        let mut to = to.clone();
        let gone = self.all().filter(|one| to.entry(one.number).is_none());
        let gone: Vec<ListEntry> = gone.cloned().collect();
        to.struck.extend(gone);
        to
    }
}

/// An entry that was chosen and cannot be: it is retired, or stands on no list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unlisted {
    /// Of which list.
    pub list: ListName,
    /// Its number.
    pub entry: u16,
}

/// The lists of a house.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lists {
    /// Those that the house changed.
    changed: BTreeMap<ListName, Arc<List>>,
}

static SHIPPED: LazyLock<Lists> = LazyLock::new(|| Lists {
    changed: ListName::ALL
        .iter()
        .map(|name| (*name, Arc::new(List::shipped(*name))))
        .collect(),
});

static NONE: List = List {
    entries: Vec::new(),
    struck: Vec::new(),
};

impl Lists {
    /// Returns a list.
    pub fn list(&self, name: ListName) -> &List {
        let own = self.changed.get(&name);
        own.or_else(|| SHIPPED.changed.get(&name))
            .map_or(&NONE, |list| &**list)
    }

    /// Takes a list over as it is from now on.
    pub fn change(&mut self, name: ListName, to: &List) {
        let changed = self.list(name).changed(to);
        self.changed.insert(name, Arc::new(changed));
    }

    /// Returns whether an entry can be chosen.
    pub fn is_offered<T: Entry>(&self, entry: T) -> bool {
        let mut entries = self.list(T::LIST).entries.iter();
        entries.any(|one| one.number == entry.number() && !one.retired)
    }

    /// Returns the entries that can be chosen, in their order.
    pub fn offered<T: Entry>(&self) -> Vec<T> {
        let entries = self.list(T::LIST).entries.iter();
        let offered = entries.filter(|entry| !entry.retired);
        offered.map(|entry| T::of(entry.number)).collect()
    }

    /// Returns the entry that is offered first; where there is none to choose, one that stands on no list.
    pub fn first<T: Entry>(&self) -> T {
        let mut entries = self.list(T::LIST).entries.iter();
        let first = entries.find(|entry| !entry.retired);
        T::of(first.map_or(u16::MAX, |entry| entry.number))
    }

    /// Returns what a form offers where `now` stands: the entries that can be chosen, and behind them what stands there.
    pub fn choices<T: Entry>(&self, now: impl IntoIterator<Item = T>) -> Vec<T> {
        let mut all = self.offered();
        for one in now {
            if !all.contains(&one) {
                all.push(one);
            }
        }
        all
    }

    /// Returns the entry that its stable name says, in use or retired.
    pub fn parse<T: Entry>(&self, key: &str) -> Option<T> {
        let mut entries = self.list(T::LIST).entries.iter();
        let found = entries.find(|entry| &*entry.key == key);
        found.map(|entry| T::of(entry.number))
    }

    /// Returns the entry that its stable name says, if it can be chosen.
    pub fn choose<T: Entry>(&self, key: &str) -> Option<T> {
        self.parse(key).filter(|entry| self.is_offered(*entry))
    }

    /// Returns the stable name of an entry, for files and machines; of one that is on no list, its number.
    pub fn key<T: Entry>(&self, entry: T) -> Box<str> {
        let found = self.list(T::LIST).entry(entry.number());
        found.map_or_else(
            || entry.number().to_string().into(),
            |found| found.key.clone(),
        )
    }

    /// Returns the stable names of those that can be chosen, for who has to write one.
    pub fn keys<T: Entry>(&self) -> String {
        let keys = self.offered::<T>().into_iter().map(|entry| self.key(entry));
        keys.collect::<Vec<_>>().join(", ")
    }

    /// Returns the place of an entry in the order of its list; one that is on no list comes before all.
    pub fn rank<T: Entry>(&self, entry: T) -> Option<usize> {
        let mut entries = self.list(T::LIST).entries.iter();
        entries.position(|one| one.number == entry.number())
    }

    /// Returns what the house calls an entry: in `language`, else in the first it was named in. `None`: as it is shipped.
    pub fn name(&self, list: ListName, number: u16, language: Language) -> Option<Cow<'_, str>> {
        named(self.list(list).entry(number)?, language)
    }

    /// Returns what the house calls entries in `language`, each with the id of its text.
    pub fn named(&self, language: Language) -> impl Iterator<Item = (String, Cow<'_, str>)> {
        let lists = self.changed.iter();
        let entries = lists.flat_map(|(list, kept)| kept.all().map(move |entry| (*list, entry)));
        entries.filter_map(move |(list, entry)| {
            let name = named(entry, language)?;
            Some((list.text_of(entry.number), name))
        })
    }

    /// Passes when each entry can be chosen, or stood here `before`: what was on a list once is never in the way of
    /// other changes.
    ///
    /// # Errors
    /// The first that is not on its list.
    pub(in crate::domain) fn may_stand<T: Entry>(
        &self,
        now: impl IntoIterator<Item = T>,
        before: impl IntoIterator<Item = T>,
    ) -> Result<(), Unlisted> {
        let before: Vec<T> = before.into_iter().collect();
        let mut now = now.into_iter();
        let wrong = now.find(|entry| !self.is_offered(*entry) && !before.contains(entry));
        match wrong {
            Some(entry) => Err(Unlisted {
                list: T::LIST,
                entry: entry.number(),
            }),
            None => Ok(()),
        }
    }
}

/// What the house calls an entry; one that is not shipped has its pair or its stable name at the least.
fn named(entry: &ListEntry, language: Language) -> Option<Cow<'_, str>> {
    let own = entry.names.iter().find(|(one, _)| *one == language);
    if let Some((_, name)) = own {
        return Some((&**name).into());
    }
    let is_own = entry.number >= OWN;
    is_own.then(|| match (entry.names.first(), entry.pair) {
        (Some((_, name)), _) => (&**name).into(),
        (None, Some(pair)) => pair.name().into(),
        (None, None) => (&*entry.key).into(),
    })
}
