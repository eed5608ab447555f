import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import { hasErrors } from '#src/diagnostics/has-errors.ts';
import type { EpisodeEntry, Manuscript } from '#src/manuscript/manuscript.ts';
import { readManuscript } from '#src/manuscript/read-manuscript.ts';
import { begin, type Outcome } from '#src/scaffold/begin.ts';
import type { Questioner } from '#src/scaffold/questioner.ts';
import { Cancelled } from '#src/scaffold/cancelled.ts';
import type { Workplace } from '#src/scaffold/workplace.ts';
import { inspectMarkdown } from '#src/text/inspect.ts';

/** 2026-11-22T20:00 in Tokyo. */
export const now = Date.UTC(2026, 10, 22, 11, 0);

export const siteJa = 'title: 終電文庫\nurl: https://shuden.example/\n';
export const siteEn =
  'title: Late Train\nurl: https://late.example/\nlanguage: en\ntimezone: Europe/London\n';

/** A content folder of its own for a test, gone when the test has finished. */
export class Workbench {
  readonly dir: string;

  constructor(files: Readonly<Record<string, string>>) {
    this.dir = mkdtempSync(join(tmpdir(), 'tsuzuki-new-'));
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.dir, path)), { recursive: true });
    writeFileSync(join(this.dir, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.dir, path), 'utf8');
  }

  /** Everything that is there, hidden files included. */
  list(folder = ''): string[] {
    return readdirSync(join(this.dir, folder)).sort();
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }

  run(args: readonly string[], options: Partial<Workplace> = {}): Promise<Outcome> {
    return begin(args, {
      contentDir: this.dir,
      language: 'ja',
      now: () => now,
      show: (path) => `content/${relative(this.dir, path)}`.replace(/\/$/, ''),
      questioner: undefined,
      ...options,
    });
  }

  /** What the site would be made of; fails where anything is wrong with it. */
  async manuscript(): Promise<Manuscript> {
    const { manuscript, findings } = await readManuscript(this.dir, {
      inspectBodies: (bodies) =>
        Promise.resolve(
          bodies.map(({ markdown, ...options }) => {
            const { text, ...facts } = inspectMarkdown(markdown, options);
            return { length: text.length, ...facts };
          }),
        ),
      measureImage: () => Promise.resolve({ width: 1, height: 1 }),
    });
    if (manuscript === undefined || hasErrors(findings)) {
      throw new Error(JSON.stringify(findings, null, 2));
    }
    return manuscript;
  }

  async episode(path: string): Promise<EpisodeEntry> {
    const found = (await this.manuscript()).episodes.find((entry) => entry.path === path);
    if (found === undefined) throw new Error(`no ${path}`);
    return found;
  }
}

export function workbench(files: Readonly<Record<string, string>>): Workbench {
  const bench = new Workbench(files);
  onTestFinished(() => {
    bench.remove();
  });
  return bench;
}

/** A series `umi` with episodes of these names and orders. */
export function series(
  episodes: Readonly<Record<string, number>>,
  settings = 'title: 海\n',
): Record<string, string> {
  return {
    'site.yaml': siteJa,
    'umi/series.yaml': settings,
    ...Object.fromEntries(
      Object.entries(episodes).map(([name, order]) => [
        `umi/${name}.md`,
        episode(`order: ${String(order)}`),
      ]),
    ),
  };
}

export function episode(settings: string): string {
  return `---\n${settings}\ndate: 2026-04-01\n---\n\n本文\n`;
}

/** Someone who gives these answers and then leaves; `heard` is what they were shown. */
export function scripted(...answers: string[]): Questioner & { readonly heard: string[] } {
  const heard: string[] = [];
  return {
    heard,
    ask(question) {
      heard.push(question);
      const answer = answers.shift();
      return answer === undefined
        ? Promise.reject(new Cancelled())
        : Promise.resolve(answer.trim());
    },
    tell(text) {
      heard.push(text);
    },
  };
}
