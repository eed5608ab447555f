import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { contentChanged, contentFindings, ContentError } from '#src/integration/content-error.ts';

const changed = contentChanged('kiri/01.md');

describe('an error of the content', () => {
  it('tells its findings, and no other error does', () => {
    expect(contentFindings(new ContentError([changed]))).toEqual([changed]);
    expect(contentFindings(new Error('ContentError'))).toBeUndefined();
    expect(contentFindings(undefined)).toBeUndefined();
  });

  it('tells them also where it ended another thread', async () => {
    const module = new URL('../../../src/integration/content-error.ts', import.meta.url).href;
    const code = `import('${module}').then(({ contentChanged, ContentError }) => {
      throw new ContentError([contentChanged('kiri/01.md')]);
    });`;
    const [error] = (await once(new Worker(code, { eval: true }), 'error')) as unknown[];
    expect(error).not.toBeInstanceOf(ContentError);
    expect(contentFindings(error)).toEqual([changed]);
  });
});
