import type { Finding } from '#src/diagnostics/finding.ts';
import type { FileList } from './list-files.ts';

/** What the files of a content folder are for. */
export interface ContentTree {
  readonly hasSite: boolean;
  /** Markdown files at the top. */
  readonly pages: readonly string[];
  readonly series: readonly SeriesFolder[];
  readonly findings: readonly Finding[];
}

export interface SeriesFolder {
  /** Relative to the content folder. */
  readonly path: string;
  /** Its series.yaml. */
  readonly settings: string;
  /** Its Markdown files. */
  readonly markdown: readonly string[];
}

/**
 * Sorts files into pages and series. A folder at the top is a series where it has a series.yaml;
 * one without any Markdown is left alone, for images may lie in it.
 */
export function sortContent(list: FileList): ContentTree {
  const findings: Finding[] = [];
  const inFolder = Map.groupBy(list.files, folderOf);
  const hasSite = list.files.includes('site.yaml');
  if (!hasSite) {
    findings.push(missing('site-missing', 'site.yaml', '.', inFolder.get('') ?? []));
  }
  const nested = list.files.filter((path) => isMarkdown(path) && path.split('/').length > 2);
  for (const file of nested) {
    findings.push({ code: 'markdown-nested', file, values: {} });
  }
  const series: SeriesFolder[] = [];
  for (const path of list.folders.filter((folder) => !folder.includes('/'))) {
    const files = inFolder.get(path) ?? [];
    const markdown = files.filter(isMarkdown);
    if (files.includes(`${path}/series.yaml`)) {
      series.push({ path, settings: `${path}/series.yaml`, markdown });
      findings.push(...files.filter(isUnreadText).map(unread));
      if (markdown.length === 0) {
        findings.push({ code: 'series-empty', file: path, values: {} });
      }
    } else if (markdown.length > 0) {
      findings.push(missing('series-file-missing', 'series.yaml', path, files));
    }
  }
  const isEmpty =
    series.length === 0 && !findings.some(({ code }) => code === 'series-file-missing');
  if (isEmpty) {
    findings.push({ code: 'no-series', file: '.', values: {} });
  }
  return { hasSite, pages: (inFolder.get('') ?? []).filter(isMarkdown), series, findings };
}

/** The folder of a path, the empty text at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a file is Markdown, by its name. */
export function isMarkdown(path: string): boolean {
  return /\.md$/i.test(path);
}

/** Whether a file is not read, though it has the look of a text. */
function isUnreadText(path: string): boolean {
  return textEnding.test(path) && !isMarkdown(path);
}

const textEnding = /(?:\.(?:md|markdown|txt|docx?|odt|rtf|ｍｄ))+$/i;

function unread(file: string): Finding {
  const name = nameOf(file);
  // Only what is plain text becomes readable by another name.
  const isPlain = !/\.(?:docx?|odt|rtf)$/i.test(name);
  const better = `${name.replace(textEnding, '')}.md`;
  return { code: 'text-unread', file, values: { name, [isPlain ? 'rename' : 'save']: better } };
}

/** Names the file that was probably meant: `Series.yaml`, `series.yml`, `site.yaml.txt`. */
function missing(
  code: 'site-missing' | 'series-file-missing',
  wanted: string,
  folder: string,
  files: readonly string[],
): Finding {
  const [stem = ''] = wanted.split('.');
  const near = files
    .map(nameOf)
    .find((name) => name.toLowerCase().startsWith(`${stem}.`) && !isMarkdown(name));
  return { code, file: folder, values: near === undefined ? {} : { nearest: near } };
}
