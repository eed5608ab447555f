import process from 'node:process';
import { build } from 'astro';

// What prepareEngine starts: bundles the project in the first folder into the second.
const [root, outDir] = process.argv.slice(2);
if (root === undefined || outDir === undefined) throw new TypeError('two folders are needed');
await build({ root, outDir, logLevel: 'error' });
