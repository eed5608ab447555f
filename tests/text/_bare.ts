import { parseMarkdown, toHtml } from '#src/text/markdown.ts';
import remarkBreaks from 'remark-breaks';
import remarkCjkFriendly from 'remark-cjk-friendly';
import s from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
const p = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly).use(s).use(remarkBreaks).use(remarkRehype,{allowDangerousHtml:true});
const o = { language: 'ja', breaks: true, resolveLink: (href: string) => ({ kind: 'link', href } as const), resolveImage: (src: string) => ({ src, width: 1, height: 2 }) };
for (const unit of ['[','\\','\\{','{a|b}','あ\n','漢\n\n','漢\n\n\n\n','*漢*《か》','[漢](u)《か》','<b>','<i>漢</i>《か》','# a\n','*\n\n','　\n\n','a@b.c ','|a|\n|-|\n|b|\n']) {
  const s = unit.repeat(Math.ceil(50_000/Buffer.byteLength(unit)));
  let t = performance.now(); const m = p.parse(s); const parse=performance.now()-t;
  t = performance.now(); try{p.runSync(m)}catch(e){}; const run=performance.now()-t;
  t = performance.now(); toHtml(parseMarkdown(s,o)); const ours=performance.now()-t;
  console.log(JSON.stringify(unit).padEnd(20), 'bare parse',parse.toFixed(0),'run', run.toFixed(0),'ours', ours.toFixed(0));
}
