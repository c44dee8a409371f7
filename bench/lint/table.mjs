/** Aligned text that is Markdown as well, to be read in a terminal and pasted into a report. */
export function table(head, rows) {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map(row => row[at].length)))
  // The first column is words, the others are numbers.
  const line = cells =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(' | ')} |`
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

export const whole = number => number.toLocaleString('en-US', { maximumFractionDigits: 0 })
export const percent = ratio => `${(100 * ratio).toFixed(1)} %`
export const times = ratio => `${ratio.toFixed(2)} ×`
export const seconds = milliseconds => `${(milliseconds / 1000).toFixed(2)} s`
