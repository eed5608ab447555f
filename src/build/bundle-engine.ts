import { join } from 'node:path';
import process from 'node:process';
import { build } from 'astro';

// What prepareEngine starts: bundles the project in the first folder into the second, and gives up
// when nobody waits for it any more: standard input ends with the process at its other end.
const [root, outDir] = process.argv.slice(2);
if (root === undefined || outDir === undefined) throw new TypeError('two folders are needed');
process.stdin.once('end', () => process.exit(1)).resume();
// Astro would copy the writer's own files, which may change while the engine stays.
const publicDir = join(import.meta.dirname, 'no-folder');
await build({ root, outDir, publicDir, logLevel: 'error' });
process.stdin.destroy();
