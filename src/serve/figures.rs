//! The figures of a server, for Prometheus: what came, what was turned away, who is in, how far the record
//! is. Counting costs an addition; the text is made when it is asked for.

use std::sync::atomic::AtomicI64;

use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;

/// The figures.
pub struct Figures {
    registry: Registry,
    /// Connections that came.
    pub connections: Counter,
    /// Connections that were turned away before a byte.
    pub turned_away: Counter,
    /// Connections that were dropped because they said nothing, or made room for others.
    pub dropped: Counter,
    /// Logins.
    pub logins: Counter,
    /// Keys and codes that were proven or said, and refused.
    pub refusals: Counter,
    /// Keys that were offered and open nothing.
    pub strange_keys: Counter,
    /// Commands asked for in words.
    pub commands: Counter,
    /// Workstations that are open.
    pub sessions: Gauge,
    /// Everybody on the roll.
    pub inside: Gauge,
    /// The last record of the journal.
    pub record: Gauge<i64, AtomicI64>,
    /// 1 while nothing can be recorded.
    pub trouble: Gauge,
}

impl Default for Figures {
    /// All at nought.
    fn default() -> Figures {
        let mut registry = Registry::with_prefix("entremise");
        let mut counter = |name: &str, help: &str| {
            let counter = Counter::default();
            registry.register(name, help, counter.clone());
            counter
        };
        let connections = counter("connections", "Connections received");
        let turned_away = counter("turned_away", "Connections turned away at once");
        let dropped = counter(
            "dropped",
            "Connections dropped because they were silent, or to make room for others",
        );
        let logins = counter("logins", "Logins");
        let refusals = counter("refusals", "Keys and codes that were refused");
        let strange_keys = counter("strange_keys", "Keys offered that give no access");
        let commands = counter("commands", "Commands run");
        let mut gauge = |name: &str, help: &str| {
            let gauge: Gauge = Gauge::default();
            registry.register(name, help, gauge.clone());
            gauge
        };
        let sessions = gauge("sessions", "Open workstations");
        let inside = gauge("inside", "Workstations and commands under way");
        let record = gauge("record", "The last record of the journal");
        let trouble = gauge("trouble", "1 while nothing can be recorded");
        Figures {
            registry,
            connections,
            turned_away,
            dropped,
            logins,
            refusals,
            strange_keys,
            commands,
            sessions,
            inside,
            record,
            trouble,
        }
    }
}

impl Figures {
    /// The text that Prometheus reads.
    pub fn text(&self) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wks_3_figures_are_what_prometheus_reads() {
        let figures = Figures::default();
        figures.logins.inc();
        figures.sessions.inc();
        let text = figures.text();
        assert!(text.contains("entremise_logins_total 1"), "{text}");
        assert!(text.contains("entremise_sessions 1"), "{text}");
        assert!(text.ends_with("# EOF\n"), "{text}");
    }
}
