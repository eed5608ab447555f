import { describe, expect, it } from 'vitest';
import type { Slip } from '#src/diagnostics/slip.ts';
import { inspectInline, inspectMarkdown } from '#src/text/inspect.ts';

const slipsIn = (source: string, language = 'ja'): readonly Slip[] =>
  inspectMarkdown(source, { language, breaks: true }).slips;

/** Each slip as its code and its place: `ellipsis-odd 1:3`. */
const toldOf = (source: string, language = 'ja'): string[] => slipsIn(source, language).map(placed);

function placed({ code, line, column }: Slip): string {
  return `${code} ${String(line)}:${String(column)}`;
}

describe('angle-bracket-unpaired', () => {
  it.each([
    ['漢字《かんじ', '1:3', '《'],
    ['漢字《かんじ。次の語《ご》', '1:3', '《'],
    ['かんじ》', '1:4', '》'],
    ['漢字《かんじ》》', '1:8', '》'],
    ['《《強調》と', '1:1', '《《'],
    ['《《強調', '1:1', '《《'],
    ['強調》》', '1:3', '》》'],
    ['**漢字**《かんじ', '1:7', '《'],
    ['漢字《かんじ`》`', '1:3', '《'],
  ])('%j', (source, place, sign) => {
    expect(slipsIn(source)).toMatchObject([{ code: 'angle-bracket-unpaired', values: { sign } }]);
    expect(toldOf(source)).toEqual([`angle-bracket-unpaired ${place}`]);
  });

  it.each([
    '漢字《かんじ》',
    '《《強調》》と《《漢字《かんじ》》》',
    '《第一の声。\n第二の声。》',
    '《第一の声。\n\n第二の声。》',
    '｜《だけ',
    '\\《だけ',
    '漢字｜《かんじ》と\\《引用》',
    '`漢字《`',
    '```\n漢字《\n```',
    '<code>漢字《</code>',
    '[例](https://example.org/《)',
    '<ruby>《<rt>か</rt></ruby>',
  ])('not %j', (source) => {
    expect(slipsIn(source)).toEqual([]);
  });

  it('is no quotation that begins behind kanji and ends in another paragraph', () => {
    expect(toldOf('漢字《かんじ\n\nかな》')).toEqual([
      'angle-bracket-unpaired 1:3',
      'angle-bracket-unpaired 3:3',
    ]);
  });

  it('is read in every language', () => {
    expect(toldOf('Kanji 漢字《kanji', 'en')).toEqual(['angle-bracket-unpaired 1:9']);
  });
});

describe('reading-too-long', () => {
  it.each([
    [`漢字《${'あ'.repeat(51)}》`, '1:4'],
    [`｜ABC《${'あ'.repeat(51)}》`, '1:6'],
    [`{漢字|${'あ'.repeat(51)}}`, '1:5'],
  ])('%j', (source, place) => {
    expect(toldOf(source)).toEqual([`reading-too-long ${place}`]);
  });

  it.each([
    `漢字《${'あ'.repeat(50)}》`,
    `漢字《${'𠮟'.repeat(50)}》`,
    `かな《${'あ'.repeat(51)}》`,
    `漢字｜《${'あ'.repeat(51)}》`,
    `漢字《${'字'.repeat(30)}\n${'字'.repeat(30)}》`,
  ])('not %j', (source) => {
    expect(slipsIn(source)).toEqual([]);
  });
});

describe('base-unmarked', () => {
  it.each([
    ['ABC《えー》', '1:1', 'ABC'],
    ['かの Nachbild《ナハビルド》と｜漢字《かんじ》', '1:4', 'Nachbild'],
    ['第3《さん》', '1:2', '3'],
  ])('%j', (source, place, base) => {
    expect(slipsIn(source)).toMatchObject([{ code: 'base-unmarked', values: { base } }]);
    expect(toldOf(source)).toEqual([`base-unmarked ${place}`]);
  });

  it.each([
    '｜ABC《えー》',
    '|the ABC《えー》',
    'ABC｜《えー》',
    '本は《こころ》',
    'ABC《Ａ》',
    'ABC《漢字》',
    '`ABC《えー》`',
  ])('not %j', (source) => {
    expect(slipsIn(source)).toEqual([]);
  });
});

