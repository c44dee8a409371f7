/** A plot of the documentation as an SVG, for light and dark, with a title and the names of its lines in their colours. */
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'

const style = `
text { fill: #59636e } .title { fill: #1f2328; font-weight: 600 } .paper { fill: #fff } .grid { stroke: #d1d9e0 }
.naive { stroke: #cf3f56 } .peer { stroke: #b87900 } .ours { stroke: #0969da }
tspan.naive, tspan.peer, tspan.ours { stroke: none } tspan.naive { fill: #cf3f56 } tspan.peer { fill: #946200 } tspan.ours { fill: #0969da }
@media (prefers-color-scheme: dark) {
text { fill: #9198a1 } .title { fill: #f0f6fc } .paper { fill: #0d1117 } .grid { stroke: #3d444d }
.naive { stroke: #ff7b8a } .peer { stroke: #e3b341 } .ours { stroke: #58a6ff }
tspan.naive { fill: #ff7b8a } tspan.peer { fill: #e3b341 } tspan.ours { fill: #58a6ff }
}`

export interface Name {
  readonly kind: 'naive' | 'peer' | 'ours'
  readonly text: string
}

export interface Figure {
  readonly title: string
  readonly width: number
  readonly marginRight: number
  /** From the right. */
  readonly legend: readonly Name[]
  /** What else Plot takes. */
  readonly options: object
}

export function figure({ title, width, marginRight, legend, options }: Figure): string {
  const { document } = parseHTML('<html><body></body></html>')
  const asked = { document, width, marginRight, style: { background: 'none' }, ...options }
  // Plot's types are those of a browser.
  const svg = Plot.plot(asked as unknown as Plot.PlotOptions) as unknown as ReturnType<typeof document.createElement>
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  svg.querySelector('style')!.textContent = `${svg.querySelector('style')!.textContent}${style}\n`
  svg
    .querySelector('style')!
    .insertAdjacentHTML('afterend', '<rect class="paper" width="100%" height="100%" rx="6"></rect>')
  const names = legend.map(({ kind, text }) => `<tspan class="${kind}" dx="16">— ${text}</tspan>`)
  svg.insertAdjacentHTML(
    'beforeend',
    `<text class="title" x="12" y="24" font-size="13" text-anchor="start">${escaped(title)}</text>` +
      `<text x="${width - marginRight}" y="24" font-size="12" text-anchor="end">${names.toReversed().join('')}</text>`,
  )
  return `${svg.outerHTML.replaceAll('></rect>', '/>')}\n`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
