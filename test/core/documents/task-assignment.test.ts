import { expect, test } from 'vitest';
import { assignedValue, parseAssignment } from '../../../src/core/documents/task-assignment.ts';
import { makeTask } from '../../support/records.ts';

const TASK = makeTask({ id: 'WEB-1', dependencies: [{ id: 'API-1', label: 'a key' }, { id: 'API-2', label: null }], files: ['src/**'] });

test.each([
  ['dependencies+=API-2', [{ id: 'API-1', label: 'a key' }, 'API-2']],
  ['dependencies+=API-1,API-3', [{ id: 'API-1', label: 'a key' }, 'API-2', 'API-3']],
  ['files+=[src/**, test/**]', ['src/**', 'test/**']],
  ['files=src/**', ['src/**']],
])('%s lists nothing twice', (text, value) => {
  const parsed = parseAssignment(text);
  expect(parsed.ok && assignedValue(parsed.value, TASK)).toEqual(value);
});
