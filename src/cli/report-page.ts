/** The report as one HTML file that needs nothing else: what a reviewer attaches to a pull request. */
import { structuredPatch } from 'diff'
import packageJson from '../../package.json' with { type: 'json' }
import type { Curve } from '../explain/curve.ts'
import { applied, inputOf, type Explanation } from '../explain/explanation.ts'
import { plotOf } from '../explain/plot.ts'
import { plural } from './summary.ts'

export interface Reported {
  readonly file: string
  readonly text: string
  readonly findings: readonly {
    readonly found: Explanation
    readonly curve: { readonly curve: Curve; readonly variable: string } | undefined
  }[]
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Messages put code between backticks. */
const prose = (text: string): string => escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>')

export function reportPage(files: readonly Reported[], linted: number): string {
  const all = files.flatMap(({ file, findings }) => findings.map(({ found }) => ({ file, found })))
  const rules = [...new Set(all.map(({ found }) => found.rule))].sort()
  const perRule = rules.map(rule => {
    const places = all.filter(({ found }) => found.rule === rule)
    const links = places.map(
      ({ file, found }) => `<a href="#${anchor(file, found)}">${escaped(file)}:${found.line}</a>`,
    )
    return `<tr><th scope="row">${rule}</th><td>${places.length}</td><td>${links.join(', ')}</td></tr>`
  })
  const summary = `${plural(all.length, 'finding')} in ${plural(files.length, 'file')}, of ${linted} linted`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Numerical stability: ${summary}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Numerical stability</h1>
<p>${summary}, by ${packageJson.name} ${packageJson.version}.</p>
${all.length > 0 ? `<h2>By rule</h2>\n<div class="wide" tabindex="0"><table><thead><tr><th>rule</th><th>findings</th><th>places</th></tr></thead><tbody>${perRule.join('\n')}</tbody></table></div>` : ''}
${files.map(section).join('\n')}
</main>
</body>
</html>
`
}

const anchor = (file: string, { line, column, rule }: Explanation): string =>
  escaped(`${file}-${line}-${column}-${rule}`.replace(/[^\w.-]/g, '_'))

const section = ({ file, text, findings }: Reported): string =>
  `<h2>${escaped(file)}</h2>\n${findings.map(({ found, curve }) => article(file, text, found, curve)).join('\n')}`

function article(
  file: string,
  text: string,
  found: Explanation,
  plotted: Reported['findings'][number]['curve'],
): string {
  const lines = text.split(/\r?\n/).slice(found.line - 1, found.lastLine)
  const { rule, line, column, math, measured, why, where, rewrite } = found
  return `<article id="${anchor(file, found)}">
<h3>${rule} <small>line ${line}, column ${column}</small></h3>
<pre tabindex="0"><code>${escaped(lines.join('\n'))}</code></pre>
<p>${prose(why)}</p>
<dl>
<dt>formula</dt><dd>${math.read}</dd>
<dt>rewrite</dt><dd>${math.stable ? `${math.naive} ⟶ ${math.stable}` : math.naive}<code>${escaped(rewrite)}</code></dd>
${where.length > 0 ? `<dt>where</dt><dd>${where.map(([name, formula]) => `<code>${escaped(name)} = ${escaped(formula)}</code>`).join(', ')}</dd>` : ''}
${measured ? `<dt>measured</dt><dd>${prose(measured)}</dd>` : ''}
</dl>
${plotted ? plotOf(plotted.curve, { input: inputOf(found, plotted.variable) }) : ''}
${outcome(text, found)}
</article>`
}

function outcome(text: string, { advice, edits, kind, caution }: Explanation): string {
  if (advice !== undefined) return `<p>${prose(advice)}</p>`
  const { hunks } = structuredPatch('', '', text, applied(text, edits), '', '', { context: 1 })
  const lines = hunks.flatMap(hunk => [
    `@@ line ${hunk.oldStart} @@`,
    ...hunk.lines.filter(line => !line.startsWith('\\')),
  ])
  const marked = lines.map(line => {
    const tag = line.startsWith('+') ? 'ins' : line.startsWith('-') ? 'del' : 'span'
    return `<${tag}>${escaped(line)}</${tag}>`
  })
  const heading =
    kind === 'fix'
      ? 'Fix'
      : `Suggestion: ${caution === undefined ? 'a value changes on purpose' : `it ${escaped(caution)}`}`
  return `<h4>${heading}</h4>\n<pre tabindex="0" class="diff"><code>${marked.join('\n')}</code></pre>`
}

const style = `
:root { color-scheme: light dark; --text: #1f2328; --dim: #59636e; --paper: #fff; --panel: #f6f8fa; --line: #d1d9e0; --naive: #cf3f56; --fixed: #0969da; --link: #0550ae; --gone: #9f1f35; --new: #116329 }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --dim: #9198a1; --paper: #0d1117; --panel: #161b22; --line: #3d444d; --naive: #ff7b8a; --fixed: #58a6ff; --link: #79b8ff; --gone: #ff9aa5; --new: #7ee787 } }
body { margin: 0; background: var(--paper); color: var(--text); font: 16px/1.6 system-ui, sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 1rem 1.25rem 4rem }
a { color: var(--link) } small, dt { color: var(--dim) }
pre { background: var(--panel); padding: .75rem 1rem; border-radius: 6px; overflow-x: auto; font-size: 14px; line-height: 1.5 }
code { font-family: ui-monospace, monospace; font-size: 14px } dd > code { display: block }
article { border-top: 1px solid var(--line); padding-top: .5rem; margin-top: 2rem }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .4rem 1rem } dd { margin: 0; overflow-x: auto }
math { display: inline-block; font-size: 1.15rem; padding: .2rem 0 } dd > math + code { margin-top: .2rem }
table { border-collapse: collapse } th, td { text-align: left; padding: .3rem .8rem .3rem 0; vertical-align: top; border-bottom: 1px solid var(--line) } th[scope] { white-space: nowrap } .wide { overflow-x: auto }
.diff ins, .diff del { text-decoration: none } ins { color: var(--new) } del { color: var(--gone) }
.error-plot { width: 100%; height: auto; margin: .5rem 0; font: 12px system-ui, sans-serif } .error-plot text { fill: var(--dim) }
.error-plot .grid { stroke: var(--line) } .error-plot path { stroke-width: 2; stroke-linejoin: round }
.error-plot path.naive { stroke: var(--naive) } .error-plot path.fixed { stroke: var(--fixed) }
.error-plot tspan.naive { fill: var(--naive) } .error-plot tspan.fixed { fill: var(--fixed) }
.error-plot line.breaks { stroke: var(--naive); stroke-dasharray: 4 4 } .error-plot circle.breaks { fill: var(--naive) }
@media (max-width: 30rem) { .error-plot { font-size: 18px } }
`
