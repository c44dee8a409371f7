/** The plugin: rules and configs, derived from the rule list. */
import packageJson from '../package.json' with { type: 'json' }
import { eslintRule, type RuleModule } from './rules/define-rule.ts'
import { rules as list } from './rules/index.ts'
import type { Rule } from './rules/rule.ts'

const namespace = 'stable-math'

export interface Config {
  readonly name: string
  readonly plugins: Record<string, Plugin>
  readonly rules: Record<string, 'error'>
}

export interface Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string }
  readonly rules: Record<string, RuleModule>
  readonly configs: { readonly recommended: Config; readonly strict: Config }
}

const plugin: Plugin = {
  meta: { name: packageJson.name, version: packageJson.version, namespace },
  rules: Object.fromEntries(list.map(rule => [rule.name, eslintRule(rule)])),
  // A getter would not survive the cloning of configs; the plugin is put in below.
  configs: {} as Plugin['configs'],
}

const config = (name: string, included: readonly Rule[]): Config => ({
  name: `${namespace}/${name}`,
  plugins: { [namespace]: plugin },
  rules: Object.fromEntries(included.map(rule => [`${namespace}/${rule.name}`, 'error' as const])),
})

Object.assign(plugin.configs, {
  recommended: config('recommended', list.filter(rule => !rule.strict)),
  strict: config('strict', list),
})

export default plugin
