/** What the board shows, by `dashboard` of coord.yaml. */
import { minutesOf } from '../duration.ts';
import type { Config } from '../model.ts';

export const WIDGETS = ['progress_bar', 'agent_status', 'blocker_list', 'timeline', 'metrics'] as const;
export type Widget = (typeof WIDGETS)[number];

export interface Dashboard {
  /** In their order, each once. */
  readonly widgets: readonly Widget[];
  readonly refreshSeconds: number;
}

const REFRESH_SECONDS = 30;

export function dashboardOf({ dashboard }: Pick<Config, 'dashboard'>): Dashboard {
  const widgets = (dashboard?.widgets ?? WIDGETS.map((type) => ({ type }))).map(({ type }) => type);
  const minutes = dashboard?.refresh_interval ? minutesOf(dashboard.refresh_interval, 's') : null;
  return { widgets: [...new Set(widgets)], refreshSeconds: minutes === null ? REFRESH_SECONDS : Math.max(1, Math.round(minutes * 60)) };
}
