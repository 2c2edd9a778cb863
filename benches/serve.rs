//! What a served house costs: memory and processor of sessions at rest, how long until all see one change,
//! how long a key takes while a hundred others type, what a new session waits, and a GiB of garbage.
//!
//! `cargo bench --bench serve`; as many sessions as `ENTREMISE_BENCH_SESSIONS` says (1,000) and as many MiB of
//! garbage as `ENTREMISE_BENCH_GARBAGE` (1,024). The server is a process of its own; the clients share this
//! machine's processors with it, so what they took is told beside each figure that they can have spoilt, and
//! what the server alone needs is measured with all clients held up.

#[path = "house/cached.rs"]
mod cached;
#[path = "serve/client.rs"]
mod client;
#[path = "serve/figures.rs"]
mod figures;
mod house;
#[path = "serve/load.rs"]
mod load;
#[path = "house/measure.rs"]
#[expect(dead_code, reason = "how large it is, is said otherwise here")]
mod measure;
#[path = "serve/people.rs"]
mod people;
#[path = "serve/server.rs"]
mod server;
#[path = "house/store.rs"]
mod store;

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use client::{Client, Room, Waited};
use figures::{mib, number, secs, share};
use load::{busy, garbage};
use measure::{ms, or_exit, tell};
use server::{Server, own_cpu};

/// Requests of the house.
const REQUESTS: usize = 2_000;
/// People who come in at the same time.
const AT_ONCE: usize = 8;
/// Changes of each kind.
const CHANGES: usize = 5;
/// How long sessions at rest are looked at.
const WATCHED: Duration = Duration::from_secs(10);
/// Keys each of them presses, and how often: typing fast, and reading.
const TYPING: (usize, Duration) = (50, Duration::from_millis(200));
const READING: (usize, Duration) = (5, Duration::from_millis(1_000));

fn main() {
    // `cargo test --benches` runs benches without this.
    if !std::env::args().any(|arg| arg == "--bench") {
        return;
    }
    raise_files();
    let many = number("ENTREMISE_BENCH_SESSIONS", 1_000).max(2);
    let data = or_exit(tempfile::tempdir());
    prepare(data.path(), many);
    let server = Server::start(data.path());
    let (crowd, hand) = (Room::open(), Room::open());
    println!("{many} sessions of 120x40, {REQUESTS} requests; half of them officers\n");

    let mover = come_in(&hand, server.port, vec![many]).remove(0).0;
    server.rests();
    let begun = server.memory();
    tell("memory of a server with one session", mib(begun), "");
    let clients = arrive(&server, &crowd, many);
    memory(&server, begun, many);
    at_rest(&server);
    changes(&server, (&crowd, &clients), (&hand, &mover));
    mails(&server, (&crowd, &clients));
    for (what, pace) in [("typing", TYPING), ("reading", READING)] {
        busy(&server, &crowd, &clients, what, pace);
    }
    garbage(&server, &hand, mover);
}

/// A house with people, in `folder`.
fn prepare(folder: &Path, many: usize) {
    let runtime = or_exit(tokio::runtime::Runtime::new());
    let made = runtime.block_on(cached::store(REQUESTS));
    copy(&made, folder);
    // One more, who changes things.
    runtime.block_on(people::add(folder, many + 2));
    drop(runtime.block_on(store::released(folder)));
}

fn copy(from: &Path, to: &Path) {
    or_exit(std::fs::create_dir_all(to));
    for entry in or_exit(std::fs::read_dir(from)) {
        let entry = or_exit(entry);
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            or_exit(std::fs::copy(from, to));
        }
    }
}

/// These people come in, one after the other.
fn come_in(room: &Room, port: u16, numbers: Vec<usize>) -> Vec<(Client, Waited)> {
    room.run(async move {
        let mut all = Vec::new();
        for number in numbers {
            all.push(Client::open(port, people::key(number)).await);
        }
        all
    })
}

/// All come in; the first fifty one by one, so that it can be told what each waits.
fn arrive(server: &Server, crowd: &Room, many: usize) -> Arc<Vec<Client>> {
    let port = server.port;
    let singly = many.min(50);
    let first = come_in(crowd, port, (0..singly).collect());
    let mut logins: Vec<Duration> = first.iter().map(|(_, waited)| waited.login).collect();
    let mut frames: Vec<Duration> = first.iter().map(|(_, waited)| waited.frame).collect();
    tell(
        "from the connection to the login, median",
        ms(share(&mut logins, 50)),
        "",
    );
    tell(
        "from the login to the first frame, median",
        ms(share(&mut frames, 50)),
        "20 ms",
    );
    tell(
        "from the login to the first frame, p99",
        ms(share(&mut frames, 99)),
        "",
    );
    let (begun, cpu) = (Instant::now(), server.cpu());
    let mut all: Vec<Client> = first.into_iter().map(|(client, _)| client).collect();
    let others = crowd.run(async move {
        let mut all = Vec::new();
        let numbers: Vec<usize> = (singly..many).collect();
        for some in numbers.chunks(AT_ONCE) {
            let some = some.iter().map(|number| people::key(*number));
            let some: Vec<_> = some
                .map(|key| tokio::spawn(Client::open(port, key)))
                .collect();
            for one in some {
                all.push(or_exit(one.await).0);
            }
        }
        all
    });
    all.extend(others);
    if many > singly {
        let each = u32::try_from(many - singly).unwrap_or(1);
        let took = (server.cpu() - cpu) / each;
        tell("server's processor per login and first frame", ms(took), "");
        tell("the others came in within", secs(begun.elapsed()), "");
    }
    Arc::new(all)
}

