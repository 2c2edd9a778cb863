//! The fonts of a paper: which of them has a character, and what it measures. They come with the program, packed;
//! each is unpacked when a letter first needs it. Nothing is looked for on the machine.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::LazyLock;

use harfrust::font::Font;
use harfrust::{Direction, Script, ShapePlan, ShaperFont};
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// A font, by its place in [`FILES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Face(pub usize);

const REGULAR: Face = Face(0);
const BOLD: Face = Face(1);
/// What Noto Sans has no glyphs for, in the order it is looked for. Neither has a bold sister here.
const OTHERS: [Face; 2] = [Face(2), Face(3)];

/// The files, with the names that PDFs call them by.
const FILES: [(&str, &[u8]); 4] = [
    (
        "NotoSans-Regular",
        include_bytes!("../../assets/fonts/NotoSans-Regular.ttf.z"),
    ),
    (
        "NotoSans-Bold",
        include_bytes!("../../assets/fonts/NotoSans-Bold.ttf.z"),
    ),
    (
        "DejaVuSans",
        include_bytes!("../../assets/fonts/DejaVuSans.ttf.z"),
    ),
    (
        "WenQuanYiMicroHei",
        include_bytes!("../../assets/fonts/wqy-microhei.ttc.z"),
    ),
];

/// The largest font, in bytes.
const MOST: usize = 16 * 1024 * 1024;

/// The files unpacked, each once for all papers: Chinese alone takes longer to unpack than a paper to print.
static UNPACKED: [LazyLock<Vec<u8>>; 4] = [
    LazyLock::new(|| unpack(0)),
    LazyLock::new(|| unpack(1)),
    LazyLock::new(|| unpack(2)),
    LazyLock::new(|| unpack(3)),
];

fn unpack(file: usize) -> Vec<u8> {
    let packed = FILES.get(file).map_or(&[][..], |(_, packed)| packed);
    decompress_to_vec_zlib_with_limit(packed, MOST).unwrap_or_default()
}

impl Face {
    /// Returns its name.
    pub fn name(self) -> &'static str {
        FILES.get(self.0).map_or("", |(name, _)| name)
    }

    /// Returns the bytes of its file.
    pub fn bytes(self) -> &'static [u8] {
        UNPACKED.get(self.0).map_or(&[], |bytes| bytes)
    }

    /// Whether bold letters of it are regular ones drawn heavier.
    pub fn is_thickened(self) -> bool {
        OTHERS.contains(&self)
    }
}

/// How the shaper goes about a font, a script and a direction; slow to find out, so it is kept.
type Plan = ((Face, Option<Script>, bool), Rc<ShapePlan>);

/// The fonts, opened for one paper.
pub(super) struct Fonts {
    fonts: [OnceCell<Option<Font>>; 4],
    plans: RefCell<Vec<Plan>>,
}

impl Fonts {
    /// Opens them.
    pub fn open() -> Fonts {
        Fonts {
            fonts: Default::default(),
            plans: RefCell::default(),
        }
    }

    /// Returns a font.
    pub fn font(&self, face: Face) -> Option<&Font> {
        let font = self.fonts.get(face.0)?;
        font.get_or_init(|| Font::new(face.bytes(), 0)).as_ref()
    }

    /// Returns the font that has all of `cluster`: a letter with its marks. `None` when no font has.
    pub fn face(&self, cluster: &str, bold: bool) -> Option<Face> {
        let first = if bold { BOLD } else { REGULAR };
        let mut faces = [first].into_iter().chain(OTHERS);
        faces.find(|face| {
            self.font(*face).is_some_and(|font| {
                let map = font.charmap();
                cluster
                    .chars()
                    .all(|c| is_silent(c) || map.map_unicode(c).is_some())
            })
        })
    }

    /// Returns the characters that no font has, or that no one font has together with their marks.
    pub fn unshown(&self, words: &str) -> Vec<char> {
        if words.is_ascii() {
            return Vec::new();
        }
        let words = composed(words);
        let missing = words
            .graphemes(true)
            .filter(|cluster| *cluster != "\n" && self.face(cluster, false).is_none());
        let alone = |c: &char| self.face(c.encode_utf8(&mut [0; 4]), false).is_none();
        let mut found = Vec::new();
        for cluster in missing {
            let before = found.len();
            found.extend(cluster.chars().filter(alone));
            if found.len() == before {
                found.extend(cluster.chars().next());
            }
        }
        found
    }

    /// Returns the face that draws the box for what no font has.
    pub fn boxes(bold: bool) -> Face {
        if bold { BOLD } else { REGULAR }
    }

    /// Returns the advance of a glyph in thousandths of its size.
    pub fn advance(&self, face: Face, glyph: u16) -> f32 {
        let Some(font) = self.font(face) else {
            return 0.0;
        };
        let units = f32::from(font.units_per_em().max(1));
        font.glyph_metrics().h_advance(u32::from(glyph).into()) * 1_000.0 / units
    }

    /// Runs `work` with the shaper of a font and its plan.
    pub fn shaper<T>(
        &self,
        face: Face,
        script: Option<Script>,
        to_left: bool,
        work: impl FnOnce(&ShaperFont<'_, '_>, &ShapePlan) -> T,
    ) -> Option<T> {
        let font = self.font(face)?;
        let key = (face, script, to_left);
        let known = self.plans.borrow().iter().find(|(k, _)| *k == key).cloned();
        let plan = known.map_or_else(
            || {
                let plan = Rc::new(ShapePlan::new(font, direction(to_left), script, None, &[]));
                self.plans.borrow_mut().push((key, Rc::clone(&plan)));
                plan
            },
            |(_, plan)| plan,
        );
        Some(work(&ShaperFont::new(font), &plan))
    }
}

/// Returns the direction as the shaper calls it.
pub(super) fn direction(to_left: bool) -> Direction {
    if to_left {
        Direction::RightToLeft
    } else {
        Direction::LeftToRight
    }
}

/// Whether a character is never drawn by itself: joiners, and what picks a variant.
fn is_silent(c: char) -> bool {
    matches!(c, '\u{200c}'..='\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// Returns `words` as the paper draws them: letter and accent in one where there is one.
pub(super) fn composed(words: &str) -> String {
    words.nfc().collect()
}
