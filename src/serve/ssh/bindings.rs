//! Keys that a right code was said for and that are not proven yet: their owner calls again, from the same address
//! and soon. Nothing is kept over a restart; the code is as good as before then.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use crate::domain::access::{CodeDigest, Fingerprint};
use crate::serve::address::place;
use crate::serve::limits::{BINDING_WAITS, BINDINGS};

/// A right code, and the key it is to open for.
#[derive(Clone, Debug)]
pub struct Binding {
    /// What is known of the code.
    pub digest: CodeDigest,
    /// The key.
    pub key: Fingerprint,
    /// What it is to be called; may be empty.
    pub name: String,
}

/// Bindings that wait for their keys.
#[derive(Debug, Default)]
pub struct Bindings(Mutex<HashMap<(IpAddr, Fingerprint), (Binding, Instant)>>);

impl Bindings {
    /// Keeps one until its key is proven from this address. Of too many the oldest goes.
    pub fn wait(&self, address: IpAddr, binding: Binding) {
        let mut all = self.young();
        if all.len() >= BINDINGS
            && let Some(oldest) = all.iter().min_by_key(|(_, (_, since))| *since)
        {
            let oldest = oldest.0.clone();
            all.remove(&oldest);
        }
        let at = (place(address), binding.key.clone());
        all.insert(at, (binding, Instant::now()));
    }

    /// Whether one waits for this key from this address.
    pub fn waits(&self, address: IpAddr, key: &Fingerprint) -> bool {
        self.young().contains_key(&(place(address), key.clone()))
    }

    /// Takes the one that waits for this key, which was proven.
    pub fn take(&self, address: IpAddr, key: &Fingerprint) -> Option<Binding> {
        let waited = self.young().remove(&(place(address), key.clone()));
        waited.map(|(binding, _)| binding)
    }

    /// Those that have not waited too long.
    fn young(&self) -> MutexGuard<'_, HashMap<(IpAddr, Fingerprint), (Binding, Instant)>> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, (_, since)| since.elapsed() < BINDING_WAITS);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ppl_5_a_binding_waits_for_its_key_from_its_address_alone_and_is_used_once() {
        let bindings = Bindings::default();
        let print = "SHA256:TUS9vJ6ZIb3GxjauAAKK3rcL97uncj1O5hTu2Ohg90A";
        let key = Fingerprint::parse(print).unwrap();
        let address = |last| IpAddr::from([10, 0, 0, last]);
        let binding = || Binding {
            digest: CodeDigest([7; 32]),
            key: key.clone(),
            name: "laptop".to_owned(),
        };
        bindings.wait(address(1), binding());
        assert!(bindings.waits(address(1), &key) && !bindings.waits(address(2), &key));
        assert!(bindings.take(address(2), &key).is_none());
        let taken = bindings.take(address(1), &key);
        assert_eq!(taken.unwrap().name, "laptop");
        assert!(bindings.take(address(1), &key).is_none());
        for n in 0..BINDINGS + 50 {
            let [a, b] = u16::try_from(n).unwrap().to_be_bytes();
            bindings.wait(IpAddr::from([10, 1, a, b]), binding());
        }
        assert_eq!(bindings.young().len(), BINDINGS);
    }
}
