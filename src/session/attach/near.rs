//! A command at the house, from the program that was asked for it: what it says is told, what is piped into
//! it goes along.

use std::io::{self, Read};

use tokio::net::UnixStream;
use tokio::net::unix::OwnedWriteHalf;
use tokio::sync::mpsc;

use super::wire::{End, Hello, ToHouse, ToTerminal, read, write};
use crate::plain::{Piece, Problem};

/// What is piped in goes on in pieces of this size.
const PIECE: usize = 64 * 1024;

/// Does a command at the house: what it says goes to `tell`, while somebody takes it. The outcome is the
/// command's own.
///
/// # Errors
/// A line that is cut.
pub async fn ask(
    stream: UnixStream,
    hello: Hello,
    mut tell: impl FnMut(Piece) -> io::Result<()>,
) -> Result<Result<u8, Problem>, Problem> {
    let (mut from, mut to) = stream.into_split();
    write(&mut to, &ToHouse::Hello(Box::new(hello)))
        .await
        .map_err(cut)?;
    let mut to = Some(to);
    loop {
        let piece = match read::<ToTerminal>(&mut from).await.map_err(cut)? {
            Some(ToTerminal::Out(bytes)) => Piece::Out(bytes),
            Some(ToTerminal::Note(words)) => Piece::Note(words),
            Some(ToTerminal::Far(far)) => Piece::Far(far),
            Some(ToTerminal::Wants) => {
                if let Some(to) = to.take() {
                    tokio::spawn(pipe(to));
                }
                continue;
            }
            Some(ToTerminal::End(End::Done(done))) => return Ok(done),
            Some(
                ToTerminal::End(_) | ToTerminal::Frame(_) | ToTerminal::Edit(_) | ToTerminal::Sleep,
            ) => {
                return Err(cut(io::ErrorKind::InvalidData.into()));
            }
            None => return Err(cut(io::ErrorKind::UnexpectedEof.into())),
        };
        if tell(piece).is_err() {
            // `| head` has seen enough.
            return Ok(Ok(0));
        }
    }
}

/// Sends what is piped into this program.
async fn pipe(mut to: OwnedWriteHalf) {
    let (say, mut hear) = mpsc::channel::<Vec<u8>>(4);
    tokio::task::spawn_blocking(move || {
        let mut input = io::stdin().lock();
        let mut bytes = vec![0; PIECE];
        // One that cannot be read ends without its end: the house takes no half of it.
        while let Ok(n) = input.read(&mut bytes) {
            let piece = bytes.get(..n).unwrap_or_default().to_vec();
            if say.blocking_send(piece).is_err() || n == 0 {
                return;
            }
        }
    });
    while let Some(bytes) = hear.recv().await {
        // A house that wants no more has said why.
        if write(&mut to, &ToHouse::Piped(bytes)).await.is_err() {
            return;
        }
    }
}

/// The line to the house was cut.
pub fn cut(error: io::Error) -> Problem {
    Problem::with(
        75,
        "the connection to the server was lost: check that it is running, then try again",
    )
    .because(error)
}
