//! The one script of a page with islands: wasm-bindgen's glue, the page's half of offline use, then what wakes the islands.
//!
//! It is one external module, so that the content security policy can forbid every inline script.

use crate::assets::Script;
use crate::{Problem, offline};

/// Appends the start to the glue. `wasm` is the wasm's address and `integrity` its hash; `reader` is the worker that this
/// bundle may start.
pub fn script(glue: &str, wasm: &str, integrity: &str, reader: Option<&Script>) -> Result<String, Problem> {
    let islands = islands(glue);
    if !glue.contains("export function hydrate(") || !glue.contains("__wbg_init as default") {
        return Err(Problem::Unexpected(
            "the glue script exports no hydrate() or no __wbg_init: is wasm-bindgen new?".into(),
        ));
    }
    let table = islands.join(",");
    let workers: Vec<&str> = reader.iter().map(|reader| reader.address.as_str()).collect();
    let offline = offline::script(&workers);
    let reader = reader.map_or_else(String::new, |reader| {
        READER.replace("%READER%", &reader.address).replace("%INTEGRITY%", &reader.integrity)
    });
    Ok(format!(
        "{glue}\n{offline}{reader}{}",
        START.replace("%ISLANDS%", &table).replace("%WASM%", wasm).replace("%INTEGRITY%", integrity)
    ))
}

/// The exported functions that wake an island: Leptos names them after the component and a hash of its source.
fn islands(glue: &str) -> Vec<&str> {
    glue.lines()
        .filter_map(|line| line.strip_prefix("export function ")?.split('(').next())
        .filter(|name| {
            name.rsplit_once('_').is_some_and(|(component, hash)| {
                component.starts_with(|first: char| first.is_ascii_uppercase())
                    && !hash.is_empty()
                    && hash.bytes().all(|byte| byte.is_ascii_digit())
            })
        })
        .collect()
}

/// Starts the picture reader when it is asked for. A worker's own script cannot carry integrity, so it is fetched with it
/// first: the name carries a hash and is cached for ever, and the worker takes it from the cache. The policy `workers` knows
/// its address.
const READER: &str = r"
globalThis.startReader = async () => {
  if (!(await fetch('%READER%', { integrity: '%INTEGRITY%' })).ok) throw new Error('no reader');
  return new Worker(workers ? workers.createScriptURL('%READER%') : '%READER%', { type: 'module' });
};
";

/// Waits for the first paint, fetches the wasm with integrity, wakes the islands in document order, and tells them what
/// a person typed or chose before they were awake.
///
/// The policy `default` exists because Leptos builds static views from a template, which Trusted Types calls a sink; it
/// refuses anything that could run. A failure shows the panel that stands in the page from the start.
const START: &str = r"
const refused = /<\s*(script|iframe|object|embed|base|meta|link)|\son\w+\s*=|javascript:|srcdoc/i;
if (globalThis.trustedTypes) trustedTypes.createPolicy('default', {
  createHTML: (html) => refused.test(html) ? null : html,
  createScriptURL: () => null,
  createScript: () => null,
});
const table = {%ISLANDS%};
const root = document.documentElement;
const fail = (why) => { root.dataset.boot = 'failed'; console.warn('islands did not start:', why); };
const wake = (node) => {
  for (const child of node.children) {
    if (child.localName === 'leptos-island') table[child.dataset.component]?.(child);
    wake(child);
  }
};
const start = async () => {
  try {
    if (!globalThis.WebAssembly) throw new Error('no WebAssembly');
    const bytes = await (await fetch('%WASM%', { integrity: '%INTEGRITY%' })).arrayBuffer();
    await __wbg_init({ module_or_path: bytes });
    const typed = [...document.querySelectorAll('leptos-island :is(input, textarea, select)')]
      .map((field) => [field, field.value, field.checked]);
    hydrate();
    wake(document.body);
    for (const [field, value, checked] of typed) {
      if (field.matches('[type=radio], [type=checkbox]')) { if (!checked) continue; field.checked = true; }
      else if (value) field.value = value; else continue;
      for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
    }
    globalThis.wakeIslands = wake;
    root.dataset.boot = 'awake';
  } catch (why) { fail(why); }
};
if (document.querySelector('leptos-island')) {
  if (document.visibilityState === 'visible') requestAnimationFrame(() => setTimeout(start)); else setTimeout(start);
}
";

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "export function hydrate() {\n}\nexport function Reader_123(el) {\n}\nexport function other_x(a) {}\nexport { initSync, __wbg_init as default };";

    #[test]
    fn the_table_names_every_island_and_nothing_else() {
        assert_eq!(islands(GLUE), ["Reader_123"]);
    }

    #[test]
    fn the_script_carries_address_and_integrity() {
        let script = script(GLUE, "/app-1.wasm", "sha384-x", None).expect("a script");
        assert!(script.contains("fetch('/app-1.wasm', { integrity: 'sha384-x' })"), "{script}");
        assert!(script.contains("const table = {Reader_123};"));
    }

    #[test]
    fn only_a_bundle_that_reads_pictures_can_start_the_reader() {
        let reader = Script { address: "/barcode-1.js".into(), integrity: "sha384-y".into() };
        let with = script(GLUE, "/a.wasm", "sha384-x", Some(&reader)).expect("a script");
        assert!(
            with.contains("new Worker(") && with.contains("fetch('/barcode-1.js', { integrity: 'sha384-y' })"),
            "{with}"
        );
        assert!(!script(GLUE, "/a.wasm", "sha384-x", None).expect("a script").contains("new Worker("));
    }

    #[test]
    fn a_glue_of_another_shape_is_refused() {
        assert!(script("export default 1;", "/a", "b", None).is_err());
    }
}
