/** What ESLint asks of Node.js when it is loaded. The first of all imports. */
export const cwd = '/'

const browser = { env: {}, cwd: () => cwd, argv: [], platform: 'browser', emitWarning() {} }
;(globalThis as { process?: unknown }).process ??= browser
;(globalThis as { global?: unknown }).global ??= globalThis
