//! `history R-…`: who, on whose behalf, when, what (PPL-6), a line each.

use super::show;
use crate::desk::views::Detail;
use crate::domain::RequestId;
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::table::Form;
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem, moments};
use crate::ui::kit::texts::Texts;

/// Show everything that happened to one request
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct History {
    /// The request, like R-1042
    #[arg(value_name = "R-NUMBER")]
    request: RequestId,
    #[command(flatten)]
    form: Form,
    /// The page: 1 has the latest 400 records, 2 those before
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    page: u16,
}

impl InWords for History {
    const NEEDS: Needs = Needs::OneOf(&[Permission::ReadInbox]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let page = usize::from(self.page);
        let detail = show::load(place, self.request, page.saturating_sub(1)).await?;
        let words = Words::new(place, place.me()?);
        moments::print(place, &self.form, &words, &detail.moments, out).await;
        tell_of_others(place, &detail, out).await;
        Ok(())
    }
}

/// Says how many records are on other pages, and the command that shows the next older one.
pub(super) async fn tell_of_others(place: &Place, detail: &Detail, out: &mut Out) {
    let (earlier, later) = (detail.earlier, detail.later);
    if earlier == 0 && later == 0 {
        return;
    }
    let id = if earlier > 0 {
        "history-earlier"
    } else {
        "history-first"
    };
    let args = [
        ("earlier", earlier.into()),
        ("later", later.into()),
        ("request", detail.row.id.to_string().into()),
        ("page", (detail.back + 2).into()),
    ];
    out.note(&Texts::new(place.lang).with(id, &args)).await;
}
