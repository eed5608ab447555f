import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** Absolute: the folder of package.json. */
export const projectRoot = join(import.meta.dirname, '../..');

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the project (`scripts/<name>.ts`) as its users do, in a process of its own. */
export function runScript(
  name: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  cwd = projectRoot,
): Promise<CommandResult> {
  const script = join(cwd, 'scripts', `${name}.ts`);
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, stdout, stderr });
    });
  });
}

/** Writes a content folder of the given files and returns its path. */
export async function writeContent(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const folder = await temporaryFolder('content');
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** A new folder, removed with the machine's temporary files. */
export function temporaryFolder(name: string): Promise<string> {
  return mkdtemp(join(tmpdir(), `tsuzuki-${name}-`));
}

export interface BuiltSite extends CommandResult {
  /** Absolute. */
  readonly outDir: string;
}

/** Builds a content folder into a new output folder. */
export async function buildSite(
  contentDir: string,
  env: Readonly<Record<string, string>> = {},
): Promise<BuiltSite> {
  const outDir = join(await temporaryFolder('out'), 'dist');
  const paths = { TSUZUKI_CONTENT: contentDir, TSUZUKI_OUT: outDir };
  return { outDir, ...(await runScript('build', [], { ...paths, ...env })) };
}

/** The files of a folder, by their paths with forward slashes, sorted. */
export async function readTree(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map(async (file) => {
    const path = join(file.parentPath, file.name);
    return [relative(folder, path).replaceAll('\\', '/'), await readFile(path)] as const;
  });
  return new Map((await Promise.all(read)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
