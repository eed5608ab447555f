import type { GetStaticPathsItem, GetStaticPathsOptions, RouteData, SSRResult } from 'astro';
import { createApp } from 'astro/app/entrypoint';
import { FetchState } from 'astro/fetch';
import { renderToString } from 'astro/runtime/server/index.js';
import { remember } from '#src/manuscript/remember.ts';
import {
  openContext,
  type ContextFolders,
  type ContextOptions,
  type ReadContent,
} from './context.ts';
import type { FileContent, MakeFile } from './endpoint.ts';

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
  readonly render: (file: Pick<RoutedFile, 'component' | 'pathname'>) => Promise<FileContent>;
}

/** A route with all that it makes. */
interface Route {
  readonly data: RouteData;
  readonly module: RouteModule;
  readonly paths: ReadonlyMap<string, StaticPath>;
  /** Of Astro, for all its pages. */
  readonly state: FetchState;
}

/** What a file in `src/pages/` exports: a component, or what makes the file of an endpoint. */
type RouteModule = Parameters<FetchState['createResult']>[0] & {
  readonly default: Parameters<typeof renderToString>[1];
  readonly makeFile: MakeFile;
};

type Props = NonNullable<GetStaticPathsItem['props']>;
type StaticPath = Pick<GetStaticPathsItem, 'params' | 'props' | 'cacheKey'>;

/**
 * Opens a site: what is rendered in this process or thread from then on is a page of it.
 *
 * Astro's own way from a request to a response asks for middleware, sessions, actions and redirects,
 * of which there are none here. So a page is rendered as Astro does in the end, and an endpoint makes
 * its file. A page has no request of its own: that takes a tenth of a cold build, and what a page shows
 * is in its props.
 */
export async function openSite(
  folders: ContextFolders,
  content: ReadContent,
  options: ContextOptions,
): Promise<PageServer> {
  const { site } = await openContext(folders, content, options);
  const { manifest } = createApp({ streaming: false });
  const origin = new URL(site.settings.url).origin;
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
    const state = new FetchState(new Request(origin));
    Object.assign(state, { routeData: data });
    return { data, module, paths: await pathsOf(data, module), state };
  });
  const filesOf = async ({ component }: RouteData): Promise<readonly RoutedFile[]> => {
    const { data, paths } = await openRoute(component);
    return [...paths].map(([pathname, { cacheKey }]) => {
      return { path: filePath(data, pathname), component, pathname, key: cacheKey?.toString() };
    });
  };
  const renderPage = async ({ data, module, state }: Route, props: Props): Promise<string> => {
    const result = await state.createResult(module, state.getActionAPIContext());
    result.createAstro = (shown) => new OfProps(shown) as object as AstroGlobal;
    const { containsHead = false, propagation = 'none' } =
      result.componentMetadata.get(module.default.moduleId ?? '') ?? {};
    result._metadata.headInTree = containsHead;
    result._metadata.routeHasPropagation = propagation !== 'none';
    const html = await renderToString(result, module.default, props, {}, true, data);
    if (typeof html !== 'string') throw new Error(`${data.component} answers with a response`);
    return html;
  };
  const make = async (route: Route, pathname: string): Promise<FileContent> => {
    const { data, module, paths } = route;
    const path = paths.get(pathname);
    if (path === undefined) throw new Error(`${data.component} does not make ${pathname}`);
    const { props = {} } = path;
    return data.type === 'endpoint' ? module.makeFile(props) : renderPage(route, props);
  };
  return {
    files: async () => (await Promise.all(routes.map(filesOf))).flat(),
    render: async ({ component, pathname }) => make(await openRoute(component), pathname),
  };
}

type AstroGlobal = ReturnType<SSRResult['createAstro']>;

/**
 * What components know as `Astro`. With a prototype for each page, as Astro has it, none of what they
 * ask it for could be optimised.
 */
class OfProps {
  readonly props: Props;
  readonly self: unknown = null;

  constructor(props: Props) {
    this.props = props;
  }
}

const withoutRequest = new Proxy(Object.freeze({}), {
  get(_, name) {
    throw new Error(`Astro.${String(name)}: a page is made of its props, and without a request`);
  },
});

Object.setPrototypeOf(OfProps.prototype, withoutRequest);

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
