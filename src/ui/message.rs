//! What reaches the screen's program and what it asks for. The session carries both ways; nothing here
//! does anything.

use std::sync::Arc;

use super::kit::keys::Input;
use crate::desk::Answer;
use crate::desk::access::Code;
use crate::desk::views::{
    BoardList, BoardQuery, CreditPage, Detail, Inbox, Onlookers, OpportunityPage, QuotationWhole,
    Sight, Stats, Threshold,
};
use crate::domain::access::Fingerprint;
use crate::domain::{Command, Millis, OpportunityId, PersonId, QuotationId, Refusal, RequestId};

/// Something that happened.
pub enum Event {
    /// A key, a click or a paste.
    Input(Input),
    /// The terminal has this size now: columns, rows.
    Resized(u16, u16),
    /// It is this late.
    Clock(Millis),
    /// The house published a new snapshot: what the person of the session sees of it.
    Seen(Sight),
    /// The same for somebody who is still asked who they are.
    Asked(Threshold),
    /// Who else is at which request now.
    Present(Onlookers),
    /// A list that was asked for, or its beginning.
    Listed {
        /// The token it was asked for with.
        token: u64,
        /// The list.
        inbox: Box<Inbox>,
    },
    /// A case that was asked for.
    Loaded {
        /// The token it was asked for with.
        token: u64,
        /// Which one.
        request: RequestId,
        /// The case, or why not.
        detail: Box<Result<Detail, Refusal>>,
    },
    /// The board as it was asked for.
    BoardListed {
        /// The token it was asked for with.
        token: u64,
        /// The list.
        list: Box<BoardList>,
    },
    /// An opportunity that was asked for.
    Opportunity {
        /// The token it was asked for with.
        token: u64,
        /// Which one.
        opportunity: OpportunityId,
        /// Its page, or why not.
        page: Box<Result<OpportunityPage, Refusal>>,
    },
    /// Somebody's credits, as they were asked for.
    Credits {
        /// The token they were asked for with.
        token: u64,
        /// Whose.
        person: PersonId,
        /// Their page, or why not.
        page: Box<Result<CreditPage, Refusal>>,
    },
    /// The figures of the board, as they were asked for.
    Stats {
        /// The token they were asked for with.
        token: u64,
        /// Of who looks, or of the house.
        own: bool,
        /// The figures, or why not.
        stats: Box<Result<Stats, Refusal>>,
    },
    /// A quotation that was asked for.
    Quotation {
        /// The token it was asked for with.
        token: u64,
        /// Which one.
        quotation: QuotationId,
        /// The quotation, or why not.
        whole: Box<Result<QuotationWhole, Refusal>>,
    },
    /// A file was written.
    Saved {
        /// The token it was asked for with.
        token: u64,
        /// Where.
        path: String,
    },
    /// A command was answered.
    Answered {
        /// The token it was sent with.
        token: u64,
        /// The answer.
        answer: Answer,
    },
    /// A draft that was asked for.
    Draft {
        /// The token it was asked for with.
        token: u64,
        /// Its key.
        key: String,
        /// Its text, nothing when there is none; or why it cannot be read.
        text: Result<Option<String>, String>,
    },
    /// The drafts of this person.
    Drafts {
        /// The token they were asked for with.
        token: u64,
        /// Their keys.
        keys: Vec<String>,
    },
    /// What a full-text search found.
    Found {
        /// The token it was asked for with.
        token: u64,
        /// What was found.
        found: Found,
    },
    /// A text came back from the person's own editor.
    Edited {
        /// What was given to the editor.
        outside: Box<Outside>,
        /// The text as it is now; `None`: unchanged.
        text: Option<String>,
    },
    /// How many sessions are open, as it was asked.
    Counted {
        /// The token it was asked for with.
        token: u64,
        /// How many.
        open: usize,
    },
    /// Somebody was invited.
    Invited {
        /// The token it was asked for with.
        token: u64,
        /// The invitation, with the code nobody can ask for again.
        invited: Invited,
    },
    /// Something could not be done by the session itself: words for the person.
    Trouble(String),
    /// Something the person is to know: words that stay until another message comes.
    Told(String),
    /// The house is set up, or a person was chosen: the session is theirs from now on, for good.
    Entered(Sight),
}

