/** What pictures share: colours, words, places. */
import { plain } from './plain.ts';

/** Each at least 4.5 to 1 against the paper. A page that is dark puts others in their place, by these values. */
export const COLOUR = { text: '#1f2328', faint: '#57606a', line: '#d0d7de', band: '#f3f5f8', paper: '#ffffff', work: '#2f6db3', critical: '#8a5a00', late: '#c01c28', sync: '#6f42a8', done: '#2d7a46' } as const;
export type ColourName = keyof typeof COLOUR;

export const FONT = `font-family="system-ui, 'Segoe UI', 'Liberation Sans', Arial, sans-serif"`;

export function svgText(x: number, y: number, content: string, style: string): string {
  return `<text x="${rounded(x)}" y="${rounded(y)}"${style.includes('fill=') ? '' : ` fill="${COLOUR.text}"`} ${style}>${markupText(content)}</text>`;
}

/** Nothing in it means anything to a reader of markup. */
export function markupText(content: string): string {
  return plain(content).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

export function rounded(number: number): number {
  return Math.round(number * 10) / 10;
}
