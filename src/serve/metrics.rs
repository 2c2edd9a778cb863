//! Answers `GET /metrics` in plain HTTP. No text of anybody's ever stands in it.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::CONTENT_TYPE;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

use super::Server;

/// Questions answered at once; more wait.
const AT_ONCE: usize = 8;
/// A question takes no longer.
const LONGEST: Duration = Duration::from_secs(5);
const BREATH: Duration = Duration::from_millis(100);
const KIND: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Answers until `stop`.
pub(super) async fn answer(listener: TcpListener, server: Arc<Server>, stop: CancellationToken) {
    let places = Arc::new(Semaphore::new(AT_ONCE));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else {
            return;
        };
        let accepted = tokio::select! {
            () = stop.cancelled() => return,
            accepted = listener.accept() => accepted,
        };
        let Ok((stream, _)) = accepted else {
            // The system is out of something: a little later it may not be.
            tokio::time::sleep(BREATH).await;
            continue;
        };
        let server = Arc::clone(&server);
        tokio::spawn(async move {
            let reply = service_fn(|question| {
                let response = reply(&server, &question);
                async move { Ok::<_, Infallible>(response) }
            });
            let mut http = http1::Builder::new();
            http.timer(TokioTimer::new())
                .header_read_timeout(LONGEST)
                .keep_alive(false);
            let talk = http.serve_connection(TokioIo::new(stream), reply);
            // Whoever hangs up has nobody to be told.
            let _ = tokio::time::timeout(LONGEST, talk).await;
            drop(place);
        });
    }
}

fn reply(server: &Server, question: &Request<Incoming>) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::default());
    if question.uri().path() != "/metrics" {
        *response.status_mut() = StatusCode::NOT_FOUND;
    } else if question.method() != Method::GET {
        *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
    } else {
        let published = server.desk().published();
        let figures = &server.figures;
        figures
            .inside
            .set(i64::try_from(server.roll.count()).unwrap_or(i64::MAX));
        figures
            .record
            .set(i64::try_from(published.seq()).unwrap_or(i64::MAX));
        figures
            .trouble
            .set(i64::from(published.trouble().is_some()));
        *response.body_mut() = Full::from(figures.text());
        let kind = hyper::header::HeaderValue::from_static(KIND);
        response.headers_mut().insert(CONTENT_TYPE, kind);
    }
    response
}
