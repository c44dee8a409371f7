/**
 * The code of a file: its text with blanks in the place of comments, regular expressions and the insides of strings, so
 * that a search for operators finds only these, and finds them where they stand.
 */
import type { SourceCode } from '../reading/syntax.ts'

type Range = readonly [number, number]

export function codeOf({ text, ast }: Pick<SourceCode, 'text' | 'ast'>): string {
  const blanks: Range[] = ast.comments.map(comment => comment.range)
  for (const { type, range } of ast.tokens) {
    if (type === 'RegularExpression' || type === 'JSXText') blanks.push(range)
    else if (type === 'String' || type === 'Template') blanks.push([range[0] + 1, range[1] - 1])
  }
  blanks.sort((a, b) => a[0] - b[0])
  let end = 0
  let code = ''
  for (const [from, to] of blanks) {
    code += text.slice(end, from) + ' '.repeat(to - from)
    end = to
  }
  return code + text.slice(end)
}
