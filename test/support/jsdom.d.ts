/** The little of jsdom that tests use; the package comes without types. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string);
    readonly window: { readonly document: { readonly createElement: (name: string) => { innerHTML: string; readonly textContent: string } } };
  }
}
