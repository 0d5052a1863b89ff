//! What the site answers, without any network: an address and what the browser accepts in, an answer out.
//! Faults for tests belong around this, so that what is served by default is only ever the site as it is shipped.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::encoding::Encoding;
use super::headers::Headers;
use super::media;
use super::place::{self, Place};

/// A built site and the headers it is shipped with.
#[derive(Clone, Debug)]
pub struct Site {
    root: PathBuf,
    headers: Headers,
}

/// A request, as far as a static site looks at it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Question<'a> {
    /// The address with its query, as sent: `/en/stolen/?x`.
    pub target: &'a str,
    /// `Accept-Encoding`, empty when it was not sent.
    pub accept_encoding: &'a str,
    /// `If-None-Match`, empty when it was not sent.
    pub if_none_match: &'a str,
}

/// A response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Each name once.
    pub headers: Vec<(String, String)>,
    /// Empty for a redirect and for a file that the browser still has.
    pub body: Vec<u8>,
}

impl Site {
    /// The site in a folder, with the rules of its `_headers` file, when it has one.
    pub fn open(root: &Path) -> io::Result<Self> {
        let headers = match fs::read_to_string(root.join("_headers")) {
            Ok(text) => text.parse().map_err(|bad| io::Error::other(format!("_headers, {bad}")))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Headers::default(),
            Err(error) => return Err(error),
        };
        if !root.is_dir() {
            return Err(io::Error::new(io::ErrorKind::NotFound, "there is no site there"));
        }
        Ok(Self { root: root.to_path_buf(), headers })
    }

    /// What a browser gets for its question.
    pub fn answer(&self, question: Question<'_>) -> Answer {
        let (path, query) = match question.target.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (question.target, None),
        };
        let mut answer = match place::of(&self.root, path) {
            Place::File(file) => file_answer(200, &file, question),
            Place::Folder(address) => {
                let query = query.map(|query| format!("?{query}")).unwrap_or_default();
                Answer::bare(301).with("Location", &format!("{address}{query}"))
            }
            // The page for an address that leads nowhere is a page of the site, never its start page with a 200.
            Place::Nowhere => file_answer(404, &self.root.join("404.html"), question),
        };
        for (name, value) in self.headers.of(path) {
            answer = answer.with(&name, &value);
        }
        answer
    }
}

impl Answer {
    /// An answer without headers or body.
    pub fn bare(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Vec::new() }
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The same answer with a header set; what the shipped file says replaces what was there, but for `Vary`.
    #[must_use]
    fn with(mut self, name: &str, value: &str) -> Self {
        match self.headers.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
            Some((_, known)) if name.eq_ignore_ascii_case("vary") => *known = format!("{known}, {value}"),
            Some((_, known)) => value.clone_into(known),
            None => self.headers.push((name.to_owned(), value.to_owned())),
        }
        self
    }
}

/// A file, or the smallest copy of it that the browser accepts.
fn file_answer(status: u16, file: &Path, question: Question<'_>) -> Answer {
    let accepted = Encoding::ALL.into_iter().filter(|encoding| encoding.is_accepted(question.accept_encoding));
    let mut copies = accepted.map(|encoding| {
        let mut name = file.as_os_str().to_owned();
        name.push(encoding.suffix());
        (encoding, PathBuf::from(name))
    });
    let read = copies.find_map(|(encoding, copy)| Some((encoding, tag(&copy)?, fs::read(copy).ok()?)));
    let Some((encoding, tag, body)) = read else {
        // A site without a page for this, or a file that went away just now.
        return Answer {
            body: b"not found\n".to_vec(),
            ..Answer::bare(404).with("Content-Type", media::of(Path::new("x.txt")))
        };
    };
    let mut answer = Answer::bare(status).with("Vary", "Accept-Encoding").with("Cache-Control", "no-cache");
    answer = answer.with("ETag", &tag).with("Content-Type", media::of(file));
    if encoding != Encoding::Identity {
        answer = answer.with("Content-Encoding", encoding.name());
    }
    let known = question.if_none_match.split(',').any(|known| known.trim().trim_start_matches("W/") == tag);
    match (status, known) {
        (200, true) => Answer { status: 304, ..answer },
        _ => Answer { body, ..answer },
    }
}

/// A strong entity tag: another length, time or copy is another tag.
fn tag(file: &Path) -> Option<String> {
    let found = file.metadata().ok().filter(fs::Metadata::is_file)?;
    let changed = found.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let copy = file.extension().and_then(|end| end.to_str()).unwrap_or_default();
    Some(format!("\"{:x}-{:x}-{copy}\"", found.len(), changed.as_nanos()))
}
