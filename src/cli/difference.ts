/** What a fix changes, as a diff with the lines around it. */
import { styleText } from 'node:util'
import { structuredPatch } from 'diff'

const context = 1

export function difference(before: string, after: string): string {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context })
  return hunks
    .flatMap(({ lines, oldStart }) => [
      styleText('dim', `    @@ line ${oldStart} @@`),
      ...lines.filter(line => !line.startsWith('\\')).map(line => `    ${coloured(line)}`),
    ])
    .join('\n')
}

const coloured = (line: string): string =>
  line.startsWith('+') ? styleText('green', line) : line.startsWith('-') ? styleText('red', line) : line
