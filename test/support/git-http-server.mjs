/**
 * git's own HTTP backend behind a server on the loopback, as hosts have it: reading and writing for whoever gives the password.
 * node git-http-server.mjs <git's backend> <folder of bare repositories> <password>; prints its port once it listens. A file `answer` in the
 * folder, with a status code in it, is what all pushes are answered with.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [backend = '', folder = '', password = ''] = process.argv.slice(2);
const expected = `Basic ${Buffer.from(`agent:${password}`).toString('base64')}`;

const server = createServer((request, response) => {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const isPush = pathname.endsWith('/git-receive-pack') || search.includes('git-receive-pack');
  const answer = join(folder, 'answer');
  if (request.headers.authorization !== expected) {
    response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
    return;
  }
  if (isPush && existsSync(answer)) {
    response.writeHead(Number(readFileSync(answer, 'utf8'))).end();
    return;
  }
  const run = spawn(backend, {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      REMOTE_USER: 'agent',
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  request.pipe(run.stdin);
  /** @type {Buffer[]} */
  const chunks = [];
  run.stdout.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk));
  run.on('close', () => {
    const whole = Buffer.concat(chunks);
    const end = whole.indexOf('\r\n\r\n');
    const headers = Object.fromEntries(whole.toString('latin1', 0, end).split('\r\n').map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
    const { status = '200', ...others } = headers;
    response.writeHead(Number.parseInt(status, 10), others).end(whole.subarray(end + 4));
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${String(address !== null && typeof address === 'object' ? address.port : 0)}\n`);
});
