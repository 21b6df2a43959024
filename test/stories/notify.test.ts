/** Channels are told by the built program: over the network, by a command, on the screen. */
import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { runBinaryBeside } from '../support/coord-binary.ts';
import { startNoticeServer, status } from '../support/notice-server.ts';
import { story, TIME } from '../support/story.ts';

const KEY = 'whsec_YSBrZXkgdGhhdCBub2JvZHkga25vd3M=';
const COORD = `protocol: 1
project: shop
channels:
  team: { kind: slack, where: "#team", url_env: TEAM_HOOK }
  service: { kind: webhook, url_env: SERVICE_HOOK, secret_env: SERVICE_KEY }
  script: { kind: command, run: [node, -e, "process.stdin.pipe(process.stderr); process.stdin.on('end', () => (process.exitCode = process.env.SCRIPT_KEY ? 3 : 0))"], secret_env: SCRIPT_KEY }
  screen: { kind: terminal }
`;

it('a word reaches Slack, a service that checks the signature, a command and the screen; what is refused says so without the address', async () => {
  const app = story({ files: { 'deployment/coord.yaml': COORD } });
  const server = await startNoticeServer(status(200), status(503), status(200), status(404, {}, 'no_service'));
  const env = { COORD_NOW: TIME, TEAM_HOOK: `${server.url}/services/T0000/SECRETPATH`, SERVICE_HOOK: `${server.url}/hook`, SERVICE_KEY: KEY };
  const notify = (...words: readonly string[]) => runBinaryBeside(app.root, ['notify', ...words], { env });

  expect(await notify('#team', 'It', 'is', 'out')).toEqual({ exit: 0, stdout: 'Sent to team.\n', stderr: '' });
  expect(JSON.parse(server.heard[0]?.body ?? '')).toMatchObject({ text: 'It is out' });

  expect(await notify('service')).toMatchObject({ exit: 0, stdout: 'Sent to service.\n' });
  const [, first, again] = server.heard;
  const headers = Object.fromEntries(Object.entries(again?.headers ?? {}).map(([name, value]) => [name, String(value)]));
  expect(first?.headers['webhook-id']).toBe(again?.headers['webhook-id']);
  expect(new Webhook(KEY).verify(again?.body ?? '', headers)).toMatchObject({ type: 'message', timestamp: TIME, data: { project: 'shop' } });

  const refused = await notify('team', 'Again');
  expect(refused).toEqual({ exit: 4, stdout: '', stderr: 'The notice did not reach team: it was refused with 404 (no_service).\nThe address is no longer valid: get a new one from the service.\n' });

  expect(await notify('screen', 'Look\u001B[2J')).toEqual({ exit: 0, stdout: 'Look<U+001B>[2J\nSent to screen.\n', stderr: '' });
  expect(await notify('script', 'Hello')).toMatchObject({ exit: 0, stdout: 'Sent to script.\n' });
  const failed = await runBinaryBeside(app.root, ['notify', 'script', 'the key is supersecretvalue'], { env: { ...env, SCRIPT_KEY: 'supersecretvalue' } });
  expect(failed).toMatchObject({ exit: 4, stderr: expect.stringContaining('exit code 3') as string });
  expect(failed.stderr).toContain('[redacted]');
  expect(failed.stderr).not.toContain('supersecret');

  expect((await notify()).stdout).toBe(`channel  kind      notices  where
team     slack     set up   #team
service  webhook   set up
script   command   set up
screen   terminal  set up
`);
  await server.close();
});
