import { toHtml } from '#src/text/forms/html.ts';
import { element, text } from '#src/text/hast.ts';

/** All that an episode's page gives its readers to read, as HTML that a feed can carry. */
export interface WholeText {
  /** A line that names what the text may be unpleasant for; plain. */
  readonly warnings: string | undefined;
  readonly foreword: Note | undefined;
  readonly body: string;
  readonly afterword: Note | undefined;
}

/** The writer's own voice before or behind the text. */
export interface Note {
  /** Plain. */
  readonly heading: string;
  readonly html: string;
}

/** The HTML that a feed holds of it: notes stand apart from the story by a rule. */
export function wholeTextHtml({ warnings, foreword, body, afterword }: WholeText): string {
  return [
    warnings === undefined ? '' : strongLine(warnings),
    foreword === undefined ? '' : `${noteHtml(foreword)}<hr>`,
    body,
    afterword === undefined ? '' : `<hr>${noteHtml(afterword)}`,
  ].join('');
}

function noteHtml({ heading, html }: Note): string {
  return strongLine(heading) + html;
}

function strongLine(line: string): string {
  const paragraph = element('p', {}, [element('strong', {}, [text(line)])]);
  return toHtml({ type: 'root', children: [paragraph] });
}
