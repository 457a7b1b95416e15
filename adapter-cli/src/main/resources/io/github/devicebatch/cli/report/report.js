'use strict';
(function () {
  const table = document.querySelector('table.devices');
  if (!table) {
    return;
  }
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const controls = document.querySelector('.controls');
  const search = document.getElementById('search');
  const outcome = document.getElementById('outcome');
  const shown = document.getElementById('shown');
  const compare = new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare;
  const texts = new Map();
  let pending = 0;

  function text(row) {
    if (!texts.has(row)) {
      texts.set(row, row.textContent.toLowerCase());
    }
    return texts.get(row);
  }

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const kept = (!outcome.value || row.dataset.outcome === outcome.value) && words.every(word => text(row).includes(word));
      row.hidden = !kept;
      count += kept ? 1 : 0;
    }
    shown.textContent = count + ' of ' + rows.length + ' devices shown';
  }

  function sort(header) {
    const column = header.cellIndex;
    const descending = header.getAttribute('aria-sort') === 'ascending';
    const keyed = rows.map((row, index) => ({ row, index, key: row.cells[column].textContent }));
    keyed.sort((one, other) => (descending ? -1 : 1) * compare(one.key, other.key) || one.index - other.index);
    for (const other of header.parentNode.cells) {
      other.removeAttribute('aria-sort');
    }
    header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    const fragment = document.createDocumentFragment();
    keyed.forEach(entry => fragment.append(entry.row));
    body.append(fragment);
  }

  for (const header of table.tHead.rows[0].cells) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = header.textContent;
    button.addEventListener('click', () => sort(header));
    header.replaceChildren(button);
  }
  search.addEventListener('input', () => {
    clearTimeout(pending);
    pending = setTimeout(filter, rows.length > 2000 ? 150 : 0);
  });
  outcome.addEventListener('change', filter);
  controls.hidden = false;
  document.documentElement.dataset.ready = 'true';
})();
