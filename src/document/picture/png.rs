//! PNG into dots of eight bits a colour, every kind the standard has. What is unpacked is as long as the size of the picture
//! says and not a byte longer; a sum that is wrong, a part that is missing or out of place is damage.

use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use super::{BadPicture, Body, Picture, sized};

/// How a PNG begins.
pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What the dots are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Gray,
    Colour,
    Palette,
    GrayAlpha,
    ColourAlpha,
}

/// What the head says.
#[derive(Clone, Copy)]
struct Head {
    width: usize,
    height: usize,
    bits: usize,
    kind: Kind,
    interlaced: bool,
}

/// The parts that are drawn.
#[derive(Default)]
struct Parts {
    palette: Vec<u8>,
    clear: Option<Vec<u8>>,
    packed: Vec<u8>,
}

/// The passes of an interlaced picture: where each begins and how far it steps, across and down.
const PASSES: [(usize, usize, usize, usize); 7] = [
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
];

/// Reads a PNG.
pub(super) fn read(bytes: &[u8]) -> Result<Picture, BadPicture> {
    let (head, parts) = parts(bytes)?;
    let most = head.passes().map(|pass| head.packed_of(pass)).sum();
    let raw = decompress_to_vec_zlib_with_limit(&parts.packed, most);
    let raw = raw.ok().filter(|raw| raw.len() == most);
    let mut raw = raw.ok_or(BadPicture::Damaged)?;
    let mut canvas = Canvas::new(head, &parts);
    let mut rest = raw.as_mut_slice();
    for pass in head.passes() {
        let (mine, others) = rest
            .split_at_mut_checked(head.packed_of(pass))
            .ok_or(BadPicture::Damaged)?;
        rest = others;
        let row = head.row_bytes(head.size_of(pass).0);
        let mut above = vec![0; row];
        for (y, line) in mine.chunks_exact_mut(row + 1).enumerate() {
            let [filter, line @ ..] = line else { break };
            unfilter(*filter, line, &above, head.step())?;
            canvas.row(pass, y, line)?;
            above.copy_from_slice(line);
        }
    }
    Ok(canvas.picture())
}

/// Goes through the parts of the file, from the head to the end.
fn parts(bytes: &[u8]) -> Result<(Head, Parts), BadPicture> {
    let mut rest = bytes.get(SIGNATURE.len()..).unwrap_or_default();
    let (mut head, mut parts) = (None, Parts::default());
    loop {
        let (name, body) = part(&mut rest)?;
        match (&name, head) {
            (b"IHDR", None) => head = Some(head_of(body)?),
            (b"IHDR", Some(_)) | (_, None) => return Err(BadPicture::Damaged),
            (b"acTL", _) => return Err(BadPicture::Animated),
            (b"PLTE", _) if (1..=256 * 3).contains(&body.len()) && body.len() % 3 == 0 => {
                parts.palette = body.to_vec();
            }
            (b"PLTE", _) => return Err(BadPicture::Damaged),
            (b"tRNS", _) => parts.clear = Some(body.to_vec()),
            (b"IDAT", _) => parts.packed.extend(body),
            (b"IEND", Some(head)) => {
                let lacks = head.kind == Kind::Palette && parts.palette.is_empty();
                return match lacks || parts.packed.is_empty() {
                    true => Err(BadPicture::Damaged),
                    false => Ok((head, parts)),
                };
            }
            // A capital says that the picture cannot be drawn without it.
            ([b'A'..=b'Z', ..], _) => return Err(BadPicture::Damaged),
            _ => {}
        }
    }
}

/// Takes the next part off: its name and what it holds, with the right sum.
fn part<'a>(rest: &mut &'a [u8]) -> Result<([u8; 4], &'a [u8]), BadPicture> {
    let mut take = |n: usize| -> Result<&'a [u8], BadPicture> {
        let (taken, more) = rest.split_at_checked(n).ok_or(BadPicture::Damaged)?;
        *rest = more;
        Ok(taken)
    };
    let four = |bytes: &[u8]| <[u8; 4]>::try_from(bytes).unwrap_or_default();
    let length = usize::try_from(u32::from_be_bytes(four(take(4)?)));
    let name = four(take(4)?);
    let body = take(length.unwrap_or(usize::MAX))?;
    let mut sum = crc32fast::Hasher::new();
    sum.update(&name);
    sum.update(body);
    match sum.finalize() == u32::from_be_bytes(four(take(4)?)) {
        true => Ok((name, body)),
        false => Err(BadPicture::Damaged),
    }
}

