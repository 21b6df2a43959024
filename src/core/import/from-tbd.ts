/** tbd: a Markdown file an issue (`issues/is-<26 characters>.md`), with the short names people use in `mappings/ids.yml`. */
import { readFrontMatter } from '../documents/front-matter.ts';
import { readYaml } from '../documents/read-yaml.ts';
import { isRecord } from '../documents/with-value.ts';
import { groupBy } from '../group-by.ts';
import { draftTask } from './draft.ts';
import type { DraftTask, LeftOut, Origin, Reader, SourceText } from './draft.ts';
import { foreignDraft, unreadableSource } from './foreign-draft.ts';
import { checkedStatus, itemsOf, joinedNotes, textOf, textsOf } from './foreign-values.ts';
import { priorityMeant } from './foreign-words.ts';
import { partedFile } from './parted-file.ts';
import { underParents } from './under-parents.ts';

const ISSUE_FILE = /(?:^|\/)is-[0-9a-z]{26}\.md$/;

export const readTbd: Reader = (sources) => {
  const shortNames = namesIn(sources);
  const tasks: DraftTask[] = [];
  const leftOut: LeftOut[] = [];
  const parents = new Map<string, string>();
  /** An issue names what it blocks, not what blocks it. */
  const blocks: { readonly blocked: string; readonly by: string }[] = [];
  for (const source of sources.filter(({ name }) => ISSUE_FILE.test(name))) {
    const { head, body } = partedFile(source.text);
    const { value } = readFrontMatter(head, source.name);
    if (!isRecord(value) || textOf(value['id']) === null) return unreadableSource(source, 'its front matter names no id');
    const key = textOf(value['id']) ?? '';
    for (const { type, target } of itemsOf(value['dependencies'])) {
      const blocked = textOf(target);
      if (blocked !== null && (type === undefined || type === 'blocks')) blocks.push({ blocked, by: key });
    }
    const parent = textOf(value['parent_id']);
    if (parent !== null) parents.set(key, parent);
    tasks.push(taskOf(value, body, key, shortNames.get(key) ?? key, { file: source.name, line: 1 }, leftOut));
  }
  const blockers = groupBy(blocks, ({ blocked }) => blocked, ({ by }) => by);
  const waiting = tasks.map((task) => ({ ...task, dependencies: (blockers.get(task.key) ?? []).map((on) => ({ on, label: null })) }));
  return foreignDraft(underParents(waiting, parents), leftOut);
};

function taskOf(value: Readonly<Record<string, unknown>>, body: string, key: string, id: string, origin: Origin, leftOut: LeftOut[]): DraftTask {
  const { status, told } = checkedStatus(value['status'], origin);
  leftOut.push(...told);
  const [description = '', notes = ''] = body.split(/^## Notes$/m);
  return draftTask({
    key,
    id,
    title: textOf(value['title']) ?? '',
    origin,
    sureness: 'sure',
    kind: value['kind'] === 'epic' ? 'milestone' : 'task',
    status,
    priority: priorityMeant(value['priority']),
    agent: textOf(value['assignee']),
    deadline: textOf(value['due_date']),
    completed: textOf(value['closed_at']),
    notes: joinedNotes(['', textOf(description.trim())], ['Notes', textOf(notes.trim())], ['Labels', textsOf(value['labels']).join(', ') || null]),
  });
}

/** Internal ids to what people type: the prefix of `config.yml`, and the short name. */
function namesIn(sources: readonly SourceText[]): ReadonlyMap<string, string> {
  const valueOf = (ending: string): unknown => {
    const source = sources.find(({ name }) => name.endsWith(ending));
    return source === undefined ? null : readYaml(source.text, source.name).value;
  };
  const config = valueOf('config.yml');
  const display = isRecord(config) ? config['display'] : null;
  const prefix = isRecord(display) ? textOf(display['id_prefix']) : null;
  const names = valueOf('ids.yml');
  if (!isRecord(names)) return new Map();
  return new Map(Object.entries(names).map(([short, ulid]) => [`is-${textOf(ulid) ?? ''}`, prefix === null ? short : `${prefix}-${short}`]));
}
