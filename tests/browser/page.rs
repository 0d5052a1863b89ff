//! What is asked of a page, as the scripts that ask it. Plain DOM, the same in every engine.
//!
//! Text is what a person can see: white space counts as one space, what is hidden does not count.

/// `awake` or `failed`; at once where nothing on the page is alive; nothing while it is still waking.
pub(crate) const BOOT: &str = "if (document.readyState !== 'complete') return null;
    if (!document.querySelector('leptos-island')) return 'still';
    return document.documentElement.dataset.boot ?? null";

pub(crate) const SEES: &str = "const plain = (text) => text.replace(/\\s+/g, ' ');
    return plain(document.body.innerText).includes(plain(arguments[0]))";

pub(crate) const SEES_NOT: &str = "const plain = (text) => text.replace(/\\s+/g, ' ');
    return !plain(document.body.innerText).includes(plain(arguments[0]))";

pub(crate) const TEXT: &str = "const found = document.querySelector(arguments[0]);
    return found && found.innerText.replace(/\\s+/g, ' ').trim()";

pub(crate) const EACH: &str = "const [selector, attribute] = arguments;
    return [...document.querySelectorAll(selector)].map((found) => found.getAttribute(attribute) ?? '')";

/// The one visible thing to press with this name, or else the one whose name starts so.
pub(crate) const PRESSABLE: &str = "const name = arguments[0];
    const plain = (found) => found.textContent.replace(/\\s+/g, ' ').trim();
    const all = [...document.querySelectorAll('button, a[href], summary')].filter((found) => found.checkVisibility());
    const exact = all.filter((found) => plain(found) === name);
    const fit = exact.length ? exact : all.filter((found) => plain(found).startsWith(name));
    return fit.length > 1 ? { several: fit.map(plain) } : fit[0]";

/// The one visible element that a selector finds.
pub(crate) const ONE: &str = "const fit = [...document.querySelectorAll(arguments[0])]
        .filter((found) => found.checkVisibility());
    return fit.length > 1 ? { several: fit.length } : fit[0]";

/// The label of an answer, by the legend of its question and its own words.
pub(crate) const CHOICE: &str = "const [question, answer] = arguments;
    const plain = (found) => found.textContent.replace(/\\s+/g, ' ').trim();
    const group = [...document.querySelectorAll('fieldset')]
        .find((found) => plain(found.querySelector('legend')) === question);
    return group && [...group.querySelectorAll('label')].find((found) => plain(found) === answer)";

pub(crate) const PICK: &str = "const [field, value] = arguments;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }))";

/// Puts a text into a field at once; tells how long the handlers took, and how long until the page was drawn again.
pub(crate) const PASTE: &str = "const [field, value] = arguments;
    field.focus();
    field.value = value;
    const start = performance.now();
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
    const handled = performance.now() - start;
    requestAnimationFrame(() => setTimeout(() => tell([handled, performance.now() - start])))";

/// What reaches over the sides of the page, if anything does: as text, for whoever has to find it.
pub const OVERFLOW: &str = "const root = document.documentElement;
    const room = root.clientWidth;
    if (root.scrollWidth <= room) return '';
    const over = [...document.querySelectorAll('body *')].filter((found) => {
        const { left, right, width } = found.getBoundingClientRect();
        return width > 0 && (right > room + 0.5 || left < -0.5) && !found.closest('[tabindex=\"0\"]');
    });
    const name = (found) => `${found.localName}${found.id && '#' + found.id}.${found.getAttribute('class') ?? ''}`;
    return `${root.scrollWidth} px of ${room}: ${over.slice(0, 6).map(name).join(', ')}`";

/// Everything that any storage of this origin holds, and the address, as one text.
pub const STORED: &str = "const all = { address: location.href, cookie: document.cookie,
      local: { ...localStorage }, session: { ...sessionStorage }, databases: {}, caches: await caches.keys() };
    for (const { name } of await indexedDB.databases()) {
        const database = await new Promise((done, failed) => {
            const request = indexedDB.open(name);
            request.onsuccess = () => done(request.result);
            request.onerror = () => failed(request.error);
        });
        all.databases[name] = {};
        for (const store of database.objectStoreNames) {
            all.databases[name][store] = await new Promise((done, failed) => {
                const request = database.transaction(store).objectStore(store).getAll();
                request.onsuccess = () => done(request.result);
                request.onerror = () => failed(request.error);
            });
        }
        database.close();
    }
    tell(JSON.stringify(all))";
