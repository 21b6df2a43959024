/** Every run draws the same cases, so that a red run says something of the change; COORD_SEED draws others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['COORD_SEED'] ?? 20_261_121) });
