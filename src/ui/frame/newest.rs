//! Which answer is newer, when the same thing is asked for again before it came. Never asks itself.

/// The newest answer that came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Newest(u64);

impl Newest {
    /// Returns whether the answer to `token` is newer than every one before it. One that is older shows
    /// what is not so any more, and is dropped.
    pub fn takes(&mut self, token: u64) -> bool {
        let newer = token > self.0;
        self.0 = self.0.max(token);
        newer
    }
}
