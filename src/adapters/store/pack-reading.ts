/** Readings as they lie in the cache: what holds nothing is left out, so that ten thousand of them stay small. */
import type { Place, Task } from '../../core/model.ts';
import type { FileReading } from '../../core/documents/read-file.ts';

type PackedTask = Partial<Omit<Task, 'place'>> & { readonly at?: readonly (string | number)[] };

const EMPTY: Omit<Task, 'place'> = {
  id: '',
  title: '',
  agent: null,
  priority: 'medium',
  kind: 'task',
  status: 'todo',
  progress: null,
  dependencies: [],
  phase: null,
  group: null,
  estimate: null,
  deadline: null,
  files: [],
  actions: [],
  acceptance: [],
  verify: [],
  artifacts: [],
  started: null,
  completed: null,
  proof: null,
  notes: null,
};

export type PackedReading = Omit<FileReading, 'tasks'> & { readonly tasks?: readonly PackedTask[] };

export function packReading(reading: FileReading): PackedReading {
  return reading.tasks ? { ...reading, tasks: reading.tasks.map(packTask) } : { ...reading, tasks: [] };
}

export function unpackReading(packed: PackedReading): FileReading {
  return { ...packed, tasks: (packed.tasks ?? []).map((task) => unpackTask(task, packed.file)) };
}

function packTask({ place, ...fields }: Task): PackedTask {
  const kept = Object.entries(fields).filter(([key, value]) => !sameAsEmpty(value, EMPTY[key as keyof typeof EMPTY]));
  return { ...(Object.fromEntries(kept) as PackedTask), ...(place.pointer && place.pointer.length > 0 ? { at: place.pointer } : {}) };
}

function sameAsEmpty(value: unknown, empty: unknown): boolean {
  return value === empty || (Array.isArray(value) && Array.isArray(empty) && value.length === 0);
}

function unpackTask({ at, ...fields }: PackedTask, file: string): Task {
  const place: Place = { file, pointer: at ?? [] };
  return { ...EMPTY, ...fields, place };
}
