import { parseMarkdown, toHtml } from '#src/text/markdown.ts';
const o = { language: 'ja', breaks: true, resolveLink: (href: string) => ({ kind: 'link', href } as const), resolveImage: (src: string) => ({ src, width: 1, height: 2 }) };
const u = JSON.parse(process.argv[2]!) as string;
const s = u.repeat(Math.ceil(100_000/Buffer.byteLength(u)));
for (let i=0;i<3;i++){ const t=performance.now(); const tree=parseMarkdown(s,o); const a=performance.now(); toHtml(tree); console.log(a-t, performance.now()-a);}
