import {
  type Document,
  type ParsedNode,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
} from 'yaml';
import type { Finding } from '#src/diagnostics/finding.ts';
import { type Position, positionAt } from './text-position.ts';
import { describeMistakes } from './yaml-mistakes.ts';

/** A number in YAML, with its digits as the writer wrote them: a title may be 1984 or 007. */
export class WrittenNumber {
  readonly value: number;
  readonly source: string;

  constructor(value: number, source: string) {
    this.value = value;
    this.source = source;
  }
}

/** Keys with texts, booleans, `null`, `WrittenNumber`s, lists and further settings. */
export type Settings = Readonly<Record<string, unknown>>;

/** The place of a key, or of its value, given its path; of what holds it where it is absent. */
export type Locate = (path: readonly PropertyKey[], part: 'key' | 'value') => Position;

export interface ReadSettings {
  /** Undefined where they cannot be read; the findings say why. */
  readonly settings: Settings | undefined;
  readonly findings: readonly Finding[];
  readonly locate: Locate;
}

/** A stretch of a file: what stands between two offsets of its text. */
export interface YamlSource {
  readonly path: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The code for what is no mapping. */
  readonly notSettings: 'frontmatter-not-settings' | 'yaml-not-settings';
}

/**
 * Reads settings in YAML 1.2 (core schema). Nothing at all is read as no settings. Never throws.
 */
export function readSettings(source: YamlSource): ReadSettings {
  const at = (offset: number) => positionAt(source.text, source.start + offset);
  const nowhere: Locate = () => ({ line: 1, column: 1 });
  const refuse = (
    code: Finding['code'],
    position: Position,
    values: Finding['values'] = {},
  ): ReadSettings => ({
    settings: undefined,
    findings: [{ code, file: source.path, ...position, values }],
    locate: nowhere,
  });
  try {
    const document = parse(source.text.slice(source.start, source.end));
    const mistakes = describeMistakes(document, source, at);
    if (mistakes.length > 0) {
      return { settings: undefined, findings: mistakes, locate: nowhere };
    }
    if (document.contents !== null && !isMap(document.contents) && !isNothing(document.contents)) {
      return refuse(source.notSettings, at(document.contents.range[0]));
    }
    const dangling = danglingAlias(document);
    if (dangling !== undefined) {
      return refuse('yaml-special-start', at(dangling), { character: '*' });
    }
    keepDigits(document);
    const value: unknown = document.toJS({ maxAliasCount: mostAliases });
    return {
      settings: isSettings(value) ? value : {},
      findings: [],
      locate: locator(document, at),
    };
  } catch {
    // The parser recurses, and aliases multiply: both end in a RangeError or ReferenceError.
    return refuse('yaml-too-complex', { line: 1, column: 1 });
  }
}

/** Whether a value read from YAML is a mapping. */
export function isSettings(value: unknown): value is Settings {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof WrittenNumber)
  );
}

/** References that a file may make; each may stand for many more. */
const mostAliases = 100;

function parse(yaml: string): Document.Parsed {
  return parseDocument(yaml, {
    version: '1.2',
    schema: 'core',
    resolveKnownTags: false,
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
}

function isNothing(node: ParsedNode): boolean {
  return isScalar(node) && node.value === null;
}

/** Where a name such as `*stars*` refers to nothing; too many references are not looked up. */
function danglingAlias(document: Document.Parsed): number | undefined {
  let count = 0;
  let offset: number | undefined;
  visit(document, {
    Alias(_, node) {
      count += 1;
      if (count > mostAliases) {
        return visit.BREAK;
      }
      if (node.resolve(document) === undefined) {
        offset = node.range?.[0] ?? 0;
        return visit.BREAK;
      }
      return undefined;
    },
  });
  return offset;
}

function keepDigits(document: Document.Parsed): void {
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'number') {
        node.value = new WrittenNumber(node.value, node.source ?? String(node.value));
      }
    },
  });
}

function locator(document: Document.Parsed, at: (offset: number) => Position): Locate {
  return (path, part) => {
    let node: unknown = document.contents;
    let offset: number | undefined;
    for (const [index, step] of path.entries()) {
      const isLast = index === path.length - 1;
      const target: unknown = isAlias(node) ? node.resolve(document) : node;
      const pair = isMap(target)
        ? target.items.find(({ key }) => isScalar(key) && key.value === step)
        : undefined;
      const item = isSeq(target) && typeof step === 'number' ? target.items[step] : pair?.value;
      const key = startOf(pair?.key);
      const value = startOf(item);
      if (key === undefined && value === undefined) {
        break;
      }
      offset = (isLast && part === 'value' ? (value ?? key) : (key ?? value)) ?? offset;
      node = item;
    }
    return offset === undefined ? { line: 1, column: 1 } : at(offset);
  };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
