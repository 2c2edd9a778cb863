//! The fonts in a PDF: only the glyphs that are used, with their widths and the letters they spell, so that what
//! is copied from the paper is what was written.

use std::collections::BTreeMap;

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Chunk, Finish, Name, Rect, Ref, Str};
use subsetter::GlyphRemapper;

use super::Numbers;
use crate::document::fonts::{Face, Fonts};

const SYSTEM: SystemInfo<'_> = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};

/// Returns the name by which pages call a font.
pub(super) fn label(face: Face) -> String {
    format!("F{}", face.0)
}

/// The glyphs that are used of each font.
pub(super) struct Used<'a> {
    fonts: &'a Fonts,
    faces: BTreeMap<Face, Glyphs>,
}

#[derive(Default)]
struct Glyphs {
    remapper: GlyphRemapper,
    /// What each spells where it is first used, by its number in the PDF.
    spelled: BTreeMap<u16, String>,
}

impl<'a> Used<'a> {
    /// Begins with none.
    pub fn new(fonts: &'a Fonts) -> Used<'a> {
        Used {
            fonts,
            faces: BTreeMap::new(),
        }
    }

    /// Notes a glyph and returns its number in the PDF, and whether it spells there what it does here.
    pub fn note(&mut self, face: Face, glyph: u16, spells: &str) -> (u16, bool) {
        let glyphs = self.faces.entry(face).or_default();
        let number = glyphs.remapper.remap(glyph);
        if spells.is_empty() {
            return (number, false);
        }
        let known = glyphs.spelled.entry(number);
        let same = known.or_insert_with(|| spells.to_owned()) == spells;
        (number, same)
    }

    /// Returns how far a glyph moves the pen, in thousandths of the size.
    pub fn advance(&self, face: Face, glyph: u16) -> f32 {
        self.fonts.advance(face, glyph).round()
    }

    /// Writes the fonts, each with its number.
    pub fn embed(&self, out: &mut Chunk, numbers: &mut Numbers) -> Vec<(Face, Ref)> {
        let faces = self.faces.iter();
        faces
            .map(|(face, glyphs)| (*face, self.font(out, numbers, *face, glyphs)))
            .collect()
    }

    fn font(&self, out: &mut Chunk, numbers: &mut Numbers, face: Face, glyphs: &Glyphs) -> Ref {
        let [font, cid, descriptor, spelled, file] = [(); 5].map(|()| numbers.next());
        let data = subsetter::subset(face.bytes(), 0, &glyphs.remapper).unwrap_or_default();
        let name = format!("{}+{}", tag(&data), face.name());
        let mut type0 = out.type0_font(font);
        type0.base_font(Name(name.as_bytes()));
        type0.encoding_predefined(Name(b"Identity-H"));
        type0.descendant_font(cid).to_unicode(spelled);
        type0.finish();
        let mut cid_font = out.cid_font(cid);
        cid_font.subtype(CidFontType::Type2);
        cid_font.base_font(Name(name.as_bytes()));
        cid_font.system_info(SYSTEM);
        cid_font.font_descriptor(descriptor).default_width(0.0);
        cid_font.cid_to_gid_map_predefined(Name(b"Identity"));
        let advances = glyphs.remapper.remapped_gids();
        let advances = advances.map(|glyph| self.advance(face, glyph));
        cid_font.widths().consecutive(0, advances);
        cid_font.finish();
        self.descriptor(out, descriptor, face, &name, file);
        out.stream(spelled, cmap(glyphs).as_slice());
        let length = i32::try_from(data.len()).unwrap_or(i32::MAX);
        out.stream(file, &data).pair(Name(b"Length1"), length);
        font
    }

    fn descriptor(&self, out: &mut Chunk, id: Ref, face: Face, name: &str, file: Ref) {
        let mut descriptor = out.font_descriptor(id);
        descriptor.name(Name(name.as_bytes()));
        descriptor.flags(FontFlags::SYMBOLIC);
        descriptor.italic_angle(0.0).stem_v(80.0);
        if let Some(font) = self.fonts.font(face) {
            let metrics = font.metrics();
            let units = f64::from(font.units_per_em().max(1));
            let scaled = |value: f64| (value * 1_000.0 / units).round() as f32;
            let bounds = &metrics.bounds;
            descriptor.bbox(Rect::new(
                scaled(bounds.x_min.to_f64()),
                scaled(bounds.y_min.to_f64()),
                scaled(bounds.x_max.to_f64()),
                scaled(bounds.y_max.to_f64()),
            ));
            let line = metrics.h_line();
            let (up, down) = line.map_or((800.0, -200.0), |line| {
                (line.ascender.to_f64(), line.descender.to_f64())
            });
            descriptor.ascent(scaled(up)).descent(scaled(down));
            let capital = metrics.cap_height.map_or(up, |height| height.to_f64());
            descriptor.cap_height(scaled(capital));
        }
        descriptor.font_file2(file);
    }
}

/// What the glyphs spell.
fn cmap(glyphs: &Glyphs) -> pdf_writer::Buf {
    let mut map = UnicodeCmap::<u16>::new(Name(b"Custom"), SYSTEM);
    for (glyph, letters) in &glyphs.spelled {
        map.pair_with_multiple(*glyph, letters.chars());
    }
    map.finish()
}

/// Six capitals that tell one part of a font from another.
fn tag(data: &[u8]) -> String {
    let digest = blake3::hash(data);
    let letters = digest.as_bytes().iter().take(6);
    letters.map(|byte| char::from(b'A' + byte % 26)).collect()
}
