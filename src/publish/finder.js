{
  // A field that leaves of a list what fits. Without a script the whole list stands there, and the field does not.
  // "giff gaff", "Giffgaff" and "GIFFGAFF" are one name: only letters and digits count, without their accents.
  const plain = (text) => text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  for (const finder of document.querySelectorAll('[data-finder]')) {
    const field = finder.querySelector('input');
    const items = [...document.getElementById(finder.dataset.finder).children]
      .map((item) => ({ item, name: plain(item.textContent), usual: item.hidden }));
    const said = [...finder.querySelectorAll('[data-found]')];
    const find = () => {
      const wanted = plain(field.value);
      let found = 0;
      for (const { item, name, usual } of items) {
        item.hidden = wanted === '' ? usual : !name.includes(wanted);
        found += item.hidden ? 0 : 1;
      }
      const state = wanted === '' ? '' : found === 0 ? 'none' : found === 1 ? 'one' : 'many';
      for (const one of said) one.hidden = one.dataset.found !== state;
    };
    field.addEventListener('input', find);
    // Enter goes to the first that fits.
    field.addEventListener('keydown', (event) => {
      const first = items.find(({ item }) => !item.hidden);
      if (event.key === 'Enter' && plain(field.value) !== '' && first) first.item.querySelector('a').click();
    });
    finder.hidden = false;
    // A browser may have brought back what stood in the field.
    find();
  }
}
