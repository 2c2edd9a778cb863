//! The files that came with a case, for whoever may read it. Their bytes are read one at a time.

use super::detail::trail_of;
use crate::desk::Desk;
use crate::domain::person::Permission;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::{Event, PersonId, Refusal, RequestId};
use crate::journal::{BlobId, Fault};

/// A file that came with a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFile {
    /// Its name as the sender gave it: not safe for a disk or a screen.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    blob: BlobId,
}

impl CaseFile {
    /// A file as a record names it.
    pub(super) fn of(file: &crate::domain::request::Attachment) -> CaseFile {
        CaseFile {
            name: file.name.to_string(),
            size: file.size,
            blob: BlobId(file.blob),
        }
    }

    /// Its bytes; `None` when the store does not have them any more.
    ///
    /// # Errors
    /// A damaged blob.
    pub fn bytes(&self, desk: &Desk) -> Result<Option<Vec<u8>>, Fault> {
        desk.store().blobs().get(&self.blob)
    }
}

/// The files of a case, in the order they came. `Ok(Err(…))` is a refusal.
///
/// # Errors
/// A damaged record.
pub async fn load_files(
    desk: &Desk,
    me: PersonId,
    id: RequestId,
) -> Result<Result<Vec<CaseFile>, Refusal>, Fault> {
    let published = desk.published();
    let state = published.state();
    if !state
        .person(me)
        .is_some_and(|p| p.may(Permission::ReadInbox))
    {
        return Ok(Err(Refusal::NotPermitted(Permission::ReadInbox)));
    }
    let Some(request) = state.request(id) else {
        return Ok(Err(RequestRefusal::NoSuchRequest(id).into()));
    };
    let mut files = Vec::new();
    for seq in trail_of(state, request) {
        let Some((_, events)) = desk.events(seq).await? else {
            continue;
        };
        let messages = events.iter().filter_map(|event| match event {
            Event::Request(RequestEvent::Received { received }) => Some(&received.message),
            Event::Request(RequestEvent::Joined { message, .. }) => Some(&**message),
            _ => None,
        });
        files.extend(
            messages
                .flat_map(|message| &message.attachments)
                .map(|file| CaseFile {
                    name: file.name.to_string(),
                    size: file.size,
                    blob: BlobId(file.blob),
                }),
        );
    }
    Ok(Ok(files))
}
