//! `whoami`: who one is here, and what one may do.

use serde_json::json;

use super::board::whom_json;
use super::registry::{InWords, Needs};
use super::{Out, Place, Problem};
use crate::desk::views::Whom;
use crate::domain::Refusal;
use crate::ui::kit::texts::Texts;

/// Show who you are here, and what you may do
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Whoami {
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl InWords for Whoami {
    const NEEDS: Needs = Needs::Nothing;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (id, now) = (place.me()?, place.desk.now());
        let me = place.desk.published().me(id, now);
        let me = me.ok_or_else(|| place.refused(&Refusal::NobodyKnown))?;
        let whom = place.desk.sight(id).whom();
        if self.json {
            let roles = me.roles.iter().map(|role| role.key());
            let may = me.permissions.iter().map(|permission| permission.key());
            let all = json!({
                "person": id.to_string(),
                "name": me.name,
                "house": me.house,
                "firm": me.firm_name.is_some().then(|| me.firm.to_string()),
                "firm_name": me.firm_name,
                "roles": roles.collect::<Vec<_>>(),
                "may": may.collect::<Vec<_>>(),
                "ask": whom.as_ref().map(whom_json),
            });
            out.line(&all.to_string()).await;
            return Ok(());
        }
        let texts = Texts::new(place.lang);
        let roles = me.roles.iter();
        let roles = roles.map(|role| texts.get(&format!("role-{}", role.key())));
        out.line(&format!("{} ({id}) · {}", me.name, me.house))
            .await;
        out.line(&roles.collect::<Vec<_>>().join(", ")).await;
        if let Some(firm) = &me.firm_name {
            let values = [
                ("name", firm.clone().into()),
                ("firm", me.firm.to_string().into()),
            ];
            out.line(&place.says("said-acting-for", &values)).await;
        }
        for permission in &me.permissions {
            let may = texts.get(&format!("permission-{}", permission.key()));
            out.line(&format!("  {may}")).await;
        }
        for line in whom.iter().flat_map(|whom| asked(place, whom)) {
            out.line(&line).await;
        }
        Ok(())
    }
}

/// Whom to ask: the providers' desk first, then who follows up each project (FUP-4).
fn asked(place: &Place, whom: &Whom) -> Vec<String> {
    let first = whom.first.iter().map(|one| {
        let values = [("who", one.told().into())];
        place.says("said-ask-first", &values)
    });
    let then = whom.then.iter().map(|(id, title, one)| {
        let values = [
            ("who", one.told().into()),
            ("opportunity", id.to_string().into()),
            ("title", title.clone().into()),
        ];
        place.says("said-ask-then", &values)
    });
    first.chain(then).collect()
}
