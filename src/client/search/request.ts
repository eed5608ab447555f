/** What a reader searches for, as the address of the search page says it. */
export interface SearchRequest {
  readonly query: string;
  /** Id of the one series to search; empty for all. */
  readonly series: string;
  readonly order: 'relevance' | 'reading';
  /** Also what has not been read yet, where that is hidden otherwise. */
  readonly unread: boolean;
}

export function requestOf(parameters: URLSearchParams): SearchRequest {
  return {
    query: parameters.get('q') ?? '',
    series: parameters.get('series') ?? '',
    order: parameters.get('order') === 'reading' ? 'reading' : 'relevance',
    unread: parameters.get('unread') === 'show',
  };
}

/** The same as the end of an address, without what is so by itself; empty for no query at all. */
export function addressOf({ query, series, order, unread }: SearchRequest): string {
  const parameters = new URLSearchParams({
    ...(query === '' ? {} : { q: query }),
    ...(series === '' ? {} : { series }),
    ...(order === 'reading' ? { order } : {}),
    ...(unread ? { unread: 'show' } : {}),
  }).toString();
  return parameters === '' ? '' : `?${parameters}`;
}
