import type { RouteData } from 'astro';
import { createApp } from 'astro/app/entrypoint';
import {
  openContext,
  type ContextFolders,
  type ContextOptions,
  type ReadContent,
} from './context.ts';

/** A file of the site that a route makes. */
export interface RoutedFile {
  /** Within the site, with forward slashes, not encoded: `kiri/01/index.html`. */
  readonly path: string;
  /** The route's file, and the path that it is asked for. */
  readonly component: string;
  readonly pathname: string;
  /** What it is made of (`OutputKeys`); undefined where it is made anew each time. */
  readonly key: string | undefined;
}

/** The pages of a site as Astro makes them: this module is the entry of what Astro bundles. */
export interface PageServer {
  readonly files: () => Promise<readonly RoutedFile[]>;
  /**
   * @throws ContentError where a file that was read for it was saved again since it was checked, and Error
   * where the route fails
   */
  readonly render: (file: Pick<RoutedFile, 'component' | 'pathname'>) => Promise<Uint8Array>;
}

/** Opens a site: what is rendered in this process or thread from then on is a page of it. */
export async function openSite(
  folders: ContextFolders,
  content: ReadContent,
  options: ContextOptions,
): Promise<PageServer> {
  const { site, expectUnchanged } = await openContext(folders, content, options);
  const app = createApp({ streaming: false });
  const origin = new URL(site.settings.url).origin;
  const base = encodeURI(app.manifest.base.replace(/\/$/, ''));
  const routes = app.manifest.routes
    .map(({ routeData }) => routeData)
    // Astro's own, such as that of images, have no file of the project.
    .filter(({ origin: from }) => from !== 'internal');
  const byComponent = new Map(routes.map((route) => [route.component, route]));

  const filesOf = async (route: RouteData): Promise<readonly RoutedFile[]> => {
    const { component, pathname } = route;
    const file = (at: string, key: string | undefined): RoutedFile => {
      return { path: filePath(route, at), component, pathname: at, key };
    };
    if (pathname !== undefined) return [file(pathname, undefined)];
    const page = await app.manifest.pageMap?.get(component)?.();
    const { getStaticPaths } = (await page?.page()) ?? {};
    if (getStaticPaths === undefined) throw new Error(`${component} names no static paths`);
    const paths = await getStaticPaths({ paginate, routePattern: route.route });
    return paths
      .flat()
      .map(({ params, cacheKey }) => file(toPathname(route, params), cacheKey?.toString()));
  };
  return {
    files: async () => (await Promise.all(routes.map(filesOf))).flat(),
    async render({ component, pathname }) {
      const routeData = byComponent.get(component);
      if (routeData === undefined) throw new Error(`no route ${component}`);
      // A route says by its pattern whether its addresses end with a slash, also that of a feed.
      const asked = routeData.pattern.test(pathname) ? pathname : `${pathname}/`;
      const path = asked.split('/').map(encodeURIComponent).join('/');
      const response = await app.render(new Request(origin + base + path), { routeData });
      // Thrown in a page, Astro would print it and answer with 500.
      expectUnchanged();
      if (!response.ok && routeData.route !== '/404') {
        throw new Error(`${pathname} was answered with ${response.status.toString()}`);
      }
      return response.bytes();
    },
  };
}

function paginate(): never {
  throw new Error('no route is paginated');
}

type Params = Readonly<Record<string, string | number | undefined>>;

/** The path that parameters of a route stand for, as `[series]/[episode]` or `[...feed]` says. */
function toPathname({ segments }: RouteData, params: Params): string {
  const parts = segments.map((segment) =>
    segment
      .map(({ dynamic, content }) =>
        dynamic ? String(params[content.replace(/^\.{3}/, '')] ?? '') : content,
      )
      .join(''),
  );
  return `/${parts.filter((part) => part !== '').join('/')}`;
}

/** As `build.format: 'directory'` has it. */
function filePath({ type, route }: RouteData, pathname: string): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (type === 'endpoint') return path;
  if (route === '/404') return '404.html';
  return path === '' ? 'index.html' : `${path}/index.html`;
}
