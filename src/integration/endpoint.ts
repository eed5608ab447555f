import type { APIContext, APIRoute } from 'astro';

/** What a file of the site holds: text is written as UTF-8. */
export type FileContent = Uint8Array | string;

/**
 * Makes the file of an endpoint from the props of its path. Each endpoint exports it as `makeFile`
 * for a build, to which a response is a detour, and answers the live view with it.
 */
export type MakeFile<Props = unknown> = (props: Props) => FileContent | Promise<FileContent>;

/** @param mediaType - with its charset where it is text */
export function answerWith<Props extends Record<string, unknown>>(
  makeFile: MakeFile<Props>,
  mediaType: string | ((context: Pick<APIContext<Props>, 'params' | 'props'>) => string),
): APIRoute<Props> {
  return async (context) => {
    const content = await makeFile(context.props);
    const type = typeof mediaType === 'string' ? mediaType : mediaType(context);
    // A copy, whose memory is surely its own.
    const body = typeof content === 'string' ? content : new Uint8Array(content);
    return new Response(body, { headers: { 'Content-Type': type } });
  };
}
