import type { Episode, Series } from './model.ts';

/** The content warnings that stand before a part: those of its series, and its own. */
export function warningsOf(
  series: Pick<Series, 'warnings'>,
  episode: Pick<Episode, 'warnings'>,
): readonly string[] {
  return [...series.warnings, ...episode.warnings];
}
