//! Wrong codes by address: after so many, no further one is looked at for a while. Knows no code and opens nothing;
//! how many one connection may try is the knock's.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use super::address::place;
use super::limits::{CODES_PER_ADDRESS, CODES_WITHIN};

/// Addresses whose wrong codes are remembered.
const MOST_REMEMBERED: usize = 10_000;

/// How many codes of each address opened nothing, and since when they are counted.
#[derive(Debug, Default)]
pub struct WrongCodes(Mutex<HashMap<IpAddr, (u32, Instant)>>);

impl WrongCodes {
    /// Returns whether one more code may be tried from this address.
    pub fn may_try(&self, address: IpAddr) -> bool {
        let (place, now) = (place(address), Instant::now());
        let counts = self.counts();
        let failed = counts.get(&place);
        failed.is_none_or(|(failed, since)| {
            *failed < CODES_PER_ADDRESS || now.duration_since(*since) >= CODES_WITHIN
        })
    }

    /// Counts a code from this address that opened nothing. Of too many addresses the oldest is forgotten.
    pub fn failed(&self, address: IpAddr) {
        let (place, now) = (place(address), Instant::now());
        let mut counts = self.counts();
        if counts.len() >= MOST_REMEMBERED && !counts.contains_key(&place) {
            counts.retain(|_, (_, since)| now.duration_since(*since) < CODES_WITHIN);
            let oldest = counts.iter().min_by_key(|(_, (_, since))| *since);
            if counts.len() >= MOST_REMEMBERED
                && let Some(oldest) = oldest.map(|(place, _)| *place)
            {
                counts.remove(&oldest);
            }
        }
        let (failed, since) = counts.entry(place).or_insert((0, now));
        if now.duration_since(*since) >= CODES_WITHIN {
            (*failed, *since) = (0, now);
        }
        *failed = failed.saturating_add(1);
    }

    fn counts(&self) -> MutexGuard<'_, HashMap<IpAddr, (u32, Instant)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ppl_5_codes_cannot_be_tried_without_end() {
        let codes = WrongCodes::default();
        let four = |last: u8| IpAddr::from([10, 0, 0, last]);
        let wrong = |address| {
            let may = codes.may_try(address);
            codes.failed(address);
            may
        };
        let tried = (0..CODES_PER_ADDRESS + 5).filter(|_| wrong(four(1)));
        assert_eq!(tried.count(), CODES_PER_ADDRESS as usize);
        // Those that open something do not count.
        assert!((0..50).all(|_| codes.may_try(four(2))));
    }
}
