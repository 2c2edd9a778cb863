//! The gate: counts connections and lets in no more than the limits say — before a byte is exchanged. A
//! crowd of strangers cannot take the places of those who are known. Asks nobody who they are.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use tokio_util::sync::CancellationToken;

use super::address::{network, place};
use super::limits::Limits;

/// Strangers of an address that somebody logged in from, who make room last.
const SHELTERED: usize = 4;
/// Addresses whose logins are remembered.
const MOST_REMEMBERED: usize = 10_000;

/// Why somebody is not let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    /// There are too many connections.
    All,
    /// There are too many of this address.
    Address,
    /// There are too many that have not logged in.
    Strangers,
}

impl Full {
    /// A word for logs and figures.
    pub fn key(self) -> &'static str {
        match self {
            Full::All => "all",
            Full::Address => "address",
            Full::Strangers => "strangers",
        }
    }
}

/// Counts who is in.
pub struct Gate {
    limits: Limits,
    counts: Mutex<Counts>,
}

#[derive(Default)]
struct Counts {
    /// Those that have not logged in, the oldest first.
    strangers: BTreeMap<u64, Stranger>,
    /// How many of them there are of a place, and of a network.
    of_place: HashMap<IpAddr, usize>,
    of_network: HashMap<IpAddr, usize>,
    /// The number of the last one.
    last: u64,
    all: usize,
    /// Connections.
    by_address: HashMap<IpAddr, usize>,
    /// Addresses that somebody logged in from, and when.
    familiar: HashMap<IpAddr, Instant>,
}

/// A connection that has not logged in.
struct Stranger {
    place: IpAddr,
    network: IpAddr,
    spoke: Spoke,
    cut: CancellationToken,
}

/// Whether a connection has said which protocol it speaks. Clones are the same connection's.
#[derive(Clone, Debug, Default)]
pub struct Spoke(Arc<AtomicBool>);

