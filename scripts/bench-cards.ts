import { createCards } from '#src/integration/cards.ts';
import { assembleSite } from '#src/story/site.ts';
import { projectRoot, temporaryFolder } from '#tests/support/build-site.ts';
import { episode, later, manuscript, series } from '#tests/support/manuscript.ts';
import { toldTitles } from '#tests/support/told-titles.ts';

// What the cards of a series cost, drawn for the first time: seconds from its titles to files in the
// cache, the most memory that the process took, and what a card weighs.
//
//   npm run bench:cards

const CARDS = 500;

const entries = toldTitles(CARDS - 2).map((title, i) => episode(i + 1, { title }));
const told = series({ title: '潮見坂の時計屋', category: '長編' });
const site = assembleSite(manuscript({ series: [told], episodes: entries }), {
  now: later,
  show: 'published',
});
const start = performance.now();
const cards = await createCards({
  site,
  root: projectRoot,
  workDir: await temporaryFolder('cards'),
});
const shown = cards.shown();
await cards.prepare(shown);
const seconds = (performance.now() - start) / 1000;
// Kilobytes on every system (libuv).
const megabytes = process.resourceUsage().maxRSS / 1000;
const sizes = await Promise.all(shown.map(async (card) => (await cards.bytes(card)).length));
const report = {
  cards: shown.length,
  seconds: Number(seconds.toFixed(2)),
  megabytes: Math.round(megabytes),
  averageBytes: Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length),
  largestBytes: Math.max(...sizes),
};
process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
