import { sep } from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import type { Finding } from '#src/diagnostics/finding.ts';
import { reportText } from '#src/diagnostics/report-text.ts';
import type { LoadedContent } from './load-content.ts';
import { findingLanguage, messageLanguage } from './message-language.ts';
import { basePath } from '#src/site/urls.ts';

/** What is told of changes in files, as Vite's watcher does. */
export interface Watcher {
  readonly add: (folder: string) => unknown;
  readonly on: (event: 'all', listener: (event: string, path: string) => void) => unknown;
}

export interface WatchOptions {
  readonly watcher: Watcher;
  /** Absolute. */
  readonly contentDir: string;
  readonly read: () => Promise<LoadedContent>;
  /** The base path that the server was started with. */
  readonly base: string;
  /** Shows the content as it is now: called after each reading. */
  readonly show: () => void;
  /** Tells a writer what was found, when it is not what was told before. */
  readonly report: (findings: readonly Finding[]) => Promise<void>;
  readonly logger: Pick<AstroIntegrationLogger, 'warn' | 'error'>;
}

/**
 * Watches the content for the live view, and tells what is wrong with it on the terminal. A reading
 * that fails altogether is logged, and the next edit is read.
 */
export async function watchContent(options: WatchOptions): Promise<void> {
  const { watcher, contentDir, read, show, report, logger } = options;
  let reported = '[]';
  const refresh = async () => {
    const latest = await read();
    warnOfMove(latest, options);
    const findings = JSON.stringify(latest.findings);
    if (findings !== reported) await report(latest.findings);
    reported = findings;
  };
  const queue = singleFlight(
    async () => {
      show();
      await refresh();
    },
    (error) => {
      logger.error(error instanceof Error ? error.message : String(error));
    },
  );
  watcher.add(contentDir);
  watcher.on('all', (_event, path) => {
    if (path.startsWith(contentDir + sep)) queue();
  });
  await refresh();
}

/** Tells findings on the terminal, in the language of the site. */
export async function reportOnTerminal(
  contentDir: string,
  findings: readonly Finding[],
): Promise<void> {
  const language = await messageLanguage(contentDir);
  process.stdout.write(reportText(findings, { contentPath: contentDir, language }));
}

// Astro learns the base path when it starts, and only then.
function warnOfMove({ manuscript }: LoadedContent, { base, logger }: WatchOptions): void {
  if (manuscript === undefined) return;
  const { language } = manuscript.settings;
  if (decodeURI(basePath(manuscript.settings)) !== base) {
    logger.warn(movedTexts[findingLanguage(language)]);
  }
}

const movedTexts = {
  ja: 'site.yaml の url の階層が変わりました。Ctrl+C で止めて、もう一度 npm run dev を打ってください。',
  en: 'The path in the url of site.yaml has changed. Stop with Ctrl+C and run npm run dev again.',
};

/** Runs a task after a burst of calls, never twice at once; one that fails does not stop the next. */
function singleFlight(task: () => Promise<void>, onFailure: (error: unknown) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(task).catch(onFailure);
    }, 30);
  };
}
