/** The names of numbers: those of constants, and of their multiples by a power of two, as π/2 is known as well as π. */

interface Multiple {
  readonly of: string
  readonly times: number
}

/** What "-PI / 2" is a multiple of. */
export function multipleOf(name: string): Multiple {
  const [, sign, times = '1', of, parts = '1'] = /^(-?)(?:(\d+) \* )?(\w+)(?: \/ (\d+))?$/.exec(name)!
  return { of: of!, times: ((sign ? -1 : 1) * Number(times)) / Number(parts) }
}

/** The name of a number that is multiplied by a power of two. */
export function nameOfMultiple(name: string, by: number): string {
  const { of, times } = multipleOf(name)
  const factor = Math.abs(times * by)
  const sign = times * by < 0 ? '-' : ''
  if (factor < 1) return `${sign}${of} / ${1 / factor}`
  return factor === 1 ? sign + of : `${sign}${factor} * ${of}`
}
