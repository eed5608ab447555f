import type { Person } from '#src/manuscript/manuscript.ts';

/** What schema.org is told of a series; texts plain, addresses absolute. */
export interface SeriesFacts {
  readonly url: string;
  readonly name: string;
  readonly language: string;
  readonly description: string | undefined;
  readonly author: Person | undefined;
  readonly image: string | undefined;
  readonly startDate: string | undefined;
  /** Only of a complete series. */
  readonly endDate: string | undefined;
}

/** Of one part of it. */
export interface EpisodeFacts {
  readonly url: string;
  readonly headline: string;
  readonly language: string;
  readonly description: string | undefined;
  readonly author: Person | undefined;
  readonly image: string | undefined;
  readonly published: string | undefined;
  readonly modified: string | undefined;
  /** In reading order, counted from 1; undefined for a notice. */
  readonly position: number | undefined;
  readonly wordCount: number | undefined;
  readonly series: Pick<SeriesFacts, 'url' | 'name'>;
}

/** https://schema.org/CreativeWorkSeries */
export function seriesData(facts: SeriesFacts): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'CreativeWorkSeries',
    '@id': facts.url,
    url: facts.url,
    name: facts.name,
    inLanguage: facts.language,
    description: facts.description,
    author: person(facts.author),
    image: facts.image,
    startDate: facts.startDate,
    endDate: facts.endDate,
  };
}

/** https://schema.org/Article, with its place in the series */
export function episodeData(facts: EpisodeFacts): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': facts.url,
    url: facts.url,
    headline: facts.headline,
    inLanguage: facts.language,
    description: facts.description,
    author: person(facts.author),
    image: facts.image,
    datePublished: facts.published,
    dateModified: facts.modified ?? facts.published,
    position: facts.position,
    wordCount: facts.wordCount,
    isPartOf: {
      '@type': 'CreativeWorkSeries',
      '@id': facts.series.url,
      name: facts.series.name,
      url: facts.series.url,
    },
  };
}

function person(author: Person | undefined): object | undefined {
  return author && { '@type': 'Person', name: author.name, url: author.url };
}
