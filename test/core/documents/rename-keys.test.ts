import { describe, expect, it } from 'vitest';
import { renameOldKeys } from '../../../src/core/documents/rename-keys.ts';

describe('renameOldKeys', () => {
  it.each([
    ['a plain key', 'agent_metrics:\n  speed: { target: 90% }\n', 'targets:\n  speed: { target: 90% }\n', 1],
    ['quoted keys', "'severity_levels':\n  \"P1_high\":\n    response_time: 1 hour\n", 'severities:\n  P1:\n    respond: 1 hour\n', 3],
    ['keys of a flow mapping', '{conflict_resolution: {api: {owner: a}}, project: x}', '{ownership: {api: {owner: a}}, project: x}', 1],
    ['comments, odd spacing and line ends', '# a\r\ndashboard_config :   # b\r\n   refresh_interval: 5\r\n', '# a\r\ndashboard :   # b\r\n   refresh_interval: 5\r\n', 1],
    ['nothing where names are of today', 'targets: {}\n', 'targets: {}\n', 0],
    ['nothing where both names stand', 'targets: {}\nagent_metrics: {}\n', 'targets: {}\nagent_metrics: {}\n', 0],
    ['nothing of the same name elsewhere', 'x-mine:\n  agent_metrics: 1\n', 'x-mine:\n  agent_metrics: 1\n', 0],
  ])('renames %s', (_, before, text, count) => {
    expect(renameOldKeys(before)).toEqual({ text, count });
  });

  it.each([
    ['broken text', 'agent_metrics: [\n'],
    ['an escaped key, whose text is not its name', '"agent\\u005fmetrics": {}\n'],
  ])('leaves %s', (_, text) => {
    expect(renameOldKeys(text)).toBeNull();
  });
});
