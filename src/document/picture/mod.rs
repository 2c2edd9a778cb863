//! A picture for a paper: PNG and JPEG, read as a whole before anything of them is kept or printed. Refuses what is larger
//! than a logo is, moves, or is cut short; never guesses what is missing.

mod jpeg;
mod png;

/// The largest file of a picture, in bytes.
pub const PICTURE_BYTES: usize = 512 * 1024;
/// The most dots of a side.
pub const PICTURE_SIDE: u32 = 2_000;

/// A picture that can be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// How many dots wide.
    pub width: u32,
    /// How many dots high.
    pub height: u32,
    pub(super) body: Body,
}

/// What a picture is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Body {
    /// A JPEG with nothing in it but what is drawn.
    Jpeg {
        /// Its bytes.
        bytes: Vec<u8>,
        /// Whether it has no colours.
        gray: bool,
    },
    /// Dots, row by row from the top.
    Dots {
        /// Red, green and blue of each, a byte each.
        colours: Vec<u8>,
        /// How solid each is; nothing, where all are.
        solid: Option<Vec<u8>>,
    },
}

/// Why something is no picture for a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadPicture {
    /// Neither PNG nor JPEG.
    NoPicture,
    /// More bytes than [`PICTURE_BYTES`].
    TooManyBytes,
    /// No dots, or more on a side than [`PICTURE_SIDE`].
    TooManyDots,
    /// It moves.
    Animated,
    /// Its colours are those of a press (CMYK).
    PressColours,
    /// A kind of JPEG that few programs read: arithmetic coding, lossless, twelve bits.
    UncommonJpeg,
    /// Bytes are missing, or are not what they should be.
    Damaged,
}

impl Picture {
    /// Reads a picture.
    ///
    /// # Errors
    /// It is none that can be printed.
    pub fn read(bytes: &[u8]) -> Result<Picture, BadPicture> {
        if bytes.len() > PICTURE_BYTES {
            return Err(BadPicture::TooManyBytes);
        }
        match bytes {
            bytes if bytes.starts_with(png::SIGNATURE) => png::read(bytes),
            [0xff, 0xd8, ..] => jpeg::read(bytes),
            _ => Err(BadPicture::NoPicture),
        }
    }

    /// Returns how wide and high it is drawn within a box, in points: in its own proportions, and no coarser than a screen
    /// shows it.
    pub(super) fn within(&self, (width, height): (f32, f32)) -> (f32, f32) {
        /// Points of a dot at 96 dots an inch.
        const DOT: f32 = 0.75;
        let (wide, high) = (self.width as f32, self.height as f32);
        let scale = (width / wide).min(height / high).min(DOT);
        (wide * scale, high * scale)
    }
}

/// Refuses a picture without dots, or with too many.
fn sized(width: u32, height: u32) -> Result<(), BadPicture> {
    let fits = |side: u32| (1..=PICTURE_SIDE).contains(&side);
    match fits(width) && fits(height) {
        true => Ok(()),
        false => Err(BadPicture::TooManyDots),
    }
}
