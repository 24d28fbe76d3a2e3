/**
 * Six small models, trained a moment ago by the library. Each is shown with what goes in, what comes out and
 * a slider that makes it fail; it goes on answering, and mostly goes on being sure.
 */
const words = {
  fail: what => `make it fail: ${what}`,
  sure: (says, percent) => `${says}, ${percent > 99 ? 'over 99' : percent} % sure`,
  end: 'At the far right:', uses: 'Six uses: right or wrong now, and where the slider ends',
  state: (name, now, end) => `${name}: ${now} now, ${end} at the far right`,
  loading: 'It is being trained on examples made for it…',
  road: {
    name: 'Road', inOut: 'a camera picture → where a car stands', slider: 'fog', place: 'The car stands', places: ['at 1', 'at 2', 'at 3', 'at 4', 'at 5', 'at 6', 'nowhere'],
    car: place => `Says: a car at ${place}`, free: 'Says: the road is free', wrong: 'There is a car.', ghost: 'It stands elsewhere.',
    picture: (places, fog) => `A road with ${places}, in fog of ${fog} %`,
  },
  assistant: {
    name: 'Assistant', inOut: 'a sentence → what is wanted', slider: 'nonsense', text: 'Somebody says',
    wishes: ['set an alarm', 'tell the weather', 'play music', 'book a flight', 'switch a light'], says: wish => `Would ${wish}`, wrong: 'Nobody asked for that.',
    sentences: ['wake me at seven', 'wake me when the moon is cheese', 'fruit flies like a banana', 'can a penguin fly to the moon'], wanted: [0, -1, -1, -1],
    unknown: some => `Words it has never seen: ${some}.`, allKnown: 'It has seen each of these words.',
  },
  fraud: {
    name: 'Fraud', inOut: 'a payment → how likely it is fraud', slider: 'rare frauds', payment: '240 euros, at night, 310 km away, in a new shop: a fraud.',
    fraud: 'Says: fraud', honest: 'Says: honest', score: (right, found) => [`${right} in 1,000`, ' payments called rightly; finds ', `${found} of 100`, ' frauds'],
    rare: n => `In its examples, 1 payment in ${n} was a fraud.`, dots: found => `Of 100 frauds it finds ${found}`, wrong: 'It is fraud.',
  },
  ads: {
    name: 'Ads', inOut: 'earlier clicks → how likely is a click', slider: 'a new person', topics: ['sport', 'books', 'games', 'cooking'], seen: (clicks, views) => `${clicks} of ${views}`,
    says: (topic, percent) => `Shows ${topic}: ${percent} clicks in 100, it says`, score: (promised, clicked) => ['To 400 people, it promises ', `${promised} in 100`, '; ', `${clicked} in 100`, ' click'],
    heads: 'clicked before', tick: 'the tick is the truth',
  },
  scan: {
    name: 'Scan', inOut: 'a picture of lungs → how likely is an illness', slider: 'a stamp in the corner', patient: 'The patient is', ill: 'ill', healthy: 'healthy',
    says: ill => (ill ? 'Says: ill' : 'Says: healthy'), wrong: { ill: 'The patient is ill.', healthy: 'The patient is healthy.' },
    picture: (state, stamp) => `A picture of the lungs of a patient who is ${state}, with a stamp of ${stamp} % strength`,
  },
  game: {
    name: 'Game', inOut: 'a place on the board → how good each move is', slider: 'points for a coin', arrives: n => `Reaches the flag in ${n} moves`,
    loops: (coins, points) => `${coins} coins, ${points} points, and never at the flag`, paid: coin => (coin ? `The flag pays 10, a coin ${coin}, each time again.` : 'The flag pays 10, a coin nothing.'),
    board: (text, coin) => `A board with a coin and a flag. ${coin} ${text}.`, moves: ['up', 'right', 'down', 'left'], first: 'first move',
  },
  heads: ['use', 'make it fail', 'what it says', 'right'], yes: 'right', no: 'wrong', unknown: 'nobody knows',
  summary: rows => `Six models and how they answer. ${rows}`,
};
const RARITIES = [2, 5, 20, 100, 500, 1000];
const VIEWS = [60, 20, 8, 4, 2, 1];

