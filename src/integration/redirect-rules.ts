import { redirectRules, redirects } from '#src/site/redirects.ts';
import { getContext } from './context.ts';
import { answerWith, type MakeFile } from './endpoint.ts';

export const makeFile: MakeFile = async () => {
  const { site, urls } = await getContext();
  return redirectRules(redirects(site, urls));
};
export const GET = answerWith(makeFile, 'text/plain; charset=utf-8');
