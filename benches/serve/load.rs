//! A server under load: many who type at the same time, and one who sends nonsense without end.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::client::{Client, Room};
use super::figures::{mib, number, secs, share};
use super::measure::{ms, or_exit, tell};
use super::server::{Server, own_cpu};

/// Sessions that type.
const BUSY: usize = 100;

/// A hundred officers press keys.
pub fn busy(
    server: &Server,
    crowd: &Room,
    clients: &Arc<Vec<Client>>,
    what: &str,
    (keys, pace): (usize, Duration),
) {
    server.rests();
    let officers = clients.len().div_ceil(2).min(BUSY);
    let (cpu, own, begun) = (server.cpu(), own_cpu(), Instant::now());
    let all = Arc::clone(clients);
    let mut took = crowd.run(async move {
        let mut typists = Vec::new();
        for typist in 0..officers {
            let all = Arc::clone(&all);
            typists.push(tokio::spawn(async move {
                let mut took = Vec::new();
                let Some(client) = all.get(typist * 2) else {
                    return took;
                };
                let late = u32::try_from(typist * 97 % officers).unwrap_or_default();
                tokio::time::sleep(pace * late / u32::try_from(officers).unwrap_or(1)).await;
                let mut beats = tokio::time::interval(pace);
                // Whoever is answered late presses the next key as long after as otherwise.
                beats.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
                for _ in 0..keys {
                    beats.tick().await;
                    // Further down: there is something new to see at each key.
                    took.push(client.press(b"j").await);
                }
                took
            }));
        }
        let mut took = Vec::new();
        for typist in typists {
            took.extend(or_exit(typist.await));
        }
        took
    });
    let (cpu, own, time) = (server.cpu() - cpu, own_cpu() - own, begun.elapsed());
    let pressed = u32::try_from(took.len()).unwrap_or(1).max(1);
    tell(
        &format!("{officers} officers {what}: key to bytes back, p50"),
        ms(share(&mut took, 50)),
        "",
    );
    tell("  p99", ms(share(&mut took, 99)), "");
    tell("  server's processor per key", ms(cpu / pressed), "2 ms");
    let percent =
        |cpu: Duration| format!("{:.0} %", cpu.as_secs_f64() / time.as_secs_f64() * 100.0);
    tell("  server's processor", percent(cpu), "");
    tell("  clients' processor", percent(own), "");
}

/// Bytes that say nothing, without end, into one session: it works afterwards.
pub fn garbage(server: &Server, hand: &Room, client: Client) {
    let mebibytes = number("ENTREMISE_BENCH_GARBAGE", 1_024);
    let piece = [
        b"\x1b]52;c;".as_slice(),
        &[0xff; 60_000],
        b"\x1b\\\x1b[24;80R\x1bP",
        &[0xc3; 5_000],
        b"\x1b\\",
    ]
    .concat();
    server.rests();
    let (before, cpu, begun) = (server.memory(), server.cpu(), Instant::now());
    let (client, answer) = hand.run(async move {
        let mut sent = 0;
        while sent < mebibytes << 20 {
            client.send(&piece).await;
            sent += piece.len();
        }
        let answer = client.press(b"?").await;
        (client, answer)
    });
    tell(
        &format!("{mebibytes} MiB of garbage, taken in"),
        secs(begun.elapsed()),
        "",
    );
    tell("  server's processor", secs(server.cpu() - cpu), "");
    tell(
        "  memory kept of it",
        mib(server.memory().saturating_sub(before)),
        "64 MiB",
    );
    tell("  the key behind it, until its frame", ms(answer), "");
    drop(client);
}
