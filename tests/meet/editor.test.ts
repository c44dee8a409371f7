/** The editor's own language server follows docs/editor.md: squiggle, hover, link, quick fix, suggestion, fix at save. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  ApplyWorkspaceEditRequest,
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  InitializedNotification,
  InitializeRequest,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkspaceFoldersRequest,
  type CodeAction,
  type Command,
  type Diagnostic,
  type ProtocolConnection,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node'
import { pageOf } from '../../src/rules/define-rule.ts'
import { Page } from './page.ts'
import { root, Scratch } from './scratch.ts'

const page = new Page('editor.md')
const project = new Scratch(page.files)
for (const command of page.commands) project.run(command)

const folder = { uri: pathToFileURL(project.directory).href, name: 'project' }
const uriOf = (file: string): string => pathToFileURL(project.path(file)).href

/** What the extension sends for its settings: their defaults. */
const settings = {
  validate: 'on',
  run: 'onType',
  rulesCustomizations: [],
  experimental: {},
  problems: { shortenToSingleLine: false },
  nodePath: null,
  workingDirectory: { mode: 'location' },
  workspaceFolder: folder,
  codeActionOnSave: { mode: 'all' },
  codeAction: { disableRuleComment: { enable: true, location: 'separateLine' }, showDocumentation: { enable: true } },
}

/** The edit that the server asked the editor to make last. */
let asked: WorkspaceEdit | undefined

const server = spawn(process.execPath, [join(root, 'node_modules/.bin/vscode-eslint-language-server'), '--stdio'], {
  cwd: project.directory,
})
const connection: ProtocolConnection = createProtocolConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
)
afterAll(() => {
  connection.dispose()
  server.kill()
})

beforeAll(async () => {
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => settings))
  connection.onRequest(RegistrationRequest.type, () => undefined)
  connection.onRequest(WorkspaceFoldersRequest.type, () => [folder])
  connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
    asked = edit
    return { applied: true }
  })
  connection.listen()
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: folder.uri,
    workspaceFolders: [folder],
    capabilities: {
      workspace: {
        configuration: true,
        workspaceFolders: true,
        applyEdit: true,
        workspaceEdit: { documentChanges: true },
      },
      textDocument: {
        diagnostic: {},
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
      },
    },
  })
  await connection.sendNotification(InitializedNotification.type, {})
})

interface Opened {
  readonly file: string
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
}

/** A file as the page says to write it, with what the editor underlines. */
async function open(file: string): Promise<Opened> {
  const text = project.read(file)
  const uri = uriOf(file)
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'javascript', version: 1, text },
  })
  const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } })
  return { file, text, diagnostics: report.kind === 'full' ? report.items : [] }
}

async function actions({ file, diagnostics }: Opened, kind: string): Promise<CodeAction[]> {
  const all = await connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: uriOf(file) },
    range: diagnostics[0]!.range,
    context: { diagnostics: [...diagnostics], only: [kind] },
  })
  return (all ?? []).filter((action: CodeAction | Command): action is CodeAction => 'kind' in action)
}

/** The text once the editor has done what an action says. */
async function applied({ text }: Opened, action: CodeAction | undefined): Promise<string> {
  asked = action?.edit
  if (!asked && action?.command) await connection.sendRequest(ExecuteCommandRequest.type, action.command)
  const changes = asked?.documentChanges?.flatMap(change => ('edits' in change ? change.edits : [])) ?? []
  const at = ({ line, character }: { line: number; character: number }): number =>
    text.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character
  return (changes as TextEdit[])
    .sort((a, b) => at(b.range.start) - at(a.range.start))
    .reduce((all, { range, newText }) => all.slice(0, at(range.start)) + newText + all.slice(at(range.end)), text)
}

describe('loss.js', () => {
  let opened: Opened
  beforeAll(async () => void (opened = await open('loss.js')))

  it('gets one squiggle, under the logarithm alone', () => {
    expect(opened.diagnostics).toHaveLength(1)
    const { start, end } = opened.diagnostics[0]!.range
    expect(start.line).toBe(end.line)
    const line = opened.text.split('\n')[start.line]!
    expect(line.slice(start.character, end.character)).toBe('Math.log(probabilities[label])')
    expect(start.line + 1).toBe(5)
  })

  it('says what the page says, and links to the page of the rule', () => {
    const { message, code, codeDescription } = opened.diagnostics[0]!
    expect(page.shown[0]).toBe(message)
    expect(code).toBe('stable-math/prefer-log-softmax')
    expect(codeDescription!.href).toBe(pageOf('prefer-log-softmax'))
  })

  it('is fixed from the menu, import included, and runs', async () => {
    const all = await actions(opened, 'quickfix')
    const fix = all.find(({ title }) => title === 'Fix this stable-math/prefer-log-softmax problem')
    const text = await applied(opened, fix)
    expect(text).toBe(page.versions('loss.js')[1])
    project.write({ 'fixed.js': text })
    expect(project.value('it.loss([1000, 0], 1)', 'fixed.js')).toBe(1000)
  })

  it('is fixed at save', async () => {
    const [all] = await actions(opened, 'source.fixAll.eslint')
    expect(JSON.parse(page.file('.vscode/settings.json'))).toHaveProperty(['editor.codeActionsOnSave', all!.kind!])
    expect(await applied(opened, all)).toBe(page.versions('loss.js')[1])
  })
})

describe('normalize.js', () => {
  it('has its suggestion in the menu', async () => {
    const opened = await open('normalize.js')
    const all = await actions(opened, 'quickfix')
    const title = 'Replace by `(x - mean) / Math.sqrt(variance + 0.00001)`. (stable-math/require-variance-epsilon)'
    expect(
      await applied(
        opened,
        all.find(action => action.title === title),
      ),
    ).toBe(page.versions('normalize.js')[1])
  })
})
