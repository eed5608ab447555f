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
      'summary: A line or two, used where the page is shared and by search engines',
      'foreword: |',
      '  Something to say before the text, in as many lines as you like.',
      'afterword: |',
      '  Something to say after the text, in as many lines as you like.',
    ],
    body: {
      episode: '<!-- The text begins here. -->',
      extra: '<!-- The text of the extra begins here. -->',
      notice: '<!-- The notice begins here. -->',
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
      'direction: horizontal # how the text is set: horizontal, vertical',
      'language: en # of the text; without it, that of site.yaml',
      'arcs: # an episode is put into one with arc: book-1',
      '  - id: book-1',
      '    title: Book One',
      'cast: # the characters',
      '  - name: Name',
      '    note: Who they are',
      'afterword: | # shown with episodes that have no afterword',
      '  To be continued.',
      'warnings: Contains violence. # what readers should know beforehand',
      'image: cover.jpg # the cover, an image in this folder',
    ],
  },
};
