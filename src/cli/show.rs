//! `entremise show R-…`: one request whole, with the texts of its timeline.

use std::process::ExitCode;

use super::{Args, args, plain, store};
use crate::desk::Desk;
use crate::desk::views::{Detail, load_detail};
use crate::domain::{PersonId, RequestId};

pub fn show(args: &Args, one: &args::One) -> anyhow::Result<ExitCode> {
    store::runtime()?.block_on(async {
        let (desk, me) = store::desk_and_person(args).await?;
        let detail = load(args, &desk, me, &one.request).await?;
        let mut out = plain::Out::new();
        if one.json {
            out.line(&plain::detail_json(&detail).to_string());
        } else {
            let words = plain::Words::new(args, &desk, me);
            words
                .detail_lines(&detail)
                .iter()
                .for_each(|line| out.line(line));
        }
        out.end()
    })
}

/// Loads one request, or says why not.
pub async fn load(args: &Args, desk: &Desk, me: PersonId, text: &str) -> anyhow::Result<Detail> {
    let id: RequestId = text.parse().map_err(|e| anyhow::anyhow!("{text}: {e}"))?;
    load_detail(desk, me, id, desk.now())
        .await?
        .map_err(|refusal| plain::refused(args, &refusal))
}
