/** What an agent says of its input and its answer. */
import type { Agent } from '../model.ts';
import { inputFlags } from './inputs/input-flags.ts';
import type { InputFlag } from './inputs/input-flags.ts';
import { readSchema } from './inputs/schema.ts';
import type { Schema, SchemaFault } from './inputs/schema.ts';

export interface AgentFault extends SchemaFault {
  readonly field: 'inputs' | 'output';
}

export interface AgentSchemas {
  readonly flags: readonly InputFlag[];
  /** null: it may answer as it likes. */
  readonly output: Schema | null;
  readonly faults: readonly AgentFault[];
}

export function readAgentSchemas({ more }: Agent): AgentSchemas {
  const inputs = more['inputs'] === undefined ? null : readSchema(more['inputs']);
  const output = more['output'] === undefined ? null : readSchema(more['output']);
  const flags = inputs !== null && 'schema' in inputs ? inputFlags(inputs.schema) : inputs;
  return {
    flags: flags !== null && 'flags' in flags ? flags.flags : [],
    output: output !== null && 'schema' in output ? output.schema : null,
    faults: [...faultsOf('inputs', flags), ...faultsOf('output', output)],
  };
}

function faultsOf(field: AgentFault['field'], reading: object | null): readonly AgentFault[] {
  return reading !== null && 'faults' in reading ? (reading.faults as readonly SchemaFault[]).map((fault) => ({ ...fault, field })) : [];
}
