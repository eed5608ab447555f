import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Chrome or Chromium where distributions and installers put them. */
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];

/** Starts the browser of the tests: on Linux the one from npm, elsewhere an installed one. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await browserPath(),
    args: ['--no-sandbox'],
  });
}

async function browserPath(): Promise<string> {
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedChromium();
  const path = installed.find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error('the browser tests need Chrome or Chromium installed');
  return path;
}

/**
 * The package unpacks into the temporary folder and reuses whatever `chromium` it finds there: it
 * is given a temporary folder of its own, named by its version. Of several processes that unpack
 * at once the first to finish wins.
 */
async function unpackedChromium(): Promise<string> {
  const home = join(tmpdir(), `tsuzuki-chromium-${await packageVersion()}`);
  if (!existsSync(join(home, 'chromium'))) {
    const unpacking = `${home}-${String(process.pid)}`;
    await mkdir(unpacking, { recursive: true });
    await unpackInto(unpacking);
    await rename(unpacking, home).catch(() => rm(unpacking, { recursive: true, force: true }));
  }
  return join(home, 'chromium');
}

async function packageVersion(): Promise<string> {
  const file = new URL('../package.json', import.meta.resolve('@sparticuz/chromium'));
  const meta: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (typeof meta !== 'object' || meta === null || !('version' in meta)) {
    throw new Error('@sparticuz/chromium has no version');
  }
  return String(meta.version);
}

async function unpackInto(folder: string): Promise<void> {
  const outer = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { default: sparticuz } = await import('@sparticuz/chromium');
    await sparticuz.executablePath();
  } finally {
    if (outer === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = outer;
  }
}
