import { getContext } from '#src/integration/context.ts';
import { answerWith, type MakeFile } from '#src/integration/endpoint.ts';

export const makeFile: MakeFile = async () => {
  const { urls } = await getContext();
  return `User-agent: *\nAllow: /\n\nSitemap: ${urls.absolute(urls.sitemap)}\n`;
};
export const GET = answerWith(makeFile, 'text/plain; charset=utf-8');
