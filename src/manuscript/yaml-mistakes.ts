import type { Document, YAMLError } from 'yaml';
import { isCollection, isMap, isScalar, visit } from 'yaml';
import type { Finding } from '#src/diagnostics/finding.ts';
import type { Position } from './text-position.ts';
import { findInLines, findInSettings } from './yaml-lines.ts';
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
  const inLine =
    first !== undefined || !isSettings ? findInLines(yaml) : findInSettings(document, yaml);
  const file = source.path;
  if (inLine !== undefined) {
    const { code, offset, values } = inLine;
    return [{ code, file, ...at(offset), values }];
  }
  const duplicates = problems
    .filter(({ code }) => code === 'DUPLICATE_KEY')
    .map(({ pos }): Finding => {
      const key = wordAt(yaml, pos[0]);
      const values = { key, ...(isGroup(document, pos[0]) ? { isGroup: 'true' } : {}) };
      return { code: 'yaml-duplicate-key', file, ...at(pos[0]), values };
    });
  return first === undefined ? duplicates : [...duplicates, describe(first, yaml, file, at)];
}

/** Whether the key at an offset holds a list or settings there, or where it stood before. */
function isGroup(document: Document.Parsed, offset: number): boolean {
  let found = false;
  visit(document, {
    Map(_, { items }) {
      const again = items.find(({ key }) => isScalar(key) && key.range?.[0] === offset)?.key;
      if (!isScalar(again)) return undefined;
      found = items.some(
        ({ key, value }) => isScalar(key) && key.value === again.value && isCollection(value),
      );
      found ||= LISTS.has(String(again.value));
      return visit.BREAK;
    },
  });
  return found;
}

/** Settings that hold a list, though one text may stand alone. */
const LISTS = new Set(['aliases', 'embeds', 'warnings']);

function describe(
  error: YAMLError,
  yaml: string,
  file: string,
  at: (offset: number) => Position,
): Finding {
  const [offset] = error.pos;
  const finding = (code: Finding['code'], start = offset, values: Finding['values'] = {}) => ({
    code,
    file,
    ...at(start),
    values,
  });
  if (/(?:end with a|closing|Missing) (?:[\]}"']|matching|double|single)/i.test(error.message)) {
    return finding('yaml-quote', openingBracket(error, yaml) ?? offset);
  }
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return finding('yaml-tab');
    case 'BAD_INDENT':
      return finding('yaml-indent');
    case 'RESOURCE_EXHAUSTION':
      return finding('yaml-too-complex');
    case 'BLOCK_AS_IMPLICIT_KEY':
      return finding('yaml-colon');
    default: {
      const special = specialStart(yaml, offset);
      return special === undefined
        ? finding('yaml-broken')
        : finding('yaml-special-start', special, { character: yaml.charAt(special) });
    }
  }
}

/** A bracket is missed where the text ends; what helps is where it began. */
function openingBracket(error: YAMLError, yaml: string): number | undefined {
  const bracket = /[\]}]/.exec(error.message)?.[0];
  if (bracket === undefined) {
    return undefined;
  }
  const opening = yaml.lastIndexOf(bracket === ']' ? '[' : '{', error.pos[0]);
  return opening === -1 ? undefined : opening;
}

/** The sign that means something to YAML and begins the value of the line with the offset. */
function specialStart(yaml: string, offset: number): number | undefined {
  const start = yaml.lastIndexOf('\n', offset - 1) + 1;
  const match =
    /^[^\S\n]*(?:- +)?(?:[\w.-]+:[^\S\n]+)?(?=[@`%*&!|>]|\{[^{}\n]*\}[^\s#,]|\[[^[\]\n]*\][^\s#,])/.exec(
      yaml.slice(start),
    );
  return match === null ? undefined : start + match[0].length;
}

function wordAt(yaml: string, offset: number): string {
  return /^["']?([^\s:"']*)/.exec(yaml.slice(offset, offset + 100))?.[1] ?? '';
}
