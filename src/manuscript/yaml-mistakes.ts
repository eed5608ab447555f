import type { Document, YAMLError } from 'yaml';
import { isMap } from 'yaml';
import type { Finding } from '#src/diagnostics/finding.ts';
import type { Position } from './text-position.ts';
import type { YamlSource } from './yaml-settings.ts';

/**
 * The parser's errors as findings of ours. One mistake makes the parser stumble again further
 * down, so only the first is told, and each key that is there twice.
 */
export function describeMistakes(
  document: Document.Parsed,
  source: YamlSource,
  at: (offset: number) => Position,
): Finding[] {
  const yaml = source.text.slice(source.start, source.end);
  const problems: YAMLError[] = [...document.errors, ...document.warnings];
  const [first] = problems
    .filter(({ code }) => code !== 'DUPLICATE_KEY')
    .toSorted((a, b) => a.pos[0] - b.pos[0]);
  const isSettings = document.contents === null || isMap(document.contents);
  const colon = first !== undefined || !isSettings ? findColon(yaml) : undefined;
  const file = source.path;
  if (colon !== undefined) {
    const { code, offset, key } = colon;
    return [{ code, file, ...at(offset), values: { key } }];
  }
  const duplicates = problems
    .filter(({ code }) => code === 'DUPLICATE_KEY')
    .map(({ pos }): Finding => {
      const key = wordAt(yaml, pos[0]);
      return { code: 'yaml-duplicate-key', file, ...at(pos[0]), values: { key } };
    });
  return first === undefined ? duplicates : [...duplicates, describe(first, yaml, file, at)];
}

function describe(
  error: YAMLError,
  yaml: string,
  file: string,
  at: (offset: number) => Position,
): Finding {
  const [offset] = error.pos;
  const place = { file, ...at(offset) };
  const character = yaml.charAt(offset);
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { code: 'yaml-tab', ...place, values: {} };
    case 'BAD_INDENT':
      return { code: 'yaml-indent', ...place, values: {} };
    case 'RESOURCE_EXHAUSTION':
      return { code: 'yaml-too-complex', ...place, values: {} };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return { code: 'yaml-colon', ...place, values: {} };
    case 'MISSING_CHAR':
      return {
        code: /clos|end with/i.test(error.message) ? 'yaml-quote' : 'yaml-broken',
        ...place,
        values: {},
      };
    case 'BAD_ALIAS':
    case 'BAD_SCALAR_START':
    case 'TAG_RESOLVE_FAILED':
      if (/[@`%*&!|>]/.test(character)) {
        return { code: 'yaml-special-start', ...place, values: { character } };
      }
  }
  return { code: 'yaml-broken', ...place, values: {} };
}

/**
 * What a writer of Japanese types before anything else: `title：三四郎` and `title:三四郎`. YAML
 * takes both as running text and complains, if at all, somewhere else.
 */
function findColon(
  yaml: string,
): { code: 'yaml-colon-fullwidth' | 'yaml-colon-space'; offset: number; key: string } | undefined {
  const match = /^([A-Za-z]+)(?:：|:(?![\s/]))/m.exec(yaml);
  if (match?.[1] === undefined) {
    return undefined;
  }
  const code = match[0].endsWith('：') ? 'yaml-colon-fullwidth' : 'yaml-colon-space';
  return { code, offset: match.index + match[1].length, key: match[1] };
}

function wordAt(yaml: string, offset: number): string {
  return /^["']?([^\s:"']*)/.exec(yaml.slice(offset, offset + 100))?.[1] ?? '';
}
