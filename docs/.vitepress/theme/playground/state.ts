/** The state of the playground as a part of its address, so that a finding can be shared. */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate'
import type { Source } from '../workers/lint.ts'

export interface State extends Source {
  /** Where the cursor is. */
  readonly at: number
}

const toAddress = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

const fromAddress = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), character => character.charCodeAt(0))

export const encode = (state: State): string => toAddress(deflateSync(strToU8(JSON.stringify(state)), { level: 9 }))

/** Undefined for an address that nobody has made here. */
export function decode(hash: string): State | undefined {
  try {
    const { code, language, strict, settings, at } = JSON.parse(strFromU8(inflateSync(fromAddress(hash.replace(/^#/, '')))))
    if (typeof code !== 'string' || typeof settings !== 'object' || settings === null) return undefined
    return {
      code,
      language: language === 'typescript' ? 'typescript' : 'javascript',
      strict: strict === true,
      settings,
      at: Number.isInteger(at) ? at : 0,
    }
  } catch {
    return undefined
  }
}
