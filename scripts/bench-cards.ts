import { createCards } from '#src/integration/cards.ts';
import { assembleSite } from '#src/story/site.ts';
import { projectRoot } from '#tests/support/build-site.ts';
import { episode, later, manuscript, series } from '#tests/support/manuscript.ts';
import { toldTitles } from '#tests/support/told-titles.ts';

// What the cards of a series cost, from their titles to PNGs, in one thread: milliseconds of CPU until
// the first one, of each after it, and microseconds of each one's name; what a card weighs, and the
// most memory that the process took.
//
//   npm run bench:cards

const CARDS = 2000;

/** Milliseconds of CPU since the process began. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const entries = toldTitles(CARDS - 2).map((title, i) => episode(i + 1, { title }));
const told = series({ title: '潮見坂の時計屋', category: '長編' });
const site = assembleSite(manuscript({ series: [told], episodes: entries }), {
  now: later,
  show: 'published',
});
const cards = await createCards({ site, root: projectRoot });
const start = spent();
const shown = cards.shown();
const named = spent();
cards.bytes(cards.ofSite);
const opened = spent();
const sizes = shown.map((card) => cards.bytes(card).length);
const drawn = spent();
// Kilobytes on every system (libuv).
const megabytes = process.resourceUsage().maxRSS / 1000;
const report = {
  cards: shown.length,
  microsecondsOfName: Number(((1000 * (named - start)) / shown.length).toFixed(1)),
  millisecondsOfFirst: Math.round(opened - named),
  millisecondsOfEach: Number(((drawn - opened) / shown.length).toFixed(3)),
  averageBytes: Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length),
  largestBytes: Math.max(...sizes),
  megabytes: Math.round(megabytes),
};
process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
