import fc from 'fast-check';

export const NOTATION = ['《', '》', '《《', '》》', '｜', '|', '{', '}', '\\', '・'];
export const WORDS = [
  '漢',
  '字',
  'か',
  'A',
  '12',
  '！',
  '？',
  '\n',
  '　',
  '𠮟',
  '葛\u{E0100}',
  '😀',
  '々',
];
const MARKDOWN = [
  '*',
  '**',
  '`',
  '[',
  '](u)',
  '![',
  '<b>',
  '</b>',
  '<p>',
  '</p>',
  '# ',
  '> ',
  '- ',
  '\n\n',
  '~~',
  '[^1]',
  '<ruby>',
  '<rt>',
  '| ',
  '|-|',
  '<a href="x">',
  '</a>',
  '<div>',
  '</div>',
  '&lt;',
];

/** Whole constructs, which single signs seldom come together to. */
const CONSTRUCTS = [
  '漢字《かんじ》',
  '｜**強**い《つよい》',
  '{漢字|かん|じ}',
  '《《点》》',
  '《《漢字《かんじ》》》',
  '<ruby>漢<rt>かん</rt></ruby>',
  '<ruby><rb>漢</rb><rb>字</rb><rp>(</rp><rt>かん</rt><rt>じ</rt><rp>)</rp></ruby>',
  '<ruby>\n漢<br>\n字 <rt> かん<br>じ </rt> </ruby>',
  '<ruby>`字`<rt>じ</rt>漢[^1]<rt>[^1]</rt></ruby>',
  '[漢字《かんじ》](../sanshiro/01.md "題")',
  '[一](?q=漢 "<&\'>")',
  '<a href="//x.example/a&amp;b" id="a" title="a\tb\n&quot;c">二</a>',
  '[三](#fn-1)',
  '<me@x.example>',
  'https://x.example/a?b=1&c=2',
  '![絵《え》](a b.png "題")',
  '`<b>&`',
  '^[^1]^',
  '[^1]',
  '<i id="&#1;a">四</i>',
  '<b id="a">五</b>',
  '<span lang="en" dir="ltr">six</span>',
  '<br>',
  ']]>',
  '&#0;&#1;&#13;&#xFFFE;&#xD800;',
  '&amp;amp;',
  '\u0001\u000B\u000C\uFFFE\uFFFF',
  '\uD800',
  '\uDC00',
  '\u00A0\u200B\uFEFF',
];
const BLOCKS = [
  '# 題',
  '### 題',
  '　',
  '\n\n\n',
  '＊',
  '***',
  '- [x] 済',
  '3. 一\n   - 二\n\n   三',
  '> 引用',
  '```\n<b>&]]>\n```',
  '| 一 | 二 |\n| - | :-: |\n| `|` | 漢字《かんじ》 |',
  '[^1]: 注\n\n    漢字《かんじ》',
  '一[^a]二[^a]\n\n[^a]: 漢字《かんじ》',
  '<details open><summary>題</summary>\n\n文\n\n</details>',
  '<table><caption>題</caption><tr><th scope="col" colspan="2">一</th></tr></table>',
  '![絵](b.png "題、《《点》》")',
  '<iframe src="https://www.youtube.com/embed/1" title="動画&quot;"></iframe>',
  '<figure><img src="b.png" alt=""><figcaption>題</figcaption></figure>',
  '<ol reversed start="3"><li>一</li></ol>',
  '<dl><dt>一</dt><dd>二</dd></dl>',
  '<pre>\n\n一</pre>',
  '<section data-footnotes><h2>題</h2></section>',
  '<p align="right">右</p>',
];

const signs = fc.oneof(
  fc.constantFrom(...NOTATION, ...WORDS, ...MARKDOWN),
  fc.string({ unit: 'binary' }),
);
const line = fc
  .array(fc.oneof(fc.constantFrom(...CONSTRUCTS), signs), { maxLength: 8 })
  .map((parts) => parts.join(''));

/** Signs of the notation, words, Markdown and HTML in any order. */
export const source = fc.array(signs).map((parts) => parts.join(''));

/** Blocks of Markdown and HTML, and lines that hold whole constructs beside such signs. */
export const composedSource = fc
  .array(fc.oneof(line, fc.constantFrom(...BLOCKS)), { maxLength: 8 })
  .map((blocks) => blocks.join('\n\n'));
