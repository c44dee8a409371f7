/** Lints one file at a time with the embedded configuration, in whichever module system the file turns out to be. */
import { readFileSync } from 'node:fs'
import { dirname, extname, join, parse } from 'node:path'
import type { ESLint, Linter } from 'eslint'
import plugin from '../index.ts'
import { extensions } from './files.ts'
import type { Toolchain } from './toolchain.ts'

type SourceType = 'module' | 'commonjs'

export const isTypeScript = (file: string): boolean => /^\.[cm]?tsx?$/.test(extname(file))

/** Comments may speak of rules that are not loaded here, and even switch on ESLint's own: none of that is asked for. */
const isOurs = ({ ruleId, fatal, message }: Linter.LintMessage): boolean =>
  ruleId?.startsWith(`${plugin.meta.namespace}/`) || (fatal === true && message.startsWith('Parsing error'))

/** A function here is as old as ESLint's own --fix, but missing in the types. */
const onlyOurFixes: object = { fix: isOurs }

const isFatal = (messages: readonly Linter.LintMessage[]): boolean => messages.some(message => message.fatal)

export interface Checked {
  /** Before anything was fixed. */
  readonly found: readonly Linter.LintMessage[]
  readonly result: ESLint.LintResult
}

export class Checker {
  readonly #toolchain: Toolchain
  readonly #strict: boolean
  readonly #linters = new Map<string, Linter>()

  constructor(toolchain: Toolchain, strict: boolean) {
    this.#toolchain = toolchain
    this.#strict = strict
  }

  check(file: string, text: string, fix: boolean): Checked {
    const { messages, config, linter } = this.verify(file, text)
    if (!fix || !messages.some(message => message.fix))
      return { found: messages, result: resultOf(file, text, messages) }
    const { fixed, output, messages: left } = linter.verifyAndFix(text, config, { filename: file, ...onlyOurFixes })
    return { found: messages, result: { ...resultOf(file, output, left.filter(isOurs)), ...(fixed && { output }) } }
  }

  verify(file: string, text: string): { messages: Linter.LintMessage[]; config: Linter.Config[]; linter: Linter } {
    const linter = this.#linterFor(file)
    const attempts = sourceTypes(file, text).map(sourceType => () => {
      const config = this.#config(file, sourceType)
      return { messages: linter.verify(text, config, { filename: file }).filter(isOurs), config, linter }
    })
    const first = attempts[0]!()
    if (!isFatal(first.messages) || attempts.length === 1) return first
    const second = attempts[1]!()
    return isFatal(second.messages) ? first : second
  }

  /** ESLint lints nothing outside its working directory: that is the root of the disk here. */
  #linterFor(file: string): Linter {
    const { root } = parse(file)
    let linter = this.#linters.get(root)
    if (!linter) this.#linters.set(root, (linter = new this.#toolchain.Linter({ cwd: root, configType: 'flat' })))
    return linter
  }

  #config(file: string, sourceType: SourceType): Linter.Config[] {
    const { typescript } = this.#toolchain
    const languageOptions = {
      sourceType,
      parserOptions: { ecmaFeatures: { jsx: !/^\.[cm]?ts$/.test(extname(file)) } },
      ...(isTypeScript(file) && typescript && { parser: typescript }),
    }
    const config = plugin.configs[this.#strict ? 'strict' : 'recommended']
    return [
      { ignores: ['!**/node_modules/', '!**/.git/'] },
      {
        ...config,
        files: extensions.map(extension => `**/*.${extension}`),
        languageOptions,
        linterOptions: { reportUnusedDisableDirectives: 'off' },
      } as Linter.Config,
    ]
  }
}

function resultOf(filePath: string, source: string, messages: Linter.LintMessage[]): ESLint.LintResult {
  const count = (severity: number, more: (message: Linter.LintMessage) => unknown = () => true): number =>
    messages.filter(message => message.severity === severity && more(message)).length
  return {
    filePath,
    messages,
    suppressedMessages: [],
    errorCount: count(2),
    fatalErrorCount: count(2, message => message.fatal),
    warningCount: count(1),
    fixableErrorCount: count(2, message => message.fix),
    fixableWarningCount: count(1, message => message.fix),
    usedDeprecatedRules: [],
    // Formatters show source, but there is none to show of a clean file.
    ...(messages.length > 0 && { source }),
  }
}

/** The likelier module system first; the other one where a file need not be what its package says. */
function sourceTypes(file: string, text: string): readonly SourceType[] {
  switch (extname(file)) {
    case '.cjs':
    case '.cts':
      return ['commonjs']
    case '.js':
      return packageType(dirname(file)) === 'module' || /^\s*(?:import|export)\b/m.test(text)
        ? ['module', 'commonjs']
        : ['commonjs', 'module']
    default:
      return ['module']
  }
}

const packageTypes = new Map<string, string | undefined>()

function packageType(directory: string): string | undefined {
  if (!packageTypes.has(directory)) packageTypes.set(directory, readPackageType(directory))
  return packageTypes.get(directory)
}

function readPackageType(directory: string): string | undefined {
  try {
    return JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')).type ?? 'commonjs'
  } catch {
    return dirname(directory) === directory ? undefined : packageType(dirname(directory))
  }
}
