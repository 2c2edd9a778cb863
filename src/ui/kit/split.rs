//! A list, and what is open of it: side by side where there is room, else one at a time. Never draws.

use ratatui::layout::Rect;

/// From this width on both stand side by side.
pub const SIDE_BY_SIDE: u16 = 110;

/// Where the list and what is open of it stand in `area`; `open_has_keys` decides which of them when
/// there is room for one.
pub fn places(area: Rect, open_has_keys: bool) -> (Option<Rect>, Option<Rect>) {
    if area.width < SIDE_BY_SIDE {
        return if open_has_keys {
            (None, Some(area))
        } else {
            (Some(area), None)
        };
    }
    let left = area.width * 11 / 20;
    let list = Rect {
        width: left,
        ..area
    };
    let open = Rect {
        x: area.x + left,
        width: area.width - left,
        ..area
    };
    (Some(list), Some(open))
}
