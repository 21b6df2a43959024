import { expect, it } from 'vitest';
import { Html, html } from '../../src/present/text/html.ts';

it('takes every value for text, but what was made by the same door', () => {
  const made = html`<b>${'a < b & "c"'}</b>`;
  expect(made.markup).toBe('<b>a &#60; b &#38; &#34;c&#34;</b>');
  expect(html`<p>${made}${null}${false}${3}${[new Html('<i/>'), html`${'\u202E\u001B[31m'}`]}</p>`.markup).not.toMatch(/\u202E|\u001B/);
  expect(html`<p>${made}</p>`.markup).toBe(`<p>${made.markup}</p>`);
});
