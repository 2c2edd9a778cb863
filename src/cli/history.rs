//! `entremise history R-…`: who, on whose behalf, when, what (PPL-6), a line each.

use std::process::ExitCode;

use super::{Args, args, plain, show, store};

pub fn history(args: &Args, one: &args::One) -> anyhow::Result<ExitCode> {
    store::runtime()?.block_on(async {
        let (desk, me) = store::desk_and_person(args).await?;
        let detail = show::load(args, &desk, me, &one.request).await?;
        let told = plain::Words::new(args, &desk, me);
        let mut out = plain::Out::new();
        for moment in &detail.moments {
            if one.json {
                out.line(&told.moment_json(moment).to_string());
            } else if let Some(line) = told.moment_line(moment) {
                out.line(&line);
            }
        }
        if detail.earlier > 0 {
            out.note(&format!("{} older records are not shown", detail.earlier));
        }
        out.end()
    })
}
