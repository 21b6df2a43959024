/** What a heading opens, as far as its own words tell: an agent, a phase, a task. What stands below it has the last word. */
import { cleanTitle, normal, splitBrackets, withoutOrdinal } from './clean-text.ts';
import { estimateIn, isEstimate } from './estimates.ts';
import type { Inline } from './outline.ts';
import { splitId } from './ids.ts';
import { remembered } from './remembered.ts';
import { AGENT_WORD } from './vocabulary.ts';

export interface Heading {
  /** Without decoration, ordinal and what is in brackets behind it. */
  readonly bare: string;
  readonly brackets: readonly string[];
  readonly estimate: string | null;
}

export function readHeading({ text }: Pick<Inline, 'text'>): Heading {
  return HEADINGS(text);
}

/** Asked of each heading by many rules. */
const HEADINGS = remembered(headingOf);

function headingOf(text: string): Heading {
  const { bare, brackets } = splitBrackets(withoutOrdinal(cleanTitle(text)));
  const estimate = brackets.map((bracket) => bracket.split(/[,;、，]/u).map((part) => part.trim()).find((part) => isEstimate(part))).find((part) => part !== undefined);
  return { bare: cleanTitle(bare), brackets, estimate: estimate === undefined ? null : estimateIn(estimate) };
}

export interface AgentHeading {
  readonly name: string;
  readonly role: string | null;
}

const PREFIXED = /^(agent|team|persona|squad|agente|équipe|equipo|equipe|агент|команда)\s+(@?[\p{L}\p{N}][\p{L}\p{N}._-]{0,24})(?:\s*[:：–—-]\s+(.+)|\s*[:：]\s*(.+))?$/iu;
const PREFIXED_CJK = /^((?:エージェント|チーム|智能体|代理|团队|團隊|小组|에이전트|팀)\s*[A-Za-z0-9一二三四五六七八九十甲乙丙丁]{1,4})(?:\s*[:：–—-]\s*(.+))?$/u;
const SUFFIXED_CJK = /^(.{1,20}(?:エージェント|チーム|智能体|代理|团队|團隊|小组|에이전트|팀))(?:\s*[:：–—-]\s*(.+))?$/u;

/** "Agent A: Tester", "AGENT NEXUS-Q (...)", "Backend Agent (API)", "@reviewer". */
export const agentHeading = remembered(agentIn);

function agentIn(text: string): AgentHeading | null {
  const { bare, brackets } = readHeading({ text });
  const beside = brackets.find((bracket) => !isEstimate(bracket) && !/\d+\s*\p{L}+,|\btasks?\b/u.test(bracket)) ?? null;
  const prefixed = PREFIXED.exec(bare);
  if (prefixed) {
    const [, word = '', token = '', afterDash, afterColon] = prefixed;
    const title = afterDash ?? afterColon ?? null;
    const isCode = token.length <= 2 || /\d|-/.test(token) || (token.length > 2 && token === token.toUpperCase());
    if (!isCode && title === null && !token.startsWith('@')) return null;
    const name = token.length <= 3 || /^\d/.test(token) ? `${capital(word)} ${token}` : token;
    return { name: name.replace(/^@/, ''), role: title ?? beside };
  }
  const cjk = PREFIXED_CJK.exec(bare) ?? SUFFIXED_CJK.exec(bare);
  if (cjk) return { name: (cjk[1] ?? bare).trim(), role: cjk[2] ?? beside };
  const handle = /^@([\p{L}\p{N}][\p{L}\p{N}._-]*)(?:\s+(?:agent|team))?$/iu.exec(bare);
  if (handle) return { name: handle[1] ?? bare, role: beside };
  const [name = '', ...more] = bare.split(/\s*[:：]\s+|\s+[–—]\s+/u);
  const words = normal(name).split(' ');
  return words.length >= 2 && words.length <= 7 && AGENT_WORD.includes(words.at(-1) ?? '') ? { name, role: more.join(' ') || beside } : null;
}

