import { join } from 'node:path';
import type { Finding } from '#src/diagnostics/finding.ts';
import { hasErrors } from '#src/diagnostics/has-errors.ts';
import { withAddresses } from '#src/manuscript/addresses-text.ts';
import { addressesFile, readAddresses } from '#src/manuscript/promised-addresses.ts';
import { newAddresses, type NewAddress } from '#src/site/new-addresses.ts';
import { assembleSite } from '#src/story/site.ts';
import { withLock } from './build-lock.ts';
import { isSystemError } from './folders.ts';
import { loadContent } from './load-content.ts';
import { messageLanguage } from './message-language.ts';
import type { Project } from './project.ts';
import { writeWhole } from './write-whole.ts';

export interface NewlyPublic {
  /** With an error among them nothing is known, and nothing was written. */
  readonly findings: readonly Finding[];
  /** Of what is public and not in the list, newest first. */
  readonly addresses: readonly NewAddress[];
}

/** What is public now and was not when the list of addresses was written; writes nothing. */
export async function findNewlyPublic(project: Project): Promise<NewlyPublic> {
  const now = project.now();
  const { manuscript, findings } = await loadContent({ ...project, now });
  const { promised } = await readAddresses(project.contentDir);
  if (manuscript === undefined || promised === undefined || hasErrors(findings)) {
    return { findings, addresses: [] };
  }
  const site = assembleSite(manuscript, { now, show: 'published' });
  return { findings, addresses: newAddresses(site, promised.addresses) };
}

/**
 * Adds to addresses.yaml what is public now. Nothing is ever taken out of the file; where there is
 * nothing to add, or an error in the content, it is left as it is.
 */
export async function recordAddresses(project: Project, onWait: () => void): Promise<NewlyPublic> {
  const { contentDir, workDir } = project;
  return withLock(join(workDir, 'addresses.lock'), { onWait }, async () => {
    const found = await findNewlyPublic(project);
    if (found.addresses.length === 0) return found;
    const { text } = await readAddresses(contentDir);
    const lines = found.addresses.map(({ address, identity }) => [address, identity] as const);
    const language = await messageLanguage(contentDir);
    try {
      await writeWhole(join(contentDir, addressesFile), withAddresses(text, lines, language));
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
