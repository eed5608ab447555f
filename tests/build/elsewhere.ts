import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { readTree, runScript, temporaryFolder } from '#tests/support/build-site.ts';
import { copyOfCheckout } from './checkout.ts';

/** Of another machine, all that must not matter; the last ones are names that Vite listens to. */
export const elsewhere = {
  TZ: 'America/St_Johns',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  NODE_ENV: 'development',
  DEV: '1',
  MODE: 'development',
  SITE: 'https://elsewhere.example',
  BASE_URL: '/elsewhere/',
} as const;

export interface ElsewhereOptions {
  readonly contentDir: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Builds a copy of a content folder in a copy of the project, into a folder with another name.
 *
 * @throws when the build fails
 */
export async function buildElsewhere({
  contentDir,
  env,
}: ElsewhereOptions): Promise<ReadonlyMap<string, Buffer>> {
  const copy = join(await temporaryFolder('other'), '原稿');
  await cp(contentDir, copy, { recursive: true });
  const outDir = join(await temporaryFolder('elsewhere'), '書庫 2');
  const paths = { TSUZUKI_CONTENT: copy, TSUZUKI_OUT: outDir };
  const root = await copyOfCheckout();
  const { code, stdout, stderr } = await runScript('build', [], { ...paths, ...env }, root);
  if (code !== 0) throw new Error(`the build failed:\n${stdout}${stderr}`);
  return readTree(outDir);
}

/** The paths at which two outputs are not the same. */
export function differences(
  one: ReadonlyMap<string, Buffer>,
  other: ReadonlyMap<string, Buffer>,
): readonly string[] {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].filter((path) => {
    const [left, right] = [one.get(path), other.get(path)];
    return left === undefined || right === undefined || !left.equals(right);
  });
}
