/** What YAML says of the workspace as a whole: areas, severities, figures to reach. */
import { isRecord } from '../../documents/with-value.ts';
import type { DraftSetting } from '../draft.ts';
import { at } from './context.ts';
import type { Context } from './context.ts';
import type { DataLines } from './data-lines.ts';
import type { Findings } from './findings.ts';

/** Where it is read: the lines, what opened above, and what has been found so far. */
export interface Reading {
  readonly lines: DataLines;
  readonly context: Context;
  readonly found: Findings;
}

export function takeAreas(areas: Readonly<Record<string, unknown>>, { lines, context, found }: Reading): boolean {
  for (const [name, area] of Object.entries(areas)) {
    if (!isRecord(area)) continue;
    const text = (key: string): string | null => (typeof area[key] === 'string' ? area[key] : null);
    const list = (key: string): readonly string[] => (Array.isArray(area[key]) ? area[key].filter((one) => typeof one === 'string') : []);
    found.areas.push({ name, owner: text('owner'), reviewers: list('reviewers'), decisionMaker: text('decision_maker'), paths: list('paths'), origin: at(context, lines.of(name)), sureness: 'sure' });
  }
  return true;
}

/** As coord.yaml holds it; null: it cannot. */
type SettingOf = (name: string, item: unknown) => Pick<DraftSetting, 'name' | 'value' | 'agents'> | null;

export function takeSettings(key: DraftSetting['key'], items: Readonly<Record<string, unknown>>, settingOf: SettingOf, { lines, context, found }: Reading): boolean {
  const taken = Object.entries(items).map(([name, item]) => {
    const origin = at(context, lines.of(name));
    const setting = settingOf(name, item);
    if (setting === null) found.leave(`${key}: ${name}`, 'no-value', origin);
    else found.settings.push({ key, ...setting, origin, sureness: 'sure' });
    return setting !== null;
  });
  return taken.includes(true);
}

const textOf = (value: unknown): string | null => (typeof value === 'string' || typeof value === 'number' ? String(value) : null);

export function severityOf(key: string, item: unknown): ReturnType<SettingOf> {
  const name = /^P[0-3](?![0-9])/i.exec(key)?.[0].toUpperCase();
  if (name === undefined || !isRecord(item)) return null;
  const required = item['agents'] ?? item['agents_required'];
  const value = { description: textOf(item['description']), respond: textOf(item['respond'] ?? item['response_time']) };
  return { name, value: Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null)), agents: Array.isArray(required) ? required.flatMap((one) => textOf(one) ?? []) : [] };
}

export function targetOf(name: string, item: unknown): ReturnType<SettingOf> {
  const fields = isRecord(item) ? item : { target: item };
  const [target, measurement] = [textOf(fields['target']), textOf(fields['measurement'])];
  return target === null ? null : { name, value: { target, ...(measurement === null ? {} : { measurement }) }, agents: [] };
}
