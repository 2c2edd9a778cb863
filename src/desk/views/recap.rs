//! The recap of R1 quotations (QUO-5, S3): since a day, a column per officer, their clients with tags, and
//! which of them signed.

use super::Sight;
use super::beside::person_name;
use crate::domain::person::Permission;
use crate::domain::quotation::Quotation;
use crate::domain::quotation::rules::sight::QuotationSide;
use crate::domain::{Millis, PersonId, QuotationId, Refusal, RequestId, State};
use crate::text::fold;
use crate::text::sanitise::clean_line;

/// A client in an officer's column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecapRow {
    /// The quotation.
    pub quotation: QuotationId,
    /// What it answers.
    pub request: RequestId,
    /// The client.
    pub organisation: String,
    /// Tags: federation member, seasonal rental, …
    pub tags: Vec<String>,
    /// Whether the client signed.
    pub signed: bool,
    /// When its R1 went to pricing.
    pub r1_at: Millis,
}

/// An officer's column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecapColumn {
    /// Whose.
    pub officer: String,
    /// Their clients, by name.
    pub rows: Vec<RecapRow>,
}

impl RecapColumn {
    /// How many of them signed.
    pub fn signed(&self) -> usize {
        self.rows.iter().filter(|row| row.signed).count()
    }
}

impl Sight {
    /// The R1 quotations since `since`, a column per officer, for staff who have a part in quotations.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for anybody else.
    pub fn recap(&self, since: Millis) -> Result<Vec<RecapColumn>, Refusal> {
        if !matches!(self.office()?, (_, QuotationSide::Staff)) {
            return Err(Refusal::NotPermitted(Permission::Quote));
        }
        let state = self.state();
        let mut columns: Vec<(PersonId, RecapColumn)> = Vec::new();
        for quotation in state.quotations().rows().iter() {
            let Some(r1_at) = quotation.standing.r1_at.filter(|at| *at >= since) else {
                continue;
            };
            let officer = quotation.officer;
            let row = row(state, quotation, r1_at);
            match columns.iter_mut().find(|(whose, _)| *whose == officer) {
                Some((_, column)) => column.rows.push(row),
                None => {
                    let rows = vec![row];
                    let name = person_name(state, officer);
                    columns.push((
                        officer,
                        RecapColumn {
                            officer: name,
                            rows,
                        },
                    ));
                }
            }
        }
        let mut columns: Vec<RecapColumn> = columns.into_iter().map(|(_, c)| c).collect();
        columns.sort_by_cached_key(|column| fold::fold(&column.officer));
        for column in &mut columns {
            let by_name = |row: &RecapRow| (fold::fold(&row.organisation), row.quotation);
            column.rows.sort_by_cached_key(by_name);
        }
        Ok(columns)
    }
}

fn row(state: &State, quotation: &Quotation, r1_at: Millis) -> RecapRow {
    let request = state.request(quotation.request);
    let client = request.and_then(|request| state.organisation(request.organisation));
    let line = |text: &str| clean_line(text).into_owned();
    RecapRow {
        quotation: quotation.id,
        request: quotation.request,
        organisation: client.map_or_else(|| "?".to_owned(), |c| line(&c.profile.name)),
        tags: quotation.tags.iter().map(|tag| line(tag)).collect(),
        signed: quotation.is_accepted(),
        r1_at,
    }
}
