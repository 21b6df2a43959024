/** When people come together: in a list of its own, or in a line of a phase. */
import { at } from './context.ts';
import type { Context } from './context.ts';
import type { Findings } from './findings.ts';
import { labelledPart } from './labels.ts';
import type { List } from './outline.ts';

const DAILY = /^(?:daily|every day|täglich|diario|diariamente|cada día|quotidien|ogni giorno|diário|毎日|每日|每天|ежедневно|매일)/iu;
const WEEKLY = /^(?:weekly|every week|wöchentlich|semanal|hebdomadaire|settimanale|毎週|每周|еженедельно|매주)/iu;
const BLOCKER = /^(?:on )?(?:blockers?|blocker|blockaden?|bloqueos?|blocages?|ブロッカー|阻塞|блокер)/iu;
const DAYS: readonly (readonly [string, RegExp])[] = [
  ['mon', /\bmon|montag|lunes|lundi|luned|segunda|月曜|周一|星期一|понедельник/iu],
  ['tue', /\btue|dienstag|martes|mardi|marted|terça|火曜|周二|星期二|вторник/iu],
  ['wed', /\bwed|mittwoch|miércoles|mercredi|mercoled|quarta|水曜|周三|星期三|сред/iu],
  ['thu', /\bthu|donnerstag|jueves|jeudi|gioved|quinta|木曜|周四|星期四|четверг/iu],
  ['fri', /\bfri|freitag|viernes|vendredi|venerd|sexta|金曜|周五|星期五|пятниц/iu],
  ['sat', /\bsat|samstag|sábado|samedi|sabato|土曜|周六|星期六|суббот/iu],
  ['sun', /\bsun|sonntag|domingo|dimanche|domenica|日曜|周日|星期日|воскресень/iu],
];

/** "Daily: 9 AM - Quick status check" as the field `when` of a sync point takes it. */
export function readSyncPoint(text: string): { readonly when: string; readonly about: string | null } | null {
  const part = labelledPart(text);
  if (part === null) return null;
  const about = part.value.split(/\s+[-–—]\s+/u).slice(1).join(' - ').trim() || null;
  const time = timeIn(part.value);
  if (BLOCKER.test(part.label)) return { when: 'on blocker', about: part.value };
  if (time === null) return null;
  if (DAILY.test(part.label)) return { when: `daily ${time}`, about };
  const day = DAYS.find(([, form]) => form.test(text))?.[0];
  return WEEKLY.test(part.label) && day !== undefined ? { when: `weekly ${day} ${time}`, about } : null;
}

function timeIn(text: string): string | null {
  const found = /(\d{1,2})(?:[:：h.](\d{2}))?\s*(am|pm|uhr|時|点)?/iu.exec(text);
  if (found === null || (found[2] === undefined && found[3] === undefined)) return null;
  const half = (found[3] ?? '').toLowerCase();
  const hour = Number(found[1]) % (half === 'am' || half === 'pm' ? 12 : 24);
  return Number(found[1]) > 24 ? null : `${String(hour + (half === 'pm' ? 12 : 0)).padStart(2, '0')}:${found[2] ?? '00'}`;
}

/** "Sync: at noon" in a phase. */
export function noteSync(label: string, text: string, outer: Context, found: Findings): void {
  const phase = found.phase(outer.phase);
  if (phase === null || !/^sync|^abstimmung|^sincron|^同期|^同步|^синхрон/iu.test(label)) return;
  const rest = text.slice(text.indexOf(label) + label.length).replace(/^[\s:：]+/u, '');
  if (rest !== '') phase.sync ??= rest;
}

/** false: it is no list of such. */
export function takeSyncPoints(list: List, above: string, context: Context, found: Findings): boolean {
  if (!/sync|abstimmung|sincron|meeting|besprechung|reuni|同期|会議|同步|会议|синхрон|встреч/iu.test(above)) return false;
  const points = list.items.map(({ inline, line }) => ({ point: readSyncPoint(inline.text), line }));
  if (points.every(({ point }) => point === null)) return false;
  points.forEach(({ point, line }, index) => {
    if (point === null) found.leave(list.items[index]?.inline.text ?? '', 'no-task', at(context, line));
    else found.syncPoints.push({ ...point, origin: at(context, line), sureness: 'likely' });
  });
  return true;
}
