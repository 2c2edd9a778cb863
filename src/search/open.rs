//! Opens the index on disk, checks it, or starts it anew.
//!
//! It deletes only files that an index makes, and only when no process is writing them.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use tantivy::directory::{Directory, INDEX_WRITER_LOCK, MmapDirectory};
use tantivy::indexer::IndexWriterOptions;
use tantivy::store::Compressor;
use tantivy::{IndexSettings, IndexWriter, ReloadPolicy, TantivyError};

use super::problem::{Kind, Problem};
use super::reader::Reader;
use super::schema::{self, Fields, TOKENIZER};
use super::words::WordTokenizer;

/// What the writer may hold in memory before it writes to disk, in bytes.
const MEMORY: usize = 48 << 20;

/// An index that is sound, ready to be written and read.
pub(super) struct Opened {
    pub inner: tantivy::Index,
    pub writer: IndexWriter,
    pub reader: Reader,
    /// Journal sequence that the last commit covers.
    pub covered: u64,
    /// Why it was started anew, if it was.
    pub rebuilt: Option<String>,
}

/// Opens the index in `dir`, or makes one there; a damaged one, or one of another format, starts anew.
pub(super) fn open(dir: &Path) -> Result<Opened, Problem> {
    fs::create_dir_all(dir)
        .map_err(|error| Problem::from_io("the search folder cannot be made", &error))?;
    let files = own_files(dir)?;
    if files.is_empty() {
        return create(dir);
    }
    // Damaged files can make the library panic; that is damage like any other.
    let opened = catch_unwind(AssertUnwindSafe(|| open_existing(dir)));
    let problem = match opened {
        Ok(Ok(opened)) => return Ok(opened),
        Ok(Err(problem)) => problem,
        Err(_) => Problem::new(Kind::Damaged, "the search index is damaged".to_owned()),
    };
    match problem.kind {
        Kind::Disk | Kind::Busy => Err(problem),
        Kind::Damaged => {
            clear(dir, &files)?;
            let mut opened = create(dir)?;
            opened.rebuilt = Some(problem.what);
            Ok(opened)
        }
    }
}

/// One worker, one merger: search must leave the machine to the people.
pub(super) fn new_writer(inner: &tantivy::Index) -> tantivy::Result<IndexWriter> {
    inner.writer_with_options(
        IndexWriterOptions::builder()
            .memory_budget_per_thread(MEMORY)
            .num_worker_threads(1)
            .num_merge_threads(1)
            .build(),
    )
}

pub(super) fn commit_through(writer: &mut IndexWriter, through: u64) -> tantivy::Result<()> {
    let mut commit = writer.prepare_commit()?;
    commit.set_payload(&schema::mark(through));
    commit.commit()?;
    Ok(())
}

/// What the last commit covers, as the disk has it; nothing if it is of another format.
pub(super) fn committed(inner: &tantivy::Index) -> tantivy::Result<Option<u64>> {
    let mark = inner.load_metas()?.payload;
    Ok(mark.as_deref().and_then(schema::covered_by))
}

fn open_existing(dir: &Path) -> Result<Opened, Problem> {
    let doing = "the search index cannot be opened";
    let fault = |error: TantivyError| Problem::reading(doing, &error);
    let inner = tantivy::Index::open_in_dir(dir).map_err(fault)?;
    let (expected, fields) = schema::schema();
    let covered = committed(&inner).map_err(fault)?;
    let (Some(covered), true) = (covered, inner.schema() == expected) else {
        let what = "the search index has another format".to_owned();
        return Err(Problem::new(Kind::Damaged, what));
    };
    if !inner.validate_checksum().map_err(fault)?.is_empty() {
        let what = "the search index is damaged".to_owned();
        return Err(Problem::new(Kind::Damaged, what));
    }
    let writer = new_writer(&inner).map_err(fault)?;
    assemble(inner, writer, fields, covered).map_err(fault)
}

fn create(dir: &Path) -> Result<Opened, Problem> {
    let (schema, fields) = schema::schema();
    let make = || {
        let inner = tantivy::Index::builder()
            .schema(schema)
            .settings(IndexSettings {
                docstore_compression: Compressor::None,
                docstore_compress_dedicated_thread: false,
                ..IndexSettings::default()
            })
            .create_in_dir(dir)?;
        let mut writer = new_writer(&inner)?;
        commit_through(&mut writer, 0)?;
        assemble(inner, writer, fields, 0)
    };
    make().map_err(|error| Problem::writing("the search index cannot be made", &error))
}

/// Readers are told of each commit by the writer: nothing watches the disk while all is at rest.
fn assemble(
    inner: tantivy::Index,
    writer: IndexWriter,
    fields: Fields,
    covered: u64,
) -> tantivy::Result<Opened> {
    inner.tokenizers().register(TOKENIZER, WordTokenizer);
    let reader = inner
        .reader_builder()
        .reload_policy(ReloadPolicy::Manual)
        .try_into()?;
    Ok(Opened {
        inner,
        writer,
        reader: Reader {
            inner: reader,
            fields,
        },
        covered,
        rebuilt: None,
    })
}

/// Deletes the files of an index, unless another process is writing it.
fn clear(dir: &Path, files: &[PathBuf]) -> Result<(), Problem> {
    let folder = MmapDirectory::open(dir)
        .map_err(|error| Problem::reading("the search folder cannot be opened", &error.into()))?;
    let _lock = folder
        .acquire_lock(&INDEX_WRITER_LOCK)
        .map_err(|error| Problem::reading("the search index cannot be rebuilt", &error.into()))?;
    for file in files {
        fs::remove_file(file)
            .map_err(|error| Problem::from_io("the search index cannot be deleted", &error))?;
    }
    Ok(())
}

/// The files in the folder that an index makes, locks apart.
fn own_files(dir: &Path) -> Result<Vec<PathBuf>, Problem> {
    let fault = |error| Problem::from_io("the search folder cannot be read", &error);
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if is_own(&path) {
            files.push(path);
        }
    }
    Ok(files)
}

/// `meta.json`, `.managed.json`, and segments: 32 hexadecimal digits, with extensions.
fn is_own(path: &Path) -> bool {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
        return false;
    };
    let (stem, _) = name.split_once('.').unwrap_or((name, ""));
    let segment = stem.len() == 32 && stem.bytes().all(|b| b.is_ascii_hexdigit());
    segment || matches!(name, "meta.json" | ".managed.json")
}
