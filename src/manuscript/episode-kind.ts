import type { Finding } from '#src/diagnostics/finding.ts';
import type { SettingsPlace } from './schema-findings.ts';
import { episodeKinds } from './schemas/episode.ts';
import type { Settings } from './yaml-settings.ts';

/**
 * Which keys the kind of a file asks for and which it leaves no room for. It looks at what is
 * written, right or wrong, so that a mistake elsewhere in the file hides nothing.
 */
export function checkKind(settings: Settings, { path, locate }: SettingsPlace): Finding[] {
  const has = (key: string) => Object.hasOwn(settings, key);
  const kind = episodeKinds.find((known) => known === settings['kind']);
  const missing = (key: string, code: Finding['code']): Finding[] =>
    has(key) ? [] : [{ code, file: path, ...locate([key], 'key'), values: {} }];
  const unwanted = (key: string, code: Finding['code'], values: Finding['values']): Finding[] =>
    has(key) ? [{ code, file: path, ...locate([key], 'key'), values }] : [];

  const date = settings['draft'] === true ? [] : missing('date', 'date-missing');
  if (kind === undefined && has('kind')) {
    return date;
  }
  switch (kind ?? 'episode') {
    case 'episode':
      return [
        ...missing('order', 'order-missing'),
        ...unwanted('after', 'after-unwanted', {}),
        ...date,
      ];
    case 'extra':
      return [
        ...missing('after', 'after-missing'),
        ...unwanted('order', 'order-unwanted', { kind: 'extra' }),
        ...date,
      ];
    case 'notice':
      return [
        ...unwanted('order', 'order-unwanted', { kind: 'notice' }),
        ...unwanted('after', 'after-unwanted', {}),
        ...date,
      ];
  }
}
