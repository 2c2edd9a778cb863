//! The paper that goes out with a version (QUO-6): made and stored before the record that sends it. Most of the
//! work is done ahead, beside the writer; the writer only sees that what it was made from is still true.

use super::replay::decode_record;
use super::views::paper::draft;
use crate::document::{self, Draft, Picture};
use crate::domain::decision::Facts;
use crate::domain::event::Event;
use crate::domain::house::Logo;
use crate::domain::quotation::event::OfQuotation;
use crate::domain::quotation::paper::{Frozen, Outgoing};
use crate::domain::quotation::{Kept, Quotation, QuotationCommand, QuotationEvent, Texts};
use crate::domain::{Command, QuotationId, Seq, State, decide};
use crate::journal::{BlobId, Blobs, Fault, FaultKind, Journal, Lease, Store};
use crate::text::sanitise::clean_text;

/// A paper, with what it was made from.
pub(crate) struct Ready {
    draft: Draft,
    texts_at: Seq,
    outgoing: Outgoing,
    /// Holds the stored PDF until the record that names it is there.
    pdf: Lease,
}

/// The version that a command would send and that has no paper yet.
fn sends<'a>(state: &'a State, command: &Command) -> Option<(&'a Quotation, &'a Kept)> {
    let wanted = match command {
        Command::Quotation(wanted) => wanted,
        Command::Upon { command, .. } | Command::Over { command, .. } => {
            return sends(state, command);
        }
        _ => return None,
    };
    let (id, version) = match &**wanted {
        QuotationCommand::Send { quotation, version } => (*quotation, Some(*version)),
        QuotationCommand::SendR2 {
            quotation,
            afresh: false,
            ..
        } => (*quotation, None),
        _ => return None,
    };
    let quotation = state.quotations().get(id)?;
    let version = version.or_else(|| quotation.standing.stage.shown())?;
    let kept = quotation.version(version)?;
    kept.paper_at.is_none().then_some((&**quotation, kept))
}

/// Whether the command sends a version that needs another paper than the one that is ready.
pub(super) fn is_wanting(state: &State, command: &Command, ready: Option<&Ready>) -> bool {
    sends(state, command).is_some_and(|(quotation, kept)| {
        !ready.is_some_and(|ready| {
            ready.texts_at == kept.texts_at && ready.draft == draft(state, quotation, kept)
        })
    })
}

/// Takes the paper out of what is ready, and what holds its PDF until it is recorded.
pub(super) fn outgoing(ready: Option<Ready>) -> (Option<Box<Outgoing>>, Option<Lease>) {
    ready
        .map(|ready| (Box::new(ready.outgoing), ready.pdf))
        .unzip()
}

/// Makes and stores the paper of the version that `command` would send; `None` when it sends none without its
/// paper, or would be refused.
///
/// # Errors
/// A damaged record; a full disk.
pub(super) async fn make(
    store: &Store,
    state: &State,
    facts: &Facts,
    command: &Command,
) -> Result<Option<Ready>, Fault> {
    let Some((quotation, kept)) = sends(state, command) else {
        return Ok(None);
    };
    if decide(state, facts, command).is_err() {
        return Ok(None);
    }
    let draft = draft(state, quotation, kept);
    let texts = texts(store, quotation.id, kept.texts_at).await?;
    if kept.has_project && texts.project.is_empty() {
        return Err(Fault::new(
            FaultKind::Damaged,
            format!(
                "the texts of version {} of {} are lost",
                kept.number, quotation.id
            ),
            "write them again, then send it",
        ));
    }
    let paper = document::paper(&draft, &texts);
    let blobs = store.blobs().clone();
    let (printed, logo) = (paper.clone(), draft.logo.clone());
    let stored = tokio::task::spawn_blocking(move || {
        let logo = logo.map(|logo| picture(&blobs, &logo)).transpose()?;
        blobs.put(&document::offer(&printed).with_logo(logo).pdf())
    });
    let stored = stored.await.map_err(|_| {
        let what = format!("the document of {} could not be made", quotation.id);
        let hint = "remove unusual characters from its texts and send it again";
        Fault::new(FaultKind::Other, what, hint)
    })?;
    let pdf = stored?;
    Ok(Some(Ready {
        outgoing: Outgoing {
            number: kept.number,
            paper: Frozen::of(paper, draft.logo.as_deref()),
            pdf: pdf.id().0,
        },
        pdf,
        texts_at: kept.texts_at,
        draft,
    }))
}

/// Reads the picture of a logo from its file.
///
/// # Errors
/// It is lost or damaged.
pub(super) fn picture(blobs: &Blobs, logo: &Logo) -> Result<Picture, Fault> {
    let bytes = blobs.get(&BlobId(logo.file))?;
    let picture = bytes.and_then(|bytes| Picture::read(&bytes).ok());
    picture.ok_or_else(|| {
        let hint = "set it again: settings logo COUNTRY FILE";
        Fault::new(
            FaultKind::Damaged,
            format!("the logo {} is lost", logo.name),
            hint,
        )
    })
}

/// Reads the texts of a version from the record in which they stand, safe to show.
///
/// # Errors
/// A damaged record.
pub(super) async fn texts(store: &Store, id: QuotationId, at: Seq) -> Result<Texts, Fault> {
    let Some(record) = store.journal().read(at).await? else {
        return Ok(Texts::default());
    };
    let (_, events) = decode_record(&record)?;
    let found = events.iter().find_map(|event| match event {
        Event::Quotation(OfQuotation {
            quotation, event, ..
        }) if *quotation == id => match &**event {
            QuotationEvent::Written { texts, .. } => texts.as_deref(),
            _ => None,
        },
        _ => None,
    });
    Ok(found.map_or_else(Texts::default, |texts| Texts {
        project: clean_text(&texts.project).into_owned().into(),
        conditions: clean_text(&texts.conditions).into_owned().into(),
    }))
}
