/** Takes secrets out of lines of output before anybody keeps or shows them: known values, and what has the form of a key. */

const MARK = '[redacted]';
/** A shorter value ("true", "1234") would be found in everything. */
const SHORTEST = 8;

/** Names of variables that hold secrets. */
const SECRET_NAME = /KEY|TOKEN|SECRET|PASS(?:W|_|PHRASE|$)|PWD$|CREDENTIAL|AUTH(?!OR)|PRIVATE|COOKIE|DSN$|DATABASE_URL$|CONNECTION_STRING$/i;
/** They look so, and are paths or ids that say nothing. */
const NO_SECRET = /^(?:PWD|OLDPWD|SSH_AUTH_SOCK|XAUTHORITY|GPG_TTY)$/;

export function namesSecret(name: string): boolean {
  return SECRET_NAME.test(name) && !NO_SECRET.test(name);
}

/**
 * Tokens by their well-known beginnings. Each starts where no word goes on, and none can begin again within itself, so
 * that a line made to be slow is read in one pass.
 */
const FORMS: readonly RegExp[] = [
  /(?<![\w-])sk-[\w-]{16,}/g,
  /(?<![\w-])(?:sk|rk)_(?:live|test)_\w{10,}/g,
  /(?<![\w-])gh[opusr]_\w{20,}/g,
  /(?<![\w-])github_pat_\w{20,}/g,
  /(?<![\w-])gl(?:pat|rt|dt|ptt|cbt)-[\w-]{16,}/g,
  /(?<![\w-])xox[a-z]-[\w-]{10,}/g,
  /(?<![\w-])(?:AKIA|ASIA)[A-Z0-9]{16}(?!\w)/g,
  /(?<![\w-])AIza[\w-]{30,}/g,
  /(?<![\w-])ya29\.[\w-]{20,}/g,
  /(?<![\w-])(?:npm|hf)_\w{20,}/g,
  /(?<![\w-])pypi-[\w-]{20,}/g,
  /(?<![\w-])SG\.[\w-]{16,}\.[\w-]{16,}/g,
  /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/g,
  /(?<=(?<!\w)(?:Bearer|Basic) )[\w.~+/=-]{16,}/gi,
  /(?<=:\/\/[^\s/:@]{1,100}:)[^\s/@]{3,200}(?=@)/g,
];

const BEGIN = '-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----';
const END = '-----END [A-Z ]{0,40}PRIVATE KEY-----';
const KEYS = new RegExp(`${BEGIN}[^]*?(${END}|$)`, 'g');
const REST_OF_KEY = new RegExp(`^[^]*?(${END}|$)`);
/** No key has so many lines: what was begun so and goes on is something else. */
const LONGEST_KEY = 200;

/** For the lines of one stream, in their order: a private key goes over several. */
export function createRedactor(secrets: readonly string[]): (line: string) => string {
  const values = [...new Set(secrets.flatMap(writtenForms))].sort((one, other) => other.length - one.length);
  let keyLines = 0;
  return (line) => {
    const isOpen = keyLines > 0 && keyLines < LONGEST_KEY;
    keyLines = isOpen ? keyLines + 1 : 0;
    const rest = isOpen ? line.replace(REST_OF_KEY, closing) : line;
    return withoutTokens(rest.replace(KEYS, closing), values);
  };

  function closing(_: string, end: string): string {
    keyLines = end === '' ? Math.max(keyLines, 1) : 0;
    return MARK;
  }
}

function withoutTokens(text: string, values: readonly string[]): string {
  const known = values.reduce((kept, value) => kept.replaceAll(value, MARK), text);
  return FORMS.reduce((kept, form) => kept.replace(form, MARK), known);
}

/** A value as it stands, line by line, and as JSON writes it. */
function writtenForms(value: string): string[] {
  const lines = value.split(/\r?\n/);
  return [value, ...lines, JSON.stringify(value).slice(1, -1)].filter((form) => form.trim().length >= SHORTEST);
}
