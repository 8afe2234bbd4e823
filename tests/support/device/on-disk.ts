import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import zlib from 'node:zlib'
import { build } from 'esbuild'
import { root } from '../../architecture/walk'
import type { Server } from './server'

const bundle = async (entry: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, entry)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    alias: { '@': root },
  })
  return outputFiles[0]?.text ?? ''
}

/** What the shell gives its page, and the worker alone: WebAssembly (docs/adr/0153). */
const PAGE_POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'"
const WORKER_POLICY = "default-src 'none'; script-src 'wasm-unsafe-eval'"

const bodyOf = async (request: http.IncomingMessage): Promise<unknown> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return JSON.parse(Buffer.concat(parts).toString())
}

/** Serves one page with the device store as a browser runs it, and what it talks to. */
export const servePage = async (
  server: Server,
): Promise<{ readonly url: string; readonly close: () => void }> => {
  const files: Readonly<Record<string, { type: string; policy: string; text: string }>> = {
    '/': {
      type: 'text/html',
      policy: PAGE_POLICY,
      text: '<!doctype html><title>begun</title><script type="module" src="/page.js"></script>',
    },
    '/page.js': {
      type: 'text/javascript',
      policy: PAGE_POLICY,
      text: await bundle('tests/support/device/page.ts'),
    },
    '/worker.js': {
      type: 'text/javascript',
      policy: WORKER_POLICY,
      text: await bundle('lib/device/device-worker.ts'),
    },
  }
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const url = request.url ?? ''
    const file = files[url]
    if (file !== undefined) {
      response
        .writeHead(200, { 'content-type': file.type, 'content-security-policy': file.policy })
        .end(file.text)
      return
    }
    const reply =
      request.method === 'POST' ? await server.post(url, await bodyOf(request)) : { status: 404, body: null }
    if (reply === null) response.destroy()
    else
      response.writeHead(reply.status, { 'content-type': 'application/json' }).end(JSON.stringify(reply.body))
  }
  const listening = http.createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  const address = listening.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://localhost:${port}`, close: () => listening.close() }
}

/** The ways in which a text may stand in a file: in clear, wide, in base64 at each of three offsets, in hexadecimal. */
const formsOf = (text: string): Buffer[] => {
  const utf8 = Buffer.from(text)
  const base64 = [0, 1, 2].map((shift) => {
    const letters = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64')
    // The first and the last letters depend on what stands beside it.
    return letters.slice(shift === 0 ? 0 : 4, letters.length - 4)
  })
  const hex = utf8.toString('hex')
  return [
    utf8,
    Buffer.from(text, 'utf16le'),
    ...[...base64, hex, hex.toUpperCase()].map((one) => Buffer.from(one)),
  ]
}

/** What stands compressed in a file, wherever it begins (zlib and gzip by their first bytes). */
const inflated = (bytes: Buffer): Buffer[] => {
  const found: Buffer[] = []
  for (let at = 0; at < bytes.length - 2; at += 1) {
    const isZlib = bytes[at] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(bytes[at + 1] ?? 0)
    const isGzip = bytes[at] === 0x1f && bytes[at + 1] === 0x8b
    if (!isZlib && !isGzip) continue
    try {
      found.push(zlib.unzipSync(bytes.subarray(at), { finishFlush: zlib.constants.Z_SYNC_FLUSH }))
    } catch {
      // Two bytes that only look like a beginning.
    }
  }
  return found
}

const filesIn = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

/** Texts of `texts` that stand anywhere under the folder, in any of their forms, with the file. */
export const findTexts = (
  folder: string,
  texts: readonly string[],
): readonly { text: string; file: string }[] => {
  const wanted = texts.map((text) => ({ text, forms: formsOf(text) }))
  return filesIn(folder).flatMap((file) => {
    const bytes = fs.readFileSync(file)
    const all = [bytes, ...inflated(bytes)]
    return wanted
      .filter(({ forms }) => all.some((one) => forms.some((form) => one.includes(form))))
      .map(({ text }) => ({ text, file: path.relative(folder, file) }))
  })
}
