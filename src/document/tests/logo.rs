//! QUO-6, WKS-8: a logo is read as a whole before it is printed, stands above all that is written, in its own proportions,
//! and what is no logo is refused.

use miniz_oxide::deflate::compress_to_vec_zlib;

use super::{laid_out, offer, reader, spelled};
use crate::document::picture::Body;
use crate::document::{BadPicture, PICTURE_BYTES, Picture};

const JPEG: &[u8] = include_bytes!("logo.jpg");

fn part(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let named = [&name[..], body].concat();
    let length = u32::try_from(body.len()).expect("short").to_be_bytes();
    let sum = crc32fast::hash(&named).to_be_bytes();
    [&length[..], &named, &sum].concat()
}

/// How a PNG is made: width, height, bits, kind, interlaced.
type Head = (u32, u32, u8, u8, u8);

fn head(of: Head) -> Vec<u8> {
    let (width, height, bits, kind, interlaced) = of;
    let sides = [width.to_be_bytes(), height.to_be_bytes()].concat();
    let body = [&sides[..], &[bits, kind, 0, 0, interlaced]].concat();
    part(b"IHDR", &body)
}

/// A PNG of rows that have their filters before them, with these parts before its dots.
fn png(of: Head, before: &[Vec<u8>], rows: &[u8]) -> Vec<u8> {
    let dots = part(b"IDAT", &compress_to_vec_zlib(rows, 6));
    let begin = b"\x89PNG\r\n\x1a\n".to_vec();
    let all = [begin, head(of), before.concat(), dots, part(b"IEND", b"")];
    all.concat()
}

/// Two dots, red and half a blue.
pub(super) fn with_alpha() -> Vec<u8> {
    png((2, 1, 8, 6, 0), &[], &[0, 255, 0, 0, 255, 0, 0, 255, 128])
}

fn dots(png: &[u8]) -> (Vec<u8>, Option<Vec<u8>>) {
    match Picture::read(png).expect("a picture").body {
        Body::Dots { colours, solid } => (colours, solid),
        Body::Jpeg { .. } => panic!("no dots"),
    }
}

#[test]
fn quo_6_dots_of_every_depth_and_kind_are_read() {
    let palette = part(b"PLTE", &[1, 2, 3, 4, 5, 6, 7, 8, 9]);
    let clear = part(b"tRNS", &[255, 0]);
    for (of, before, rows, colours, solid) in [
        (
            (2, 1, 8, 6, 0),
            vec![],
            vec![0, 9, 8, 7, 255, 6, 5, 4, 128],
            vec![9, 8, 7, 6, 5, 4],
            Some(vec![255, 128]),
        ),
        (
            (2, 1, 8, 2, 0),
            vec![],
            vec![0, 9, 8, 7, 6, 5, 4],
            vec![9, 8, 7, 6, 5, 4],
            None,
        ),
        (
            (1, 1, 16, 2, 0),
            vec![],
            vec![0, 255, 255, 128, 0, 0, 0],
            vec![255, 128, 0],
            None,
        ),
        (
            (1, 1, 16, 4, 0),
            vec![],
            vec![0, 255, 255, 0, 0],
            vec![255, 255, 255],
            Some(vec![0]),
        ),
        (
            (3, 1, 1, 0, 0),
            vec![],
            vec![0, 0b1010_0000],
            vec![255, 255, 255, 0, 0, 0, 255, 255, 255],
            None,
        ),
        (
            (3, 1, 2, 0, 0),
            vec![part(b"tRNS", &[0, 1])],
            vec![0, 0b0001_1100],
            vec![0, 0, 0, 85, 85, 85, 255, 255, 255],
            Some(vec![255, 0, 255]),
        ),
        (
            (3, 1, 4, 3, 0),
            vec![palette, clear],
            vec![0, 0x21, 0x00],
            vec![7, 8, 9, 4, 5, 6, 1, 2, 3],
            Some(vec![255, 0, 255]),
        ),
    ] {
        let read = dots(&png(of, &before, &rows));
        assert_eq!(read, (colours, solid), "{of:?}");
    }
}

