import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '#src/diagnostics/finding.ts';
import type { Place } from './finding-place.ts';
import { readYamlFile } from './frontmatter.ts';
import { readPlainAddresses } from './plain-addresses.ts';
import { addressesSchema, type PromisedAddress } from './schemas/addresses.ts';
import { readSourceFile } from './source-file.ts';
import { positionAt } from './text-position.ts';
import { validate } from './validate.ts';

/** The list of published addresses, in the content folder. */
export const addressesFile = 'addresses.yaml';

/** The addresses that were published, and have to go on answering. */
export interface PromisedAddresses {
  readonly addresses: readonly PromisedAddress[];
  /** Where the line of one of them stands. */
  readonly placeOf: (promised: PromisedAddress) => Place;
  /** The file as it stands, with lines that end in LF; undefined where there is no file. */
  readonly text: string | undefined;
}

export interface ReadAddresses {
  /** Undefined where the list cannot be read; the findings say why. None where there is no file. */
  readonly promised: PromisedAddresses | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Reads and checks addresses.yaml.
 *
 * @param last - what was read before: returned again where the list is the same
 */
export async function readAddresses(
  contentDir: string,
  last?: ReadAddresses,
): Promise<ReadAddresses> {
  if (!(await isThere(join(contentDir, addressesFile)))) {
    const none = { addresses: [], placeOf: () => ({ file: addressesFile }), text: undefined };
    return { promised: none, findings: [] };
  }
  const read = await readSourceFile(contentDir, addressesFile);
  if ('finding' in read) {
    const { code } = read.finding;
    const isCut =
      code === 'file-empty' || (code === 'encoding-not-utf8' && (await endsMidway(contentDir)));
    return refuse(isCut ? cut('') : read.finding);
  }
  const { file } = read;
  if (last?.promised?.text === file.text) return last;
  const conflict = conflictIn(file.text);
  if (conflict !== undefined) return refuse(conflict);
  if (!/^version:[^\S\n]*\S/m.test(file.text)) return refuse(cut(file.text));
  const {
    settings,
    findings: mistakes,
    locate,
  } = readPlainAddresses(file.text) ?? readYamlFile(file);
  if (settings === undefined) return refuse(...mistakes);
  const place = { path: file.path, concept: 'addresses.yaml', locate } as const;
  const { value, findings } = validate(addressesSchema, settings, place, { forgiving: false });
  if (value === undefined || findings.length > 0) return refuse(...findings);
  const { addresses = [] } = value;
  const placeOf = ({ address }: PromisedAddress): Place => ({
    file: addressesFile,
    ...locate(['addresses', address], 'key'),
  });
  return { promised: { addresses, placeOf, text: file.text }, findings: [] };
}

function refuse(...findings: readonly Finding[]): ReadAddresses {
  return { promised: undefined, findings };
}

/** Whatever the end of the file is, the last line is missing. */
function cut(text: string): Finding {
  const position = text === '' ? {} : positionAt(text, text.trimEnd().length);
  return { code: 'addresses-cut', file: addressesFile, ...position, values: {} };
}

/** Whether the file is no text for nothing but that its last character lacks its end. */
async function endsMidway(contentDir: string): Promise<boolean> {
  const bytes = await readFile(join(contentDir, addressesFile));
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** What git leaves where two people have changed the same lines. */
function conflictIn(text: string): Finding | undefined {
  const mark = /^(?:<{7}|>{7}|={7}|\|{7})(?= |$)/m.exec(text);
  if (mark === null) return undefined;
  const position = positionAt(text, mark.index);
  return { code: 'merge-conflict', file: addressesFile, ...position, values: { mark: mark[0] } };
}

/** A link to nothing is one of the findings about the folder. */
async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (error: unknown) => !(error instanceof Error && 'code' in error && error.code === 'ENOENT'),
  );
}
