//! The shape of what is kept: the fields of each struct and the variants of each enum that an event is made of, in
//! their order, which is all that the encoding goes by. One file a format (`tests/golden/shape-*.txt`).

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_reflection::{
    ContainerFormat, Format as Type, Samples, Tracer, TracerConfig, VariantFormat,
};

use super::kept;
use crate::domain::stored::past::Format;
use crate::journal::FORMAT;

/// The parts of a type: a line for a struct, a line a variant for an enum.
type Shape = BTreeMap<String, Vec<String>>;

fn named(of: &Type) -> String {
    match of {
        Type::TypeName(name) => name.clone(),
        Type::Option(of) => format!("{}?", named(of)),
        Type::Seq(of) => format!("[{}]", named(of)),
        Type::Map { key, value } => format!("{{{}: {}}}", named(key), named(value)),
        Type::Tuple(all) => format!("({})", all.iter().map(named).collect::<Vec<_>>().join(", ")),
        Type::TupleArray { content, size } => format!("[{}; {size}]", named(content)),
        Type::Variable(of) => of.borrow().as_ref().map_or("-".to_owned(), named),
        plain => format!("{plain:?}").to_lowercase(),
    }
}

fn fields(all: &[serde_reflection::Named<Type>]) -> String {
    let field =
        |one: &serde_reflection::Named<Type>| format!("{}: {}", one.name, named(&one.value));
    all.iter().map(field).collect::<Vec<_>>().join(", ")
}

fn variant(of: &VariantFormat) -> String {
    match of {
        VariantFormat::Unit => String::new(),
        VariantFormat::NewType(of) => format!("({})", named(of)),
        VariantFormat::Tuple(all) => {
            format!("({})", all.iter().map(named).collect::<Vec<_>>().join(", "))
        }
        VariantFormat::Struct(all) => format!(" {{ {} }}", fields(all)),
        VariantFormat::Variable(of) => of.borrow().as_ref().map_or("-".to_owned(), variant),
    }
}

fn shape() -> Shape {
    let (mut tracer, mut samples) = (Tracer::new(TracerConfig::default()), Samples::new());
    for event in kept::all_events() {
        tracer.trace_value(&mut samples, &event).expect("traced");
    }
    let registry = tracer.registry_unchecked();
    let lines = |of: &ContainerFormat| match of {
        ContainerFormat::UnitStruct => Vec::new(),
        ContainerFormat::NewTypeStruct(of) => vec![named(of)],
        ContainerFormat::TupleStruct(all) => all.iter().map(named).collect(),
        ContainerFormat::Struct(all) => vec![fields(all)],
        ContainerFormat::Enum(all) => all
            .iter()
            .map(|(n, one)| format!("{n} {}{}", one.name, variant(&one.value)))
            .collect(),
    };
    registry
        .iter()
        .map(|(name, of)| (name.clone(), lines(of)))
        .collect()
}

fn text(shape: &Shape) -> String {
    let one = |(name, lines): (&String, &Vec<String>)| {
        let lines: String = lines.iter().map(|line| format!("    {line}\n")).collect();
        format!("{name}\n{lines}")
    };
    shape.iter().map(one).collect()
}

fn path(format: u8) -> PathBuf {
    PathBuf::from(format!(
        "{}/tests/golden/shape-{format}.txt",
        env!("CARGO_MANIFEST_DIR")
    ))
}

/// The shapes of a file.
fn read(text: &str) -> Shape {
    let mut shape = Shape::new();
    let mut of = String::new();
    for line in text.lines() {
        match line.strip_prefix("    ") {
            Some(line) => shape.entry(of.clone()).or_default().push(line.to_owned()),
            None => of = line.to_owned(),
        }
    }
    shape
}

#[test]
fn invariant_7_what_is_kept_has_the_shape_of_its_format() {
    let now = shape();
    let kept = kept::file(&path(FORMAT), &text(&now));
    let (now_kept, kept) = (text(&now), kept);
    let others = |these: &str, those: &str| -> Vec<String> {
        let those: Vec<&str> = those.lines().collect();
        let lines = these.lines().filter(|line| !those.contains(line));
        lines.map(str::to_owned).collect()
    };
    assert!(
        now_kept == kept,
        "format {FORMAT} has another shape: to add a field see src/domain/stored/past.rs\nwas {:#?}\nis {:#?}",
        others(&kept, &now_kept),
        others(&now_kept, &kept)
    );
    let kept = now.get("Stored").map_or(0, Vec::len);
    assert_eq!(
        kept,
        crate::domain::stored::VARIANTS,
        "an event stands in no golden file"
    );
}

/// What were variants once and are entries of a list since: kept as the same numbers
/// (`wks_9_an_entry_is_kept_as_it_was_when_it_was_a_variant`).
const BECAME_ENTRIES: &[&str] = &["Ending", "Subscription"];

/// A line of an older shape, with numbers where entries of lists stand since.
fn with_entries(line: &str) -> String {
    let mut line = line.to_owned();
    for name in BECAME_ENTRIES {
        line = line.replace(&format!(": {name}"), ": u32");
    }
    line
}

/// How many fields a line of a struct has: what stands within brackets is of one of them.
fn counted(line: &str) -> usize {
    let mut depth = 0_i32;
    let commas = line.chars().filter(|c| {
        depth += i32::from("([{".contains(*c)) - i32::from(")]}".contains(*c));
        *c == ',' && depth == 0
    });
    commas.count() + 1
}

/// A struct of an older format is the beginning of today's, and its reader is told how long it was.
#[test]
fn invariant_7_structs_only_grew_at_their_end_since_each_format() {
    let now = shape();
    for format in 2..=FORMAT {
        let was = read(&std::fs::read_to_string(path(format)).expect("read"));
        let entries = |name: &str| BECAME_ENTRIES.contains(&name);
        for (name, lines) in was.iter().filter(|(name, _)| !entries(name)) {
            let lines: &Vec<String> = &lines.iter().map(|line| with_entries(line)).collect();
            let today = now.get(name).unwrap_or_else(|| panic!("{name} is gone"));
            let grown = lines.len() == 1 && today.len() == 1 && today[0].starts_with(&lines[0]);
            let more = lines.len() <= today.len() && today.starts_with(lines);
            assert!(
                grown || more,
                "{name} of format {format}: {lines:?}, today {today:?}"
            );
            if grown && lines != today {
                let had = counted(&lines[0]);
                assert_eq!(
                    Format(format).had(name),
                    Some(had),
                    "{name} needs a line in GROWN"
                );
            }
        }
    }
}
