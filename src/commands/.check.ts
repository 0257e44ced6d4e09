import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parsePattern } from '#domain/offer/pattern.ts';
const base='/work/main/content/';
for (const dir of ['warning-signs','reassuring-signs','offer']) for (const f of readdirSync(base+dir)) {
  let d; try { d = parse(readFileSync(base+dir+'/'+f,'utf8')); } catch(e) { console.log(f, e.message.split('\n')[0]); continue; }
  const walk=(x: any,path: string)=>{ if (typeof x==='string') { if (/cues|unless|lists|facts/.test(path)) try { for (const y of x.replace(/^\? /,'').split(' & ')) parsePattern(y); } catch(e: any) { console.log(f, path, e.message); } } else if (x && typeof x==='object') for (const k in x) walk(x[k], path+'/'+k); else if (x!=null && /lists|facts|cues/.test(path)) console.log(f,path,'not string',x)};
  walk(d,'');
}