fn head_of(body: &[u8]) -> Result<Head, BadPicture> {
    let [
        w3,
        w2,
        w1,
        w0,
        h3,
        h2,
        h1,
        h0,
        bits,
        kind,
        0,
        0,
        interlaced @ (0 | 1),
    ] = body
    else {
        return Err(BadPicture::Damaged);
    };
    let side = |four| u32::from_be_bytes(four);
    let (width, height) = (side([*w3, *w2, *w1, *w0]), side([*h3, *h2, *h1, *h0]));
    sized(width, height)?;
    let kind = match (kind, bits) {
        (0, 1 | 2 | 4 | 8 | 16) => Kind::Gray,
        (2, 8 | 16) => Kind::Colour,
        (3, 1 | 2 | 4 | 8) => Kind::Palette,
        (4, 8 | 16) => Kind::GrayAlpha,
        (6, 8 | 16) => Kind::ColourAlpha,
        _ => return Err(BadPicture::Damaged),
    };
    let side = |side: u32| usize::try_from(side).unwrap_or_default();
    Ok(Head {
        width: side(width),
        height: side(height),
        bits: usize::from(*bits),
        kind,
        interlaced: *interlaced == 1,
    })
}

type Pass = (usize, usize, usize, usize);

impl Head {
    fn passes(self) -> impl Iterator<Item = Pass> {
        const WHOLE: [Pass; 1] = [(0, 0, 1, 1)];
        let passes: &[Pass] = if self.interlaced { &PASSES } else { &WHOLE };
        let passes = passes.iter().copied();
        passes.filter(move |pass| matches!(self.size_of(*pass), (1.., 1..)))
    }

    /// How many dots a pass has, across and down.
    fn size_of(self, (x, y, across, down): Pass) -> (usize, usize) {
        let of = |all: usize, from: usize, step: usize| all.saturating_sub(from).div_ceil(step);
        (of(self.width, x, across), of(self.height, y, down))
    }

    fn samples(self) -> usize {
        match self.kind {
            Kind::Gray | Kind::Palette => 1,
            Kind::GrayAlpha => 2,
            Kind::Colour => 3,
            Kind::ColourAlpha => 4,
        }
    }

    fn row_bytes(self, width: usize) -> usize {
        (width * self.samples() * self.bits).div_ceil(8)
    }

    /// How many bytes a pass has unpacked, with the filter of each row.
    fn packed_of(self, pass: Pass) -> usize {
        let (width, height) = self.size_of(pass);
        (self.row_bytes(width) + 1) * height
    }

    /// How many bytes before it the dot on the left stands.
    fn step(self) -> usize {
        (self.samples() * self.bits).div_ceil(8)
    }
}

/// Takes the filter off a row, in place.
fn unfilter(filter: u8, line: &mut [u8], above: &[u8], step: usize) -> Result<(), BadPicture> {
    if filter > 4 {
        return Err(BadPicture::Damaged);
    }
    for at in 0..line.len() {
        let before = |of: &[u8]| at.checked_sub(step).and_then(|at| of.get(at)).copied();
        let left = before(line).unwrap_or_default();
        let corner = before(above).unwrap_or_default();
        let up = above.get(at).copied().unwrap_or_default();
        let guess = match filter {
            0 => 0,
            1 => left,
            2 => up,
            3 => u8::midpoint(left, up),
            _ => paeth(left, up, corner),
        };
        if let Some(byte) = line.get_mut(at) {
            *byte = byte.wrapping_add(guess);
        }
    }
    Ok(())
}

