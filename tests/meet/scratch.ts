/**
 * A project on disk to follow a page in. What the page says to install is linked from this repository, where it is a
 * development dependency, so that every command runs as it is written and nothing is downloaded.
 */
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const name = 'eslint-plugin-stable-math'

export interface Run {
  readonly status: number | null
  readonly stdout: string
  /** What a person sees: both streams. */
  readonly output: string
}

export class Scratch {
  readonly directory: string

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.directory = mkdtempSync(join(tmpdir(), 'stable-math-meet-'))
    afterAll(() => rmSync(this.directory, { recursive: true, force: true }))
    mkdirSync(this.path('node_modules'))
    symlinkSync(join(root, 'node_modules/.bin'), this.path('node_modules/.bin'), 'junction')
    this.write({ 'package.json': '{ "type": "module" }\n', ...files })
  }

  path(file: string): string {
    return join(this.directory, file)
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8')
  }

  write(files: Readonly<Record<string, string>>): this {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(this.path(file)), { recursive: true })
      writeFileSync(this.path(file), text)
    }
    return this
  }

  /** `as` is its name in the project, if that is another. */
  link(installed: string, as = installed): this {
    const target = installed === name ? root : join(root, 'node_modules', installed)
    if (!existsSync(target)) throw new Error(`${installed} is no development dependency.`)
    mkdirSync(dirname(this.path(`node_modules/${as}`)), { recursive: true })
    if (!existsSync(this.path(`node_modules/${as}`))) symlinkSync(target, this.path(`node_modules/${as}`), 'junction')
    return this
  }

  /** A command of a page, as it is written there. */
  run(command: string, environment: NodeJS.ProcessEnv = {}): Run {
    if (command === 'npm install') return this.#installed()
    const install = /^npm install (?:--save-dev |-D )?(.*)$/.exec(command)
    if (install) {
      for (const each of install[1]!.split(' ')) this.link(each.replace(/(?<=.)@.*$/, ''))
      return { status: 0, stdout: '', output: '' }
    }
    const { status, stdout, stderr } = spawnSync(command, {
      cwd: this.directory,
      encoding: 'utf8',
      shell: true,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, CI: undefined, NODE_OPTIONS: '', ...environment },
    })
    const local = (text: string): string => text.replaceAll(this.directory, '.')
    return { status, stdout: local(stdout), output: local(stdout + stderr) }
  }

  /** What npm does in a project with workspaces: it links them, and what any of them needs. */
  #installed(): Run {
    const manifests = ['.', ...readdirSync(this.path('packages')).map(each => `packages/${each}`)].map(folder => ({
      folder,
      ...(JSON.parse(this.read(`${folder}/package.json`)) as {
        name: string
        dependencies?: object
        devDependencies?: object
      }),
    }))
    for (const { folder, name: own } of manifests.slice(1)) {
      mkdirSync(dirname(this.path(`node_modules/${own}`)), { recursive: true })
      symlinkSync(this.path(folder), this.path(`node_modules/${own}`), 'junction')
    }
    for (const { dependencies, devDependencies } of manifests)
      for (const each of Object.keys({ ...dependencies, ...devDependencies }))
        if (!existsSync(this.path(`node_modules/${each}`))) this.link(each)
    return { status: 0, stdout: '', output: '' }
  }

  /** What a file of the project exports, in a Node.js of its own. */
  value(expression: string, from: string): unknown {
    const program = `import * as it from ${JSON.stringify(`./${from}`)}; console.log(JSON.stringify(${expression}))`
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: this.directory,
      encoding: 'utf8',
    })
    if (!stdout) throw new Error(stderr)
    return JSON.parse(stdout)
  }
}
