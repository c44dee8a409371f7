/** What Node.js computes with the runtime as an ES module: the calls are in a file. */
import { readFileSync } from 'node:fs'
import * as runtime from 'eslint-plugin-stable-math/runtime'
import { check } from './check.mjs'

console.log(JSON.stringify(check(runtime, JSON.parse(readFileSync(process.argv[2], 'utf8')))))
