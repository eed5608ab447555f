import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { episode, markdown, site } from '#tests/build/writing.ts';
import { openCommandBench, type CommandBench } from './command-bench.ts';

let bench: CommandBench;
beforeEach(async () => {
  bench = await openCommandBench({ x: undefined, bluesky: undefined, mastodon: undefined });
});
afterEach(() => bench.close());

describe('npm run announce', () => {
  it('prints a text and a link that opens X with it, and adds it to a summary', async () => {
    const summary = join(bench.folder, '_summary.md');
    bench.write({ 'story/2.md': episode(2, { title: '<b>*雨*</b>[&]|' }) });
    const { code, stdout, stderr } = await bench.run([], { GITHUB_STEP_SUMMARY: summary });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(
      `\n\n  story 続編② <b>*雨*</b>[&]|\n  ${bench.services.url}story/2/\n\n`,
    );
    const link = /https:\/\/x\.com\/intent\/post\?\S+/.exec(
      stdout.slice(stdout.indexOf('雨')),
    )?.[0];
    expect(new URL(link ?? '').searchParams.get('text')).toBe('story 続編② <b>*雨*</b>[&]|');
    const markdown = readFileSync(summary, 'utf8');
    expect(markdown).toMatch(/^## X への投稿\n\n- \[story&#47;1\]\(<https:\/\/x\.com\//);
    expect(markdown).toContain(`(<${link ?? 'no link'}>)`);
    expect(markdown).not.toMatch(/<b>|\*雨/);
    const at = /story\/2:\n {4}x-link: \{ state: sent, at: "([^"]+)" \}/.exec(bench.ledger())?.[1];
    // TSUZUKI_NOW says what is public, not what time it is.
    expect(Math.abs(Date.parse(at ?? '') - Date.now())).toBeLessThan(60_000);
  });

  it('speaks the language of the site, and ends with 1 where something is amiss', async () => {
    bench.write(site({ language: 'en', url: bench.services.url }));
    bench.services.page = () => ({ status: 404 });
    const { code, stdout, stderr } = await bench.run();
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('story/1 (Part 1: story): not announced, for its page cannot be seen');
  });

  it('tells what is wrong with the content or the ledger, and where', async () => {
    const broken = bench.ledger().replace('end: true\n', '');
    bench.write({ 'announcements.yaml': broken });
    const cut = await bench.run();
    expect(cut).toMatchObject({ code: 1, stderr: '' });
    expect(cut.stdout).toContain(`${bench.folder}/announcements.yaml:3:1 誤り`);
    expect(cut.stdout).toContain('[ledger-cut]');
    const annotated = await bench.run([], { GITHUB_ACTIONS: 'true' });
    expect(annotated.stdout).toContain('::error file=');
    bench.write({ 'story/1.md': markdown({ order: 'x' }) });
    const wrong = await bench.run(['--dry-run']);
    expect(wrong).toMatchObject({ code: 1, stderr: '' });
    expect(wrong.stdout).toContain(`${bench.folder}/story/1.md:2:8 誤り`);
    expect(wrong.stdout).toContain('原稿に誤りがあるので、何も告知しませんでした。');
    expect(bench.ledger()).toBe(broken);
    expect(bench.services.requests).toEqual([]);
  });
});
