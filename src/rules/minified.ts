/**
 * What a minifier has made of a whole application is no source: nobody mends it, and if it is full of mathematics,
 * reading it takes minutes. Such a file is left alone with a warning. It is told by its size, not by the time that it
 * takes, so that a file has the same findings on every machine.
 */

/** In characters: as much is read in the time of a test run. */
const longest = 1_000_000
/** In characters, of an average line: ten times what people write. */
const longestLine = 400

export function isMinifiedApplication(text: string, lines: readonly string[]): boolean {
  return text.length > longest && text.length > lines.length * longestLine
}

export const leftAlone = (filename: string, { length }: string): string =>
  `stable-math left ${filename} alone, which is ${(length / 1e6).toFixed(1)} MB of minified code. Lint its source instead, or add it to the ignores of your ESLint configuration.`
