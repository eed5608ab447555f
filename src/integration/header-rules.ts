import type { APIRoute } from 'astro';
import { getContext } from '#src/integration/context.ts';
import { searchFiles } from '#src/search/query/manifest.ts';
import { headerRules } from '#src/site/header-rules.ts';

export const GET: APIRoute = async () => {
  const { urls } = await getContext();
  return new Response(headerRules(urls, [urls.searchFiles + searchFiles.manifest]));
};
