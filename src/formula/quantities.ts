/**
 * What a name says of a quantity, where the formula says nothing: only names on which the whole field agrees, and only
 * to be silent, or where the rest of the pattern leaves no doubt.
 */

/** `batchVar` and `batch_var(…)` as words: batch_var. */
const words = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1_$2').replace(/\(.*\)$/, '')

const named =
  (pattern: RegExp) =>
  (name: string): boolean =>
    pattern.test(words(name))

export const isVarianceName = named(/^(.*[^a-z])?(var|variance)s?\d*$/i)
export const isMeanName = named(/^(.*[^a-z])?(mean|means|mu|avg|average|center|centre|centroid)\d*$/i)
export const isMaximumName = named(/^(.*[^a-z])?(max|maximum|mx)([^a-z].*)?$/i)
export const isMinimumName = named(/^(.*[^a-z])?(min|minimum|mn)([^a-z].*)?$/i)
/** A number of things. */
export const isCountName = named(/^(.*[^a-z])?(counts?|length|size|shape|rows|cols|columns)$/i)
/** An array of such numbers. */
export const isTallyName = named(/^(.*[^a-z])?(counts|shape|sizes)$/i)
/** Of a picture or a window: not an integer for certain, but no astronomical number either. */
export const isExtentName = named(/^(.*[^a-z])?(width|height)$/i)
/** A function of no arguments that draws from [0, 1). */
export const isRandomName = named(/^(.*[^a-z])?(random|rand|rng|uniform)(_(fn|func|number|float))?$/i)
/** A sum, or a mean, of squares: `sumSquares`, `sum_sq`, `sumOfSquares`, `secondMoment`. */
export const isSquaresName = named(
  /^(.*[^a-z])?((sum|total|mean)_?(of_?)?[a-z]?_?(sq|sqr|square|squares|squared)|second_?moment|m_?2|moment_?2)$/i,
)
export const isDotName = named(/^(.*[^a-z])?(dot|dot_?product|inner_?product)s?$/i)
/** Probabilities and densities: `likelihoods`, `word_prob`. */
export const isProbabilityName = named(
  /^(.*[^a-z])?(probs?|probability|probabilities|likelihoods?|density|densities)$/i,
)
/** What is left each round, as in a moving average: `beta1`, `decay`, `gamma`. */
export const isDecayName = named(/^(.*[^a-z])?(betas?|gamma|rho|decay|momentum|discount)_?\d*$/i)
/** The square of a mean: `meanSq`, `mean_squared`, `muSq`. */
export const isSquaredMeanName = named(/^(.*[^a-z])?(mean|mu|avg|average)_?(sq|sqr|square|squared|2)$/i)
/** A number that is there to keep a logarithm or a quotient finite. */
export const isEpsilonName = named(/^(.*[^a-z])?(eps|epsilon|tiny|smooth|smoothing)$/i)
