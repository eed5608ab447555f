import matter from 'gray-matter';
import type { Finding } from '#src/diagnostics/finding.ts';
import { readPlainSettings } from './plain-settings.ts';
import type { SourceFile } from './source-file.ts';
import { positionAt } from './text-position.ts';
import {
  type Locate,
  type ReadSettings,
  readSettings,
  type Settings,
  type YamlSource,
} from './yaml-settings.ts';

/** A Markdown file, its settings apart from its text. */
export interface ReadMarkdown {
  /** Undefined where they cannot be read; the findings say why. */
  readonly settings: Settings | undefined;
  /** The text below the settings; the whole file where there are none to be told apart. */
  readonly body: string;
  /** The line of the file on which the body begins, 1-based. */
  readonly bodyLine: number;
  readonly findings: readonly Finding[];
  readonly locate: Locate;
}

type Headed = Pick<SourceFile, 'path' | 'text'>;

/**
 * Reads a Markdown file with settings in YAML between two lines of `---`. No text is ever lost, and
 * nothing in a file is ever run. Never throws.
 */
export function readFrontmatter(file: Headed): ReadMarkdown {
  return readPlainFrontmatter(file) ?? readAnyFrontmatter(file);
}

/**
 * Reads frontmatter whose fences and settings hold nothing special.
 *
 * @returns undefined for all other
 */
export function readPlainFrontmatter({ path, text }: Headed): ReadMarkdown | undefined {
  const end = text.startsWith('---\n') ? text.indexOf('\n---\n', 3) : -1;
  // What begins with dashes may be a fence that was mistyped.
  if (end === -1 || text.indexOf('\n---', 3) !== end) return undefined;
  const read = readPlainSettings(blockOf({ path, text }, end - '---'.length));
  if (read === undefined) return undefined;
  return withBody(read, text, withoutBlanks(text.slice(end + '\n---\n'.length)));
}

/**
 * Reads frontmatter of any kind: gray-matter finds the block and hands it to our YAML, which is its
 * only engine.
 */
export function readAnyFrontmatter(file: Headed): ReadMarkdown {
  const mistake = checkFences(file);
  if (mistake !== undefined) {
    return {
      settings: undefined,
      body: file.text,
      bodyLine: 1,
      findings: [mistake],
      locate: () => ({ line: 1, column: 1 }),
    };
  }
  // gray-matter calls no engine for a block of nothing but comments.
  let read: ReadSettings = { settings: {}, findings: [], locate: () => ({ line: 1, column: 1 }) };
  const body = splitBody(file.text, (block) => {
    read = readSettings(blockOf(file, block.length));
  });
  if (read.findings[0]?.code === 'frontmatter-not-settings') {
    return { ...read, body: file.text, bodyLine: 1 };
  }
  return withBody(read, file.text, body);
}

/** Reads a file that is YAML as a whole: site.yaml, series.yaml. Never throws. */
export function readYamlFile({ path, text }: Headed): ReadSettings {
  const source: YamlSource = {
    path,
    text,
    start: 0,
    end: text.length,
    notSettings: 'yaml-not-settings',
  };
  return readPlainSettings(source) ?? readSettings(source);
}

function withBody(read: ReadSettings, text: string, body: string): ReadMarkdown {
  return { ...read, body, bodyLine: positionAt(text, text.length - body.length).line };
}

function splitBody(text: string, onBlock: (block: string) => void): string {
  const yaml = (block: string) => {
    onBlock(block);
    return {};
  };
  // Given options, gray-matter leaves its cache alone.
  const { content } = matter(text, { language: 'yaml', engines: { ...noEngines, yaml } });
  return withoutBlanks(content);
}

/** What follows the closing fence on its line is white space, and no part of the text. */
function withoutBlanks(content: string): string {
  return content.replace(/^[^\S\n]+(?:\n|$)/, '');
}

/** gray-matter brings engines for JSON and JavaScript, and the latter runs what it is given. */
const noEngines = { json: refuse, javascript: refuse };

function refuse(): never {
  throw new Error('Frontmatter is read as YAML only.');
}

function blockOf({ path, text }: Headed, length: number): YamlSource {
  const start = '---'.length;
  return { path, text, start, end: start + length, notSettings: 'frontmatter-not-settings' };
}

/** gray-matter takes any line that begins with `---` as a fence; only a line of its own is one. */
function checkFences({ path, text }: Headed): Finding | undefined {
  const opening = /^---(?!-)([^\n]*)(?:\n|$)/.exec(text);
  if (opening?.[1] === undefined) {
    const values = spoiltFence(text);
    return { code: 'frontmatter-missing', file: path, line: 1, column: 1, values };
  }
  const language = opening[1].trim();
  if (language !== '') {
    return { code: 'frontmatter-language', file: path, line: 1, column: 4, values: { language } };
  }
  const closing = text.indexOf('\n---', 3);
  if (closing === -1) {
    return { code: 'frontmatter-unclosed', file: path, line: 1, column: 1, values: {} };
  }
  const line = /^[^\n]*/.exec(text.slice(closing + 1))?.[0] ?? '';
  if (line.slice(3).trim() !== '') {
    const position = positionAt(text, closing + 1);
    return { code: 'frontmatter-fence', file: path, ...position, values: { line } };
  }
  return undefined;
}

/** What is wrong with the opening fence of settings that are there after all. */
function spoiltFence(text: string): Finding['values'] {
  const [, blank = '', space = '', line = ''] =
    /^((?:[^\S\n]*\n)*)([^\S\n]*)([-‐-―−ー─━－ｰ]{2,})[^\S\n]*\n\s*(?:[#＃]|[\p{L}]+[:：])/u.exec(
      text,
    ) ?? [];
  if (line === '') {
    return {};
  }
  return line !== '---'
    ? { line }
    : blank !== ''
      ? { fault: 'blank' }
      : space !== ''
        ? { fault: 'space' }
        : {};
}
