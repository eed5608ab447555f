import { line, settings, text, toggle } from './values.ts';

/** The frontmatter of a page of its own, such as about.md. */
export const pageSchema = settings({
  /** The page's title. */
  title: line(),
  /** What the page is about, for search engines and cards. */
  summary: text().optional(),
  /** Seen in the development server only. Default: `false`. */
  draft: toggle().optional(),
});
