/** What the search page says by itself, where `{n}` stands for a number and `{q}` for a query. */
export interface SearchMessages {
  /** One, and several. */
  readonly found: readonly [one: string, several: string];
  /** Behind the number of what was found. */
  readonly foundWords: string;
  readonly none: string;
  readonly noneHint: string;
  readonly noneInSeries: string;
  readonly noneRead: string;
  readonly noneInUnread: string;
  readonly loading: string;
  readonly unreachable: string;
  readonly missing: string;
  readonly spoilt: string;
  readonly outdated: string;
  /** Before the series whose names hold the query. */
  readonly seriesNamed: string;
  readonly more: readonly [one: string, several: string];
  readonly otherPlaces: readonly [one: string, several: string];
  readonly furtherPlaces: readonly [one: string, several: string];
}

export interface SearchStrings {
  readonly title: string;
  readonly field: string;
  readonly hint: string;
  readonly series: string;
  readonly allSeries: string;
  readonly order: string;
  readonly orders: { readonly relevance: string; readonly reading: string };
  readonly unread: string;
  readonly retry: string;
  readonly noScript: string;
  readonly live: string;
  readonly results: string;
  readonly messages: SearchMessages;
}

/** Search in Japanese. */
export const searchJa: SearchStrings = {
  title: '検索',
  field: 'さがすことば',
  hint: '話の中のことばを、書いてあるとおりに探します。ふりがなが振ってあるところは、よみでも見つかります。空白で区切ると、そのすべてがある話を探します。引用符（"）で囲むと、続けて書いてあるところを探します。',
  series: '作品',
  allSeries: 'すべての作品',
  order: '並べ方',
  orders: { relevance: '近いものから', reading: '読む順に' },
  unread: 'まだ読んでいない話も探す',
  retry: 'もう一度',
  noScript: '検索には JavaScript が要ります。目次から探すこともできます。',
  live: '執筆中の画面では、最後に npm run build で作ったときの文章を探します。',
  results: '見つかった話',
  messages: {
    found: ['{n}編', '{n}編'],
    foundWords: 'に見つかりました。',
    none: '「{q}」は、話の中には見つかりませんでした。',
    noneHint: 'かなと漢字を変えたり、短くしたりすると見つかるかもしれません。',
    noneInSeries: 'すべての作品で探す',
    noneRead: '「{q}」は、読んだ話の中には見つかりませんでした。',
    noneInUnread: 'まだ読んでいない話も探す',
    loading: '探しています。',
    unreachable: 'つながりませんでした。接続を確かめてください。',
    missing:
      '検索の索引がまだありません。npm run build を一度打つと、ここでも探せるようになります。',
    spoilt: '検索の索引が読めません。npm run build をもう一度打ってください。',
    outdated: 'サイトが更新されました。ページを読み直してください。',
    seriesNamed: '作品：',
    more: ['ほか{n}編', 'ほか{n}編'],
    otherPlaces: ['ほか{n}か所', 'ほか{n}か所'],
    furtherPlaces: ['さらに{n}か所', 'さらに{n}か所'],
  },
};

/** Search in English. */
export const searchEn: SearchStrings = {
  title: 'Search',
  field: 'Words to find',
  hint: 'Finds what the stories say, letter by letter, also within words. Of several words it finds the parts that hold them all; a phrase in quotation marks is found as a whole.',
  series: 'Story',
  allSeries: 'All stories',
  order: 'Order',
  orders: { relevance: 'Best first', reading: 'Reading order' },
  unread: 'Also search parts not read yet',
  retry: 'Try again',
  noScript: 'Search needs JavaScript. The tables of contents lead to every part, too.',
  live: 'While you write, this searches what the last npm run build has made.',
  results: 'Parts that were found',
  messages: {
    found: ['{n} part', '{n} parts'],
    foundWords: '\u00a0found.',
    none: '“{q}” is in none of the parts.',
    noneHint: 'A shorter word, or another spelling, may be found.',
    noneInSeries: 'Search all stories',
    noneRead: '“{q}” is in none of the parts that you have read.',
    noneInUnread: 'Also search parts not read yet',
    loading: 'Searching.',
    unreachable: 'There was no connection.',
    missing: 'There is no index yet. Run npm run build once, and search works here, too.',
    spoilt: 'The index cannot be read. Run npm run build once more.',
    outdated: 'The site has been updated. Please load this page again.',
    seriesNamed: 'Story: ',
    more: ['{n} more', '{n} more'],
    otherPlaces: ['{n} more place', '{n} more places'],
    furtherPlaces: ['{n} further place', '{n} further places'],
  },
};
