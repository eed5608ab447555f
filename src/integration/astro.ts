import { rename } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { basePath } from '#src/site/urls.ts';
import { ContentError } from './content-error.ts';
import { liveReader } from './live-content.ts';
import { readProject } from './project.ts';
import { readSettings } from './read-settings.ts';
import { serveSearch } from './serve-search.ts';
import { reportOnTerminal, watchContent } from './watch-content.ts';

export interface IntegrationOptions {
  /** Absolute: the folder of package.json. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Sets Astro up for the site: its address from site.yaml, pages that a strict policy allows, and
 * the routes that no page file can name.
 *
 * @throws ContentError when site.yaml cannot be used
 */
export function tsuzuki({ root, env }: IntegrationOptions): AstroIntegration {
  let [outDir, base] = [pathToFileURL(root), ''];
  return {
    name: 'tsuzuki',
    hooks: {
      async 'astro:server:setup'({ server, logger }) {
        const project = readProject(root, env);
        const { contentDir } = project;
        const reader = liveReader(project);
        server.middlewares.use(serveSearch(project.outDir));
        await watchContent({
          watcher: server.watcher,
          contentDir,
          read: () => reader.read(project.now()),
          base,
          show: () => {
            server.ws.send({ type: 'full-reload' });
          },
          report: (findings) => reportOnTerminal(contentDir, findings),
          logger,
        });
      },
      async 'astro:config:setup'({ command, updateConfig, injectRoute }) {
        const { contentDir, workDir } = readProject(root, env);
        const { settings, findings } = await readSettings(contentDir);
        if (settings === undefined) throw new ContentError(findings);
        const isLive = command === 'dev';
        updateConfig({
          // Beside the project's own folder: node_modules may be shared by several checkouts.
          cacheDir: pathToFileURL(`${workDir}/cache/`),
          site: new URL(settings.url).origin,
          // Astro holds the base against decoded paths.
          base: decodeURI(basePath(settings)),
          // The live view would ask for a slash behind an image's name.
          trailingSlash: isLive ? 'ignore' : 'always',
          devToolbar: { enabled: false },
          build: { format: 'directory', inlineStylesheets: 'never' },
          vite: {
            build: { assetsInlineLimit: 0 },
            // Not import.meta.env.DEV: a variable DEV of the machine takes its place in a build.
            define: { IS_LIVE_VIEW: JSON.stringify(isLive) },
            plugins: isLive ? [] : [pageServer()],
            // A build beside the live view writes there.
            server: { watch: { ignored: [`${workDir}/**`] } },
          },
        });
        // Astro leaves out pages whose file name begins with an underscore.
        const entrypoint = (file: string) => new URL(file, import.meta.url);
        injectRoute({ pattern: '/_redirects', entrypoint: entrypoint('redirect-rules.ts') });
        injectRoute({ pattern: '/_headers', entrypoint: entrypoint('header-rules.ts') });
      },
      // An adapter may say what Astro bundles for rendering pages, and who renders them.
      'astro:config:done'({ config, setAdapter }) {
        ({ outDir, base } = config);
        setAdapter({
          name: 'tsuzuki',
          // Only its default is deprecated.
          // eslint-disable-next-line @typescript-eslint/no-deprecated
          entrypointResolution: 'auto',
          adapterFeatures: { buildOutput: 'static' },
          supportedAstroFeatures: {
            staticOutput: 'stable',
            hybridOutput: 'stable',
            serverOutput: 'stable',
            sharpImageService: 'stable',
          },
        });
      },
      'astro:build:start'({ setPrerenderer }) {
        setPrerenderer(keepBundle(outDir));
      },
    },
  };
}

/**
 * Renders nothing, but keeps what Astro has bundled: pages are rendered by `src/build/`, which knows
 * which of them are needed.
 *
 * @param outDir - the bundle is put beside it, in `code`
 */
function keepBundle(outDir: URL): AstroPrerenderer {
  return {
    name: 'tsuzuki',
    getStaticPaths: () => Promise.resolve([]),
    render: ({ url }) => Promise.reject(new Error(`${url} was asked for`)),
    teardown: () => rename(new URL('.prerender/', outDir), new URL('../code/', outDir)),
  };
}

/** Makes page-server.ts what is bundled for rendering pages. */
function pageServer() {
  const input = { 'page-server': fileURLToPath(new URL('page-server.ts', import.meta.url)) };
  return {
    name: 'tsuzuki:page-server',
    configEnvironment: (name: string) =>
      name === 'prerender' ? { build: { rolldownOptions: { input } } } : undefined,
  };
}
