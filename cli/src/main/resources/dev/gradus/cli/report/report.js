/* Without this script the page shows the same; with it, a cell opens without a jump, arrow keys walk the cells, commands can be copied. */
(function () {
  const root = document.documentElement;
  const wanted = new URLSearchParams(location.search).get('theme');
  if (wanted === 'light' || wanted === 'dark') root.dataset.theme = wanted;

  const top = document.querySelector('.top');
  const light = document.createElement('button');
  light.type = 'button';
  light.setAttribute('aria-label', 'light or dark');
  light.title = 'light or dark';
  const half = document.createElementNS(document.querySelector('svg').namespaceURI, 'svg');
  half.setAttribute('viewBox', '0 0 18 18');
  for (const d of ['M9 1.500a7.500 7.500 0 1 0 .01 0z', 'M9 1.500a7.500 7.500 0 0 1 0 15z']) {
    const path = document.createElementNS(half.namespaceURI, 'path');
    path.setAttribute('d', d);
    path.setAttribute('fill', half.firstChild ? 'currentColor' : 'none');
    path.setAttribute('stroke', 'currentColor');
    path.setAttribute('stroke-width', '1.6');
    half.append(path);
  }
  light.append(half);
  light.onclick = () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  };
  top.append(light);

  // paper is light
  let shown;
  addEventListener('beforeprint', () => { shown = root.dataset.theme; root.dataset.theme = 'light'; });
  addEventListener('afterprint', () => {
    if (shown) root.dataset.theme = shown;
    else delete root.dataset.theme;
  });

  const table = document.querySelector('.cm');
  const cells = Array.from(table.querySelectorAll('a'));
  const panel = cell => document.getElementById(cell.hash.slice(1));
  const open = cell => {
    for (const other of cells) {
      const chosen = other === cell;
      other.toggleAttribute('aria-current', false);
      if (chosen) other.setAttribute('aria-current', 'true');
      other.tabIndex = chosen ? 0 : -1;
      panel(other).classList.toggle('open', chosen);
    }
  };
  root.classList.add('js');
  const asked = cells.find(cell => cell.hash === location.hash);
  const first = asked || cells.find(cell => cell.classList.contains('first')) || cells[0];
  if (first) open(first);
  for (const cell of cells) {
    cell.onclick = event => { event.preventDefault(); open(cell); };
  }
  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  table.onkeydown = event => {
    const step = steps[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = event.target.closest('td');
    if (!at) return;
    event.preventDefault();
    let row = at.parentElement.rowIndex, column = at.cellIndex;
    for (;;) {
      row += step[0];
      column += step[1];
      const line = table.rows[row];
      const next = line ? line.cells[column] : null;
      if (!next || row === 0) return;
      const cell = next.querySelector('a');
      if (cell) { cell.focus(); open(cell); return; }
    }
  };

  if (navigator.clipboard) {
    for (const code of document.querySelectorAll('.steps code')) {
      const copy = document.createElement('button');
      copy.type = 'button';
      copy.textContent = 'copy';
      copy.onclick = () => navigator.clipboard.writeText(code.textContent).then(() => {
        copy.textContent = 'copied';
        setTimeout(() => { copy.textContent = 'copy'; }, 1500);
      });
      code.closest('.steps').classList.add('copied');
      code.parentElement.append(copy);
    }
  }
})();
