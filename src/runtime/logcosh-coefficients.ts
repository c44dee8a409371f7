/** Coefficients of logcosh.ts. Made by tools/reference/logcosh.py; do not edit. */

/** The powers x^4, x^6, … x^22 in the Taylor series of log(cosh(x)). */
export const coefficients: readonly number[] = [
  -0.08333333333333333,
  0.022222222222222223,
  -0.006746031746031746,
  0.0021869488536155205,
  -0.0007386029608251831,
  0.0002565805740408915,
  -9.09896491907074e-05,
  3.277930227475478e-05,
  -1.1956455712177625e-05,
  4.405244525877023e-06,
]
