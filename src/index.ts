/** The plugin: rules and configs, derived from the rule list. Its types stand alone, as the package does. */
import packageJson from '../package.json' with { type: 'json' }
import { eslintRule } from './rules/define-rule.ts'
import { rules as list } from './rules/index.ts'
import type { Rule } from './rules/rule.ts'

const namespace = 'stable-math'

/** As much of ESLint's rule as fits each of its versions: ESLint is an optional peer, its types may not be there. */
interface RuleModule {
  readonly meta: {
    readonly type: 'problem'
    readonly docs: { readonly description: string; readonly url: string }
    readonly fixable: 'code'
    readonly hasSuggestions: true
    readonly schema: []
    readonly messages: Record<string, string>
  }
  create(context: any): Record<string, (node: any) => void>
}

interface Config {
  readonly name: string
  readonly plugins: Record<string, Plugin>
  readonly rules: Record<string, 'error'>
}

interface Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string }
  readonly rules: Record<string, RuleModule>
  readonly configs: { readonly recommended: Config; readonly strict: Config }
}

const plugin: Plugin = {
  meta: { name: packageJson.name, version: packageJson.version, namespace },
  rules: Object.fromEntries(list.map(rule => [rule.name, eslintRule(rule) as unknown as RuleModule])),
  // A getter would not survive the cloning of configs; the plugin is put in below.
  configs: {} as Plugin['configs'],
}

const config = (name: string, included: readonly Rule[]): Config => ({
  name: `${namespace}/${name}`,
  plugins: { [namespace]: plugin },
  rules: Object.fromEntries(included.map(rule => [`${namespace}/${rule.name}`, 'error' as const])),
})

Object.assign(plugin.configs, {
  recommended: config(
    'recommended',
    list.filter(rule => !rule.strict),
  ),
  strict: config('strict', list),
})

export default plugin
