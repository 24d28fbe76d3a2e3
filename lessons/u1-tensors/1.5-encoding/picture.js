/**
 * Three things and the numbers they become: a picture and its planes, a sentence and its ids, a row of a table
 * and its one-hot part. Each can be changed on either side, and the other follows.
 */
const words = {
  picture: 'A picture', sentence: 'A sentence', row: 'A row of a table', planes: ['red', 'green', 'blue'],
  pixel: (x, y, rgb) => `Pixel [${y}, ${x}]: ${rgb.join(', ')}`, colours: 'the picture', pick: 'Arrow keys walk the pixels.',
  text: 'the sentence', ids: 'its ids', id: word => `id of ${word}`, unknown: word => `“${word}” is not in the vocabulary: it becomes 0, and there is no way back.`,
  said: 'back again: ', vocabulary: 'The vocabulary: ',
  colour: 'colour', age: 'age', missing: 'age is missing', other: 'mauve', encoded: 'encoded', cell: name => `${name}, encoded`,
  back: (colour, age) => `back again: ${colour}, ${age}`, lost: 'unknown age', years: age => `age ${age}`,
  same: 'The way back leads to where it began.', flag: 'missing?', changed: 'Changed by hand, it says:',
  invalid: { text: 'Up to eight words, please.', id: 'A whole number from 0 to 13.', age: 'A number from 0 to 120.', row: 'A number, please.' },
  heads: ['thing', 'numbers', 'back again'],
  summary: text => `A picture, a sentence and a row of a table, each as numbers. ${text}`,
};
const MOST_WORDS = 8;

/**
 * @param {HTMLElement} root
 * @param {any} kit
 */
