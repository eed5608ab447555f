import { merged } from '#src/search/query/excerpt.ts';
import { findInText } from '#src/search/query/find-in-text.ts';
import { queryTerms } from '#src/search/query/fold.ts';
import { readPassageHash } from '#src/search/query/passage.ts';
import { make } from './dom.ts';
import { searchedText, type PageBlock } from './searched-text.ts';

/** Writers may mark something, too. */
const MARK = 'mark[data-found]';

/** Marks on the page what was searched for, and scrolls to the place that was chosen. */
export function showPassage(hash: string): void {
  const passage = readPassageHash(hash);
  const article = document.querySelector('article');
  if (passage === undefined || article === null) return;
  clearMarks(article);
  const terms = queryTerms(passage.query);
  let left = passage.nth;
  for (const block of searchedText(article)) {
    const matches = findInText(block, terms);
    if (matches.length === 0) continue;
    const chosen = left < matches.length && left >= 0 ? matches[left] : undefined;
    left -= matches.length;
    for (const match of merged(matches).toReversed()) {
      const isChosen =
        chosen !== undefined && match.start <= chosen.start && chosen.end <= match.end;
      mark(block, match.start, match.end, isChosen);
    }
  }
  const here = article.querySelector('mark[data-found=here]') ?? article.querySelector(MARK);
  here?.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
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

function clearMarks(article: Element): void {
  for (const one of article.querySelectorAll(MARK)) {
    const { parentNode } = one;
    one.replaceWith(...one.childNodes);
    parentNode?.normalize();
  }
}
