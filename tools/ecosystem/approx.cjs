/** What the tests of mathjs compare with, to four digits. The package has the tests, but not this helper of theirs. */
const assert = require('node:assert')

const tolerance = 1e-4

const isObject = value => typeof value === 'object' && value !== null

exports.equal = function equal(actual, expected, epsilon = tolerance) {
  if (typeof actual !== 'number' || typeof expected !== 'number') return assert.equal(actual, expected)
  if (actual === expected || (Number.isNaN(actual) && Number.isNaN(expected))) return
  const scale = actual === 0 || expected === 0 ? 1 : Math.abs(Math.max(actual, expected))
  assert.ok(Math.abs(actual - expected) <= epsilon * scale, `${actual} is not near ${expected}`)
}

exports.deepEqual = function deepEqual(actual, expected, epsilon = tolerance) {
  if (!isObject(actual) || !isObject(expected)) return exports.equal(actual, expected, epsilon)
  for (const key of new Set([...Object.keys(actual), ...Object.keys(expected)]))
    deepEqual(actual[key], expected[key], epsilon)
}
