/** Forms of what a coord tells another that it starts: each program of its own is held to them. */
import type { JsonObject } from './runtimes/json-lines.ts';

export const text: JsonObject = { type: 'string' };
export const texts: JsonObject = { type: 'array', items: text };
export const entry = (properties: JsonObject): JsonObject => ({ type: 'object', properties, required: Object.keys(properties), additionalProperties: false });

export const GROUNDS: JsonObject = entry({
  agent: text,
  writes: texts,
  task: { type: ['object', 'null'], properties: { id: text, files: texts, artifacts: texts, file: text }, required: ['id', 'files', 'artifacts', 'file'] },
  territory: entry({ owned: { type: 'array', items: entry({ glob: text, owner: text }) }, folder: text }),
});
