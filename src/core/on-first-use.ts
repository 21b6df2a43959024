/** An object whose parts are worked out when they are first asked for, then kept. */
export function onFirstUse<T extends object>(parts: { readonly [Part in keyof T]: () => T[Part] }): T {
  const whole = {};
  for (const [part, make] of Object.entries<() => unknown>(parts)) {
    Object.defineProperty(whole, part, {
      enumerable: true,
      configurable: true,
      get() {
        const value = make();
        Object.defineProperty(whole, part, { value, enumerable: true });
        return value;
      },
    });
  }
  return whole as T;
}
