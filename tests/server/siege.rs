//! The door under siege (WKS-3): silent strangers from very many addresses, who come again as soon as they are
//! dropped, and an officer who logs in all the same, again and again. A small one by default; the large one by
//! `ENTREMISE_TRIALS="addresses=200 logins=50" cargo test --test server siege -- --nocapture`.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::caller::{Caller, DEADLINE};
use crate::crowd::{figure, from};
use crate::server::{Served, house, key};

/// A login takes no longer, whoever else stands at the door.
const SOON: Duration = Duration::from_secs(2);
/// Silent connections of one address at once: as many as it may have.
const EACH: usize = 16;

/// Within this a silent one is hung up on at the latest.
const LAST: Duration = Duration::from_secs(20);
/// Calls a second of all together, once they have all come.
const PACE: usize = 400;

/// What the crowd has seen.
#[derive(Default)]
struct Seen {
    /// Calls.
    called: AtomicU64,
    /// Calls that were hung up on.
    dropped: AtomicU64,
}

/// How large a siege: addresses, and logins of the officer.
fn size() -> (usize, usize) {
    let asked = std::env::var("ENTREMISE_TRIALS").unwrap_or_default();
    let number = |name: &str| {
        let mut words = asked.split_whitespace();
        let value = words.find_map(|word| word.strip_prefix(name)?.strip_prefix('='));
        value.map(|value| value.parse::<usize>().expect("a number"))
    };
    let (addresses, logins) = (number("addresses"), number("logins"));
    (addresses.unwrap_or(24), logins.unwrap_or(8))
}

/// Room for that many connections; fewer where the machine has none.
fn addresses_with_room(wanted: usize) -> usize {
    let now = getrlimit(Resource::Nofile);
    let all = Rlimit {
        current: now.maximum,
        maximum: now.maximum,
    };
    // What is there already is counted on.
    let _ = setrlimit(Resource::Nofile, all);
    let room = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
    let room = usize::try_from(room.saturating_sub(400)).unwrap_or(usize::MAX);
    let fits = wanted.min(room / EACH);
    if fits < wanted {
        eprintln!("SMALLER: {fits} addresses instead of {wanted}: no more files may be open here");
    }
    fits
}

/// Calls from an address of this machine, `n` of up to sixty thousand.
async fn call(n: usize, port: u16) -> TcpStream {
    let [high, low] = u16::try_from(n + 300).expect("so many").to_be_bytes();
    from([127, 1, high, low], port).await
}

/// One that says nothing, and calls again when it is hung up on, after the first pause and then the second, until
/// the siege is over.
async fn besiege(
    n: usize,
    port: u16,
    (mut pause, then): (Duration, Duration),
    mut over: watch::Receiver<bool>,
    seen: Arc<Seen>,
) {
    while !*over.borrow() {
        let mut line = call(n, port).await;
        seen.called.fetch_add(1, Ordering::Relaxed);
        let mut greeting = Vec::new();
        tokio::select! {
            // A line that is cut with something on its way ends as an error.
            _ = line.read_to_end(&mut greeting) => {
                seen.dropped.fetch_add(1, Ordering::Relaxed);
            }
            () = ended(&mut over) => {
                // It stays to be hung up on, unless the system never let it through.
                let end = timeout(LAST, line.read_to_end(&mut greeting)).await;
                let met = end.is_ok();
                assert!(met || greeting.is_empty(), "a silent one is never hung up on");
                seen.dropped.fetch_add(u64::from(met), Ordering::Relaxed);
            }
        }
        let _ = timeout(pause, ended(&mut over)).await;
        pause = then;
    }
}

/// Waits for the end of the siege.
async fn ended(over: &mut watch::Receiver<bool>) {
    let _ = over.wait_for(|over| *over).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn wks_3_an_officer_gets_in_while_thousands_of_silent_strangers_besiege_the_door() {
    let (addresses, logins) = size();
    let addresses = addresses_with_room(addresses);
    let served = Served::start(house(), &["--metrics", "127.0.0.1:0"]);
    let count = |name: &str| tokio::task::block_in_place(|| figure(&served, name));
    let (over, ends) = watch::channel(false);
    let (seen, mut crowd) = (Arc::new(Seen::default()), JoinSet::new());
    let begun = Instant::now();
    let all = u64::try_from(addresses * EACH).expect("so many");
    let pause = Duration::from_secs(1) * u32::try_from(addresses * EACH / PACE + 1).expect("few");
    for n in 0..addresses * EACH {
        let (port, ends, seen) = (served.port, ends.clone(), Arc::clone(&seen));
        // One after the other, not all at once again.
        let first = pause * u32::try_from(n).expect("few") / u32::try_from(all).expect("few");
        crowd.spawn(besiege(n % addresses, port, (first, pause), ends, seen));
    }
    // All of them have come once.
    let until = Instant::now() + DEADLINE;
    while seen.called.load(Ordering::Relaxed) < all {
        assert!(Instant::now() < until, "they do not come");
        tokio::task::yield_now().await;
    }
    let mut took = Vec::new();
    for turn in 0..logins {
        let own = key("ben");
        let since = Instant::now();
        let login = timeout(DEADLINE, Caller::login(served.port, &own)).await;
        took.push(since.elapsed());
        let ben = login.expect("no login");
        let said = timeout(DEADLINE, ben.command("whoami")).await;
        assert_eq!(said.expect("no answer").status, Some(0), "turn {turn}");
    }
    assert!(seen.called.load(Ordering::Relaxed) > all, "they came once");
    over.send_replace(true);
    while let Some(ended) = timeout(DEADLINE, crowd.join_next())
        .await
        .expect("the crowd does not go")
    {
        ended.expect("one of the crowd");
    }
    // Every one of them was dropped, and every one is counted.
    let (called, met) = (
        seen.called.load(Ordering::Relaxed),
        seen.dropped.load(Ordering::Relaxed),
    );
    let until = Instant::now() + DEADLINE;
    while count("entremise_dropped_total") + count("entremise_turned_away_total") < met {
        assert!(Instant::now() < until, "they are not counted");
    }
    let (dropped, away) = (
        count("entremise_dropped_total"),
        count("entremise_turned_away_total"),
    );
    assert_eq!(dropped + away, met);
    let connections = count("entremise_connections_total");
    assert_eq!(connections, met + u64::try_from(logins).expect("so many"));
    took.sort_unstable();
    let (half, worst) = (took[took.len() / 2], took[took.len() - 1]);
    eprintln!(
        "{addresses} addresses x {EACH}: {called} calls in {:?}, {} of them never let through by the system, \
         {dropped} dropped, {away} turned away; \
         {logins} logins, half within {half:?}, the slowest {worst:?}",
        begun.elapsed(),
        called - met
    );
    assert!(worst < SOON, "{took:?}");
    let lines = served.log().lines().count();
    assert!(lines < 500, "{lines} lines in the log");
}
