import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', 'test/fixtures/', 'test/runtimes/', 'src/core/schemas/types.ts', 'src/core/schemas/*validators.*', 'src/core/schemas/task-forms.*'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers read well in messages, and what they print is never in doubt.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => stream.write(text)` says what it does.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['src/**'],
    // What a reader has to hold in mind at once.
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 50],
    },
  },
  {
    // Pure means that the same values always give the same answer.
    files: ['src/core/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'AwaitExpression, FunctionExpression[async=true], FunctionDeclaration[async=true], ArrowFunctionExpression[async=true]', message: 'core answers at once: what waits belongs to app or an adapter.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'core has no clock: take the time as a value.' },
        { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'core has no chance: take random values as arguments.' },
      ],
    },
  },
  {
    files: ['src/core/**', 'src/app/**', 'src/present/**', 'src/cli/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'fetch', 'setTimeout', 'setInterval'].map((name) => ({ name, message: 'The world comes in through a port (src/app/ports.ts).' })),
      ],
    },
  },
  {
    files: ['scripts/**', 'bench/**'],
    rules: {
      'no-console': 'off',
      // What JSON.parse gives to a build script was written by us.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['bin/**'],
    ...tseslint.configs.disableTypeChecked, // it imports what only a build makes
  },
  {
    files: ['bin/**'],
    rules: { '@typescript-eslint/no-require-imports': 'off' }, // the built program is CommonJS: it starts sooner
  },
);
