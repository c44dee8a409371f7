import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-versin',
  why: '1 - cos(x) is about x^2 / 2 for a small angle: below 1e-8 the cosine is exactly 1, and well before it has few digits of the difference.',
  rewrites: [
    '(1 - cos(x)) / sin(x) -> tan(x / 2)',
    '1 - cos(x) -> versin(x) when small(x) and not turns(x)',
    'cos(x) - 1 -> -versin(x) when small(x) and not turns(x)',
    'a - a * cos(x) -> a * versin(x) when small(x) and not turns(x)',
    'a * cos(x) - a -> -(a * versin(x)) when small(x) and not turns(x)',
    '1 - cos(x)^2 -> sin(x)^2 when small(x) and not turns(x)',
    'cos(x)^2 - 1 -> -sin(x)^2 when small(x) and not turns(x)',
    // Within 1e-8 the squares would vanish with tiny angles.
    '(1 - cos(x)) / x^2 -> if(less(abs(x), 1e-8), 1 / 2, versin(x) / x^2)',
    '1 / cos(x) - 1 -> versin(x) / cos(x) when small(x) and not turns(x)',
    '1 - 1 / cos(x) -> -versin(x) / cos(x) when small(x) and not turns(x)',
    'sqrt((1 - cos(x)) / 2) -> abs(sin(x / 2))',
    'sqrt(2 - 2 * cos(x)) -> 2 * abs(sin(x / 2))',
    'sqrt(1 - cos(x)^2) -> abs(sin(x))',
    { rewrite: 'sqrt(1 - sin(x)^2) -> abs(cos(x))', hazard: { x: 1.5707963 } },
    // Not 1 - sin(x)^2 -> cos(x)^2: found in the 1 - sin(x)^2 - … of the haversine formula, it would split its sum.
  ],
  hazard: { x: 1e-9, a: 2 },
})