describe('base-too-long', () => {
  it.each([
    ['かの一二三四五六七八九十々《よみ》', '1:3'],
    ['**国立魔法大学付属**第一高等学校《こう》', '1:3'],
    [`${'𠮟'.repeat(11)}《よみ》`, '1:1'],
  ])('%j', (source, place) => {
    expect(toldOf(source)).toEqual([`base-too-long ${place}`]);
  });

  it.each([
    '一二三四五六七八九十《よみ》',
    `${'𠮟'.repeat(10)}《よみ》`,
    `${'葛\u{E0104}'.repeat(10)}《よみ》`,
    '｜一二三四五六七八九十一二《よみ》',
    '一二三四五六七八九｜十一《よみ》',
    '{一二三四五六七八九十一二|よみ}',
    '一二三四五六七八九十一二',
  ])('not %j', (source) => {
    expect(slipsIn(source)).toEqual([]);
  });
});

describe('ellipsis-odd and ellipsis-substitute', () => {
  it.each([
    ['「えっ…」', 'ellipsis-odd 1:4'],
    ['待って………', 'ellipsis-odd 1:4'],
    ['……待って**…**', 'ellipsis-odd 1:8'],
    ['…\n……', 'ellipsis-odd 1:1'],
    ['「えっ・・・」', 'ellipsis-substitute 1:4'],
    ['「･･････」', 'ellipsis-substitute 1:2'],
    ['「えっ...」', 'ellipsis-substitute 1:4'],
    ['「えっ。。。」', 'ellipsis-substitute 1:4'],
    ['えっ、、、と', 'ellipsis-substitute 1:3'],
    ['「えっ‥」', 'ellipsis-substitute 1:4'],
  ])('%j', (source, told) => {
    expect(toldOf(source)).toEqual([told]);
  });

  it.each([
    '……えっ…………',
    '…**…**',
    '‥',
    'えっ‥‥',
    '強調《‥》',
    '「はい。。」',
    'マクベス・夫人・・',
    '強調《・・・》',
    '｜つよい《・・・》{強調|・・・}',
    '・・・・・・',
    '第一章・・・・・3',
    'Well... OK',
    'v1.2.3...',
    'As she said… “Well…”',
    '`…`',
    '[例](a…b.md)',
    '<span title="…">例</span>',
    '<!-- … -->',
  ])('not %j', (source) => {
    expect(slipsIn(source)).toEqual([]);
  });
});

describe('dash-odd and dash-substitute', () => {
  it.each([
    ['彼は―笑った', 'dash-odd 1:3'],
    ['彼は―――笑った', 'dash-odd 1:3'],
    ['彼は—笑った', 'dash-odd 1:3'],
    ['サ―バ――', 'dash-odd 1:2'],
    ['ーーそうか', 'dash-substitute 1:1'],
    ['「ーーーそうか」', 'dash-substitute 1:2'],
    ['　ーーそうか', 'dash-substitute 1:2'],
  ])('%j', (source, told) => {
    expect(toldOf(source)).toEqual([told]);
  });

  it.each([
    '――笑った――――',
    '―――――',
    '一九一〇―一九二〇年、10―20頁',
    'A—B案',
    '東京―大阪間の列車',
    '成田―羽田',
    '―・―・　・―',
    'すごーーい',
    'ーーーーーー',
    '├─┬─',
    'It was—as ever—dark.',
  ])('not %j', (source) => {
    expect(slipsIn(source)).toEqual([]);
  });
});

describe('stop-before-bracket', () => {
  it.each([
    ['「そうです。」', '1:6'],
    ['『そうです。』', '1:6'],
    ['　「そうです。」　', '1:7'],
    ['彼は頷いた。\n「そうです。」', '2:6'],
    ['「はい」「そうです。」', '1:10'],
    ['「『君の名は。』を観た。」', '1:12'],
    ['「**そうです。**」', '1:8'],
  ])('%j', (source, place) => {
    expect(toldOf(source)).toEqual([`stop-before-bracket ${place}`]);
  });

  it.each([
    '「そうです」',
    '（そうです。）',
    '「そうです」。',
    '句点は「。」です',
    '「そうです。\n」',
    '『君の名は。』を観た',
    '「モーニング娘。」のファン',
    '「（笑）。」と書いた札',
    '札に「そうです。」',
    '『君の名は。』『天気の子』を観た',
    '「『君の名は。』を観た」',
    '> 「そうです。」',
    '- 『君の名は。』',
    '# 『君の名は。』',
  ])('not %j', (source) => {
    expect(slipsIn(source)).toEqual([]);
  });
});

