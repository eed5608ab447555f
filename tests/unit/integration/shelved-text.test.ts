import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromShelved, toShelved, type ShelvedText } from '#src/integration/shelved-text.ts';
import { prepareText, type PreparedText } from '#src/text/prepare.ts';
import { composedSource, source } from '#tests/unit/text/arbitrary-source.ts';

const shelved = ({ facts: { text }, forms, searchBlocks }: PreparedText) =>
  toShelved({ text, forms, searchBlocks });
const options = { language: 'ja', breaks: true };

it('a text that was kept has all that it was kept with', () => {
  fc.assert(
    fc.property(fc.oneof(source, composedSource), (text) => {
      const prepared = prepareText(text, options);
      const { facts, forms, searchBlocks } = prepared;
      const kept = fromShelved(deserialize(serialize(shelved(prepared))) as ShelvedText);
      expect(kept).toMatchObject({ text: facts.text, forms });
      expect(kept.searchBlocks()).toEqual(searchBlocks);
    }),
    { numRuns: 500 },
  );
});

it.each([
  ['is not among what is searched', '一[^1]\n\n[^1]: 注《ちゅう》\n'],
  ['is all that there is', '# 題《だい》\n\n霧《きり》と港《みなと》\n\n- 一\n- 二《に》\n'],
  ['shows a frame', '一\n\n<iframe src="https://www.youtube.com/embed/1"></iframe>\n'],
])('so it is where a part of it %s', (_, text) => {
  const prepared = prepareText(text, options);
  const kept = fromShelved(shelved(prepared));
  expect(kept.text).toBe(prepared.facts.text);
  expect(kept.searchBlocks()).toEqual(prepared.searchBlocks);
});

it('what is searched takes less than half the room of the text, of which it has its words', () => {
  const paragraph = '　霧《きり》の港で、船を待っていた。波は静かで、誰もいない。\n\n';
  const prepared = prepareText(paragraph.repeat(100), options);
  const { blocks, text } = shelved(prepared);
  expect(serialize(blocks).length).toBeLessThan(serialize(text).length / 2);
});
