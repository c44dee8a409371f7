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
const chances = /(?:prob|likelihood|densit)\w*[^]*(?:\*=|\.reduce\()/i
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

export const hasMathematics = (text: string): boolean =>
  (text.includes('Math') && (ofMath.test(text) || (clips.test(text) && tiny.test(text)))) ||
  powers.test(text) ||
  quadratic.test(text) ||
  reciprocals.test(text) ||
  chances.test(text) ||
  squares.test(text) ||
  (quotients.test(text) && lessOne.test(text)) ||
  (sums.test(text) && products.test(text)) ||
  summedProducts.test(text) ||
  names.test(text) ||
  tensors.test(text) ||
  ofLibrary.test(text)
