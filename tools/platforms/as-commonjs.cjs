/** What Node.js computes with the runtime as CommonJS. */
const runtime = require('eslint-plugin-stable-math/runtime')

import('./check.mjs').then(({ check }) => console.log(JSON.stringify(check(runtime))))
