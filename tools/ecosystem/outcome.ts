/** What a test run printed, as the tests that passed and those that failed: TAP, and what vows and its like print. */

export interface Outcome {
  readonly passed: number
  readonly failed: readonly string[]
}

const colours = /\u001b\[[0-9;]*m/g
const passing = /^\s*(?:ok \d+|✓|✔)(?:\s|$)/
/** vows ends with a count that looks like a failure. */
const failing = /^\s*(?:not ok \d+(?: -)?|✗(?! Broken »)|✘|✖|✕)\s+(.*)$/

export function outcomeOf(output: string): Outcome {
  const lines = output.replace(colours, '').split(/\r?\n/)
  // How long it took is not what failed.
  const failed = lines.flatMap(line => failing.exec(line)?.[1]?.replace(/\s*(?:# time=.*|\(\d+ m?s\))$/, '') ?? [])
  return { passed: lines.filter(line => passing.test(line)).length, failed: failed.sort() }
}

/** Tests that fail now, and did not before; a name that failed twice before may do so again. */
export function newFailures(before: Outcome, after: Outcome): readonly string[] {
  const known = [...before.failed]
  return after.failed.filter(name => {
    const at = known.indexOf(name)
    if (at >= 0) known.splice(at, 1)
    return at < 0
  })
}
