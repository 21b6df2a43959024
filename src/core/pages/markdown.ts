/** Texts from records as Markdown: what a record says never becomes a heading, a mark or a link of the page. */

/** One line, shown as it is written. */
export function inline(text: string): string {
  const line = text.replace(/\p{Bidi_Control}/gu, '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.replace(/[\\`*[\]|<>~]|(?<!\w)_|_(?!\w)/g, '\\$&');
}

/** Ids as they are, so that programs find them again. */
export function idText(id: string): string {
  return /^[\w.-]+$/.test(id) ? id : inline(id);
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function section(title: string, body: string): string {
  return `## ${title}\n\n${body === '' ? 'None.' : body}`;
}
