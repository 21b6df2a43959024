import { keptKeys } from '../../core/dispatch/kept-keys.ts';
import type { Ports, Processes } from '../ports.ts';

/** Commands of a job, verifiers and steps alike, by the settings where the dispatcher is: a later coord finds what they left. */
export function processesFor({ processes, store }: Pick<Ports, 'processes' | 'store'>, job: string): Processes {
  return {
    async run(command, place) {
      const opened = await store.open();
      return processes.run(command, { ...place, job: { id: job, keptKeys: keptKeys(opened.ok ? opened.value.survey.config : null, command) } });
    },
  };
}