#[test]
fn quo_6_every_filter_of_a_row_is_taken_off() {
    // Gray, four dots: none, the left, the one above, both halved, the nearest.
    let rows = [
        [0, 10, 20, 30, 40],
        [1, 10, 10, 10, 10],
        [2, 1, 1, 1, 1],
        [3, 10, 10, 10, 10],
        [4, 1, 1, 1, 1],
    ];
    let (colours, _) = dots(&png((4, 5, 8, 0, 0), &[], &rows.concat()));
    let gray: Vec<u8> = colours.chunks(3).map(|dot| dot[0]).collect();
    let wanted = [
        [10, 20, 30, 40],
        [10, 20, 30, 40],
        [11, 21, 31, 41],
        [15, 28, 39, 50],
        [16, 29, 40, 51],
    ];
    assert_eq!(gray, wanted.concat());
}

/// In which pass each dot of eight by eight comes, as the standard draws it.
const PASSES: [[u8; 8]; 8] = [
    [1, 6, 4, 6, 2, 6, 4, 6],
    [7, 7, 7, 7, 7, 7, 7, 7],
    [5, 6, 5, 6, 5, 6, 5, 6],
    [7, 7, 7, 7, 7, 7, 7, 7],
    [3, 6, 4, 6, 3, 6, 4, 6],
    [7, 7, 7, 7, 7, 7, 7, 7],
    [5, 6, 5, 6, 5, 6, 5, 6],
    [7, 7, 7, 7, 7, 7, 7, 7],
];

#[test]
fn quo_6_an_interlaced_picture_is_the_same_as_a_plain_one() {
    for (width, height) in [(1, 1), (3, 2), (5, 9), (13, 11)] {
        let dot = |x: usize, y: usize| u8::try_from(x * 16 + y).expect("small");
        let mut rows = Vec::new();
        for pass in 1..=7 {
            for y in 0..height {
                let mine = (0..width).filter(|x| PASSES[y % 8][x % 8] == pass);
                let mine: Vec<u8> = mine.map(|x| dot(x, y)).collect();
                if !mine.is_empty() {
                    rows.push(0);
                    rows.extend(mine);
                }
            }
        }
        let [w, h] = [width, height].map(|side| u32::try_from(side).expect("small"));
        let (colours, _) = dots(&png((w, h, 8, 0, 1), &[], &rows));
        let gray: Vec<u8> = colours.chunks(3).map(|dot| dot[0]).collect();
        let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let wanted: Vec<u8> = places.map(|(x, y)| dot(x, y)).collect();
        assert_eq!(gray, wanted, "{width} by {height}");
    }
}

#[test]
fn quo_6_no_more_is_unpacked_than_the_size_says() {
    // Half a megabyte of nothing is packed in five hundred bytes.
    let bomb = png((1, 1, 8, 0, 0), &[], &vec![0; 1 << 19]);
    assert_eq!(dots(&bomb), (vec![0; 3], None));
}

#[test]
fn quo_6_what_is_no_logo_is_refused() {
    let none = Vec::new();
    let large = |side: u32| png((side, 1, 8, 0, 0), &[], &vec![0; 1 + side as usize]);
    let moving = part(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]);
    let mut wrong_sum = with_alpha();
    wrong_sum[45] ^= 1;
    let without = png((1, 1, 8, 3, 0), &[], &[0, 0]);
    let (w, h) = (JPEG.windows(2))
        .position(|two| two == [0xff, 0xc0])
        .map(|at| (at + 7, at + 5))
        .expect("a frame");
    let jpeg = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = JPEG.to_vec();
        change(&mut bytes);
        bytes
    };
    for (bytes, why) in [
        (none, BadPicture::NoPicture),
        (b"GIF89a".to_vec(), BadPicture::NoPicture),
        (b"<svg/>".to_vec(), BadPicture::NoPicture),
        (vec![0xff; PICTURE_BYTES + 1], BadPicture::TooManyBytes),
        (large(2_001), BadPicture::TooManyDots),
        (large(0), BadPicture::Damaged),
        (
            png((1, 1, 8, 0, 0), &[moving], &[0, 0]),
            BadPicture::Animated,
        ),
        (wrong_sum, BadPicture::Damaged),
        (without, BadPicture::Damaged),
        (png((1, 1, 8, 0, 0), &[], &[5, 0]), BadPicture::Damaged),
        (
            png((1, 1, 8, 0, 0), &[part(b"ABCD", b"")], &[0, 0]),
            BadPicture::Damaged,
        ),
        (jpeg(&|bytes| bytes[w] = 8), BadPicture::TooManyDots),
        (jpeg(&|bytes| bytes[h + 1] = 0), BadPicture::TooManyDots),
        (jpeg(&|bytes| bytes[h - 1] = 12), BadPicture::UncommonJpeg),
        (jpeg(&|bytes| bytes[h - 4] = 0xc9), BadPicture::UncommonJpeg),
        (jpeg(&|bytes| bytes[w + 2] = 4), BadPicture::PressColours),
        (jpeg(&|bytes| bytes[w + 4] = 0), BadPicture::Damaged),
        (
            JPEG.repeat(2)[..JPEG.len() - 2].to_vec(),
            BadPicture::Damaged,
        ),
    ] {
        let begin = bytes.get(..bytes.len().min(40));
        assert_eq!(Picture::read(&bytes), Err(why), "{begin:?}");
    }
}

