/** Why a text is no YAML, said for people who do not know the grammar's terms. Ends a sentence. */

/** What the parser says, and what a reader needs to hear; `$1` is the character it names. */
const REASONS: readonly (readonly [message: RegExp, reason: string])[] = [
  [/^Flow .* end with a \]/, 'a [ before this place is never closed'],
  [/^Flow .* end with a \}/, 'a { before this place is never closed'],
  [/^Missing closing (["'])quote/, 'the text opened by $1 is never closed'],
  [/^Nested mappings are not allowed in compact mappings/, 'a second ": " stands in one entry; a value that holds one goes in quotes'],
  [/^A block sequence may not be used as an implicit map key/, 'this entry does not stand in the same column as those above it'],
  [/^All (?:mapping|sequence|collection) items must start at the same column/, 'this entry does not stand in the same column as those above it'],
  [/^Implicit keys need to be on a single line/, 'a name should stand here, alone on its line, followed by a colon'],
  [/^Implicit map keys need to be followed by map values/, 'a colon and a value are missing after this name'],
  [/^Tabs are not allowed as indentation/, 'a tab begins this line, where only spaces may'],
  [/^Plain value cannot start with (?:reserved|directive indicator) character (.)/, 'a value that begins with $1 has to stand in quotes'],
  [/^Unexpected block-seq-ind on same line with key/, 'a list begins on the line of its name; its first - goes on a line of its own'],
  [/^Unexpected scalar at node end/, 'text follows where the value was already complete'],
  [/^Unexpected flow-(?:seq|map)-end token .*"(.)"$/, '$1 closes something that was never opened'],
  [/^Invalid escape sequence (.*)$/, '$1 means nothing between double quotes; write \\\\ for a backslash'],
];

export function syntaxReason(message: string): string {
  const [first = message] = message.split('\n');
  for (const [pattern, reason] of REASONS) {
    const found = pattern.exec(first);
    if (found) return reason.replaceAll('$1', () => found[1] ?? '');
  }
  return first.replace(/ at line \d+, column \d+:?$/, '');
}
