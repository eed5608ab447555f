import type { Template } from './template.ts';

const howTo = 'Remove the “# ” at the head of a line to use it.';

export const templateEn: Template = {
  episode: {
    howTo,
    order: 'the place in the series',
    after: 'the order of the episode that it follows',
    date: 'when it is published; if later than now, it waits until then',
    draft: 'remove this line to publish',
    title: 'title: The title of this episode',
    optional: [
      'summary: A line or two for lists and search results',
      'foreword: Something to say before the text',
      'afterword: Something to say after the text',
    ],
    body: {
      episode: 'The text begins here. Write over this line.',
      extra: 'The text of the extra begins here. Write over this line.',
      notice: 'The notice begins here. Write over this line.',
    },
  },
  series: {
    howTo,
    optional: [
      'category: Novella # shown before the title',
      'status: ongoing # ongoing, complete, hiatus',
      'description: |',
      '  The synopsis, in as many lines as you like.',
      'labels: part # part (Part 1), zenpen (前編①), wa (第1話), sono (その1), maru (①)',
      'direction: horizontal # what readers see until they choose: horizontal, vertical',
      'language: en # of the text; without it, that of site.yaml',
      'arcs: # an episode is put into one with arc: book-1',
      '  - id: book-1',
      '    title: Book One',
      'cast: # the characters',
      '  - name: Name',
      '    note: Who they are',
      'afterword: To be continued. # shown with episodes that have no afterword',
      'warnings: Contains violence. # what readers should know beforehand',
      'image: cover.jpg # the cover, an image in this folder',
    ],
  },
};
