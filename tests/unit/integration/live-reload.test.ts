import { EventEmitter } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { expect, it, vi } from 'vitest';
import type { Finding } from '#src/diagnostics/finding.ts';
import { manuscriptLoader } from '#src/integration/loader.ts';
import { writeContent } from '#tests/support/build-site.ts';

class Watcher extends EventEmitter {
  add(): this {
    return this;
  }
}

it('a reading that fails is logged, and the next edit is read', async () => {
  const contentDir = await writeContent({ 'site.yaml': 'titel: x' });
  const watcher = new Watcher();
  const logged: string[] = [];
  const reported: (readonly Finding[])[] = [];
  let failing = false;
  const loader = manuscriptLoader({
    contentDir,
    publicDir: join(contentDir, 'public'),
    workDir: join(contentDir, '_work'),
    now: () => {
      if (failing) throw new Error('the clock has stopped');
      return 0;
    },
    report(findings) {
      reported.push(findings);
      return Promise.resolve();
    },
  });
  const stored = new Map<string, unknown>();
  const context = {
    watcher,
    store: {
      keys: () => [...stored.keys()],
      set: (entry: { id: string }) => stored.set(entry.id, entry),
      delete: (id: string) => stored.delete(id),
    },
    logger: { error: (text: string) => logged.push(text) },
    generateDigest: () => '',
  };
  await loader.load(context as unknown as LoaderContext);
  expect(reported).toHaveLength(1);

  const edit = async (text: string) => {
    const path = join(contentDir, 'site.yaml');
    await writeFile(path, text);
    watcher.emit('all', 'change', path);
  };
  failing = true;
  await edit('titre: x');
  await vi.waitFor(() => {
    expect(logged).toEqual(['the clock has stopped']);
  });
  failing = false;
  await edit('title: x');
  await vi.waitFor(() => {
    expect(reported).toHaveLength(2);
  });
  // What is wrong stands above the pages, and only what is wrong now.
  expect(stored.size).toBe(reported[1]?.length);
});
