//! What memory the process has, as Linux tells it; nothing elsewhere.

/// The most it had since the start or the last [`forget`].
pub fn peak() -> String {
    read("VmHWM:")
}

/// Begins a new peak.
pub fn forget() {
    // Where it cannot be done the figure is that of the whole run.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

fn read(field: &str) -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kib = status.lines().find_map(|line| line.strip_prefix(field));
    let kib = kib
        .and_then(|rest| rest.trim().split(' ').next())
        .and_then(|kib| kib.parse::<u64>().ok());
    kib.map_or_else(|| "unknown".to_owned(), |kib| format!("{} MB", kib / 1_024))
}
