import { z } from 'zod';
import { nameProblem } from '../addresses.ts';
import { isSettings, WrittenNumber } from '../yaml-settings.ts';
import { fail, settings, value } from './values.ts';

/** The form that addresses.yaml is written in. */
export const addressesVersion = 1;

/** An address that was published, and the episode that it showed. */
export interface PromisedAddress {
  /** As it is written: `/series/slug/`, without the base path, not encoded. */
  readonly address: string;
  /** The parts of the address, in NFC. */
  readonly seriesId: string;
  readonly slug: string;
  /** The episode's: that of its series and its own, in NFC. */
  readonly id: { readonly seriesId: string; readonly episodeId: string };
}

/** addresses.yaml */
export const addressesSchema = settings({
  /** Each address with `<series id>/<episode id>`; nothing where all were withdrawn. */
  addresses: addressLines().optional(),
  /** Stands last: a file that was cut short lacks it. */
  version: version(),
});

function addressLines() {
  return z.unknown().transform((input, context): readonly PromisedAddress[] => {
    if (input === null) return [];
    if (!isSettings(input)) {
      const params = { expected: 'settings' };
      context.addIssue({ code: 'custom', message: 'wrong-type', params });
      return [];
    }
    return Object.entries(input).flatMap(([address, id]) => {
      const promised = readLine(address, id);
      if (promised !== undefined) return [promised];
      const params = { address };
      context.addIssue({ code: 'custom', message: 'address-invalid', path: [address], params });
      return [];
    });
  });
}

function version() {
  return value((input, context): number => {
    const written = input instanceof WrittenNumber ? input.source : input;
    return String(written) === String(addressesVersion)
      ? addressesVersion
      : fail(context, 'addresses-version', {
          version: typeof written === 'string' ? written : '…',
          known: addressesVersion,
        });
  });
}

function readLine(address: string, id: unknown): PromisedAddress | undefined {
  if (!/^\/[^/]+\/[^/]+\/$/.test(address) || typeof id !== 'string') return undefined;
  const [seriesId = '', slug = ''] = address.normalize('NFC').slice(1, -1).split('/');
  const [idOfSeries = '', episodeId = '', ...more] = id.normalize('NFC').trim().split('/');
  const names = [seriesId, slug, idOfSeries, episodeId];
  const isWhole = more.length === 0 && names.every((name) => nameProblem(name, []) === undefined);
  return isWhole ? { address, seriesId, slug, id: { seriesId: idOfSeries, episodeId } } : undefined;
}
