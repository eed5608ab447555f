import { episodePath } from './corpus/series.ts';
import type { CorpusShape } from './corpus/corpus.ts';

/** What is done before a build, in this order. */
export const editNames = ['cold', 'nothing', 'body', 'title', 'add', 'delete'] as const;
export type EditName = (typeof editNames)[number];

/** One file that changes. No two edits are of one file. */
export interface Edit {
  /** From the content folder. */
  readonly path: string;
  /** The text that it has from then on, made of other texts; undefined: it is deleted. */
  readonly text: (read: (path: string) => Promise<string>) => Promise<string | undefined>;
}

/** The edits of a corpus by their names; a cold build and one of nothing new have none. */
export function editsOf({ episodes, perSeries }: CorpusShape): Partial<Record<EditName, Edit>> {
  const count = Math.ceil(episodes / perSeries);
  const sizeOf = (series: number) => Math.min(perSeries, episodes - series * perSeries);
  const inSeries = (share: number) => Math.floor(count * share);
  const middle = episodePath(inSeries(1 / 2), Math.floor(sizeOf(inSeries(1 / 2)) / 2));
  const other = episodePath(inSeries(1 / 3), Math.floor(sizeOf(inSeries(1 / 3)) / 3));
  const grown = inSeries(1 / 4);
  const lastOfGrown = episodePath(grown, sizeOf(grown) - 1);
  return {
    body: {
      path: middle,
      text: async (read) => `${await read(middle)}\n\u3000ここに一行だけ書き足した。\n`,
    },
    title: {
      path: other,
      text: async (read) => (await read(other)).replace(/^title: .*$/m, 'title: 改められた題'),
    },
    add: {
      path: episodePath(grown, sizeOf(grown)),
      text: async (read) => following(await read(lastOfGrown)),
    },
    delete: {
      path: episodePath(count - 1, sizeOf(count - 1) - 1),
      text: () => Promise.resolve(undefined),
    },
  };
}

/** An episode like another, and behind it. */
function following(text: string): string {
  return text
    .replace(/^order: (\d+)$/m, (_, order: string) => `order: ${Number(order) + 1}`)
    .replace(/^title: .*$/m, 'title: 新しい話')
    .replace(/^date: .*$/m, 'date: 2025-06-01')
    .replace(/^updated: .*\n/m, '');
}
