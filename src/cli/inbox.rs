//! `entremise inbox`: the request inbox as plain text or JSON (WKS-5).

use std::process::ExitCode;

use super::{Args, args, plain, store};
use crate::desk::views::Inbox;

pub fn inbox(args: &Args, list: &args::List) -> anyhow::Result<ExitCode> {
    store::runtime()?.block_on(async {
        let (desk, me) = store::desk_and_person(args).await?;
        let now = desk.now();
        let words = if list.words.is_empty() {
            "is:open".to_owned()
        } else {
            list.words.join(" ")
        };
        let inbox = Inbox::build(&desk.sight(me), &words, now)
            .map_err(|refusal| plain::refused(args, &refusal))?;
        let rows = (0..inbox.len().min(list.limit)).filter_map(|n| inbox.row(n, now));
        let mut out = plain::Out::new();
        for row in rows {
            if list.json {
                out.line(&plain::row_json(&row).to_string());
            } else {
                out.line(&plain::row_line(&row, now));
            }
        }
        if !list.json && inbox.len() > list.limit {
            out.note(&format!(
                "{} of {}; --limit {} shows all",
                list.limit,
                inbox.len(),
                inbox.len()
            ));
        }
        out.end()
    })
}
