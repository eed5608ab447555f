import { searchFiles } from '#src/search/query/manifest.ts';
import { headerRules } from '#src/site/header-rules.ts';
import { getContext } from './context.ts';
import { answerWith, type MakeFile } from './endpoint.ts';

export const makeFile: MakeFile = async () => {
  const { urls } = await getContext();
  return headerRules(urls, [urls.searchFiles + searchFiles.manifest]);
};
export const GET = answerWith(makeFile, 'text/plain; charset=utf-8');
