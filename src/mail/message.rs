//! What an incoming message is once read: plain data, no behaviour.
//!
//! Texts are as decoded: control characters and overrides are still in them, and are shown
//! harmlessly by the sanitiser at the screen's edge (WKS-6). Never looks anything up.

/// One message, from a mail, a row of a table or a JSON object (REQ-1, REQ-2).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Message {
    /// Without `<>`, trimmed, case kept, at most 998 bytes. `csv:ID` or `json:ID` when the row
    /// has an identity of its own. `None`: the digest tells two deliveries of one message.
    pub message_id: Option<String>,
    /// In-Reply-To, then References from the nearest to the oldest; no doubles, at most 100.
    pub parents: Vec<String>,
    /// What identifies the message when it has no id: equal for two deliveries of one message,
    /// whatever the path they came by.
    pub digest: [u8; 32],
    /// Unix milliseconds, UTC.
    pub sent_at: Option<i64>,
    /// The first author; both texts are empty when there is none.
    pub from: Address,
    /// Where answers are wanted, when the message says so.
    pub reply_to: Option<Address>,
    /// Recipients, at most 500.
    pub to: Vec<Address>,
    /// Copies, at most 500.
    pub cc: Vec<Address>,
    /// Decoded, on one line, at most 1,000 characters.
    pub subject: String,
    /// Readable text with `\n` line ends, at most 1 MiB, with a visible note where it was cut
    /// (the whole text is then an attachment).
    pub body: String,
    /// Decoded files, in the order of the message.
    pub attachments: Vec<Attachment>,
    /// Events of the calendar parts; the parts themselves are attachments too.
    pub calendar: Vec<CalendarPart>,
    /// Nobody wrote this by hand for us: an auto-reply, a bounce, a list.
    pub automatic: bool,
    /// What a table or JSON states in so many words. Empty for mail.
    pub asked: Asked,
}

/// A mailbox. Either text may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// As displayed, decoded.
    pub name: String,
    /// `local@domain`, the domain in lower case.
    pub email: String,
}

/// A file that came with the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Never empty, at most 200 characters, without a folder.
    pub name: String,
    /// Lower case, such as `application/pdf`.
    pub mime: String,
    /// Decoded content. An attached message is its source, to be saved as `.eml`.
    pub bytes: Vec<u8>,
}

/// An event of a `text/calendar` part: just enough to show what it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CalendarPart {
    /// iTIP method in upper case: REQUEST, REPLY, COUNTER, CANCEL…
    pub method: Option<String>,
    /// Identity of the event.
    pub uid: String,
    /// Its title.
    pub summary: String,
    /// DTSTART as written (`20260302T140000Z`), followed by a space and its zone if it names one.
    pub starts: Option<String>,
    /// Place or link.
    pub location: Option<String>,
}

/// What CSV and JSON state and mail does not (REQ-2). Nothing is interpreted here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// The organisation that asks.
    pub organisation: Option<String>,
    /// Its country, as written.
    pub country: Option<String>,
    /// Its segment, as written.
    pub segment: Option<String>,
    /// Phone of the contact, as written.
    pub phone: Option<String>,
    /// Kind of request.
    pub kind: Option<String>,
    /// Wanted dates, one per value.
    pub wanted_dates: Vec<String>,
    /// Where it is to happen.
    pub place: Option<String>,
    /// Whether it is to be online, as written (`yes`, `en ligne`…).
    pub online: Option<String>,
    /// How many people, as written.
    pub participants: Option<String>,
    /// Budget, as written.
    pub budget: Option<String>,
    /// Deadline, as written.
    pub deadline: Option<String>,
    /// Language, as written.
    pub language: Option<String>,
    /// Tags, one per value.
    pub tags: Vec<String>,
}
