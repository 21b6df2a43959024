import type { Generation } from '../../src/core/generate/generation.ts';

/** As `coord run generator --entity product.yaml` tells it. */
export const GENERATION: Generation = {
  input: { entity: 'product.yaml', describe: '', set: 'plain', into: '', force: false, dry_run: false },
  cwd: '/repo/app',
  model: null,
  session: 's-1',
  grounds: { agent: 'generator', writes: [], task: null, territory: { owned: [{ glob: 'web/**', owner: 'frontend' }], folder: 'deployment' } },
};

export const PRODUCT = 'name: Product\ndescription: Something that is sold\nfields:\n  - { name: title, type: string, required: true, max: 80 }\n  - { name: price, type: number, required: true, min: 0 }\n';
