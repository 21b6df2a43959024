/** A pipe and a terminal of 80 columns in Berlin, at noon UTC on 12 August 2025. */
import type { Screen } from '../../src/present/screen.ts';

const now = new Date('2025-08-12T12:00:00Z');

export const PIPE: Screen = { columns: Infinity, terminal: false, colour: false, as: null, now, timeZone: 'UTC' };
export const TERMINAL: Screen = { columns: 80, terminal: true, colour: false, as: null, now, timeZone: 'Europe/Berlin' };
