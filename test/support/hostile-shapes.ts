/** Texts that strain a reader, each of about `size` characters: what a stranger, a broken tool or an attacker might leave. */

export type Shape = (size: number) => string;

const fill = (unit: string, size: number): string => unit.repeat(Math.max(1, Math.ceil(size / unit.length))).slice(0, Math.max(size, unit.length));

/** `make(0)`, `make(1)`, ... joined until the text is long enough. */
function lines(size: number, make: (index: number) => string): string {
  const made: string[] = [];
  for (let length = 0, index = 0; length < size; index++) {
    const line = make(index);
    made.push(line);
    length += line.length + 1;
  }
  return made.join('\n');
}

/** Steps to the right, one a line: 50,000 characters are some 300 levels. */
function stairs(size: number, step: string, width: number): string {
  const made: string[] = [];
  for (let length = 0, depth = 0; length < size; depth++) {
    const line = ' '.repeat(depth * width) + step;
    made.push(line);
    length += line.length + 1;
  }
  return made.join('\n');
}

const repeated = Object.fromEntries(
  [
    ...Array.from('[]{}()<>:,-?#&*!|>%@`"\'\\/~=+.0aZ_ \t\r\n\u0001\u0007\u001b\u007f\u0085\u00a0\u00e9\u200b\u202e\u2028\u2066\ufeff\ufffd\uffff\u{1f600}'),
    ...['- ', '? ', ': ', ':: ', '[]', '{}', '[{', '{[', '[,', '{,', '[[],', '[a,', '{a: ', '- - ', '-\n', '?\n', ':\n', 'a:\n', '- a\n', '---\n', '...\n', '%a\n', '--- a\n', '- |\n', '- >\n', '"\n', "'\n", '"" ', "'' ", '\\u', '\\"', '\r\n', '\n\t', '\n ', ' #', '#\n', '&a ', '*a ', '!!a ', '!<a> ', '&a [', '!a {', '&a\n', '!a\n', '<<: ', '<<<<<<<', '-\t', 'a: b: ', '** ', '**a**:', '`', '```\n', '~~~\n', '```yaml\n', '<a', '{{', '{{a}}', '[a]', '\u0301', 'a\u0000'],
  ].map((unit) => [`only ${JSON.stringify(unit)}`, (size: number) => fill(unit, size)]),
) as Readonly<Record<string, Shape>>;

const inside = Object.fromEntries(
  [...Array.from('[]{}:,-?#&*!|>"\'\\ a0.\t\r\u0001\u{1f600}'), ', ', ': ', ' #', '\\n', '\\"', "''", '\n\n', '\n  a', '\r\n ', ' \t', 'a, ', 'a: b, ', '[], ', '{}, ', '1_'].flatMap((unit) =>
    (
      [
        ['plain', 'task: ', '\n'],
        ['double quotes', 'task: "', '"\n'],
        ['open double quotes', 'task: "', '\n'],
        ['single quotes', "task: '", "'\n"],
        ['open single quotes', "task: '", '\n'],
        ['a flow list', 'files: [', ']\n'],
        ['an open flow list', 'files: [', '\n'],
        ['a flow mapping', 'proof: {', '}\n'],
        ['an open flow mapping', 'proof: {', '\n'],
        ['a literal block', 'notes: |\n  ', '\n'],
        ['a folded block', 'notes: >\n  ', '\n'],
        ['a key', '? ', '\n: b\n'],
        ['a comment', '#', '\n'],
        ['a tag', 'task: !', ' a\n'],
        ['an anchor', 'task: &', ' a\n'],
      ] as const
    ).map(([where, before, after]) => [`${JSON.stringify(unit)} in ${where}`, (size: number) => `id: A-1\n${before}${fill(unit, size)}${after}`] as const),
  ),
) as Readonly<Record<string, Shape>>;

