import { describe, expect, it } from 'vitest';
import { catalogue } from '#src/diagnostics/catalogue.ts';
import { ledgerCodes } from '#src/diagnostics/catalogue-ledger.ts';
import { outputCodes } from '#src/diagnostics/catalogue-output.ts';
import type { Finding } from '#src/diagnostics/finding.ts';
import { expectedIn, findingsIn, invalidFolders, madeFolders } from './folders-with-mistakes.ts';

const names = await invalidFolders();

describe('content with mistakes', () => {
  it.each(names)('tests/sites/invalid/%s', async (name) => {
    expect(placesOf(await findingsIn(name))).toEqual(await expectedIn(name));
  });

  it.each(madeFolders)('$name', async ({ expected, findings }) => {
    expect(placesOf(await findings())).toEqual(expected);
  });

  it('covers every code that is about content', async () => {
    const expected = [
      ...(await Promise.all(names.map(expectedIn))).flat(),
      ...madeFolders.flatMap((folder) => folder.expected),
    ];
    expect([...new Set(expected.map(({ code }) => code))].toSorted()).toEqual(
      Object.keys(catalogue)
        .filter((code) => !Object.hasOwn({ ...outputCodes, ...ledgerCodes }, code))
        .toSorted(),
    );
  });
});

function placesOf(findings: readonly Finding[]) {
  return findings.map(({ code, file, line, column }) => ({
    code,
    file,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  }));
}
