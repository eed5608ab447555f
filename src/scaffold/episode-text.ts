import type { EpisodeTemplate } from './template.ts';
import { yamlLine } from './yaml-line.ts';

/** What is known of an episode before it is written. */
export interface EpisodeDraft {
  readonly place: EpisodePlace;
  /** As it stands in the file. */
  readonly date: string;
  readonly title?: string | undefined;
  /** The id of an arc. */
  readonly arc?: string | undefined;
}

export type EpisodePlace =
  | { readonly kind: 'episode'; readonly order: number }
  | { readonly kind: 'extra'; readonly after: number }
  | { readonly kind: 'notice' };

/** The file of a draft: what is known, what is likely to be wanted, and where its text begins. */
export function episodeText(draft: EpisodeDraft, template: EpisodeTemplate): string {
  const { title, arc, date } = draft;
  const lines = [
    '---',
    `# ${template.howTo}`,
    ...placeLines(draft.place, template),
    `date: ${date} # ${template.date}`,
    title === undefined ? `# ${template.title}` : yamlLine('title', title),
    ...(arc === undefined ? [] : [yamlLine('arc', arc)]),
    ...template.optional.map((line) => `# ${line}`),
    `draft: true # ${template.draft}`,
    '---',
    '',
    template.body[draft.place.kind],
  ];
  return `${lines.join('\n')}\n`;
}

function placeLines(place: EpisodePlace, template: EpisodeTemplate): string[] {
  switch (place.kind) {
    case 'episode':
      return [`order: ${String(place.order)} # ${template.order}`];
    case 'extra':
      return ['kind: extra', `after: ${String(place.after)} # ${template.after}`];
    case 'notice':
      return ['kind: notice'];
  }
}
