/** A path's owner, what binds it, and who is about to change it, as lines. */
import type { Area, PathSurroundings } from '../../app/overview/show-path.ts';
import { columns, indented } from '../text/columns.ts';
import { paint } from '../text/paint.ts';
import { plain, say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { listed } from '../text/words.ts';

export function showPathLines({ path, owners, areas, decisions, tasks }: PathSurroundings, screen: Screen): readonly string[] {
  const { bold } = paint(screen);
  const rows = tasks.map(({ id, agent, status, title }) => [id, agent ?? 'anyone', status.replace('_', ' '), title]);
  const binding = decisions.map(({ status, title, place }) => [status, title, place.file]);
  const isKnown = owners.length + areas.length > 0;
  return [
    bold(plain(path === '' ? '.' : path)),
    ...(isKnown ? [] : ['Nobody owns it: in coord.yaml neither the owns of a member nor an ownership area covers it.']),
    ...(owners.length === 0 ? [] : [say`owned by ${listed(owners)}`]),
    ...areas.map(areaLine),
    ...table('decisions', columns(binding, [{}, { gives: true }, {}], screen.columns - 2)),
    ...table('open tasks that touch it', columns(rows, [{ paint: bold }, {}, {}, { gives: true }], screen.columns - 2)),
  ];
}

function areaLine({ name, owner, decisionMaker, reviewers }: Area): string {
  const facts = [owner === null ? 'nobody owns it' : say`owned by ${owner}`, decisionMaker === null ? '' : say`${decisionMaker} decides`, reviewers.length === 0 ? '' : say`${listed(reviewers)} review`];
  return `${say`area ${name}`}: ${facts.filter((fact) => fact !== '').join(', ')}`;
}

function table(title: string, text: string): string[] {
  return text === '' ? [] : [title, ...indented(text, 2).split('\n')];
}
