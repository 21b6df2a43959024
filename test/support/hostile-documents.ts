/** Documents that no reader may fall over, and what a fall is. */
import * as fc from 'fast-check';
import { MAX_BYTES } from '../../src/core/documents/limits.ts';
import { arbitraryMutation } from './hostile-mutations.ts';
import { SAMPLES } from './hostile-samples.ts';
import { SHAPES } from './hostile-shapes.ts';

export interface HostileDocument {
  readonly name: string;
  readonly file: string;
  readonly bytes: Uint8Array;
}

const FILES = Object.keys(SAMPLES);
const encode = (text: string): Uint8Array => Buffer.from(text, 'utf8').subarray(0, MAX_BYTES);

/** As the whole file, as front matter, in a fence, or in the middle of a good file. */
function placed(file: string, shape: string, where: 'whole' | 'front' | 'fence' | 'middle'): string {
  const sample = SAMPLES[file] ?? '';
  const half = sample.indexOf('\n', sample.length / 2) + 1;
  switch (where) {
    case 'whole':
      return shape;
    case 'front':
      return `---\n${shape}\n---\nbody\n`;
    case 'fence':
      return `# Page\n\n\`\`\`yaml\n${shape}\n\`\`\`\n`;
    case 'middle':
      return sample.slice(0, half) + shape + sample.slice(half);
  }
}

const where = fc.constantFrom('whole' as const, 'whole' as const, 'front' as const, 'fence' as const, 'middle' as const);
const shapes = fc.constantFrom(...Object.entries(SHAPES));

/** Enough to reach any reader's depth; COORD_SIZE asks for larger ones (bench/). */
const LONGEST = Number(process.env['COORD_SIZE'] ?? 1500);

/** By chance: two shapes, one after the other. */
export const arbitraryHostile: fc.Arbitrary<HostileDocument> = fc
  .record({ file: fc.constantFrom(...FILES), where, shapes: fc.array(shapes, { minLength: 1, maxLength: 2 }), size: fc.integer({ min: 1, max: LONGEST }) })
  .map((chosen) => {
    const text = chosen.shapes.map(([, make]) => make(chosen.size)).join('\n');
    return { name: `${chosen.shapes.map(([name]) => name).join(', then ')}, ${chosen.size} characters, ${chosen.where}`, file: chosen.file, bytes: encode(placed(chosen.file, text, chosen.where)) };
  });

/** Bytes that were a good file: spoiled as text, then as bytes. */
export const arbitrarySpoiled: fc.Arbitrary<HostileDocument> = fc.tuple(arbitraryMutation, fc.array(fc.tuple(fc.nat(9999), fc.nat(255)), { maxLength: 2 })).map(([{ file, text }, changes]) => {
  const bytes = encode(text);
  for (const [at, byte] of changes) if (bytes.length > 0) bytes[Math.floor((bytes.length * at) / 10_000)] = byte;
  return { name: 'a spoiled file', file, bytes };
});

const LARGEST = [
  ['deployment/tasks/a.yaml', (text: string) => text],
  ['deployment/decisions/a.md', (text: string) => `---\n${text}\n---\n`],
  ['deployment/coord.yaml', (text: string) => text],
  ['deployment/handoffs/a.md', (text: string) => text],
  ['deployment/status/current-status.md', (text: string) => text],
] as const;

/** Every shape at one size, each in another kind of file, or in all kinds. */
export function documentsOf(shapesToMake: typeof SHAPES, size: number, kinds: 'one' | 'all'): HostileDocument[] {
  return Object.entries(shapesToMake).flatMap(([name, make], index) =>
    LARGEST.filter((_, kind) => kinds === 'all' || kind === index % LARGEST.length).map(([file, framed]) => ({ name: `${name}, ${size} characters`, file, bytes: encode(framed(make(size))) })),
  );
}
