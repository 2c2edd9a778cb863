//! PNG into dots of eight bits a colour, every kind the standard has. What is unpacked is as long as the size of the picture
//! says and not a byte longer; a sum that is wrong, a part that is missing or out of place is damage.

use std::io::Cursor;

use png::{ColorType, DecodeOptions, Decoder, Limits, Transformations};

use super::{BadPicture, Body, PICTURE_SIDE, Picture, sized};

/// How a PNG begins.
pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The most bytes that the reader may hold: four colours of sixteen bits each, and as much again.
const MOST: usize = (PICTURE_SIDE as usize).pow(2) * 8 * 2;

/// Reads a PNG.
pub(super) fn read(bytes: &[u8]) -> Result<Picture, BadPicture> {
    let damaged = |_| BadPicture::Damaged;
    let mut strict = DecodeOptions::default();
    strict.set_ignore_checksums(false);
    let mut decoder = Decoder::new_with_options(Cursor::new(bytes), strict);
    decoder.set_limits(Limits { bytes: MOST });
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let head = decoder.read_header_info().map_err(damaged)?;
    let (width, height) = head.size();
    sized(width, height)?;
    let mut reader = decoder.read_info().map_err(damaged)?;
    if reader.info().animation_control().is_some() {
        return Err(BadPicture::Animated);
    }
    let size = reader.output_buffer_size().ok_or(BadPicture::Damaged)?;
    let mut raw = vec![0; size];
    let frame = reader.next_frame(&mut raw).map_err(damaged)?;
    // Up to its end: one that is cut short is no logo.
    reader.finish().map_err(damaged)?;
    let samples = frame.color_type.samples();
    let clear = match frame.color_type {
        ColorType::GrayscaleAlpha | ColorType::Rgba => Some(samples - 1),
        ColorType::Grayscale | ColorType::Rgb => None,
        ColorType::Indexed => return Err(BadPicture::Damaged),
    };
    let dots = raw.chunks_exact(samples);
    let colours = dots.clone().flat_map(|dot| match *dot {
        [red, green, blue] | [red, green, blue, _] => [red, green, blue],
        [gray, ..] => [gray; 3],
        [] => [0; 3],
    });
    let solid = dots.filter_map(|dot| dot.get(clear?).copied());
    let solid: Vec<u8> = solid.collect();
    Ok(Picture {
        width,
        height,
        body: Body::Dots {
            colours: colours.collect(),
            solid: solid.iter().any(|one| *one < u8::MAX).then_some(solid),
        },
    })
}
