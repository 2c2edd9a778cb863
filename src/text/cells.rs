//! Cells between commas or semicolons, in quotes where they need them. What a spreadsheet would take for a formula is
//! written with an apostrophe before it, which is taken off again when it is read.

/// What a formula begins with.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Yields the rows of a file, each with the line it begins on, from 1.
pub fn rows(text: &str) -> impl Iterator<Item = (usize, Vec<String>)> + '_ {
    let first = text.lines().next().unwrap_or_default();
    let separator = match first.contains(';') && !first.contains(',') {
        true => ';',
        false => match first.contains('\t') && !first.contains(',') {
            true => '\t',
            false => ',',
        },
    };
    let mut letters = text.chars().peekable();
    let mut line = 1;
    std::iter::from_fn(move || {
        letters.peek()?;
        let (begun, mut row, mut cell) = (line, Vec::new(), String::new());
        let mut quoted = false;
        loop {
            match letters.next() {
                Some('"') if quoted && letters.peek() == Some(&'"') => {
                    letters.next();
                    cell.push('"');
                }
                Some('"') if quoted => quoted = false,
                Some('"') if cell.is_empty() => quoted = true,
                Some('\n') => {
                    line += 1;
                    if !quoted {
                        break;
                    }
                    cell.push('\n');
                }
                None => break,
                Some(c) if c == separator && !quoted => row.push(plain(&std::mem::take(&mut cell))),
                Some(c) => cell.push(c),
            }
        }
        row.push(plain(cell.trim_end_matches('\r')));
        Some((begun, row))
    })
}

/// A cell without the apostrophe that keeps it from being a formula.
fn plain(cell: &str) -> String {
    let guarded = |rest: &&str| rest.starts_with(FORMULA) || rest.starts_with('\'');
    let rest = cell.strip_prefix('\'').filter(guarded);
    rest.unwrap_or(cell).to_owned()
}

/// Writes a row.
pub fn put<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (n, cell) in cells.enumerate() {
        if n > 0 {
            text.push(',');
        }
        let guarded = cell.strip_prefix('\'').unwrap_or(cell);
        let guard = guarded.starts_with(FORMULA) || guarded.starts_with('\'');
        let odd = cell.contains([',', ';', '"', '\n', '\r', '\t']) || cell != cell.trim();
        if odd {
            text.push('"');
        }
        if guard {
            text.push('\'');
        }
        match odd {
            true => text.push_str(&cell.replace('"', "\"\"")),
            false => text.push_str(cell),
        }
        if odd {
            text.push('"');
        }
    }
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ppl_9_cells_are_read_as_they_were_written_and_none_is_a_formula() {
        let cells = [
            "plain",
            "a, b; c",
            "two\nlines",
            "said \"so\"",
            "=1+1",
            "+33 1",
            "-",
            "@x",
            "'t Hof",
            "'=x",
            "",
        ];
        let mut text = String::new();
        put(&mut text, cells.into_iter());
        for formula in ["=", "+", "@"] {
            assert!(!text.contains(&format!(",{formula}")), "{text}");
        }
        let read: Vec<(usize, Vec<String>)> = rows(&text).collect();
        assert_eq!(read, [(1, cells.map(str::to_owned).to_vec())]);
        let semicolons = "a;b\r\n1;\"x;y\"\r\n";
        let read: Vec<Vec<String>> = rows(semicolons).map(|(_, row)| row).collect();
        assert_eq!(read, [vec!["a", "b"], vec!["1", "x;y"]]);
    }
}