impl Spoke {
    /// It has.
    pub fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it has.
    pub fn get(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl Gate {
    /// A gate with these limits.
    pub fn new(limits: Limits) -> Gate {
        Gate {
            limits,
            counts: Mutex::default(),
        }
    }

    /// Lets a connection in, as a stranger; `cut` ends it. Where strangers have taken all places, one of them
    /// makes room, as sshd does it: who fills the door by saying nothing keeps nobody out. Yields whether one
    /// did.
    ///
    /// # Errors
    /// What is full, of connections that are known.
    pub fn enter(
        self: &Arc<Self>,
        address: IpAddr,
        cut: CancellationToken,
    ) -> Result<(Pass, bool), Full> {
        let (place, limits) = (place(address), &self.limits);
        let mut counts = self.counts();
        let here = counts.by_address.get(&place).copied().unwrap_or_default();
        let strangers = counts.of_place.get(&place).copied().unwrap_or_default();
        let full = if here >= limits.per_address {
            Some((Full::Address, Some(place)))
        } else if strangers >= limits.strangers_per_address {
            Some((Full::Strangers, Some(place)))
        } else if counts.all >= limits.most {
            Some((Full::All, None))
        } else if counts.strangers.len() >= limits.strangers {
            Some((Full::Strangers, None))
        } else {
            None
        };
        if let Some((full, of)) = full {
            let victim = counts.victim(of).ok_or(full)?;
            counts.drop_stranger(victim);
        }
        let spoke = Spoke::default();
        let id = counts.last + 1;
        counts.last = id;
        counts.all += 1;
        *counts.by_address.entry(place).or_default() += 1;
        let stranger = Stranger {
            place,
            network: network(place),
            spoke: spoke.clone(),
            cut,
        };
        *counts.of_place.entry(place).or_default() += 1;
        *counts.of_network.entry(stranger.network).or_default() += 1;
        counts.strangers.insert(id, stranger);
        let pass = Pass {
            gate: Arc::clone(self),
            place,
            id,
            known: false,
            spoke,
        };
        Ok((pass, full.is_some()))
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Counts {
    /// The stranger that makes room, of one place or of all: one that says nothing before one that speaks, one
    /// of a crowded network before a lonely one, the oldest first. Where somebody logged in lately, a few
    /// strangers are the last to go.
    fn victim(&self, of: Option<IpAddr>) -> Option<u64> {
        let count = |of: &HashMap<IpAddr, usize>, at| of.get(at).copied().unwrap_or_default();
        let there = self.strangers.iter();
        let there = there.filter(|(_, stranger)| of.is_none_or(|place| stranger.place == place));
        let first = there.min_by_key(|(id, stranger)| {
            let sheltered = self.familiar.contains_key(&stranger.place)
                && count(&self.of_place, &stranger.place) <= SHELTERED;
            let crowd = count(&self.of_network, &stranger.network);
            (sheltered, stranger.spoke.get(), Reverse(crowd), **id)
        });
        first.map(|(id, _)| *id)
    }

    fn drop_stranger(&mut self, id: u64) {
        if let Some(stranger) = self.take_stranger(id) {
            self.leave(stranger.place);
            stranger.cut.cancel();
        }
    }

    /// Takes one off the strangers, if it is one.
    fn take_stranger(&mut self, id: u64) -> Option<Stranger> {
        let stranger = self.strangers.remove(&id)?;
        one_less(&mut self.of_place, stranger.place);
        one_less(&mut self.of_network, stranger.network);
        Some(stranger)
    }

    fn leave(&mut self, place: IpAddr) {
        self.all = self.all.saturating_sub(1);
        one_less(&mut self.by_address, place);
    }

    fn remember(&mut self, place: IpAddr) {
        if self.familiar.len() >= MOST_REMEMBERED && !self.familiar.contains_key(&place) {
            let oldest = self.familiar.iter().min_by_key(|(_, since)| **since);
            if let Some(oldest) = oldest.map(|(place, _)| *place) {
                self.familiar.remove(&oldest);
            }
        }
        self.familiar.insert(place, Instant::now());
    }
}

/// A connection that was let in, until this is dropped.
pub struct Pass {
    gate: Arc<Gate>,
    place: IpAddr,
    id: u64,
    known: bool,
    spoke: Spoke,
}

impl Pass {
    /// What tells the gate that this connection speaks.
    pub fn spoke(&self) -> Spoke {
        self.spoke.clone()
    }

    /// It has logged in: it takes no stranger's place any more.
    pub fn known(&mut self) {
        let mut counts = self.gate.counts();
        // One that made room is cut already, and counts no more.
        if counts.take_stranger(self.id).is_some() {
            self.known = true;
            counts.remember(self.place);
        }
    }
}

impl Drop for Pass {
    fn drop(&mut self) {
        let mut counts = self.gate.counts();
        if counts.take_stranger(self.id).is_some() || self.known {
            counts.leave(self.place);
        }
    }
}

/// Counts one less; what there is none of is not kept.
fn one_less(of: &mut HashMap<IpAddr, usize>, at: IpAddr) {
    if let Some(count) = of.get_mut(&at) {
        *count = count.saturating_sub(1);
        if *count == 0 {
            of.remove(&at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gate(limits: Limits) -> Arc<Gate> {
        Arc::new(Gate::new(limits))
    }

    fn four(last: u8) -> IpAddr {
        IpAddr::from([10, 0, 0, last])
    }

    /// Lets one in, who must be let in.
    fn enter(gate: &Arc<Gate>, address: IpAddr) -> (Pass, CancellationToken) {
        let cut = CancellationToken::new();
        let (pass, _) = gate.enter(address, cut.clone()).expect("it is full");
        (pass, cut)
    }

    fn full(gate: &Arc<Gate>, address: IpAddr) -> Option<Full> {
        gate.enter(address, CancellationToken::new()).err()
    }

    #[test]
    fn wks_3_the_oldest_that_says_nothing_makes_room() {
        let gate = gate(Limits {
            strangers: 3,
            ..Limits::default()
        });
        let mut in_turn: Vec<_> = (1..=3).map(|n| enter(&gate, four(n))).collect();
        in_turn[0].0.spoke().set();
        let fourth = enter(&gate, four(9));
        let cut = |all: &[(Pass, CancellationToken)]| -> Vec<bool> {
            all.iter().map(|(_, cut)| cut.is_cancelled()).collect()
        };
        assert_eq!(cut(&in_turn), [false, true, false]);
        // Who was cut cannot come in after all, and counts no more; who is known makes no room.
        in_turn[1].0.known();
        in_turn[0].0.known();
        let fifth = enter(&gate, four(9));
        assert_eq!(cut(&in_turn), [false, true, false]);
        let sixth = enter(&gate, four(9));
        assert_eq!(cut(&in_turn), [false, true, true]);
        drop((in_turn, fourth, fifth, sixth));
        let counts = gate.counts();
        assert_eq!((counts.all, counts.strangers.len()), (0, 0));
        assert!(counts.by_address.is_empty());
        assert!(counts.of_place.is_empty() && counts.of_network.is_empty());
    }

    #[test]
    fn wks_3_a_crowd_makes_room_before_a_lonely_one_and_before_who_is_familiar() {
        let gate = gate(Limits {
            strangers: 6,
            ..Limits::default()
        });
        let six =
            |network: u16, line: u16| IpAddr::from([0x2001, 0xdb8, network, line, 0, 0, 0, 1]);
        // The oldest of all is alone in its network; the others are one /56.
        let lonely = enter(&gate, six(7, 0));
        let crowd: Vec<_> = (0..5).map(|line| enter(&gate, six(1, line))).collect();
        let officer = enter(&gate, six(2, 0));
        assert!(!lonely.1.is_cancelled() && crowd[0].1.is_cancelled());
        let mut officer = officer;
        officer.0.known();
        drop((officer, crowd, lonely));
        // From then on the address is known: its next one is the last to go, though it is the oldest.
        let again = enter(&gate, six(2, 0));
        let many: Vec<_> = (0..40).map(|n| enter(&gate, six(n + 10, 0))).collect();
        many.iter().for_each(|(pass, _)| pass.spoke().set());
        let more: Vec<_> = (0..40).map(|n| enter(&gate, six(n + 100, 0))).collect();
        assert!(!again.1.is_cancelled());
        assert_eq!(more.len() + many.len(), 80);
    }

    /// A whole /56 of the sixth version is one line of a provider, and has 256 times the places of one address.
    #[test]
    fn wks_3_a_siege_out_of_one_line_of_the_sixth_version_keeps_nobody_out() {
        let gate = gate(Limits::default());
        let six = |network: u16, line: u16, tail: u16| {
            IpAddr::from([0x2001, 0xdb8, network, line, 0, 0, 0, tail])
        };
        let mut held = std::collections::VecDeque::new();
        let mut came = 0u64;
        let mut dropped = 0u64;
        for turn in 0..10u16 {
            let mut silent = |most: u16| {
                for n in 0..most {
                    let cut = CancellationToken::new();
                    let (pass, one) = gate
                        .enter(six(0, n % 256, n / 256 + turn), cut.clone())
                        .expect("turned away");
                    (came, dropped) = (came + 1, dropped + u64::from(one));
                    held.push_back((pass, cut));
                }
            };
            silent(256 * 4);
            // The officer is a neighbour: the same network, a line of its own.
            let mut officer = enter(&gate, six(0, 0x1_00 + turn % 7, 1));
            officer.0.spoke().set();
            silent(300);
            officer.0.known();
            assert!(!officer.1.is_cancelled(), "turn {turn}");
            assert!(officer.0.known, "turn {turn}");
        }
        let cut = held.iter().filter(|(_, cut)| cut.is_cancelled()).count();
        // The officer's coming dropped some too; nobody was dropped uncounted.
        assert!(cut as u64 >= dropped && cut as u64 <= dropped + 10);
        assert_eq!(came - cut as u64, gate.counts().strangers.len() as u64);
        drop(held);
        assert!(gate.counts().by_address.is_empty());
    }

    #[test]
    fn wks_3_one_address_takes_its_share_and_no_more() {
        let gate = gate(Limits {
            per_address: 2,
            most: 3,
            ..Limits::default()
        });
        let six = |tail: u16| IpAddr::from([0x2001, 0xdb8, 0, 1, 0, 0, 0, tail]);
        let mut held = [enter(&gate, six(1)), enter(&gate, six(2))];
        held.iter_mut().for_each(|(pass, _)| pass.known());
        assert_eq!(full(&gate, six(3)), Some(Full::Address), "one /64");
        let mut other = enter(&gate, four(1));
        other.0.known();
        assert_eq!(full(&gate, four(2)), Some(Full::All));
        drop((held, other));
        assert!(gate.counts().by_address.is_empty());
    }
}