export const BUILT: Readonly<Record<string, Shape>> = {
  'a staircase of keys': (size) => stairs(size, 'a:', 1),
  'a staircase of dashes': (size) => stairs(size, '-', 2),
  'a staircase of question marks': (size) => stairs(size, '?', 1),
  'a staircase of flow': (size) => stairs(size, '[', 1),
  'dashes on one line under each other': (size) => lines(size, (i) => '- '.repeat((i % 90) + 1)),
  'many keys': (size) => lines(size, (i) => `key${i}: ${i}`),
  'the same key': (size) => lines(size, () => 'a: 1'),
  'many keys twice': (size) => lines(size, (i) => `k${i >> 1}: 1`),
  'many tasks': (size) => `task_queue:\n  high_priority:\n${lines(size, (i) => `    - {id: A-${i}, task: t}`)}`,
  'many tasks of one id': (size) => `task_queue:\n  high_priority:\n${lines(size, () => '    - {id: A, task: t}')}`,
  'many faulty tasks': (size) => `task_queue:\n  high_priority:\n${lines(size, (i) => `    - {id: ${i}, tusk: t}`)}`,
  'many numbers for tasks': (size) => `task_queue:\n  high_priority: [${fill('1, ', size)}1]`,
  'many unknown lists': (size) => `task_queue:\n${lines(size, (i) => `  list${i}: []`)}`,
  'many numbers where texts belong': (size) => `id: A\ntask: t\nfiles: [${fill('1, ', size)}1]\n`,
  'many escaping paths': (size) => `id: A\ntask: t\nfiles: [${fill('../a, ', size)}]\n`,
  'many faulty dependencies': (size) => `id: A\ntask: t\ndependencies: [${fill('{ie: a}, ', size)}]\n`,
  'many dependencies': (size) => `id: A\ntask: t\ndependencies: [${lines(size, (i) => `B${i},`)}]\n`,
  'many anchors': (size) => lines(size, (i) => `- &a${i} b`),
  'many aliases': (size) => `- &a b\n${lines(size, () => '- *a')}`,
  'many tags': (size) => lines(size, (i) => `- !t${i} b`),
  'aliases of aliases': (size) => `a0: &a0 [x, x, x, x, x, x, x, x, x]\n${lines(Math.min(size, 4000), (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}, *a${i}, *a${i}, *a${i}, *a${i}, *a${i}, *a${i}]`)}`,
  'an alias of itself': (size) => `a: &a [*a]\nb: ${fill('c', size)}`,
  'merge keys of merge keys': (size) => `a0: &a0 {x: 1}\n${lines(Math.min(size, 6000), (i) => `a${i + 1}: &a${i + 1} {<<: [*a${i}, *a${i}], k${i}: 1}`)}`,
  'merge of a number': (size) => `<<: 1\nb: ${fill('c', size)}`,
  'a huge key': (size) => `${fill('k', size)}: 1\n`,
  'a huge quoted key': (size) => `"${fill('k', size)}": 1\n`,
  'huge keys': (size) => lines(size, (i) => `${fill('k', Math.min(1020, size))}${i}: 1`),
  'a huge number': (size) => `id: A\ntask: t\nprogress: ${fill('9', size)}\n`,
  'a huge exponent': (size) => `id: A\ntask: t\nprogress: 1e${fill('9', size)}\n`,
  'a huge hexadecimal number': (size) => `id: A\ntask: t\nprogress: 0x${fill('f', size)}\n`,
  'odd numbers': () => 'id: A\ntask: t\nprogress: .inf\nestimate: .nan\nx-a: [-0, 0o17, 017, 0b1, 1_000, +1, .5, 1., 1e3, 12e03, -.INF, 0x, 0o8, 1:30]\n',
  'keys of prototypes': () => '__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\nid: A\ntask: t\ntoString: 1\nhasOwnProperty: 1\nx-a: {__proto__: {polluted: 1}}\n',
  'a queue of prototypes': () => 'task_queue:\n  __proto__:\n    - {id: A, task: t}\n  constructor: []\n  high_priority:\n    - {id: A, task: t, __proto__: {agent: b}}\n    - __proto__\n',
  'a merged prototype': () => 'a: &a {__proto__: {polluted: 1}}\n<<: *a\nid: A\ntask: t\n',
  'tags that run code elsewhere': () => 'id: !!js/function "function () { globalThis.coordCanary = 1 }"\ntask: !!js/undefined ~\nnotes: !!js/regexp /a/\nx-a: !!python/object/apply:os.system ["touch /tmp/x"]\nx-b: !!binary aGk=\nx-c: !!timestamp 2001-01-01\nx-d: !!set {a, b}\nx-e: !!omap [a: 1]\n',
  'function called by its text': () => 'x-a: !!js/function >\n  function f() { globalThis.coordCanary = 1; }\nid: A\ntask: t\n',
  'an object that prints itself': () => 'id: {toString: !!js/function "function () { globalThis.coordCanary = 1 }"}\ntask: {}\n',
  'a script as front matter': (size) => `---js\n{ a: (globalThis.coordCanary = 1) }\n---\n${fill('b', size)}`,
  'a script named javascript': () => '---javascript\nglobalThis.coordCanary = 1\n---\n',
  'a script after a blank': () => '--- js\nglobalThis.coordCanary = 1\n---\n',
  'a script after a byte-order mark': () => '\ufeff---js\nglobalThis.coordCanary = 1\n---\n',
  'a script with CR': () => '---js\rglobalThis.coordCanary = 1\r---\r',
  'JSON as front matter': () => '---json\n{"from_agent": "a"}\n---\n',
  'coffee as front matter': () => '---coffee\nglobalThis.coordCanary = 1\n---\n',
  'a script after a blank line': () => '\n---js\nglobalThis.coordCanary = 1\n---\n',
  'front matter that names its language inside': () => '---\n---js\nglobalThis.coordCanary = 1\n---\n',
  'front matter never closed': (size) => `---\nfrom_agent: a\n${fill('b\n', size)}`,
  'front matter closed by more dashes': (size) => `---\nfrom_agent: a\n----\n${fill('b\n', size)}`,
  'empty front matter': () => '---\n---\n',
  'front matter of a comment': () => '---\n# nothing\n---\n',
  'front matter of blanks': (size) => `---\n${fill(' \n', size)}---\n`,
  'front matter closed with CR': () => '---\r\nfrom_agent: a\r\n---\r\nb\r\n',
  'many front matters': (size) => fill('---\nfrom_agent: a\n---\n', size),
  'a fence of many marks': (size) => `${fill('`', size)}yaml\na: 1\n${fill('`', size)}\n`,
  'many fences': (size) => fill('```yaml\nhandoff_template:\n  from_agent: a\n```\n', size),
  'a heading that nearly ends': (size) => `## a${fill(' ', size)}#b\n**Progress**: 5%\n`,
  'a heading of hashes': (size) => `## a ${fill('#', size)} b\n**Progress**: 5%\n`,
  'a heading of Status': (size) => `## a ${fill('Status ', size)}b\n**Progress**: 5%\n`,
  'many headings': (size) => lines(size, (i) => `## Agent ${i} Status\n**Progress**: ${i}%`),
  'a field of stars': (size) => `## a\n**${fill('a', size)}\n**${fill('*', size)}: b\n`,
  'conflict markers': (size) => `id: A\n<<<<<<< ours\ntask: a\n=======\ntask: b\n>>>>>>> theirs\n${fill('# b\n', size)}`,
  'conflict markers with a base': () => 'id: A\n<<<<<<< ours\ntask: a\n||||||| base\ntask: c\n=======\ntask: b\n>>>>>>> theirs\n',
  'a marker at the end': () => 'id: A\ntask: t\n<<<<<<<',
  'many documents': (size) => fill('---\nid: A\ntask: t\n', size),
  'two documents': () => 'id: A\ntask: t\n---\nid: B\ntask: u\n',
  'a document end': () => 'id: A\ntask: t\n...\n',
  'a document after its end': () => 'id: A\ntask: t\n...\nid: B\n',
  'a directive': () => '%YAML 1.1\n---\nid: A\ntask: yes\n',
  'an unknown directive': () => '%FOO bar\n---\nid: A\ntask: t\n',
  'a tag directive': () => '%TAG ! tag:example.com,2000:\n---\nid: !a A\ntask: t\n',
  'carriage returns only': () => 'id: A\rtask: t\rfiles:\r  - a\r  - b\r',
  'mixed line ends': () => 'id: A\r\ntask: t\nagent: b\rnotes: |\r\n  a\n  b\r  c\r\n',
  'tabs for indentation': () => 'id: A\ntask: t\nfiles:\n\t- a\n\t- b\n',
  'tabs between': () => 'id:\tA\ntask:\tt\t# c\nfiles:\t[a,\tb]\n',
  'a byte-order mark': () => '\ufeffid: A\ntask: t\n',
  'two byte-order marks': () => '\ufeff\ufeffid: A\ntask: t\n',
  'a byte-order mark inside': () => 'id: A\n\ufefftask: t\n',
  'turned text': () => 'id: A\ntask: "\u202eabc\u202c \u2066x\u2069"\nagent: \u202eb\n',
  'surrogates by escape': () => 'id: A\ntask: "\\ud800 \\udc00 \\ud83d\\ude00 \\U0001F600 \\x41 \\0"\n',
  'escapes out of range': () => 'id: A\ntask: "\\UFFFFFFFF \\U00110000 \\xZZ"\n',
  'a NUL': () => 'id: A\0\ntask: t\n',
  'control characters': () => 'id: A\ntask: "a\u0001\u0008\u001b[31m"\nnotes: b\u0007\u007f\u009f\n',
  'nothing': () => '',
  'a comment': () => '# nothing here',
  'null': () => '~',
  'a number': () => '42\n',
  'a list': () => '- a\n- b\n',
  'an empty queue': () => 'task_queue:\n',
  'a queue of text': () => 'task_queue: later\n',
  'lists of text': () => 'task_queue:\n  high_priority: soon\n  low_priority: {a: 1}\n',
  'nulls everywhere': () => 'id:\ntask:\nagent:\nfiles:\ndependencies:\nproof:\nstatus:\n',
  'wrong kinds everywhere': () => 'id: [A]\ntask: {a: 1}\nagent: 5\nfiles: a\ndependencies: {a: b}\nproof: []\nstatus: 7\nprogress: "x"\nestimate: []\nnotes: 1\n',
  'keys that are no texts': () => '? [a, b]\n: 1\n? {c: d}\n: 2\n1: 3\n~: 4\ntrue: 5\n1.0: 6\nid: A\ntask: t\n',
  'an empty key': () => ': a\n"": b\nid: A\ntask: t\n',
  'dates of no calendar': () => 'id: A\ntask: t\ndeadline: 2025-02-30\nstarted: 9999-99-99\ncompleted: 2025-08-12T25:61:61+99:99\n',
  'old names twice': (size) => `severity_levels: {}\nseverities: {}\n${lines(size, (i) => `P0_${i}: 1`)}`,
  'many old severities': (size) => `severity_levels:\n${lines(size, (i) => `  P${i % 4}_a${i}: {response_time: 1h}`)}`,
  'a large team': (size) => `team:\n${lines(size, (i) => `  a${i}: {name: Agent ${i}}`)}`,
  'a team of prototypes': () => 'team:\n  __proto__: {name: a}\n  constructor: {name: b}\n  toString:\n',
  'a zone that is none': (size) => `protocol: 1\ntimezone: ${fill('Europe/', size)}\n`,
  'a future protocol': () => 'protocol: 999\nteam: 5\n',
};

export const SHAPES: Readonly<Record<string, Shape>> = { ...repeated, ...inside, ...BUILT };
