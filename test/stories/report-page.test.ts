/** The report's page in a real browser: as it stands on a desk, on a telephone and on paper, with texts that want to be more than text. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { story } from '../support/story.ts';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A4 without its margins, in CSS pixels. */
const PAPER = { width: 688, height: 1016 };

const HOSTILE = `<img src=x onerror="alert(1)"><script>alert(1)</script></title></svg></style>"'&lt;\u202E\u0007${'w'.repeat(10_000)}`;
const task = (id: string, more: string): string => `id: ${id}\ntask: ${JSON.stringify(`${HOSTILE} ${id}`)}\n${more}\n`;

/** Without one task, with a few, and with more than a page shows. */
const STAGES = {
  none: {},
  few: {
    'deployment/coord.yaml': `protocol: 1\nproject: ${JSON.stringify(HOSTILE)}\nteam: { backend: { name: ${JSON.stringify(HOSTILE)} } }\ntargets: { ${JSON.stringify(HOSTILE)}: { target: 90% }, test_coverage: { target: 80% } }\nphases: [{ id: first }]\n`,
    'deployment/tasks/A.yaml': task('A', 'agent: backend\nstatus: done\nstarted: 2025-08-11T08:00:00Z\ncompleted: 2025-08-11T09:00:00Z'),
    'deployment/tasks/B.yaml': task('B', 'agent: backend\nphase: first\ndeadline: 2025-08-01\ndependencies: [{ id: A, label: "</title><script>" }]'),
    'deployment/tasks/C.yaml': task('C', 'kind: gate\ndependencies: [B]'),
    'deployment/status/blockers/b.md': `---\ntask: B\nby: backend\nseverity: P0\nraised: 2025-08-11T08:00:00Z\nneeded: ${JSON.stringify(HOSTILE)}\n---\n`,
  },
  many: Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`deployment/tasks/T-${index}.yaml`, task(`T-${index}`, index === 0 ? '' : `dependencies: [T-${Math.floor(index / 2)}]`)])),
} as const;

describe.skipIf(!existsSync(CHROMIUM))('the page of coord report html, in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  }, 120_000);
  afterAll(() => browser.close());

  it.each(Object.entries(STAGES))('with %s tasks asks for nothing, runs nothing and fits', async (name, files) => {
    const project = story();
    for (const [path, text] of Object.entries({ 'deployment/coord.yaml': 'protocol: 1\n', ...files })) project.write(path, text);
    project.commit('Plan');
    const path = join(project.root, 'report.html');
    expect(project.coord(['report', 'html', '--output', path]).exit).toBe(0);
    for (const [width, colorScheme] of [[1280, 'light'], [360, 'dark']] as const) {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
      const heard: string[] = [];
      page.on('console', (message) => heard.push(message.text()));
      page.on('pageerror', (error) => heard.push(error.message));
      page.on('dialog', (dialog) => heard.push(dialog.message()));
      page.on('request', (request) => heard.push(request.url()));
      const url = pathToFileURL(path).href;
      await page.goto(url);
      expect(heard).toEqual([url]);
      expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(width);
      expect(await page.evaluate("[document.querySelectorAll('script, img, link, iframe').length, document.querySelectorAll('h1').length]")).toEqual([0, 1]);
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize(PAPER);
      expect(await page.evaluate("[document.scrollingElement.scrollWidth, getComputedStyle(document.body).backgroundColor]")).toEqual([PAPER.width, 'rgb(255, 255, 255)']);
      const heights = await page.evaluate<number[]>("[...document.querySelectorAll('.card, .picture, tr')].map((part) => part.getBoundingClientRect().height)");
      expect(heights.filter((height) => height > PAPER.height)).toEqual([]);
      if (name === 'many') expect(await page.textContent('main')).toMatch(/240 more tasks are not in it[^]*and 240 tasks later/);
      await page.close();
    }
  }, 180_000);
});
