import { claude } from './claude.ts';
import { codex } from './codex.ts';
import { command } from './command.ts';
import { gemini } from './gemini.ts';
import type { Runtime, RuntimeKind } from './runtime.ts';

/** null: this coord cannot run agents so yet. */
export const RUNTIMES: Readonly<Record<RuntimeKind, Runtime | null>> = { command, claude, codex, gemini, anthropic: null };
