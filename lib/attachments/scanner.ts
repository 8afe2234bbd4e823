import 'server-only'
import net from 'node:net'
import { env } from '@/lib/runtime/env'

export type Verdict = 'none' | 'clean' | 'infected' | 'waiting'

const PATIENCE = 30_000
const PART = 2 ** 16

/** One part of the stream: its length in four bytes, then itself (clamd(8), INSTREAM). */
const framed = (part: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(part.length)
  return Buffer.concat([length, part])
}

/**
 * Asks the virus scanner that SCANNER_URL names, a clamd: `clean` or `infected`. `waiting` when it does not answer or does not
 * understand, and `none` when the application has no scanner.
 */
export const scan = (bytes: Buffer): Promise<Verdict> => {
  const { SCANNER_URL } = env()
  if (SCANNER_URL === undefined) return Promise.resolve('none')
  const { hostname, port } = new URL(SCANNER_URL)
  return new Promise((resolve) => {
    const socket = net.connect({ host: hostname, port: Number(port || 3310) })
    let said = ''
    const end = (verdict: Verdict): void => {
      socket.destroy()
      resolve(verdict)
    }
    socket.setTimeout(PATIENCE, () => end('waiting'))
    socket.on('error', () => end('waiting'))
    socket.on('connect', () => {
      socket.write('zINSTREAM\0')
      for (let from = 0; from < bytes.length; from += PART)
        socket.write(framed(bytes.subarray(from, from + PART)))
      socket.write(framed(Buffer.alloc(0)))
    })
    socket.on('data', (part) => {
      said += part.toString('utf8')
    })
    socket.on('close', () => {
      if (/^stream: OK\0?$/.test(said.trim())) return end('clean')
      end(/ FOUND\0?$/.test(said.trim()) ? 'infected' : 'waiting')
    })
  })
}
