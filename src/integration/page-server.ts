import type { APIContext, GetStaticPathsItem, GetStaticPathsOptions, RouteData } from 'astro';
import { createApp } from 'astro/app/entrypoint';
import { FetchState } from 'astro/fetch';
import { renderPage } from 'astro/runtime/server/index.js';
import { remember } from '#src/manuscript/remember.ts';
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
  /** @throws whatever the route throws */
  readonly render: (file: Pick<RoutedFile, 'component' | 'pathname'>) => Promise<Uint8Array>;
}

/** A route with all that it makes. */
interface Route {
  readonly data: RouteData;
  readonly module: RouteModule;
  readonly paths: ReadonlyMap<string, StaticPath>;
}

/** What a file in `src/pages/` exports: a component, or the `GET` of an endpoint. */
type RouteModule = Parameters<FetchState['createResult']>[0] & {
  readonly GET: (context: Pick<APIContext, 'params' | 'props'>) => Promise<Response>;
};

type StaticPath = Pick<GetStaticPathsItem, 'params' | 'props' | 'cacheKey'>;

/**
 * Opens a site: what is rendered in this process or thread from then on is a page of it.
 *
 * Astro's own way from a request to a response asks for middleware, sessions, actions and redirects,
 * of which there are none here, and that takes a tenth of a page's time. So routes are called as it
 * calls them in the end: a page with `renderPage`, an endpoint as the function that it is.
 */
export async function openSite(
  folders: ContextFolders,
  content: ReadContent,
  options: ContextOptions,
): Promise<PageServer> {
  const { site } = await openContext(folders, content, options);
  const { manifest } = createApp({ streaming: false });
  const origin = new URL(site.settings.url).origin;
  const base = encodeURI(manifest.base.replace(/\/$/, ''));
  const routes = manifest.routes
    .map(({ routeData }) => routeData)
    // Astro's own, such as that of images, have no file of the project.
    .filter(({ origin: from }) => from !== 'internal');
  const byComponent = new Map(routes.map((route) => [route.component, route]));

  const openRoute = remember(async (component: string): Promise<Route> => {
    const data = byComponent.get(component);
    const page = await manifest.pageMap?.get(component)?.();
    if (data === undefined || page === undefined) throw new Error(`no route ${component}`);
    const module = (await page.page()) as RouteModule;
    return { data, module, paths: await pathsOf(data, module) };
  });
  const filesOf = async ({ component }: RouteData): Promise<readonly RoutedFile[]> => {
    const { data, paths } = await openRoute(component);
    return [...paths].map(([pathname, { cacheKey }]) => {
      return { path: filePath(data, pathname), component, pathname, key: cacheKey?.toString() };
    });
  };
  const respond = async ({ data, module, paths }: Route, pathname: string): Promise<Response> => {
    const { params, props = {} } = paths.get(pathname) ?? {};
    if (params === undefined) throw new Error(`${data.component} does not make ${pathname}`);
    if (data.type === 'endpoint') return module.GET({ params, props });
    const asked = data.pattern.test(pathname) ? pathname : `${pathname}/`;
    const path = asked.split('/').map(encodeURIComponent).join('/');
    const state = new FetchState(new Request(origin + base + path));
    Object.assign(state, { routeData: data, params, props });
    const result = await state.createResult(module, state.getActionAPIContext());
    return renderPage(result, module.default, props, {}, false, data);
  };
  return {
    files: async () => (await Promise.all(routes.map(filesOf))).flat(),
    render: async ({ component, pathname }) =>
      (await respond(await openRoute(component), pathname)).bytes(),
  };
}

/** What a route makes, by the path that it is asked for. */
async function pathsOf(
  route: RouteData,
  { getStaticPaths }: RouteModule,
): Promise<ReadonlyMap<string, StaticPath>> {
  const { component, pathname, route: routePattern } = route;
  if (pathname !== undefined) return new Map([[pathname, { params: {} }]]);
  if (getStaticPaths === undefined) throw new Error(`${component} names no static paths`);
  const paths = await getStaticPaths({ paginate, routePattern } satisfies GetStaticPathsOptions);
  return new Map(paths.flat().map((path) => [toPathname(route, path.params), path]));
}

function paginate(): never {
  throw new Error('no route is paginated');
}

/** The path that parameters of a route stand for, as `[series]/[episode]` or `[...feed]` says. */
function toPathname({ segments }: RouteData, params: StaticPath['params']): string {
  const parts = segments.map((segment) =>
    segment
      .map(({ dynamic, content }) =>
        dynamic ? (params[content.replace(/^\.{3}/, '')] ?? '') : content,
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
