/** Values for the variables of a formula: what it is evaluated at. */
export type Value = number | readonly number[]
export type Environment = Readonly<Record<string, Value>>
