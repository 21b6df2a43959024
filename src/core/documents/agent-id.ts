/** Ids of agents: they stand in names of branches, before a slash, so git has to take them there (git help check-ref-format). */

const REFUSED = /[\0-\x20\x7f~^:?*[\\]/;

/** null for a good id, else what is wrong with it: ends a sentence that begins "X cannot be the id of an agent: ". */
export function faultOfAgentId(id: string): string | null {
  if (id === '') return 'it is empty';
  if (REFUSED.test(id)) return 'git takes no spaces, no control characters and none of ~ ^ : ? * [ \\ in the name of a branch';
  if (id.includes('..') || id.includes('@{')) return 'git takes no .. and no @{ in the name of a branch';
  if (id.startsWith('-')) return 'a branch that begins with - would be taken for an option';
  const parts = id.split('/');
  if (parts.some((part) => part === '' || part.startsWith('.'))) return 'no part of the name of a branch may be empty or begin with a dot';
  if (parts.some((part) => part.endsWith('.lock'))) return 'it ends in .lock, which git keeps for itself';
  return null;
}
