//! `entremise serve`: the house for many at once, until it is told to end.

use std::process::ExitCode;
use std::time::Duration;

use tokio::signal::unix::{SignalKind, signal};

use super::args::Serve;
use super::print::Print;
use super::{Args, paths, tell_notes};
use crate::journal;
use crate::plain::Problem;
use crate::serve::house::Open;
use crate::serve::limits::Limits;
use crate::serve::{How, fault, log, start};

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
    let done = runtime.block_on(run(how));
    runtime.shutdown_timeout(LAST);
    done.map(|()| ExitCode::SUCCESS)
}

async fn run(how: How) -> anyhow::Result<()> {
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
    tell_notes(&open.desk);
    let _log = log::begin(&folder)?;
    fault::watch(&folder);
    let running = start(how, open).await?;
    let print = Print::new();
    print.line(&format!(
        "SSH on {}, host key {}",
        running.ssh, running.host_key
    ));
    if let Some(at) = running.metrics {
        print.line(&format!("figures at http://{at}/metrics"));
    }
    print.line(&format!("logs in {}", folder.join("logs").display()));
    if running.ssh.ip().is_unspecified() && !public {
        print.line("invitations name this machine: give another name with --public HOST");
    }
    tokio::select! {
        _ = end.recv() => {}
        _ = interrupt.recv() => {}
        _ = hang_up.recv() => {}
    }
    print.line("stopping: everybody is told, drafts are saved");
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
