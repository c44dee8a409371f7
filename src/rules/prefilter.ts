/**
 * Most files of a project hold no mathematics: a search of their text, which costs next to nothing, spares reading them.
 */

/** What a file must have to be read: functions of `Math` or an alias of it, powers, sums and products, names. */
const ofMath =
  /\bMath(?:\s*\??\.\s*(?:log|exp|pow|sqrt|cbrt|a?(?:cos|sin|tan)|E\b)|\s*(?:\?\.)?\s*\[|\s*[);,\]}'"`!]|\s+(?:as|satisfies)\b)|=\s*[\w.]*\bMath\b(?!\s*\.)/
const clips = /\bMath\.(?:max|min)\b/
const tiny = /\b1e-\d|\beps/i
const quadratic = /\b4(?:\.0)? ?\*|\* ?4\b/
const reciprocals = /\b1(?:\.0)? ?\/ ?[\w(][^]*\b1(?:\.0)? ?\/ ?[\w(]/
const powers = /[\w)\]]\s*\*\*=?\s*[\w(.+-]/
const sums = /\.reduce\(|\b(?:sum|mean)\w*\(/i
const products = /[\w\])] ?\* ?[\w(]/
const summedProducts = /[+]=[^\n;]*[\w\])] ?\* ?[\w(]|(?:sum|total|mean)\w{0,9}sq|second_?moment/i
const names = /(?:softmax|sigmoid|logsumexp|softplus|gamma|factorial|logistic|expit)\w*\s*[(),}]/i

export const hasMathematics = (text: string): boolean =>
  (text.includes('Math') && (ofMath.test(text) || (clips.test(text) && tiny.test(text)))) ||
  powers.test(text) ||
  quadratic.test(text) ||
  reciprocals.test(text) ||
  (sums.test(text) && products.test(text)) ||
  summedProducts.test(text) ||
  names.test(text)
