/** One letter to an address that a variable holds: no redirect is followed, no answer waited for or read without end, and neither address nor key is told of. */
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import type { Letter } from '../../app/ports/notice-port.ts';
import { createRedactor } from '../../core/dispatch/redact.ts';
import type { DeliveryFailure } from '../../core/notice/delivery.ts';
import { plain } from '../../core/plain-text.ts';
import { signatureHeaders } from './sign-letter.ts';

export interface Post {
  readonly env: NodeJS.ProcessEnv;
  readonly now: () => Date;
  /** How long a try may take in all. */
  readonly timeoutSeconds: number;
}

type End = DeliveryFailure | null;

export async function postLetter({ url, secret, id, body }: Letter, post: Post): Promise<End> {
  const { env, now, timeoutSeconds } = post;
  const key = secret === null ? null : (env[secret] ?? '');
  if (secret !== null && key === '') return { why: 'not-set', variable: secret };
  const address = env[url]?.trim() ?? '';
  if (address === '') return { why: 'not-set', variable: url };
  const target = addressOf(address);
  if (target === null) return { why: 'no-address', variable: url };
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'coord',
    ...(key === null ? {} : signatureHeaders(id, Math.floor(now().getTime() / 1000), body, key)),
  };
  const redact = createRedactor([address, target.href, target.search, target.host, ...target.pathname.split('/'), decodeURIComponent(target.password), ...(key === null ? [] : [key])]);
  return exchange(starter(target), { method: 'POST', headers }, body, { timeoutSeconds, said: (text) => redact(plain(text)).slice(0, MOST_SAID) });
}

const MOST_SAID = 200;
/** Of an answer; what comes after is not read. */
const MOST_READ = 4096;

function addressOf(text: string): URL | null {
  try {
    const url = new URL(text);
    // Name and password of an address are sent as they are meant.
    decodeURIComponent(url.username + url.password);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  } catch {
    return null;
  }
}

type Start = (options: RequestOptions, answered: (response: IncomingMessage) => void) => ClientRequest;

/** Loaded when there is something to send: it takes longer than most answers. */
function starter({ protocol, href }: URL): Start {
  const { request } = protocol === 'https:' ? process.getBuiltinModule('node:https') : process.getBuiltinModule('node:http');
  // A connection of its own, so that nothing is left open behind it.
  return (options, answered) => request(href, { ...options, agent: false }, answered);
}

interface Bounds {
  readonly timeoutSeconds: number;
  readonly said: (text: string) => string;
}

function exchange(start: Start, options: RequestOptions, body: string, { timeoutSeconds, said }: Bounds): Promise<End> {
  return new Promise((resolve) => {
    let answer: IncomingMessage | null = null;
    const request = start(options, (response) => {
      answer = response;
      const end = endOf(response, '');
      if (end?.why === 'refused') void readAnswer(response).then((text) => settle({ ...end, said: said(text) }));
      else settle(end);
    });
    const timer = setTimeout(() => settle(answer === null ? { why: 'silent', seconds: timeoutSeconds } : endOf(answer, '')), timeoutSeconds * 1000);
    // Also what comes after it was settled is heard: an error that nobody hears ends the process.
    request.on('error', (error: NodeJS.ErrnoException) => settle({ why: 'unreachable', code: error.code ?? null }));
    request.end(body);

    function settle(end: End): void {
      clearTimeout(timer);
      resolve(end);
      request.destroy();
    }
  });
}

/** How it begins. That it was cut off takes nothing from its status. */
async function readAnswer(response: IncomingMessage): Promise<string> {
  let text = '';
  try {
    for await (const piece of response.setEncoding('utf8')) {
      text += String(piece);
      if (text.length >= MOST_READ) break;
    }
  } catch {
    // The status is known already.
  }
  return text;
}

/** What is asked again later; 408: it waited for us in vain. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429]);

function endOf({ statusCode: status = 0, headers }: IncomingMessage, said: string): End {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return { why: 'redirected', status };
  if (status >= 500 || PASSING.has(status)) return { why: 'busy', status, retryAfterSeconds: secondsOf(headers['retry-after']) };
  return { why: 'refused', status, said };
}

/** A number of seconds, or a date. */
function secondsOf(header: string | undefined): number | null {
  if (header === undefined) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}
