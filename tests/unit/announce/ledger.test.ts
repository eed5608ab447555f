import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelNames } from '#src/announce/channels/channel.ts';
import { emptyLedger, entryStates, type Entry, type Ledger } from '#src/announce/ledger.ts';
import { createLedgerStore, LedgerError } from '#src/announce/ledger-store.ts';
import { ledgerText } from '#src/announce/ledger-text.ts';
import { readLedger } from '#src/announce/read-ledger.ts';
import { createFormatter } from '#src/site/format.ts';
import { episodes } from '#tests/support/manuscript.ts';
import { counts, openBench, quickFolder, states, type Bench } from './bench.ts';
import { ledgerMistakes, soundLedger } from './ledger-mistakes.ts';

const { timestamp } = createFormatter('ja', 'Asia/Tokyo');
const toText = (ledger: Ledger) => ledgerText(ledger, { language: 'ja', timestamp });

describe('what cannot be a ledger', () => {
  it.each(ledgerMistakes)('$name', ({ text, code, line }) => {
    expect(readLedger(Buffer.from(text))).toMatchObject({
      finding: { code, file: 'announcements.yaml', line },
    });
  });

  it('is one that was cut anywhere', () => {
    const bytes = Buffer.from(soundLedger);
    for (let end = 0; end < bytes.length - 1; end += 1) {
      const read = readLedger(bytes.subarray(0, end));
      expect(read, `cut at ${end}`).toMatchObject({ finding: { code: 'ledger-cut' } });
    }
    // The last line break is no loss.
    expect(readLedger(bytes.subarray(0, -1))).toEqual(readLedger(bytes));
    // Nor is a comment behind the last line.
    expect(readLedger(Buffer.from(`${soundLedger.trimEnd()} # mine\n`))).toEqual(readLedger(bytes));
  });

  it('names what was probably meant', () => {
    const read = readLedger(Buffer.from(soundLedger.replace('state: sent', 'state: sente')));
    expect(read).toMatchObject({
      finding: { values: { key: 'episodes: 霧の灯台/01: bluesky: state', nearest: 'sent' } },
    });
  });
});

describe('a ledger', () => {
  it('is read as it was written, whatever it holds', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 }).map((some) => some.toWellFormed());
    const at = fc.nat(4_000_000_000).map((seconds) => seconds * 1000);
    const optional = fc.option(text, { nil: undefined });
    const entry: fc.Arbitrary<Entry> = fc.record({
      state: fc.constantFrom(...entryStates),
      at,
      id: optional,
      url: optional,
      reason: optional,
      times: fc.option(fc.integer({ min: 1, max: 999 }), { nil: undefined }),
    });
    const channel = fc.constantFrom(...channelNames);
    const name = fc.constantFrom(
      '01',
      '霧の夜',
      '-',
      '--x',
      '1984',
      'true',
      'null',
      '~',
      "a'b",
      'y:z',
      '#',
    );
    const identity = fc.tuple(name, name).map((names) => names.join('/'));
    const record = fc.oneof(
      fc.constant({}),
      at.map((pausedUntil) => ({ pausedUntil })),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(channel, record)),
        fc.array(
          fc.tuple(identity, fc.array(fc.tuple(channel, entry), { minLength: 1, maxLength: 4 })),
          {
            maxLength: 6,
          },
        ),
        (channels, records) => {
          const ledger: Ledger = {
            channels: new Map(channels),
            records: new Map(records.map(([key, entries]) => [key, new Map(entries)])),
          };
          expect(readLedger(Buffer.from(toText(ledger)))).toEqual({ ledger });
          const windows = `\uFEFF${toText(ledger).replaceAll('\n', '\r\n')}`;
          expect(readLedger(Buffer.from(windows))).toEqual({ ledger });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('does not depend on the order of writing', () => {
    const read = readLedger(Buffer.from(soundLedger));
    if (!('ledger' in read)) throw new Error('not read');
    const { channels, records } = read.ledger;
    const turned = {
      channels: new Map([...channels].toReversed()),
      records: new Map(
        [...records].toReversed().map(([key, all]) => [key, new Map([...all].toReversed())]),
      ),
    };
    expect(toText(turned)).toBe(toText(read.ledger));
  });

  it('stays as it was where it cannot be written', () => {
    const folder = quickFolder();
    const store = createLedgerStore(folder, toText);
    const read = readLedger(Buffer.from(soundLedger));
    if (!('ledger' in read)) throw new Error('not read');
    store.update(() => read.ledger);
    const before = readFileSync(join(folder, 'announcements.yaml'), 'utf8');
    expect(readdirSync(folder)).toEqual(['announcements.yaml']);
    mkdirSync(join(folder, '.announcements.yaml.new'));
    expect(() => {
      store.update(() => emptyLedger);
    }).toThrow(LedgerError);
    expect(readFileSync(join(folder, 'announcements.yaml'), 'utf8')).toBe(before);
  });
});

