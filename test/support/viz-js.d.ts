/** The little of Graphviz, compiled for the web, that tests use: its own types need a page. */
declare module '@viz-js/viz' {
  interface Viz {
    renderString(dot: string, options: { readonly format: string }): string;
  }
  export function instance(): Promise<Viz>;
}
