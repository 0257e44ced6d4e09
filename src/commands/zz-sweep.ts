import { readdirSync, writeFileSync } from 'node:fs';
import { analyse, compileSigns } from '#domain/offer/offer.ts';
import { train } from './train-offer-words.ts';
import { readShelf } from './sign-book.ts';
import { readExamples, scores } from './score-offers.ts';
const dir='tests/examples/offers/work';
const files=readdirSync(dir).sort();const by=new Map(files.map(f=>[f,readExamples([`${dir}/${f}`])]));
const book=readShelf().book;const all:any[]=[];
const micro=(js:any[])=>{let tp=0,p=0,t=0;for(const {example,result} of js){const f=result.signs.map((s:any)=>s.id);p+=f.length;t+=example.signs.length;tp+=f.filter((x:string)=>example.signs.includes(x)).length}return 2*tp/(p+t)};
const line=(n:string,js:any[])=>{const s=scores(js);const h=scores(js.filter(j=>j.example.difficulty==='hard'));const no=js.filter(j=>!j.example.offer);console.log(n.padEnd(16),`n ${s.n} R ${s.recall.toFixed(3)} FA ${s.alarms.toFixed(3)} F1 ${s.f1.toFixed(3)} | hard F1 ${h.f1.toFixed(3)} FA ${h.alarms.toFixed(3)} | signs ${micro(js).toFixed(3)} | nonoffers FA ${no.filter(j=>j.risk).length}/${no.length} alto ${s.accused} called no-offer ${no.filter(j=>j.result.level==='no-es-oferta').length}, risks called no-offer ${js.filter(j=>j.example.label==='risk'&&j.result.level==='no-es-oferta').length}, alto ${js.filter(j=>j.result.level==='alto').length}`)};
import {existsSync,readFileSync} from 'node:fs';
const W=existsSync('/tmp/e/loao-w.json')&&process.argv[2]!=='fresh'?JSON.parse(readFileSync('/tmp/e/loao-w.json','utf8')):Object.fromEntries(files.map(f=>[f,train(files.filter(x=>x!==f).flatMap(x=>by.get(x)!),compileSigns(book))]));
writeFileSync('/tmp/e/loao-w.json',JSON.stringify(W));
for(const f of files){const engine=compileSigns({...book,weights:W[f]});
 const js=by.get(f)!.map(example=>{const result=analyse(example.text,engine);return{example,result,risk:result.level==='alto'||result.level==='varias-senales',author:f}});all.push(...js);line(f,js);}
line('ALL',all);
for(const s of ['agro','mining','tourism','domestic'])line(s,all.filter(j=>j.example.sector===s));
for(const s of ['es','pt','en'])line(s,all.filter(j=>j.example.lang===s));
if(process.argv[2]==='signs'){for(const id of book.signs.map(s=>s.id)){let tp=0,fp=0,fn=0;for(const {example,result} of all){const a=example.signs.includes(id),b=result.signs.some((s:any)=>s.id===id);if(a&&b)tp++;else if(b)fp++;else if(a)fn++}console.log(id.padEnd(22),(2*tp/(2*tp+fp+fn)).toFixed(2),tp,fp,fn)}}
writeFileSync('/tmp/e/loao.json',JSON.stringify(all.map(j=>({id:j.example.id,author:j.author,label:j.example.label,offer:j.example.offer,sector:j.example.sector,hard:j.example.difficulty==='hard',text:j.example.text,told:j.example.signs,level:j.result.level,rule:j.result.rule,kind:j.result.kind,tilt:j.result.tilt,found:j.result.signs,mentioned:j.result.mentioned,calm:j.result.reassuring.map((r:any)=>r.id),risk:j.risk}))));
