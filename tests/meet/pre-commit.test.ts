/** A scratch repository with husky and lint-staged, set up word by word from docs/pre-commit.md. */
import { Page } from './page.ts'
import { Scratch } from './scratch.ts'

const page = new Page('pre-commit.md')
const [install, init, add, commit] = page.commands as [string, string, string, string]
const project = new Scratch({ '.gitignore': 'node_modules\n' })
const person = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@a', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@a' }
const git = (command: string): { status: number | null; output: string } =>
  project.run(command, { ...person, HUSKY: undefined })
const committed = (file: string): string => git(`git show HEAD:${file}`).output

beforeAll(() => {
  git('git init --quiet')
  project.run(install)
  expect(project.run(init).output).toBe('')
  for (const file of ['eslint.config.js', 'lint-staged.config.js', '.husky/pre-commit'])
    project.write({ [file]: page.file(file) })
})

it('a commit with unstable mathematics is fixed', () => {
  const [naive, fixed] = page.versions('loss.js') as [string, string]
  project.write({ 'loss.js': naive })
  git(add)
  expect(git(commit).status).toBe(0)
  expect(committed('loss.js')).toBe(fixed)
  expect(project.read('loss.js')).toBe(fixed)
  expect(project.value('it.loss([1000, 0], 1)', 'loss.js')).toBe(1000)
})

it('one that cannot be fixed is stopped, and nothing is lost', () => {
  project.write({ 'smooth.js': page.file('smooth.js') })
  git(page.commands[4]!)
  const { status, output } = git(page.commands[5]!)
  expect(status).not.toBe(0)
  expect(output).toContain(page.shown[0])
  expect(project.read('smooth.js')).toBe(page.file('smooth.js'))
  expect(git('git status --short').output).toBe('A  smooth.js\n')
})

it('and passes with the comment that the page proposes', () => {
  const comment = page.shown.find(text => text.startsWith('//'))!
  project.write({ 'smooth.js': page.file('smooth.js').replace('  return', `  ${comment}\n  return`) })
  git(page.commands[4]!)
  expect(git(page.commands[5]!).status).toBe(0)
})

describe('partial staging survives', () => {
  const rest = '\n\n\n\nexport const second = x => Math.exp(x) - 1\n'
  const staged = (file: string, first: string): void => {
    project.write({ [file]: first })
    git(`git add ${file}`)
    project.write({ [file]: first + rest })
  }

  it('where a commit is stopped', () => {
    const first = 'export const first = x => Math.log(1 + x)\n'
    staged('stopped.js', first)
    expect(git('git commit --message stopped')).toMatchObject({
      status: 1,
      output: expect.stringContaining('stable-math/prefer-log1p') as string,
    })
    expect(git('git show :stopped.js').output).toBe(first)
    expect(project.read('stopped.js')).toBe(first + rest)
    git('git rm --force --quiet stopped.js')
  })

  it('where it passes, beside a file that is fixed', () => {
    const first = 'export const first = x => Math.log1p(x)\n'
    staged('passed.js', first)
    project.write({ 'whole.js': 'export const third = x => Math.exp(x) - 1\n' })
    git('git add whole.js')
    expect(git('git commit --message passed').status).toBe(0)
    expect(committed('whole.js')).toContain('stable.expm1(x)')
    expect(committed('passed.js')).toBe(first)
    expect(project.read('passed.js')).toBe(first + rest)
    expect(git('git status --short').output).toBe(' M passed.js\n')
  })
})
