//! The table of keys: each as terminals send it, pressed in a note where it leaves its mark. Sent whole, cut, or
//! byte by byte, the same note must come of it.

/// Numbers that look random and are the same each time.
pub struct Dice(pub u64);

impl Dice {
    /// One below `most`.
    pub fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    /// A gap between two bytes, in milliseconds: mostly short, now and then as long as `most`.
    pub fn gap(&mut self, most: u64) -> u64 {
        match self.below(6) {
            0 => self.below(most + 1),
            _ => self.below(25),
        }
    }
}

/// What stands in the note at first.
pub const TEXT: &str = "alpha beta gamma\rdelta epsilon\rzeta eta theta\rlast";

/// Keys that move, change or do nothing in a note, in the forms of several terminals, and what terminals say of
/// themselves. None of them leaves the note.
pub const KEYS: [&[u8]; 52] = [
    b"\x1b[A",
    b"\x1b[D",
    b"\x1bOA",
    b"\x1bOC",
    b"\x1b[B",
    b"\x1b[H",
    b"\x1b[C",
    b"\x1b[F",
    b"\x1b[1~",
    b"\x1b[4~",
    b"\x1bOH",
    b"\x1bOF",
    b"\x1b[1;5D",
    b"\x1b[1;5C",
    b"\x1b[1;3D",
    b"\x1b[1;3C",
    b"\x1b[1;2D",
    b"\x1b[1;2C",
    b"\x1bb",
    b"\x1bf",
    b"\x1b[3~",
    b"\x7f",
    b"\x1b[2~",
    b"\x1b[5~",
    b"\x1b[6~",
    b"\x1b[1;5H",
    b"\x1b[1;5F",
    b"\x1bd",
    b"\x17",
    b"\x0b",
    b"\x1b[A",
    b"\x15",
    b"\r",
    b"\t",
    "é".as_bytes(),
    "€".as_bytes(),
    "日".as_bytes(),
    "🦀".as_bytes(),
    b"\x1b[97u",
    b"\x1b[233;1u",
    b"\x1b[27;1;98~",
    b"\x1b[15~",
    b"\x1b[20;2~",
    b"\x1b[<64;10;10M",
    b"\x1b[24;80R",
    b"\x1b[I",
    b"\x1b[O",
    b"\x1b]11;rgb:0000/0000/0000\x1b\\",
    b"\x1bP1+r436f\x1b\\",
    b"\x1b[200~pasted \x1b[Atext\x1b[201~",
    b"\x1bOB",
    b"\x1b[3;5~",
];

/// The mark that is typed behind the key at this place: a letter that is typed once.
pub fn mark(place: usize) -> char {
    let letter = u32::try_from(place)
        .ok()
        .and_then(|n| char::from_u32(0x100 + n));
    letter.expect("so many letters")
}

/// The note on a screen: what is left of the case beside it.
pub fn note(screen: &str) -> String {
    let rows = screen.lines().skip_while(|row| !row.contains("Note on"));
    let left = rows.map(|row| row.split("││").next().unwrap_or_default().trim_end());
    let inner = left.skip(1).take_while(|row| row.starts_with('│'));
    inner.collect::<Vec<_>>().join("\n")
}
