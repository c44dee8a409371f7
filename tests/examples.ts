/**
 * The examples in the pages. An example is a fenced block: `js incorrect` is reported; `js fixed` and `js suggestion` are
 * what `--fix` and an editor make of the incorrect block before it, and where neither follows there is only a report;
 * `js correct` is silent. Settings may follow as JSON: `js fixed {"builtins": true}`.
 */
export interface Example {
  readonly kind: string
  readonly code: string
  readonly settings: Record<string, unknown>
  /** The incorrect block that it follows. */
  readonly naive: string
  /** What kind of block comes next. */
  readonly next: string | undefined
  readonly line: number
}

const fence = /^```js (incorrect|correct|fixed|suggestion)(?: (\{.*\}))?\n([\s\S]*?)^```$/gm

export function examplesOf(markdown: string): Example[] {
  let naive = ''
  return [...markdown.matchAll(fence)].map(({ 1: kind, 2: settings, 3: code, index }, at, all) => {
    if (kind === 'incorrect') naive = code!
    return {
      kind: kind!,
      code: code!,
      settings: settings ? JSON.parse(settings) : {},
      naive,
      next: all[at + 1]?.[1],
      line: markdown.slice(0, index).split('\n').length,
    }
  })
}
