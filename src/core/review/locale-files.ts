/** Files that hold the same texts in different languages, found by patterns such as `locales/{locale}/*.json`. */
import { literally } from '../literally.ts';

export interface LocaleFile {
  readonly path: string;
  readonly locale: string;
}

/** What differs in the language alone; by its path with {locale} in place of the language. */
export type Families = ReadonlyMap<string, readonly LocaleFile[]>;

const PART = /\{locale\}|\*\*\/?|\*|\?/g;
const LOCALE = '[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*';
const WILD: Readonly<Record<string, string>> = { '**/': '(?:[^/]+/)*', '**': '.*', '*': '[^/]*', '?': '[^/]' };

export function familiesOf(patterns: readonly string[], paths: readonly string[]): Families {
  const families = new Map<string, LocaleFile[]>();
  for (const pattern of patterns.map(expressionOf)) {
    for (const path of paths) {
      const match = pattern.exec(path);
      const locale = match?.groups?.['locale'];
      if (match === null || locale === undefined) continue;
      const family = familyOf(match, locale);
      const known = families.get(family) ?? [];
      if (!known.some((file) => file.path === path)) known.push({ path, locale });
      families.set(family, known);
    }
  }
  return families;
}

/** What stands between two places of the language is a group; the language itself has a name. */
function expressionOf(pattern: string): RegExp {
  let source = '(';
  let at = 0;
  let isNamed = false;
  for (const { 0: part, index } of pattern.matchAll(PART)) {
    source += literally(pattern.slice(at, index));
    at = index + part.length;
    if (part !== '{locale}') source += WILD[part] ?? '';
    else {
      source += `)${isNamed ? '\\k<locale>' : `(?<locale>${LOCALE})`}(`;
      isNamed = true;
    }
  }
  return new RegExp(`^${source}${literally(pattern.slice(at))})$`);
}

function familyOf([, ...groups]: RegExpExecArray, locale: string): string {
  let named = false;
  return groups.filter((group) => named || group !== locale || !(named = true)).join('{locale}');
}
