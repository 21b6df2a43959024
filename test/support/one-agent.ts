/** Settings with one agent that dispatch may start; how it is run is to be said below. */
export const ONE_AGENT = `protocol: 1
project: app
commit: true
integration: main
team:
  frontend: { owns: [web/**], runtime: script }
runtimes:
`;
