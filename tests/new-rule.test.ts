/** A contributor's first minute: the script writes a rule that works, and the tests say what is left to be filled. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

vi.setConfig({ testTimeout: 180_000 })

const root = fileURLToPath(new URL('..', import.meta.url))
const copy = mkdtempSync(join(tmpdir(), 'stable-math-rule-'))
afterAll(() => rmSync(copy, { recursive: true, force: true }))
const parts = 'src tools docs tests bench README.md package.json tsconfig.json vitest.config.ts'
for (const part of parts.split(' '))
  cpSync(join(root, part), join(copy, part), { recursive: true, filter: path => !path.includes('node_modules') })
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')

const run = (program: string, ...args: string[]): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, VITEST: undefined },
  })
  return { status, output: stdout + stderr }
}
const newRule = (...args: string[]): ReturnType<typeof run> =>
  run('jiti/lib/jiti-cli.mjs', 'tools/new-rule.ts', ...args)
const vitest = (...args: string[]): ReturnType<typeof run> => run('vitest/vitest.mjs', 'run', ...args)
const page = join(copy, 'docs/rules/prefer-half.md')

it.each([
  [[], /^Say its name/],
  [['Prefer_Half'], /is called prefer-…/],
  [['prefer-log1p'], /There is a rule prefer-log1p already/],
])('%j is refused in one sentence', (args, sentence) => {
  expect(newRule(...args)).toMatchObject({ status: 1, output: expect.stringMatching(sentence) as string })
})

it('writes a rule, and its page with all that follows from it', () => {
  expect(newRule('prefer-half')).toMatchObject({
    status: 0,
    output: expect.stringContaining('docs/rules/prefer-half.md') as string,
  })
  expect(run('jiti/lib/jiti-cli.mjs', 'tools/generate.ts', '--check')).toEqual({ status: 0, output: '' })
  expect(readFileSync(page, 'utf8')).toContain('# prefer-half\n')
})

it('is green once the page is filled', () => {
  const filled = {
    'What goes wrong':
      "It cancels.\n\n```js incorrect\nexport const f = x => Math.log(2 + x) - Math.log(2)\n```\n\n```js fixed\nimport * as stable from 'eslint-plugin-stable-math/runtime'\nexport const f = x => stable.log1p(0.5 * x)\n```\n",
    'What is seen through': 'Variables.\n\n```js correct\nexport const f = x => Math.log(2 + x)\n```\n',
    'Fix safety': 'Equal on paper.\n',
    'When not to use it': 'For large x.\n',
    'Further reading': '- A book.\n',
  }
  let text = readFileSync(page, 'utf8')
  for (const [title, part] of Object.entries(filled)) text = text.replace(`## ${title}\n`, `## ${title}\n\n${part}`)
  writeFileSync(page, text)
  expect(run('jiti/lib/jiti-cli.mjs', 'tools/generate.ts', '--check')).toEqual({ status: 0, output: '' })
  expect(vitest('tests/rules/prefer-half.test.ts', 'tests/docs.test.ts', '-t', 'prefer-half').output).toMatch(
    /Tests +\d+ passed/,
  )
})
