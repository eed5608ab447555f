import process from 'node:process';
import { defineConfig } from 'astro/config';
import { tsuzuki } from '#src/integration/astro.ts';

export default defineConfig({
  integrations: [tsuzuki({ root: import.meta.dirname, env: process.env })],
});
