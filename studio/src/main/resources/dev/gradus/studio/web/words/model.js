/**
 * The words of the page that looks into models.
 */
import shell from './shell.js';

const count = (n, one, many) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
const shape = sizes => (sizes.length ? sizes.map(n => n.toLocaleString('en')).join(' × ') : '1');
const token = text => ({ ' ': '␣', '\n': '↵', '\t': '⇥' })[text] ?? text;
const percent = share => `${share < 0.01 && share > 0 ? (100 * share).toFixed(1) : Math.round(100 * share)} %`;

const kinds = {
  Input: 'Input', Dense: 'Dense', Convolution: 'Convolution', DepthwiseConvolution: 'Each channel by itself', MaxPool: 'Keep the largest', MeanPool: 'Mean of each window',
  GlobalMean: 'Mean', GlobalMax: 'Largest', BatchNorm: 'Batch norm', LayerNorm: 'Layer norm', RmsNorm: 'RMS norm', GroupNorm: 'Group norm', Activation: 'Bend', Flatten: 'Laid in a row',
  Reshape: 'Other shape', Dropout: 'Dropout', Embedding: 'Vectors of tokens', PlaceVectors: 'Vectors of places', PositionEmbedding: 'Vectors of places', Add: 'Added', Concatenate: 'Side by side',
  Multiply: 'Multiplied', Subtract: 'Difference', Average: 'Mean of branches', Maximum: 'The larger', Minimum: 'The smaller', Dot: 'How alike', Looks: 'Where heads look',
  Takes: 'What heads take', TokenLogits: 'Scores of tokens', ZeroPad: 'Empty edge', Shortcut: 'Shortcut', Prelu: 'Learned bend', Own: 'Layer of your own',
};
const bendNames = { RELU: 'ReLU', TANH: 'tanh', SIGMOID: 'sigmoid', GELU: 'GELU', GELU_TANH: 'GELU', SILU: 'SiLU', SOFTMAX: 'softmax', LINEAR: 'no bend', SELU: 'SELU', ELU: 'ELU' };
const bend = text => bendNames[text] ?? text;
const plain = text => text.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);
const kind = it => (it.kind === 'Activation' || kinds[it.kind] === undefined ? (it.kind in kinds ? bend(it.text) : bendNames[it.text] ?? plain(it.kind)) : kinds[it.kind]);
const made = { lenet5: 'LeNet-5', resnet20: 'ResNet-20', gpt: 'Small GPT', perceptron: 'Perceptron', tower: 'Tower of 1,001 layers' };
const madeDetail = { lenet5: 'reads pictures of 28 × 28', resnet20: '20 layers for pictures of 32 × 32', gpt: '4 blocks, 4 heads, letters of Pride and Prejudice', perceptron: 'two hidden layers, two numbers in', tower: '333 residual blocks of three layers, two numbers in' };
const date = when => new Date(when).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const name = model => (model.origin === 'made' ? made[model.name] ?? model.name : model.name);
const single = ({ UNITS: 'unit', SEQUENCE: 'feature', MAPS: 'channel', HEADS: 'head' });
const channelName = (it, channel) => `${single[it.layout]} ${channel + 1}`;

