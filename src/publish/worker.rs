//! The picture reader's worker: wasm-bindgen's glue, then what answers the page.
//!
//! One file, because what a worker imports cannot carry integrity. The page starts it with
//! `new Worker(address, { type: 'module' })` and sends it one picture; it fetches its wasm with integrity.

use crate::{Problem, digest};

/// A worker that is ready to be written into the site.
#[derive(Clone, Debug)]
pub struct Made {
    /// The script's text.
    pub script: String,
    /// The script's file name: `barcode-<hash>.js`.
    pub script_file: String,
    /// The script's integrity value, for a page that asks for the script before it starts the worker.
    pub integrity: String,
    /// The wasm's file name: `barcode-<hash>.wasm`.
    pub wasm_file: String,
}

impl Made {
    /// Where the page finds the script.
    pub fn address(&self) -> String {
        format!("/{}", self.script_file)
    }
}

/// Ties the glue of wasm-bindgen's target `web` to its wasm. The caller writes both under the names in the answer.
pub fn make(glue: &str, wasm: &[u8]) -> Result<Made, Problem> {
    if !glue.contains("class Search") || !glue.contains("__wbg_init as default") {
        return Err(Problem::Unexpected(
            "the picture reader's glue has no class Search or no __wbg_init: is wasm-bindgen new?".into(),
        ));
    }
    let wasm_file = format!("barcode-{}.wasm", digest::short(wasm));
    let tail = ANSWER.replace("%WASM%", &format!("/{wasm_file}")).replace("%INTEGRITY%", &digest::integrity(wasm));
    let script = format!("{glue}\n{tail}");
    Ok(Made {
        script_file: format!("barcode-{}.js", digest::short(script.as_bytes())),
        integrity: digest::integrity(script.as_bytes()),
        script,
        wasm_file,
    })
}

/// Takes `{ pixels, width, height }`: a buffer of four bytes a pixel (or one, grey), and its sides.
///
/// Answers, as plain data: `{ kind: 'ready' }` when the wasm is there; `{ kind: 'looking', done, most, hits }` after each
/// look; `{ kind: 'done', hits, slip }`; or `{ kind: 'failed', why }` with `why` one of `program` (the wasm did not come),
/// `small`, `large`, `length` (no picture) and `look` (the reader died; hits that were told stay good). A hit is
/// `{ number, symbology, agreed }`. After `done` or `failed` the worker has ended: one worker reads one picture.
const ANSWER: &str = r"
const ready = (async () => {
  const answer = await fetch('%WASM%', { integrity: '%INTEGRITY%' });
  if (!answer.ok) throw new Error('no wasm');
  await __wbg_init({ module_or_path: await answer.arrayBuffer() });
  postMessage({ kind: 'ready' });
})();
const end = (message) => { postMessage(message); close(); };
const hits = (search) => Array.from({ length: search.found }, (_, place) => (
  { number: search.number(place), symbology: search.symbology(place), agreed: search.agreed(place) }));
addEventListener('message', async ({ data }) => {
  let why = 'program';
  try {
    await ready;
    why = 'length';
    const pixels = new Uint8Array(data.pixels);
    let search;
    try { search = new Search(pixels, data.width, data.height); } catch (bad) {
      if (typeof bad === 'string') why = bad; else why = 'look';
      throw bad;
    }
    why = 'look';
    while (search.step()) postMessage({ kind: 'looking', done: search.done, most: search.most, hits: hits(search) });
    end({ kind: 'done', hits: hits(search), slip: search.slip });
  } catch { end({ kind: 'failed', why }); }
}, { once: true });
ready.catch(() => end({ kind: 'failed', why: 'program' }));
";

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "export class Search {\n}\nexport { initSync, __wbg_init as default };";

    #[test]
    fn the_worker_carries_the_address_and_integrity_of_its_wasm() {
        let made = make(GLUE, b"wasm").expect("a worker");
        let integrity = digest::integrity(b"wasm");
        let fetched = format!("fetch('/{}', {{ integrity: '{integrity}' }})", made.wasm_file);
        assert!(made.script.starts_with(GLUE) && made.script.contains(&fetched), "{}", made.script);
        assert!(!made.script.contains('%'), "a place was not filled in");
        assert_eq!(made.integrity, digest::integrity(made.script.as_bytes()));
        assert_eq!(made.address(), format!("/barcode-{}.js", digest::short(made.script.as_bytes())));
    }

    #[test]
    fn another_wasm_gives_another_worker() {
        let [one, other] = [b"one", b"two"].map(|wasm: &[u8; 3]| make(GLUE, wasm).expect("a worker"));
        assert_ne!((one.script_file, one.wasm_file), (other.script_file, other.wasm_file));
    }

    #[test]
    fn the_worker_starts_nothing_that_the_policy_forbids() {
        for word in ["import(", "importScripts", "eval(", "new Function", "blob:", "data:", "http"] {
            assert!(!ANSWER.contains(word), "{word}");
        }
    }

    #[test]
    fn a_glue_of_another_shape_is_refused() {
        assert!(make("export default 1;", b"").is_err());
    }
}
