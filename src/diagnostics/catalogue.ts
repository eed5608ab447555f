import { addressListCodes } from './catalogue-address-list.ts';
import { addressCodes } from './catalogue-addresses.ts';
import { fileCodes } from './catalogue-files.ts';
import { keyCodes } from './catalogue-keys.ts';
import { ledgerCodes } from './catalogue-ledger.ts';
import { outputCodes } from './catalogue-output.ts';
import { nameCodes } from './catalogue-names.ts';
import { referenceCodes } from './catalogue-references.ts';
import { seriesCodes } from './catalogue-series.ts';
import { slipCodes } from './catalogue-slips.ts';
import { valueCodes } from './catalogue-values.ts';
import type { CatalogueEntry } from './wording.ts';
import { yamlCodes } from './catalogue-yaml.ts';

const entries = {
  ...fileCodes,
  ...nameCodes,
  ...yamlCodes,
  ...keyCodes,
  ...valueCodes,
  ...seriesCodes,
  ...referenceCodes,
  ...addressCodes,
  ...addressListCodes,
  ...slipCodes,
  ...outputCodes,
  ...ledgerCodes,
} satisfies Record<string, CatalogueEntry>;

/** The permanent name of a kind of finding; its section in docs/diagnostics.md has it as heading. */
export type Code = keyof typeof entries;

/** Every code that a finding may have. A code is never renamed and never used for anything else. */
export const catalogue: Readonly<Record<Code, CatalogueEntry>> = Object.freeze(entries);

/** Whether a text is a code of the catalogue. */
export function isCode(text: string): text is Code {
  return Object.hasOwn(catalogue, text);
}
