/** The reference of the runtime, from its docstrings: what an editor shows on hover is what the page says. */
import { existsSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { rules } from '../src/rules/index.ts'

const root = new URL('../', import.meta.url)

interface Documented {
  readonly name: string
  readonly text: string
  readonly signatures: readonly string[]
}

/** One section a function, in the order of their names. */
export function runtimeReference(): string {
  const index = parsed('src/runtime/index.ts')
  const all = index.statements.filter(ts.isExportDeclaration).flatMap(statement => {
    const file = parsed(`src/runtime/${(statement.moduleSpecifier as ts.StringLiteral).text.slice(2)}`)
    if (statement.isTypeOnly || !statement.exportClause) return []
    return (statement.exportClause as ts.NamedExports).elements
      .filter(({ isTypeOnly }) => !isTypeOnly)
      .map(({ name }) => documented(name.text, file))
  })
  return all
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
    .map(section)
    .join('\n\n')
}

function parsed(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(new URL(path, root), 'utf8'), ts.ScriptTarget.Latest, true)
}

function documented(name: string, file: ts.SourceFile): Documented {
  const found = file.statements.filter(
    statement =>
      ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name?.text === name) ||
      (ts.isVariableStatement(statement) &&
        statement.declarationList.declarations.some(each => each.name.getText() === name)),
  )
  const text = found.map(docstring).find(Boolean)
  if (!text) throw new Error(`${file.fileName} has no docstring for ${name}.`)
  const overloads = found.filter(statement => ts.isFunctionDeclaration(statement) && !statement.body)
  return { name, text, signatures: (overloads.length > 0 ? overloads : found.slice(0, 1)).flatMap(signature) }
}

const docstring = (node: ts.Node): string | undefined => {
  const [last] = ts.getJSDocCommentsAndTags(node).slice(-1)
  return last && typeof last.comment === 'string' ? last.comment : undefined
}

/** The head of a declaration without its body; of a class, those of its methods. */
function signature(node: ts.Node): string[] {
  const line = (text: string): string =>
    text
      .replace(/^export (?:const |function )?/, '')
      .replace(/\s+/g, ' ')
      .trim()
  if (ts.isFunctionDeclaration(node))
    return [line(node.getText().slice(0, node.body ? node.body.getStart() - node.getStart() : undefined))]
  if (ts.isVariableStatement(node)) {
    const { initializer, name, type } = node.declarationList.declarations[0]!
    if (type) return [`${name.getText()}: ${line(type.getText())}`]
    if (initializer && ts.isArrowFunction(initializer))
      return [
        line(
          `${name.getText()}${initializer.getText().slice(0, initializer.equalsGreaterThanToken.getStart() - initializer.getStart())}`,
        ),
      ]
    return [name.getText()]
  }
  if (!ts.isClassDeclaration(node)) return []
  const methods = node.members.filter(
    member => (ts.isMethodDeclaration(member) || ts.isGetAccessor(member)) && !ts.isPrivateIdentifier(member.name),
  )
  return [`new ${node.name!.text}()`, ...methods.map(member => line(member.getText().replace(/\{[\s\S]*$/, '')))]
}

function section({ name, text, signatures }: Documented): string {
  const callers = rules.filter(({ lines }) =>
    lines.some(line => line.result && new RegExp(`\\b${name}\\(`).test(line.text.split(/[-~]>/)[1]!)),
  )
  const more = [
    ...(existsSync(new URL(`docs/accuracy/${name}.svg`, root))
      ? [`[its error, plotted](accuracy.md#${name.toLowerCase()})`]
      : []),
    ...(callers.length > 0
      ? [`called by the fixes of ${callers.map(rule => `[${rule.name}](rules/${rule.name}.md)`).join(', ')}`]
      : []),
  ]
  return [
    `## ${name}`,
    `\`\`\`ts\n${signatures.join('\n')}\n\`\`\``,
    ...text.split(/\n\s*\n/).map(paragraph => escaped(paragraph.replace(/\s*\n\s*/g, ' '))),
    ...(more.length > 0 ? [`See ${more.join('; ')}.`] : []),
  ].join('\n\n')
}

/** A docstring is plain text: nothing in it is meant as Markdown or HTML, but for what stands between backticks. */
const escaped = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part.replace(/[\\*_[\]<>|{}]/g, character =>
            character === '<' ? '&lt;' : character === '{' ? '&#123;' : character === '}' ? '&#125;' : `\\${character}`,
          ),
    )
    .join('')
