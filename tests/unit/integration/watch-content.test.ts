import { EventEmitter } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { Finding } from '#src/diagnostics/finding.ts';
import { loadContent } from '#src/integration/load-content.ts';
import { watchContent } from '#src/integration/watch-content.ts';
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
  let shown = 0;
  await watchContent({
    watcher,
    contentDir,
    base: '/',
    read: () => {
      if (failing) throw new Error('the clock has stopped');
      const folders = { publicDir: join(contentDir, 'public'), workDir: join(contentDir, '_work') };
      return loadContent({ contentDir, ...folders, now: 0 });
    },
    show: () => (shown += 1),
    report(findings) {
      reported.push(findings);
      return Promise.resolve();
    },
    logger: { warn: () => undefined, error: (text: string) => logged.push(text) },
  });
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
  expect(shown).toBe(2);
});
