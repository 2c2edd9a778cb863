//! A moving window over a stream: the bytes that are looked at, and no others in memory.
//!
//! Grows only as far as its user asks and gives the memory back afterwards.

use std::io::{self, Read};

/// Bytes read at a time.
const CHUNK: usize = 256 * 1024;
/// Memory that is kept between two uses.
const KEPT: usize = 4 * 1024 * 1024;

/// Any input.
pub(crate) type Input = Box<dyn Read + Send>;

/// The bytes not yet consumed of an input.
pub(crate) struct Window {
    input: Input,
    buffer: Vec<u8>,
    start: usize,
    before: u64,
    ended: bool,
}

impl Window {
    /// A window at the start of `input`.
    pub(crate) fn new(input: Input) -> Self {
        Window {
            input,
            buffer: Vec::new(),
            start: 0,
            before: 0,
            ended: false,
        }
    }

    /// What is in sight.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.buffer.get(self.start..).unwrap_or_default()
    }

    /// How far into the input the window starts.
    pub(crate) fn offset(&self) -> u64 {
        self.before + self.start as u64
    }

    /// Whether nothing follows what is in sight.
    pub(crate) fn ended(&self) -> bool {
        self.ended
    }

    /// Moves the start on by `count` bytes of those in sight.
    pub(crate) fn skip(&mut self, count: usize) {
        self.start = self.buffer.len().min(self.start.saturating_add(count));
    }

    /// Brings more into sight; false at the end of the input.
    pub(crate) fn more(&mut self) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        self.buffer.drain(..self.start);
        self.before += self.start as u64;
        self.start = 0;
        if self.buffer.capacity() > KEPT && self.buffer.len() < KEPT / 2 {
            self.buffer.shrink_to(KEPT / 2);
        }
        let read = self
            .input
            .by_ref()
            .take(CHUNK as u64)
            .read_to_end(&mut self.buffer)?;
        self.ended = read == 0;
        Ok(read > 0)
    }
}
