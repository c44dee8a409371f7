/** Types, where the parser brings them, only take findings away: the same code with and without them. */
import { Linter } from 'eslint'
import * as parser from '@typescript-eslint/parser'
import plugin from '../../src/index.ts'

const directory = import.meta.dirname
const linter = new Linter({ cwd: directory })
const found = (code: string, typed: boolean): string[] =>
  linter
    .verify(
      code,
      [
        {
          files: ['**/*.ts'],
          ...(plugin.configs.strict as unknown as Linter.Config),
          languageOptions: {
            parser,
            // Where CI is set, the parser would take the text of the file on the disk instead of the code.
            parserOptions: typed
              ? {
                  project: './typed/tsconfig.json',
                  tsconfigRootDir: directory,
                  disallowAutomaticSingleRunInference: true,
                }
              : {},
          },
        },
      ],
      `${directory}/typed/file.ts`,
    )
    .map(({ ruleId, message }) => ruleId?.replace('stable-math/', '') ?? message)

it.each([
  [
    'text that is joined',
    'export const f = (digits: string) => { const longer = digits + 1; return Math.log(longer as never) }',
    ['prefer-log1p'],
  ],
  [
    'a vector class that is no array',
    'declare class Column { map(f: (x: number) => number): Column; reduce(f: (a: number, b: number) => number, first: number): number }\nexport const f = (column: Column) => Math.log(column.map(x => Math.exp(x)).reduce((a, b) => a + b, 0))',
    ['prefer-log-sum-exp'],
  ],
  ['a product of bigints', 'export const f = (a: bigint, b: bigint) => Number(a * a + b * b) - 1', []],
])('%s is no mathematics, once the types are known', (_, code, withoutTypes) => {
  expect(found(code, true)).toEqual([])
  expect(found(code, false)).toEqual(withoutTypes)
})

it.each([
  ['numbers', 'export const f = (x: number) => Math.log(1 + x)', 'prefer-log1p'],
  ['a type that is not known', 'export const f = (x: any) => Math.log(1 + x)', 'prefer-log1p'],
  [
    'typed arrays',
    'export const f = (x: Float64Array) => Math.log(x.map(v => Math.exp(v)).reduce((a, b) => a + b, 0))',
    'prefer-log-sum-exp',
  ],
  [
    'read-only arrays and tuples',
    'export const f = (x: readonly [number, number]) => Math.log(x.map(v => Math.exp(v)).reduce((a, b) => a + b, 0))',
    'prefer-log-sum-exp',
  ],
  [
    'a type parameter',
    'export const f = <T extends number[]>(x: T) => Math.log(x.map(v => Math.exp(v)).reduce((a, b) => a + b, 0))',
    'prefer-log-sum-exp',
  ],
])('%s are read as they are without types', (_, code, rule) => {
  expect(found(code, false)).toEqual([rule])
  expect(found(code, true)).toEqual([rule])
})
