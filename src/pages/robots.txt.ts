import type { APIRoute } from 'astro';
import { getContext } from '#src/integration/context.ts';

export const GET: APIRoute = async () => {
  const { urls } = await getContext();
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${urls.absolute(urls.sitemap)}\n`);
};
