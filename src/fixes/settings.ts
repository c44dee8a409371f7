/** `settings: { 'stable-math': … }`: where fixed code imports from, and how. Read and checked once a file. */
import { bundledRuntime } from '../dialects/runtime.ts'

export interface Settings {
  /** The module that fixed code imports from: a package, or a path from the project's root. */
  readonly runtime: string
  /** `import * as stable` or `import { log1p }`. */
  readonly imports: 'namespace' | 'named'
  /** Write `Math.log1p` where the engine has the atomic. */
  readonly builtins: boolean
  /** Look into the files of the project that relative imports name. */
  readonly followImports: boolean
}

const defaults: Settings = { runtime: bundledRuntime, imports: 'namespace', builtins: false, followImports: true }

/** What a file writes to import the module: a relative path in the settings starts at the project's root. */
export function specifierFor(runtime: string, filename: string, root: string): string {
  if (!/^\.\.?\//.test(runtime)) return runtime
  const parts = (path: string): string[] => path.split(/[\\/]/).filter(part => part !== '' && part !== '.')
  const [file, base] = [parts(filename), parts(root)]
  if (!base.every((part, i) => file[i] === part)) return runtime
  const from = file.slice(base.length, -1)
  const to = parts(runtime)
  while (from.length > 0 && to.length > 1 && from[0] === to[0]) {
    from.shift()
    to.shift()
  }
  return `${from.length > 0 ? '../'.repeat(from.length) : './'}${to.join('/')}`
}

const show = (value: unknown): string => JSON.stringify(value) ?? String(value)

/** The settings, or one sentence that says what is wrong with them. */
export function readSettings(all: Readonly<Record<string, unknown>>): Settings | string {
  const given = all['stable-math']
  if (given === undefined) return defaults
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return `settings['stable-math'] must be an object, but is ${show(given)}.`
  const { runtime, imports, builtins, followImports, ...others } = { ...defaults, ...given } as Record<string, unknown>
  const [other] = Object.keys(others)
  if (other !== undefined)
    return `settings['stable-math'] has no "${other}": use "runtime", "imports", "builtins" or "followImports".`
  if (typeof runtime !== 'string' || runtime.trim() === '' || /['"\\\n]/.test(runtime))
    return `settings['stable-math'].runtime must be the name or path of a module, but is ${show(runtime)}.`
  if (imports !== 'namespace' && imports !== 'named')
    return `settings['stable-math'].imports must be "namespace" or "named", but is ${show(imports)}.`
  if (typeof builtins !== 'boolean')
    return `settings['stable-math'].builtins must be true or false, but is ${show(builtins)}.`
  if (typeof followImports !== 'boolean')
    return `settings['stable-math'].followImports must be true or false, but is ${show(followImports)}.`
  return { runtime, imports, builtins, followImports }
}
