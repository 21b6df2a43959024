/** A label before a colon that names a field of a task, as `Priority: high`. */
export function labelledPart(text: string): { readonly label: string; readonly value: string } | null {
  const found = /^([^:：\n]{1,48})[:：](?!\/\/)\s*([\s\S]*)$/u.exec(text);
  return found ? { label: (found[1] ?? '').trim(), value: (found[2] ?? '').trim() } : null;
}
