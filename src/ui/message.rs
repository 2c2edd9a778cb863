//! What reaches the screen's program and what it asks for. The session carries both ways; nothing here
//! does anything.

use std::fmt;
use std::sync::Arc;

use super::kit::keys::Input;
use crate::desk::Answer;
use crate::desk::access::Code;
use crate::desk::views::{Found, Look, Onlookers, Sight, Threshold};
use crate::domain::access::Fingerprint;
use crate::domain::firm::FirmRights;
use crate::domain::{
    Command, Millis, OpportunityId, OrganisationId, PersonId, QuotationId, RequestId,
};

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
    /// Something that was asked for, or its beginning.
    Looked {
        /// The token it was asked for with.
        token: u64,
        /// What was found, or what went wrong.
        found: Result<Found, String>,
    },
    /// A file was written.
    Saved {
        /// The token it was asked for with.
        token: u64,
        /// Where, or why not.
        path: Result<String, String>,
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
        /// Their keys, or why they cannot be listed.
        keys: Result<Vec<String>, String>,
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
    /// A place in the firm was offered.
    Offered {
        /// The token it was asked for with.
        token: u64,
        /// The offer, with the code nobody can ask for again.
        offered: Offered,
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
            Event::Looked { token, .. }
            | Event::Saved { token, .. }
            | Event::Answered { token, .. }
            | Event::Draft { token, .. }
            | Event::Drafts { token, .. }
            | Event::Counted { token, .. }
            | Event::Offered { token, .. }
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

/// A place in a firm that was just offered (PPL-7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// For whom.
    pub name: Box<str>,
    /// The code; it is kept nowhere.
    pub code: Code,
    /// What they type to come in; empty when no server runs.
    pub door: Arc<str>,
    /// Until when the code can be used.
    pub until: Millis,
}

/// What a session is at, for its colleagues to know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attention {
    /// The request whose case is shown.
    pub looking: Option<RequestId>,
    /// The request a note is written on.
    pub writing: Option<RequestId>,
    /// The opportunity for which a proposal is written.
    pub proposing: Option<OpportunityId>,
}

/// Something that another pane has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jump {
    /// A case in the inbox.
    Request(RequestId),
    /// An opportunity on the board.
    Opportunity(OpportunityId),
    /// The money of an opportunity.
    Account(OpportunityId),
    /// The form that posts a request on the board.
    Post(RequestId),
    /// A quotation in the office.
    Quotation(QuotationId),
    /// The quotation of a request, begun if there is none.
    Quote(RequestId),
    /// The requests of a built-in view, by its key.
    Requests(&'static str),
    /// Somebody among the people.
    Person(PersonId),
    /// An organisation in the directory.
    Organisation(OrganisationId),
    /// A list of the house to be changed, by its stable name.
    List(&'static str),
    /// A place, by its name, and what is done there at once, by its name too.
    Place(&'static str, Option<&'static str>),
}

impl fmt::Display for Jump {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Jump::Request(id) | Jump::Post(id) | Jump::Quote(id) => id.fmt(f),
            Jump::Opportunity(id) | Jump::Account(id) => id.fmt(f),
            Jump::Quotation(id) => id.fmt(f),
            Jump::Person(id) => id.fmt(f),
            Jump::Organisation(id) => id.fmt(f),
            Jump::Requests(name) | Jump::List(name) | Jump::Place(name, _) => name.fmt(f),
        }
    }
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
    /// Look at something; answered by [`Event::Looked`], perhaps several times. Of one slot, one look at a time is
    /// carried out, and the newest one next: those between are never answered.
    Look {
        /// Given back with what is found.
        token: u64,
        /// What a newer look takes the place in.
        slot: u64,
        /// Nobody waits for those before it in its slot: one that is under way is cancelled.
        only: bool,
        /// What to look at.
        look: Look<Found>,
    },
    /// Write the paper of a version into a new file (local terminal only); answered by [`Event::Saved`].
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
    /// Make a code and offer a place in the person's firm by it; answered by [`Event::Offered`], or by
    /// [`Event::Answered`] with why not.
    Offer {
        /// Given back with the answer.
        token: u64,
        /// For whom.
        name: Box<str>,
        /// What they may do in it.
        rights: FirmRights,
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
    /// End this session of the sample house, and begin one of this person, now and the next time.
    Become(PersonId),
    /// Hand a text to the terminal's clipboard.
    Copy(String),
    /// Ring the terminal's bell.
    Ring,
    /// Draw everything anew.
    Redraw,
    /// End the session.
    Quit,
}
