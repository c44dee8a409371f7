/**
 * Runs ESLint's own rule tester over rows of "this code becomes that code". Every fix brings the import, so rows leave it
 * out where it comes first; `spelled` rows are tried in each way in which `Math` can be written.
 */
import { RuleTester } from '@typescript-eslint/rule-tester'
import { afterAll, describe, it } from 'vitest'
import { eslintRule } from '../../src/rules/define-rule.ts'
import { rules } from '../../src/rules/index.ts'

RuleTester.afterAll = afterAll
RuleTester.describe = describe
RuleTester.it = it
RuleTester.itOnly = it.only

/** What `--fix` makes of it, or null; and what the editor suggests. */
type Change = readonly [naive: string, fixed: string | null, ...suggestions: string[]]

export interface Cases {
  /** One expression with a free `Math`, and what it becomes. */
  readonly spelled: readonly Change[]
  /** What is seen through, by the name of the form. */
  readonly invalid: Readonly<Record<string, readonly Change[]>>
  readonly valid: Readonly<Record<string, readonly string[]>>
  /** What an editor suggests with a word of caution. */
  readonly cautioned?: Readonly<Record<string, readonly (readonly [naive: string, suggestion: string])[]>>
}

export function testRule(name: string, { spelled, invalid, valid, cautioned = {} }: Cases): void {
  const rule = rules.find(candidate => candidate.name === name)!
  const changes = [
    ...spelled.flatMap(change => spellings.map(({ spelling, spell }) => ({ form: spelling, change: spell(change) }))),
    ...Object.entries(invalid).flatMap(([form, all]) => all.map(change => ({ form, change }))),
  ]
  const silent = [
    ...spelled.map(([naive]) => ({ form: 'shadowed Math', code: `export const f = (Math: any) => ${naive}` })),
    ...Object.entries(valid).flatMap(([form, all]) => all.map(code => ({ form, code }))),
  ]
  new RuleTester().run(name, eslintRule(rule), {
    valid: silent.map(({ form, code }) => ({ name: titled(form, code), code: source(code) })),
    invalid: [
      ...Object.entries(cautioned).flatMap(([form, all]) =>
        all.map(([naive, suggestion]) => ({
          name: titled(form, naive),
          code: source(naive),
          output: null,
          errors: [
            {
              messageId: 'unstable' as const,
              suggestions: [{ messageId: 'replaceAlthough' as const, output: imported(suggestion) }],
            },
          ],
        })),
      ),
      ...changes.map(({ form, change: [naive, fixed, ...suggestions] }) => ({
        name: titled(form, naive),
        code: source(naive),
        output: fixed === null ? null : imported(fixed),
        errors: [
          {
            messageId:
              fixed === null && suggestions.length === 0 ? ('unstableWithoutFix' as const) : ('unstable' as const),
            suggestions:
              suggestions.length === 0
                ? null
                : suggestions.map(output => ({ messageId: 'replace' as const, output: imported(output) })),
          },
        ],
      })),
    ],
  })
}

const renamed = (text: string, spell: (member: string) => string): string =>
  text.replace(/Math\.([a-z]\w*)/g, (_, member: string) => spell(member))
const members = (text: string): string[] => [
  ...new Set([...text.matchAll(/Math\.([a-z]\w*)/g)].map(([, member]) => member!)),
]

/** The declaration is exported so that the fix leaves it alone. */
const declared =
  (declaration: (names: string[]) => string, spell: (member: string) => string) =>
  ([naive, ...after]: Change): Change => {
    const line = declaration(members(naive))
    const [fixed, ...suggestions] = after.map(text => (text === null ? null : `${line}\n${assigned(text)}`))
    return [`${line}\n${assigned(renamed(naive, spell))}`, fixed!, ...(suggestions as string[])]
  }

const spellings: readonly { readonly spelling: string; readonly spell: (change: Change) => Change }[] = [
  { spelling: 'Math.f', spell: change => change },
  { spelling: "Math['f']", spell: ([naive, ...after]) => [renamed(naive, member => `Math['${member}']`), ...after] },
  {
    spelling: 'globalThis.Math.f',
    spell: ([naive, ...after]) => [renamed(naive, member => `globalThis.Math.${member}`), ...after],
  },
  {
    spelling: 'parentheses, casts, !',
    spell: ([naive, ...after]) => [
      renamed(naive, member => `((Math as Math)!.${member} satisfies unknown)!`),
      ...after,
    ],
  },
  {
    spelling: 'const { f } = Math',
    spell: declared(
      names => `export const { ${names.join(', ')} } = Math`,
      member => member,
    ),
  },
  {
    spelling: 'const { f: g } = Math',
    spell: declared(
      names => `export const { ${names.map(name => `${name}: my_${name}`).join(', ')} } = Math`,
      member => `my_${member}`,
    ),
  },
  {
    spelling: 'const g = Math.f',
    spell: declared(
      names => names.map(name => `export const my_${name} = Math.${name}`).join('\n'),
      member => `my_${member}`,
    ),
  },
  {
    spelling: 'const M = Math',
    spell: declared(
      () => 'export const M = Math',
      member => `M.${member}`,
    ),
  },
]

const title = 90
const titled = (form: string, code: string): string => `${form}: ${dedented(code).replace(/\s+/g, ' ').slice(0, title)}`

/** An expression is the value of something: a line that starts with a sign would be a part of the line before. */
const assigned = (code: string): string =>
  /^(import|export|const|let|var|function|class)\b|\n/.test(code) ? code : `export const result = ${code}`

const source = (code: string): string => assigned(dedented(code))

/** Multi-line rows are indented like the test that they stand in. */
function dedented(code: string): string {
  const lines = code.replace(/^\n/, '').split('\n')
  const indent = Math.min(...lines.filter(line => line.trim()).map(line => line.search(/\S/)))
  return lines
    .map(line => line.slice(indent))
    .join('\n')
    .trimEnd()
}

function imported(stable: string): string {
  const code = source(stable)
  return code.includes('stable.') && !/as stable\b|stable = require/.test(code)
    ? `import * as stable from 'eslint-plugin-stable-math/runtime'\n${code}`
    : code
}
