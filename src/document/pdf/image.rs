//! The logo in a PDF: a JPEG as it is, dots packed, and how solid they are beside them. The same picture gives the same bytes.

use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Ref};

use super::Numbers;
use crate::document::page::Place;
use crate::document::picture::{Body, Picture};

/// What pages call it.
pub(super) const NAME: Name<'static> = Name(b"Logo");
/// How hard dots are packed.
const LEVEL: u8 = 6;

/// Writes the picture, and returns its number.
pub(super) fn embed(logo: &Picture, pdf: &mut Pdf, numbers: &mut Numbers) -> Ref {
    let side = |dots: u32| i32::try_from(dots).unwrap_or(i32::MAX);
    let (width, height) = (side(logo.width), side(logo.height));
    let (id, mask) = (numbers.next(), numbers.next());
    let packed;
    let (bytes, filter, gray, solid) = match &logo.body {
        Body::Jpeg { bytes, gray } => (bytes, Filter::DctDecode, *gray, &None),
        Body::Dots { colours, solid } => {
            packed = compress_to_vec_zlib(colours, LEVEL);
            (&packed, Filter::FlateDecode, false, solid)
        }
    };
    let mut image = pdf.image_xobject(id, bytes);
    image.filter(filter);
    image.width(width).height(height).bits_per_component(8);
    match gray {
        true => image.color_space().device_gray(),
        false => image.color_space().device_rgb(),
    }
    if solid.is_some() {
        image.s_mask(mask);
    }
    image.finish();
    if let Some(solid) = solid {
        let packed = compress_to_vec_zlib(solid, LEVEL);
        let mut image = pdf.image_xobject(mask, &packed);
        image.filter(Filter::FlateDecode);
        image.width(width).height(height).bits_per_component(8);
        image.color_space().device_gray();
    }
    id
}

/// Draws it where the page has it.
pub(super) fn draw(content: &mut Content, place: &Place) {
    content.save_state();
    content.transform([place.width, 0.0, 0.0, place.height, place.x, place.y]);
    content.x_object(NAME);
    content.restore_state();
}
