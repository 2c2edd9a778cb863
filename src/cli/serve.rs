//! `entremise serve`: the house for many at once, until it is told to end.

use std::process::ExitCode;
use std::time::Duration;

use tokio::signal::unix::{SignalKind, signal};

use super::args::Serve;
use super::print::Print;
use super::{Args, here, paths, tell_notes};
use crate::journal;
use crate::plain::Problem;
use crate::serve::house::Open;
use crate::serve::limits::Limits;
use crate::serve::{How, fault, log, start};
use crate::ui::kit::texts::Lang;

/// What still holds a thread is not waited for longer.
const LAST: Duration = Duration::from_millis(300);

pub fn serve(args: &Args, asked: &Serve) -> anyhow::Result<ExitCode> {
    let folder = paths::folder(args)?;
    let how = How {
        folder,
        sample: args.sample,
        listen: asked.listen,
        metrics: asked.metrics,
        public: asked.public.clone(),
        limits: limits(asked),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let done = runtime.block_on(run(how, here::lang(args)?));
    runtime.shutdown_timeout(LAST);
    done.map(|()| ExitCode::SUCCESS)
}

async fn run(how: How, lang: Lang) -> anyhow::Result<()> {
    raise_files();
    let (mut end, mut interrupt, mut hang_up) = (
        signal(SignalKind::terminate())?,
        signal(SignalKind::interrupt())?,
        signal(SignalKind::hangup())?,
    );
    let (folder, public) = (how.folder.clone(), how.public.is_some());
    if !how.sample && !journal::is_store(&how.folder) {
        return Err(Problem::no_house().into());
    }
    let open = Open::at(&how.folder, how.sample).await?;
    tell_notes(&open.desk, lang);
    let _log = log::begin(&folder)?;
    fault::watch(&folder);
    let running = start(how, open).await?;
    let print = Print::new(lang);
    let values = [
        ("at", running.ssh.to_string().into()),
        ("key", running.host_key.to_string().into()),
    ];
    print.say("serve-open", &values);
    if let Some(at) = running.metrics {
        let url = format!("http://{at}/metrics");
        print.say("serve-figures", &[("url", url.into())]);
    }
    let logs = folder.join("logs").display().to_string();
    print.say("serve-logs", &[("path", logs.into())]);
    if running.ssh.ip().is_unspecified() && !public {
        print.say("serve-name", &[]);
    }
    tokio::select! {
        _ = end.recv() => {}
        _ = interrupt.recv() => {}
        _ = hang_up.recv() => {}
    }
    print.say("serve-end", &[]);
    running.close().await;
    Ok(())
}

fn limits(asked: &Serve) -> Limits {
    Limits {
        most: asked.most,
        per_address: asked.most_per_address,
        strangers: asked.most_strangers,
        strangers_per_address: asked.most_per_address.min(16),
        per_person: asked.most_per_person,
        banner: Limits::default().banner,
        login: Duration::from_secs(asked.login.max(1)),
        idle: (asked.idle > 0).then(|| Duration::from_secs(asked.idle.saturating_mul(60))),
    }
}

/// As many files as the system allows: each connection is one.
fn raise_files() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let now = getrlimit(Resource::Nofile);
    // With fewer, connections beyond are turned away.
    let _ = setrlimit(
        Resource::Nofile,
        Rlimit {
            current: now.maximum,
            maximum: now.maximum,
        },
    );
}
