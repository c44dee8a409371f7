/** The parser of typescript-eslint without the part that opens projects on a disk. It is large, and loaded when asked for. */
import { analyze } from '@typescript-eslint/scope-manager'
import { visitorKeys } from '@typescript-eslint/visitor-keys'
import { astConverter } from 'estree-converter'
import ts from 'typescript'

/** What ESLint needs of a syntax tree. */
const settings = { comment: true, loc: true, range: true, tokens: true, suppressDeprecatedPropertyWarnings: true }

export const parser = {
  meta: { name: 'typescript-in-browser', version: ts.version },
  parseForESLint(code: string) {
    const file = ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)
    const { estree } = astConverter(file, settings as never, false)
    return { ast: { ...estree, sourceType: 'module' }, scopeManager: analyze(estree, { sourceType: 'module' }), visitorKeys }
  },
}
