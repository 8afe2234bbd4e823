import { argon2id } from 'hash-wasm'
import type { Bytes } from './bytes'
import type { Ask, Question, Reply } from './worker-words'

/**
 * A worker of its own: only there can a file of the origin's private file system be overwritten in place, and there deriving a key
 * stops no one from typing. Its answer needs 'wasm-unsafe-eval' in script-src, for Argon2id.
 */

/** A worker alone has it; the library of types for pages does not name it. */
type InPlace = {
  readonly getSize: () => number
  readonly read: (into: Bytes, options: { readonly at: number }) => number
  readonly write: (bytes: Bytes, options: { readonly at: number }) => number
  readonly flush: () => void
  readonly close: () => void
}
declare global {
  interface FileSystemFileHandle {
    readonly createSyncAccessHandle: () => Promise<InPlace>
  }
}

const NAME = 'accompany-cells'
const MEMORY = 64 * 1024

let file: InPlace | null = null

const held = (): InPlace => {
  if (file === null) throw new DOMException('the cells are not held', 'InvalidStateError')
  return file
}

const answer = async (what: Ask): Promise<Bytes | null> => {
  switch (what.ask) {
    case 'open': {
      const folder = await navigator.storage.getDirectory()
      file = await (await folder.getFileHandle(NAME, { create: true })).createSyncAccessHandle()
      return null
    }
    case 'read': {
      const bytes = new Uint8Array(what.length)
      return held().read(bytes, { at: what.at }) === what.length ? bytes : null
    }
    case 'write': {
      if (held().write(what.bytes, { at: what.at }) !== what.bytes.length)
        throw new DOMException('not written', 'QuotaExceededError')
      held().flush()
      return null
    }
    case 'close': {
      file?.close()
      file = null
      return null
    }
    case 'derive': {
      const { code: password, salt, passes: iterations } = what
      const bytes = await argon2id({
        password,
        salt,
        iterations,
        parallelism: 1,
        memorySize: MEMORY,
        hashLength: 32,
        outputType: 'binary',
      })
      return Uint8Array.from(bytes)
    }
  }
}

const reply = async ({ number, what }: Question): Promise<Reply> => {
  try {
    return { number, bytes: await answer(what) }
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    return { number, error: { name, message } }
  }
}

// One after the other, in the order of the questions.
let turn: Promise<void> = Promise.resolve()
self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  turn = turn.then(async () => self.postMessage(await reply(data)))
})