export default function picture(root, kit) {
  const { el, svg, clamp } = kit;
  const parts = [pixels(), sentence(), row()];
  root.append(el('div', { class: 'pthings' }, ...parts.map(part => part.node)));

  function thing(title, shape, ...content) {
    return el('section', { class: 'puse', 'aria-label': title }, el('h3', {}, title, ' ', el('span', { class: 'qq' }, shape)), ...content);
  }
  const tick = () => svg('svg', { width: 16, height: 16, viewBox: '0 0 20 20', fill: 'none', stroke: 'currentColor', 'stroke-width': 2.4, 'aria-hidden': 'true' }, svg('path', { d: 'M4 10.5l4 4 8-9' }));

  /** The picture beside its three planes; one pixel is chosen in all four. */
  function pixels() {
    let image = null;
    let planes = null;
    let here = [3, 2];
    const boards = el('div', { class: 'pplanes' });
    const says = el('p', { class: 'psays' });
    const sliders = words.planes.map((name, channel) => kit.slider(name, { min: 0, max: 255, step: 1, value: 0, label: name }, value => {
      image[here[1]][here[0]][channel] = Math.round(value);
      update();
    }));
    const node = thing(words.picture, '[8, 8, 3]', boards, says, el('div', { class: 'prow' }, ...sliders));

    async function update() {
      image ??= await kit.ask('sprite', {});
      const next = image && await kit.ask('planes', { picture: image });
      if (next) {
        planes = next.planes;
        choose(...here);
      }
    }

    function choose(x, y) {
      here = [x, y];
      const rgb = image[y][x];
      sliders.forEach((slider, channel) => slider.set(rgb[channel]));
      says.textContent = words.pixel(x, y, rgb);
      draw();
    }

    function draw() {
      if (!planes) {
        return;
      }
      const had = boards.contains(document.activeElement) ? [...boards.querySelectorAll('[tabindex="0"]')].indexOf(document.activeElement) : -1;
      const grey = channel => (y, x) => `rgb(${Array(3).fill(Math.round(planes[channel][y][x])).join()})`;
      boards.replaceChildren(board(words.colours, (y, x) => `rgb(${image[y][x].map(Math.round).join()})`), el('span', { class: 'psign', 'aria-hidden': 'true' }, '='), ...words.planes.map((name, channel) => board(name, grey(channel), planes[channel][here[1]][here[0]])));
      if (had >= 0) {
        boards.querySelectorAll('[tabindex="0"]')[had].focus();
      }
    }

    function board(name, fill, value) {
      const side = 16;
      const [x, y] = here;
      const drawing = svg('svg', { class: 'pboard', viewBox: '-2 -2 132 132', tabindex: 0, role: 'img', 'aria-label': `${name}. ${words.pixel(x, y, image[y][x])}. ${words.pick}`, onkeydown: walk });
      planes[0].forEach((line, i) => line.forEach((_, j) => drawing.append(svg('rect', { x: j * side, y: i * side, width: side + 0.4, height: side + 0.4, fill: fill(i, j), onclick: () => choose(j, i) }))));
      drawing.append(svg('rect', { x: x * side, y: y * side, width: side, height: side, fill: 'none', stroke: '#14181F', 'stroke-width': 5, 'pointer-events': 'none' }), svg('rect', { x: x * side, y: y * side, width: side, height: side, fill: 'none', stroke: 'var(--marker)', 'stroke-width': 2.5, 'pointer-events': 'none' }));
      return el('div', { class: 'pnamed' }, drawing, el('p', { class: 'qq' }, name, ' ', ...(value === undefined ? [] : [el('b', {}, String(value))])));
    }

    function walk(event) {
      const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (by) {
        event.preventDefault();
        choose(clamp(here[0] + by[0], 0, 7), clamp(here[1] + by[1], 0, 7));
      }
    }

    update();
    return { node, update, draw, rows: () => (planes ? [[words.picture, words.planes.map((name, c) => `${name}: ${planes[c].map(line => line.join(' ')).join(' / ')}`).join('; '), words.same]] : []), text: () => says.textContent };
  }

  /** Words, and their places in the vocabulary. */
  function sentence() {
    let answer = null;
    const field = el('input', { type: 'text', class: 'ptext', maxlength: 80, autocomplete: 'off', spellcheck: 'false', 'aria-label': words.text, value: kit.parameters.sentence ?? '' });
    const chips = el('div', { class: 'cells' });
    const says = el('p', { class: 'psays' });
    const list = el('p', { class: 'qq' });
    field.addEventListener('input', update);
    kit.keep('sentence', () => field.value, text => {
      field.value = text.slice(0, 80);
      update();
    });
    const node = thing(words.sentence, '', field, chips, says, list);

    async function update() {
      const next = await kit.ask('tokens', { text: field.value });
      if (next) {
        answer = next;
        draw();
      }
    }

    function draw() {
      if (!answer) {
        return;
      }
      const tooMany = answer.words.length > MOST_WORDS;
      const shown = answer.words.slice(0, MOST_WORDS);
      chips.replaceChildren(el('div', { class: 'ptokens' }, ...shown.map((word, i) => {
        const id = el('input', { type: 'number', min: 0, max: answer.vocabulary.length - 1, step: 1, class: 'cell small', value: answer.ids[i], 'aria-label': words.id(word) });
        id.addEventListener('input', () => turn(i, id));
        return el('div', { class: 'ptoken' }, el('span', {}, word), id);
      })));
      const lost = answer.words.find((_, i) => answer.ids[i] === 0);
      says.replaceChildren(tooMany ? words.invalid.text : lost ? words.unknown(lost) : '', ...(tooMany || lost ? [] : [words.said, el('b', {}, answer.back)]));
      list.textContent = words.vocabulary + answer.vocabulary.map((word, i) => `${i} ${word}`).join(', ');
    }

    /** An id that was changed says another word: the sentence follows. */
    async function turn(i, field2) {
      const wanted = field2.value === '' ? NaN : Number(field2.value);
      const legal = Number.isInteger(wanted) && wanted >= 0 && wanted < answer.vocabulary.length;
      field2.setAttribute('aria-invalid', String(!legal));
      if (!legal) {
        says.textContent = words.invalid.id;
        return;
      }
      answer.ids[i] = wanted;
      const next = await kit.ask('sentence', { ids: answer.ids });
      if (next) {
        field.value = next.back;
        answer.words = next.back.split(' ');
        [...chips.querySelectorAll('span')].forEach((word, at) => (word.textContent = answer.words[at]));
        says.replaceChildren(words.said, el('b', {}, next.back));
      }
    }

    update();
    return { node, update, draw, rows: () => (answer ? [[words.sentence, answer.ids.join(' '), answer.back]] : []), text: () => says.textContent };
  }

  /** A colour and an age, encoded and decoded by the exercise. */
  function row() {
    const colours = (kit.parameters.colours ?? '').split(',').map(name => name.trim());
    const [, startColour = colours[0], startAge = '30'] = /colour (\w+), age (\d+)/.exec(kit.parameters.row ?? '') ?? [];
    let [colour, age, isMissing] = [startColour, Number(startAge), false];
    let code = null;
    const ageField = el('input', { type: 'number', min: 0, max: 120, step: 1, class: 'cell small', value: age, 'aria-label': words.age });
    const missing = el('input', { type: 'checkbox' });
    const chosen = el('div');
    const cells = el('div', { class: 'ptokens' });
    const says = el('p', { class: 'psays' });
    ageField.addEventListener('input', () => {
      const wanted = ageField.value === '' ? NaN : Number(ageField.value);
      const legal = wanted >= 0 && wanted <= 120;
      ageField.setAttribute('aria-invalid', String(!legal));
      if (legal) {
        age = wanted;
        update();
      } else {
        says.textContent = words.invalid.age;
      }
    });
    missing.addEventListener('change', () => { isMissing = missing.checked; ageField.disabled = isMissing; update(); });
    const node = thing(words.row, `[${colours.length + 2}]`, el('div', { class: 'prow' }, chosen, el('label', { class: 'pinline' }, words.age, ' ', ageField), el('label', { class: 'pinline' }, missing, ' ', words.missing)), cells, says);
    choose();

    function choose() {
      chosen.replaceChildren(kit.choice(words.colour, [...colours, words.other], colour, value => { colour = value; update(); }));
    }

    async function update() {
      const next = await kit.ask('encode', { colour, age: isMissing ? NaN : age, colours });
      if (next) {
        code = next.row;
        draw();
        tell(next.back, true);
      }
    }

    function tell(back, whole) {
      const text = words.back(back.colour, Number.isNaN(back.age) ? words.lost : words.years(back.age));
      const same = back.colour === colour && (isMissing ? Number.isNaN(back.age) : back.age === age);
      says.replaceChildren(...(whole ? [] : [words.changed, ' ']), el('b', {}, text), ...(whole && same ? [' ', el('span', { class: 'v pass' }, tick(), words.same)] : []));
    }

    function draw() {
      if (!code) {
        return;
      }
      const names = [...colours, words.age, words.flag];
      cells.replaceChildren(...code.map((value, i) => {
        const cell = el('input', { type: 'number', step: 'any', class: value === 1 && i < colours.length ? 'cell small lit' : 'cell small', value, 'aria-label': words.cell(names[i]) });
        cell.addEventListener('input', () => turn(i, cell));
        return el('div', { class: 'ptoken' }, el('span', {}, names[i]), cell);
      }));
    }

    async function turn(i, cell) {
      const wanted = cell.value === '' ? NaN : Number(cell.value);
      cell.setAttribute('aria-invalid', String(!Number.isFinite(wanted)));
      if (!Number.isFinite(wanted)) {
        says.textContent = words.invalid.row;
        return;
      }
      code[i] = wanted;
      [...cells.querySelectorAll('.cell')].forEach((each, at) => each.classList.toggle('lit', at < colours.length && code[at] === 1));
      const back = await kit.ask('decode', { row: code, colours });
      if (back) {
        colour = [...colours, words.other].includes(back.colour) ? back.colour : words.other;
        isMissing = Number.isNaN(back.age);
        age = isMissing ? age : back.age;
        missing.checked = ageField.disabled = isMissing;
        ageField.value = age;
        choose();
        tell(back, false);
      }
    }

    update();
    return { node, update, draw, rows: () => (code ? [[words.row, code.join(' '), says.textContent]] : []), text: () => says.textContent };
  }

  return {
    redraw: () => parts.forEach(part => part.draw()),
    swapped: () => parts.forEach(part => part.update()),
    table: () => kit.tableOf(words.heads, parts.flatMap(part => part.rows())),
    summary: () => words.summary(parts.map(part => part.text()).join('. ')),
  };
}
