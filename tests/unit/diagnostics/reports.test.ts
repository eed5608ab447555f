import { describe, expect, it } from 'vitest';
import type { Finding } from '#src/diagnostics/finding.ts';
import { hasErrors } from '#src/diagnostics/has-errors.ts';
import { reportGithub } from '#src/diagnostics/report-github.ts';
import { reportJson } from '#src/diagnostics/report-json.ts';
import { reportText } from '#src/diagnostics/report-text.ts';
import { withoutSilenced } from '#src/diagnostics/without-silenced.ts';

const unknown: Finding = {
  code: 'unknown-key',
  file: 'kiri/01.md',
  line: 3,
  column: 1,
  values: { key: 'titel', nearest: 'title' },
};
const missing: Finding = {
  code: 'date-missing',
  file: 'kiri/01.md',
  line: 1,
  column: 1,
  values: {},
};
const gap: Finding = {
  code: 'order-gap',
  file: 'a.md',
  line: 2,
  column: 8,
  values: { missing: '2' },
};
const none: Finding = { code: 'no-series', file: '.', values: {} };
const advice = (file: string, line: number, count = 1): Finding => ({
  code: 'ellipsis-odd',
  file,
  line,
  column: 4,
  values: { count },
});
/** How advice is switched off, as the text report has it. */
const silencing = `\
助言は直さなくてもかまいません。要らない種類は、site.yaml で止められます（「advice:」の行がもうあれば、その中に一行足すだけ）。すべて止めるなら「advice: false」。
advice:
  ellipsis-odd: false
`;
const unordered = [unknown, gap, none, missing];
const english = { contentPath: 'content', language: 'en' } as const;

describe('reportText', () => {
  it('is for people: what blocks comes last, each in order of file, line, column and code', () => {
    const report = reportText([...unordered, advice('z.md', 1)], {
      contentPath: 'content',
      language: 'ja',
    });
    expect(report).toBe(`\
content/z.md:1:4 助言 「…」が奇数（1 個）です。
  正しい形: 二つで一組。「……」や「…………」。
  直し方: 「…」を二つ、四つのように偶数にしてください。
  [ellipsis-odd]

${silencing}
content/a.md:2:8 注意 順番が飛んでいます。ないのは 2 です。
  正しい形: とぎれのない番号（0 や 5.5 はあってもなくてもよい）。
  直し方: 書き忘れがないか、order の数が合っているかを確かめてください。
  [order-gap]

content 誤り 作品が一つもありません。
  正しい形: 作品ごとに一つのフォルダ。中に series.yaml と 01.md などの本文。
  直し方: 作品のフォルダを作り、series.yaml と最初の本文を入れてください。
  [no-series]

content/kiri/01.md:1:1 誤り 「date」（公開の日）がありません。
  正しい形: 最初に公開する日。例: date: 2026-04-01
  直し方: date を書き足してください。まだ公開しないなら draft: true と書いてください。
  [date-missing]

content/kiri/01.md:3:1 誤り 「titel」という項目はありません。
  直し方: 「title」のことではありませんか。
  [unknown-key]

誤り 3 件、注意 1 件、助言 1 件
`);
  });

  it('counts in English, too', () => {
    expect(reportText([], english)).toBe('0 errors, 0 warnings\n');
    expect(reportText([unknown, gap], english)).toMatch(/\n1 error, 1 warning\n$/);
  });

  it('is coloured only where that is asked for', () => {
    expect(reportText(unordered, english)).not.toContain('\u001B');
    expect(reportText([unknown], { ...english, color: true })).toContain(
      '\u001B[31merror\u001B[0m',
    );
  });

  it('gives the same for findings in any order', () => {
    expect(reportText(unordered.toReversed(), english)).toBe(reportText(unordered, english));
  });
});

describe('reportText of advice', () => {
  const japanese = { contentPath: 'content', language: 'ja' } as const;

  it('gathers what a file has often, and tells how to switch it off', () => {
    const findings = [8, 7, 6, 5, 4].map((line) => advice('a.md', line, line === 5 ? 3 : 1));
    expect(reportText(findings, japanese)).toBe(`\
content/a.md:4:4 助言 「…」が奇数（1 個）です。
content/a.md:5:4 助言 「…」が奇数（3 個）です。
content/a.md:6:4 助言 「…」が奇数（1 個）です。
  ほか 2 か所
  正しい形: 二つで一組。「……」や「…………」。
  直し方: 「…」を二つ、四つのように偶数にしてください。
  [ellipsis-odd]

${silencing}
誤り 0 件、注意 0 件、助言 5 件
`);
  });

  it('says each thing to be done, where that differs', () => {
    const half = (line: number, sign: string, better: string): Finding => ({
      code: 'half-width-punctuation',
      file: 'a.md',
      line,
      column: 1,
      values: { sign, better },
    });
    const report = reportText([half(1, '!', '！'), half(2, '?', '？')], english);
    expect(report).toContain('Write “！”.');
    expect(report).toContain('Write “？”.');
  });

  it('stays readable where every file has it', () => {
    const files = Array.from({ length: 500 }, (_, i) => `${String(i).padStart(3, '0')}.md`);
    const findings = files.flatMap((file) => [1, 2, 3, 4, 5].map((line) => advice(file, line)));
    const report = reportText([...findings, gap], english);
    expect(report.split('\n').length).toBeLessThan(100);
    expect(report).toContain('content/009.md:3:4');
    expect(report).not.toContain('content/010.md');
    expect(report).toContain('and 2450 more places in 490 more files [ellipsis-odd]\n');
    expect(report).toMatch(/\n0 errors, 1 warning, 2500 advice\n$/);
  });

  it('counts a file once, however many things there are to do in it', () => {
    const signs = ['。', '「', '！'];
    const findings = Array.from({ length: 12 }, (_, i) =>
      signs.map((better): Finding => {
        const values = { sign: better.normalize('NFKC'), better };
        const file = `kiri/${String(i + 10)}.md`;
        return { code: 'half-width-punctuation', file, line: 1, column: 1, values };
      }),
    ).flat();
    const report = reportText(findings, english);
    expect(report).toContain('and 6 more places in 2 more files [half-width-punctuation]\n');
  });

  it('leaves out no error', () => {
    const findings = Array.from({ length: 100 }, (_, i) => ({ ...unknown, line: i + 1 }));
    expect(reportText(findings, english).match(/\[unknown-key\]/g)).toHaveLength(100);
  });
});

