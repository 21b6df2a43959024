/** coord.yaml of a workspace that an import makes, or what it adds to one that is there. */
import { editYaml } from '../documents/edit-yaml.ts';
import type { Edited } from '../documents/edit-yaml.ts';
import type { Writable } from '../documents/print-scalar.ts';
import { printText } from '../documents/print-scalar.ts';
import { printSetting } from '../documents/print-settings.ts';
import { readYaml } from '../documents/read-yaml.ts';
import { sameValue } from '../documents/same-value.ts';
import { isRecord } from '../documents/with-value.ts';

type Fields = Readonly<Record<string, Writable>>;

export interface NewWorkspace {
  readonly project: string;
  readonly timezone: string | null;
  readonly integration: string | null;
  readonly team: Fields;
  readonly settings: Fields;
}

export function printNewSettings({ project, timezone, integration, team, settings }: NewWorkspace): string {
  const head = [
    '# The settings of this workspace. All keys there are: docs/protocol.md in the package git-coord.',
    'protocol: 1',
    `project: ${printText(project)}`,
    `timezone: ${(timezone ?? 'UTC').padEnd(14)} # in which dates and times are meant, e.g. Europe/Berlin`,
    ...(integration === null ? [] : [`integration: ${printText(integration)}`]),
    'commit: true             # coord commits the records it writes, and nothing else',
    'claims: local            # claims hold on this machine',
  ];
  const blocks = Object.entries({ team, ...settings }).filter(([, value]) => Object.keys(value as object).length > 0);
  return [`${head.join('\n')}\n`, ...blocks.map(([key, value]) => printSetting(key, value))].join('\n');
}

/** New keys go to the end of the file, new entries of a mapping to the end of that; all else stays as it was, byte for byte. */
export function addSettings(text: string, added: Fields): Edited {
  const before = readYaml(text, '').value ?? {};
  if (!isRecord(before)) return { ok: false, reason: 'it is no mapping of settings' };
  const isFilled = (key: string): boolean => isRecord(before[key]) && Object.keys(before[key]).length > 0;
  const isFree = (key: string): boolean => !Object.hasOwn(before, key);
  const edits = Object.entries(added).filter(([key]) => !isFree(key)).flatMap(([key, value]) => (isFilled(key) && isRecord(value) ? Object.entries(value).map(([name, item]) => ({ pointer: [key, name], value: item })) : [{ pointer: [key], value }]));
  const edited = edits.length === 0 ? ({ ok: true, text } as const) : editYaml(text, edits);
  if (!edited.ok) return edited;
  const blocks = Object.entries(added).filter(([key]) => isFree(key)).map(([key, value]) => printSetting(key, value));
  return blocks.length === 0 ? edited : appended(edited.text, blocks, added);
}

function appended(text: string, blocks: readonly string[], added: Fields): Edited {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const ended = text === '' || text.endsWith('\n') ? text : `${text}${newline}`;
  const gap = /(?:^|\n)\r?\n$/.test(ended) ? '' : newline;
  const result = `${ended}${gap}${blocks.join('\n').replaceAll('\n', newline)}`;
  const before = readYaml(text, '').value ?? {};
  const after = readYaml(result, '').value;
  const fresh = Object.entries(added).filter(([key]) => isRecord(before) && !Object.hasOwn(before, key));
  const intended = { ...(before), ...Object.fromEntries(fresh) };
  return sameValue(after, intended) ? { ok: true, text: result } : { ok: false, reason: 'something could not be added at its end without changing what is there' };
}
