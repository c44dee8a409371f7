/** Which methods the class of a tensor can be seen to have: of `this`, of `new C()`, of a parameter declared to be a C. */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Reading } from './index.ts'
import { descendants, memberName, seenThrough, staticName, type Node } from './syntax.ts'

/** The methods of the class of whose object a chain of calls begins, if it has all that the chain calls. */
export function classOf(chain: Node, reading: Reading): ReadonlySet<string> | undefined {
  const called: string[] = []
  let at = seenThrough(chain)
  while (at.type === 'CallExpression' && seenThrough(at.callee).type === 'MemberExpression') {
    const callee = seenThrough(at.callee) as TSESTree.MemberExpression
    const name = memberName(callee)
    if (name !== undefined) called.push(name)
    at = seenThrough(callee.object)
  }
  const body = classBody(at, reading)
  if (!body) return undefined
  const methods = new Set(
    body.body.flatMap(member =>
      member.type === 'MethodDefinition' && member.kind === 'method' && !member.static
        ? [staticName(member.key, member.computed)]
        : [],
    ),
  )
  return called.every(name => methods.has(name)) ? (methods as ReadonlySet<string>) : undefined
}

function classBody(root: Node, reading: Reading): TSESTree.ClassBody | undefined {
  if (root.type === 'ThisExpression') {
    for (let at: Node | undefined = root.parent; at; at = at.parent) {
      if (at.type === 'ClassBody') return at
      if (
        at.type === 'FunctionDeclaration' ||
        (at.type === 'FunctionExpression' && at.parent.type !== 'MethodDefinition')
      )
        return undefined
    }
    return undefined
  }
  if (root.type === 'NewExpression')
    return root.callee.type === 'Identifier' ? named(root.callee.name, reading) : undefined
  const variable = root.type === 'Identifier' ? reading.resolver.variable(root) : undefined
  const definition = variable?.identifiers[0]
  const type = definition?.typeAnnotation?.typeAnnotation
  if (type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier') return named(type.typeName.name, reading)
  const initial = variable && reading.resolver.initialValue(variable)
  return initial ? classBody(seenThrough(initial.init), reading) : undefined
}

function named(name: string, { sourceCode }: Reading): TSESTree.ClassBody | undefined {
  for (const node of descendants(sourceCode.ast as Node, sourceCode.visitorKeys))
    if (node.type === 'ClassDeclaration' && node.id?.name === name) return node.body
  return undefined
}
