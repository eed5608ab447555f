import { toHtml as serialise } from 'hast-util-to-html';
import remarkBreaks from 'remark-breaks';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { toHtml } from '#src/text/forms/html.ts';
import { parseMarkdown, type MarkdownOptions } from '#src/text/markdown.ts';
import { prepareText } from '#src/text/prepare.ts';
import { benchEpisodes } from './bench-episodes.ts';

// What the notation costs: our pipeline beside remark, gfm, breaks and cjk-friendly alone, from source
// to HTML over the same episodes, as processor time of all threads (so the garbage collector counts).
// And what a build spends on a text in all: the facts of the checks, its length, and its forms for
// pages, feeds and search.

const EPISODES = 1500;
const LENGTH = 2700;
const BATCH = 10;
const ROUNDS = 5;

const bareProcessor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkCjkFriendly)
  .use(remarkBreaks)
  .use(remarkRehype)
  .freeze();

const options: MarkdownOptions = {
  language: 'ja',
  breaks: true,
  resolveLink: (href) => ({ kind: 'link', href }),
  resolveImage: (src) => ({ src, width: 640, height: 480 }),
};

const bare = (source: string): string =>
  serialise(bareProcessor.runSync(bareProcessor.parse(source)));
const whole = (source: string): string => toHtml(parseMarkdown(source, options));

const prepared = (source: string): string => prepareText(source, options).facts.text;

const episodes = benchEpisodes(EPISODES, LENGTH);
const batches = Array.from({ length: EPISODES / BATCH }, (_, i) =>
  episodes.slice(i * BATCH, (i + 1) * BATCH),
);
round();
report(Array.from({ length: ROUNDS }, round));

interface Round {
  /** milliseconds an episode */
  readonly bare: number;
  readonly whole: number;
  readonly prepared: number;
  readonly ratio: number;
}

/** All episodes once each way, in small batches that take turns, so that a busy moment meets both. */
function round(): Round {
  const spent = { bare: 0, whole: 0, prepared: 0 };
  batches.forEach((batch, i) => {
    if (i % 2 === 0) spent.bare += cost(batch, bare);
    spent.whole += cost(batch, whole);
    spent.prepared += cost(batch, prepared);
    if (i % 2 === 1) spent.bare += cost(batch, bare);
  });
  return {
    bare: spent.bare / EPISODES,
    whole: spent.whole / EPISODES,
    prepared: spent.prepared / EPISODES,
    ratio: spent.whole / spent.bare,
  };
}

function cost(sources: readonly string[], render: (source: string) => string): number {
  const start = process.cpuUsage();
  for (const source of sources) render(source);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function report(rounds: readonly Round[]): void {
  const lengths = episodes.map(({ length }) => length);
  const ratios = rounds.map(({ ratio }) => ratio);
  const milliseconds = (values: readonly number[]): string => `${median(values).toFixed(3)} ms`;
  const lines = [
    `${EPISODES} episodes of ${median(lengths)} characters, ${ROUNDS} rounds after one to warm up`,
    `bare   ${milliseconds(rounds.map(({ bare }) => bare))} of processor time an episode`,
    `whole  ${milliseconds(rounds.map(({ whole }) => whole))}`,
    `all    ${milliseconds(rounds.map((each) => each.prepared))} for the checks and every form`,
    `ratio  ${median(ratios).toFixed(3)} (${Math.min(...ratios).toFixed(3)} to ${Math.max(...ratios).toFixed(3)})`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
