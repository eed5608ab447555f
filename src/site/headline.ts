import { labelText } from '#src/story/label.ts';
import type { Episode, Series } from '#src/story/model.ts';
import { stringsFor, type Strings } from './strings.ts';

/** An episode's heading as plain text. */
export interface Headline {
  /** 【続編⑩】雨の日の客, or with the category and the series where it has no title of its own. */
  readonly own: string;
  /** The same, and the series where it is not in it yet: what stands alone needs it. */
  readonly withSeries: string;
  /** 作品名 続編⑩ 雨の日の客: the series first, as in lists of what is new from everywhere. */
  readonly seriesFirst: string;
}

/** The mark that an episode bears before its title: its label, or that it is a notice. */
export function episodeMark(
  { kind, label }: Pick<Episode, 'kind' | 'label'>,
  { notice }: Pick<Strings, 'notice'>,
): string | undefined {
  return kind === 'notice' ? notice : label && labelText(label);
}

/** @param plain - turns a title in the Japanese notation into its base text */
export function episodeHeadline(
  series: Series,
  episode: Episode,
  plain: (notation: string) => string,
): Headline {
  const strings = stringsFor(series.language);
  const label = episodeMark(episode, strings);
  const mark = label === undefined ? '' : strings.label.before + label + strings.label.after;
  const seriesTitle = plain(series.title);
  const title = episode.title === undefined ? undefined : plain(episode.title);
  const seriesFirst = strings.seriesFirst(seriesTitle, label, title);
  if (title === undefined) {
    const category = series.category === undefined ? '' : strings.category(series.category);
    const own = mark + category + seriesTitle;
    return { own, withSeries: own, seriesFirst };
  }
  const own = mark + title;
  return { own, withSeries: `${own} - ${seriesTitle}`, seriesFirst };
}
