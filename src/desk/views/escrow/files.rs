//! The files that were handed in for a project or said with a dispute, for whoever sees its account whole (PPL-2).

use super::reading::Reader;
use crate::desk::Desk;
use crate::desk::views::CaseFile;
use crate::domain::Refusal;
use crate::domain::eyes::Eyes;
use crate::domain::ids::{OpportunityId, PersonId};
use crate::journal::Fault;

/// Loads the files of a project's account, in the order of its tranches, then of its disputes. `Ok(Err(…))` is a refusal.
///
/// # Errors
/// A damaged record.
pub async fn account_files(
    desk: &Desk,
    me: PersonId,
    id: OpportunityId,
) -> Result<Result<Vec<CaseFile>, Refusal>, Fault> {
    let published = desk.published();
    let Some(eyes) = Eyes::of(published.state(), me) else {
        return Ok(Err(Refusal::NobodyKnown));
    };
    let project = match eyes.account(id) {
        Ok((_, project)) => project,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let handed = project.parts.iter().filter_map(|part| part.handed.as_ref());
    let mut files: Vec<CaseFile> = handed
        .flat_map(|handed| handed.files.iter().map(CaseFile::of))
        .collect();
    let mut reader = Reader::new(desk, id);
    for said in project.disputes.iter().flat_map(|one| &one.said) {
        if let Some((_, events)) = reader.record(said.seq).await? {
            let said = events.into_iter().flat_map(|event| event.files());
            files.extend(said.map(CaseFile::of));
        }
    }
    Ok(Ok(files))
}
