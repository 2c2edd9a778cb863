//! What is piped into a command from elsewhere, read as a file is. Read it only where it may block.

use std::io::{self, Cursor, Read};

use tokio::sync::mpsc;

/// What came through the line.
pub enum Flow {
    /// Bytes.
    Bytes(Vec<u8>),
    /// Nothing more comes.
    End,
    /// Something that is none of it.
    Other,
}

/// A pipe whose other end is somewhere else.
pub struct Pipe<T> {
    hear: mpsc::Receiver<T>,
    flow: fn(T) -> Flow,
    rest: Cursor<Vec<u8>>,
    /// Its end came.
    over: bool,
}

impl<T> Pipe<T> {
    /// What `hear` brings, as `flow` understands it. A channel that closes before an end came was cut:
    /// what came is not whole.
    pub fn new(hear: mpsc::Receiver<T>, flow: fn(T) -> Flow) -> Pipe<T> {
        Pipe {
            hear,
            flow,
            rest: Cursor::default(),
            over: false,
        }
    }
}

impl<T> Read for Pipe<T> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            let some = self.rest.read(into)?;
            if some > 0 || self.over || into.is_empty() {
                return Ok(some);
            }
            let heard = self.hear.blocking_recv();
            match heard.map(self.flow) {
                Some(Flow::Bytes(bytes)) => self.rest = Cursor::new(bytes),
                Some(Flow::End) => self.over = true,
                Some(Flow::Other) => {}
                None => return Err(io::ErrorKind::UnexpectedEof.into()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pipe(pieces: Vec<Option<&'static [u8]>>) -> Pipe<Option<&'static [u8]>> {
        let (say, hear) = mpsc::channel(pieces.len().max(1));
        for piece in pieces {
            say.try_send(piece).expect("there is room");
        }
        Pipe::new(hear, |piece| match piece {
            Some(bytes) => Flow::Bytes(bytes.to_vec()),
            None => Flow::End,
        })
    }

    #[test]
    fn wks_5_a_pipe_ends_where_it_was_ended_also_when_it_is_read_again() {
        let mut pipe = pipe(vec![Some(b"one "), Some(b""), Some(b"two"), None]);
        let mut text = String::new();
        pipe.read_to_string(&mut text).expect("it is whole");
        assert_eq!(text, "one two");
        assert_eq!(pipe.read(&mut [0; 8]).expect("an end"), 0);
    }

    #[test]
    fn wks_7_a_pipe_that_was_cut_is_not_taken_for_a_whole_one() {
        let mut pipe = pipe(vec![Some(b"half a ma")]);
        let error = pipe.read_to_end(&mut Vec::new()).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::UnexpectedEof);
    }
}
