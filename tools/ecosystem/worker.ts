/** One of the threads that share the files: checks the file that it is sent, and sends back what was found. */
import { parentPort } from 'node:worker_threads'
import { check } from './check.ts'
import type { Task } from './pool.ts'

parentPort!.on('message', ({ file, root }: Task) => parentPort!.postMessage(check(file, root)))
