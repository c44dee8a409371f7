/**
 * Packages that come with their tests, for `npm run ecosystem -- --test`: the files that the tests load, which are
 * fixed, what the tests need besides the package, and how they are run. Where a later version leaves its tests out of
 * the package, an earlier one is taken.
 */
export interface Suite {
  /** `name@version` */
  readonly spec: string
  readonly fix: readonly string[]
  readonly install: readonly string[]
  /** A program of node_modules/.bin, there or here, and its arguments. Its output is read by outcome.ts. */
  readonly run: readonly string[]
  /** Files here that stand for files the tests need and the package lacks, by the path they have there. */
  readonly missing?: Readonly<Record<string, string>>
  /** Tests that expect what the naive code returned, and fail once it is right: what they should expect. */
  readonly better?: Readonly<Record<string, string>>
  /** Of the plugin. */
  readonly settings?: Readonly<Record<string, unknown>>
}

const mocha = 'mocha@10.8.2'
const byMocha = (...args: string[]): readonly string[] => ['mocha', '--reporter', 'tap', '--timeout', '60000', ...args]
const vows = 'vows@0.8.3'
const byVows = (tests: string): readonly string[] => ['vows', '--spec', tests]

export const suites: readonly Suite[] = [
  { spec: 'jstat@1.9.6', fix: ['dist/jstat.js'], install: [vows], run: byVows('test/**/*-test.js') },
  { spec: 'science@1.9.3', fix: ['science.v1.js'], install: [vows], run: byVows('test/**/*-test.js') },
  {
    spec: 'gl-matrix@2.8.1',
    fix: ['src/**/*.js'],
    install: [mocha, 'sucrase@3.35.0'],
    run: byMocha('--require', 'sucrase/register', '--recursive', 'spec'),
  },
  {
    spec: 'mathjs@3.20.2',
    fix: ['lib/**/*.js'],
    install: [mocha, 'underscore@1.8.3', 'mkdirp@0.5.1', 'ndarray@1.0.18'],
    // Some tests read matrices that the package lacks.
    run: byMocha(
      ...['function/algebra/**', 'function/arithmetic/multiply.test.js'].flatMap(each => ['--ignore', `test/${each}`]),
      ...['--recursive', 'test'],
    ),
    missing: { 'tools/approx.js': 'approx.cjs' },
    better: { 'csch should return the csch of a number': 'csch(1e-22) is 1e22, and not Infinity' },
  },
  { spec: 'quaternion@2.2.0', fix: ['dist/quaternion.js'], install: [mocha], run: byMocha('tests/*.js') },
  { spec: 'complex.js@2.4.3', fix: ['dist/complex.js'], install: [mocha], run: byMocha('tests/*.js') },
  {
    spec: 'umap-js@1.4.0',
    fix: ['src/**/*.ts'],
    install: ['prando@5.1.2', 'jest@29.7.0', 'ts-jest@29.2.5', 'typescript@5.6.3'],
    run: [
      'jest',
      '--verbose',
      // Most of it fails as it stands.
      '--testPathIgnorePatterns=umap.test',
      '--config',
      JSON.stringify({
        transform: { '[.]ts$': ['ts-jest', { diagnostics: false, tsconfig: { esModuleInterop: true } }] },
      }),
    ],
  },
  {
    spec: '@mathigon/fermat@1.1.24',
    fix: ['src/**/*.ts'],
    install: ['tape@5.9.0', 'sucrase@3.35.0'],
    run: ['tape', '--require', 'sucrase/register', 'test/**/*.ts'],
  },
  {
    spec: 'inv-chisquare-cdf@1.0.1',
    fix: ['src/!(*.spec).js'],
    install: [mocha, 'chai@4.5.0'],
    run: byMocha('src/*.spec.js'),
  },
  {
    spec: 'neataptic@1.4.7',
    fix: ['src/**/*.js'],
    install: [mocha, 'chai@4.5.0'],
    run: byMocha('test/src.js', 'test/neat.js', 'test/network.js'),
    // It prints its functions into a source that stands alone, where there is nothing but what the engine has.
    settings: { builtins: true },
  },
  { spec: 'js-stats@1.0.5', fix: ['src/*.js'], install: [mocha, 'chai@3.5.0'], run: byMocha('test') },
  { spec: 'probability-distributions@0.9.1', fix: ['index.js'], install: [mocha, 'chai@3.5.0'], run: byMocha('test') },
  { spec: 'density-clustering@1.3.0', fix: ['lib/*.js'], install: [mocha, 'should@5.2.0'], run: byMocha('test') },
]
