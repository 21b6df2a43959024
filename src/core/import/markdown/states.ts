/** How far something is and how much it matters, in words and signs. */
import type { Priority, Status } from '../../model.ts';
import type { Item } from './outline.ts';
import { normal } from './clean-text.ts';
import { holds } from './vocabulary.ts';

const words = (list: string): readonly string[] => list.split(',').map(normal).filter((word) => word !== '');

const STATES: Readonly<Record<Exclude<Status, 'todo'>, readonly string[]>> & { readonly todo: readonly string[] } = {
  cancelled: words('cancelled, canceled, dropped, wontfix, won t do, abandoned, rejected, verworfen, abgebrochen, gestrichen, cancelado, cancelada, descartado, annulé, abandonné, annullato, 中止, キャンセル, 取消, 已取消, 放弃, отменено, 취소'),
  review: words('review, in review, in code review, under review, testing, in testing, qa, pr open, awaiting review, in prüfung, zur prüfung, im review, en revisión, revisión, en revue, in revisione, em revisão, レビュー中, 確認中, 审核中, 评审中, 待审核, на проверке, 검토 중'),
  in_progress: words('in progress, doing, started, wip, ongoing, active, current, underway, in work, working, in arbeit, begonnen, läuft, angefangen, en curso, en progreso, en proceso, iniciado, en cours, commencé, in corso, em andamento, em progresso, 進行中, 作業中, 対応中, 着手, 进行中, 開発中, 开发中, 处理中, в работе, в процессе, выполняется, 진행 중, 진행중, bezig'),
  done: words('done, completed, complete, finished, closed, merged, resolved, shipped, released, fertig, erledigt, abgeschlossen, beendet, hecho, hecha, completado, completada, terminado, terminada, finalizado, cerrado, terminé, terminée, fait, fini, achevé, completato, fatto, finito, concluído, concluída, feito, 完了, 完成, 済, 済み, 已完成, 完毕, 結束, готово, выполнено, завершено, сделано, 완료, klaar, gotowe'),
  todo: words('todo, to do, open, pending, planned, not started, backlog, new, waiting, ready, blocked, queued, offen, geplant, ausstehend, neu, nicht begonnen, blockiert, pendiente, por hacer, abierto, planificado, bloqueado, à faire, ouvert, prévu, en attente, da fare, aperto, a fazer, aberto, pendente, 未着手, 未開始, 予定, 待機, 未完了, 未完成, 待办, 待开始, 未开始, 计划中, 待处理, не начато, открыто, запланировано, ожидает, 대기, 예정, 미착수'),
};

/** What is not done yet says so with the word for done in it, so that comes last. */
const IN_TURN = ['todo', 'cancelled', 'review', 'in_progress', 'done'] as const;

const SIGNS: readonly (readonly [RegExp, Status])[] = [
  [/[✅✔☑🟢]|âœ…|‚úÖ/u, 'done'],
  [/[🔄🚧⏳🟡▶]|ðŸ”„|ðŸš§/u, 'in_progress'],
  [/[👀🔍]/u, 'review'],
  [/[❌🚫]/u, 'cancelled'],
  [/[⬜☐🔲⚪📋🔴]/u, 'todo'],
];

/** null: nothing is said. */
export function stateIn(text: string): Status | null {
  const plain = normal(text);
  if (plain !== '') {
    const named = stateNamed(text);
    if (named !== null) return named;
    if (/^(?:100 ?%|100)$/.test(text.trim())) return 'done';
    const held = IN_TURN.find((status) => holds(plain, STATES[status]));
    if (held !== undefined) return held;
  }
  return SIGNS.find(([sign]) => sign.test(text))?.[1] ?? null;
}

const BLOCKED = words('blocked, on hold, blockiert, bloqueado, bloqueada, bloqué, bloccato, ブロック中, 保留, 阻塞, 已阻塞, заблокировано, 보류');

export const saysBlocked = (text: string): boolean => holds(normal(text), BLOCKED);

/** Only where the text is nothing but the name of a state, as a heading of a board is. */
export function stateNamed(text: string): Status | null {
  return NAMED.get(normal(text)) ?? null;
}

/** By each name of one; where it is that of two, the first in turn. */
const NAMED: ReadonlyMap<string, Status> = new Map([...IN_TURN].reverse().flatMap((status) => STATES[status].map((name) => [name, status] as const)));

export function stateOfBox(box: Item['box']): Status | null {
  if (box === null) return null;
  return ({ open: 'todo', broken: 'todo', done: 'done', doing: 'in_progress', dropped: 'cancelled' } as const)[box];
}

/** 0 to 100, where a share is given. */
export function shareIn(text: string): number | null {
  const found = /(?:^|[^\d.])(\d{1,3})\s*[%％]/u.exec(text);
  const share = found === null ? null : Number(found[1]);
  return share === null || share > 100 ? null : share;
}

/** What a share of the work done says of its state; null: nothing. */
export const stateOfShare = (share: number | null): Status | null => (share === null || share === 0 ? null : share === 100 ? 'done' : 'in_progress');

const PRIORITIES: Readonly<Record<Priority, readonly string[]>> = {
  high: words('high, highest, critical, urgent, p0, p1, must, must have, blocker, major, hoch, sehr hoch, kritisch, dringend, alta, muy alta, crítica, crítico, urgente, alto, haute, élevée, critique, elevata, 高, 最高, 緊急, 紧急, высокий, критичный, 높음, hoog'),
  medium: words('medium, normal, moderate, p2, should, should have, mittel, media, medio, moyenne, moyen, média, médio, 中, 普通, 一般, средний, 보통'),
  low: words('low, lowest, minor, trivial, p3, p4, could, could have, nice to have, optional, niedrig, gering, baja, bajo, basse, faible, bassa, baixa, baixo, 低, 低い, низкий, 낮음'),
};

export function priorityIn(text: string): Priority | null {
  const plain = normal(text);
  for (const priority of ['high', 'medium', 'low'] as const) if (PRIORITIES[priority].includes(plain)) return priority;
  for (const priority of ['high', 'low', 'medium'] as const) if (plain.split(' ').length <= 3 && holds(plain, PRIORITIES[priority])) return priority;
  return priorityOfMark(text);
}

/** null: no mark of one stands there. */
export function priorityOfMark(text: string): Priority | null {
  if (/🔴|🔥|⏫|🔺|!!/u.test(text)) return 'high';
  if (/🟡|🟠|🔼/u.test(text)) return 'medium';
  return /🟢|🔽|⏬/u.test(text) ? 'low' : null;
}
