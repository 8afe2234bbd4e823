import type { Bytes } from './bytes'
import { CELL } from './cells'
import type { DevicePorts } from './ports'
import type { Ask, Question, Reply } from './worker-words'

type Waiting = { readonly resolve: (bytes: Bytes | null) => void; readonly reject: (error: unknown) => void }

/** Two ports of a page that are in its worker: `address` is that of device-worker.ts as it was built. */
export const openBrowserWorker = (
  address: string,
): Pick<DevicePorts, 'openCells' | 'derive'> & { readonly end: () => void } => {
  const waiting = new Map<number, Waiting>()
  const worker = new Worker(address, { type: 'module' })
  let asked = 0
  /** A worker that could not be loaded answers nothing, ever. */
  let isDead = false

  const settle = (reply: Reply): void => {
    const one = waiting.get(reply.number)
    waiting.delete(reply.number)
    if ('error' in reply) one?.reject(new DOMException(reply.error.message, reply.error.name))
    else one?.resolve(reply.bytes)
  }
  const ask = (what: Ask): Promise<Bytes | null> =>
    new Promise((resolve, reject) => {
      if (isDead) {
        reject(new DOMException('the worker of the device store has ended', 'InvalidStateError'))
        return
      }
      asked += 1
      const question: Question = { number: asked, what }
      waiting.set(asked, { resolve, reject })
      worker.postMessage(question)
    })
  const end = (): void => {
    isDead = true
    worker.terminate()
    for (const number of [...waiting.keys()])
      settle({
        number,
        error: { name: 'InvalidStateError', message: 'the worker of the device store has ended' },
      })
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => settle(data))
  worker.addEventListener('error', end)

  return {
    end,
    openCells: async () => {
      try {
        await ask({ ask: 'open' })
      } catch (error) {
        const isHeld = error instanceof DOMException && error.name === 'NoModificationAllowedError'
        return isHeld ? 'elsewhere' : 'unable'
      }
      return {
        read: (block, blocks = 1) => ask({ ask: 'read', at: block * CELL, length: blocks * CELL }),
        write: async (block, bytes) => {
          await ask({ ask: 'write', at: block * CELL, bytes })
        },
        close: async () => {
          await ask({ ask: 'close' })
        },
      }
    },
    derive: async (code, salt, passes) => {
      const bytes = await ask({ ask: 'derive', code, salt, passes })
      if (bytes === null) throw new DOMException('nothing was derived', 'OperationError')
      return bytes
    },
  }
}
