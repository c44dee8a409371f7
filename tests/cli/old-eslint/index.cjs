// An ESLint from before the configuration that the plugin is made for.
exports.Linter = class {
  static version = '8.57.0'
}
exports.ESLint = class {}
