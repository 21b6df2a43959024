import type { Adopted } from '../../app/setup/init.ts';
import { init } from '../../app/setup/init.ts';
import type { Ports } from '../../app/ports.ts';
import type { InitAnswer } from '../../core/schemas/types.ts';
import { initText, templatesText } from '../../present/setup/init.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { isSet, textOption } from '../options.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  if (isSet(input, 'list')) return list(ports, screen);
  const request = { template: textOption(input, 'template'), from: textOption(input, 'from'), start: textOption(input, 'start'), folder: textOption(input, 'folder'), hook: isSet(input, 'hook'), mergeDriver: isSet(input, 'mergeDriver') };
  const answer = await init(ports, request);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const data = dataOf(answer.value);
  return { exit: data.by_hand === null ? 0 : 1, text: initText(answer.value), data };
}

async function list({ adoption }: Ports, screen: Screen): Promise<Reply> {
  const templates = await adoption.templates();
  const data: InitAnswer = { folder: null, made: [], changed: [], kept: [], by_hand: null, templates: [...templates] };
  return { exit: 0, text: templatesText(templates, screen), data };
}

function dataOf({ folder, made, kept, pages, hook, mergeDriver }: Adopted): InitAnswer {
  const attributes = mergeDriver === null ? [] : [{ path: '.gitattributes', change: mergeDriver }];
  const touched = [...pages, ...(hook === null || hook.by === 'hand' ? [] : [hook]), ...attributes];
  const by = (...changes: readonly string[]): string[] => touched.filter(({ change }) => changes.includes(change)).map(({ path }) => path);
  return {
    folder,
    made: [...made, ...by('made')],
    changed: by('added', 'updated'),
    kept: [...kept, ...by('unchanged', 'link')],
    by_hand: hook?.by === 'hand' ? { path: hook.path, reason: hook.reason, lines: hook.lines } : null,
    templates: [],
  };
}
