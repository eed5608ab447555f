import { join } from 'node:path';
import type { Finding } from '#src/diagnostics/finding.ts';
import { hasErrors } from '#src/diagnostics/has-errors.ts';
import { withAddresses } from '#src/manuscript/addresses-text.ts';
import { addressesFile } from '#src/manuscript/promised-addresses.ts';
import { writeWhole } from '#src/manuscript/write-whole.ts';
import { newAddresses, type NewAddress } from '#src/site/new-addresses.ts';
import { assembleSite } from '#src/story/site.ts';
import { withLock, type LockOptions } from './build-lock.ts';
import { isSystemError } from './folders.ts';
import { loadProject } from './load-project.ts';
import { messageLanguage } from './message-language.ts';
import type { Project } from './project.ts';

export interface NewlyPublic {
  /** With an error among them nothing is known, and nothing was written. */
  readonly findings: readonly Finding[];
  /** Of what is public and not in the list, newest first. */
  readonly addresses: readonly NewAddress[];
}

/** What is public now and was not when the list of addresses was written; writes nothing. */
export async function findNewlyPublic(project: Project): Promise<NewlyPublic> {
  const { findings, addresses } = await compare(project);
  return { findings, addresses };
}

/**
 * Adds to addresses.yaml what is public now. Nothing is ever taken out of the file; where there is
 * nothing to add, or an error in the content, it is left as it is.
 */
export async function recordAddresses(
  project: Project,
  onWait: LockOptions['onWait'],
): Promise<NewlyPublic> {
  const { contentDir, workDir } = project;
  return withLock(join(workDir, 'addresses.lock'), { onWait }, async () => {
    const { text, ...found } = await compare(project);
    if (found.addresses.length === 0) return found;
    const lines = found.addresses.map(({ address, identity }) => [address, identity] as const);
    const language = await messageLanguage(contentDir);
    try {
      writeWhole(join(contentDir, addressesFile), withAddresses(text, lines, language));
      return found;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      const values = { reason: error.code };
      return {
        findings: [{ code: 'addresses-unwritable', file: addressesFile, values }],
        addresses: [],
      };
    }
  });
}

/** With the text of the list: what was checked is what is added to, whatever happens to it meanwhile. */
async function compare(project: Project): Promise<NewlyPublic & { readonly text?: string }> {
  const now = project.now();
  const { manuscript, promised, findings } = await loadProject(project, now);
  if (manuscript === undefined || promised === undefined || hasErrors(findings)) {
    return { findings, addresses: [] };
  }
  const site = assembleSite(manuscript, { now, show: 'published' });
  const { text } = promised;
  const addresses = newAddresses(site, promised.addresses);
  return { findings, addresses, ...(text === undefined ? {} : { text }) };
}
