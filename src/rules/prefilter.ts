/**
 * Most files of a project hold no mathematics: a search of their text, which costs next to nothing, spares reading them.
 */
import { libraries } from '../dialects/libraries.ts'

/** What a file must have to be read: functions of `Math` or an alias of it, powers, sums and products, names. */
const ofMath =
  /\bMath(?:\s*\??\.\s*(?:log|exp|pow|sqrt|cosh|hypot|cbrt|a?(?:cos|sin|tan)|E\b)|\s*(?:\?\.)?\s*\[|\s*[);,\]}'"`!]|\s+(?:as|satisfies)\b)|=\s*[\w.]*\bMath\b(?!\s*\.)/
const clips = /\bMath\.(?:max|min)\b/
const tiny = /\b1e-\d|\beps/i
const quadratic = /\b4(?:\.0)? ?\*|\* ?4\b/
const reciprocals = /\b1(?:\.0)? ?\/ ?[\w(][^]*\b1(?:\.0)? ?\/ ?[\w(]/
const chances = /prob(?!lem|abl[ey]|e\b)|likelihood|densit/i
const multiplied = /\*=|\.reduce\(/
const powers = /[\w)\]]\s*\*\*=?\s*[\w(.+-]/
const sums = /\.reduce\(|\b(?:sum|mean)\w*\(/i
const products = /[\w\])] ?\* ?[\w(]/
const summedProducts = /[+]=[^\n;]*[\w\])] ?\* ?[\w(]|(?:sum|total|mean)\w{0,9}sq|second_?moment/i
/** The square of a name, or of a short sum. */
const squares = /\b(\w+) ?\* ?\1\b|(\([^()\n]+\)) ?\* ?\2/
/** A quotient, and 1 beside a minus. */
const quotients = /[\w)\]] \/ [\w(]|\)\/\w/
const lessOne = /\b1 ?- ?[\w(]|[-+] ?1\b/
const names = /(?:softmax|sigmoid|logsumexp|softplus|gamma|factorial|logistic|expit)\w*\s*[(),}]/i
/** Functions and methods of tensors; `console.log(` is none. */
const tensors =
  /[\w$\])]\s*\??\.\s*(?:(?:exp|expm1|log1p|softmax|softplus|log_?[sS]\w+)\s*\(|log\s*\(\s*\))|\b(?:exp|log)\([\w$]+(?:\.ref)?\)\.|(?<!console|[lL]og|[lL]ogger)\.log\(\w|\b(?:square|reciprocal)\(|\.(?:square|norm|std)\(\)/
const escaped = (name: string): string => name.replace(/[^\w]/g, '\\$&')
const packages = libraries.flatMap(library => Object.keys(library.packages)).map(escaped)
const globals = libraries.flatMap(library => library.globals).map(escaped)
const ofLibrary = new RegExp(`['"](?:${packages.join('|')})|\\b(?:${globals.join('|')})\\.`)

/** Functions under their bare names, as a library calls its own; a text in the parentheses is for a log of another kind. */
const bare = /(?<!console\s*\.\s*)\b(?:exp|log|sqrt|pow|cosh?|sin|tan)\((?!['"`)])/

/** Functions and powers under any name. */
const hasFunctions = (text: string): boolean =>
  (text.includes('Math') && (ofMath.test(text) || (clips.test(text) && tiny.test(text)))) ||
  powers.test(text) ||
  names.test(text) ||
  tensors.test(text) ||
  ofLibrary.test(text)

/** What sums, products and quotients alone may get wrong. */
const hasArithmetic = (text: string): boolean =>
  quadratic.test(text) ||
  reciprocals.test(text) ||
  (chances.test(text) && multiplied.test(text)) ||
  squares.test(text) ||
  (quotients.test(text) && lessOne.test(text)) ||
  (sums.test(text) && products.test(text)) ||
  summedProducts.test(text)

export const hasMathematics = (text: string): boolean => hasFunctions(text) || hasArithmetic(text)

/** What a part of a file has, and what it is to those who use it: its arithmetic stays where it is. */
export function mathematicsOf(text: string): 'functions' | 'arithmetic' | undefined {
  if (hasFunctions(text) || bare.test(text)) return 'functions'
  return hasArithmetic(text) || sums.test(text) ? 'arithmetic' : undefined
}

/** In a file that uses a library for tensors, whatever has its methods may be one. */
export const usesLibrary = (text: string): boolean => ofLibrary.test(text)

/** An alias of `Math`, or something of a library: what is defined so may be called elsewhere. */
export const namesMathematics = (text: string): boolean => /\bMath\b/.test(text) || usesLibrary(text)
