/** How the page of a report looks: on a desk and on a telephone, by day and by night, and on paper. */
import { COLOUR } from '../text/svg.ts';
import type { ColourName } from '../text/svg.ts';

/** Each at least 4.5 to 1 against the dark paper. */
const DARK: Readonly<Record<ColourName, string>> = { text: '#e6edf3', faint: '#9aa5b1', line: '#30363d', band: '#161b22', paper: '#0d1117', work: '#6ea8f0', critical: '#e0a33e', late: '#ff7b80', sync: '#c49bf5', done: '#56c271' };

const names = Object.keys(COLOUR) as ColourName[];
const variables = (colours: Readonly<Record<ColourName, string>>): string => names.map((name) => `--${name}:${colours[name]}`).join(';');

/** Pictures say their colours themselves, so that they stand alone too; here the page's take their place. */
const PICTURES = names.map((name) => `svg [fill="${COLOUR[name]}"]{fill:var(--${name})}svg [stroke="${COLOUR[name]}"]{stroke:var(--${name})}`).join('\n');

export const STYLE = `
:root{color-scheme:light dark;${variables(COLOUR)}}
@media (prefers-color-scheme:dark){:root{${variables(DARK)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--text);font:15px/1.5 system-ui,'Segoe UI','Liberation Sans',Arial,sans-serif}
main,header,footer{max-width:1080px;margin:0 auto;padding:0 24px}
header{padding-top:40px}
h1{font-size:28px;line-height:1.2;margin:0;letter-spacing:-.01em;overflow-wrap:anywhere}
h2{font-size:18px;line-height:1.3;margin:0 0 12px}
p{margin:0}
.meta,.faint,td.faint{color:var(--faint)}
.meta{margin-top:4px;font-size:13px}
section{margin-top:40px}
.number{font-variant-numeric:tabular-nums}
.overall{display:flex;align-items:baseline;gap:12px;margin:28px 0 8px}
.overall b{font-size:40px;line-height:1;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.bar{display:flex;height:12px;border-radius:6px;overflow:hidden;background:var(--line);gap:1px}
.bar i{display:block;min-width:2px}
.bar.small{height:6px;border-radius:3px;min-width:72px;margin-top:6px}
.is-done{background:var(--done)}.is-work{background:var(--work)}.is-ready{background:var(--sync)}.is-waiting{background:var(--faint)}
.legend{display:flex;flex-wrap:wrap;gap:4px 20px;margin:10px 0 0;padding:0;list-style:none;font-size:13px;color:var(--faint)}
.legend b{color:var(--text);font-variant-numeric:tabular-nums}
.legend i{display:inline-block;width:10px;height:10px;border-radius:2px;margin-right:6px}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,240px),1fr));gap:12px}
.cards.figures{grid-template-columns:repeat(auto-fill,minmax(196px,1fr))}
.card{border:1px solid var(--line);border-radius:8px;padding:14px 16px;min-width:0;overflow-wrap:anywhere}
.card h3{font-size:15px;margin:0;display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 8px}
.card h3 span{font-weight:400;color:var(--faint);font-variant-numeric:tabular-nums;white-space:nowrap}
.card p{font-size:13px;margin-top:8px}
.card.late{border-left:4px solid var(--late)}
.figure b{display:block;font-size:22px;line-height:1.3;font-variant-numeric:tabular-nums}
.figure small{font-size:13px;color:var(--faint)}
.figure svg{display:block;margin-top:8px;width:100%;height:28px}
table{border-collapse:collapse;width:100%;font-size:14px}
th{font-weight:400;font-size:13px;color:var(--faint);text-align:left}
th,td{padding:7px 16px 7px 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
th:last-child,td:last-child{padding-right:0}
td.end,th.end{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td.id,td.name{font-weight:600}
td.id{white-space:nowrap;overflow-wrap:normal}
td.end.wraps{white-space:normal;min-width:5em}
td.who{max-width:11em;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.mark{display:inline-block;font-size:12px;line-height:1.5;padding:0 7px;border-radius:10px;border:1px solid currentColor;white-space:nowrap}
.good{color:var(--done)}.bad{color:var(--late)}.some{color:var(--critical)}.doing{color:var(--work)}
.picture{overflow-x:auto;border:1px solid var(--line);border-radius:8px;padding:8px}
.picture svg{display:block;max-width:100%;min-width:var(--least);height:auto;margin:0 auto}
.note{font-size:13px;color:var(--faint);margin-top:8px}
.none{color:var(--faint)}
header .none{margin-top:24px}
footer{margin-top:48px;padding-bottom:40px;font-size:13px;color:var(--faint)}
@media (max-width:640px){
.cards.figures{grid-template-columns:1fr 1fr}
main,header,footer{padding-left:16px;padding-right:16px}
header{padding-top:24px}
h1{font-size:24px}
section{margin-top:32px}
table,tbody{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{display:flex;flex-wrap:wrap;gap:1px 14px;padding:10px 0;border-bottom:1px solid var(--line)}
td,td.end,td.id,td.who{border:0;padding:0;min-width:0;max-width:100%;text-align:left;white-space:normal;overflow-wrap:anywhere}
tbody td:nth-child(2):not(.end){flex-basis:100%}
td:empty{display:none}
td[data-of]::before{content:attr(data-of) " ";color:var(--faint);font-weight:400}
}
@page{margin:14mm}
@media print{
:root{color-scheme:light;${variables(COLOUR)}}
body,table,.card p{font-size:11px}
th,.mark,.meta,.legend,.note,.card h3,.figure small,footer{font-size:10px}
section{margin-top:24px}
main,header,footer{max-width:none;padding:0}
h2{break-after:avoid}
.card,.picture,tr{break-inside:avoid}
.bar,.bar i,.legend i{print-color-adjust:exact}
.picture{border:0;padding:0;overflow:visible}
.picture svg{min-width:0;max-height:240mm}
}
${PICTURES}
`.trim();
