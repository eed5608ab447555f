import { sep } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Finding } from '#src/diagnostics/finding.ts';
import { reportText } from '#src/diagnostics/report-text.ts';
import { hasErrors } from '#src/diagnostics/has-errors.ts';
import { basePath } from '#src/site/urls.ts';
import { ContentError } from './content-error.ts';
import { findingItems, isFinding, toItems } from './content-items.ts';
import { findingLanguage, messageLanguage } from './message-language.ts';
import { readProject } from './project.ts';
import { loadContent, type LoadedContent, type LoadOptions } from './load-content.ts';

export interface LoaderOptions extends Omit<LoadOptions, 'now'> {
  readonly now: () => number;
  /** Shows findings to the writer while the development server runs. */
  readonly report: (findings: readonly Finding[]) => Promise<void>;
}

/**
 * Fills Astro's content store from the content folder, metadata only.
 *
 * @throws ContentError while building. The development server reports instead, and goes on with
 * whatever passed; a reading that fails altogether goes to Astro's log, and the next edit is read.
 */
export function manuscriptLoader({ report, now, ...folders }: LoaderOptions): Loader {
  const load = () => loadContent({ ...folders, now: now() });
  return {
    name: 'manuscript',
    async load(context) {
      const content = await load();
      const { watcher } = context;
      if (watcher === undefined) {
        if (hasErrors(content.findings)) throw new ContentError(content.findings);
        store(content, context);
        return;
      }
      let reported = '[]';
      const refresh = async (latest: LoadedContent) => {
        warnOfMove(latest, context);
        store(latest, context);
        const findings = JSON.stringify(latest.findings);
        if (findings !== reported) await report(latest.findings);
        reported = findings;
      };
      await refresh(content);
      watcher.add(folders.contentDir);
      const queue = singleFlight(
        async () => {
          await refresh(await load());
        },
        (error) => {
          context.logger.error(error instanceof Error ? error.message : String(error));
        },
      );
      watcher.on('all', (_event, path) => {
        if (path.startsWith(folders.contentDir + sep)) queue();
      });
    },
  };
}

// An unusable site.yaml leaves the last good content in place, with what is wrong told above it.
function store({ manuscript, findings }: LoadedContent, context: LoaderContext): void {
  const { store } = context;
  const items = manuscript ? toItems({ manuscript, findings }) : findingItems(findings);
  const isStale = (id: string) => !items.has(id) && (manuscript !== undefined || isFinding(id));
  for (const id of store.keys()) if (isStale(id)) store.delete(id);
  for (const [id, item] of items) {
    const data = { ...item };
    store.set({ id, data, digest: context.generateDigest(data) });
  }
}

// Astro learns the base path when it starts, and only then.
function warnOfMove({ manuscript }: LoadedContent, { config, logger }: LoaderContext): void {
  if (manuscript === undefined) return;
  const { language } = manuscript.settings;
  const base = decodeURI(basePath(manuscript.settings));
  if (base !== config.base) logger.warn(movedTexts[findingLanguage(language)]);
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

/** The loader of the project that this process runs in; it tells findings on the terminal. */
export function projectLoader(): Loader {
  const project = readProject(process.cwd(), process.env);
  const { contentDir } = project;
  return manuscriptLoader({
    ...project,
    async report(findings) {
      const language = await messageLanguage(contentDir);
      process.stdout.write(reportText(findings, { contentPath: contentDir, language }));
    },
  });
}
