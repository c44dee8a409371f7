import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-hypot',
  strict: true,
  why: 'The squares overflow beyond 1e154 and vanish below 1e-162, though the length itself is a plain number.',
  rewrites: [
    'sqrt(x^2 + 1) -> hypot(x, 1) when wide(x)',
    'sqrt(x^2 + y^2) -> hypot(x, y) when wide(x, y)',
    'sqrt(x^2 + y^2 + z^2) -> hypot(x, y, z) when wide(x, y, z)',
  ],
  hazard: { x: 3e200, y: 4e200, z: 0 },
  differs: 'hypot(NaN, Infinity) is Infinity, as in IEEE 754, where the naive form is NaN.',
})
