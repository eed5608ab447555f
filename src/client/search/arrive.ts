/** Who comes from a search is led to the passage; what that takes is loaded for them alone. */

const article = document.querySelector('article');

async function follow(scrolls: boolean): Promise<void> {
  if (article === null || !location.hash.startsWith('#find=')) return;
  const { markPassage } = await import('./passage-marks.ts');
  const place = markPassage(article, location.hash);
  if (scrolls) place?.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
}

/** Who has read on and comes back, or loads the page again, stays where they were. */
function isNewVisit(): boolean {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return visit?.type === 'navigate' || visit?.type === undefined;
}

void follow(isNewVisit());
addEventListener('hashchange', () => void follow(true));
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && location.hash.startsWith('#find=')) void leave();
});

/** Takes the marks away, and the end of the address that they come from. */
async function leave(): Promise<void> {
  history.replaceState(history.state, '', location.pathname + location.search);
  const { clearMarks } = await import('./passage-marks.ts');
  if (article !== null) clearMarks(article);
}
