import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SlipCode } from '#src/diagnostics/slip.ts';
import { inspectMarkdown } from '#src/text/inspect.ts';

const slipsIn = (source: string): ReturnType<typeof inspectMarkdown>['slips'] =>
  inspectMarkdown(source, { language: 'ja', breaks: true }).slips;

const textOf = (...units: string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...units), { maxLength: 40 }).map((parts) => parts.join(''));

/** What the source has at the place of a slip. */
const signs: Readonly<Record<SlipCode, RegExp>> = {
  'angle-bracket-unpaired': /^[《》]/u,
  'reading-too-long': /^./u,
  'base-too-long': /^\p{Script=Han}/u,
  'base-unmarked': /^[\p{Script=Latin}\p{Nd}]/u,
  'reading-broken': /^《/u,
  'bar-unread': /^[｜|]/u,
  'ellipsis-odd': /^(?:…|&hellip;)/u,
  'ellipsis-substitute': /^[・･.．。、‥]/u,
  'dash-odd': /^[―—─]/u,
  'dash-substitute': /^[ー－]/u,
  'stop-before-bracket': /^。/u,
  'corner-bracket-unpaired': /^[「」『』]/u,
  'half-width-punctuation': /^[｡-､!?]/u,
  'definition-unused': /^\[/u,
  'footnote-missing': /^\[\^/u,
  'image-unread': /^[!！]/u,
  'link-unread': /^\[/u,
  'image-alt-missing': /^(?:!\[|<img)/u,
};

describe('slips', () => {
  it('are none in a text without their signs', () => {
    const plain = textOf(
      '霧',
      'の',
      'ヨ',
      // Three stops in a row would stand for an ellipsis.
      'ヨ、',
      'ヨ。',
      '\n',
      '\n\n',
      '　',
      '*',
      '> ',
      '- ',
      '𠮟',
      '……',
      '――',
      '12',
      '「霧」',
      '霧《きり》',
      '《《の》》',
      '`…《`',
      '&amp;',
    );
    fc.assert(
      fc.property(plain, (source) => {
        expect(slipsIn(source)).toEqual([]);
      }),
    );
  });

  it('stand at their signs in the source', () => {
    const any = textOf(
      ...['漢', '字', 'か', 'a', ' ', '\n', '\r\n', '\n\n', '> ', '- ', '# ', '| ', '\\', '&amp;'],
      ...['&hellip;', '𠮟', '**', '`', '<b>', '</b>', '<br>', '<p>', '<img src=a>', '![](a)'],
      ...[
        '[a](b)',
        '[a]: あ',
        '\n[^1]: 注',
        '《',
        '》',
        '｜',
        '…',
        '―',
        '・・・',
        '「',
        '」',
        '。',
        '!',
        '！',
        '‥',
        '（',
        '）',
        '[^2]',
        '！[港](a.jpg)',
        '![港]（a.jpg）',
        '[次](./ 2.md)',
        '![港](a.jpg "…")',
      ],
    );
    fc.assert(
      fc.property(any, (source) => {
        const lines = source.split(/\r\n|\r|\n/u);
        for (const { code, line, column } of slipsIn(source)) {
          expect(lines[line - 1]?.slice(column - 1)).toMatch(signs[code]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '《',
    '》',
    '…',
    '「',
    '。」',
    '・・・',
    '漢',
    '!',
    '[',
    '![a',
    '｜',
    '|漢',
    '漢《',
    '漢《か\n',
    '<a "',
    '<!--',
    '\\《',
  ])('are found in linear time in a line of %j', (unit) => {
    const { user, system } = process.cpuUsage();
    slipsIn(unit.repeat(20_000));
    const after = process.cpuUsage();
    expect((after.user - user + after.system - system) / 1000).toBeLessThan(2000);
  });
});
