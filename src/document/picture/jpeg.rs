//! JPEG, for PDF readers to decode: the parts of the file are gone through from the first to the last, and only those that
//! are drawn go into a paper. What a camera wrote beside (where, when, by whom) does not.

use super::{BadPicture, Body, Picture, sized};

const START: u8 = 0xd8;
const END: u8 = 0xd9;
const SCAN: u8 = 0xda;
/// Which colours the numbers mean.
const ADOBE: u8 = 0xee;

/// Where one is in the file.
struct Walk<'a> {
    rest: &'a [u8],
}

/// What the head of a frame says.
struct Head {
    width: u32,
    height: u32,
    gray: bool,
}

/// Reads a JPEG.
pub(super) fn read(bytes: &[u8]) -> Result<Picture, BadPicture> {
    let mut walk = Walk { rest: bytes };
    let mut kept = vec![0xff, START];
    let (mut head, mut scans, mut tables) = (None, 0, [false; 2]);
    walk.take(2)?;
    loop {
        let marker = walk.marker()?;
        match marker {
            END => break,
            // Two pictures in one file, or a part that only stands within a scan.
            START | 0x01 | 0xd0..=0xd7 => return Err(BadPicture::Damaged),
            _ => {}
        }
        let part = walk.part()?;
        match marker {
            0xc0..=0xc2 if head.is_none() => head = Some(head_of(part)?),
            0xc0..=0xc2 => return Err(BadPicture::Damaged),
            0xdb => tables[0] = true,
            0xc4 => tables[1] = true,
            0xc3 | 0xc5..=0xcf => return Err(BadPicture::UncommonJpeg),
            SCAN if head.is_none() || tables != [true; 2] => return Err(BadPicture::Damaged),
            _ => {}
        }
        if is_drawn(marker, part) {
            kept.extend([0xff, marker]);
            kept.extend(
                u16::try_from(part.len() + 2)
                    .unwrap_or(u16::MAX)
                    .to_be_bytes(),
            );
            kept.extend(part);
        }
        if marker == SCAN {
            kept.extend(walk.scan()?);
            scans += 1;
        }
    }
    kept.extend([0xff, END]);
    let head = head.filter(|_| scans > 0).ok_or(BadPicture::Damaged)?;
    Ok(Picture {
        width: head.width,
        height: head.height,
        body: Body::Jpeg {
            bytes: kept,
            gray: head.gray,
        },
    })
}

/// Whether a part is needed to draw: tables, the frame, scans, and which colours are meant.
fn is_drawn(marker: u8, part: &[u8]) -> bool {
    match marker {
        0xc0..=0xc2 | 0xc4 | 0xdb | 0xdd | SCAN => true,
        ADOBE => part.starts_with(b"Adobe"),
        _ => false,
    }
}

fn head_of(part: &[u8]) -> Result<Head, BadPicture> {
    let [bits, h1, h0, w1, w0, colours, each @ ..] = part else {
        return Err(BadPicture::Damaged);
    };
    if *bits != 8 {
        return Err(BadPicture::UncommonJpeg);
    }
    let gray = match colours {
        1 => true,
        3 => false,
        4 => return Err(BadPicture::PressColours),
        _ => return Err(BadPicture::Damaged),
    };
    // Of each colour: which, how often it is sampled, by which table.
    let sampled = |of: &[u8]| {
        let often = of.get(1).copied().unwrap_or_default();
        (1..=4).contains(&(often >> 4)) && (1..=4).contains(&(often & 15))
    };
    if each.len() != usize::from(*colours) * 3 || !each.chunks(3).all(sampled) {
        return Err(BadPicture::Damaged);
    }
    let [width, height] = [[*w1, *w0], [*h1, *h0]].map(|two| u32::from(u16::from_be_bytes(two)));
    sized(width, height)?;
    Ok(Head {
        width,
        height,
        gray,
    })
}

impl<'a> Walk<'a> {
    fn take(&mut self, n: usize) -> Result<&'a [u8], BadPicture> {
        let (taken, rest) = self.rest.split_at_checked(n).ok_or(BadPicture::Damaged)?;
        self.rest = rest;
        Ok(taken)
    }

    /// The next marker; any number of bytes of one bits may stand before it.
    fn marker(&mut self) -> Result<u8, BadPicture> {
        if self.take(1)? != [0xff] {
            return Err(BadPicture::Damaged);
        }
        loop {
            match self.take(1)? {
                [0xff] => {}
                [0] | [] => return Err(BadPicture::Damaged),
                [marker, ..] => return Ok(*marker),
            }
        }
    }

    /// What follows a marker, without its length.
    fn part(&mut self) -> Result<&'a [u8], BadPicture> {
        let length = self.take(2)?.try_into().map(u16::from_be_bytes);
        let length = usize::from(length.unwrap_or_default());
        self.take(length.checked_sub(2).ok_or(BadPicture::Damaged)?)
    }

    /// The bits of a scan, up to the next marker that is not of the scan.
    fn scan(&mut self) -> Result<&'a [u8], BadPicture> {
        let mut pairs = self.rest.windows(2);
        let end = pairs.position(|two| matches!(two, [0xff, 1..=0xcf | 0xd8..=0xfe]));
        match end {
            Some(0) | None => Err(BadPicture::Damaged),
            Some(end) => self.take(end),
        }
    }
}
