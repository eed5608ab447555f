import { labels } from './labels.ts';
import { languageTag } from './language.ts';
import { name } from './name.ts';
import { person } from './person.ts';
import { reservedNames } from '../addresses.ts';
import { choice, group, line, list, settings, text, texts, toggle } from './values.ts';

/** series.yaml */
export const seriesSchema = settings({
  /** The series' title. */
  title: line(),
  /** Shown as 【category】 before the title. */
  category: line().optional(),
  /** Where it is not the site's: a name, or `name` with `url` and accounts. */
  author: person().optional(),
  /** How far the story is. Default: `ongoing`. */
  status: choice(['ongoing', 'complete', 'hiatus']).optional(),
  /** The synopsis, in Markdown. */
  description: text().optional(),
  /** How episodes are numbered. Default: `zenpen` in Japanese, else `part`. */
  labels: labels().optional(),
  /** The language of the text. Default: the site's. */
  language: languageTag().optional(),
  /** What a reader sees until they choose. Default: `horizontal`. */
  direction: choice(['horizontal', 'vertical']).optional(),
  /** Parts of the story, in reading order. */
  arcs: list(
    group(
      settings({
        /** What an episode's `arc` names. */
        id: line(),
        /** What readers see. */
        title: line(),
      }),
    ),
  ).optional(),
  /** The characters. */
  cast: list(
    group(
      settings({
        /** The character's name. */
        name: line(),
        /** How the name is read. */
        reading: line().optional(),
        /** Who they are. */
        note: text().optional(),
      }),
    ),
  ).optional(),
  /** Markdown before every episode that has no foreword of its own. */
  foreword: text().optional(),
  /** Markdown behind every episode that has no afterword of its own. */
  afterword: text().optional(),
  /** Whether one line break in the source is one on the page. Default: `true`. */
  breaks: toggle().optional(),
  /** The cover: an image beside this file. */
  image: line().optional(),
  /** Content warnings: one, or a list. */
  warnings: texts(line()).optional(),
  /** Former series ids, oldest first. */
  aliases: texts(name(reservedNames)).optional(),
});