/** "Team Garden": only another one beside it bears out that it names somebody. */
export function teamHeading(text: string): { readonly word: string; readonly name: string } | null {
  const found = PREFIXED.exec(readHeading({ text }).bare);
  return found === null || (found[3] ?? found[4]) !== undefined ? null : { word: (found[1] ?? '').toLowerCase(), name: found[2] ?? '' };
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();

export interface PhaseHeading {
  /** "Phase 1", "Week 2". */
  readonly label: string;
  readonly name: string;
}

const PHASE_WORD = 'phase|step|stage|sprint|iteration|week|weeks|day|days|milestone|wave|round|quarter|month|cycle|increment|release|etappe|woche|wochen|tag|meilenstein|schritt|monat|abschnitt|fase|etapa|semana|semanas|día|dia|paso|hito|iteración|mes|étape|semaine|jour|jalon|mois|settimana|giorno|passo|tappa|traguardo|marco|passo|этап|фаза|неделя|день|спринт|веха|шаг|fáze|etap|vecka|uge';
const NUMERAL = String.raw`(?:\d{1,3}(?:\.\d{1,2})?(?:\s*[-–/&+]\s*\d{1,3})?\+?|[ivxIVX]{1,4}|[A-H]|one|two|three|four|five|eins|zwei|drei|uno|dos|tres)`;
const PHASE = new RegExp(String.raw`^((?:${PHASE_WORD})\s*[#-]?\s*${NUMERAL})(?![\p{L}\p{N}])\s*[:：.–—|-]?\s*(.*)$`, 'isu');
const PHASE_CJK = /^((?:フェーズ|ステップ|スプリント|マイルストーン|ステージ|阶段|階段|里程碑|迭代|步骤|冲刺|단계|스프린트)\s*[0-9０-９一二三四五六七八九十]{1,3}|第\s*[0-9０-９一二三四五六七八九十]{1,3}\s*(?:段階|フェーズ|週|日|期|回|阶段|階段|周|週|天|步|期|轮|个月|スプリント|主)|[0-9]{1,2}\s*(?:단계|주차|일차))\s*[:：.–—\-、]?\s*(.*)$/u;
const ORDINAL_FIRST = new RegExp(String.raw`^((?:\d{1,2}(?:st|nd|rd|th|\.|ª|º|er?|-й|-я)?|первая|вторая|третья|первый|второй|третий|erste|zweite|dritte|primera|segunda|tercera|first|second|third)\s+(?:${PHASE_WORD}))(?![\p{L}\p{N}])\s*[:：.–—-]?\s*(.*)$`, 'isu');
const VERSION = /^((?:v|version\s*)\d+(?:\.\d+){0,2}|\d+\.\d+\.\d+|Q[1-4](?:\s*\/?\s*(?:20)?\d\d)?|M\d{1,2})(?![\p{L}\p{N}])\s*[:：–—-]?\s*(.*)$/iu;

export const phaseHeading = remembered(phaseIn);

function phaseIn(text: string): PhaseHeading | null {
  const { bare } = readHeading({ text });
  for (const form of [PHASE, PHASE_CJK, ORDINAL_FIRST, VERSION]) {
    const found = form.exec(bare);
    if (found) return { label: (found[1] ?? '').trim(), name: (found[2] ?? '').trim() || bare };
  }
  return null;
}

/** "Task 1.1: Build it", "AUTH-001 - Log in". A number with points alone is a chapter. */
export const taskHeading = remembered(taskIn);

function taskIn(text: string): { readonly id: string; readonly title: string; readonly isChapter: boolean } | null {
  const clean = cleanTitle(text);
  const { id, rest } = splitId(clean);
  if (id === null || rest === '') return null;
  return { id, title: rest, isChapter: /^\d/.test(id) && /^\d/.test(clean) };
}
