//! `whoami`: who one is here, and what one may do.

use serde_json::json;

use super::{Out, Place, Problem};
use crate::domain::Refusal;
use crate::domain::person::{Permission, Role};
use crate::ui::kit::texts::Texts;

pub async fn whoami(place: &Place, as_json: bool, out: &mut Out) -> Result<(), Problem> {
    let (id, now) = (place.me()?, place.desk.now());
    let me = place.desk.published().me(id, now);
    let me = me.ok_or_else(|| place.refused(&Refusal::NobodyKnown))?;
    if as_json {
        let all = json!({
            "person": id.to_string(),
            "name": me.name,
            "house": me.house,
            "roles": me.roles.iter().map(|role| role.key()).collect::<Vec<_>>(),
            "may": me.permissions.iter().map(|permission| permission.key()).collect::<Vec<_>>(),
        });
        out.line(&all.to_string()).await;
        return Ok(());
    }
    let texts = Texts::new(place.lang);
    let role = |role: &Role| texts.get(&format!("role-{}", role.key()));
    let roles: Vec<_> = me.roles.iter().map(role).collect();
    out.line(&format!("{} ({id}) · {}", me.name, me.house))
        .await;
    out.line(&roles.join(", ")).await;
    let may = |permission: &Permission| texts.get(&format!("permission-{}", permission.key()));
    for permission in &me.permissions {
        out.line(&format!("  {}", may(permission))).await;
    }
    Ok(())
}
