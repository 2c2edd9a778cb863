//! A TCP line that can be cut: whatever waits on it ends then, also what waits for a client that does not
//! read.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_util::sync::{CancellationToken, WaitForCancellationFutureOwned};

use crate::serve::gate::Spoke;

/// A line that ends when its token is cancelled.
pub struct Cuttable {
    stream: TcpStream,
    /// Told once a line of text came: the other end speaks.
    spoke: Option<Spoke>,
    /// Bytes of our own greeting that were written before and are not to be written again.
    greeted: usize,
    cut: Pin<Box<WaitForCancellationFutureOwned>>,
}

impl Cuttable {
    /// A line over `stream`; `spoke` is told when the other end has said what it speaks. The first `greeted` bytes
    /// that are written were written before.
    pub fn new(
        stream: TcpStream,
        spoke: Spoke,
        greeted: usize,
        cut: CancellationToken,
    ) -> Cuttable {
        Cuttable {
            stream,
            spoke: Some(spoke),
            greeted,
            cut: Box::pin(cut.cancelled_owned()),
        }
    }

    fn is_cut(&mut self, cx: &mut Context<'_>) -> io::Result<()> {
        match self.cut.as_mut().poll(cx) {
            Poll::Ready(()) => Err(io::ErrorKind::ConnectionAborted.into()),
            Poll::Pending => Ok(()),
        }
    }
}

impl AsyncRead for Cuttable {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.is_cut(cx)?;
        let before = buf.filled().len();
        let polled = Pin::new(&mut self.stream).poll_read(cx, buf);
        let came = buf.filled().get(before..).unwrap_or_default();
        if self.spoke.is_some()
            && came.contains(&b'\n')
            && let Some(spoke) = self.spoke.take()
        {
            spoke.set();
        }
        polled
    }
}

impl AsyncWrite for Cuttable {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.is_cut(cx)?;
        let again = self.greeted.min(bytes.len());
        if again > 0 {
            self.greeted -= again;
            return Poll::Ready(Ok(again));
        }
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.is_cut(cx)?;
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::io::AsyncWriteExt;
    use tokio::net::TcpListener;
    use tokio::time::timeout;

    use super::*;

    #[tokio::test]
    async fn wks_3_a_greeting_that_was_written_is_not_written_again() {
        use tokio::io::AsyncReadExt;
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let to = listener.local_addr().unwrap();
        let near = TcpStream::connect(to).await.unwrap();
        let (mut far, _) = listener.accept().await.unwrap();
        let mut line = Cuttable::new(near, Spoke::default(), 5, CancellationToken::new());
        for piece in [&b"he"[..], b"llo, wor", b"ld"] {
            line.write_all(piece).await.unwrap();
        }
        drop(line);
        let mut said = String::new();
        far.read_to_string(&mut said).await.unwrap();
        assert_eq!(said, ", world");
    }

    #[tokio::test]
    async fn ppl_5_a_line_is_cut_also_while_it_waits_for_who_does_not_read() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let to = listener.local_addr().unwrap();
        let near = TcpStream::connect(to).await.unwrap();
        let (_far, _) = listener.accept().await.unwrap();
        let cut = CancellationToken::new();
        let mut line = Cuttable::new(near, Spoke::default(), 0, cut.clone());
        // Until it takes no more.
        let piece = vec![0; 64 * 1024];
        while let Ok(written) = timeout(Duration::from_millis(100), line.write(&piece)).await {
            written.unwrap();
        }
        let waits = tokio::spawn(async move { line.write(&piece).await });
        tokio::task::yield_now().await;
        cut.cancel();
        let error = waits.await.unwrap().unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::ConnectionAborted);
    }
}
