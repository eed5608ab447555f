import { parseMarkdown, toHtml } from '#src/text/markdown.ts';
import { toPlainText } from '#src/text/plain-text.ts';
import { inlineHtml } from '#src/text/inline.ts';
const o = { language: 'ja', breaks: process.argv[2] !== 'nobreak', resolveLink: (href: string) => ({ kind: 'link', href } as const), resolveImage: (src: string) => ({ src, width: 1, height: 2 }) };
const N=200_000/3;
for (const unit of ['《','》','｜','|','{','}','*','**','_','~~','[','![','<','`','\\','\\{','\\《','{a|b}','{|','漢《か》','漢','｜漢《か》','《《漢》》','漢《《か》》','{漢字|かん|じ}','12、','1','！','！？あ','あ\n','漢\n\n','漢\n\n\n\n','*漢*《か》','**漢《か**》','[漢](u)《か》','<b>','<b>漢','<i>漢</i>《か》','> ','- ','# a\n','*\n\n','　\n\n','[^1]','a@b.c ','https://a.b/。','<x>','<x>\n\n','&#x7b;','| a ','|a|\n|-|\n|b|\n', '*a **b ','<details>','<ruby>','[a][a]\n\n[a]: b\n\n','_漢_','漢\u{E0100}','\u0301','1\u0301']) {
  const s = unit.repeat(Math.ceil(200_000/Buffer.byteLength(unit)));
  const t = performance.now();
  let note='';
  try { const tree = parseMarkdown(s,o); const h=toHtml(tree); const p=toPlainText(tree); note=`${h.length} ${p.length}`; } catch(e){ note='!! '+String(e).slice(0,80); }
  const m = performance.now()-t;
  const t2=performance.now(); inlineHtml(s,'ja'); const m2=performance.now()-t2;
  console.log(JSON.stringify(unit).padEnd(24), m.toFixed(0).padStart(6), 'ms', note, m2>100?`inline ${m2.toFixed(0)}`:'', m>1000?'  <<<<':'');
}
