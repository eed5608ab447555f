import type { Finding } from '#src/diagnostics/finding.ts';
import { readLedger } from '#src/announce/read-ledger.ts';

/** A ledger as this program writes it. */
export const soundLedger = `\
# Kept by npm run announce.
version: 1
channels:
  bluesky: {}
  mastodon: { paused-until: "2026-04-01T08:00:00+09:00" }
episodes:
  霧の灯台/01:
    bluesky: { state: sent, at: "2026-04-01T07:00:00+09:00", id: "at://did:plc:a/app.bsky.feed.post/b" }
    mastodon: { state: unknown, at: "2026-04-01T07:00:01+09:00", reason: "500 \\"so\\": it goes" }
  霧の灯台/02:
    bluesky: { state: skipped, at: "2026-04-01T07:00:00Z" }
end: true
`;

/** Ledgers that say nothing for certain, with what is found in each. */
export const ledgerMistakes: readonly {
  readonly name: string;
  readonly text: string;
  readonly code: Finding['code'];
  readonly line: number;
}[] = [
  { name: 'nothing', text: '', code: 'ledger-cut', line: 1 },
  { name: 'zero bytes', text: '\0'.repeat(100), code: 'ledger-cut', line: 1 },
  { name: 'only its head', text: soundLedger.slice(0, 90), code: 'ledger-cut', line: 5 },
  {
    name: 'a merge that Git left to somebody',
    text: soundLedger.replace(
      '  霧の灯台/02:\n',
      '<<<<<<< HEAD\n  霧の灯台/02:\n=======\n  霧の灯台/03:\n>>>>>>> theirs\n',
    ),
    code: 'ledger-conflict',
    line: 10,
  },
  {
    name: 'a newer version',
    text: soundLedger.replace('version: 1', 'version: 2 # of next year'),
    code: 'ledger-newer',
    line: 2,
  },
  {
    name: 'a newer version, cut',
    text: 'version: 12\nrecords:\n',
    code: 'ledger-newer',
    line: 1,
  },
  {
    name: 'no version',
    text: soundLedger.replace('version: 1\n', ''),
    code: 'ledger-invalid',
    line: 1,
  },
  {
    name: 'an unknown state',
    text: soundLedger.replace('state: skipped', 'state: skiped'),
    code: 'ledger-invalid',
    line: 11,
  },
  {
    name: 'no state',
    text: soundLedger.replace('state: sent, ', ''),
    code: 'ledger-invalid',
    line: 8,
  },
  {
    name: 'an unknown channel',
    text: soundLedger.replace('    bluesky: { state: skipped', '    twitter: { state: skipped'),
    code: 'ledger-invalid',
    line: 11,
  },
  {
    name: 'a stray key',
    text: soundLedger.replace('id: "at', 'ident: "at'),
    code: 'ledger-invalid',
    line: 8,
  },
  {
    name: 'no moment',
    text: soundLedger.replace('"2026-04-01T07:00:00Z"', 'yesterday'),
    code: 'ledger-invalid',
    line: 11,
  },
  {
    name: 'an episode that is no episode',
    text: soundLedger.replace('霧の灯台/02', '霧の灯台'),
    code: 'ledger-invalid',
    line: 10,
  },
  {
    name: 'an episode twice',
    text: soundLedger.replace('霧の灯台/02', '霧の灯台/01'),
    code: 'ledger-invalid',
    line: 10,
  },
  {
    name: 'a list',
    text: soundLedger.replace(/episodes:[^]*end/, 'episodes: [a]\nend'),
    code: 'ledger-invalid',
    line: 6,
  },
  {
    name: 'no YAML',
    text: soundLedger.replace('{ state: skipped,', '{ state: skipped, {'),
    code: 'ledger-invalid',
    line: 11,
  },
  {
    name: 'something below the end',
    text: `${soundLedger}  霧の灯台/03:\n`,
    code: 'ledger-invalid',
    line: 13,
  },
];

/** What is found in each of them. */
export function ledgerFindings(): readonly Finding[] {
  return ledgerMistakes.map(({ name, text }) => {
    const read = readLedger(Buffer.from(text));
    if (!('finding' in read)) throw new Error(`nothing is found in ${name}`);
    return read.finding;
  });
}
