import { editRecord } from '../../core/documents/edit-record.ts';
import { rosterOf } from '../../core/documents/roster.ts';
import type { Approval, Blocker } from '../../core/model.ts';
import { mayApprove } from '../../core/policy/approval.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Approved } from './approve-task.ts';
import { blockerToChange } from '../blockers/blocker-to-change.ts';
import { openToWrite } from '../open-to-write.ts';
import type { Ports } from '../ports.ts';

/** A yes of whom it waits on resolves it. A no is noted, and it goes on blocking: what was asked for will not come. */
export async function approveBlocker(ports: Ports, { task, place: { file } }: Blocker, approval: Approval): Promise<Result<Approved>> {
  const { approved, by, at, note } = approval;
  return ports.writer.write(async (files) => {
    const opened = await openToWrite(ports);
    if (!opened.ok) return opened;
    const current = await blockerToChange(files, file, ports.location.folder);
    if (!current.ok) return current;
    const { waitsOn } = opened.value.survey.blockers.find(({ place }) => place.file === file) ?? current.value.blocker;
    const isTheirs = waitsOn === null || waitsOn.startsWith('external:') || mayApprove(by, [waitsOn], rosterOf(opened.value.survey.agents));
    if (!isTheirs) return refused('not-the-approver', { id: task, approvers: [waitsOn], who: by });
    const resolved = approved ? { resolved: at, resolved_by: by, resolution: note ?? 'Approved' } : {};
    const edited = editRecord({ file, text: current.value.text, folder: ports.location.folder }, { approval: { approved, by, at, note }, ...resolved });
    return edited.ok ? done({ changes: [{ path: file, text: edited.value }], value: { task, file, what: 'blocker', settled: approved } }) : edited;
  });
}
