import { optionWords } from '#src/command/option-words.ts';
import { readOptionsAlone } from '#src/command/options.ts';
import { Refusal } from '#src/command/refusal.ts';
import { wholeNumber } from '#src/command/whole-number.ts';
import { nearest } from '#src/manuscript/nearest.ts';
import { peerNames, type PeerName } from './contenders/peers.ts';
import { searchChoices, type SearchChoice } from './contenders/tsuzuki.ts';
import { perSeriesFor, type CorpusShape } from './corpus/corpus.ts';
import { editNames, type EditName } from './edits.ts';

/** What is to be measured. */
export interface Request {
  readonly shapes: readonly CorpusShape[];
  /** Those that are told of, in the order in which they are made. */
  readonly edits: readonly EditName[];
  readonly search: readonly SearchChoice[];
  readonly peers: readonly PeerName[];
  readonly rounds: number;
  /** As typed: where everything is written as JSON. */
  readonly json: string | undefined;
  /** As typed: a folder that is kept, for sites and peers. */
  readonly work: string | undefined;
}

export const usage = `npm run bench -- [options]

Builds made-up content folders of several sizes and says what that costs: cold, with nothing changed,
and after one body, one title, one new and one deleted episode.

  --sizes 150,1500,10000  how many episodes, in series of ten (up to 150) or twenty
  --series 1              instead of --sizes: how many series …
  --episodes 2000         … and how many episodes each of them has
  --length 2570           characters of an episode on the average
  --images 0              pictures in all, spread over the episodes
  --seed 1                other episodes
  --only cold,body        of ${editNames.join(', ')}
  --search with,without   builds with search, without it, or both
  --peer                  the same through other generators as well, or through some of them:
                          --peer ${peerNames.join(',')}
  --rounds 1              how often, everything in turn; the table has the least and the median
  --json results.json     writes every measurement to a file
  --work folder           where to build, and to install the others; usually the temporary folder
`;

/** @throws Refusal when the arguments do not make sense */
export function readArguments(args: readonly string[]): Request | 'help' {
  const words = optionWords.en('bench', (option) => EXAMPLES[option] ?? '…');
  const { text, isOn, given } = readOptionsAlone(args, options, words);
  if (isOn('help')) return 'help';
  const whole = (name: Parameters<typeof text>[0], typed: string, least = 1) =>
    wholeNumber(name, typed, words, { least, most: 9_999_999 });
  const number = (name: Parameters<typeof text>[0], usual: number, least = 1) =>
    whole(name, text(name) ?? String(usual), least);
  const isOfSeries = given.includes('series') || given.includes('episodes');
  if (isOfSeries && given.includes('sizes')) {
    throw new Refusal('--sizes does not go together with --series and --episodes.');
  }
  const common = { seed: number('seed', 1, 0), length: number('length', 2570) };
  const images = number('images', 0, 0);
  const [series, each] = [number('series', 1), number('episodes', 20)];
  const sizes = (text('sizes') ?? '150,1500,10000').split(',');
  const shapes = isOfSeries
    ? [{ ...common, images, episodes: series * each, perSeries: each }]
    : sizes.map((size) => {
        const episodes = whole('sizes', size.trim());
        return { ...common, images, episodes, perSeries: perSeriesFor(episodes) };
      });
  const peers = given.includes('peer') ? chosen('--peer', text('peer') ?? '', peerNames) : [];
  if (peers.length > 0 && images > 0) {
    throw new Refusal(
      '--images does not go together with --peer: each treats them in its own way.',
    );
  }
  return {
    shapes,
    edits: chosen('--only', text('only') ?? '', editNames),
    search: chosen('--search', text('search') ?? '', searchChoices),
    peers,
    rounds: number('rounds', 1),
    json: text('json'),
    work: text('work'),
  };
}

const options = {
  sizes: { type: 'string' },
  series: { type: 'string' },
  episodes: { type: 'string' },
  length: { type: 'string' },
  images: { type: 'string' },
  seed: { type: 'string' },
  only: { type: 'string' },
  search: { type: 'string' },
  peer: { type: 'string', mayBeBare: true },
  rounds: { type: 'string' },
  json: { type: 'string' },
  work: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const EXAMPLES: Readonly<Record<string, string>> = {
  '--sizes': '150,1500',
  '--only': 'cold,body',
  '--search': 'with',
  '--json': 'results.json',
  '--work': '/tmp/bench',
};

/** Those that were named, in the order of the list; all where none was. */
function chosen<Name extends string>(
  option: string,
  text: string,
  names: readonly Name[],
): readonly Name[] {
  const wanted = text.split(',').map((name) => name.trim());
  if (text === '') return names;
  for (const name of wanted) {
    if (names.some((known) => known === name)) continue;
    const near = nearest(name, names);
    const hint = near === undefined ? '' : ` Did you mean ${near}?`;
    throw new Refusal(`${option} takes ${names.join(', ')}: ${name}.${hint}`);
  }
  return names.filter((name) => wanted.includes(name));
}
