import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withAddresses } from '#src/manuscript/addresses-text.ts';
import { readAddresses } from '#src/manuscript/promised-addresses.ts';
import { temporaryFolder } from '#tests/support/build-site.ts';

const folder = await temporaryFolder('addresses');

async function read(text: string | Uint8Array) {
  await writeFile(join(folder, 'addresses.yaml'), text);
  return readAddresses(folder);
}

async function lines(text: string) {
  const { promised, findings } = await read(text);
  expect(findings).toEqual([]);
  return promised?.addresses.map(({ address, id }) => [address, `${id.seriesId}/${id.episodeId}`]);
}

async function codes(text: string | Uint8Array) {
  const { promised, findings } = await read(text);
  expect(promised).toBeUndefined();
  return findings.map(({ code, line, column }) => [code, line, column]);
}

const two = '# 覚え書き\naddresses:\n  /霧/一/: 霧/一\n  /霧/二/: 霧/ni\nversion: 1\n';

describe('the list of addresses', () => {
  it('may be absent', async () => {
    const { promised, findings } = await readAddresses(join(folder, 'nowhere'));
    expect(promised).toMatchObject({ addresses: [], text: undefined });
    expect(findings).toEqual([]);
  });

  it('has an address and the id of its episode a line', async () => {
    expect(await lines(two)).toEqual([
      ['/霧/一/', '霧/一'],
      ['/霧/二/', '霧/ni'],
    ]);
    expect(await lines(two.replaceAll('\n', '\r\n'))).toHaveLength(2);
    expect(await lines(`\uFEFF${two}`)).toHaveLength(2);
  });

  it.each([
    'addresses:\nversion: 1\n',
    'addresses: {}\nversion: 1\n',
    'version: 1',
    'version: "1"\n',
  ])('may hold nothing any more: %j', async (text) => {
    expect(await lines(text)).toEqual([]);
  });

  it('knows a name composed otherwise as the same', async () => {
    const { promised } = await read(two.replaceAll('二', 'が').normalize('NFD'));
    const [, last] = promised?.addresses ?? [];
    expect(last).toMatchObject({ seriesId: '霧', slug: 'が'.normalize('NFC') });
    expect(last && promised?.placeOf(last)).toEqual({ file: 'addresses.yaml', line: 4, column: 3 });
  });

  it('is never taken for whole where it was cut short', async () => {
    const bytes = Buffer.from(two);
    const whole = bytes.length - '\n'.length;
    for (let length = 0; length < whole; length += 1) {
      const { promised, findings } = await read(bytes.subarray(0, length));
      expect(promised, String(length)).toBeUndefined();
      expect(findings.map(({ code }) => code)).toEqual(['addresses-cut']);
    }
    expect(await lines(two.trimEnd())).toHaveLength(2);
  });

  it.each([
    ['version: 2\n', [['addresses-version', 1, 10]]],
    ['version: 1.5\n', [['addresses-version', 1, 10]]],
    ['version: [1]\n', [['addresses-version', 1, 10]]],
    ['addresses: /a/b/\nversion: 1\n', [['wrong-type', 1, 12]]],
    ['adresses:\n  /a/b/: a/b\nversion: 1\n', [['unknown-key', 1, 1]]],
    ['addresses:\n  /a/b/: a/b\n  /a/b/: a/b\nversion: 1\n', [['yaml-duplicate-key', 3, 3]]],
    ['addresses:\n\t/a/b/: a/b\nversion: 1\n', [['yaml-tab', 2, 1]]],
    ['addresses:\n  /a/b/: a/b\n>>>>>>> theirs\nversion: 1\n', [['merge-conflict', 3, 1]]],
    [
      'addresses:\n  /a/b/:\n  /c/d/: e/f/g\nversion: 1\n',
      [
        ['address-invalid', 2, 9],
        ['address-invalid', 3, 10],
      ],
    ],
    ['一覧\nversion: 1\n', [['yaml-broken', 1, 1]]],
    ['{"version": 1}', [['addresses-cut', 1, 15]]],
  ] as const)('%j is told where it is wrong', async (text, expected) => {
    expect(await codes(text)).toEqual(expected);
  });

  it('is told where it is no text at all', async () => {
    expect(await codes(Buffer.from(`${two.slice(0, 20)}\0\0\0`))).toEqual([['file-binary', 3, 3]]);
    expect(await codes(Buffer.from('version: 1 \x82\xA0', 'latin1'))).toEqual([
      ['encoding-not-utf8', undefined, undefined],
    ]);
  });

  it('leaves a link to nothing to those who list the files', async () => {
    const links = await temporaryFolder('links');
    await symlink('nowhere', join(links, 'addresses.yaml'));
    expect((await readAddresses(links)).findings).toEqual([]);
  });
});

