//! Keys to bindings, in one look-up, with a person's own choices applied. A choice that cannot
//! stand is refused with its reason; it never silently takes another action's key.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::keys::Chord;
use super::texts::Texts;

/// Bindings that one file may change, at most.
const MOST: usize = 500;

/// What is wrong with keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyProblem {
    /// The file is not TOML, or `[keys]` is not a table of names and keys.
    NotReadable(String),
    /// No binding has this name.
    UnknownId(String),
    /// The key cannot be read.
    UnknownKey {
        /// The binding.
        id: String,
        /// What was written.
        key: String,
    },
    /// Two bindings of one place want the same key.
    Clash {
        /// The place.
        scope: &'static str,
        /// The key.
        chord: Chord,
        /// The one that comes first in the table.
        first: &'static str,
        /// The other.
        second: &'static str,
    },
}

impl KeyProblem {
    /// In words, for the person who wrote the file.
    pub fn text(&self, texts: &Texts) -> String {
        match self {
            Self::NotReadable(why) => {
                texts.with("kit-keys-not-readable", &[("why", why.as_str().into())])
            }
            Self::UnknownId(id) => texts.with("kit-keys-unknown-id", &[("id", id.as_str().into())]),
            Self::UnknownKey { id, key } => texts.with(
                "kit-keys-unknown-key",
                &[("id", id.as_str().into()), ("key", key.as_str().into())],
            ),
            Self::Clash {
                scope,
                chord,
                first,
                second,
            } => texts.with(
                "kit-keys-clash",
                &[
                    (
                        "scope",
                        texts.get(&format!("scope-{scope}")).into_owned().into(),
                    ),
                    ("key", chord.to_string().into()),
                    ("first", (*first).into()),
                    ("second", (*second).into()),
                ],
            ),
        }
    }
}

/// A person's own keys, by binding id: the same verb has the same key in every place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overrides {
    keys: BTreeMap<String, Vec<Chord>>,
    /// Whether the bell stays silent.
    silent: bool,
}

impl Overrides {
    /// Whether the terminal's bell may ring: unless the file says `bell = false`.
    pub fn rings(&self) -> bool {
        !self.silent
    }

    /// Whether `chord` is the key of something, wherever.
    pub fn have(&self, chord: Chord) -> bool {
        self.keys.values().flatten().any(|own| *own == chord)
    }

    /// Whether the file names keys for the binding `id`.
    pub fn name(&self, id: &str) -> bool {
        self.keys.contains_key(id)
    }

    /// Reads `[keys]` of a TOML file: `claim = ["C"]`, `tag = "t"`, `post = []` for no key.
    /// `known` is every binding id there is.
    ///
    /// # Errors
    /// Everything that is wrong, not only the first.
    pub fn parse(source: &str, known: &[&str]) -> Result<Self, Vec<KeyProblem>> {
        #[derive(serde::Deserialize)]
        #[serde(untagged)]
        enum Written {
            One(String),
            Several(Vec<String>),
        }
        #[derive(serde::Deserialize)]
        struct File {
            bell: Option<bool>,
            #[serde(default)]
            keys: BTreeMap<String, Written>,
        }
        let unreadable = |why: &str| vec![KeyProblem::NotReadable(why.trim().to_owned())];
        let file: File = toml::from_str(source).map_err(|e| unreadable(&e.to_string()))?;
        if file.keys.len() > MOST {
            return Err(unreadable(&format!("{} > {MOST}", file.keys.len())));
        }
        let mut keys = BTreeMap::new();
        let mut problems = Vec::new();
        for (id, written) in file.keys {
            if !known.contains(&id.as_str()) {
                problems.push(KeyProblem::UnknownId(id));
                continue;
            }
            let written = match written {
                Written::One(key) => vec![key],
                Written::Several(keys) => keys,
            };
            let mut chords = Vec::new();
            for key in written {
                match Chord::parse(&key) {
                    Some(chord) => chords.push(chord),
                    None => problems.push(KeyProblem::UnknownKey {
                        id: id.clone(),
                        key,
                    }),
                }
            }
            keys.insert(id, chords);
        }
        if problems.is_empty() {
            let silent = file.bell == Some(false);
            Ok(Self { keys, silent })
        } else {
            Err(problems)
        }
    }
}

fn has(keys: &[&str], chord: Chord) -> bool {
    keys.iter().any(|key| Chord::parse(key) == Some(chord))
}

/// The keys of one place: a chord finds its binding's position in the table at once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keymap {
    by_chord: HashMap<Chord, Vec<usize>>,
    chords: Vec<Arc<[Chord]>>,
}

impl Keymap {
    /// The keys of the table `bindings` (id, default keys) of the place `scope`.
    ///
    /// # Errors
    /// Every key that cannot be read and every clash.
    pub fn build(
        scope: &'static str,
        bindings: &[(&'static str, &[&str])],
        overrides: &Overrides,
    ) -> Result<Self, Vec<KeyProblem>> {
        let mut map = Self::default();
        let mut problems = Vec::new();
        for (i, (id, defaults)) in bindings.iter().enumerate() {
            let mut chords = match overrides.keys.get(*id) {
                Some(own) => own.clone(),
                None => {
                    let read = |key: &&str| {
                        let chord = Chord::parse(key);
                        if chord.is_none() {
                            problems.push(KeyProblem::UnknownKey {
                                id: (*id).to_owned(),
                                key: (*key).to_owned(),
                            });
                        }
                        chord
                    };
                    defaults.iter().filter_map(read).collect()
                }
            };
            chords.dedup();
            for &chord in &chords {
                let there = map.by_chord.entry(chord).or_default();
                // What the table itself gives one key is one verb: which of them is meant follows from what
                // can be done.
                let other = there.iter().filter_map(|at| bindings.get(*at));
                let mut other =
                    other.filter(|(_, keys)| !(has(keys, chord) && has(defaults, chord)));
                if let Some((first, _)) = other.next() {
                    problems.push(KeyProblem::Clash {
                        scope,
                        chord,
                        first,
                        second: id,
                    });
                }
                there.push(i);
            }
            map.chords.push(chords.into());
        }
        if problems.is_empty() {
            Ok(map)
        } else {
            Err(problems)
        }
    }

    /// The position in the table of the first binding that `chord` means.
    pub fn at(&self, chord: Chord) -> Option<usize> {
        self.all_at(chord).first().copied()
    }

    /// The positions of all that it means: one verb, and what it is about follows from what can be done.
    pub fn all_at(&self, chord: Chord) -> &[usize] {
        self.by_chord.get(&chord).map_or(&[], Vec::as_slice)
    }

    /// The keys of the binding at `position`, where it stands.
    pub fn chords_of(&self, position: usize) -> &[Chord] {
        self.chords.get(position).map_or(&[], |chords| chords)
    }

    /// The keys of the binding at `position`.
    pub fn chords(&self, position: usize) -> Arc<[Chord]> {
        self.chords
            .get(position)
            .map(Arc::clone)
            .unwrap_or_default()
    }
}
