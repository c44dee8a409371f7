/** What Node.js computes with the runtime as CommonJS: the calls are in a file. */
const { readFileSync } = require('node:fs')
const runtime = require('eslint-plugin-stable-math/runtime')

const calls = JSON.parse(readFileSync(process.argv[2], 'utf8'))
import('./check.mjs').then(({ check }) => console.log(JSON.stringify(check(runtime, calls))))
