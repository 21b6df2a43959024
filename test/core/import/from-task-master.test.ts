import { describe, expect, test } from 'vitest';
import { readTaskMaster } from '../../../src/core/import/from-task-master.ts';
import { faults, leftOut, readWith, short } from '../../support/reading.ts';

const read = readWith(readTaskMaster, '.taskmaster/tasks/tasks.json');

const TASKS = `{
  "master": {
    "tasks": [
      {
        "id": 1,
        "title": "Set up the store",
        "description": "One table an entity.",
        "details": "Use the driver we have.",
        "testStrategy": "Run the migrations twice.",
        "status": "done",
        "dependencies": [],
        "priority": "critical"
      },
      {
        "id": 2,
        "title": "Serve the store",
        "status": "in-progress",
        "dependencies": [1],
        "priority": "medium",
        "assignee": "backend",
        "testStrategy": "- answers within a second\\n- says 404",
        "subtasks": [
          { "id": 1, "title": "Read", "status": "review", "dependencies": [] },
          { "id": 2, "title": "Write", "status": "pending", "dependencies": [1], "acceptanceCriteria": "- is kept" }
        ]
      },
      { "id": 3, "title": "Show it", "status": "deferred", "dependencies": ["2.1", 9], "priority": "low" }
    ],
    "metadata": { "created": "2025-08-01T00:00:00Z" }
  }
}`;

describe('task-master', () => {
  test('carries over states, priorities, dependencies; a task waits for its subtasks, and they for what it waits for', () => {
    const reading = read(TASKS);
    expect(short(reading)).toEqual([
      '1 task done high - -',
      '2 task in_progress medium backend 1+2.1+2.2',
      '2.1 task review - - 1',
      '2.2 task todo - - 2.1+1',
      '3 task todo low - 2.1+9',
    ]);
    expect(reading.draft.tasks[0]).toMatchObject({ notes: 'One table an entity.\n\nUse the driver we have.', acceptance: ['Run the migrations twice.'], origin: { line: 4 } });
    expect(reading.draft.tasks[1]?.acceptance).toEqual(['answers within a second', 'says 404']);
    expect(leftOut(reading)).toEqual(['27 no-value status: deferred']);
    expect(faults(reading)).toEqual([]);
  });

  test('reads files from before there were tags, and keeps tasks of several tags apart', () => {
    expect(short(read('{"tasks": [{"id": 1, "title": "One"}]}'))).toEqual(['1 task todo - - -']);
    const reading = read('{"master": {"tasks": [{"id": 1, "title": "One"}]}, "search": {"tasks": [{"id": 1, "title": "Other"}, {"id": 2, "title": "Two", "dependencies": [1]}]}}');
    expect(short(reading)).toEqual(['1 task todo - - -', 'search-1 task todo - - -', 'search-2 task todo - - search-1']);
    expect(reading.draft.groups.map(({ key }) => key)).toEqual(['search']);
  });

  test('says what is wrong, where', () => {
    expect(faults(read('{"master": {"tasks": [\n {"id": 1, "title": "One"},\n {"id": "1", "title": "Two"}]}}'))).toEqual(['duplicate-id 1 2 3']);
    expect(faults(read('{"tasks": [{"id": 1, "title": "One", "dependencies": [2]},\n{"id": 2, "title": "Two", "dependencies": [1]}]}'))).toEqual(['dependency-cycle 1>2>1 1 2']);
    expect(faults(read('no'))).toEqual(['unreadable-source it is no JSON 1']);
    expect(faults(read('{"a": 1}'))).toEqual(['unreadable-source it holds no list of tasks 1']);
  });

  test('takes odd values for what they are', () => {
    expect(short(read('{"tasks": [{"id": 7, "status": 3, "dependencies": "x", "subtasks": {}}, 5, null]}'))).toEqual(['7 task todo - - -']);
    const reading = read('{"tasks": [{"id": 1, "title": "A", "status": "done", "dependencies": [2], "metadata": {"coord": {"deadline": "soon", "files": ["../x", "src/a"], "priority": "great", "estimate": "long"}}}, {"id": 2, "title": "B"}]}');
    expect(short(reading)).toEqual(['1 task done - - -', '2 task todo - - -']);
    expect(reading.draft.tasks[0]).toMatchObject({ deadline: null, estimate: null, files: ['src/a'] });
    expect(leftOut(reading)).toEqual(['1 no-value deadline: soon', '1 no-value estimate: long', '1 no-path ../x', '1 done-before 1 -> 2']);
  });

  test('reads a long chain: 20,000 tasks, each after the one before', () => {
    const tasks = Array.from({ length: 20_000 }, (_, at) => ({ id: at + 1, title: `Task ${at + 1}`, dependencies: at === 0 ? [] : [at] }));
    expect(read(JSON.stringify({ master: { tasks } })).draft.tasks.length).toBe(20_000);
  });
});