describe('corner-bracket-unpaired', () => {
  it.each([
    ['「おはよう', '1:1'],
    ['「おはよう\n「ええ」', '1:1'],
    ['「おはよう\n\n「ええ」', '1:1'],
    ['「彼は『はい」と言った」', '1:4'],
    ['おはよう」', '1:5'],
    ['「一つ。\n\n「二つ。\n\n三つ', '3:1'],
    ['「おはよう。\nと言った。\n「ええ」', '1:1'],
    ['彼は「おはよう。\n「ええ」', '1:3'],
  ])('%j', (source, place) => {
    expect(toldOf(source)).toContain(`corner-bracket-unpaired ${place}`);
  });

  it.each([
    '「おはよう」',
    '「「はい！」」',
    '「一つ。\n二つ」',
    '「一つ。\n\n二つ」',
    '「彼は『はい』と言った」',
    '「一つ。\n\n「二つ。\n\n「三つ」',
    '　『一つ。\n　『二つ』',
    '「一つ。\n\n「二つ。\n\n三つ」',
    '（」・ω・）」うー',
    '`「`',
  ])('not %j', (source) => {
    expect(slipsIn(source)).toEqual([]);
  });
});

describe('half-width-punctuation', () => {
  it.each([
    ['えっ!\n\n「ええ！」', '1:3'],
    ['漢字?\n\n「ええ！」', '1:3'],
    ['そうか｡', '1:4'],
  ])('%j', (source, place) => {
    expect(toldOf(source)).toEqual([`half-width-punctuation ${place}`]);
  });

  it.each([
    'えっ!',
    '『けいおん!』を観た！',
    'えっ!?、ええ！',
    'Yahoo!か、ええ！',
    '｢ｱﾘｶﾞﾄ｡｣',
    '`あ!` ！',
  ])('not %j', (source) => {
    expect(slipsIn(source)).toEqual([]);
  });
});

describe('definition-unused', () => {
  it.each([
    ['[名前]: 台詞', '1:1'],
    ['本文\n\n[Name]: Hello', '3:1'],
    ['[名前]と言う。\n\n[名前]: 台詞', '3:1'],
    ['> [名前]: 台詞', '1:3'],
    ['[^1]: 注', '1:1'],
  ])('%j', (source, place) => {
    expect(toldOf(source)).toEqual([`definition-unused ${place}`]);
    expect(toldOf(source, 'en')).toEqual([`definition-unused ${place}`]);
  });

  it.each([
    '\\[名前]: 台詞',
    '[名前]: 台詞 が続く',
    '[例][a]\n\n[a]: https://example.org',
    '[例][Ａ]\n\n[ａ]: 第2話.md',
    '![例][a]\n\n[a]: 絵.png',
    '[//]: # (後で直す)',
    '本文[^1]\n\n[^1]: 注',
    '`[名前]: 台詞`',
  ])('not %j', (source) => {
    expect(slipsIn(source)).toEqual([]);
  });
});

describe('reading-broken', () => {
  it.each([
    ['灯台守《とうだい\nもり》', '1:4', 'とうだいもり'],
    ['｜ＡＢＣ《えー\n　びー》', '1:5', 'えーびー'],
    ['> 漢字《かん\n> じ》', '1:5', 'かんじ'],
  ])('%j', (source, place, reading) => {
    expect(slipsIn(source)).toMatchObject([{ code: 'reading-broken', values: { reading } }]);
    expect(toldOf(source)).toEqual([`reading-broken ${place}`]);
  });

  it.each([
    '漢字《かんじ》\n漢字《かんじ》',
    '彼は《あの\nひと》を',
    '漢字｜《かん\nじ》',
    '本《一つ\n二つ》',
  ])('not %j', (source) => {
    expect(slipsIn(source)).toEqual([]);
  });
});

