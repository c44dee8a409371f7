/** Projects on disk for the command line to run in, with as much installed as a test wants. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Project {
  readonly directory: string
  run(...args: string[]): Run
  read(file: string): string
}

/** The plugin lies apart from all that is installed here, as it would in a cache of npx. */
const home = mkdtempSync(join(tmpdir(), 'stable-math-'))
const plugin = join(home, 'plugin')
for (const part of ['dist', 'src/runtime', 'package.json'])
  cpSync(join(root, part), join(plugin, part), { recursive: true })
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** `installed` maps names of packages to those of this repository. */
export function project(
  files: Readonly<Record<string, string>>,
  installed: Readonly<Record<string, string>> = { eslint: 'eslint' },
): Project {
  const directory = join(mkdtempSync(join(home, 'in-')), 'project')
  mkdirSync(directory)
  for (const [name, source] of Object.entries(installed)) {
    mkdirSync(dirname(join(directory, 'node_modules', name)), { recursive: true })
    symlinkSync(join(root, 'node_modules', source), join(directory, 'node_modules', name), 'junction')
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true })
    writeFileSync(join(directory, name), text)
  }
  return {
    directory,
    run(...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(plugin, 'dist/cli.js'), ...args], {
        cwd: directory,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
      })
      return { status, stdout, stderr }
    },
    read: file => readFileSync(join(directory, file), 'utf8'),
  }
}

export const typescript = { eslint: 'eslint', '@typescript-eslint/parser': '@typescript-eslint/parser' }

/** The names of the files that were linted with findings. */
export const filesIn = ({ stdout }: Run): string[] =>
  (JSON.parse(stdout) as { filePath: string; messages: unknown[] }[])
    .filter(({ messages }) => messages.length > 0)
    .map(({ filePath }) => filePath.replace(/^.*\/project\//, ''))
