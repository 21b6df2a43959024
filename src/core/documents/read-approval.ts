import type { Approval } from '../model.ts';
import type { Approval as ApprovalDocument } from '../schemas/types.ts';

export function readApproval(document: ApprovalDocument | undefined): Approval | null {
  if (!document) return null;
  const { approved, by, at, note } = document;
  return { approved, by, at, note: note ?? null };
}
