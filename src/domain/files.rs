//! Which stored files the records name, and how much of the store each person takes up with theirs.
//!
//! A file is kept as long as any record names it: what was submitted stays as it was submitted (PPL-6), also
//! after it was replaced. Only a draft that nobody else has seen lets go of what it no longer holds. Nothing
//! here reads or removes a file.

use imbl::{OrdMap, OrdSet};
use serde::{Deserialize, Serialize};

use super::event::Event;
use super::ids::{PersonId, ProposalId};
pub use super::named_file::{Content, NamedFile, Owner};
use super::opportunity;
use super::opportunity::event::OfBoard;
use super::opportunity::proposal::{PERSON_BYTES, PERSON_FILES};
use super::refusal::Refusal;
use super::request::Attachment;
use crate::domain::opportunity::refusal::BoardRefusal;

/// The stored files that the records name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// For good: by mail, by a posting, by a proposal that somebody else has seen.
    named: OrdSet<Content>,
    /// Those of them that a person's proposals brought, with their size.
    brought: OrdMap<(PersonId, Content), u64>,
    /// What drafts hold at present.
    drafts: OrdMap<(PersonId, ProposalId), Held>,
}

/// The files that a draft holds, with their sizes.
pub type Held = Box<[(Content, u64)]>;

/// The files as rows of a checkpoint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRows {
    /// Those that stay.
    pub named: Vec<Content>,
    /// Those of them that a person's proposals brought.
    pub brought: Vec<((PersonId, Content), u64)>,
    /// What drafts hold.
    pub drafts: Vec<((PersonId, ProposalId), Held)>,
}

/// How much somebody's files take up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Used {
    /// How many files.
    pub files: usize,
    /// How many bytes.
    pub bytes: u64,
}

impl Files {
    /// Applies an event.
    pub fn apply(&mut self, event: &Event) {
        if let Event::Board(OfBoard { event, .. }) = event
            && self.apply_to_proposal(event)
        {
            return;
        }
        for file in event.named_files() {
            self.named.insert(file.content);
        }
    }

    /// Applies what is of a proposal, whose drafts let go of files. Returns whether it was.
    fn apply_to_proposal(&mut self, event: &opportunity::BoardEvent) -> bool {
        use opportunity::BoardEvent;
        match event {
            BoardEvent::Offered {
                proposal,
                person,
                offer,
                before_client,
            } => {
                let files = offer.files.iter().map(|file| (file.blob, file.size));
                self.drafts.insert((*person, *proposal), files.collect());
                if *before_client {
                    self.submit(*person, *proposal);
                }
            }
            BoardEvent::Revised {
                proposal,
                person,
                before_client,
                ..
            } => {
                if *before_client {
                    self.submit(*person, *proposal);
                }
            }
            BoardEvent::Filed {
                proposal,
                person,
                file,
                there,
                draft,
            } => self.file(*person, *proposal, file, *there, *draft),
            BoardEvent::DraftDropped { proposal, person } => {
                self.drafts.remove(&(*person, *proposal));
            }
            _ => return false,
        }
        true
    }

    /// What a draft holds is seen by others from now on: it stays.
    fn submit(&mut self, person: PersonId, proposal: ProposalId) {
        let held = self.drafts.remove(&(person, proposal)).unwrap_or_default();
        for (content, size) in held {
            self.named.insert(content);
            self.brought.insert((person, content), size);
        }
    }

    /// A file was added to a proposal or removed. What others saw of it stays, also when it was removed.
    fn file(
        &mut self,
        person: PersonId,
        proposal: ProposalId,
        file: &Attachment,
        there: bool,
        draft: bool,
    ) {
        let place = (person, proposal);
        let mut held = self
            .drafts
            .get(&place)
            .cloned()
            .unwrap_or_default()
            .into_vec();
        match (there, draft) {
            (true, true) => held.push((file.blob, file.size)),
            (true, false) => {
                self.named.insert(file.blob);
                self.brought.insert((person, file.blob), file.size);
                return;
            }
            (false, true) => {
                // One of them: the same content may be there under another name.
                if let Some(at) = held.iter().position(|(content, _)| *content == file.blob) {
                    held.remove(at);
                }
            }
            (false, false) => return,
        }
        self.drafts.insert(place, held.into());
    }

    /// Whether a record names the file.
    pub fn holds(&self, content: &Content) -> bool {
        self.named.contains(content)
            || self
                .drafts
                .values()
                .flatten()
                .any(|(held, _)| held == content)
    }

    /// Returns all files that records name; some may come twice.
    pub fn all(&self) -> impl Iterator<Item = &Content> {
        let drafts = self.drafts.values().flatten();
        self.named.iter().chain(drafts.map(|(content, _)| content))
    }

    /// Returns what a person's proposals take up.
    pub fn used(&self, person: PersonId) -> Used {
        sum(self.of(person, None))
    }

    /// Refuses `files` as those of a person's proposal when all of theirs were more than they may have. What
    /// takes up no more than before is never refused.
    ///
    /// # Errors
    /// [`BoardRefusal::FilesFull`], with what is used.
    pub fn admit(
        &self,
        person: PersonId,
        proposal: ProposalId,
        files: &[Attachment],
    ) -> Result<(), Refusal> {
        let before = self.used(person);
        let mut all = self.of(person, Some(proposal));
        all.extend(files.iter().map(|file| (file.blob, file.size)));
        let after = sum(all);
        let over = after.files > PERSON_FILES || after.bytes > PERSON_BYTES;
        let grows = after.files > before.files || after.bytes > before.bytes;
        if over && grows {
            return Err(BoardRefusal::FilesFull {
                files: before.files,
                bytes: before.bytes,
            }
            .into());
        }
        Ok(())
    }

    /// The files of a person, but for what the draft `without` holds.
    fn of(&self, person: PersonId, without: Option<ProposalId>) -> OrdMap<Content, u64> {
        let brought = self
            .brought
            .range((person, [0; 32])..=(person, [u8::MAX; 32]))
            .map(|((_, content), size)| (*content, *size));
        let drafts = self
            .drafts
            .range((person, ProposalId(0))..=(person, ProposalId(u32::MAX)))
            .filter(|((_, proposal), _)| Some(*proposal) != without)
            .flat_map(|(_, held)| held.iter().copied());
        brought.chain(drafts).collect()
    }

    /// Returns the files as rows.
    pub fn rows(&self) -> FileRows {
        FileRows {
            named: self.named.iter().copied().collect(),
            brought: self.brought.iter().map(|(k, size)| (*k, *size)).collect(),
            drafts: self.drafts.iter().map(|(k, h)| (*k, h.clone())).collect(),
        }
    }

    /// Returns the files that rows say.
    pub fn from_rows(rows: FileRows) -> Files {
        Files {
            named: rows.named.into_iter().collect(),
            brought: rows.brought.into_iter().collect(),
            drafts: rows.drafts.into_iter().collect(),
        }
    }
}

fn sum(files: OrdMap<Content, u64>) -> Used {
    Used {
        files: files.len(),
        bytes: files
            .values()
            .fold(0, |all, size| all.saturating_add(*size)),
    }
}
