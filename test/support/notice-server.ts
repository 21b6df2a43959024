/** A service that takes notices, on this machine: real HTTP, and what it answers is in a script; past its end it answers 200. */
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { onLoopback } from './loopback.ts';

export interface NoticeRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface NoticeServer {
  readonly url: string;
  readonly heard: readonly NoticeRequest[];
  close(): Promise<void>;
}

export type Answer = (response: ServerResponse, request: NoticeRequest) => unknown;

export const status = (code: number, headers: Readonly<Record<string, string>> = {}, body = ''): Answer => (response) => response.writeHead(code, headers).end(body);

export async function startNoticeServer(...script: readonly Answer[]): Promise<NoticeServer> {
  const heard: NoticeRequest[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text)).on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body };
      (script[heard.push(one) - 1] ?? status(200, {}, 'ok'))(response, one);
    });
  });
  return { heard, ...(await onLoopback(server)) };
}
