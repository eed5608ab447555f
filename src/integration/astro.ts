import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { SiteSettings } from '#src/manuscript/manuscript.ts';
import { readSite } from '#src/manuscript/site-entry.ts';
import { readSourceFile } from '#src/manuscript/source-file.ts';
import { basePath } from '#src/site/urls.ts';
import { ContentError } from './content-error.ts';
import { readProject } from './project.ts';
import { serveSearch } from './serve-search.ts';

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
  return {
    name: 'tsuzuki',
    hooks: {
      'astro:server:setup'({ server }) {
        const { outDir } = readProject(root, env);
        server.middlewares.use(serveSearch(outDir));
      },
      async 'astro:config:setup'({ command, updateConfig, injectRoute }) {
        const { contentDir, workDir } = readProject(root, env);
        const settings = await readSettings(contentDir);
        updateConfig({
          // Beside the project's own folder: node_modules may be shared by several checkouts.
          cacheDir: pathToFileURL(`${workDir}/cache/`),
          site: new URL(settings.url).origin,
          // Astro holds the base against decoded paths.
          base: decodeURI(basePath(settings)),
          // The live view would ask for a slash behind an image's name.
          trailingSlash: command === 'dev' ? 'ignore' : 'always',
          devToolbar: { enabled: false },
          build: { format: 'directory', inlineStylesheets: 'never' },
          vite: {
            build: { assetsInlineLimit: 0 },
            // Not import.meta.env.DEV: a variable DEV of the machine takes its place in a build.
            define: { IS_LIVE_VIEW: JSON.stringify(command === 'dev') },
            // A build beside the live view writes there.
            server: { watch: { ignored: [`${workDir}/**`] } },
          },
        });
        // Astro leaves out pages whose file name begins with an underscore.
        const entrypoint = (file: string) => new URL(file, import.meta.url);
        injectRoute({ pattern: '/_redirects', entrypoint: entrypoint('redirect-rules.ts') });
        injectRoute({ pattern: '/_headers', entrypoint: entrypoint('header-rules.ts') });
      },
    },
  };
}

async function readSettings(contentDir: string): Promise<SiteSettings> {
  const read = await readSourceFile(contentDir, 'site.yaml');
  if ('finding' in read) throw new ContentError([read.finding]);
  const { settings, findings } = readSite(read.file);
  if (settings === undefined) throw new ContentError(findings);
  return settings;
}