describe('bar-unread', () => {
  it.each([
    ['｜漢字（かんじ）', '1:1'],
    ['彼は|漢字(かんじ)を', '1:3'],
    ['彼は｜ABC(えーびーしー)を', '1:3'],
    ['彼は｜灯台守を見た。', '1:3'],
    ['｜灯台守、', '1:1'],
  ])('%j', (source, place) => {
    expect(toldOf(source)).toEqual([`bar-unread ${place}`]);
  });

  it.each([
    '｜漢字《かんじ》（かんじ）',
    '彼は｜灯台守の娘《むすめ》を見た。',
    '\\｜灯台守を見た。',
    '第一話｜霧の夜',
    '前の話 ｜ 目次、次の話',
    '前｜目次、または次｜次',
    '壁｜ω・）チラッ。',
    '｜彡サッ。',
    '|漢字|かんじ|',
    '|漢字(かんじ)|意味|',
    'a|b(c)、',
    '| 語 |\n| -- |\n| 漢字（かんじ） |',
    '漢字（かんじ）',
    '`｜漢字（かんじ）`',
    '┃｜灯｜┃。',
  ])('not %j', (source) => {
    expect(slipsIn(source)).toEqual([]);
  });

  it('is for Japanese texts', () => {
    expect(slipsIn('｜漢字（かんじ）', 'en')).toEqual([]);
  });
});

describe('footnote-missing', () => {
  it.each([
    ['霧笛[^10]が', '1:3'],
    ['霧笛[^1]が[^注]\n\n[^1]: 注', '1:8'],
    ['> 霧笛[^10]が', '1:5'],
  ])('%j', (source, place) => {
    expect(toldOf(source)).toEqual([`footnote-missing ${place}`]);
  });

  it.each(['霧笛[^1]が\n\n[^1]: 注', '\\[^10]', '[\\^10]', '`[^10]`', '[^ あ]', '[^]'])(
    'not %j',
    (source) => {
      expect(slipsIn(source)).toEqual([]);
    },
  );
});

describe('image-unread and link-unread', () => {
  it.each([
    ['！[港](a.jpg)', '![港](a.jpg)'],
    ['　！[港](a.jpg)', '![港](a.jpg)'],
    ['! [港](a.jpg)', '![港](a.jpg)'],
    ['![港]（a.jpg）', '![港](a.jpg)'],
    ['！［港］（images/a.jpg）', '![港](images/a.jpg)'],
    ['![港](a.jpg “題”)', '![港](a.jpg "題")'],
    ['![港](a.jpg 「題」)', '![港](a.jpg "題")'],
    ['![港]（a.jpg "題"）', '![港](a.jpg "題")'],
    ['![[a.jpg]]', '![…](a.jpg)'],
    ['![[a.jpg|港]]', '![港](a.jpg)'],
    ['![港](./ a.jpg)', '![港](./a.jpg)'],
    ['![港](my photo.jpg)', '![港](<my photo.jpg>)'],
    ['![港] (a.jpg)', '![港](a.jpg)'],
  ])('%j is to be %j', (source, better) => {
    expect(slipsIn(source)).toMatchObject([{ code: 'image-unread', values: { better } }]);
  });

  it.each([
    ['[次]（./02.md）', '[次](./02.md)'],
    ['［次］（../夜/02.md#a）', '[次](../夜/02.md#a)'],
    ['[次](./ 02.md)', '[次](./02.md)'],
    ['[次] (02.md)', '[次](02.md)'],
  ])('%j is to be %j', (source, better) => {
    expect(slipsIn(source)).toMatchObject([{ code: 'link-unread', values: { better } }]);
  });

  it.each([
    '![港](a.jpg)',
    '![港](<my photo.jpg> "題")',
    '[次](./02.md)',
    '見よ！[地図](map.png)',
    '！[次](./02.md)',
    '［注］（後述する）',
    '[注]（三四郎.の）',
    '[次]（https://example.org/）',
    '\\![港]（a.jpg）',
    '\\[次]（./02.md）',
    '`![港]（a.jpg）`',
    '<div>\n![港](a.jpg) [次](./02.md)\n</div>',
  ])('not %j', (source) => {
    expect(slipsIn(source)).toEqual([]);
  });

  it('stand where they begin', () => {
    expect(toldOf('一\n\n　見よ![港]（a.jpg）')).toEqual(['image-unread 3:4']);
    expect(toldOf('> ！[港](a.jpg)')).toEqual(['image-unread 1:3']);
  });
});