describe('reportJson', () => {
  it('has all advice', () => {
    const findings = Array.from({ length: 50 }, (_, i) => advice('a.md', i + 1));
    expect(JSON.parse(reportJson(findings, english))).toMatchObject({
      findings: findings.map(({ line }) => ({ severity: 'advice', line })),
      errors: 0,
      warnings: 0,
    });
  });

  it('is one object', () => {
    expect(JSON.parse(reportJson([unknown, none], english))).toEqual({
      findings: [
        {
          code: 'no-series',
          severity: 'error',
          file: 'content',
          line: null,
          column: null,
          message: 'There is no series at all.',
          expected: 'One folder for each series, with series.yaml and texts such as 01.md.',
          hint: 'Create a folder for your series and put series.yaml and a first text into it.',
          docs: 'docs/diagnostics.md#no-series',
        },
        {
          code: 'unknown-key',
          severity: 'error',
          file: 'content/kiri/01.md',
          line: 3,
          column: 1,
          message: 'There is no setting called “titel”.',
          expected: null,
          hint: 'Did you mean “title”?',
          docs: 'docs/diagnostics.md#unknown-key',
        },
      ],
      errors: 2,
      warnings: 0,
    });
  });
});

describe('reportGithub', () => {
  it('is a workflow command for each finding, the gravest first', () => {
    expect(reportGithub([unknown, gap], english)).toBe(
      '::error file=content/kiri/01.md,line=3,col=1,title=unknown-key::' +
        'There is no setting called “titel”.%0ADid you mean “title”?\n' +
        '::warning file=content/a.md,line=2,col=8,title=order-gap::' +
        'The order skips 2.%0A' +
        'Numbers without a gap (0 and such as 5.5 may be there or not).%0A' +
        'See whether a part is missing or an order is mistyped.\n',
    );
    expect(reportGithub([], english)).toBe('');
  });

  it('notices the first places of what a file has often', () => {
    const findings = Array.from({ length: 50 }, (_, i) => advice('a.md', i + 1));
    const lines = reportGithub(findings, english).trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^::notice file=content\/a\.md,line=1,col=4,title=ellipsis-odd::/);
    expect(lines[0]).not.toContain('more');
    expect(lines[2]).toMatch(/%0Aand 47 more places$/);
  });

  it('is bounded where every file has it', () => {
    const findings = Array.from({ length: 500 }, (_, i) => advice(`${String(i)}.md`, 1));
    const lines = reportGithub(findings, english).trimEnd().split('\n');
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe('::notice title=ellipsis-odd::and 490 more places in 490 more files');
  });

  it('escapes what would end a command or one of its properties', () => {
    const odd: Finding = { ...unknown, file: 'a:b,c%\n.md', values: { key: '100%::x' } };
    expect(reportGithub([odd], english)).toMatch(
      /^::error file=content\/a%3Ab%2Cc%25%0A\.md,line=3,col=1,title=unknown-key::There is no setting called “100%25::x”\.%0A/,
    );
  });
});

describe('all reports', () => {
  it.each(['', '.', '/srv/content/', 'content'])('show file names behind %j', (contentPath) => {
    const folder =
      { '': '', '.': '', '/srv/content/': '/srv/content/', content: 'content/' }[contentPath] ?? '';
    expect(reportText([unknown], { contentPath, language: 'en' })).toMatch(
      `${folder}kiri/01.md:3:1 error`,
    );
  });
});

describe('withoutSilenced', () => {
  it('takes out the advice that was switched off, and never an error or a warning', () => {
    const findings = [advice('a.md', 1), gap, unknown];
    expect(withoutSilenced(findings, ['ellipsis-odd', 'order-gap', 'unknown-key'])).toEqual([
      gap,
      unknown,
    ]);
    expect(withoutSilenced(findings, ['dash-odd'])).toEqual(findings);
  });
});

describe('hasErrors', () => {
  it('leaves advice aside', () => {
    expect(hasErrors([advice('a.md', 1)])).toBe(false);
  });

  it('leaves warnings aside', () => {
    expect(hasErrors([gap])).toBe(false);
    expect(hasErrors([gap, unknown])).toBe(true);
  });
});
