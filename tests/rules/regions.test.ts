/** Only functions with mathematics are read; yet what one of them computes is known to all others, whatever name it goes by. */
import { describe, expect, it } from 'vitest'
import { lint } from '../lint.ts'

const unrelated = 'export function greet(name) { return "hello, " + name }\n'

describe('is found though its own function has no word of mathematics', () => {
  it.each([
    ['an alias of Math', 'const M = Math\nexport const f = x => M.log(1 + x)'],
    ['an alias of a function', 'const { log: ln } = Math\nexport function f(x) { return ln(x + 1) }'],
    [
      'an alias inside a function',
      'export function make() { const ln = Math.log; function f(x) { return ln(x + 1) } return f }',
    ],
    ['a helper', 'const nat = x => Math.log(x)\nexport const f = x => { return nat(1 + x) }'],
    ['a constant of the module', 'export const e = Math.exp(rate)\nexport const growth = e - 1'],
    ['a variable of the module', 'let e = 0\ne = Math.exp(rate)\nexport const growth = e - 1'],
    [
      'two methods',
      'class A { weights(z) { return z.map(v => Math.exp(v)) }\n nat(x) { return Math.log(x) }\n f(x) { return this.nat(1 + x) } }',
    ],
    ['a method of an object', 'const own = { nat: x => Math.log(x) }\nexport function f(x) { return own.nat(1 + x) }'],
    [
      'an import of a library',
      'import * as tf from "@tensorflow/tfjs"\nexport function f(x) { return tf.log(tf.add(x, 1)) }',
    ],
  ])('%s', (_, code) => {
    expect(lint(unrelated + code).map(({ line }) => line)).not.toEqual([])
  })
})

describe('what is no code is not read as such', () => {
  it.each([
    ['a comment', '/* 1 - exp(-x) ** 2 */ export const f = g // Math.log(1 + x)'],
    ['a string', 'export const f = "Math.log(1 + x)"'],
    ['a regular expression', 'export const f = x => x.replace(/2 - x/m, "") - 1'],
    ['a template, but for what it holds', 'export const f = x => `Math.log(1 + x) is ${x}`'],
  ])('%s', (_, code) => {
    expect(lint(code)).toEqual([])
  })

  it('in a template', () => {
    expect(lint('export const f = x => `log: ${Math.log(1 + x)}`').map(({ column }) => column)).toEqual([31])
  })
})
