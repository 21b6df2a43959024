/** What a word stands for after `on`: the event that begins it. */
const SHORT: Readonly<Record<string, string>> = {
  blocker: 'blocker.raised',
  handoff: 'handoff.created',
  gate: 'gate.open',
  deadline: 'deadline.near',
  validation: 'validation.failed',
  feedback: 'feedback.due',
};

/** Of a sync point such as `on blocker` or `on task.done`, the name of the event it follows; null: it has a time of its own. */
export function followedEvent(when: string): string | null {
  const words = /^on (.+)$/.exec(when.trim())?.[1];
  return words === undefined ? null : (SHORT[words.replace(/s$/, '')] ?? words);
}
