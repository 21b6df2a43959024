/** What is said of a handoff on the command line, for each verb that writes one. */
import type { WordsRequest } from '../app/handoffs/handoff-words.ts';
import type { Input } from './command.ts';
import { isSet, listOption, textOption } from './options.ts';

export const HANDOFF_OPTIONS = [
  ['--note <words>', 'what the next one should know'],
  ['--completed <items...>', 'what was completed'],
  ['--ready <items...>', 'what others can build on now'],
  ['--blockers <items...>', 'what stands in the way'],
  ['--next <steps...>', 'what to do next'],
  ['--ruled-out <items...>', 'what was tried and does not work'],
  ['--artifacts <paths...>', 'files that are part of it'],
  ['--from-file <path>', 'all of this from a handoff or notes; - is standard input'],
  ['--edit', "open what would be written in git's editor first"],
] as const satisfies readonly (readonly [string, string])[];

export function handoffWords(input: Input): WordsRequest {
  const artifacts = listOption(input, 'artifacts');
  return {
    said: {
      to: textOption(input, 'to'),
      completed: listOption(input, 'completed'),
      ready: listOption(input, 'ready'),
      blockers: listOption(input, 'blockers'),
      nextSteps: listOption(input, 'next'),
      ruledOut: listOption(input, 'ruledOut'),
      artifacts: artifacts && artifacts.map((path) => ({ path, description: null })),
      notes: textOption(input, 'note'),
    },
    fromFile: textOption(input, 'fromFile'),
    edit: isSet(input, 'edit'),
  };
}
