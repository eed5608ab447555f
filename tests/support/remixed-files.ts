import { Dice } from './dice.ts';
import type { PlainSite } from './search-site.ts';

export interface RemixOptions {
  readonly series: number;
  /** Of each series. */
  readonly episodes: number;
  /** Of each episode, in characters at the least. */
  readonly length: number;
}

/**
 * The sentences of a site dealt out anew, at random and always alike, as a site of any size: its words
 * come as often as in a text that somebody wrote. Each episode begins with some ruby.
 *
 * @returns the files of a content folder
 */
export function remixedFiles(
  { episodes: sources }: PlainSite,
  { series, episodes, length }: RemixOptions,
): Readonly<Record<string, string>> {
  const dice = new Dice(1);
  const sentences = [...sources.values()]
    .flat()
    .flatMap(({ written }) => written.trim().split(/(?<=[。」])(?![。」])/u))
    .map(asWritten);
  const files: Record<string, string> = { 'site.yaml': 'title: 文庫\nurl: https://example.org/\n' };
  for (let number = 1; number <= series; number += 1) {
    files[`s${number}/series.yaml`] = `title: 第${number}作\nlabels: wa\n`;
    for (let order = 1; order <= episodes; order += 1) {
      let text = '｜水帳《みずちょう》を伏せて、霧《きり》の晴れるのを待った。';
      while (text.length < length) {
        text += dice.below(3) === 0 ? '\n\n' : '';
        text += dice.of(sentences);
      }
      files[`s${number}/${order}.md`] = `---\norder: ${order}\ndate: 2026-04-01\n---\n${text}\n`;
    }
  }
  return files;
}

/** Whatever would be Markdown is taken as it stands. */
function asWritten(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#~+&!-]/g, String.raw`\$&`);
}
