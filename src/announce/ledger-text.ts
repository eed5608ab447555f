import type { FindingLanguage } from '#src/diagnostics/wording.ts';
import type { EpochMilliseconds } from '#src/manuscript/manuscript.ts';
import { compareTexts } from '#src/manuscript/order-texts.ts';
import { entriesOf, type Entry, type Ledger } from './ledger.ts';

/** The version of the notation that this program writes, and the only one it reads. */
export const ledgerVersion = 1;

/**
 * The last line of a ledger. One that is cut is without it, and would otherwise be a whole one in
 * which less was announced.
 */
export const lastLine = 'end: true';

export interface LedgerTextOptions {
  /** Of the comment at its head. */
  readonly language: FindingLanguage;
  /** A moment as RFC 3339 has it. */
  readonly timestamp: (moment: EpochMilliseconds) => string;
}

/** A ledger as YAML: a record a line, so that what was added on two sides can be merged. */
export function ledgerText(ledger: Ledger, { language, timestamp }: LedgerTextOptions): string {
  const channels = [...ledger.channels].toSorted(([a], [b]) => compareTexts(a, b));
  const lines = [...comments[language], `version: ${ledgerVersion}`, 'channels:'];
  for (const [name, { pausedUntil }] of channels) {
    const paused =
      pausedUntil === undefined ? '' : `paused-until: ${quoted(timestamp(pausedUntil))}`;
    lines.push(`  ${name}: ${settings([paused])}`);
  }
  if (channels.length === 0) lines.splice(-1, 1, 'channels: {}');
  lines.push('episodes:');
  const entries = entriesOf(ledger);
  if (entries.length === 0) lines.splice(-1, 1, 'episodes: {}');
  for (const [index, { identity, channel, entry }] of entries.entries()) {
    if (entries[index - 1]?.identity !== identity) lines.push(`  ${key(identity)}:`);
    lines.push(`    ${channel}: ${entryText(entry, timestamp)}`);
  }
  return [...lines, lastLine, ''].join('\n');
}

const comments = {
  ja: [
    '# どの話をどこで告知したかの記録です。npm run announce が書き足します。',
    '# 消さずに、原稿と一緒に残してください。ないと、また最初の回として扱われます。',
    '# sent: 告知した　failed: 断られた（次の回にまた試す）　skipped: 告知しない',
    '# unknown: 届いたかどうか分からない（自動では試さない。説明書の「告知」の節を参照）',
  ],
  en: [
    '# Which episode was announced where. npm run announce adds to it.',
    '# Keep it with your texts: without it, the next run takes itself for the first one.',
    '# sent: announced. failed: refused, tried again in the next run. skipped: not to be announced.',
    '# unknown: nobody knows whether it arrived. Never tried again by itself: see the manual.',
  ],
} as const satisfies Record<FindingLanguage, readonly string[]>;

function entryText(
  { state, at, id, url, reason, times }: Entry,
  timestamp: LedgerTextOptions['timestamp'],
): string {
  const optional = Object.entries({ id, url, reason }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${quoted(value)}`],
  );
  const often = times === undefined ? [] : [`times: ${times}`];
  return settings([`state: ${state}`, `at: ${quoted(timestamp(at))}`, ...optional, ...often]);
}

function settings(pairs: readonly string[]): string {
  const said = pairs.filter((pair) => pair !== '');
  return said.length === 0 ? '{}' : `{ ${said.join(', ')} }`;
}

// A text of JSON is one of YAML, too (YAML 1.2, section 1.3).
function quoted(text: string): string {
  return JSON.stringify(text);
}

function key(identity: string): string {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_/-]*$/u.test(identity) ? identity : quoted(identity);
}
