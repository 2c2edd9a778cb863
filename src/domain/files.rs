//! Which stored files the records name, and how much of the store each person takes up with theirs.
//!
//! A file is kept as long as any record names it: what was submitted stays as it was submitted (PPL-6), also
//! after it was replaced. Only a draft that nobody else has seen lets go of what it no longer holds. Nothing
//! here reads or removes a file.

use imbl::{OrdMap, OrdSet};
use serde::{Deserialize, Serialize};

use super::event::Event;
use super::ids::{OpportunityId, PersonId, ProposalId, QuotationId, RequestId};
use super::opportunity::proposal::{Offer, PERSON_BYTES, PERSON_FILES};
use super::opportunity::{self, event::Posted};
use super::quotation;
use super::refusal::Refusal;
use super::request::{Attachment, Incoming};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::request::event::RequestEvent;

/// The digest by which the store finds a file.
pub type Content = [u8; 32];

/// What a stored file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// It came with a request.
    Request(RequestId),
    /// It was posted with an opportunity.
    Opportunity(OpportunityId),
    /// It goes with a proposal.
    Proposal(ProposalId),
    /// It is the paper of a quotation.
    Quotation(QuotationId),
}

impl std::fmt::Display for Owner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Owner::Request(id) => id.fmt(f),
            Owner::Opportunity(id) => id.fmt(f),
            Owner::Proposal(id) => id.fmt(f),
            Owner::Quotation(id) => id.fmt(f),
        }
    }
}

/// A stored file as an event names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedFile<'a> {
    /// Its digest.
    pub content: Content,
    /// Its name; empty for the whole of a long text.
    pub name: &'a str,
    /// What it belongs to.
    pub owner: Owner,
}

impl Event {
    /// Returns every stored file that this event names. What is missing here is removed from the store one
    /// day: a new event is to be thought of, and so is a new field of what is taken apart below.
    pub fn named_files(&self) -> Vec<NamedFile<'_>> {
        match self {
            Event::Request(event) => of_request(event),
            Event::Opportunity {
                opportunity, event, ..
            } => of_board(*opportunity, event),
            Event::Quotation {
                quotation, event, ..
            } => of_quotation(*quotation, event),
            Event::House(_)
            | Event::People(_)
            | Event::Access(_)
            | Event::Directory(_)
            | Event::Credit { .. }
            | Event::Undone { .. }
            | Event::Redone { .. }
            // The files that it knows are in the state that it brings back.
            | Event::Restated { .. } => Vec::new(),
        }
    }
}

fn of_request(event: &RequestEvent) -> Vec<NamedFile<'_>> {
    match event {
        RequestEvent::Received { received } => of_message(received.id, &received.message),
        RequestEvent::Joined { request, message } => of_message(*request, message),
        RequestEvent::Changed { .. }
        | RequestEvent::Noted { .. }
        | RequestEvent::Attempted { .. }
        | RequestEvent::Retracted { .. }
        | RequestEvent::Merged { .. } => Vec::new(),
    }
}

fn of_message(request: RequestId, message: &Incoming) -> Vec<NamedFile<'_>> {
    let Incoming {
        whole,
        attachments,
        source: _,
        key: _,
        message_id: _,
        parents: _,
        sent_at: _,
        from: _,
        to: _,
        cc: _,
        subject: _,
        body: _,
        meetings: _,
        language: _,
        automatic: _,
        asked: _,
    } = message;
    let owner = Owner::Request(request);
    let whole = whole.map(|content| NamedFile {
        content,
        name: "",
        owner,
    });
    whole.into_iter().chain(all(owner, attachments)).collect()
}

fn of_board(id: OpportunityId, event: &opportunity::BoardEvent) -> Vec<NamedFile<'_>> {
    use opportunity::BoardEvent;
    let owner = Owner::Opportunity(id);
    match event {
        BoardEvent::Posted(posted) => {
            let Posted {
                files,
                organisation: _,
                contact: _,
                quotation: _,
                group: _,
                notice: _,
                text: _,
            } = &**posted;
            all(owner, files).collect()
        }
        BoardEvent::Amended { text, .. } => {
            let files = text.iter().flat_map(|(_, files)| all(owner, files));
            files.collect()
        }
        BoardEvent::Offered {
            proposal, offer, ..
        } => {
            let Offer {
                files,
                price: _,
                available: _,
                text: _,
            } = &**offer;
            all(Owner::Proposal(*proposal), files).collect()
        }
        BoardEvent::Filed { proposal, file, .. } => {
            let file = std::slice::from_ref(&**file);
            all(Owner::Proposal(*proposal), file).collect()
        }
        BoardEvent::Revised { .. }
        | BoardEvent::DraftDropped { .. }
        | BoardEvent::Moved { .. }
        | BoardEvent::Proposal { .. }
        | BoardEvent::Judged { .. }
        | BoardEvent::Encouraged { .. }
        | BoardEvent::Agreed { .. }
        | BoardEvent::Team { .. }
        | BoardEvent::Planned { .. }
        | BoardEvent::Ticked { .. }
        | BoardEvent::Attended { .. }
        | BoardEvent::Reported { .. }
        | BoardEvent::Advised { .. } => Vec::new(),
    }
}

fn of_quotation(id: QuotationId, event: &quotation::QuotationEvent) -> Vec<NamedFile<'_>> {
    use quotation::QuotationEvent;
    match event {
        QuotationEvent::Papered {
            pdf,
            number: _,
            paper: _,
        } => vec![NamedFile {
            content: *pdf,
            name: "",
            owner: Owner::Quotation(id),
        }],
        QuotationEvent::Begun { .. }
        | QuotationEvent::Briefed { .. }
        | QuotationEvent::Written { .. }
        | QuotationEvent::Moved { .. }
        | QuotationEvent::Extended { .. }
        | QuotationEvent::Tagged { .. } => Vec::new(),
    }
}

fn all(owner: Owner, files: &[Attachment]) -> impl Iterator<Item = NamedFile<'_>> {
    files.iter().map(move |file| {
        let Attachment {
            name,
            blob,
            mime: _,
            size: _,
        } = file;
        NamedFile {
            content: *blob,
            name,
            owner,
        }
    })
}

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
        if let Event::Opportunity { event, .. } = event
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
