import { appendFileSync } from 'node:fs';
import type { Announcement } from './announcement.ts';
import type { XLink } from './channels/x-link.ts';

/** The summary of a run in GitHub Actions. Each throws errors of the file system. */
export interface Summary {
  /** Adds a link, which can be clicked there. */
  readonly addLink: (announcement: Announcement, link: XLink) => void;
  /** Adds what a person should know, in lines of plain text. */
  readonly addProblems: (problems: readonly string[]) => void;
}

/**
 * Adds to a summary in Markdown, with every sign that might mean something in it escaped.
 *
 * @param path - absolute: the file that GITHUB_STEP_SUMMARY names; nothing is added without one
 */
export function createSummary(
  path: string | undefined,
  headings: { readonly links: string; readonly problems: string },
): Summary {
  let isBegun = false;
  const append = (text: string) => {
    if (path !== undefined && path !== '') appendFileSync(path, text);
  };
  return {
    addLink({ name }, { text, link }) {
      const begin = isBegun ? '' : `## ${headings.links}\n\n`;
      isBegun = true;
      append(`${begin}- [${escaped(name)}](<${link}>)<br>${onOneLine(text)}\n`);
    },
    addProblems(problems) {
      if (problems.length === 0) return;
      const items = problems.map((problem) => `- ${onOneLine(problem)}\n`);
      append(`\n## ${headings.problems}\n\n${items.join('')}`);
    },
  };
}

function onOneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => escaped(line.trim()))
    .join('<br>');
}

function escaped(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
