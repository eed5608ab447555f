/** The forms that a feed comes in; the one that most feed readers know comes first. */
export const feedForms = ['rss', 'atom', 'json'] as const;
export type FeedForm = (typeof feedForms)[number];

/** The name of a feed's file. */
export const feedFileNames: Readonly<Record<FeedForm, string>> = {
  rss: 'rss.xml',
  atom: 'atom.xml',
  json: 'feed.json',
};

export const feedMediaTypes: Readonly<Record<FeedForm, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

/** What readers know a form by, in every language. */
export const feedNames: Readonly<Record<FeedForm, string>> = {
  rss: 'RSS',
  atom: 'Atom',
  json: 'JSON Feed',
};