describe('adding to the list', () => {
  const name = fc.stringMatching(/^[\p{L}\p{N}_-]{1,12}$/u).map((text) => text.normalize('NFC'));
  const line = fc.tuple(name, name, name, name).map(([a, b, c, d]) => {
    return [`/${a}/${b}/`, `${c}/${d}`] as const;
  });
  const some = fc.uniqueArray(line, { selector: ([address]) => address, maxLength: 8 });

  it('keeps what is there and reads back as what was written, in order', async () => {
    await fc.assert(
      fc.asyncProperty(some, fc.nat(8), async (all, cut) => {
        const first = withAddresses(undefined, all.slice(0, cut), 'ja');
        const text = withAddresses(first, all.slice(cut), 'ja');
        expect(await lines(text)).toEqual(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
        expect(withAddresses(text, [], 'ja')).toBe(text);
        expect(text).toMatch(/\nversion: 1\n$/);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves a line alone that was changed by hand, and comments', () => {
    expect(withAddresses(two, [['/霧/三/', '霧/三']], 'en')).toBe(
      '# 覚え書き\naddresses:\n  /霧/一/: 霧/一\n  /霧/三/: 霧/三\n  /霧/二/: 霧/ni\nversion: 1\n',
    );
  });

  it.each([
    ['addresses: # a\nversion: 1\n', 'addresses: # a\n  /b/b/: b/b\nversion: 1\n'],
    ['addresses:\n  # a\nversion: 1\n', 'addresses:\n  /b/b/: b/b\n  # a\nversion: 1\n'],
    ['addresses: ~ # a\nversion: 1\n', 'addresses:  # a\n  /b/b/: b/b\nversion: 1\n'],
    ['addresses: {} # a\nversion: 1\n', 'addresses:  # a\n  /b/b/: b/b\nversion: 1\n'],
    ['addresses: null\nversion: 1', 'addresses:\n  /b/b/: b/b\nversion: 1\n'],
    ['# a\nversion: 1 # b\n', '# a\naddresses:\n  /b/b/: b/b\nversion: 1 # b\n'],
    [
      'addresses: # a\n  # b\n  /c/c/: c/c # d\n  # e\nversion: 1\n# f\n',
      'addresses: # a\n  /b/b/: b/b\n  # b\n  /c/c/: c/c # d\n  # e\nversion: 1\n# f\n',
    ],
    [
      '# a\nversion: 1 # b\n# c\naddresses:\n    # d\n    /a/a/: # e\n        a/a\n',
      '# a\n# c\naddresses:\n    # d\n    /a/a/: # e\n        a/a\n    /b/b/: b/b\nversion: 1 # b\n',
    ],
    ['"addresses": # a\nversion: 1\n', '"addresses": # a\n  /b/b/: b/b\nversion: 1\n'],
    [
      'addresses: { /a/a/: a/a, /c/c/: c/c }\nversion: 1\n',
      'addresses:\n  /a/a/: a/a\n  /b/b/: b/b\n  /c/c/: c/c\nversion: 1\n',
    ],
  ])('leaves what stands in %j where it stands', async (before, after) => {
    const text = withAddresses(before, [['/b/b/', 'b/b']], 'en');
    expect(text).toBe(after);
    expect(await lines(text)).toContainEqual(['/b/b/', 'b/b']);
  });

  it('takes no line away, and keeps each comment above the line that it is about', async () => {
    const comment = fc.constantFrom('', '# x\n', '  # y\n  # z\n');
    const commented = fc.tuple(comment, line, fc.constantFrom('', ' # z'));
    const list = fc.uniqueArray(commented, { selector: ([, [address]]) => address, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(list, fc.nat(8), comment, async (all, cut, last) => {
        const [there, added] = [all.slice(0, cut), all.slice(cut).map(([, one]) => one)];
        const parts = there
          .toSorted(([, [a]], [, [b]]) => (a < b ? -1 : 1))
          .map(([above, [address, id], behind]) => `${above}  ${address}: ${id}${behind}\n`);
        const text = withAddresses(`addresses:\n${parts.join('')}${last}version: 1\n`, added, 'ja');
        for (const part of [...parts, `${last}version: 1\n`]) {
          expect(`\n${text}`).toContain(`\n${part}`);
        }
        const every = all.map(([, one]) => one);
        expect(await lines(text)).toEqual(every.toSorted(([a], [b]) => (a < b ? -1 : 1)));
        expect(text.length).toBe(
          `addresses:\n${parts.join('')}${last}version: 1\n`.length +
            added.map(([address, id]) => `  ${address}: ${id}\n`).join('').length,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('puts the version last again', () => {
    const turned = 'version: 1\naddresses:\n  /b/b/: b/b\n';
    expect(withAddresses(turned, [['/a/a/', 'a/a']], 'en')).toBe(
      'addresses:\n  /a/a/: a/a\n  /b/b/: b/b\nversion: 1\n',
    );
    expect(withAddresses('version: 1\n', [['/a/a/', 'a/a']], 'en')).toBe(
      'addresses:\n  /a/a/: a/a\nversion: 1\n',
    );
  });
});
