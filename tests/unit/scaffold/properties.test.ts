import fc from 'fast-check';
import { expect, it } from 'vitest';
import { series, Workbench } from './workbench.ts';

const order = fc.oneof(
  fc.nat(30),
  fc.nat(300).map((tenths) => tenths / 10),
  fc.nat(1e9),
);
const name = fc.oneof(
  fc.nat(30).map(String),
  fc.nat(30).map((number) => String(number).padStart(2, '0')),
  fc.constantFrom('the-first', 'ep1', 'ep01', '第1話', 'だい2', '05-5', 'EXTRA-1', '03-2', '007'),
);
/** Episodes whose names and orders are each their own. */
const story = fc
  .uniqueArray(fc.tuple(name, order), {
    minLength: 1,
    maxLength: 8,
    selector: ([key]) => key.toLowerCase(),
  })
  .map((pairs) => {
    const seen = new Set<number>();
    return pairs.filter(([, value]) => !seen.has(value) && seen.add(value));
  });

it('whatever is there, what is new comes last and nothing is wrong', async () => {
  await fc.assert(
    fc.asyncProperty(story, fc.integer({ min: 1, max: 4 }), async (pairs, times) => {
      const bench = new Workbench(series(Object.fromEntries(pairs)));
      try {
        for (let turn = 0; turn < times; turn += 1) {
          const before = new Set(bench.list('umi'));
          expect((await bench.run(['umi'])).exitCode).toBe(0);
          const added = bench.list('umi').filter((file) => !before.has(file));
          expect(added).toHaveLength(1);
          const { episodes } = await bench.manuscript();
          const last = episodes
            .flatMap((entry) => (entry.kind === 'episode' ? [entry] : []))
            .toSorted((a, b) => a.order - b.order)
            .at(-1);
          expect(last?.path).toBe(`umi/${added.join()}`);
          expect(Number.isInteger(last?.order)).toBe(true);
        }
        expect(bench.list('umi')).toHaveLength(pairs.length + times + 1);
      } finally {
        bench.remove();
      }
    }),
    { numRuns: 60 },
  );
});

it('extras and notices among them are told apart', async () => {
  const kinds = fc.array(fc.constantFrom('--extra', '--notice', undefined), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(story, kinds, async (pairs, options) => {
      const bench = new Workbench(series(Object.fromEntries(pairs)));
      try {
        for (const option of options) {
          const outcome = await bench.run(option === undefined ? ['umi'] : ['umi', option]);
          expect(outcome.exitCode).toBe(0);
        }
        expect((await bench.manuscript()).episodes).toHaveLength(pairs.length + options.length);
      } finally {
        bench.remove();
      }
    }),
    { numRuns: 30 },
  );
});
