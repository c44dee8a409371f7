/** Every kind of file, under each ESLint, by the configurations of docs/typescript-vue-svelte.md: found, fixed, once. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { Page } from './page.ts'
import { root, Scratch } from './scratch.ts'

const page = new Page('typescript-vue-svelte.md')
const [typescript, vue, svelte] = page.versions('eslint.config.js') as [string, string, string]

const importLine = "import * as stable from 'eslint-plugin-stable-math/runtime'\n"
const module = 'export const f = x => Math.log(1 + x)\n'
const typed = 'export const f = (x: number): number => Math.log(1 + x)\n'
const stable = (text: string): string => text.replace('Math.log(1 + x)', 'stable.log1p(x)')

interface Language {
  readonly config: string
  readonly files: Readonly<Record<string, string>>
  /** What the fix makes of them. */
  readonly fixed: Readonly<Record<string, string>>
}

const plain = {
  'a.js': module,
  'a.mjs': module,
  'a.jsx': 'export const F = ({ x }) => <p>{Math.log(1 + x)}</p>\n',
  'a.ts': typed,
  'a.mts': typed,
  'a.tsx': 'export const F = ({ x }: { x: number }) => <p>{Math.log(1 + x)}</p>\n',
}
const common = {
  'a.cjs': 'module.exports = x => Math.log(1 + x)\n',
  'a.cts': 'module.exports = (x: number) => Math.log(1 + x)\n',
}

const languages: Record<string, Language> = {
  'JavaScript and TypeScript': {
    config: typescript,
    files: { ...plain, ...common },
    fixed: {
      ...Object.fromEntries(Object.entries(plain).map(([file, text]) => [file, importLine + stable(text)])),
      ...Object.fromEntries(
        Object.entries(common).map(([file, text]) => [
          file,
          `const stable = require('eslint-plugin-stable-math/runtime')\n${stable(text)}`,
        ]),
      ),
    },
  },
  Vue: {
    config: vue,
    files: {
      'setup.vue':
        '<template><p>{{ f(1) }}</p></template>\n\n<script setup lang="ts">\nconst f = (x: number) => Math.log(1 + x)\n</script>\n',
      'options.vue':
        "<script>\nimport { ref } from 'vue'\nexport default { methods: { f: x => Math.log(1 + x) } }\n</script>\n",
    },
    fixed: {
      'setup.vue': `<template><p>{{ f(1) }}</p></template>\n\n<script setup lang="ts">\n${importLine}const f = (x: number) => stable.log1p(x)\n</script>\n`,
      'options.vue': `<script>\nimport { ref } from 'vue'\n${importLine}export default { methods: { f: x => stable.log1p(x) } }\n</script>\n`,
    },
  },
  Svelte: {
    config: svelte,
    files: {
      'script.svelte':
        '<script lang="ts">\n  let rate = 1\n  const f = (x: number) => Math.log(1 + x)\n</script>\n\n<p>{f(rate)} {Math.log(1 + rate)}</p>\n',
      'both.svelte':
        '<script module>\n  export const g = x => Math.exp(x) - 1\n</script>\n\n<script>\n  const f = x => Math.log(1 + x)\n</script>\n',
      'empty.svelte': '<script></script>\n{#each [1, 2] as x}{Math.log(1 + x / 3)}{/each}\n',
      'none.svelte': '{#each [1, 2] as x}{Math.log(1 + x / 3)}{/each}\n',
    },
    fixed: {
      'script.svelte': `<script lang="ts">\n  ${importLine}  let rate = 1\n  const f = (x: number) => stable.log1p(x)\n</script>\n\n<p>{f(rate)} {stable.log1p(rate)}</p>\n`,
      'both.svelte': `<script module>\n  ${importLine}  export const g = x => stable.expm1(x)\n</script>\n\n<script>\n  const f = x => stable.log1p(x)\n</script>\n`,
      'empty.svelte': `<script>\n  ${importLine.trim()}</script>\n{#each [1, 2] as x}{stable.log1p(x / 3)}{/each}\n`,
      'none.svelte': `<script>\n  ${importLine}</script>\n\n{#each [1, 2] as x}{stable.log1p(x / 3)}{/each}\n`,
    },
  },
}

describe.each(['eslint', 'eslint9'])('under %s', eslint => {
  it.each(Object.entries(languages))('%s', (_, { config, files, fixed }) => {
    const project = new Scratch({ 'eslint.config.js': config, ...files })
    for (const command of page.commands) project.run(command.replace(' eslint ', ' '))
    project.link(eslint, 'eslint')
    const lint = (...args: string[]): { status: number | null; stdout: string } =>
      spawnSync(process.execPath, [join(root, `node_modules/${eslint}/bin/eslint.js`), ...args, '.'], {
        cwd: project.directory,
        encoding: 'utf8',
      })
    const before = lint('--format', 'json')
    const found = (JSON.parse(before.stdout) as { filePath: string; messages: { ruleId: string }[] }[]).filter(
      ({ messages }) => messages.length > 0,
    )
    expect(
      found
        .flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))
        .every(rule => /^stable-math\/prefer-(log1p|expm1)$/.test(rule)),
    ).toBe(true)
    expect(found.map(({ filePath }) => filePath.split('/').at(-1)).sort()).toEqual(Object.keys(files).sort())
    expect(lint('--fix').status).toBe(0)
    for (const [file, text] of Object.entries(fixed)) expect(project.read(file), file).toBe(text)
  })

  it('a configuration in TypeScript', () => {
    const project = new Scratch({ 'eslint.config.ts': typescript, 'a.ts': typed })
    for (const command of page.commands) project.run(command.replace(' eslint ', ' '))
    project.link(eslint, 'eslint').link('jiti')
    const { stdout } = spawnSync(process.execPath, [join(root, `node_modules/${eslint}/bin/eslint.js`), '.'], {
      cwd: project.directory,
      encoding: 'utf8',
    })
    expect(stdout).toContain('stable-math/prefer-log1p')
  })
})