export default {
  ...shell,
  shape, token, percent, kind, bend, channelName,
  crumb: 'Models',
  chooseModel: 'Models: choose another',
  whereabouts: (model, layers) => [name(model), model.origin === 'made' ? 'made here, untrained' : model.origin === 'run' ? `checkpoint after step ${model.step.toLocaleString('en')}` : `saved ${date(model.when)}`,
    count(layers, 'place', 'places'), count(model.parameters, 'number learned', 'numbers learned').replace('learned', model.trained ? 'learned' : 'to learn')],
  modelsTitle: 'Models',
  origins: { file: 'Saved here', run: 'Checkpoints of runs', made: 'Made on the spot, untrained' },
  noneOf: { file: 'No .gradus file in this folder or those directly in it. ./gradus quickstart saves one.', run: 'No run has kept a checkpoint yet. Whatever ./gradus quickstart or ./gradus run trains is recorded.', made: '' },
  modelName: name,
  modelDetail: (model, checkpoints) => (model.origin === 'made' ? madeDetail[model.name] ?? '' : model.origin === 'run' ? `${count(checkpoints, 'checkpoint', 'checkpoints')} · ${date(model.when)}` : date(model.when)),
  headline: {
    loading: 'Opening the model',
    sure: (share, answer, trained) => (trained ? `It is ${percent(share)} sure that this is: ${answer}` : `Untrained: it guesses ${answer}, ${percent(share)} sure`),
    next: (share, answer, trained) => `${trained ? 'It' : 'Untrained: it'} expects “${token(answer)}” next, ${percent(share)} sure`,
    numbers: (numbers, trained) => `${trained ? 'It' : 'Untrained: it'} answers ${numbers}`,
    refused: 'This model cannot be opened',
  },
  about: { right: label => `The label says the same: ${label}.`, wrong: label => `The label says: ${label}.`, none: '' },
  notes: { framed: 'Fashion-MNIST, 28 × 28, in an empty frame of the size the network takes.', zeros: 'It is given nothing but zeros.', noise: 'It is given noise.', cut: 'Only the last tokens fit.', filled: 'Filled up with token 0 to the length the network takes.' },
  steps: { negative: 'find a place where the sum falls below 0', open: 'unfold what repeats', cover: 'cover parts of the picture and see what matters', coverTokens: 'cover one token after the other and see what matters', heads: 'go in and see where the heads look', numbers: 'type other numbers and watch the sum' },
  refusedTitle: { open: 'This model cannot be opened', input: 'That cannot be given to it', layer: 'That layer cannot be shown', channel: 'That channel cannot be shown', source: 'What it looks at cannot be shown', number: 'That number cannot be shown', mattered: 'What mattered cannot be shown', points: 'No points can be shown', near: 'No neighbours can be shown', models: 'The models cannot be listed' },
  why: 'What is wrong with it',
  otherModel: 'Choose another model',

  another: 'Look at another:', example: n => `picture ${n}`, exampleNamed: n => `picture ${n} of the test set`, examplePoint: n => `point ${n}`, zeros: 'zeros', noise: 'noise', draw: 'draw your own', give: 'Give',
  textLabel: 'text', tokenLabel: n => `numbers of tokens, 0 to ${n - 1}`, numbersLabel: n => count(n, 'number', 'numbers') + ' with spaces between', notNumbers: 'Numbers with spaces between them, such as 0.5 -1',
  drawTitle: 'Draw', drawHelp: 'With the pointer, or with arrow keys and the space bar.', board: 'Board of 28 by 28; arrow keys move, space draws', drawDone: 'Give it to the network', drawClear: 'Clear',

  strip: 'The network from left to right; arrow keys walk, Enter goes in',
  groups: { residual: 'Residual: input added back', transformer: 'Transformer block', attention: 'Attention', feedForward: 'Feed-forward', graph: 'Graph', sequence: 'Layers' },
  times: n => `× ${n}`, unfold: 'unfold', fold: 'fold', folded: n => count(n, 'place', 'places'),
  learned: n => count(n, 'weight', 'weights'), answers: n => count(n, 'answer', 'answers'),
  foldName: fold => `${fold.title}, ${fold.times} times in a row, ${count(fold.count, 'place', 'places')}: unfold`,
  closeName: times => `${times} times the same: fold`,
  columnName: (it, least, most) => `${`${kind(it)} ${it.path}`.trim()}, ${shape(it.shape)}${it.trained ? `, ${count(it.trained, 'weight', 'weights')}` : ''}${least === null || least === undefined ? '' : `, from ${least} to ${most}`}`.replace('  ', ' '),
  placeHeads: ['path', 'layer', 'makes', 'weights', 'mean', 'deviation', 'smallest', 'largest', 'zeros', 'lost'],
  placeTable: 'The places of the network', unlistedPlaces: (shown, all) => `the first ${shown.toLocaleString('en')} of ${all.toLocaleString('en')}`,
  lost: (n, where) => `${count(n, 'number is', 'numbers are')} NaN or infinite, first in ${where}.`,

  network: 'Network', up: 'Esc goes back up', waiting: 'Computing…',
  layerTitle: text => text, channelTitle: text => `All of ${text}`, unitTitle: text => `The number of ${text}`, numberTitle: text => `One number of ${text}`,
  where: (it, row, column) => (it.layout === 'SEQUENCE' ? `place ${column + 1}` : it.layout === 'HEADS' ? `place ${row + 1} looks at ${column + 1}` : `row ${row + 1}, column ${column + 1}`),
  channelsTitle: (it, n) => count(n, single[it.layout], single[it.layout] + 's'),
  channelsSay: layer => (layer.whole || layer.shown.length === layer.channels ? 'Blue is plus, vermilion minus. Choose one to go in.' : `${layer.shown.length} of ${layer.channels.toLocaleString('en')}, evenly apart. Choose one to go in.`),
  factsTitle: 'What it is like', noParameters: 'It has no numbers of its own.',
  figures: (it, f, number) => `Its ${shape(it.shape)} numbers for this input: mean ${number(f.mean)}, deviation ${number(f.deviation)}, from ${number(f.least)} to ${number(f.most)}; ${percent(f.zeros)} are 0${f.lost ? `, ${f.lost} lost (NaN or infinite)` : ''}.`,
  madeBars: 'what it makes of this input', weightBars: 'its weights',
  spread: (title, least, most) => `${title}: how they are spread from ${least} to ${most}`,
  parameterHeads: ['name', 'shape', 'trained', 'mean', 'deviation', 'smallest', 'largest'], parameterTable: 'Its parameters', yes: 'yes', no: 'no',

  pictureTitle: 'The picture, and a window', sourceTitle: (text, n) => `${text}, channel ${n}`,
  sourceSays: 'What it looks at.', windowSays: 'Arrow keys move the window. It visits every place with the same weights.',
  mapTitle: (it, text) => ({ MAPS: `${text[0].toUpperCase()}${text.slice(1)}: where it found its pattern`, HEADS: `${text[0].toUpperCase()}${text.slice(1)}: who looks at whom`, SEQUENCE: `${text[0].toUpperCase()}${text.slice(1)}, place by place` })[it.layout],
  mapSays: 'Blue is plus; striped orange is minus.', mapSaysBend: text => `Blue: the pattern is here. Striped orange: its opposite. This is before the bend, ${text}.`,
  headSays: 'A row asks, a column is looked at. The darker, the more; hatched lies ahead and is hidden.',
  mapSummary: (least, most) => `From ${least} to ${most}. Arrow keys move`,
  tooMany: (n, most) => `${n.toLocaleString('en')} numbers: tables show up to ${most.toLocaleString('en')}. The picture shows all.`, mapTable: 'The channel as numbers',
  weightsTitle: 'Its weights', noWeightsTitle: 'How it works', weightsSay: (seen, shown) => (seen === 1 ? 'The same at every place.' : shown < seen ? `A picture for each input channel: ${shown} of ${seen}.` : `A picture for each of ${seen} input channels.`),
  weightPicture: n => `weights for input channel ${n}`, weightFigures: (n, plus, least, most) => `${count(n, 'weight', 'weights')} shown, ${plus} above 0, from ${least} to ${most}.`,
  weightHeads: ['channel', 'row', 'column', 'weight'], weightTable: 'The weights', pickNumber: 'Choose a place in the map, or press Enter, to see how its number comes about.',

  channelOf: 'channel', checkpoint: 'Weights from checkpoint', afterStep: step => `after step ${step.toLocaleString('en')}`, checkpoints: 'Checkpoints of the run; the curve is its loss',
  brightness: 'what is in the window', window: 'in the window', weightsSame: 'weights, always the same', products: 'products', whatComesIn: 'what comes in', weightsOwn: 'its weights',
  sum: 'sum', bias: 'bias', shift: 'shift', itself: 'number', meanTerm: 'mean', placeVector: 'its place', others: n => `${n.toLocaleString('en')} more`, channelShort: n => `ch ${n}`, place: n => `${n}`,
  stair: (terms, sum) => `Stair of the sum: ${terms}; together ${sum}`, channelsHelp: 'Each step is what one input channel adds. Choose one to see its window.',
  comesTo: 'The terms come to', given: 'It came in as', passed: 'Handed on as it is:', largest: 'The largest of them:', smallest: 'The smallest of them:', multiplied: 'Multiplied:', before: 'What comes in is',
  bends: text => `${text} makes of it`, scored: 'How well question and key fit:', shareOf: 'Of all the scores in the row, softmax makes shares; this one is',
  hidden: 'This place lies ahead: a causal head may not look there, so its share is 0.',
  untold: (text, inputs, formula) => `${text}: no account of its terms is kept here. Its inputs are ${inputs}; ${formula}. It answers`,
  left: (n, rest) => `${n.toLocaleString('en')} smaller terms are not listed; they come to ${rest}.`,
  own: 'its own', beyond: 'beyond the edge: 0', termHeads: ['', 'from', 'comes in', 'weight', 'product'], termTable: 'The terms',
  formulas: {
    Lstm: 'cell = forget × cell + input × candidate, answer = output × tanh(cell)', Gru: 'answer = (1 − update) × candidate + update × before', Recurrent: 'each moment is made of the input and of the moment before',
    SeparableConvolution: 'each channel through windows of its own, then all mixed', TransposedConvolution: 'each number lays down its weights, and where they overlap they are added', SqueezeExcitation: 'each channel times how much it counts, judged by the means of all',
    Bidirectional: 'read forwards and backwards, and put side by side', MaxPool: 'the largest number of each window', MeanPool: 'the mean of each window', GlobalMean: 'the mean of each channel', BatchNorm: '(x − mean) / √(variance + ε) × weight + bias', LayerNorm: '(x − mean) / √(variance + ε) × weight + bias',
    Add: 'number by number, the branches are added', Looks: 'softmax(question · key / √width)', Takes: 'the mean of the values, weighed by where the head looks', Activation: 'each number by itself', Flatten: 'the same numbers in one row', ZeroPad: 'zeros around the edge', GroupNorm: '(x − mean) / √(variance + ε) × weight + bias', Input: 'what the network is given',
  },

  matteredTitle: 'What it hung on', matteredSays: 'Cover one part after the other and see how much less likely the answer becomes; or ask how strongly it would move if each part moved a little.',
  targetLabel: 'answer', answerName: (kind, text) => (kind === 'numbers' ? `number ${Number(text) + 1}` : token(text)), covering: 'Cover parts (occlusion)', gradient: 'Nudge each part (saliency)',
  coveringSays: (share, [row, column], text) => `Covering ${text ? `“${token(text)}”` : `the part in row ${row}, column ${column}`} takes most: ${share}.`,
  gradientSays: ([row, column], text) => `It would move most with ${text ? `“${token(text)}”` : `row ${row}, column ${column}`}.`,
  coveringKey: 'Blue: the answer needs this part. Vermilion: it would be surer without.', gradientKey: 'The bluer, the more the answer moves with it.', tokenHeads: ['token', 'effect'], mapHeads: ['row', 'column', 'effect'],

  pointsTitle: 'A map of what it knows', pointsOffer: 'Many examples as points, each where the last but one layer puts it; or the vectors of its tokens. What lies close is alike to the network.', pointsAsk: 'Draw the map',
  pointsSay: (p, model) => `${p.what === 'tokens' ? `The vectors of ${p.names.length.toLocaleString('en')}${p.names.length < p.all ? ` of ${p.all.toLocaleString('en')}` : ''} tokens` : `${p.arrays.labels.length} examples as ${kind(model.places[p.place])} ${model.places[p.place].path} sees them`}: ${p.dimensions.toLocaleString('en')} numbers each. The first two directions hold ${percent(p.arrays.shares[0] + p.arrays.shares[1])} of how they scatter, the third ${percent(p.arrays.shares[2])}.`,
  dimensions: 'directions', flat: '2 directions', deep: '3 directions', pickPoint: 'Choose a point, or walk with the arrow keys, to see its neighbours. With three directions, drag or Shift and arrows turn the map.',
  cloudName: (n, chosen) => `${n} points${chosen ? `; here: ${chosen}` : ''}; arrow keys walk`, nearestTo: text => `Nearest to ${text}`, distances: 'Distances count all directions, not only those drawn.', pointHeads: ['point', 'first', 'second', 'third'],
  keys: [['← →', 'walk through the network; in a map: move'], ['Enter', 'go in: layer, channel, number'], ['Esc', 'go back up'], ['Home End', 'first, last place'], ['M', 'choose a model']],
};
