import { parseMarkdown, toHtml } from '#src/text/markdown.ts';
import { toPlainText } from '#src/text/plain-text.ts';
import { readFileSync } from 'node:fs';
const o = { language: process.argv[2] ?? 'ja', breaks: process.argv[3] !== 'nobreak', resolveLink: (href: string) => ({ kind: 'link', href } as const), resolveImage: (src: string) => ({ src, width: 1, height: 2 }) };
const t = parseMarkdown(readFileSync(0,'utf8'), o);
console.log(toHtml(t)); console.log('--'); console.log(toPlainText(t));
