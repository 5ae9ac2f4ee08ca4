import eslint from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript-eslint';
import { reasonedSuppression } from './lint-rules/reasoned-suppression.mjs';
import {
  always,
  configured,
  fewImports,
  fewParameters,
  loadable,
  namedExports,
  repeatable,
} from './lint-rules/syntax.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const nodeNames =
  'process console URL setTimeout clearTimeout setInterval clearInterval module require __dirname globalThis performance Buffer fetch';
const browserNames = 'document localStorage matchMedia';
const known = (names) => ({ globals: Object.fromEntries(names.split(' ').map((name) => [name, 'readonly'])) });

const sizes = (lines) => ({ 'max-lines': ['error', { max: lines, skipBlankLines: true, skipComments: true }] });

const everything = [fewParameters, namedExports, fewImports, loadable, repeatable, configured];
/** The whole rule, once more: a later entry for the same file replaces an earlier one, it does not add to it. */
const allBut = (...left) => {
  const kept = everything.filter((syntax) => !left.includes(syntax));
  return { 'no-restricted-syntax': ['error', ...always, ...kept.flat()] };
};

export default defineConfig(
  globalIgnores(['dist/', 'data/', 'coverage/', 'test-results/', 'test/architecture/samples/', '**/*.d.ts']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { relais: { rules: { 'reasoned-suppression': reasonedSuppression } } },
    rules: { 'relais/reasoned-suppression': 'error' },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [eslint.configs.recommended, typescript.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      ...sizes(300),
      ...allBut(),
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 10],
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A promise is asked for by the interface; one that is kept at once fulfils it too.
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: ['src/platform/**'], rules: allBut(repeatable, configured) },
  { files: ['src/networks/index.ts', 'src/contract/index.ts'], rules: allBut(namedExports, fewImports) },
  // The composition root: the only file that knows every part.
  { files: ['src/app.module.ts'], rules: allBut(fewImports) },
  { files: ['src/main.ts'], rules: allBut(loadable, configured) },
  // The console's one door to the time of the machine that it runs on.
  { files: ['web/src/live/server-now.ts'], rules: allBut(repeatable) },
  // A schema is a list of statements; cut in two it is no shorter to read.
  { files: ['migrations/**'], rules: { 'max-lines': 'off' } },
  {
    files: ['src/actions/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@nestjs/*'], allowImportNames: ['Injectable'], message: 'Injectable only.' }] },
      ],
    },
  },
  { files: ['web/**/*.tsx', 'web/**/*.ts'], extends: [reactHooks.configs.flat['recommended-latest']] },
  {
    files: ['src/tools/**', 'src/demo/**', '**/*.config.ts'],
    rules: { ...allBut(namedExports, loadable, repeatable, configured), 'no-console': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'test/**/*.ts'],
    rules: {
      ...sizes(400),
      ...allBut(fewParameters, fewImports, repeatable, configured),
      'max-lines-per-function': 'off',
      // What Jest's matchers and parsed answers are is found out by comparing them.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    extends: [eslint.configs.recommended],
    languageOptions: known(nodeNames),
    rules: { ...sizes(300), ...allBut(namedExports, loadable, repeatable, configured), complexity: ['error', 10] },
  },
  { files: ['web/public/*.js'], languageOptions: known(browserNames) },
);
