//! A line that is typed into its words, as filters read it: what stands between straight double quotes is one word, spaces
//! and all (`tag:"seasonal rental"`). Nothing typed is an error: a quote that is not closed goes on to the end.

/// Returns the words of a line, without their quotes.
pub fn words(line: &str) -> Vec<String> {
    let (mut all, mut word) = (Vec::new(), None::<String>);
    let mut inside = false;
    for c in line.chars() {
        match c {
            '"' => {
                inside = !inside;
                word.get_or_insert_default();
            }
            c if c.is_whitespace() && !inside => all.extend(word.take()),
            c => word.get_or_insert_default().push(c),
        }
    }
    all.extend(word);
    let said = all.into_iter().map(|word| word.trim().to_owned());
    said.filter(|word| !word.is_empty()).collect()
}

/// Returns a word as it is typed: between quotes where it has a space in it.
pub fn quoted(word: &str) -> String {
    if !word.contains(char::is_whitespace) {
        return word.to_owned();
    }
    match word.split_once(':') {
        Some((name, value)) if !name.contains(char::is_whitespace) => format!("{name}:\"{value}\""),
        _ => format!("\"{word}\""),
    }
}

/// Returns the line that arguments make: one that is a single filter is quoted, since whoever typed it quoted it, for a shell.
pub fn line(args: &[String]) -> String {
    let one = |arg: &String| match arg.split_once(':') {
        Some((name, value))
            if !arg.contains('"')
                && !value.contains(':')
                && !name.contains(char::is_whitespace) =>
        {
            quoted(arg)
        }
        _ => arg.clone(),
    };
    args.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn req_12_what_stands_between_quotes_is_one_word() {
        let split = |line: &str| words(line).join("|");
        assert_eq!(split("  is:open  a\tb "), "is:open|a|b");
        assert_eq!(split("tag:\"seasonal rental\" x"), "tag:seasonal rental|x");
        assert_eq!(split("\"une phrase\" tag:\"\" \"\""), "une phrase|tag:");
        assert_eq!(split("tag:\"not closed yet"), "tag:not closed yet");
        assert_eq!(split("a\"b\"c"), "abc");
        let args = |args: &[&str]| line(&args.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(
            args(&["tag:seasonal rental", "x"]),
            "tag:\"seasonal rental\" x"
        );
        assert_eq!(
            args(&["is:open tag:x", "two words"]),
            "is:open tag:x two words"
        );
        for word in ["one", "tag:seasonal rental", "two words"] {
            assert_eq!(words(&quoted(word)), [word]);
        }
    }
}
