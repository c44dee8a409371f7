/** Where the import of the runtime goes, and the files that it must not go into by itself. */
import { fixAll, lint } from '../lint.ts'

const imported = "import * as stable from 'eslint-plugin-stable-math/runtime'"

describe('the import stands on a line of its own', () =>
  it.each([
    ['/* @license MIT */f(x => Math.log(1 + x))', `/* @license MIT */\n${imported}\nf(x => stable.log1p(x))`],
    [
      '/* @license MIT */ // so\nexport const f = x => Math.log(1 + x)',
      `/* @license MIT */ // so\n${imported}\nexport const f = x => stable.log1p(x)`,
    ],
    [
      "import a from 'a' // why\nexport const f = x => a + Math.log(1 + x)",
      `import a from 'a' // why\n${imported}\nexport const f = x => a + stable.log1p(x)`,
    ],
    ["'use strict';f(x => Math.log(1 + x));", `'use strict';\n${imported};\nf(x => stable.log1p(x));`],
  ])('%s', (code, expected) => expect(fixAll(code)).toBe(expected)))

describe('a file that asks whether there are modules', () => {
  const math = 'exports.f = function (x) { return Math.log(1 + x) }'
  const called =
    'Replace by `stable.log1p(x)`, although it calls `require`, and this file asks whether there are modules.'

  it.each([
    `(function (exports) { ${math} })(typeof module !== 'undefined' ? module.exports : (window.m = {}))`,
    `if (typeof exports === 'undefined') { var exports = window.m = {} }\n${math}`,
    `;(function (root, make) { if (typeof define === 'function' && define.amd) define(['exports'], make); else make(root.m = {}) })(this, function (exports) { ${math} })\nif (0) module.exports = 0`,
    `const fs = typeof require === 'function' ? require('fs') : null\n${math}`,
  ])('is left to a person: %s', code => {
    const [message] = lint(code)
    expect(message!.fix).toBeUndefined()
    expect(message!.suggestions!.map(({ desc }) => desc)).toEqual([called])
    expect(fixAll(code)).toBe(code)
  })

  it.each([
    [
      'calls `require` all the same',
      `const fs = require('fs')\n${math}\nif (typeof require !== 'undefined' && require.main === module) fs.rm('a')`,
    ],
    [
      'has an import',
      `import a from 'a'\nexport const f = x => Math.log(1 + x) + a\nexport const here = typeof module`,
    ],
  ])('is fixed where it %s', (_, code) => expect(fixAll(code)).toContain('stable.log1p(x)'))

  it('is fixed where nothing is imported', () => {
    const code = `if (typeof exports === 'undefined') { var exports = window.m = {} }\n${math}`
    expect(fixAll(code, { settings: { builtins: true } })).toContain('Math.log1p(x)')
  })
})
