import type { CorpusShape } from './corpus/corpus.ts';
import type { EditName } from './edits.ts';
import type { OutputSize } from './measure/output-size.ts';
import type { Measurement } from './rounds.ts';

/** What was measured with one corpus. */
export interface Results {
  readonly shape: CorpusShape;
  readonly measurements: readonly Measurement[];
}

export interface ReportOptions {
  /** The names of what the others are compared with. */
  readonly ours: readonly string[];
  readonly peers: readonly string[];
}

/** What was measured, as tables in Markdown. */
export function report(results: readonly Results[], options: ReportOptions): string {
  const parts = results.map((one) => reportOne(one, options));
  const isWithoutCpu = results.some(({ measurements }) =>
    measurements.some(({ cpu }) => cpu === undefined),
  );
  return [...parts, isWithoutCpu ? `${NO_PROC}\n` : NOTES].join('\n');
}

/** What the numbers are. */
const NOTES = `CPU is user and system time of the build and all that it starts. Memory is the most that was resident
at a time, of all its processes, sampled every 50 ms; what they share is counted for each. Times and
memory are least / median of the rounds, ratios are medians of the ratios in each round.
`;

const NO_PROC =
  'This system has no /proc, so that neither processor time nor memory could be measured.';

function reportOne({ shape, measurements }: Results, { ours, peers }: ReportOptions): string {
  const { episodes, perSeries, length, images } = shape;
  const series = Math.ceil(episodes / perSeries);
  const shown = images === 0 ? '' : `, ${images} images`;
  const sections = [
    `## ${episodes} episodes in ${series} series, ${length} characters each${shown}`,
    costs(measurements, episodes),
    sizes(measurements, episodes),
  ];
  if (peers.length > 0) sections.push(ratios(measurements, ours, peers));
  return `${sections.join('\n\n')}\n`;
}

function costs(measurements: readonly Measurement[], episodes: number): string {
  const head = ['', 'build', 'wall s', 'CPU s', 'CPU ms an episode', 'memory MB'];
  const rows = grouped(measurements).map(({ contender, edit, runs }) => {
    const cpu = runs.flatMap((run) => run.cpu ?? []);
    return [
      contender,
      edit,
      leastAndMedian(runs.map(({ wall }) => wall / 1000)),
      leastAndMedian(cpu.map((time) => time / 1000)),
      leastAndMedian(cpu.map((time) => time / episodes)),
      leastAndMedian(
        runs.flatMap(({ peakBytes }) => (peakBytes === undefined ? [] : peakBytes / 1e6)),
        0,
      ),
    ];
  });
  return table(head, rows);
}

/** Of the first build of each: that of the others is hardly different. */
function sizes(measurements: readonly Measurement[], episodes: number): string {
  const head = ['output', 'files', 'MB', 'files an episode', 'KB an episode'];
  const first = new Map<string, Measurement>();
  for (const one of measurements) if (!first.has(one.contender)) first.set(one.contender, one);
  const rows = [...first.values()].flatMap(({ contender, output }) =>
    [
      { name: contender, size: output.all },
      ...(hasFeeds(output) ? [{ name: `${contender}, no feeds`, size: output.withoutFeeds }] : []),
    ].map(({ name, size }) => [
      name,
      String(size.files),
      (size.bytes / 1e6).toFixed(1),
      (size.files / episodes).toFixed(2),
      (size.bytes / 1000 / episodes).toFixed(1),
    ]),
  );
  return table(head, rows);
}

function hasFeeds({ all, withoutFeeds }: OutputSize): boolean {
  return withoutFeeds.files < all.files;
}

function ratios(
  measurements: readonly Measurement[],
  ours: readonly string[],
  peers: readonly string[],
): string {
  const groups = grouped(measurements);
  const rows = ours.flatMap((own) =>
    groups
      .filter(({ contender }) => contender === own)
      .flatMap(({ edit, runs }) =>
        peers.map((peer) => {
          const others =
            groups.find((group) => group.contender === peer && group.edit === edit)?.runs ?? [];
          const pairs = runs.flatMap((run) => {
            const other = others.find(({ round }) => round === run.round);
            return other === undefined ? [] : [{ run, other }];
          });
          const cpu = pairs.flatMap(({ run, other }) =>
            run.cpu === undefined || other.cpu === undefined ? [] : run.cpu / other.cpu,
          );
          return [
            `${own} / ${peer}`,
            edit,
            medianOf(pairs.map(({ run, other }) => run.wall / other.wall)),
            medianOf(cpu),
          ];
        }),
      ),
  );
  return table(['ratio', 'build', 'wall', 'CPU'], rows);
}

interface Group {
  readonly contender: string;
  readonly edit: EditName;
  /** One a round. */
  readonly runs: readonly Measurement[];
}

function grouped(measurements: readonly Measurement[]): readonly Group[] {
  const groups = Map.groupBy(measurements, ({ contender, edit }) => `${contender}\n${edit}`);
  return [...groups.values()]
    .flatMap((runs) => {
      const [first] = runs;
      return first === undefined ? [] : [{ contender: first.contender, edit: first.edit, runs }];
    })
    .sort((a, b) => namesIn(measurements, a) - namesIn(measurements, b));
}

/** Edits of one contender stand together. */
function namesIn(measurements: readonly Measurement[], { contender }: Group): number {
  return measurements.findIndex((one) => one.contender === contender);
}

function leastAndMedian(values: readonly number[], digits = 2): string {
  if (values.length < 2) return medianOf(values, digits);
  return `${Math.min(...values).toFixed(digits)} / ${medianOf(values, digits)}`;
}

function medianOf(values: readonly number[], digits = 2): string {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] = [sorted[half - 1 + (sorted.length % 2)], sorted[half]];
  return Number.isNaN(low) ? '–' : ((low + high) / 2).toFixed(digits);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
