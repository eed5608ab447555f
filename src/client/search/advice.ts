import { findInText } from '#src/search/query/find-in-text.ts';
import { foldText, quotedTerm } from '#src/search/query/fold.ts';
import { fromKeptText, type SearchManifest } from '#src/search/query/manifest.ts';
import { make } from './dom.ts';
import { said, type Messages } from './messages.ts';
import type { SearchRequest } from './request.ts';

/** Names of series are not searched, but who looks for one is shown the way. */
export function seriesNamed(
  query: string,
  { series }: SearchManifest,
  messages: Messages,
): readonly HTMLElement[] {
  const terms = [{ text: quotedTerm(query) ?? foldText(query), atWordStart: false }];
  const named = series.filter(({ title }) => findInText(fromKeptText(title), terms).length > 0);
  if (named.length === 0) return [];
  const links = named.flatMap(({ url, title, language }, i) => {
    const link = make('a', { lang: language, textContent: title.text });
    link.href = url;
    return i > 0 ? ['\u3000', link] : [link];
  });
  return [make('p', { className: 'more' }, [said(messages, 'seriesNamed'), ...links])];
}

/** What may be tried where nothing was found. */
export function whatToTry(
  request: SearchRequest,
  hidesUnread: boolean,
  messages: Messages,
  retry: (request: SearchRequest) => void,
): readonly HTMLElement[] {
  const offer = (name: string, changed: SearchRequest): HTMLElement => {
    const button = make('button', { textContent: said(messages, name) });
    button.type = 'button';
    button.addEventListener('click', () => {
      retry(changed);
    });
    return make('p', {}, [button]);
  };
  return [
    ...(hidesUnread ? [offer('noneInUnread', { ...request, unread: true })] : []),
    make('p', { textContent: said(messages, 'noneHint') }),
    ...(request.series === '' ? [] : [offer('noneInSeries', { ...request, series: '' })]),
  ];
}
