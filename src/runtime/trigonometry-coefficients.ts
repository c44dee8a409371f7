/** Constants of trigonometry.ts. Made by tools/reference/trigonometry.py; do not edit. */

/** π/2, and its inverse. */
export const quarter = 1.5707963267948966
export const perRadian = 0.6366197723675814

/** π/2 in three parts, the first of them short. */
export const quarterHigh = 1.5707963267341256
export const quarterLow = 6.077100506506192e-11
export const quarterLowest = 3.5215598651832e-27
