/** A flowchart as mermaid itself reads it. */
import { JSDOM } from 'jsdom';

export interface Flowchart {
  /** What is written in each box, in order. */
  readonly boxes: readonly string[];
  /** Positions of the boxes, and what is written on the arrow. */
  readonly arrows: readonly (readonly [from: number, to: number, label: string])[];
}

interface FlowchartDb {
  getVertices(): ReadonlyMap<string, { readonly id: string; readonly text?: string }>;
  getEdges(): readonly { readonly start: string; readonly end: string; readonly text?: string }[];
}

const { window } = new JSDOM('');
// Mermaid cleans labels with a library that wants a page before it is loaded.
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import('mermaid');
/** What a drawing is made of is told by a part of mermaid that it would rather keep to itself. */
const { mermaidAPI } = mermaid as unknown as { readonly mermaidAPI: { getDiagramFromText(text: string): Promise<{ readonly db: FlowchartDb }> } };

/** The kind of a picture, where mermaid can read it. */
export async function mermaidKind(text: string): Promise<string | null> {
  const parsed = await mermaid.parse(text);
  return parsed.diagramType;
}

export async function readMermaid(text: string): Promise<Flowchart> {
  await mermaid.parse(text);
  const { db } = await mermaidAPI.getDiagramFromText(text);
  const boxes = [...db.getVertices().values()];
  const at = (id: string): number => boxes.findIndex((box) => box.id === id);
  return { boxes: boxes.map((box) => shown(box.text ?? '')), arrows: db.getEdges().map(({ start, end, text: label = '' }) => [at(start), at(end), shown(label)]) };
}

/** Mermaid marks `#34;` while it parses, and makes an entity of it when it draws. */
function shown(text: string): string {
  const element = window.document.createElement('textarea');
  element.innerHTML = text.replaceAll('ﬂ°°', '&#').replaceAll('ﬂ°', '&').replaceAll('¶ß', ';');
  return element.textContent;
}
