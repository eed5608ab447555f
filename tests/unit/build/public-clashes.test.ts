import { expect, it } from 'vitest';
import { publicClashes } from '#src/build/public-clashes.ts';

const site = {
  files: ['index.html', 'notes/index.html', 'notes/1/index.html', 'rss.xml', 'kiri/index.html'],
  own: ['pagefind/', 'share.json'],
};

it.each([
  ['a file where a series is', 'notes', 'notes/index.html'],
  ['a file where an episode is', 'notes/1', 'notes/1/index.html'],
  ['a file where only a folder of ours is', 'pagefind', 'pagefind/'],
  ['a file of the name of one that is ours alone', 'share.json', 'share.json'],
])('finds %s', (_, path, other) => {
  expect(publicClashes(['favicon.svg', path], site)).toEqual([{ path, other }]);
});

it.each([
  ['is', 'rss.xml/a.txt', 'rss.xml'],
  ['is, further up', 'rss.xml/b/c/a.txt', 'rss.xml'],
  ['is ours alone', 'share.json/a.txt', 'share.json'],
])('finds a folder where a file %s', (_, file, path) => {
  expect(publicClashes([file], site)).toEqual([{ path, other: path }]);
});

it.each([
  ['a file in the place of a page', 'notes/index.html'],
  ['a file beside a page', 'notes/map.png'],
  ['a file in a folder of ours', 'pagefind/mine.txt'],
  ['a name that only begins alike', 'note'],
  ['a file where no page is', 'notes/2'],
])('lets %s be', (_, path) => {
  expect(publicClashes([path], site)).toEqual([]);
});