#[test]
fn quo_6_a_picture_that_is_cut_anywhere_is_refused_and_no_byte_makes_it_stop() {
    for whole in [with_alpha(), JPEG.to_vec()] {
        assert!(Picture::read(&whole).is_ok());
        for end in 0..whole.len() {
            assert!(Picture::read(&whole[..end]).is_err(), "{end} bytes");
        }
        for at in 0..whole.len() {
            for bits in [1, 0x80, 0xff] {
                let mut hostile = whole.clone();
                hostile[at] ^= bits;
                // Read or refused: it never panics, and is never larger than it says.
                if let Ok(read) = Picture::read(&hostile) {
                    assert!(read.width.max(read.height) <= 2_000);
                }
            }
        }
    }
}

#[test]
fn quo_6_a_jpeg_goes_into_the_paper_without_what_a_camera_wrote() {
    let note = b"Exif\0\0taken at the office of nobody";
    let length = u16::try_from(note.len() + 2).expect("short").to_be_bytes();
    let noted = [
        &JPEG[..2],
        &[0xff, 0xe1],
        &length,
        note,
        &JPEG[2..],
        b"behind",
    ]
    .concat();
    let read = Picture::read(&noted).expect("a picture");
    assert_eq!((read.width, read.height), (24, 16));
    assert_eq!(Ok(&read), Picture::read(JPEG).as_ref());
    let pdf = offer(1).with_logo(Some(read)).pdf();
    let has = |part: &[u8]| pdf.windows(part.len()).any(|window| window == part);
    assert!(has(b"/DCTDecode") && has(b"/DeviceRGB") && !has(b"/SMask"));
    assert!(!has(b"Exif") && !has(b"nobody") && !has(b"behind"));
}

#[test]
fn quo_6_the_logo_stands_above_all_that_is_written_in_its_own_proportions() {
    let of = |width: u32, height: u32| Picture {
        width,
        height,
        body: Body::Dots {
            colours: vec![0; (width * height * 3) as usize],
            solid: None,
        },
    };
    for (width, height, wide, high) in [
        (320, 120, 160.0, 60.0),
        (2_000, 100, 170.0, 8.5),
        (100, 2_000, 3.0, 60.0),
        // Never coarser than on a screen.
        (40, 20, 30.0, 15.0),
    ] {
        let pages = laid_out(&offer(120).with_logo(Some(of(width, height))));
        let place = pages[0].logo.expect("on the first page");
        assert!(
            (place.width - wide).abs() < 0.01 && (place.height - high).abs() < 0.01,
            "{place:?}"
        );
        assert!(place.y + place.height <= super::SIZE.1 - 55.9 && place.x >= 55.9);
        for piece in &pages[0].pieces {
            let top = piece.y + piece.size;
            assert!(top <= place.y, "{} at {top}", spelled(&piece.line));
        }
        let elsewhere = pages.iter().skip(1).filter(|page| page.logo.is_some());
        assert_eq!(elsewhere.count(), 0);
    }
}

#[test]
fn quo_6_a_logo_changes_no_word_of_a_paper() {
    let logo = Picture::read(&with_alpha()).expect("a picture");
    let (plain, drawn) = (offer(60), offer(60).with_logo(Some(logo)));
    assert_eq!(plain.text(), drawn.text());
    let (before, after) = (plain.pdf(), drawn.pdf());
    assert_eq!(reader::spelled(&before), reader::spelled(&after));
    assert_eq!(after, drawn.pdf(), "the same picture gives the same bytes");
    let text = String::from_utf8_lossy(&after);
    let count = |word: &str| text.matches(word).count();
    assert_eq!(
        count("/Subtype /Image"),
        2,
        "the dots, and how solid they are"
    );
    assert_eq!(
        (count("/SMask"), count("/XObject <<")),
        (1, 1),
        "on one page"
    );
    assert_eq!(
        String::from_utf8_lossy(&before).matches("/Image").count(),
        0
    );
}
