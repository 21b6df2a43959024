/** The parser comes without types. */
declare module 'parse-prometheus-text-format' {
  export interface ParsedMetric {
    readonly value?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly quantiles?: Readonly<Record<string, string>>;
    readonly count?: string;
    readonly sum?: string;
  }
  export default function parsePrometheusTextFormat(text: string): readonly { readonly name: string; readonly help: string; readonly type: string; readonly metrics: readonly ParsedMetric[] }[];
}