/// The nearest of the three to left + up − corner; the standard's order where two are as near.
fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let [a, b, c] = [left, up, corner].map(i16::from);
    let far = |one: i16| (a + b - c - one).abs();
    match (far(a), far(b), far(c)) {
        (a, b, c) if a <= b && a <= c => left,
        (_, b, c) if b <= c => up,
        _ => corner,
    }
}

/// The dots, as far as they are drawn.
struct Canvas<'a> {
    head: Head,
    parts: &'a Parts,
    colours: Vec<u8>,
    solid: Vec<u8>,
}

impl<'a> Canvas<'a> {
    fn new(head: Head, parts: &'a Parts) -> Canvas<'a> {
        let dots = head.width * head.height;
        Canvas {
            head,
            parts,
            colours: vec![0; dots * 3],
            solid: vec![u8::MAX; dots],
        }
    }

    fn row(&mut self, pass: Pass, y: usize, line: &[u8]) -> Result<(), BadPicture> {
        let (from, top, across, down) = pass;
        let samples = self.head.samples();
        for x in 0..self.head.size_of(pass).0 {
            let sample = |n: usize| self.sample(line, x * samples + n);
            let (colour, solid) = self.dot(sample).ok_or(BadPicture::Damaged)?;
            let at = (top + y * down) * self.head.width + from + x * across;
            let place = self.colours.get_mut(at * 3..at * 3 + 3);
            place.ok_or(BadPicture::Damaged)?.copy_from_slice(&colour);
            *self.solid.get_mut(at).ok_or(BadPicture::Damaged)? = solid;
        }
        Ok(())
    }

    /// A sample of a row, as it stands there.
    fn sample(&self, line: &[u8], n: usize) -> u16 {
        let byte = |at: usize| line.get(at).copied().unwrap_or_default();
        match self.head.bits {
            16 => u16::from_be_bytes([byte(n * 2), byte(n * 2 + 1)]),
            8 => byte(n).into(),
            bits => {
                let at = n * bits;
                let shift = 8 - bits - at % 8;
                let mask = (1_u8 << bits) - 1;
                u16::from(byte(at / 8) >> shift & mask)
            }
        }
    }

    /// A dot in eight bits a colour, and how solid it is.
    fn dot(&self, sample: impl Fn(usize) -> u16) -> Option<([u8; 3], u8)> {
        let shade = |n: usize| self.eight_bits(sample(n));
        Some(match self.head.kind {
            Kind::Gray => ([shade(0); 3], self.solid_if(1, &sample)),
            Kind::GrayAlpha => ([shade(0); 3], shade(1)),
            Kind::Colour => ([0, 1, 2].map(shade), self.solid_if(3, &sample)),
            Kind::ColourAlpha => ([0, 1, 2].map(shade), shade(3)),
            Kind::Palette => {
                let entry = usize::from(sample(0));
                let colour = self.parts.palette.get(entry * 3..entry * 3 + 3)?;
                let clear = self.parts.clear.as_ref();
                let solid = clear.and_then(|clear| clear.get(entry)).copied();
                (colour.try_into().ok()?, solid.unwrap_or(u8::MAX))
            }
        })
    }

    fn eight_bits(&self, sample: u16) -> u8 {
        let most = (1_u32 << self.head.bits) - 1;
        u8::try_from(u32::from(sample) * 255 / most).unwrap_or(u8::MAX)
    }

    /// Not at all, where it is the one colour that is clear.
    fn solid_if(&self, samples: usize, sample: impl Fn(usize) -> u16) -> u8 {
        let clear = self.parts.clear.as_ref().is_some_and(|clear| {
            let said = clear.chunks_exact(2);
            let said = said.map(|two| u16::from_be_bytes(two.try_into().unwrap_or_default()));
            said.eq((0..samples).map(&sample))
        });
        if clear { 0 } else { u8::MAX }
    }

    fn picture(self) -> Picture {
        let side = |side: usize| u32::try_from(side).unwrap_or_default();
        let clear = self.solid.iter().any(|solid| *solid < u8::MAX);
        Picture {
            width: side(self.head.width),
            height: side(self.head.height),
            body: Body::Dots {
                colours: self.colours,
                solid: clear.then_some(self.solid),
            },
        }
    }
}
