/**
 * What the templates of a set may name. All of it is a word, so it is written as it is; and a word can be no more than a
 * name, a number or a line of letters: what stands in an entity never becomes code.
 */
import { list, record, word } from '../dispatch/prompt/value.ts';
import type { PromptRecord, PromptValue } from '../dispatch/prompt/value.ts';
import type { EntityDocument, EntityField } from '../schemas/types.ts';
import { namesOf, pluralOf } from './names.ts';

export function entityValues(entity: EntityDocument, into: string): PromptRecord {
  const plural = entity.plural ?? pluralOf(entity.name);
  return record({
    into: word(into),
    entity: record({ ...names(entity.name), plural: record(names(plural)), comment: comment(entity.description), fields: list(entity.fields.map(fieldValue)) }),
  });
}

const TYPES: readonly EntityField['type'][] = ['string', 'text', 'integer', 'number', 'boolean', 'date', 'datetime', 'enum', 'reference'];

function fieldValue(field: EntityField): PromptValue {
  const { name, type, description, required, unique, values, to, min, max } = field;
  return record({
    ...names(name),
    type: word(type),
    is: record(Object.fromEntries(TYPES.map((one) => [one, yes(one === type)]))),
    comment: comment(description),
    required: yes(required === true),
    unique: yes(unique === true),
    values: list((values ?? []).map(word)),
    to: record(names(to ?? ''), typeof to === 'string'),
    min: word(min ?? null),
    max: word(max ?? null),
    default: literal(field.default ?? null),
    sample: literal(sampleOf(field)),
  });
}

function names(name: string): Readonly<Record<string, PromptValue>> {
  return Object.fromEntries(Object.entries(namesOf(name)).map(([form, text]: [string, string]) => [form, word(text)]));
}

const yes = (holds: boolean): PromptValue => word(holds ? 'true' : '');

/** `text`: as it is, for between quotes; `json`: as JSON and JavaScript write it. */
function literal(value: string | number | boolean | null): PromptValue {
  return record({ json: word(value === null ? '' : JSON.stringify(value)), text: word(value === null ? '' : String(value)) }, value !== null);
}

/** Letters, digits and harmless marks of a line: nothing that ends a comment, a text or a line anywhere. */
function comment(text: string | null | undefined): PromptValue {
  const harmless = (text ?? '').replaceAll("'", '’').replaceAll(/[^\p{L}\p{M}\p{N} .,:;()!?’%+=/_-]+/gu, ' ');
  return word(harmless.replaceAll(/ {2,}/g, ' ').trim());
}

/** What a field may hold, for tests. */
function sampleOf({ type, values, min, max }: EntityField): string | number | boolean {
  switch (type) {
    case 'string':
    case 'text':
      return 'a'.repeat(Math.max(min ?? 0, Math.min(1, max ?? 1)));
    case 'integer':
    case 'number':
      return Math.min(Math.max(1, min ?? 1), max ?? Infinity);
    case 'boolean':
      return true;
    case 'date':
      return '2025-01-31';
    case 'datetime':
      return '2025-01-31T12:00:00.000Z';
    case 'enum':
      return values?.[0] ?? '';
    case 'reference':
      return 'some-id';
  }
}
