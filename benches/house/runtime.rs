//! What a bench waits on.

use tokio::runtime::{Builder, Runtime};

use super::measure::or_exit;

/// Returns a runtime with so many threads of its own.
pub fn runtime(threads: usize) -> Runtime {
    or_exit(
        Builder::new_multi_thread()
            .worker_threads(threads)
            .enable_all()
            .build(),
    )
}
