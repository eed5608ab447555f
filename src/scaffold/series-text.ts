import type { SeriesTemplate } from './template.ts';
import { yamlLine } from './yaml-line.ts';

/** What is known of a series when it begins. */
export interface SeriesDraft {
  readonly title: string;
  readonly language?: string | undefined;
  readonly direction?: string | undefined;
  readonly labels?: string | undefined;
}

/** The series.yaml: what is known, and what is likely to be wanted, to be uncommented. */
export function seriesText(draft: SeriesDraft, template: SeriesTemplate): string {
  const { title, language, direction, labels } = draft;
  const known = Object.entries({ title, language, direction, labels }).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, line: yamlLine(key, value) }],
  );
  const isKnown = (line: string) => known.some(({ key }) => line.startsWith(`${key}:`));
  const lines = [
    ...known.map(({ line }) => line),
    '',
    `# ${template.howTo}`,
    ...template.optional.filter((line) => !isKnown(line)).map((line) => `# ${line}`),
  ];
  return `${lines.join('\n')}\n`;
}
