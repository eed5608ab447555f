import { getContext } from '#src/integration/context.ts';
import { answerWith, type MakeFile } from '#src/integration/endpoint.ts';
import { sitemapEntries } from '#src/integration/sitemap-entries.ts';
import { sitemapXml } from '#src/site/sitemap.ts';

export const makeFile: MakeFile = async () => sitemapXml(sitemapEntries(await getContext()));
export const GET = answerWith(makeFile, 'application/xml; charset=utf-8');
