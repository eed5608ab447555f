import type { z } from 'zod';
import { catalogue, isCode } from '#src/diagnostics/catalogue.ts';
import type { Finding } from '#src/diagnostics/finding.ts';
import { suggestWord, translated } from './japanese-words.ts';
import { addressesSchema } from './schemas/addresses.ts';
import { episodeSchema } from './schemas/episode.ts';
import { pageSchema } from './schemas/page.ts';
import { seriesSchema } from './schemas/series.ts';
import { siteSchema } from './schemas/site.ts';
import type { Locate } from './yaml-settings.ts';

type Issue = z.core.$ZodIssue;

/** Which file settings stand in, for a key that belongs to another. */
export type Concept = 'site.yaml' | 'series.yaml' | 'episode' | 'page' | 'addresses.yaml';

export interface SettingsPlace {
  readonly path: string;
  readonly concept: Concept;
  readonly locate: Locate;
}

/** A schema's issues as findings of ours, at the key or value that they are about. */
export function schemaFindings(issues: readonly Issue[], place: SettingsPlace): Finding[] {
  const stray = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
  );
  const isAdviceOutside = place.concept === 'site.yaml' && stray.some(isAdvice);
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => unknownKey(key, issue, place));
    }
    // Empty it is because what belongs under it is not indented.
    return isAdviceOutside && issue.message === 'value-missing' && issue.path[0] === 'advice'
      ? []
      : [wrongValue(issue, place)];
  });
}

function isAdvice(key: string): boolean {
  return isCode(key) && catalogue[key].severity === 'advice';
}

const keysOf: Readonly<Record<Concept, readonly string[]>> = {
  'site.yaml': Object.keys(siteSchema.shape),
  'series.yaml': Object.keys(seriesSchema.shape),
  episode: Object.keys(episodeSchema('UTC').shape),
  page: Object.keys(pageSchema.shape),
  'addresses.yaml': Object.keys(addressesSchema.shape),
};

function unknownKey(key: string, issue: Issue, place: SettingsPlace): Finding {
  const path = [...issue.path, key];
  if (place.concept === 'site.yaml' && issue.path.length === 0 && isAdvice(key)) {
    const values = { key, under: 'advice' };
    return { code: 'unknown-key', file: place.path, ...place.locate(path, 'key'), values };
  }
  const known = issue.message.split(' ');
  const near = suggestWord(key, known);
  const isTranslated = translated(key, known) !== undefined;
  const owner = issue.path.length > 0 || isTranslated ? undefined : ownerOf(key, place.concept);
  return {
    code: 'unknown-key',
    file: place.path,
    ...place.locate(path, 'key'),
    values: {
      key: nameOf(path),
      ...(owner ?? (near === undefined ? {} : { nearest: near })),
    },
  };
}

/** A page and the list of addresses have few keys: what they lack belongs to nothing else. */
function ownerOf(key: string, concept: Concept): Finding['values'] | undefined {
  const others = (['series.yaml', 'episode', 'site.yaml'] as const).filter(
    (other) => other !== concept && concept !== 'page' && concept !== 'addresses.yaml',
  );
  const named = others.find((other) => keysOf[other].includes(key));
  if (named !== undefined) {
    return { belongs: named };
  }
  for (const belongs of others) {
    const meant = translated(key, keysOf[belongs]);
    if (meant !== undefined) {
      return { belongs, nearest: meant };
    }
  }
  return undefined;
}

function wrongValue(issue: Issue, place: SettingsPlace): Finding {
  const position = place.locate(issue.path, 'value');
  const at = { file: place.path, ...position };
  const key = nameOf(issue.path);
  if (issue.code === 'custom' && isCode(issue.message)) {
    return { code: issue.message, ...at, values: { key, ...(issue.params ?? {}) } };
  }
  throw new Error(`No finding stands for the schema issue ${issue.code} at ${key}.`);
}

/** `author.name`, `arcs[2].id` */
function nameOf(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${String(step + 1)}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}
