//! What counts as one address, and as one network: a line of the sixth version has more addresses than anybody
//! could count one by one. Counts nothing itself.

use std::net::IpAddr;

/// Returns what counts as one address: a whole /64 of the sixth version is one line.
pub fn place(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(six) => {
            let [a, b, c, d, ..] = six.segments();
            IpAddr::from([a, b, c, d, 0, 0, 0, 0])
        }
        four @ IpAddr::V4(_) => four,
    }
}

/// Returns what a crowd of addresses may have in common: a /24 of the fourth version, a /48 of the sixth.
pub fn network(place: IpAddr) -> IpAddr {
    match place {
        IpAddr::V4(four) => {
            let [a, b, c, _] = four.octets();
            IpAddr::from([a, b, c, 0])
        }
        IpAddr::V6(six) => {
            let [a, b, c, ..] = six.segments();
            IpAddr::from([a, b, c, 0, 0, 0, 0, 0])
        }
    }
}
