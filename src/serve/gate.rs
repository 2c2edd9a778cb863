//! The gate: counts connections and lets in no more than the limits say — before a byte is exchanged. A
//! crowd of strangers cannot take the places of those who are known.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use super::limits::{CODES_PER_ADDRESS, CODES_WITHIN, Limits};

/// Addresses whose wrong codes are remembered.
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
    all: usize,
    strangers: usize,
    /// Connections, and those of them that have not logged in.
    by_address: HashMap<IpAddr, (usize, usize)>,
    /// Codes that opened nothing, since when.
    codes: HashMap<IpAddr, (u32, Instant)>,
}

impl Gate {
    /// A gate with these limits.
    pub fn new(limits: Limits) -> Gate {
        Gate {
            limits,
            counts: Mutex::default(),
        }
    }

    /// Lets a connection in, as a stranger.
    ///
    /// # Errors
    /// What is full.
    pub fn enter(self: &Arc<Self>, address: IpAddr) -> Result<Pass, Full> {
        let place = place(address);
        let mut counts = self.counts();
        let (here, strangers) = counts.by_address.get(&place).copied().unwrap_or_default();
        if counts.all >= self.limits.most {
            return Err(Full::All);
        }
        if here >= self.limits.per_address {
            return Err(Full::Address);
        }
        if counts.strangers >= self.limits.strangers
            || strangers >= self.limits.strangers_per_address
        {
            return Err(Full::Strangers);
        }
        counts.all += 1;
        counts.strangers += 1;
        counts.by_address.insert(place, (here + 1, strangers + 1));
        Ok(Pass {
            gate: Arc::clone(self),
            place,
            known: false,
        })
    }

    /// Whether one more code may be tried from this address.
    pub fn may_try_code(&self, address: IpAddr) -> bool {
        let (place, now) = (place(address), Instant::now());
        let counts = self.counts();
        let failed = counts.codes.get(&place);
        failed.is_none_or(|(failed, since)| {
            *failed < CODES_PER_ADDRESS || now.duration_since(*since) >= CODES_WITHIN
        })
    }

    /// A code from this address opened nothing.
    pub fn code_failed(&self, address: IpAddr) {
        let (place, now) = (place(address), Instant::now());
        let mut counts = self.counts();
        let codes = &mut counts.codes;
        if codes.len() >= MOST_REMEMBERED && !codes.contains_key(&place) {
            codes.retain(|_, (_, since)| now.duration_since(*since) < CODES_WITHIN);
            let oldest = codes.iter().min_by_key(|(_, (_, since))| *since);
            if codes.len() >= MOST_REMEMBERED
                && let Some(oldest) = oldest.map(|(place, _)| *place)
            {
                codes.remove(&oldest);
            }
        }
        let (failed, since) = codes.entry(place).or_insert((0, now));
        if now.duration_since(*since) >= CODES_WITHIN {
            (*failed, *since) = (0, now);
        }
        *failed = failed.saturating_add(1);
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A connection that was let in, until this is dropped.
pub struct Pass {
    gate: Arc<Gate>,
    place: IpAddr,
    known: bool,
}

impl Pass {
    /// It has logged in: it takes no stranger's place any more.
    pub fn known(&mut self) {
        if !std::mem::replace(&mut self.known, true) {
            let mut counts = self.gate.counts();
            counts.strangers = counts.strangers.saturating_sub(1);
            if let Some((_, strangers)) = counts.by_address.get_mut(&self.place) {
                *strangers = strangers.saturating_sub(1);
            }
        }
    }
}

impl Drop for Pass {
    fn drop(&mut self) {
        self.known();
        let mut counts = self.gate.counts();
        counts.all = counts.all.saturating_sub(1);
        if let Some((here, _)) = counts.by_address.get_mut(&self.place) {
            *here = here.saturating_sub(1);
            if *here == 0 {
                counts.by_address.remove(&self.place);
            }
        }
    }
}

/// What counts as one address: a whole /64 of the sixth version is one line.
fn place(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(six) => {
            let [a, b, c, d, ..] = six.segments();
            IpAddr::from([a, b, c, d, 0, 0, 0, 0])
        }
        four @ IpAddr::V4(_) => four,
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

    #[test]
    fn wks_3_a_crowd_of_strangers_leaves_the_known_their_places() {
        let gate = gate(Limits {
            strangers: 3,
            ..Limits::default()
        });
        let mut passes: Vec<Pass> = (1..=3).map(|n| gate.enter(four(n)).unwrap()).collect();
        assert_eq!(gate.enter(four(9)).err(), Some(Full::Strangers));
        passes[0].known();
        passes[0].known();
        let more = gate.enter(four(9)).unwrap();
        assert_eq!(gate.enter(four(9)).err(), Some(Full::Strangers));
        drop(more);
        assert!(gate.enter(four(9)).is_ok());
    }

    #[test]
    fn wks_3_one_address_takes_its_share_and_no_more() {
        let gate = gate(Limits {
            per_address: 2,
            most: 3,
            ..Limits::default()
        });
        let six = |tail: u16| IpAddr::from([0x2001, 0xdb8, 0, 1, 0, 0, 0, tail]);
        let held = [gate.enter(six(1)).unwrap(), gate.enter(six(2)).unwrap()];
        assert_eq!(gate.enter(six(3)).err(), Some(Full::Address), "one /64");
        let other = gate.enter(four(1)).unwrap();
        assert_eq!(gate.enter(four(2)).err(), Some(Full::All));
        drop((held, other));
        assert!(gate.counts().by_address.is_empty());
    }

    #[test]
    fn ppl_5_codes_cannot_be_tried_without_end() {
        let gate = gate(Limits::default());
        let wrong = |address| {
            let may = gate.may_try_code(address);
            gate.code_failed(address);
            may
        };
        let tried = (0..CODES_PER_ADDRESS + 5).filter(|_| wrong(four(1)));
        assert_eq!(tried.count(), CODES_PER_ADDRESS as usize);
        // Those that open something do not count.
        assert!((0..50).all(|_| gate.may_try_code(four(2))));
    }
}
