/** The peers at an atomic. Their table is TypeScript, and transpiled when it is loaded; the libraries are as they are. */
import { createJiti } from 'jiti'

export async function peersOf(atomic) {
  const { peers } = await createJiti(import.meta.url).import('../../tools/peers/peers.ts')
  return peers[atomic] ?? []
}
