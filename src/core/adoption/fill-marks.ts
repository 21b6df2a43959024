/**
 * The marks in a template's files: {{folder}}, {{{project}}}, {{day "2025-01-06"}}, and {{! a line about it }} at the top of its coord.yaml.
 * Nothing else in double braces means anything, so that files of somebody's own stay as they are.
 */
import { shifted } from './shift-days.ts';
import type { NewFile } from './workspace-files.ts';

export interface TemplateFacts {
  /** The project's name, printed as YAML. */
  readonly project: string;
  readonly folder: string;
}

const DAY = /\{\{day "(\d{4}-\d{2}-\d{2})"\}\}/g;
const ABOUT = /^\{\{! (.*) \}\}\r?\n/;

/** `start`: the day on which the first date falls; null: dates stay. */
export function fillMarks(files: readonly NewFile[], facts: TemplateFacts, start: string | null): readonly NewFile[] {
  const dayFor = start === null ? (date: string) => date : shifted(files.flatMap(markedDays), start);
  return files.map(({ path, text }) => ({ path, text: fillNames(text, facts).replace(ABOUT, '').replace(DAY, (_, date: string) => dayFor(date)) }));
}

export function fillNames(text: string, { project, folder }: TemplateFacts): string {
  return text.replace(/\{\{\{project\}\}\}|\{\{folder\}\}/g, (mark) => (mark === '{{folder}}' ? folder : project));
}

export function markedDays({ text }: NewFile): readonly string[] {
  return [...text.matchAll(DAY)].map(([, date = '']) => date);
}

/** What a template says of itself; empty where it says nothing. */
export function aboutTemplate(coordYaml: string): string {
  return ABOUT.exec(coordYaml)?.[1] ?? '';
}
