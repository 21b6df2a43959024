/** A Markdown file as its front matter, marks and all, and what follows it; line ends are `\n`. */
export function partedFile(text: string): { readonly head: string; readonly body: string } {
  const whole = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const end = whole.startsWith('---') ? /\n---[ \t]*(?:\n|$)/.exec(whole) : null;
  if (end === null) return { head: whole.startsWith('---') ? whole : '', body: whole };
  const at = end.index + end[0].length;
  return { head: whole.slice(0, at), body: whole.slice(at) };
}