describe('a run', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  it.each(ledgerMistakes)('sends nothing and writes nothing with $name', async ({ text, code }) => {
    bench.writeLedger(text);
    for (const args of ['', '--all', '--skip', '--episode story/5 --resend', '--dry-run']) {
      expect((await bench.run(args)).result).toMatchObject({ finding: { code } });
    }
    expect(bench.ledger()).toBe(text);
    expect(bench.services.requests).toEqual([]);
  });

  it('sends nothing where it cannot write', async () => {
    writeFileSync(join(bench.folder, '.announcements.yaml.new'), 'left behind');
    const path = join(bench.folder, 'gone');
    const before = bench.ledger();
    const { result } = await bench.run('', { folder: path });
    expect(result).toMatchObject({
      finding: { code: 'ledger-unwritable', values: { reason: 'ENOENT' } },
    });
    expect(counts(bench.services)).toEqual({});
    expect(bench.ledger()).toBe(before);
    expect((await bench.run()).result).toEqual({ isAmiss: false });
  });

  it('keeps what it does not know', async () => {
    const stranger = '    bluesky: { state: sent, at: "2026-04-01T07:00:00+09:00" }';
    bench.writeLedger(bench.ledger()?.replace('end:', `  gone/01:\n${stranger}\nend:`) ?? '');
    await bench.run();
    expect(bench.ledger()).toContain(`  gone/01:\n${stranger}\n`);
    expect(states(bench.ledger())).toContain('5 bluesky sent');
  });

  it('keeps what somebody writes into it meanwhile', async () => {
    const line = '    x: { state: sent, at: "2026-04-01T07:00:00+09:00", id: "7" }';
    bench.services.behave = ({ path, isPost }) => {
      const text = bench.ledger() ?? '';
      if (isPost && path.includes('statuses') && !text.includes('gone/01')) {
        bench.writeLedger(text.replace('end:', `  gone/01:\n${line}\nend:`));
      }
      return 'accept';
    };
    expect((await bench.run()).result).toEqual({ isAmiss: false });
    expect(bench.ledger()).toContain(`  gone/01:\n${line}\n`);
    expect(states(bench.ledger()).filter((state) => state.endsWith(' sent'))).toHaveLength(7);
  });

  it.each([
    [
      'accept',
      '    mastodon: { state: sent, at: "2026-04-01T07:00:00+09:00" }\n',
      '4 mastodon sent',
    ],
    [
      { status: 401 },
      '    x: { state: unknown, at: "2026-04-01T07:00:00+09:00" }\n',
      '4 x unknown',
    ],
  ] as const)(
    'leaves alone what somebody has seen to meanwhile: %j',
    async (behaviour, line, state) => {
      bench.services.behave = ({ isPost }) => {
        const text = bench.ledger() ?? '';
        if (isPost && !text.includes(line)) {
          bench.writeLedger(text.replace('  story/4:\n', `  story/4:\n${line}`));
        }
        return behaviour;
      };
      const { printed } = await bench.run('', { entries: episodes(4) });
      expect(printed).toContain('その間に記録が変わったので');
      expect(states(bench.ledger())).toContain(state);
      const [, channel = ''] = state.split(' ');
      expect(counts(bench.services)[channel]).toBeUndefined();
      const asked = bench.services.requests.filter(({ service }) => service === channel);
      expect(asked).toEqual([]);
    },
  );

  it('leaves alone what X has been given by the other way meanwhile', async () => {
    const given = '    x-link: { state: sent, at: "2026-04-01T07:00:00+09:00" }\n';
    bench.services.behave = ({ isPost }) => {
      const text = bench.ledger() ?? '';
      if (isPost && !text.includes(given)) {
        bench.writeLedger(text.replace('  story/4:\n', `  story/4:\n${given}`));
      }
      return 'accept';
    };
    await bench.run('', { entries: episodes(4) });
    expect(counts(bench.services)).toEqual({ bluesky: 1, mastodon: 1 });
  });

  it('stops where it is broken meanwhile, and says that it could not note what it did', async () => {
    bench.services.behave = ({ path, isPost }) => {
      if (isPost && path.includes('statuses')) bench.writeLedger('broken');
      return 'accept';
    };
    const { result, printed } = await bench.run();
    expect(result).toMatchObject({ finding: { code: 'ledger-cut' } });
    expect(printed).toContain('Mastodon のことを記録できませんでした');
    expect(bench.ledger()).toBe('broken');
    expect(counts(bench.services)).toEqual({ bluesky: 2, mastodon: 1 });
  });

  it('goes by what somebody has written into it', async () => {
    const given = '  story/4:\n    x: { state: skipped, at: "2026-04-01T07:00:00Z" }\n';
    bench.writeLedger(bench.ledger()?.replace('end:', `${given}end:`) ?? '');
    await bench.run();
    expect(counts(bench.services)).toEqual({ bluesky: 2, mastodon: 2, x: 1 });
  });
});
