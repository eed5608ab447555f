import { join } from 'node:path';
import process from 'node:process';
import { build, type AstroIntegration } from 'astro';
import { contentFindings } from '#src/integration/content-error.ts';
import { siteChanged } from './engine.ts';

// What prepareEngine starts: bundles the project in the first folder into the second, for the base
// path that it expects, and gives up when nobody waits for it any more: standard input ends with the
// process at its other end.
const [root, outDir, base] = process.argv.slice(2);
if (root === undefined || outDir === undefined || base === undefined) {
  throw new TypeError('two folders and a base path are needed');
}
process.stdin.once('end', () => process.exit(1)).resume();

/** Astro reads site.yaml by itself, and later than the build has. */
const sameBase: AstroIntegration = {
  name: 'tsuzuki:same-base',
  hooks: {
    'astro:config:done'({ config }) {
      const asRead = decodeURI(base).replace(/\/$/, '');
      if (config.base.replace(/\/$/, '') !== asRead) process.exit(siteChanged);
    },
  },
};
// Astro would copy the writer's own files, which may change while the engine stays.
const publicDir = join(import.meta.dirname, 'no-folder');
try {
  await build({ root, outDir, publicDir, logLevel: 'error', integrations: [sameBase] });
} catch (error) {
  if (contentFindings(error) === undefined) throw error;
  process.exit(siteChanged);
}
process.stdin.destroy();
