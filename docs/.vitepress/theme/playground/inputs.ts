/** What a person types for an input: one number, or several with commas or spaces between. */
const isNumber = (word: string): boolean => word === 'NaN' || !Number.isNaN(Number(word))

/** Undefined where there is none, or something else. */
export function numbersIn(text: string): number[] | undefined {
  const words = text.replaceAll('−', '-').split(/[\s,[\]]+/).filter(Boolean)
  return words.length > 0 && words.every(isNumber) ? words.map(Number) : undefined
}
