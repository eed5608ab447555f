import { merged } from '#src/search/query/excerpt.ts';
import { findInText, type ShownTerm } from '#src/search/query/find-in-text.ts';
import { queryTerms } from '#src/search/query/fold.ts';
import { readPassageHash } from '#src/search/query/passage-address.ts';
import { beginsWithLetter } from '#src/search/query/word-start.ts';
import styles from '../../styles/passage.css?inline';
import { make } from './dom.ts';
import { searchedText, type PageBlock } from './searched-text.ts';

/** Writers may mark something, too. */
const MARK = 'mark[data-found]';

const article = document.querySelector('article');

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);

addEventListener('hashchange', () => {
  follow(true);
});
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && location.hash.startsWith('#find=')) leave();
});
follow(isNewVisit());

function follow(scrolls: boolean): void {
  if (article === null) return;
  const place = markPassage(article, location.hash);
  if (scrolls) place?.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
}

/** Who has read on and comes back, or loads the page again, stays where they were. */
function isNewVisit(): boolean {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return visit?.type !== 'reload' && visit?.type !== 'back_forward';
}

/** Takes the marks away, and the end of the address that they come from. */
function leave(): void {
  history.replaceState(history.state, '', location.pathname + location.search);
  if (article !== null) clearMarks(article);
}

/**
 * Marks on the page what was searched for.
 *
 * @returns the place that was chosen, or else the first; undefined where there is none
 */
function markPassage(article: Element, hash: string): Element | undefined {
  const passage = readPassageHash(hash);
  clearMarks(article);
  if (passage === undefined) return undefined;
  const blocks = searchedText(article);
  const terms = queryTerms(passage.query).map((text) => shownTerm(text, blocks));
  let left = passage.nth;
  for (const block of blocks) {
    const matches = findInText(block, terms);
    const chosen = matches[left];
    left -= matches.length;
    for (const match of merged(matches).toReversed()) {
      const isChosen =
        chosen !== undefined && match.start <= chosen.start && chosen.end <= match.end;
      mark(block, match.start, match.end, isChosen);
    }
  }
  return article.querySelector('mark[data-found=here]') ?? article.querySelector(MARK) ?? undefined;
}

function clearMarks(article: Element): void {
  for (const one of article.querySelectorAll(MARK)) {
    const { parentNode } = one;
    one.replaceWith(...one.childNodes);
    parentNode?.normalize();
  }
}

/** As the results show it: where it begins words, if it does so anywhere in the text. */
function shownTerm(text: string, blocks: readonly PageBlock[]): ShownTerm {
  const term = { text, atWordStart: true };
  const isAtStart =
    beginsWithLetter(text) && blocks.some((block) => findInText(block, [term]).length > 0);
  return { text, atWordStart: isAtStart };
}

/** Wraps a stretch of a block, a mark in each node that it reaches into. */
function mark({ nodes }: PageBlock, start: number, end: number, isChosen: boolean): void {
  for (const { node, offset } of nodes.toReversed()) {
    const from = Math.max(0, start - offset);
    const to = Math.min(node.length, end - offset);
    if (from >= to) continue;
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const found = make('mark');
    found.dataset['found'] = isChosen ? 'here' : '';
    range.surroundContents(found);
  }
}
