/** What is to be said of a file, but is no finding in it: beside the results, so that nobody's run fails for it. */
const { process } = globalThis as { process?: typeof globalThis.process }

export const isDebugging = (): boolean => Boolean(process?.env['STABLE_MATH_DEBUG'])

export const warn = (warning: string): void => (process ? process.emitWarning(warning) : console.warn(warning))
