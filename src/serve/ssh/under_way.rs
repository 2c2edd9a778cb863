//! How many sessions and commands of a connection are under way: one that has had none for a while is hung up on.

use std::time::Duration;

use tokio::sync::watch;

/// Counts what is under way on a connection. Clones count the same.
#[derive(Clone, Debug, Default)]
pub struct UnderWay(watch::Sender<usize>);

impl UnderWay {
    /// Counts one more, until what is yielded is dropped.
    pub fn one(&self) -> One {
        self.0.send_modify(|count| *count += 1);
        One(self.0.clone())
    }

    /// Waits until nothing has been under way for `time`.
    pub async fn rested(&self, time: Duration) {
        let mut count = self.0.subscribe();
        loop {
            // The sender is here: it does not end.
            let _ = count.wait_for(|count| *count == 0).await;
            let busy = count.wait_for(|count| *count > 0);
            if tokio::time::timeout(time, busy).await.is_err() {
                return;
            }
        }
    }
}

/// One that is under way.
#[derive(Debug)]
pub struct One(watch::Sender<usize>);

impl Drop for One {
    fn drop(&mut self) {
        self.0.send_modify(|count| *count = count.saturating_sub(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn wks_3_a_connection_rests_once_nothing_was_under_way_for_the_time() {
        let (time, under_way) = (Duration::from_secs(30), UnderWay::default());
        let (first, second) = (under_way.one(), under_way.one());
        let since = tokio::time::Instant::now();
        let waits = {
            let under_way = under_way.clone();
            tokio::spawn(async move { under_way.rested(time).await })
        };
        tokio::time::advance(time * 3).await;
        drop(first);
        tokio::time::advance(time * 3).await;
        assert!(!waits.is_finished());
        drop(second);
        waits.await.unwrap();
        assert!(since.elapsed() >= time * 7);
    }
}
