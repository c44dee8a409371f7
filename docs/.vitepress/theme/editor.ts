/** An editor for code with findings in it: CodeMirror, in the colours of the page. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, indentOnInput, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { javascript, typescript } from '@codemirror/legacy-modes/mode/javascript'
import { lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view'
import { classHighlighter } from '@lezer/highlight'
import type { Message } from './workers/lint.ts'

export interface Editor {
  readonly view: EditorView
  /** Replaces the text. */
  set(code: string): void
  show(messages: readonly Message[]): void
  speak(language: 'javascript' | 'typescript'): void
  destroy(): void
}

interface Options {
  readonly code: string
  readonly label: string
  readonly changed: (code: string) => void
  readonly moved?: (position: number) => void
}

/** Colours need no syntax tree: ESLint has one, and a second would be a third of the editor. */
const languages = {
  javascript: StreamLanguage.define(javascript),
  typescript: StreamLanguage.define(typescript),
}

const common: Extension = [
  lineNumbers(),
  highlightSpecialChars(),
  history(),
  drawSelection(),
  indentOnInput(),
  bracketMatching(),
  syntaxHighlighting(classHighlighter),
  // Tab moves on: whoever has no mouse must get out of here.
  keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
  EditorView.lineWrapping,
]

export function createEditor(parent: HTMLElement, { code, label, changed, moved }: Options): Editor {
  const language = new Compartment()
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: code,
      extensions: [
        common,
        language.of(languages.javascript),
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.updateListener.of(update => {
          if (update.docChanged) changed(update.state.doc.toString())
          if (update.selectionSet || update.docChanged) moved?.(update.state.selection.main.head)
        }),
      ],
    }),
  })
  return {
    view,
    set: text => {
      if (text !== view.state.doc.toString()) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
    },
    show: messages => view.dispatch(setDiagnostics(view.state, messages.map(message => diagnosticOf(message, view)))),
    speak: spoken =>
      view.dispatch({ effects: language.reconfigure(languages[spoken]) }),
    destroy: () => view.destroy(),
  }
}

function diagnosticOf(found: Message, { state }: EditorView): Diagnostic {
  const at = (line: number, column: number): number => {
    const { from, length } = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines))
    return from + Math.min(Math.max(column - 1, 0), length)
  }
  const from = at(found.line, found.column)
  return {
    from,
    to: Math.max(at(found.endLine, found.endColumn), Math.min(from + 1, state.doc.length)),
    severity: found.fatal ? 'error' : 'warning',
    source: found.rule ?? '',
    message: found.message,
    actions: found.edits.map(({ title, range, text }) => ({
      name: title,
      apply: view => view.dispatch({ changes: { from: range[0], to: range[1], insert: text } }),
    })),
  }
}
