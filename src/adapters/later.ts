/** A port whose adapter is loaded with the first question: an answer pays only for what it asks. */
type Asked<P> = { readonly [K in keyof P]: (...given: never[]) => Promise<unknown> };

/** `load` is an import; all that the port can do answers with a promise. */
export function later<P extends Asked<P>>(load: () => Promise<P>): P {
  let loaded: Promise<P> | null = null;
  const ask = (name: string) => async (...given: never[]) => {
    const port = await (loaded ??= load());
    return port[name as keyof P](...given);
  };
  return new Proxy({} as P, { get: (_, name) => (typeof name === 'string' && name !== 'then' ? ask(name) : undefined) });
}
