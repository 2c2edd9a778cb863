//! The server's log: a line of JSON for each thing worth knowing, a file a day in the data folder, the
//! oldest ones removed. Nothing a person wrote or reads is ever in it.

use std::path::Path;

use tracing::level_filters::LevelFilter;
use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::plain::Problem;

/// The folder's name in the data folder.
const FOLDER: &str = "logs";
/// Days that are kept.
const KEPT: usize = 30;
/// Lines that may wait for the disk; more are dropped rather than hold anybody up.
const WAITING: usize = 8_192;

/// Begins the log; it is written out when the guard is dropped.
///
/// # Errors
/// A folder that cannot be written to.
pub fn begin(folder: &Path) -> Result<WorkerGuard, Problem> {
    let folder = folder.join(FOLDER);
    let unwritable = |error: &dyn std::fmt::Display| {
        Problem::new(format!("{} cannot be written to", folder.display())).because(error)
    };
    std::fs::create_dir_all(&folder).map_err(|error| unwritable(&error))?;
    let files = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("entremise")
        .filename_suffix("jsonl")
        .max_log_files(KEPT)
        .build(&folder)
        .map_err(|error| unwritable(&error))?;
    let (lines, guard) = tracing_appender::non_blocking::NonBlockingBuilder::default()
        .buffered_lines_limit(WAITING)
        .finish(files);
    let own = tracing_subscriber::filter::filter_fn(|meta| {
        meta.target().starts_with("entremise") || *meta.level() <= tracing::Level::WARN
    });
    let lines = tracing_subscriber::fmt::layer()
        .json()
        .flatten_event(true)
        .with_writer(lines)
        .with_filter(LevelFilter::INFO)
        .with_filter(own);
    // A second one in the same process keeps the first one's log.
    let _ = tracing_subscriber::registry().with(lines).try_init();
    Ok(guard)
}