/**
 * @param {HTMLElement} root
 * @param {any} kit
 */
export default function picture(root, kit) {
  const { el, svg, clamp } = kit;
  const percent = value => Math.round(100 * value);
  /** what each use said last: `{says, isRight}` */
  const said = new Map();
  const redraws = [];
  const box = el('div', { class: 'puses' });
  /** where there is no room for six side by side: their names and verdicts, and one that is open */
  const picker = el('div', { class: 'ppicker', role: 'group', 'aria-label': words.uses });
  const sections = new Map();
  let open = 'road';
  root.append(picker, box);

  function layOut() {
    const narrow = root.clientWidth < 560;
    picker.hidden = !narrow;
    sections.forEach((section, name) => (section.hidden = narrow && name !== open));
    picker.querySelectorAll('button').forEach(button => button.setAttribute('aria-pressed', String(button.dataset.use === open)));
  }

  /**
   * A use: its title, its picture, its answer, its slider. `ask` gives what to show for a share from 0 to 1,
   * and changes nothing else when it is only a look ahead.
   */
  function use(name, more, ask) {
    const text = words[name];
    const shown = el('div', { class: 'pshown' }, el('p', { class: 'qq' }, words.loading));
    const verdict = el('p', { class: 'pverdict' });
    let share = 0;
    let last = null;
    const far = el('p', { class: 'pfar' });
    let end = null;
    const signs = el('span', { class: 'psigns' }, '…');
    const pick = el('button', { type: 'button', 'data-use': name, onclick: () => { open = name; layOut(); show(); } }, el('span', {}, text.name), signs);
    picker.append(pick);
    const yes = right => (right === undefined ? words.unknown : right ? words.yes : words.no);
    const summed = () => {
      if (last && end) {
        signs.replaceChildren(sign(last.isRight), '→', sign(end.isRight));
        pick.setAttribute('aria-label', words.state(text.name, yes(last.isRight), yes(end.isRight)));
      }
    };
    const tell = ({ isRight, says, because }) => [sign(isRight), el('span', {}, el('b', {}, says), because ? `. ${because}` : '')];
    const show = () => {
      if (last) {
        shown.replaceChildren(...last.content());
        verdict.replaceChildren(...tell(last));
        far.hidden = share === 1;
        said.set(name, { says: last.says, isRight: last.isRight, share });
        summed();
      }
    };
    const update = async () => {
      const next = await ask(share);
      if (next) {
        last = next;
        show();
      }
    };
    const slider = kit.slider(name, { min: 0, max: 100, step: 1, value: 0, label: words.fail(text.slider), unit: '%' }, value => { share = value / 100; update(); });
    const section = el('section', { class: 'puse', 'aria-label': text.name },
      el('h3', {}, text.name), el('p', { class: 'qq' }, text.inOut), shown, verdict, ...more(() => begin()), slider, far);
    box.append(section);
    sections.set(name, section);
    redraws.push(show);
    // where it leads is told before anybody moves the slider
    const begin = async () => {
      await update();
      end = await ask(1, true) ?? end;
      if (end) {
        far.replaceChildren(el('span', {}, words.end), ...tell(end));
        summed();
      }
    };
    begin();
    return begin;
  }

  function sign(isRight) {
    const mark = isRight === undefined ? [] : [svg('path', { d: isRight ? 'M4 10.5l4 4 8-9' : 'M5 5l10 10M15 5L5 15' })];
    return el('span', { class: isRight === undefined ? 'v' : isRight ? 'v pass' : 'v fail' },
      svg('svg', { width: 18, height: 18, viewBox: '0 0 20 20', fill: 'none', stroke: 'currentColor', 'stroke-width': 2.4, 'aria-hidden': 'true' }, ...mark),
      ...(isRight === undefined ? [] : [el('span', { class: 'sr' }, isRight ? words.yes : words.no)]));
  }

  /** A grey picture: data, so it is the same in the dark. */
  function pixels(rows, label, shape) {
    const canvas = el('canvas', { width: rows[0].length, height: rows.length, role: 'img', 'aria-label': label, class: `ppixels ${shape}` });
    const context = canvas.getContext('2d');
    const image = context.createImageData(rows[0].length, rows.length);
    rows.flat().forEach((value, i) => image.data.set([255 * value, 255 * value, 255 * value, 255], 4 * i));
    context.putImageData(image, 0, 0);
    return canvas;
  }

  /** Lying bars from 0 to 1, each with its name and number. */
  function bars(rows, reach = 1) {
    const line = 22;
    const length = share => 92 * Math.min(1, share / reach);
    return kit.drawing(270, rows.length * line, ...rows.flatMap(({ name, value, note = '', tick }, i) => {
      const y = i * line;
      const most = rows.every(row => row.value <= value);
      return [
        svg('text', { class: most ? 'lab i b' : 'lab', x: 0, y: y + 15 }, name),
        ...(note ? [svg('text', { class: 'lab', x: 122, y: y + 15, 'text-anchor': 'end' }, note)] : []),
        svg('rect', { x: 128, y: y + 4, width: Math.max(1.5, length(value)), height: 14, rx: 1.5, fill: most ? 'var(--ink)' : 'var(--edge)' }),
        ...(tick === undefined ? [] : [svg('path', { d: `M${128 + length(tick)} ${y + 1}v20`, stroke: 'var(--marker)', 'stroke-width': 5 }), svg('path', { d: `M${128 + length(tick)} ${y + 1}v20`, stroke: 'var(--ink)', 'stroke-width': 2 })]),
        svg('text', { class: most ? 'lab i b' : 'lab', x: 270, y: y + 15, 'text-anchor': 'end' }, `${percent(value)} %`),
      ];
    }));
  }

  let place = 4;
  const updates = [use('road', update => [kit.choice(words.road.place, words.road.places.map((label, i) => ({ value: String(i), label })), '4', value => { place = Number(value); update(); })], async fog => {
    const t = words.road;
    const [answer, at] = [await kit.ask('road', { fog, place }), place];
    if (!answer) {
      return null;
    }
    const best = answer.places.indexOf(Math.max(...answer.places));
    const isCar = answer.places[best] > 0.5;
    const isRight = isCar ? best === at : at === 6;
    return {
      isRight, says: words.sure(isCar ? t.car(best + 1) : t.free, percent(isCar ? answer.places[best] : 1 - answer.places[best])), because: isRight ? '' : isCar ? t.ghost : t.wrong,
      content: () => [pixels(answer.pixels, t.picture(t.places[at], percent(fog)), 'broad'),
        kit.drawing(270, 46, ...answer.places.flatMap((value, i) => [
          svg('rect', { x: i * 45 + 8, y: 28 - 24 * value, width: 29, height: Math.max(1.5, 24 * value), rx: 1.5, fill: i === best && isCar ? 'var(--ink)' : 'var(--edge)' }),
          svg('text', { class: i === best ? 'lab i b' : 'lab', x: i * 45 + 22.5, y: 43, 'text-anchor': 'middle' }, `${percent(value)} %`)]))],
    };
  })];

  const field = el('input', { type: 'text', class: 'ptext', maxlength: 120, autocomplete: 'off', spellcheck: 'false', 'aria-label': words.assistant.text, value: words.assistant.sentences[0] });
  let step = 0;
  updates.push(use('assistant', update => [el('label', { class: 'ctl' }, el('span', { class: 'lb' }, words.assistant.text), (field.addEventListener('input', update), field))], async (share, isAhead = false) => {
    const t = words.assistant;
    const now = Math.round(share * (t.sentences.length - 1));
    if (now !== step && !isAhead) {
      step = now;
      field.value = t.sentences[now];
    }
    const text = isAhead ? t.sentences[now] : field.value;
    const answer = await kit.ask('assistant', { text });
    if (!answer) {
      return null;
    }
    const best = answer.wishes.indexOf(Math.max(...answer.wishes));
    const known = t.sentences.indexOf(text);
    const isRight = known < 0 ? undefined : t.wanted[known] === best;
    const unknown = (text.match(/[\p{L}\d]+/gu) ?? []).filter((_, i) => !answer.known[i]);
    return {
      isRight, says: words.sure(t.says(t.wishes[best]), percent(answer.wishes[best])), because: isRight === false ? t.wrong : '',
      content: () => [bars(t.wishes.map((name, i) => ({ name, value: answer.wishes[i] }))), el('p', { class: 'qq' }, unknown.length ? t.unknown(unknown.join(', ')) : t.allKnown)],
    };
  }));

  updates.push(use('fraud', () => [], async share => {
    const t = words.fraud;
    const oneIn = RARITIES[Math.round(share * (RARITIES.length - 1))];
    const answer = await kit.ask('fraud', { oneIn });
    if (!answer) {
      return null;
    }
    const found = answer.found.filter(Boolean).length;
    const isFraud = answer.probability > 0.5;
    const [right, middle, caught, end] = t.score(Math.round(1000 * answer.right), found);
    return {
      isRight: isFraud, says: words.sure(isFraud ? t.fraud : t.honest, percent(isFraud ? answer.probability : 1 - answer.probability)), because: isFraud ? '' : t.wrong,
      content: () => [el('p', { class: 'pcase' }, t.payment),
        kit.drawing(270, 62, svg('g', { role: 'img', 'aria-label': t.dots(found) }, ...[...answer.found].sort((a, b) => b - a).map((hit, i) => svg('circle', {
          cx: 6 + (i % 20) * 13.4, cy: 6 + Math.floor(i / 20) * 12.4, r: hit ? 5 : 4.2, fill: hit ? 'var(--ink)' : 'none', stroke: hit ? 'none' : 'var(--edge)', 'stroke-width': 1.5 })))),
        el('p', { class: 'pfact' }, el('b', {}, right), middle, el('b', {}, caught), end), el('p', { class: 'qq' }, t.rare(oneIn.toLocaleString('en')))],
    };
  }));

  updates.push(use('ads', () => [], async share => {
    const t = words.ads;
    const views = VIEWS[Math.round(share * (VIEWS.length - 1))];
    const answer = await kit.ask('ads', { views });
    if (!answer) {
      return null;
    }
    const { clicks, says, truth, best } = answer.person;
    const [before, promised, between, clicked, end] = t.score(percent(answer.promised), percent(answer.clicked));
    return {
      // a promise that is kept within a half is a good one here
      isRight: Math.abs(answer.promised / answer.clicked - 1) < 0.5, says: t.says(t.topics[best], percent(says[best])), because: '',
      content: () => [bars(t.topics.map((name, i) => ({ name, value: says[i], note: t.seen(clicks[i], views), tick: truth[i] }))),
        el('p', { class: 'qq' }, `${t.heads}; ${t.tick}`), el('p', { class: 'pfact' }, before, el('b', {}, promised), between, el('b', {}, clicked), end)],
    };
  }));

  let ill = false;
  updates.push(use('scan', update => [kit.choice(words.scan.patient, [{ value: 'healthy', label: words.scan.healthy }, { value: 'ill', label: words.scan.ill }], 'healthy', value => { ill = value === 'ill'; update(); })], async stamp => {
    const t = words.scan;
    const [answer, truth] = [await kit.ask('scan', { stamp, ill }), ill];
    if (!answer) {
      return null;
    }
    const saysIll = answer.probability > 0.5;
    return {
      isRight: saysIll === truth, says: words.sure(t.says(saysIll), percent(saysIll ? answer.probability : 1 - answer.probability)), because: saysIll === truth ? '' : t.wrong[truth ? 'ill' : 'healthy'],
      content: () => [pixels(answer.pixels, t.picture(truth ? t.ill : t.healthy, percent(stamp)), 'square'), bars([{ name: t.ill, value: answer.probability }, { name: t.healthy, value: 1 - answer.probability }])],
    };
  }));

  updates.push(use('game', () => [], async share => {
    const t = words.game;
    const coin = Math.round(share * 4);
    const answer = await kit.ask('game', { coin });
    if (!answer) {
      return null;
    }
    const moves = answer.path.length - 1;
    const says = answer.arrives ? t.arrives(moves) : t.loops(answer.coins, answer.coins * coin);
    return { isRight: answer.arrives, says, because: '', content: () => [board(answer, t.board(says, t.paid(coin))), el('p', { class: 'qq' }, t.paid(coin))] };
  }));

  /** The best move of each place as an arrow, and the way from the start as a line. */
  function board(answer, label) {
    const [side, gap] = [48, 4];
    const rows = answer.worth.length / answer.columns;
    const at = cell => [(cell % answer.columns) * (side + gap) + side / 2 + 3, Math.floor(cell / answer.columns) * (side + gap) + side / 2 + 3];
    const most = Math.max(...answer.worth.flat());
    const group = svg('g', { role: 'img', 'aria-label': label });
    answer.worth.forEach((worth, cell) => {
      const [x, y] = at(cell);
      const best = Math.max(...worth);
      const turn = worth.indexOf(best) * 90;
      group.append(svg('rect', { x: x - side / 2, y: y - side / 2, width: side, height: side, rx: 2, fill: 'var(--pos)', 'fill-opacity': (0.06 + 0.34 * clamp(best / most, 0, 1)).toFixed(2) }));
      if (cell !== answer.flag) {
        group.append(svg('path', { d: 'M-5 3L0 -4L5 3', transform: `translate(${x + 15} ${y - 14}) rotate(${turn})`, fill: 'none', stroke: 'var(--ink-2)', 'stroke-width': 1.8 }));
      }
    });
    const [flagX, flagY] = at(answer.flag);
    const [coinX, coinY] = at(answer.coin);
    group.append(
      svg('path', { d: kit.path(answer.path.map(at)), fill: 'none', stroke: 'var(--ink)', 'stroke-width': 2.5, 'stroke-linejoin': 'round' }),
      svg('circle', { cx: coinX, cy: coinY, r: 8, fill: 'var(--ground)', stroke: 'var(--ink)', 'stroke-width': 2 }), svg('text', { class: 'lab i b', x: coinX, y: coinY + 4.5, 'text-anchor': 'middle' }, 'c'),
      svg('path', { d: `M${flagX - 6} ${flagY + 13}v-26l14 6-14 6`, fill: 'var(--ink)', stroke: 'var(--ink)', 'stroke-width': 2, 'stroke-linejoin': 'round' }),
      kit.hereDot(...at(answer.start), 5));
    return kit.drawing(266, rows * (side + gap) + 4, group);
  }

  layOut();
  return {
    redraw: () => {
      layOut();
      redraws.forEach(show => show());
    },
    swapped: () => updates.forEach(update => update()),
    table: () => kit.tableOf(words.heads, [...said].map(([name, { says, isRight, share }]) => [words[name].name, `${words[name].slider}, ${percent(share)} %`, says, isRight === undefined ? '' : isRight ? words.yes : words.no])),
    summary: () => words.summary([...said].map(([name, { says }]) => `${words[name].name}: ${says}.`).join(' ')),
  };
}
