//! The typesetter's world: one layout, one data file, three fonts. It denies every other file and every package, and it
//! does not know what day it is.

use super::{
    fonts::{BOOK, FONTS},
    paper::Layout,
};
use std::sync::LazyLock;
use typst::{
    Feature, Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

/// The standard library, with the functions that mark header cells of tables for assistive technology.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build())
});

static FORM: LazyLock<Option<Source>> = LazyLock::new(|| {
    layout(concat!(include_str!("../../templates/forms/common.typ"), include_str!("../../templates/forms/form.typ")))
});

static REPORT: LazyLock<Option<Source>> = LazyLock::new(|| {
    layout(concat!(include_str!("../../templates/forms/common.typ"), include_str!("../../templates/forms/report.typ")))
});

/// The two files that exist.
static MAIN: LazyLock<Option<FileId>> = LazyLock::new(|| file("/main.typ"));
static DATA: LazyLock<Option<FileId>> = LazyLock::new(|| file("/data.json"));

fn file(path: &str) -> Option<FileId> {
    VirtualPath::new(path).ok().map(|path| FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

fn layout(text: &str) -> Option<Source> {
    MAIN.map(|id| Source::new(id, text.to_owned()))
}

/// One document's world.
pub(super) struct PaperWorld {
    source: Source,
    data_id: FileId,
    data: Bytes,
}

impl PaperWorld {
    /// Lays the data beside the layout. `None` only when the fixed paths above were not paths.
    pub(super) fn new(kind: Layout, data: Vec<u8>) -> Option<Self> {
        let source = match kind {
            Layout::Form => FORM.clone()?,
            Layout::Report => REPORT.clone()?,
        };
        Some(Self { source, data_id: (*DATA)?, data: Bytes::new(data) })
    }
}

impl World for PaperWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data_id { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
