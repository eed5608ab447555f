import { resolve } from 'node:path';

/** Where a run reads and writes, and what time it is. */
export interface Environment {
  /** Absolute. */
  readonly contentDir: string;
  /** Absolute. */
  readonly outDir: string;
  /** Epoch milliseconds: the clock, or the moment that was set. */
  readonly now: () => number;
}

/**
 * Reads TSUZUKI_CONTENT, TSUZUKI_OUT and TSUZUKI_NOW (ISO 8601).
 *
 * @param root - the project's folder, which relative paths start from
 * @throws EnvironmentError when TSUZUKI_NOW is no date
 */
export function readEnvironment(env: NodeJS.ProcessEnv, root: string): Environment {
  const path = (value = '', fallback: string) => resolve(root, value === '' ? fallback : value);
  return {
    contentDir: path(env['TSUZUKI_CONTENT'], 'content'),
    outDir: path(env['TSUZUKI_OUT'], 'dist'),
    now: clock(env['TSUZUKI_NOW']),
  };
}

/** A variable that cannot be used; the message is for the person who set it. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

function clock(setting: string | undefined): () => number {
  if (setting === undefined || setting === '') return Date.now;
  const moment = Date.parse(setting);
  if (Number.isNaN(moment) || !/^\d{4}-\d{2}/.test(setting)) {
    throw new EnvironmentError(
      `TSUZUKI_NOW is “${setting}”; expected a moment such as 2026-04-01T07:00:00+09:00`,
    );
  }
  return () => moment;
}
