import type { Finding } from '#src/diagnostics/finding.ts';
import { decode } from '#src/manuscript/decode.ts';
import { readYamlFile } from '#src/manuscript/frontmatter.ts';
import { nearest } from '#src/manuscript/nearest.ts';
import {
  isSettings,
  type Locate,
  type Settings,
  WrittenNumber,
} from '#src/manuscript/yaml-settings.ts';
import { channelNames, type ChannelName } from './channels/channel.ts';
import { entryStates, type ChannelRecord, type Entry, type Ledger } from './ledger.ts';
import { lastLine, ledgerVersion } from './ledger-text.ts';

/** The ledger's file, relative to the content folder. */
export const ledgerFile = 'announcements.yaml';

export type ReadLedger = { readonly ledger: Ledger } | { readonly finding: Finding };

/**
 * Reads a ledger. Whatever it does not hold for certain is a finding, for a record that is missed
 * would be an announcement too many. Never throws.
 */
export function readLedger(bytes: Uint8Array): ReadLedger {
  // A cut may go through a character: what tells a cut does not depend on that.
  const loose = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
  const lines = loose.split('\n');
  const conflict = lines.findIndex((line) => /^(?:<{7}|>{7}|\|{7})(?: |$)/.test(line));
  if (conflict !== -1) return refuse('ledger-conflict', conflict + 1);
  const versionLine = lines.findIndex((line) => line.startsWith('version:'));
  const version = /^version:\s*(\d+)\s*(?:#.*)?$/.exec(lines[versionLine] ?? '')?.[1];
  if (version !== undefined && Number(version) > ledgerVersion) {
    return refuse('ledger-newer', versionLine + 1, { version });
  }
  const written = lines.findLastIndex((line) => line.trim() !== '');
  if (!isLast(lines[written])) {
    const early = lines.findIndex(isLast);
    // Something was added by hand below the end, or the end is not there.
    return early === -1
      ? refuse('ledger-cut', written + 1 || 1)
      : refuse('ledger-invalid', early + 2);
  }
  const decoded = decode(bytes);
  if (decoded.kind !== 'text') return refuse('ledger-invalid', 1);
  return readText(decoded.text);
}

/** Somebody may have put a comment behind it. */
function isLast(line = ''): boolean {
  return line.startsWith(lastLine) && /^\s*(?:\s#.*)?$/.test(line.slice(lastLine.length));
}

function readText(text: string): ReadLedger {
  const { settings, findings, locate } = readYamlFile({ path: ledgerFile, text });
  if (settings === undefined) return refuse('ledger-invalid', findings[0]?.line ?? 1);
  try {
    return { ledger: ledgerIn(settings) };
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    return { finding: misfit(error, locate) };
  }
}

function refuse(code: Finding['code'], line: number, values: Finding['values'] = {}): ReadLedger {
  return { finding: { code, file: ledgerFile, line, column: 1, values } };
}

function misfit({ path, near }: Misfit, locate: Locate): Finding {
  const values = {
    ...(path.length === 0 ? {} : { key: path.join(': ') }),
    ...(near === undefined ? {} : { nearest: near }),
  };
  return { code: 'ledger-invalid', file: ledgerFile, ...locate(path, 'key'), values };
}

/** Something that no ledger of ours holds, with its place. Caught in `readText`. */
class Misfit extends Error {
  readonly path: readonly string[];
  readonly near: string | undefined;

  constructor(path: readonly string[], near?: string) {
    super(path.join(': '));
    this.path = path;
    this.near = near;
  }
}

function ledgerIn(settings: Settings): Ledger {
  checkKeys(settings, ['version', 'channels', 'episodes', 'end'], []);
  const { version, channels, episodes, end } = settings;
  if (!(version instanceof WrittenNumber) || version.value !== ledgerVersion) {
    throw new Misfit(['version']);
  }
  if (end !== true) throw new Misfit(['end']);
  return {
    channels: readMap(channels, ['channels'], channelName, channelRecord),
    records: readMap(episodes, ['episodes'], identity, (value, path) =>
      readMap(value, path, channelName, entry),
    ),
  };
}

type Path = readonly string[];

function readMap<Key extends string, Value>(
  input: unknown,
  path: Path,
  readKey: (name: string, path: Path) => Key,
  readValue: (value: unknown, path: Path) => Value,
): ReadonlyMap<Key, Value> {
  if (!isSettings(input)) throw new Misfit(path);
  return new Map(
    Object.entries(input).map(([name, value]) => {
      const at = [...path, name];
      return [readKey(name, at), readValue(value, at)];
    }),
  );
}

function channelName(name: string, path: Path): ChannelName {
  const known = channelNames.find((one) => one === name);
  if (known === undefined) throw new Misfit(path, nearest(name, channelNames));
  return known;
}

function identity(name: string, path: Path): string {
  if (!/^[^/\s]+\/[^/\s]+$/.test(name)) throw new Misfit(path);
  return name;
}

function channelRecord(input: unknown, path: Path): ChannelRecord {
  if (!isSettings(input)) throw new Misfit(path);
  checkKeys(input, ['paused-until'], path);
  const { 'paused-until': until } = input;
  return until === undefined ? {} : { pausedUntil: moment(until, [...path, 'paused-until']) };
}

function entry(input: unknown, path: Path): Entry {
  if (!isSettings(input)) throw new Misfit(path);
  checkKeys(input, ['state', 'at', 'id', 'url', 'reason', 'times'], path);
  const written = input['state'];
  const state = entryStates.find((one) => one === written);
  if (state === undefined) {
    const near = typeof written === 'string' ? nearest(written, entryStates) : undefined;
    throw new Misfit([...path, 'state'], near);
  }
  const text = (name: 'id' | 'url' | 'reason') => {
    const value = input[name];
    if (value === undefined) return {};
    const read = value instanceof WrittenNumber ? value.source : value;
    if (typeof read !== 'string') throw new Misfit([...path, name]);
    return { [name]: read };
  };
  const at = moment(input['at'], [...path, 'at']);
  return { state, at, ...text('id'), ...text('url'), ...text('reason'), ...times(input, path) };
}

function times({ times: written }: Settings, path: Path): Pick<Entry, 'times'> {
  if (written === undefined) return {};
  const isCount = written instanceof WrittenNumber && /^[1-9]\d{0,5}$/.test(written.source);
  if (!isCount) throw new Misfit([...path, 'times']);
  return { times: written.value };
}

function moment(input: unknown, path: Path): number {
  const read = typeof input === 'string' ? Date.parse(input) : Number.NaN;
  if (Number.isNaN(read)) throw new Misfit(path);
  return read;
}

function checkKeys(settings: Settings, known: readonly string[], path: Path): void {
  const stray = Object.keys(settings).find((name) => !known.includes(name));
  if (stray !== undefined) throw new Misfit([...path, stray], nearest(stray, known));
}
