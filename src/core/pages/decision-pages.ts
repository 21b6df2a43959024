/** decisions/architecture-decisions.md, the log of all of them, and decisions/tech-choices.md, what holds now by area. */
import { settingsOf } from '../documents/settings.ts';
import { DECISION_STATUSES } from '../model.ts';
import type { Decision } from '../model.ts';
import { dayText } from './absolute-time.ts';
import { inline, section, table } from './markdown.ts';
import type { PageFacts } from './page-facts.ts';

export function decisionLogBlock({ workspace }: PageFacts): string {
  const { timeZone } = settingsOf(workspace.config);
  const row = ({ title, area, owner, decided, decidedBy, proposed, supersededBy, place }: Decision): string[] => {
    const at = decided ?? proposed;
    return [link(title, place.file), inline(area ?? ''), inline(owner ?? ''), at === null ? '' : dayText(at, timeZone), inline(decidedBy ?? ''), supersededBy === null ? '' : inline(supersededBy)];
  };
  return DECISION_STATUSES.map((status) => {
    const decisions = sorted(workspace.decisions.filter((decision) => decision.status === status));
    const head = ['decision', 'area', 'owner', status === 'proposed' ? 'proposed' : 'decided', 'by', 'replaced by'];
    return section(`${status.charAt(0).toUpperCase()}${status.slice(1)}`, decisions.length === 0 ? '' : table(head, decisions.map(row)));
  }).join('\n\n');
}

export function choicesBlock({ workspace }: PageFacts): string {
  const accepted = sorted(workspace.decisions.filter(({ status }) => status === 'accepted'));
  const areas = [...new Set(accepted.map(({ area }) => area ?? ''))].sort();
  if (areas.length === 0) return 'Nothing is decided yet.';
  return areas.map((area) => section(area === '' ? 'Everywhere' : inline(area), accepted.filter((decision) => (decision.area ?? '') === area).map(choice).join('\n'))).join('\n\n');
}

function choice({ title, scope, place }: Decision): string {
  return `- ${link(title, place.file)}${scope.length === 0 ? '' : `, for ${scope.map(inline).join(', ')}`}`;
}

/** From a page that stands beside it. */
function link(title: string, file: string): string {
  return `[${inline(title)}](${encodeURIComponent(file.slice(file.lastIndexOf('/') + 1)).replace(/[()]/g, escape)})`;
}

const escape = (character: string): string => `%${character.charCodeAt(0).toString(16)}`;

function sorted(decisions: readonly Decision[]): readonly Decision[] {
  return [...decisions].sort((one, other) => (one.place.file < other.place.file ? -1 : 1));
}
