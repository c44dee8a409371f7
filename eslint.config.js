import { defineConfig } from 'eslint/config'
import eslintPlugin from 'eslint-plugin-eslint-plugin'
import tseslint from 'typescript-eslint'
import stableMath from './dist/index.js'

/** The runtime is what the fixes call, and the tools hold the naive formulas that it is measured against. */
const naiveOnPurpose = ['src/runtime/**', 'tools/peers/**', 'tools/accuracy/**', 'examples/**', 'tests/**']

export default defineConfig(
  { ignores: ['**/node_modules', 'dist', 'examples/.fixed', 'tests/reading/project', 'docs', 'coverage'] },
  {
    files: ['src/**/*.ts', 'tools/**/*.ts', '*.config.ts'],
    extends: [tseslint.configs.strict, eslintPlugin.configs.recommended],
    rules: {
      'max-lines': ['error', 400],
      // `!` says what noUncheckedIndexedAccess cannot know.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // ESLint's own types and those of optional packages are not there, or are too many.
      '@typescript-eslint/no-explicit-any': 'off',
      // Each overload has a sentence of its own in the editor.
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowEmpty: true }],
      // One condition decides which of two is called.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_+$', argsIgnorePattern: '^_+$', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs,ts}'],
    languageOptions: { parser: tseslint.parser },
    extends: [stableMath.configs.strict],
  },
  {
    files: naiveOnPurpose,
    rules: Object.fromEntries(Object.keys(stableMath.configs.strict.rules).map(rule => [rule, 'off'])),
  },
)
