import type { ElementContent, Root } from 'hast';
import { toFeedHtml, type FeedHtmlOptions } from '#src/text/forms/feed-html.ts';
import { contentOf, element, text } from '#src/text/hast.ts';

/** All that an episode's page gives its readers to read. */
export interface WholeText {
  /** A line that names what the text may be unpleasant for; plain. */
  readonly warnings: string | undefined;
  readonly foreword: Note | undefined;
  readonly body: Root;
  readonly afterword: Note | undefined;
}

/** The writer's own voice before or behind the text. */
export interface Note {
  readonly heading: string;
  readonly text: Root;
}

/** The HTML that a feed holds of it: notes stand apart from the story by a rule. */
export function wholeTextHtml(whole: WholeText, options: FeedHtmlOptions): string {
  const { warnings, foreword, body, afterword } = whole;
  const children = [
    ...(warnings === undefined ? [] : [paragraph(warnings)]),
    ...(foreword === undefined ? [] : [...noteContent(foreword), element('hr')]),
    ...contentOf(body),
    ...(afterword === undefined ? [] : [element('hr'), ...noteContent(afterword)]),
  ];
  return toFeedHtml({ type: 'root', children }, options);
}

function noteContent({ heading, text: note }: Note): readonly ElementContent[] {
  return [paragraph(heading), ...contentOf(note)];
}

function paragraph(line: string): ElementContent {
  return element('p', {}, [element('strong', {}, [text(line)])]);
}
