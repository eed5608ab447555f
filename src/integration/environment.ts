import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isTimezone, parseDate } from '#src/manuscript/dates.ts';
import { readYamlFile } from '#src/manuscript/frontmatter.ts';
import { stopgapSettings } from '#src/manuscript/site-entry.ts';

/** Where a run reads and writes, and what time it is. */
export interface Environment {
  /** Absolute. */
  readonly contentDir: string;
  /** Absolute. */
  readonly outDir: string;
  /** Epoch milliseconds: the clock, or the moment that was set. */
  readonly now: () => number;
  /** Epoch milliseconds: the clock, whatever was set. */
  readonly clock: () => number;
}

/**
 * Reads TSUZUKI_CONTENT, TSUZUKI_OUT and TSUZUKI_NOW (ISO 8601; without an offset it is a time of
 * the site's zone, as the dates in the content are).
 *
 * @param root - the project's folder, which relative paths start from
 * @throws EnvironmentError when TSUZUKI_NOW is no date
 */
export function readEnvironment(env: NodeJS.ProcessEnv, root: string): Environment {
  const path = (value = '', fallback: string) => resolve(root, value === '' ? fallback : value);
  const contentDir = path(env['TSUZUKI_CONTENT'], 'content');
  return {
    contentDir,
    outDir: path(env['TSUZUKI_OUT'], 'dist'),
    now: readNow(env['TSUZUKI_NOW'], contentDir),
    clock: Date.now,
  };
}

/** A variable that cannot be used; the message is for the person who set it. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

function readNow(setting: string | undefined, contentDir: string): () => number {
  if (setting === undefined || setting === '') return Date.now;
  const moment = parseDate(setting, siteTimezone(contentDir));
  if (moment === undefined) {
    throw new EnvironmentError(
      `TSUZUKI_NOW is “${setting}”; expected a moment such as 2026-04-01T07:00:00+09:00`,
    );
  }
  return () => moment;
}

function siteTimezone(contentDir: string): string {
  const path = 'site.yaml';
  try {
    const text = readFileSync(join(contentDir, path), 'utf8').replace(/^\uFEFF/, '');
    const zone = readYamlFile({ path, text }).settings?.['timezone'];
    return typeof zone === 'string' && isTimezone(zone) ? zone : stopgapSettings.timezone;
  } catch {
    // A file that cannot be read is told of by those who read the content.
    return stopgapSettings.timezone;
  }
}
