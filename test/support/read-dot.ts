/** A picture as Graphviz itself draws it. */
import { instance } from '@viz-js/viz';
import { JSDOM } from 'jsdom';

export interface Picture {
  /** What is drawn in each box, in order. */
  readonly boxes: readonly string[];
  /** Names of boxes as Graphviz joins them, and what is drawn beside the arrow. */
  readonly arrows: readonly (readonly [ends: string, label: string])[];
}

const graphviz = await instance();

/** Throws where Graphviz does not understand it. */
export function readDot(text: string): Picture {
  const { document } = new JSDOM(graphviz.renderString(text, { format: 'svg' }), { contentType: 'image/svg+xml' }).window;
  const parts = (kind: string): (readonly [name: string, label: string])[] => Array.from(document.querySelectorAll(`g.${kind}`), (part) => [part.querySelector('title')?.textContent ?? '', Array.from(part.querySelectorAll('text'), ({ textContent }) => textContent).join(' ')]);
  return { boxes: parts('node').map(([, label]) => label), arrows: parts('edge') };
}
