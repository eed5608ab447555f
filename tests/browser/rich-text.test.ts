import sharp from 'sharp';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ServedSite } from '#tests/support/serve.ts';
import { axeViolations } from './axe.ts';
import { launchBrowser } from './launch.ts';
import { openPage, setInBoxes } from './open-page.ts';
import { overflow } from './overflow.ts';
import { phone, schemes, sizes } from './sample-pages.ts';
import { serveSite } from './sites.ts';

/** Everything that Markdown and the Japanese notation can set, some of it too wide for a phone. */
const body = `
## 見出し

本文と[リンク](https://example.com/)と\`code\`と**強調**、｜漢字《かんじ》と《《傍点》》。31日。[^1]

https://example.com/${'a'.repeat(120)}

### 小見出し

- 一
  - 二
- [x] 済み
- [ ] まだ

1. 一
2. 二

> 引用

| 品番 | 数 | 場所 | 担当 | 備考 | 確認 | 予定 |
|:--|--:|:-:|---|---|---|---|
| KV-40-0000-XX | 13 | 第二倉庫 | 宇佐美 | ${'長い備考'.repeat(6)} | 済み | 12月24日 |

\`\`\`
a line of code
\`\`\`

![海の絵](sea.png)

---

おわり。

[^1]: 注。
`;

const part = (order: number) =>
  `---\norder: ${order}\ntitle: ${'長い題名'.repeat(12)}\ndate: 2026-04-01\nforeword: |\n  ![海](sea.png "海")\n\n  字![印](sea.png)と字\n---\n${body}`;

let browser: Browser;
let site: ServedSite;

beforeAll(async () => {
  const image = { width: 2400, height: 400, channels: 3, background: '#357' } as const;
  const sea = await sharp({ create: image }).png().toBuffer();
  const told = (id: string, settings: string) => ({
    [`${id}/series.yaml`]: `title: ${'長い物語'.repeat(10)}\n${settings}`,
    [`${id}/1.md`]: part(1),
    [`${id}/2.md`]: part(2),
    [`${id}/sea.png`]: sea,
  });
  [browser, site] = await Promise.all([
    launchBrowser(),
    serveSite({
      ...told('across', 'description: |\n  物語。\nwarnings: [暴力, 流血]\n'),
      ...told('down', 'direction: vertical\nlabels: wa\n'),
      ...told('english', 'language: en\n'),
    }),
  ]);
});

afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

it.each(['across/1/', 'down/1/', 'english/1/', 'across/', ''])(
  '%s stays inside the window and is open to all',
  async (path) => {
    const context = await browser.newContext({ viewport: phone });
    const { page, complaints } = await openPage(context, site.url + path);
    await setInBoxes(page);
    for (const size of sizes) {
      await page.setViewportSize(size);
      expect((await overflow(page)).across).toBe(0);
    }
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      expect(await axeViolations(page), colorScheme).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await context.close();
  },
);
