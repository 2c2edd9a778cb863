//! How many colours a terminal can show, and the nearest one when it has fewer. Values come in;
//! the environment is never read here.

use ratatui::style::Color;

/// Colours of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Depth {
    /// None: bold, underline and reverse carry the meaning.
    None,
    /// The sixteen.
    Ansi16,
    /// The 256 of xterm.
    Ansi256,
    /// 24 bits.
    TrueColour,
}

/// The sixteen as most terminals draw them.
const ANSI: [(Color, (u8, u8, u8)); 16] = [
    (Color::Black, (0, 0, 0)),
    (Color::Red, (170, 0, 0)),
    (Color::Green, (0, 170, 0)),
    (Color::Yellow, (170, 120, 0)),
    (Color::Blue, (0, 0, 170)),
    (Color::Magenta, (170, 0, 170)),
    (Color::Cyan, (0, 170, 170)),
    (Color::Gray, (190, 190, 190)),
    (Color::DarkGray, (100, 100, 100)),
    (Color::LightRed, (255, 85, 85)),
    (Color::LightGreen, (85, 255, 85)),
    (Color::LightYellow, (255, 255, 85)),
    (Color::LightBlue, (85, 85, 255)),
    (Color::LightMagenta, (255, 85, 255)),
    (Color::LightCyan, (85, 255, 255)),
    (Color::White, (255, 255, 255)),
];

impl Depth {
    /// What the terminal says of itself: the values of `TERM`, `COLORTERM` and `NO_COLOR`
    /// (none when unset; an empty `NO_COLOR` counts as unset).
    pub fn from_env(term: Option<&str>, colorterm: Option<&str>, no_color: Option<&str>) -> Self {
        let term = term.unwrap_or_default().to_ascii_lowercase();
        let colorterm = colorterm.unwrap_or_default().to_ascii_lowercase();
        let says = |words: &[&str]| words.iter().any(|w| term.contains(w));
        if no_color.is_some_and(|v| !v.is_empty())
            || term.is_empty()
            || term == "dumb"
            || term.starts_with("vt")
        {
            Self::None
        } else if colorterm == "truecolor"
            || colorterm == "24bit"
            || says(&["direct", "kitty", "ghostty", "alacritty", "wezterm", "foot"])
        {
            Self::TrueColour
        } else if says(&["256"]) {
            Self::Ansi256
        } else {
            Self::Ansi16
        }
    }

    /// `colour` as this depth can show it; `ansi` is what to use where there are only sixteen.
    pub fn show(self, colour: Color, ansi: Option<Color>) -> Option<Color> {
        let Color::Rgb(r, g, b) = colour else {
            return (self != Self::None).then_some(colour);
        };
        match self {
            Self::TrueColour => Some(colour),
            Self::Ansi256 => Some(Color::Indexed(nearest_256((r, g, b)))),
            Self::Ansi16 => Some(ansi.unwrap_or_else(|| nearest_16((r, g, b)))),
            Self::None => None,
        }
    }
}

fn distance(a: (u8, u8, u8), b: (u8, u8, u8)) -> u32 {
    let part = |x: u8, y: u8, weight: u32| weight * u32::from(x.abs_diff(y)).pow(2);
    part(a.0, b.0, 2) + part(a.1, b.1, 4) + part(a.2, b.2, 3)
}

fn nearest_16(rgb: (u8, u8, u8)) -> Color {
    ANSI.iter()
        .min_by_key(|(_, c)| distance(*c, rgb))
        .map_or(Color::Reset, |(name, _)| *name)
}

/// The 6×6×6 cube or the grey ramp, whichever is nearer.
fn nearest_256((r, g, b): (u8, u8, u8)) -> u8 {
    let level = |i: u8| if i == 0 { 0 } else { 55 + 40 * i };
    let step = |v: u8| (0..6).min_by_key(|&i| level(i).abs_diff(v)).unwrap_or(0);
    let (cr, cg, cb) = (step(r), step(g), step(b));
    let cube = (level(cr), level(cg), level(cb));
    let mean = ((u16::from(r) + u16::from(g) + u16::from(b)) / 3) as u8;
    let grey = mean.saturating_sub(3).div_euclid(10).min(23);
    let shade = 8 + 10 * grey;
    if distance((shade, shade, shade), (r, g, b)) < distance(cube, (r, g, b)) {
        232 + grey
    } else {
        16 + 36 * cr + 6 * cg + cb
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wks_2_the_terminal_says_what_it_can() {
        for (term, colorterm, no_color, depth) in [
            (
                Some("xterm-256color"),
                Some("truecolor"),
                None,
                Depth::TrueColour,
            ),
            (Some("xterm-256color"), None, None, Depth::Ansi256),
            (Some("xterm"), None, None, Depth::Ansi16),
            (Some("linux"), Some(""), Some(""), Depth::Ansi16),
            (Some("xterm-kitty"), None, None, Depth::TrueColour),
            (
                Some("xterm-256color"),
                Some("truecolor"),
                Some("1"),
                Depth::None,
            ),
            (Some("dumb"), Some("truecolor"), None, Depth::None),
            (None, None, None, Depth::None),
        ] {
            assert_eq!(
                Depth::from_env(term, colorterm, no_color),
                depth,
                "{term:?}"
            );
        }
    }

    #[test]
    fn wks_2_colours_come_down_to_the_nearest() {
        let show = |depth: Depth, r, g, b| depth.show(Color::Rgb(r, g, b), None);
        assert_eq!(show(Depth::Ansi256, 255, 0, 0), Some(Color::Indexed(196)));
        assert_eq!(
            show(Depth::Ansi256, 128, 128, 128),
            Some(Color::Indexed(244))
        );
        assert_eq!(show(Depth::Ansi256, 0, 0, 0), Some(Color::Indexed(16)));
        assert_eq!(show(Depth::Ansi16, 250, 90, 80), Some(Color::LightRed));
        assert_eq!(show(Depth::None, 1, 2, 3), None);
        assert_eq!(
            Depth::Ansi16.show(Color::Rgb(1, 2, 3), Some(Color::Cyan)),
            Some(Color::Cyan)
        );
    }
}
