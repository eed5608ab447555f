import { appendFileSync } from 'node:fs';
import type { Announcement } from './announcement.ts';
import type { XLink } from './channels/x-link.ts';

/**
 * Adds links to the summary of a run in GitHub Actions, where they can be clicked: in Markdown,
 * with every sign that might mean something in it escaped.
 *
 * @param path - absolute: the file that GITHUB_STEP_SUMMARY names; nothing is added without one
 * @throws errors of the file system
 */
export function createSummary(
  path: string | undefined,
  heading: string,
): (announcement: Announcement, link: XLink) => void {
  let isBegun = false;
  return ({ name }, { text, link }) => {
    if (path === undefined || path === '') return;
    const begin = isBegun ? '' : `## ${heading}\n\n`;
    isBegun = true;
    const lines = text.split('\n').map(escaped).join('<br>');
    appendFileSync(path, `${begin}- [${escaped(name)}](<${link}>)<br>${lines}\n`);
  };
}

function escaped(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
