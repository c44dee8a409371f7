/**
 * Most files of a project hold no mathematics: a search of their text, which costs next to nothing, spares reading them.
 */
import { libraries } from '../dialects/libraries.ts'
import type { SourceCode } from '../reading/syntax.ts'
import { codeOf } from './code.ts'

/** What a file must have to be read: functions of `Math` or an alias of it, powers, sums and products, names. */
const ofMath =
  /\bMath(?:\s*\??\.\s*(?:log|exp|pow|sqrt|cosh|hypot|cbrt|a?(?:cos|sin|tan)|E\b)|\s*(?:\?\.)?\s*\[|\s*[);,\]}'"`!]|\s+(?:as|satisfies)\b)|=\s*[\w.]*\bMath\b(?!\s*\.)/
const clips = /\bMath\.(?:max|min)\b/
const tiny = /\de-\d|\b0?\.00|\beps/i
const names =
  /(?:[sS]oft_?(?:[mM]ax|[pP]lus)|[sS]igmoid|[lL]og(?:istic|_?[sS]um_?[eE]xp)|[gG]amma|[fF]actorial|[eE]xpit|SOFT(?:MAX|PLUS)|SIGMOID)\w*\s*[(),}]/
/** Functions and methods of tensors; `console.log(`, `this.log()` and `logger.log(` are none. */
const tensors = [
  /\.(?:exp|expm1|log1p|hypot|softmax|softplus|log_?[sS]\w+)\s*\(/,
  /\.log\s*\((?<!(?:console|this|[lL]og|[lL]ogger)\s*\.log\s*\()\s*[\w$)]/,
  /\((?<=\b(?:exp|log)\()[\w$]+(?:\.ref)?\)\./,
  /\((?<=\b(?:square|reciprocal)\()/,
  /\.(?:square|norm|std)\(\)/,
]
const escaped = (name: string): string => name.replace(/[^\w]/g, '\\$&')
const packages = libraries.flatMap(library => Object.keys(library.packages)).map(escaped)
const globals = libraries.flatMap(library => library.globals).map(escaped)
const ofPackage = new RegExp(`['"](?:${packages.join('|')})`)
const ofGlobal = new RegExp(`\\.(?<=\\b(?:${globals.join('|')})\\.)`)
/** Functions under their bare names, as a library calls its own; a text in the parentheses is for a log of another kind. */
const bare = /\b(?:exp|log|sqrt|pow|cosh?|sin|tan)\((?<![.#]\s*\w+\()(?!['"`)])/

// An expression is found by its operator, and only then is looked at what stands before: there are more names than operators.
const powers = /\*\*(?<=[\w$)\]]\s*\*\*)/
/** Of two quantities: what a number multiplies is no moment. */
const product = /\*(?<=(?:[A-Za-z_$][\w$]*|[)\]])\s*\*)\s*[A-Za-z_$(]/
const sums = /\.reduce\(|\b(?:sum|mean)\w*\(/i
const summedProducts = new RegExp(
  `(?:[+]=|=\\s*([\\w$]+)\\s*[+](?<=(?<![\\w$])\\1\\s*=\\s*\\1\\s*[+]))[^\\n;]*${product.source}`,
)
/** The square of a name, of an entry, or of a short sum. */
const squares =
  /\*\s*([A-Za-z_$][\w$]*(?:\.[\w$]+|\[[^\]\n]*\])*)(?![\w$.[])(?<=(?<![\w$.\]])\1\s*\*\s*\1)|\*\s*(\([^()\n]+\))(?<=\2\s*\*\s*\2)/
/** A quotient, and 1 beside a minus. */
const quotients = /\/(?<!<\/)\s*[A-Za-z_$(]/
const lessOne = /\b1\s*-\s*[\w$(]|-\s*1\b|\b1\s*[+]\s*-/
/** -q + 1. */
const plusOne = /[+]\s*1\b/
const negative = /-(?<=(?:[=(,?:&|<>*/{;[]|return)\s*-)\s*[A-Za-z_$(]/
const reciprocals = /\b1(?:\.0)?\s*\/\s*[\w$(][^]*\b1(?:\.0)?\s*\/\s*[\w$(]/
const chances = /prob(?!lem|abl[ey]|e\b)|likelihood|densit/i
const multiplied = /\*=|\.reduce\(/

/** Two moments that have names need no more than a minus: `meanSquare - squaredMean`. */
const moments = /[sS]q(?<=(?:[sS]um|[tT]otal|[mM]ean)\w{0,9}[sS]q)|[sS]econd_?[mM]oment/

/** Functions under any name. */
const hasFunctions = (text: string): boolean =>
  (text.includes('Math') && (ofMath.test(text) || (clips.test(text) && tiny.test(text)))) ||
  names.test(text) ||
  moments.test(text) ||
  tensors.some(one => one.test(text)) ||
  ofPackage.test(text) ||
  ofGlobal.test(text)

/** What sums, products and quotients alone may get wrong. */
const hasArithmetic = (text: string): boolean =>
  squares.test(text) ||
  (quotients.test(text) && (lessOne.test(text) || (plusOne.test(text) && negative.test(text)))) ||
  (product.test(text) && (sums.test(text) || summedProducts.test(text))) ||
  reciprocals.test(text) ||
  (multiplied.test(text) && chances.test(text))

const hasMathematics = (code: string): boolean => hasFunctions(code) || powers.test(code) || hasArithmetic(code)

const operators = new Set(['*', '/', '**', '*=', '/=', '**='])

/** The code of a file, see code.ts, if it holds some mathematics. */
export function mathematicalCode({ text, ast }: SourceCode): string | undefined {
  if (!hasFunctions(text) && !ast.tokens.some(({ value }) => operators.has(value))) return undefined
  const code = codeOf({ text, ast })
  return usesLibrary(text, code) || hasMathematics(code) ? code : undefined
}

/** What a part of the code of a file has. */
export function mathematicsOf(code: string): 'functions' | 'arithmetic' | 'sums' | undefined {
  if (hasFunctions(code) || powers.test(code) || bare.test(code)) return 'functions'
  if (hasArithmetic(code)) return 'arithmetic'
  return sums.test(code) ? 'sums' : undefined
}

/** Something that may go wrong with what another function has computed. */
export const hasOperators = (code: string): boolean => /[-*/]/.test(code)

/** In a file that uses a library for tensors, whatever has its methods may be one. */
export const usesLibrary = (text: string, code: string): boolean => ofPackage.test(text) || ofGlobal.test(code)

/** An alias of `Math`, or something of a library: what is defined so may be called elsewhere. */
export const namesMathematics = (text: string): boolean =>
  /\bMath\b(?!\s*\.\s*\w+\s*\()/.test(text) || usesLibrary(text, text)