fn memory(server: &Server, begun: usize, many: usize) {
    server.rests();
    let each = server.memory().saturating_sub(begun) / many;
    tell(
        "memory per session",
        format!("{} KB", each / 1_000),
        "600 KB",
    );
    tell("memory in all", mib(server.memory()), "");
}

fn at_rest(server: &Server) {
    let (cpu, wakes, own) = (server.cpu(), server.wakes(), own_cpu());
    server.pass(WATCHED);
    let seconds = WATCHED.as_secs_f64();
    let share = (server.cpu() - cpu).as_secs_f64() / seconds * 100.0;
    tell("processor at rest", format!("{share:.2} %"), "none");
    #[expect(clippy::cast_precision_loss, reason = "a figure to look at")]
    let woken = server.wakes().saturating_sub(wakes) as f64 / seconds;
    let woken = match wakes {
        0 => "unknown".to_owned(),
        _ => format!("{woken:.1} a second"),
    };
    tell("threads woken at rest", woken, "");
    let own = (own_cpu() - own).as_secs_f64() / seconds * 100.0;
    tell("  the clients meanwhile", format!("{own:.2} %"), "");
}

/// What came of one change.
struct Seen {
    /// Until the last officer's client had its first bytes.
    last: Duration,
    middle: Duration,
    /// Clients that got bytes.
    told: usize,
    server: Duration,
    clients: Duration,
}

/// Has `change` happen, and waits until everybody saw it. It yields when it began.
fn seen(server: &Server, clients: &[Client], change: impl FnOnce() -> Instant) -> Seen {
    server.rests();
    clients.iter().for_each(Client::forget);
    let (cpu, own) = (server.cpu(), own_cpu());
    let begun = change();
    server.rests();
    let first = clients.iter().filter_map(|client| client.came().first);
    let mut waited: Vec<Duration> = first
        .map(|first| first.saturating_duration_since(begun))
        .collect();
    Seen {
        told: waited.len(),
        middle: share(&mut waited, 50),
        last: share(&mut waited, 100),
        server: server.cpu() - cpu,
        clients: own_cpu() - own,
    }
}

fn tell_seen(what: &str, officers: usize, mut all: Vec<Seen>) {
    all.sort_by_key(|seen| seen.last);
    if let (Some(worst), Some(seen)) = (all.last(), all.get(all.len() / 2)) {
        tell(
            &format!("{what}, until the last officer"),
            ms(seen.last),
            "150 ms",
        );
        tell("  until half of them", ms(seen.middle), "");
        tell("  the slowest time", ms(worst.last), "");
        tell(
            "  clients that were told",
            format!("{} of {officers}", seen.told),
            "",
        );
        tell("  server's processor", ms(seen.server), "");
        tell("  clients' processor", ms(seen.clients), "");
    }
}

/// One officer claims, and everybody else's list loses a line.
fn changes(
    server: &Server,
    (crowd, clients): (&Room, &Arc<Vec<Client>>),
    (hand, mover): (&Room, &Client),
) {
    let officers = clients.len().div_ceil(2);
    let press = |keys: &'static [u8]| {
        let sending = mover.sending(keys);
        let begun = Instant::now();
        hand.run(sending);
        begun
    };
    let all = (0..CHANGES)
        .map(|_| {
            press(b"j");
            seen(server, clients, || press(b"c"))
        })
        .collect();
    tell_seen("a claim", officers, all);
    let mut alone: Vec<Duration> = (0..CHANGES)
        .map(|_| {
            press(b"j");
            server.rests();
            let held = crowd.hold();
            let begun = press(b"c");
            // What colleagues are told of where the officer is comes after a moment, and counts too.
            let took = server.rests().duration_since(begun);
            drop(held);
            took
        })
        .collect();
    let took = ms(share(&mut alone, 50));
    tell("  until the server rests, clients held up", took, "150 ms");
}

/// A mail comes in through the socket.
fn mails(server: &Server, (_, clients): (&Room, &Arc<Vec<Client>>)) {
    let officers = clients.len().div_ceil(2);
    let all = (0..CHANGES)
        .map(|n| {
            let mail = format!(
                "From: Paul <paul@client{n}.example>\nSubject: CLIENT / Fresh {n}\nMessage-ID: <{n}@client.example>\n\nBonjour\n"
            );
            seen(server, clients, || {
                let begun = Instant::now();
                server.import(mail.as_bytes());
                begun
            })
        })
        .collect();
    tell_seen("a mail, from the start of its command", officers, all);
}

/// As many files as the system allows: each client is one.
fn raise_files() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let current = getrlimit(Resource::Nofile).maximum;
    let limit = Rlimit {
        current,
        maximum: current,
    };
    or_exit(setrlimit(Resource::Nofile, limit));
}
