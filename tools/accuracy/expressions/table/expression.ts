/** An expression as a textbook or a program has it, and as somebody who knows better writes it. */
export interface Expression {
  /** As mathematics. */
  readonly name: string
  /** Who warns of it: a book, or the field that writes it. */
  readonly by: string
  /** JavaScript: an expression, or statements that end with `return`. Its free names are the inputs. */
  readonly naive: string
  /** The same by hand, with nothing but `Math`. Where there is nothing to gain, the naive form. */
  readonly expert: string
  /** Which inputs it is meant for, where its own domain does not say so. JavaScript. */
  readonly where?: string
  /** Why what `eslint --fix` leaves is left. */
  readonly left?: string
}