impl Event {
    /// The token of who asked, for an answer. An answer goes to its asker and to nobody else.
    pub fn asker(&self) -> Option<u64> {
        match self {
            Event::Listed { token, .. }
            | Event::Loaded { token, .. }
            | Event::BoardListed { token, .. }
            | Event::Opportunity { token, .. }
            | Event::Credits { token, .. }
            | Event::Stats { token, .. }
            | Event::Quotation { token, .. }
            | Event::Saved { token, .. }
            | Event::Answered { token, .. }
            | Event::Draft { token, .. }
            | Event::Drafts { token, .. }
            | Event::Found { token, .. }
            | Event::Counted { token, .. }
            | Event::Invited { token, .. } => Some(*token),
            Event::Edited { outside, .. } => Some(outside.token),
            Event::Input(_)
            | Event::Resized(..)
            | Event::Clock(_)
            | Event::Seen(_)
            | Event::Asked(_)
            | Event::Present(_)
            | Event::Trouble(_)
            | Event::Told(_)
            | Event::Entered(_) => None,
        }
    }
}

/// A text given to the person's own editor, with all it takes to keep what comes back: it is stored as the
/// draft of the text it was for when who asked is gone (WKS-7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outside {
    /// Given back with the text.
    pub token: u64,
    /// The key of its draft.
    pub key: String,
    /// What stands before the text in the draft: the fields above it, a line each.
    pub head: String,
    /// The text.
    pub text: String,
}

/// An invitation that was just made (PPL-5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// Who is invited.
    pub person: PersonId,
    /// The code; it is kept nowhere.
    pub code: Code,
    /// What they type to come in; empty when no server runs.
    pub door: Arc<str>,
    /// Until when the code can be used.
    pub until: Millis,
}

/// What a full-text search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// What was looked for.
    pub words: String,
    /// The requests, best first.
    pub hits: Vec<FoundHit>,
    /// How many there are in all.
    pub total: usize,
    /// Records that are not in the index yet.
    pub behind: u64,
    /// Why there is no search, when that is so.
    pub trouble: Option<String>,
}

/// One hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundHit {
    /// The request.
    pub request: RequestId,
    /// Its subject.
    pub subject: String,
    /// Who asks.
    pub organisation: String,
    /// When the text came.
    pub at: Millis,
    /// A piece of the text around what was found: each part, and whether it is a hit.
    pub snippet: Vec<(String, bool)>,
}

/// What a session is at, for its colleagues to know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attention {
    /// The request whose case is shown.
    pub looking: Option<RequestId>,
    /// The request a note is written on.
    pub writing: Option<RequestId>,
}

/// Something that another pane has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jump {
    /// A case in the inbox.
    Request(RequestId),
    /// An opportunity on the board.
    Opportunity(OpportunityId),
    /// The form that posts a request on the board.
    Post(RequestId),
    /// A quotation in the office.
    Quotation(QuotationId),
    /// The quotation of a request, begun if there is none.
    Quote(RequestId),
    /// The requests of a built-in view, by its key.
    Requests(&'static str),
}

