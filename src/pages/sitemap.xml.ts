import type { APIRoute } from 'astro';
import { getContext } from '#src/integration/context.ts';
import { sitemapEntries } from '#src/integration/sitemap-entries.ts';
import { sitemapXml } from '#src/site/sitemap.ts';

export const GET: APIRoute = async () =>
  new Response(sitemapXml(sitemapEntries(await getContext())), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
