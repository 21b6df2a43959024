/** The little of jsdom that tests use; the package comes without types. */
declare module 'jsdom' {
  interface PageElement {
    readonly textContent: string;
    getAttribute(name: string): string | null;
    querySelector(selector: string): PageElement | null;
    querySelectorAll(selector: string): ArrayLike<PageElement>;
  }
  interface Page {
    readonly documentElement: PageElement;
    readonly createElement: (name: string) => { innerHTML: string; readonly textContent: string };
    querySelector(selector: string): PageElement | null;
    querySelectorAll(selector: string): ArrayLike<PageElement>;
  }
  export class JSDOM {
    constructor(html: string, options?: { readonly contentType: string });
    readonly window: { readonly document: Page };
  }
}
