/**
 * The map of these names and values, in this order; null where a name stands twice. An object that is given many names one by
 * one becomes a table, which is slow to fill and to ask; a copy of one that has them does not. Most files have the same names.
 */
export function mapOf(names: readonly string[], values: readonly unknown[]): Readonly<Record<string, unknown>> | null {
  const map: Record<string, unknown> = names.length > FEW ? { ...templateOf(names) } : {};
  names.forEach((name, at) => (map[name] = values[at]));
  return Object.keys(map).length === names.length ? map : null;
}

/** So many can be given one by one. */
const FEW = 12;

type Template = Readonly<Record<string, null>>;

let last: { readonly names: readonly string[]; readonly template: Template } = { names: [], template: {} };

function templateOf(names: readonly string[]): Template {
  const isLast = names.length === last.names.length && names.every((name, at) => name === last.names[at]);
  if (!isLast) last = { names, template: Object.fromEntries(names.map((name) => [name, null])) };
  return last.template;
}
