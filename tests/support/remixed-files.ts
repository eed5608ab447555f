import type { PlainSite } from './search-site.ts';

export interface RemixOptions {
  readonly series: number;
  /** Of each series. */
  readonly episodes: number;
  /** Of each episode, in characters at the least. */
  readonly length: number;
}

/**
 * The paragraphs of a site dealt out anew, over and over and always alike, as a site of any size: its
 * words come as often as in a text that somebody wrote. Each episode begins with some ruby.
 *
 * @returns the files of a content folder
 */
export function remixedFiles(
  { episodes: sources }: PlainSite,
  { series, episodes, length }: RemixOptions,
): Readonly<Record<string, string>> {
  const paragraphs = [...sources.values()].flat().map(({ written }) => asWritten(written.trim()));
  const files: Record<string, string> = { 'site.yaml': 'title: 文庫\nurl: https://example.org/\n' };
  let next = 0;
  for (let number = 1; number <= series; number += 1) {
    files[`s${number}/series.yaml`] = `title: 第${number}作\nlabels: wa\n`;
    for (let order = 1; order <= episodes; order += 1) {
      let text = '｜水帳《みずちょう》を伏せて、霧《きり》の晴れるのを待った。\n\n';
      while (text.length < length) {
        text += `${paragraphs[next] ?? ''}\n\n`;
        next = (next + STEP) % paragraphs.length;
      }
      files[`s${number}/${order}.md`] = `---\norder: ${order}\ndate: 2026-04-01\n---\n${text}`;
    }
  }
  return files;
}

/** A prime, so that all paragraphs have their turn. */
const STEP = 7919;

/** Whatever would be Markdown is taken as it stands. */
function asWritten(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#~+&!-]/g, String.raw`\$&`);
}
