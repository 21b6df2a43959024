/** What a change touches that is not for it to touch, in words. */
import type { ProblemCode, ProblemFacts } from '../../core/problem/problem.ts';
import { say } from '../text/plain.ts';
import { words } from './problem-words.ts';
import type { Describe, Words } from './problem-words.ts';
import { shellWord } from '../text/shell-word.ts';
import { listed } from '../text/words.ts';

type ScopeCode = Extract<ProblemCode, 'owned-by-another' | 'outside-scope' | 'scope-unchecked'>;

export const DESCRIBE_SCOPE: { readonly [C in ScopeCode]: Describe<C> } = {
  'owned-by-another': (facts) => ownedWords(facts),
  'outside-scope': (facts) => outsideWords(facts),
  'scope-unchecked': ({ named }) =>
    words(named === null ? 'Nobody can tell which agent made this change, so the paths it touches were not checked.' : say`The change says that it is by "${named}", who is not in the team, so the paths it touches were not checked.`, 'Say who made it: --as <agent>, a branch by the pattern of the agent, or Coord-Agent: <agent> as last line of a commit message.'),
};

function ownedWords({ path, owners, agents, tasks }: ProblemFacts['owned-by-another']): Words {
  const sentence = say`${listed(owners, 4)} ${owners.length === 1 ? 'owns' : 'own'} this, and the change is by ${listed(agents)}${tasks.length === 0 ? '' : say`, for ${listed(tasks, 4)}`}.`;
  const [task] = tasks;
  const agreed = task === undefined ? 'Or do it for a task whose files hold this path.' : say`Or, if they agree: ${addFile(task, path)}`;
  return words(sentence, say`Leave it to ${listed(owners, 4, 'or')}. ${agreed}`);
}

function outsideWords({ path, agents, tasks }: ProblemFacts['outside-scope']): Words {
  const [task] = tasks;
  const nothing = say`Nothing that ${listed(agents)} ${agents.length === 1 ? 'owns' : 'own'} holds this path`;
  if (task === undefined) return words(say`${nothing}, and no task is known that it is for.`, 'Leave it out of this change, or make it for a task whose files hold this path.');
  return words(say`${nothing}, nor do the files of ${listed(tasks, 4)}.`, say`Leave it out of this change. Or, if the task needs it: ${addFile(task, path)}`);
}

const addFile = (task: string, path: string): string => `coord task set ${task} ${shellWord(`files+=${path}`)}`;
