{
  // The page's half of offline use: registers the worker when the page is done, and shows what it says. All words stand in
  // the page: this shows the one state that is true (`data-offline`) and the remarks that are (`data-offline-also`).
  // Where a setting forbids it, asking is an error in some browsers.
  const container = (() => { try { return navigator.serviceWorker; } catch { return undefined; } })();
  const root = document.documentElement;
  const each = (name) => document.querySelectorAll(`[data-${name}]`);
  const isBorrowed = () => location.hash === '#borrowed';
  const HOUR = 3_600_000;
  let current;
  let build;
  let pressed = false;
  let touched = false;

  const show = (name) => {
    root.dataset.offlineState = name;
    for (const node of each('offline')) node.hidden = !node.dataset.offline.split(' ').includes(name);
  };
  const also = (name, is = true) => {
    for (const node of each('offline-also')) if (node.dataset.offlineAlso === name) node.hidden = !is;
  };
  const put = (name, value) => {
    for (const node of each('offline-number')) if (node.dataset.offlineNumber === name) node.textContent = value;
  };
  const size = (bytes) => new Intl.NumberFormat(root.lang, {
    style: 'unit', unit: 'megabyte', minimumFractionDigits: 1, maximumFractionDigits: 1,
  }).format(bytes / 1e6);
  const progress = ({ done, files }) => {
    for (const bar of each('offline-bar')) { bar.max = files; bar.value = done; }
    put('done', done);
    put('of', files);
  };
  const ask = (worker, question, hear) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => hear(data);
    worker.postMessage(question, [port2]);
  };

  // Anything that a person did to this page, heard or found: it is not loaded anew over their head.
  for (const name of ['input', 'change']) addEventListener(name, () => { touched = true; }, true);
  addEventListener('click', ({ target }) => {
    if (target.closest?.('main button') && !target.closest('[data-offline-do]')) touched = true;
  }, true);
  const isTouched = () => touched || [...document.querySelectorAll('input, textarea')].some((field) =>
    field.checked !== field.defaultChecked || field.value !== field.defaultValue);

  const stated = ({ kind, build: own, packs }) => {
    if (kind !== 'state') return;
    const core = packs[''];
    const isFirst = !build;
    build = own;
    const sums = Object.values(packs);
    const total = (part) => sums.reduce((sum, pack) => sum + pack[part], 0);
    put('files', total('held'));
    put('size', size(total('heldBytes')));
    put('more', size(total('bytes') - total('heldBytes')));
    also('more', total('held') < total('files') && !isBorrowed());
    also('all', total('held') === total('files'));
    for (const node of each('offline-pack')) {
      const pack = packs[node.dataset.offlinePack];
      node.hidden = !pack || pack.held < pack.files;
    }
    show(core.held === core.files ? 'ready' : 'failed');
    if (isFirst) check();
  };

  const waits = () => {
    also('update');
    if (root.dataset.offlineMust) must();
  };
  const look = (registration) => {
    current = registration;
    if (registration.active) ask(registration.active, 'state', stated);
    if (registration.active && registration.waiting) waits();
  };
  const follow = (registration) => {
    const worker = registration.installing;
    if (!worker) return;
    if (!registration.active) show('working');
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed' && registration.active) waits();
      if (worker.state === 'activated') look(registration);
      if (worker.state === 'redundant' && !registration.active) show('failed');
    });
  };

  // The new version takes the place of the old one: never over something typed, and never under another open page.
  const use = (sure) => {
    also('others', false);
    also('typed', false);
    if (!sure && isTouched()) { also('typed'); return; }
    if (!current?.waiting) return;
    pressed = true;
    ask(current.waiting, 'use', ({ kind }) => { if (kind === 'others') { pressed = false; also('others'); } });
  };

  // A version that no one should go on with: said before everything else, and left at once where nothing is lost by it.
  const must = () => {
    root.dataset.offlineMust = 'yes';
    if (!current?.waiting) return;
    also('must');
    const notice = document.querySelector('[data-offline-also=update]');
    if (notice) document.querySelector('main')?.prepend(notice);
    use(false);
  };
  const check = async () => {
    try {
      if (!container.controller || !build) return;
      const { build: newest, min_build: least } = await (await fetch('/version.json', { cache: 'no-store' })).json();
      if (newest !== build) await current?.update();
      if (least > Number.parseInt(build, 10)) must();
    } catch {
      // Without a connection there is nothing to compare with.
    }
  };

  const register = async () => {
    try {
      const registration = await container.register(
        workers ? workers.createScriptURL('/sw.js') : '/sw.js', { updateViaCache: 'none' },
      );
      registration.addEventListener('updatefound', () => follow(registration));
      follow(registration);
      look(registration);
    } catch {
      // Blocked by a setting, or no connection and nothing kept: the page works as it is.
      show('blocked');
    }
  };

  const deeds = {
    start: () => {
      if (current?.active) { deeds.test(); return; }
      show('working');
      register();
    },
    use: () => use(false),
    anyway: () => use(true),
    everything: () => {
      show('working');
      ask(current.active, 'everything', (told) => {
        if (told.kind === 'progress') progress(told);
        else { stated(told); also('lost', told.kind === 'failed'); if (told.kind === 'failed') look(current); }
      });
    },
    test: () => {
      also('sound', false);
      also('damaged', false);
      show('working');
      ask(current.active, 'test', (told) => {
        if (told.kind === 'progress') { progress(told); return; }
        const sound = told.kind === 'tested' && told.mended;
        put('tested', told.files);
        also('sound', sound);
        also('damaged', !sound);
        look(current);
      });
    },
    remove: async () => {
      await current?.unregister();
      for (const name of await caches.keys()) if (name.startsWith('ringfence-')) await caches.delete(name);
      show('removed');
    },
  };
  addEventListener('click', ({ target }) => {
    const name = target.closest?.('[data-offline-do]')?.dataset.offlineDo;
    if (Object.hasOwn(deeds, name ?? '')) deeds[name]();
  });

  // Who pays for every byte, or waits for it, is not made to.
  const isScarce = () => navigator.connection?.saveData || /2g/.test(navigator.connection?.effectiveType ?? '')
    || matchMedia('(prefers-reduced-data: reduce)').matches;
  const begin = async () => {
    const known = await container.getRegistration().catch(() => null);
    if (known || !isScarce()) register();
    else show('scarce');
  };

  addEventListener('beforeinstallprompt', (event) => {
    if (isBorrowed() || document.body.classList.contains('page-stolen')) event.preventDefault();
  });
  if (container) {
    container.addEventListener('controllerchange', () => { if (pressed) location.reload(); });
    container.addEventListener('message', ({ data }) => {
      if (data?.kind === 'progress') progress(data);
      if (data?.kind === 'gone' && !isTouched()) location.reload();
    });
    document.addEventListener('visibilitychange', () => { if (!document.hidden) check(); });
    setInterval(check, HOUR);
    // After everything that the page itself needs.
    const later = () => setTimeout(() => (globalThis.requestIdleCallback ?? setTimeout)(begin), 1_000);
    if (document.readyState === 'complete') later(); else addEventListener('load', later);
  } else {
    show('none');
  }
}
