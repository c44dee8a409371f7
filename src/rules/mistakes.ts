/**
 * A mistake of ours must not end everybody's lint run: the file that it is made in is left alone, and a warning beside
 * the results says so. Whoever looks for mistakes sets STABLE_MATH_DEBUG, which lets them through.
 */
import { isDebugging, warn } from './warning.ts'

const known = new WeakSet<object>()

const issues = 'https://github.com/stable-math/eslint-plugin-stable-math/issues'

/** What is done for a file, once for each rule. */
export function unlessMistaken(
  file: { readonly sourceCode: object; readonly filename: string },
  work: () => void,
): void {
  if (known.has(file.sourceCode)) return
  try {
    work()
  } catch (error) {
    if (isDebugging()) throw error
    known.add(file.sourceCode)
    warn(
      `stable-math could not read ${file.filename}, and left it alone (${String(error)}). Please report it: ${issues}`,
    )
  }
}
