//! Compressed twins of every text file, made once at build time.
//!
//! A host that knows `.br` and `.gz` sends them as they are; nobody compresses on a request.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::Problem;

/// Endings worth compressing: everything but pictures, which are compressed already.
const TEXT: &[&str] = &["html", "css", "js", "wasm", "json", "svg", "txt", "webmanifest", "bin"];

/// Writes `name.br` and `name.gz` beside every file of the site that gains from it.
pub fn write(site: &Path) -> Result<(), Problem> {
    for entry in fs::read_dir(site).map_err(Problem::file(site))? {
        let path = entry.map_err(Problem::file(site))?.path();
        if path.is_dir() {
            write(&path)?;
        } else if path.extension().is_some_and(|ending| TEXT.iter().any(|text| *text == ending)) {
            one(&path)?;
        }
    }
    Ok(())
}

/// Writes the twins of one file.
pub(crate) fn one(path: &Path) -> Result<(), Problem> {
    let bytes = fs::read(path).map_err(Problem::file(path))?;
    put(path, "br", &brotli_of(&bytes), bytes.len())?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    let gzipped = gzip.write_all(&bytes).and_then(|()| gzip.finish()).map_err(Problem::file(path))?;
    put(path, "gz", &gzipped, bytes.len())
}

fn put(path: &Path, ending: &str, packed: &[u8], plain: usize) -> Result<(), Problem> {
    let twin = path.with_file_name(format!("{}.{ending}", path.file_name().unwrap_or_default().to_string_lossy()));
    if packed.len() < plain { fs::write(&twin, packed).map_err(Problem::file(&twin)) } else { Ok(()) }
}

/// Brotli at its best quality, with a window as large as the file needs.
pub fn brotli_of(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    // Writing into a vector cannot fail; an empty answer would only mean that no twin is written.
    let _ = brotli::BrotliCompress(&mut &bytes[..], &mut packed, &settings);
    packed
}
