const {episodes,extra,manuscript,series,later}=await import('../../../tests/support/manuscript.ts');
const {assembleSite}=await import('../../../src/story/site.ts');
const {seriesNavigation}=await import('../../../src/story/navigation.ts');
function mk(n,mode){ if(mode==='eps') return episodes(n); const e=episodes(n/2); return [...e,...Array.from({length:n/2},(_,i)=>extra(mode==='early'?1+i%10:mode==='spread'?1+i:n/2,'x'+i))];}
for (const mode of ['eps','end','early','spread']) for (const n of [2000,4000,8000]) {
 const c=manuscript({series:[series({status:'complete'})],episodes:mk(n,mode)});
 let best=1e9,bn=1e9; for(let i=0;i<7;i++){const t=performance.now();const s=assembleSite(c,{now:later,show:'published'}).series[0];const t2=performance.now();for(const p of s.readingOrder) seriesNavigation(s,p);best=Math.min(best,t2-t);bn=Math.min(bn,performance.now()-t2)}
 console.log(mode,n,best.toFixed(1),bn.toFixed(1));
}
