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
  TransposedConvolution: 'Transposed convolution', AdaptiveMaxPool: 'Keep the largest of each piece', AdaptiveMeanPool: 'Mean of each piece', InstanceNorm: 'Instance norm', UnitNorm: 'Length 1', SpectralNorm: 'Spectral norm', WeightNorm: 'Weight norm',
  InputGate: 'Input gate', ForgetGate: 'Forget gate', ResetGate: 'Reset gate', UpdateGate: 'Update gate', Candidate: 'Candidate', OutputGate: 'Output gate', Memory: 'Memory', MemoryBent: 'Memory, bent',
  LstmState: 'What it says', GruState: 'What it says', RnnState: 'What it says', Said: 'Last said', SegmentVector: 'Vector of the segment', Moment: 'One moment', Moments: 'All moments', Scaled: 'Channels, weighed', Gates: 'How much each counts', Weighed: 'Experts, weighed', Bag: 'All words together',
  Sum: 'Sum', Exp: 'e to the power of it', Log: 'Logarithm', Sqrt: 'Square root', Reciprocal: '1 over it', Sin: 'Sine', Tanh: 'tanh', Sigmoid: 'sigmoid', Erf: 'Error function', Floor: 'Rounded down', Divide: 'Divided', Max: 'The larger', Min: 'The smaller', Power: 'To the power of', Modulo: 'What is left over',
  Less: 'Is it less', Equal: 'Are they equal', And: 'Both', Or: 'One or both', Select: 'One of two', Cast: 'As a whole number', Reduce: 'Of a whole row', MatMul: 'Product of matrices', Gather: 'Looked up', ArgSort: 'In order', Pool: 'Of each window',
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
  noneOf: { file: 'No .gradus file in this folder or those directly in it. ./gradus quickstart saves one.', run: 'No run has kept a checkpoint yet. Whatever is trained on this machine is recorded.', made: '' },
  modelName: name,
  modelDetail: (model, checkpoints) => (model.origin === 'made' ? madeDetail[model.name] ?? '' : model.origin === 'run' ? `${count(checkpoints, 'checkpoint', 'checkpoints')} · ${date(model.when)}` : date(model.when)),
  headline: {
    loading: 'Opening the model',
    sure: (share, answer, trained) => (trained ? `It is ${percent(share)} sure that this is: ${answer}` : `Untrained: it guesses ${answer}, ${percent(share)} sure`),
    next: (share, answer, trained) => `${trained ? 'It' : 'Untrained: it'} expects “${token(answer)}” next, ${percent(share)} sure`,
    numbers: (output, numbers, trained) => `${trained ? 'It' : 'Untrained: it'} answers ${numbers}${output ? ` for ${output}` : ''}`,
    refused: 'This model cannot be opened',
  },
  about: { right: label => `The label says the same: ${label}.`, wrong: label => `The label says: ${label}.`, none: '' },
  notes: { framed: 'Fashion-MNIST, 28 × 28, in an empty frame of the size the network takes.', zeros: 'It is given nothing but zeros.', noise: 'It is given noise.', cut: 'Only the last tokens fit.', filled: 'Filled up with token 0 to the length the network takes.' },
  steps: { answers: 'look at another of its answers', negative: 'find a place where the sum falls below 0', open: 'unfold what repeats', cover: 'cover parts of the picture and see what matters', coverTokens: 'cover one token after the other and see what matters', heads: 'go in and see where the heads look', numbers: 'type other numbers and watch the sum' },
  refusedTitle: { open: 'This model cannot be opened', input: 'That cannot be given to it', layer: 'That layer cannot be shown', channel: 'That channel cannot be shown', source: 'What it looks at cannot be shown', number: 'That number cannot be shown', mattered: 'What mattered cannot be shown', points: 'No points can be shown', near: 'No neighbours can be shown', models: 'The models cannot be listed' },
  why: 'What is wrong with it',
  otherModel: 'Choose another model',

  another: 'Look at another:', example: n => `picture ${n}`, exampleNamed: n => `picture ${n} of the test set`, examplePoint: n => `point ${n}`, zeros: 'zeros', noise: 'noise', draw: 'draw your own', give: 'Give',
  textLabel: 'text', tokenLabel: n => `numbers of tokens, 0 to ${n - 1}`, numbersLabel: n => count(n, 'number', 'numbers') + ' with spaces between', notNumbers: 'Numbers with spaces between them, such as 0.5 -1',
  drawTitle: 'Draw', drawHelp: 'With the pointer, or with arrow keys and the space bar.', board: 'Board of 28 by 28; arrow keys move, space draws', drawDone: 'Give it to the network', drawClear: 'Clear',

  parts: { query: 'questions', key: 'keys', value: 'values', queryKeyValue: 'questions, keys, values', output: 'mixed', expand: 'wider', contract: 'narrower', pointwise: 'all mixed', squeeze: 'squeezed', excite: 'how much each counts', gate: 'gate', mean: 'mean of the code', logVariance: 'log variance of the code' },
  strip: 'The network from left to right; arrow keys walk, Enter goes in',
  groups: { Rnn: 'Recurrent layer', Lstm: 'LSTM', Gru: 'GRU', Bidirectional: 'Both directions', TimeDistributed: 'Moment by moment', SeparableConvolution: 'Separable convolution', SqueezeExcitation: 'Channels weighed by their means', GatedDense: 'Gated dense', DenseBlock: 'Dense block', MixtureOfExperts: 'Mixture of experts', EmbeddingBag: 'Bag of words', Tied: 'Tied ends', Vae: 'Variational autoencoder', crossAttention: 'Attention to another sequence', decoder: 'Decoder block', Own: 'Layer of your own', Lambda: 'Function of your own', LowRank: 'Dense, adapted', Activation: 'Bend', Gates: 'How much each counts', Dot: 'How alike', residual: 'Residual: input added back', transformer: 'Transformer block', attention: 'Attention', feedForward: 'Feed-forward', graph: 'Graph', sequence: 'Layers' },
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
  where: (it, row, column) => (it.layout === 'MAPS' && it.shape.length > 3 ? `slice ${Math.floor(row / it.shape.at(-3)) + 1}, row ${(row % it.shape.at(-3)) + 1}, column ${column + 1}` : it.layout === 'SEQUENCE' ? `place ${column + 1}` : it.layout === 'HEADS' ? `place ${row + 1} looks at ${column + 1}` : `row ${row + 1}, column ${column + 1}`),
  anyChannel: (it, n) => `${single[it.layout][0].toUpperCase()}${single[it.layout].slice(1)} 1 to ${n.toLocaleString('en')}:`,
  channelsTitle: (it, n) => count(n, single[it.layout], single[it.layout] + 's'),
  channelsSay: (all, shown) => (shown === all ? 'Blue is plus, vermilion minus. Choose one to go in.' : `${shown} of ${all.toLocaleString('en')}, evenly apart. Choose one to go in.`),
  factsTitle: 'What it is like', noParameters: 'It has no numbers of its own.',
  figures: (it, f, number) => `Its ${shape(it.shape)} numbers for this input: mean ${number(f.mean)}, deviation ${number(f.deviation)}, from ${number(f.least)} to ${number(f.most)}; ${percent(f.zeros)} are 0${f.lost ? `, ${f.lost} lost (NaN or infinite)` : ''}.`,
  madeBars: 'what it makes of this input', weightBars: 'its weights',
  spread: (title, least, most) => `${title}: how they are spread from ${least} to ${most}`,
  parameterHeads: ['name', 'shape', 'trained', 'mean', 'deviation', 'smallest', 'largest'], parameterTable: 'Its parameters', yes: 'yes', no: 'no',

  pictureTitle: 'The picture, and a window', sourceTitle: (text, n) => `${text}, channel ${n}`,
  sourceSays: 'What it looks at.', pictureAlone: 'The picture', between: 'falls between two numbers',
  looksAt: (it, window) => (window ? 'Arrow keys move the window. It visits every place with the same weights.' : it.kind === 'TransposedConvolution' ? 'The marked numbers lay their windows down so that they reach this place.' : 'Marked is what the number is made of. Arrow keys move to the next.'),
  mapTitle: (it, text) => ({ MAPS: `${text[0].toUpperCase()}${text.slice(1)}: where it found its pattern`, HEADS: `${text[0].toUpperCase()}${text.slice(1)}: who looks at whom`, SEQUENCE: `${text[0].toUpperCase()}${text.slice(1)}, place by place` })[it.layout],
  mapSays: 'Blue is plus; striped orange is minus.', mapSaysBend: text => `Blue: the pattern is here. Striped orange: its opposite. This is before the bend, ${text}.`,
  headSays: (hidden, two) => `A row asks, a column is looked at. The darker, the more${hidden ? '; hatched lies ahead and is hidden' : ''}.${two ? ' Rows are places of the one sequence, columns of the other.' : ''}`,
  mapSummary: (least, most) => `From ${least} to ${most}. Arrow keys move`,
  tooMany: (n, most) => `${n.toLocaleString('en')} numbers: tables show up to ${most.toLocaleString('en')}. The picture shows all.`, mapTable: 'The channel as numbers',
  weightsTitle: 'Its weights', noWeightsTitle: 'How it works', weightsSay: (seen, shown) => (seen === 1 ? 'The same at every place.' : shown < seen ? `A picture for each input channel: ${shown} of ${seen}.` : `A picture for each of ${seen} input channels.`),
  gateWeights: (reads, said) => `The same at every moment. The first ${reads} weigh what it reads, the other ${said} what it said at the moment before.`,
  weightPicture: n => `weights for input channel ${n}`, weightFigures: (n, plus, least, most) => `${count(n, 'weight', 'weights')} shown, ${plus} above 0, from ${least} to ${most}.`,
  weightHeads: ['channel', 'row', 'column', 'weight'], weightTable: 'The weights', pickNumber: 'Choose a place in the map, or press Enter, to see how its number comes about.',

  channelOf: 'channel', checkpoint: 'Weights from checkpoint', afterStep: step => `after step ${step.toLocaleString('en')}`, checkpoints: 'Checkpoints of the run; the curve is its loss',
  mats: 'The window times its weights, number by number',
  brightness: 'what is in the window', window: 'in the window', weightsSame: 'weights, always the same', products: 'products', whatComesIn: 'what comes in', weightsOwn: 'its weights',
  sum: 'sum', bias: 'bias', shift: 'shift', itself: 'number', meanTerm: 'mean', placeVector: 'its place', others: n => `${n.toLocaleString('en')} more`, channelShort: n => `ch ${n}`, place: n => `${n}`,
  stair: (terms, sum) => `Stair of the sum: ${terms}; together ${sum}`, channelsHelp: 'Each step is what one input channel adds. Choose one to see its window.',
  comesTo: 'The terms come to', begins: { given: 'It stands there as', passed: 'Handed on as it is:', largest: 'The largest of them:', smallest: 'The smallest of them:', multiplied: 'Multiplied:', divided: 'Divided:', chosen: 'The first says which of two is taken:', bent: 'What comes in is' },
  bends: text => `${text} makes of it`, scored: 'How well question and key fit:', shareOf: 'Of all the scores in the row, softmax makes shares; this one is',
  reasons: { hidden: 'This place lies ahead: a causal head may not look there, so its share is 0.', long: 'Its formula has more than 1,000 steps, so its terms are not listed. It answers' },
  operated: { LESS: 'Is the first less than the second? It is', EQUAL: 'Are they equal? It is', AND: 'Are both true? It is', OR: 'Is one of them true? It is', POWER: 'The first to the power of the second:', MODULO: 'What is left over:', POSITION: 'In the order of their size, the place of the one that belongs here:' },
  times1: ' × ', over: ' ÷ ', apart: '  ', comma: ', ',
  chainTitle: 'How it came about, step by step', goThere: text => `Go to ${text}`, goHelp: 'Each step is one term. Choose one to go where it comes from.',
  moment: (n, all) => `Moment ${n} of ${all}.`, momentBefore: 'Go to the moment before', momentFirst: 'Nothing was read before it.',
  readTerm: n => `x ${n}`, saidTerm: n => `h ${n}`, gateTerms: 'x is what it reads at this moment, h what it said at the moment before.', kept: 'kept', written: 'written', candidate: 'candidate', before: 'before',
  outputLabel: 'Answer', outputName: (text, i) => (text && !/^\d+$/.test(text) ? text : `output ${i + 1}`),
  slice: n => `slice ${n}`,
  left: (n, rest) => `${n.toLocaleString('en')} smaller terms are not listed; they come to ${rest}.`,
  own: 'its own', beyond: 'beyond the edge: 0', termHeads: ['', 'from', 'comes in', 'weight', 'product'], termTable: 'The terms',
  formulas: {
    InputGate: 'sigmoid(x · weights + h · weights + bias): how much of the candidate is written down', ForgetGate: 'sigmoid(x · weights + h · weights + bias): how much of the memory is kept', OutputGate: 'sigmoid(x · weights + h · weights + bias): how much of the memory is let out', ResetGate: 'sigmoid(x · weights + h · weights + bias): how much of h the candidate sees', UpdateGate: 'sigmoid(x · weights + h · weights + bias): how much stays as it was',
    Candidate: 'tanh(x · weights + h · weights + bias): what might be written down', Memory: 'forget gate × memory before + input gate × candidate', MemoryBent: 'tanh(memory)', LstmState: 'output gate × tanh(memory)', GruState: '(1 − update gate) × candidate + update gate × h before', RnnState: 'bend(x · weights + h · weights + bias)', Said: 'what it said last; nothing at moments of zeros that it passes over',
    TransposedConvolution: 'each number lays down its weights, and where they overlap they are added', MaxPool: 'the largest number of each window', MeanPool: 'the mean of each window', GlobalMean: 'the mean of each channel', BatchNorm: '(x − mean) / √(variance + ε) × weight + bias', LayerNorm: '(x − mean) / √(variance + ε) × weight + bias',
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
