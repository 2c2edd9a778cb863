//! `organisation show`: one client whole.

use serde_json::{Value, json};

use crate::desk::views::{Exchanged, ExchangedWhat, OrganisationPage, load_organisation};
use crate::domain::{Millis, OrganisationId};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::{Page, Words, iso};
use crate::plain::{Out, Place, Problem};
use crate::ui::tell::{Teller, local};

/// Show one client with its contacts and everything exchanged with it
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Show {
    /// The client, like C-5
    #[arg(value_name = "C-NUMBER")]
    organisation: OrganisationId,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl InWords for Show {
    const NEEDS: Needs = crate::plain::directory::READ;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (me, now) = (place.me()?, place.desk.now());
        let page = load_organisation(&place.desk, me, self.organisation, now).await?;
        let page = page.map_err(|refusal| place.refused(&refusal))?;
        if self.json {
            out.line(&page_json(&page).to_string()).await;
            return Ok(());
        }
        let words = Words::new(place, me);
        told(&words, &page).print(out).await;
        Ok(())
    }
}

fn page_json(page: &OrganisationPage) -> Value {
    let contacts = page.contacts.iter().map(|one| {
        json!({
            "contact": one.id.to_string(), "name": one.entry.name, "email": one.entry.email,
            "also": one.entry.also, "phone": one.entry.phone, "role": one.entry.role,
            "language": one.entry.language.map(|one| one.code().to_owned()),
            "note": one.entry.note, "left": one.entry.left.map(iso), "main": one.main,
        })
    });
    let exchanged = page.exchanged.iter().map(|one| {
        json!({"at": iso(one.at), "what": key(one), "of": one.opens.to_string(), "subject": one.subject})
    });
    let turnover = page.turnover.iter().map(
        |(year, sum)| json!({"year": year, "amount": sum.typed(), "currency": sum.currency.code()}),
    );
    let profile = &page.profile;
    let mut all = crate::plain::directory::row_json(&page.row);
    let more = json!({
        "address": profile.address, "phone": profile.phone, "vat": profile.vat,
        "domains": profile.domains, "note": profile.note,
        "language": profile.language.map(|one| one.code().to_owned()),
        "branches": page.branches.iter().map(|row| row.id.to_string()).collect::<Vec<_>>(),
        "contacts": contacts.collect::<Vec<_>>(),
        "exchanged": exchanged.collect::<Vec<_>>(),
        "turnover": turnover.collect::<Vec<_>>(),
        "doubles": page.doubles.iter().map(|(id, _)| id.to_string()).collect::<Vec<_>>(),
        "merged": page.merged.iter().map(|(id, _)| id.to_string()).collect::<Vec<_>>(),
    });
    if let (Some(all), Value::Object(more)) = (all.as_object_mut(), more) {
        all.extend(more);
    }
    all
}

fn key(one: &Exchanged) -> &'static str {
    match one.what {
        ExchangedWhat::Request { .. } => "request",
        ExchangedWhat::Call(_) => "call",
        ExchangedWhat::Quotation { accepted: true, .. } => "accepted",
        ExchangedWhat::Quotation { .. } => "quotation",
        ExchangedWhat::Posting { mission: true } => "mission",
        ExchangedWhat::Posting { mission: false } => "posting",
    }
}

fn told<'a>(words: &'a Words, page: &OrganisationPage) -> Page<'a> {
    let teller = words.teller();
    let mut lines = Page::new(words.teller());
    let (row, profile) = (&page.row, &page.profile);
    lines.line(format!("{} {}", row.id, row.name));
    let names = |all: &[(OrganisationId, String)]| {
        let all = all.iter().map(|(id, name)| format!("{name} ({id})"));
        all.collect::<Vec<_>>().join(", ")
    };
    let country = row.country.map(|country| teller.country(country));
    let yes = if row.known {
        words.text("yes")
    } else {
        String::new()
    };
    lines.field("form-client-parent", &names(&page.above));
    lines.field("form-client-country", &country.unwrap_or_default());
    lines.field("field-address", &profile.address);
    lines.field("column-city", &row.city);
    lines.field("form-phone", &profile.phone);
    lines.field("field-vat", &profile.vat);
    lines.field("form-client-segment", &teller.segment(&row.segment));
    lines.field("form-client-domains", &profile.domains.join(", "));
    let language = profile.language.map(|one| teller.language(one));
    lines.field("form-language", &language.unwrap_or_default());
    lines.field("form-client-known", &yes);
    let until = row.relation_until.map(|at| day(&teller, at));
    lines.field("column-relation", &until.unwrap_or_default());
    lines.field("field-note", &profile.note);
    lines.field("field-doubles", &names(&page.doubles));
    lines.field("field-merged", &names(&page.merged));
    rest(&mut lines, &teller, page);
    lines
}

/// Branches, contacts, what was exchanged and what it was worth.
fn rest(lines: &mut Page<'_>, teller: &Teller<'_>, page: &OrganisationPage) {
    let head = |lines: &mut Page<'_>, id: &str, any: bool| {
        if any {
            lines.gap();
            lines.text(id);
        }
    };
    head(lines, "head-branches", !page.branches.is_empty());
    for branch in &page.branches {
        lines.indented(&format!("{} {}", branch.id, branch.name));
    }
    head(lines, "head-contacts", !page.contacts.is_empty());
    for one in &page.contacts {
        let entry = &one.entry;
        let left = entry.left.map(|at| {
            let values = [("at", day(teller, at).into())];
            teller.texts.with("contact-left", &values)
        });
        let id = one.id.to_string();
        let left = left.unwrap_or_default();
        let parts = [
            &*id,
            &entry.name,
            &entry.role,
            &entry.email,
            &entry.phone,
            &left,
        ];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        lines.indented(&parts.join(" · "));
    }
    head(lines, "head-exchanged", !page.exchanged.is_empty());
    for one in &page.exchanged {
        let what = match one.what {
            ExchangedWhat::Call(came) => teller.outcome(came),
            _ => {
                let id = format!("plain-exchanged-{}", key(one));
                teller.texts.get(&id).into_owned()
            }
        };
        let (day, opens) = (day(teller, one.at), one.opens);
        lines.indented(&format!("{day} · {opens} · {what} · {}", one.subject));
    }
    head(lines, "head-turnover", !page.turnover.is_empty());
    for (year, sum) in &page.turnover {
        lines.indented(&format!("{year} · {}", teller.money(*sum)));
    }
}

fn day(teller: &Teller<'_>, at: Millis) -> String {
    local(teller.zone, at).date_naive().to_string()
}