describe('captions', () => {
  it.each([
    ['![港](a.jpg "霧…")', 'ellipsis-odd 1:14'],
    ["一\n\n![港](a.jpg '霧《きり')", 'angle-bracket-unpaired 3:14'],
    ['![「…」](a.jpg (霧…))', 'ellipsis-odd 1:16'],
    ['![港](a.jpg "\\"あ\\"…")', 'ellipsis-odd 1:18'],
    ['![港](a.jpg "&quot;…")', 'ellipsis-odd 1:19'],
  ])('%j', (source, told) => {
    expect(toldOf(source)).toEqual([told]);
  });

  it.each(['![港](a.jpg "霧《きり》……")', '![港](a.jpg "\\《霧")', '![…](a.jpg)'])(
    'not %j',
    (source) => {
      expect(slipsIn(source)).toEqual([]);
    },
  );
});

describe('image-alt-missing', () => {
  it.each([
    ['![](a.png)', '1:1'],
    ['絵![ ](a.png)', '1:2'],
    ['![][a]\n\n[a]: a.png', '1:1'],
    ['<img src="a.png">', '1:1'],
    ['<div>\n<p><img src="a.png" title="alt"></p>\n</div>', '2:4'],
    ['> <p>\n> <IMG src="a.png"></p>', '2:3'],
  ])('%j', (source, place) => {
    expect(toldOf(source)).toEqual([`image-alt-missing ${place}`]);
  });

  it.each([
    '![絵](a.png)',
    '<img src="a.png" alt="">',
    '<img alt src="a.png">',
    "<img src='a.png'\nalt='絵'>",
    '<!-- <img src="a.png"> -->',
    '`![](a.png)`',
  ])('not %j', (source) => {
    expect(slipsIn(source)).toEqual([]);
  });
});

describe('places', () => {
  it.each([
    ['\\*\\*あ…', '1:6'],
    ['&amp;あ…', '1:7'],
    ['あ&hellip;', '1:2'],
    ['&#x20B9F;…', '1:10'],
    ['𠮟る…', '1:4'],
    ['👩‍👩‍👧あ…', '1:10'],
    ['# 見出し…', '1:6'],
    ['> 一\n> 二…', '2:4'],
    ['> > 一\n> > 二\\*…', '2:8'],
    ['- 一\n\n  二…', '3:4'],
    ['1. 一\n   二…', '2:5'],
    ['| あ |\n| -- |\n| \\|い… |', '3:6'],
    ['一\r\n二…', '2:2'],
    ['一  \r\n二…', '2:2'],
    ['一\r\n\r\n> 二\r\n> 三…', '4:4'],
    ['*一*[二](a.md)三…', '1:14'],
    ['本文[^1]\n\n[^1]: 注…', '3:8'],
    ['https://example.org/。あ…', '1:23'],
    ['`a`と<b>い</b>う…', '1:14'],
    ['<p>い<br>\nう…</p>', '2:2'],
    ['> <p>い\n> う…</p>', '2:4'],
    ['<System>い…', '1:10'],
    ['　　　　い…', '1:6'],
    ['    い…', '1:6'],
    ['\uFEFFい…', '1:2'],
  ])('%j', (source, place) => {
    expect(toldOf(source)).toEqual([`ellipsis-odd ${place}`]);
  });

  it('come in the order of the source', () => {
    const source = '漢字《か\n\n[a]: あ\n\n「えっ…。」\n\n![](a.png)\n\n> 彼―は';
    const slips = slipsIn(source);
    expect(slips.map(({ line }) => line)).toEqual([1, 3, 5, 5, 7, 9]);
  });
});

describe('texts that are not Japanese', () => {
  it('have no slips of Japanese punctuation', () => {
    expect(slipsIn('“Well…” — 「そう。」 ・・・ ｡', 'en')).toEqual([]);
  });
});

describe('inspectInline', () => {
  it.each([
    ['第一話…霧', 'ellipsis-odd 1:4'],
    ['霧《きりの夜', 'angle-bracket-unpaired 1:2'],
    ['\\《霧…', 'ellipsis-odd 1:4'],
  ])('%j', (source, told) => {
    expect(inspectInline(source, 'ja').map(placed)).toEqual([told]);
  });

  it('knows no Markdown', () => {
    expect(inspectInline('`…`[名前]: 台詞 ![](a.png)', 'ja').map(placed)).toEqual([
      'ellipsis-odd 1:2',
    ]);
    expect(inspectInline('霧《きり》の夜\\《', 'ja')).toEqual([]);
  });
});
