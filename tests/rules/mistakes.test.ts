/** A tree that no parser should give makes the plugin fail: the run goes on, and says which file was left alone. */
import { Linter } from 'eslint'
import * as espree from 'espree'
import { afterEach, describe, expect, it, vi } from 'vitest'
import plugin from '../../src/index.ts'

/** Its calls have no arguments, not even an empty list of them. */
const parser = {
  parseForESLint(code: string, options: object) {
    const ast = espree.parse(code, { ...options, range: true, loc: true, tokens: true, comment: true })
    const calls = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return
      if ((node as { type?: string }).type === 'CallExpression') delete (node as { arguments?: unknown }).arguments
      Object.values(node).forEach(calls)
    }
    calls(ast)
    return { ast, visitorKeys: { ...espree.VisitorKeys, CallExpression: ['callee'] } }
  },
}

const lint = (): Linter.LintMessage[] =>
  new Linter().verify(
    'export const f = x => Math.log(1 + x)',
    [{ ...plugin.configs.strict, languageOptions: { parser: parser as never } } as unknown as Linter.Config],
    { filename: 'broken.js' },
  )

describe('a mistake of ours', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })

  it('is a warning beside the results, once a file', () => {
    vi.stubEnv('STABLE_MATH_DEBUG', '')
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    expect(lint()).toEqual([])
    expect(warn.mock.calls.map(([text]) => text)).toEqual([
      expect.stringMatching(
        /^stable-math could not read broken\.js, and left it alone \(TypeError: .*\)\. Please report it: https:/,
      ),
    ])
  })

  it('is thrown where STABLE_MATH_DEBUG is set', () => {
    expect(lint).toThrow(TypeError)
  })
})
