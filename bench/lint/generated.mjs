/**
 * Files of any length, to see how the cost grows with it: a file ten times as long should take ten times as long. They are
 * made of the same few functions over and over, so that nothing but the length changes. `flat` has no functions at all:
 * whoever looks for all writes of a variable, or all effects of a function body, sees them all there.
 */

const plain = [
  i => `export function select${i}(users, options = {}) {
  const { limit = ${(i % 90) + 10}, offset = 0, order = 'name' } = options
  const found = users.filter(user => user.active && user.groups.includes('group-${i}'))
  if (found.length === 0) return []
  found.sort((a, b) => (a[order] < b[order] ? -1 : a[order] > b[order] ? 1 : 0))
  return found.slice(offset, offset + limit).map(user => ({ id: user.id, label: user.name + ' (' + user.role + ')' }))
}`,
  i => `export async function load${i}(client, id) {
  let attempts = 0
  while (attempts < 3) {
    try {
      const response = await client.get('/items/' + id, { retry: attempts })
      if (response.status === 404) return undefined
      client.cache.set(id, response.body)
      return response.body
    } catch (error) {
      attempts++
      client.warn('attempt ' + attempts + ' failed', error.message)
    }
  }
  throw new Error('item ' + id + ' of list ${i} cannot be loaded')
}`,
  i => `export class Store${i} {
  constructor(items) {
    this.items = new Map(items)
    this.listeners = []
  }
  update(key, value) {
    const previous = this.items.get(key)
    if (previous === value) return this
    this.items.set(key, value)
    for (const listener of this.listeners) listener(key, previous, value)
    return this
  }
}`,
]

const numerical = [
  i => `export function mean${i}(values) {
  let sum = 0
  for (let k = 0; k < values.length; k++) {
    sum += values[k]
  }
  return values.length === 0 ? 0 : sum / values.length
}`,
  i => `export function distance${i}(points, center) {
  const out = new Float64Array(points.length)
  for (let k = 0; k < points.length; k++) {
    const dx = points[k].x - center.x
    const dy = points[k].y - center.y
    out[k] = Math.abs(dx) + Math.abs(dy) + ${i % 7}
  }
  return out
}`,
  i => `const scale${i} = (x, factor) => x * factor + ${i % 5}
export function multiply${i}(a, b, size) {
  const c = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let total = 0
      for (let k = 0; k < size; k++) total += a[row * size + k] * b[k * size + column]
      c[row * size + column] = scale${i}(total, Math.sqrt(${(i % 9) + 2}))
    }
  }
  return c
}`,
  i => `export class Filter${i} {
  constructor(alpha) {
    this.alpha = alpha
    this.state = 0
    this.history = []
  }
  step(input) {
    const previous = this.state
    this.state = this.alpha * input + (1 - this.alpha) * previous
    this.history.push(this.state)
    return Math.exp(-Math.abs(this.state - previous) / ${(i % 4) + 1})
  }
}`,
]

const dense = [
  i => `export function loss${i}(logits, label) {
  const exps = logits.map(Math.exp)
  const total = exps.reduce((a, b) => a + b)
  const probabilities = exps.map(e => e / total)
  return -Math.log(probabilities[label])
}`,
  i => `export function growth${i}(rate, years) {
  const once = Math.log(1 + rate)
  return Math.exp(years * once) - 1
}`,
  i => `export function pooled${i}(scores) {
  let total = 0
  for (let k = 0; k < scores.length; k++) {
    total += Math.exp(scores[k])
  }
  return Math.log(total) + ${i % 7}
}`,
  i => `export function entropy${i}(z, y) {
  const p = 1 / (1 + Math.exp(-z))
  return -(y * Math.log(p) + (1 - y) * Math.log(1 - p))
}`,
]

const flat = [
  i => `const a${i} = input[${i % 97}] / 3`,
  i => `const b${i} = Math.log(1 + a${i})`,
  i => `total += b${i} * Math.abs(a${i})`,
  i => `weights[${i % 50}] = Math.exp(a${i}) - 1`,
  i => `report('step', total)`,
]

const head = { flat: 'let total = 0\nconst weights = []' }

/** A file of the kind with exactly so many lines. */
export function generated(kind, lines) {
  const functions = { plain, numerical, dense, flat }[kind]
  const text = head[kind]?.split('\n') ?? []
  for (let i = 0; ; i++) {
    const group = functions.flatMap(write => write(i).split('\n'))
    if (text.length + group.length > lines) break
    text.push(...group)
  }
  while (text.length < lines) text.push('// the rest of a group does not fit')
  return `${text.join('\n')}\n`
}

export const generatedKinds = {
  plain: 'without mathematics',
  numerical: 'ordinary numerical code',
  dense: 'unstable mathematics',
  flat: 'unstable, not in functions',
}
