import type { APIRoute } from 'astro';
import { getContext } from '#src/integration/context.ts';
import { redirectRules, redirects } from '#src/site/redirects.ts';

export const GET: APIRoute = async () => {
  const { site, urls } = await getContext();
  return new Response(redirectRules(redirects(site, urls)));
};
