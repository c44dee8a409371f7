/** As the tables differ in their arguments, so do the calls. */
export type Call = (...args: any[]) => number | ArrayLike<number>

export type Values = ArrayLike<number>

export const scalars: Readonly<Record<string, Call>>
export const vectors: Readonly<Record<string, Call>>
export const naive: Readonly<Record<string, Call>>

interface Moments {
  push(value: number): unknown
  variance(): number
}
export const varianceOfStream: (of: new () => Moments) => (x: Values) => number