/// Something the session is to do.
pub enum Effect {
    /// Send a command to the desk; answered by [`Event::Answered`].
    Submit {
        /// Given back with the answer.
        token: u64,
        /// The command.
        command: Box<Command>,
        /// The revision the person saw, when that matters.
        seen: Option<(RequestId, u32)>,
        /// The key of the draft whose text it sends, when it sends one.
        draft: Option<String>,
    },
    /// Make a list; answered by [`Event::Listed`], perhaps twice. A newer one cancels it.
    List {
        /// Given back with the list.
        token: u64,
        /// The list to begin from.
        from: Box<Inbox>,
        /// What it shows.
        query: String,
    },
    /// Load a case; answered by [`Event::Loaded`]. A newer one may take its place.
    Load {
        /// Given back with the case.
        token: u64,
        /// Which one.
        request: RequestId,
        /// How many newer pages of its timeline there are.
        back: usize,
    },
    /// Make the board's list; answered by [`Event::BoardListed`]. A newer one cancels it.
    ListBoard {
        /// Given back with the list.
        token: u64,
        /// What it shows.
        query: Box<BoardQuery>,
    },
    /// Load an opportunity; answered by [`Event::Opportunity`].
    LoadOpportunity {
        /// Given back with its page.
        token: u64,
        /// Which one.
        opportunity: OpportunityId,
    },
    /// Load a quotation; answered by [`Event::Quotation`].
    LoadQuotation {
        /// Given back with the quotation.
        token: u64,
        /// Which one.
        quotation: QuotationId,
    },
    /// Write the paper of a version into a new file (local terminal only); answered by [`Event::Saved`] or
    /// [`Event::Trouble`].
    SaveOffer {
        /// Given back with the path.
        token: u64,
        /// Of which quotation.
        quotation: QuotationId,
        /// Which version.
        version: u16,
        /// Where.
        path: String,
    },
    /// Load somebody's credits; answered by [`Event::Credits`].
    LoadCredits {
        /// Given back with the page.
        token: u64,
        /// Whose.
        person: PersonId,
    },
    /// Count the figures of the board: one's own, or the house's; answered by [`Event::Stats`].
    CountStats {
        /// Given back with the figures.
        token: u64,
        /// One's own.
        own: bool,
    },
    /// Search bodies; answered by [`Event::Found`]. A newer one cancels it.
    Search {
        /// Given back with what is found.
        token: u64,
        /// What to look for.
        words: String,
    },
    /// Keep a draft; after a moment of quiet, and before the session ends.
    SaveDraft {
        /// Its key.
        key: String,
        /// Its text.
        text: String,
    },
    /// Forget a draft.
    DropDraft(String),
    /// Load a draft; always answered, by [`Event::Draft`].
    LoadDraft {
        /// Given back with the draft.
        token: u64,
        /// Its key.
        key: String,
    },
    /// List the drafts; answered by [`Event::Drafts`].
    ListDrafts {
        /// Given back with the list.
        token: u64,
    },
    /// Open a text in the person's own editor (local terminal only); always answered, by [`Event::Edited`].
    EditOutside(Box<Outside>),
    /// Let colleagues know what this session is at; others are told by [`Event::Present`].
    Attend(Attention),
    /// This user of the machine is this person, now and the next time; answered by [`Event::Entered`],
    /// or by [`Event::Asked`] when they may not enter.
    Remember(PersonId),
    /// Count the open sessions of a person, or those of them that one key opened; answered by
    /// [`Event::Counted`].
    CountOpen {
        /// Given back with the answer.
        token: u64,
        /// Whose.
        person: PersonId,
        /// Opened by this key.
        key: Option<Fingerprint>,
    },
    /// Make a code and invite a person by it; answered by [`Event::Invited`], or by [`Event::Answered`]
    /// with why not.
    Invite {
        /// Given back with the answer.
        token: u64,
        /// Whom.
        person: PersonId,
        /// Until when the code can be used.
        until: Millis,
    },
    /// Set the house up; answered by [`Event::Entered`] or [`Event::Trouble`].
    SetUp {
        /// The first person's name.
        name: String,
        /// The house's name.
        house: String,
        /// The home country, as typed and found good.
        country: String,
    },
    /// Close this house and open the sample house.
    OpenSample,
    /// Draw everything anew.
    Redraw,
    /// End the session.
    Quit,
}
