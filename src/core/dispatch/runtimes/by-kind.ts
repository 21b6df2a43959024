import { anthropic } from './anthropic.ts';
import { claude } from './claude.ts';
import { codex } from './codex.ts';
import { command } from './command.ts';
import { gemini } from './gemini.ts';
import { generator } from './generator.ts';
import { reviewer } from './reviewer.ts';
import type { Runtime, RuntimeKind } from './runtime.ts';

export const RUNTIMES: Readonly<Record<RuntimeKind, Runtime>> = { command, claude, codex, gemini, anthropic, generator, reviewer };
