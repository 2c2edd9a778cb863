//! `firm show`: the firm one acts for, who is in it, and its open invitations.

use serde_json::json;

use super::{keys, page};
use crate::desk::views::FirmPage;
use crate::domain::firm::FirmRights;
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::{Words, iso};
use crate::plain::{Out, Place, Problem};
use crate::ui::kit::texts::Texts;

/// Show the firm you act for, its people and their roles
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Show {
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl InWords for Show {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Propose]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let page = page(place)?;
        if self.json {
            out.line(&machine(&page)).await;
            return Ok(());
        }
        let texts = Texts::new(place.lang);
        if page.alone && page.firms.len() == 1 {
            out.line(&place.says("said-firm-alone", &[])).await;
        }
        let called = page.firms.iter().find(|(id, _)| *id == page.id);
        let called = called.map_or("", |(_, name)| name.as_str());
        out.line(&format!("{called} ({})", page.id)).await;
        for one in &page.members {
            let roles = said(&texts, one.rights);
            out.line(&format!("  {} ({}) · {roles}", one.name, one.person))
                .await;
        }
        if page.unmanaged {
            out.line(&place.says("said-firm-unmanaged", &[])).await;
            for one in &page.whom {
                let values = [("who", one.told().into())];
                out.line(&place.says("said-ask-first", &values)).await;
            }
        }
        let words = Words::new(place, place.me()?);
        for offer in &page.offers {
            let values = [
                ("number", offer.number.to_string().into()),
                ("name", offer.name.clone().into()),
                ("roles", said(&texts, offer.rights).into()),
                ("until", words.teller().stamp(offer.until).into()),
            ];
            out.line(&place.says("said-firm-offer", &values)).await;
        }
        for (id, name) in page.firms.iter().filter(|(id, _)| *id != page.id) {
            let values = [
                ("firm", id.to_string().into()),
                ("name", name.clone().into()),
            ];
            out.line(&place.says("said-firm-other", &values)).await;
        }
        Ok(())
    }
}

fn said(texts: &Texts, rights: FirmRights) -> String {
    let each = rights.iter().map(|right| {
        let id = format!("firm-right-{}", right.key());
        texts.get(&id).into_owned()
    });
    each.collect::<Vec<_>>().join(", ")
}

fn machine(page: &FirmPage) -> String {
    let members = page.members.iter().map(|one| {
        json!({
            "person": one.person.to_string(),
            "name": one.name,
            "roles": keys(one.rights),
        })
    });
    let offers = page.offers.iter().map(|offer| {
        json!({
            "number": offer.number,
            "name": offer.name,
            "roles": keys(offer.rights),
            "until": iso(offer.until),
        })
    });
    let firms = page
        .firms
        .iter()
        .map(|(id, name)| json!({ "firm": id.to_string(), "name": name }));
    json!({
        "firm": page.id.to_string(),
        "name": page.name,
        "alone": page.alone,
        "managed": !page.unmanaged,
        "roles": keys(page.rights),
        "members": members.collect::<Vec<_>>(),
        "invitations": offers.collect::<Vec<_>>(),
        "firms": firms.collect::<Vec<_>>(),
    })
    .to_string()
}
