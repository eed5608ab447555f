import type { SiteSettings } from '#src/manuscript/manuscript.ts';
import { episodeMark } from '#src/site/headline.ts';
import { stringsFor } from '#src/site/strings.ts';
import type { Episode, Series } from '#src/story/model.ts';
import { inlineText } from '#src/text/inline.ts';

/** What a card says, as plain text. */
export interface CardText {
  /** BCP 47, of all but the site. */
  readonly language: string;
  /** Above the label: the series, and its category. */
  readonly series: string | undefined;
  readonly label: string | undefined;
  readonly title: string;
  /** Below the title. */
  readonly note: string | undefined;
  /** The site's name. */
  readonly site: string | undefined;
  readonly siteLanguage: string;
}

/**
 * Of the episodes of a series, each asked for by itself: what stands on all of them is found once. The
 * series is the title where the episode has none, as on its page.
 */
export function episodeCardTexts(
  series: Series,
  site: SiteSettings,
): (episode: Episode) => CardText {
  const { language } = series;
  const strings = stringsFor(language);
  const category = series.category === undefined ? '' : strings.category(series.category);
  const seriesTitle = inlineText(series.title, language);
  const { site: name, siteLanguage } = signed(site);
  return (episode) => {
    const isTitled = episode.title !== undefined;
    return {
      language,
      series: isTitled ? category + seriesTitle : category,
      label: episodeMark(episode, strings),
      title: isTitled ? inlineText(episode.title, language) : seriesTitle,
      note: undefined,
      site: name,
      siteLanguage,
    };
  };
}

export function seriesCardText(series: Series, site: SiteSettings): CardText {
  const { language, category, author } = series;
  const strings = stringsFor(language);
  return {
    ...signed(site),
    language,
    series: category === undefined ? undefined : strings.category(category),
    label: undefined,
    title: inlineText(series.title, language),
    note: author && strings.author(author.name),
  };
}

/** Of the pages that are no part of a series. */
export function siteCardText(site: SiteSettings): CardText {
  const { language, description } = site;
  return {
    language,
    siteLanguage: language,
    series: undefined,
    label: undefined,
    title: inlineText(site.title, language),
    note: description && inlineText(description, language),
    site: undefined,
  };
}

function signed({ title, language }: SiteSettings): Pick<CardText, 'site' | 'siteLanguage'> {
  return { site: inlineText(title, language), siteLanguage: language };
}
