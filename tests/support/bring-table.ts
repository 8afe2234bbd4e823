import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { POST } from '@/app/api/imports/route'
import { withToken } from './handlers'

const reply = z.union([
  z.object({ ok: z.literal(true), value: z.object({ importId: z.string(), rows: z.number() }) }),
  z.object({ ok: z.literal(false), code: z.string(), fields: z.record(z.string(), z.string()).optional() }),
])

/** Brings a table as the form of the page does. */
export const bringTable = async (
  token: string,
  teamId: string,
  file: Buffer,
  chosen: { readonly sheet?: string; readonly headLine?: number } = {},
) => {
  const form = new FormData()
  form.set('sent', JSON.stringify({ requestId: randomUUID(), input: { teamId, encoding: '', ...chosen } }))
  form.append('files', new Blob([new Uint8Array(file)]), 'Zzlist of names.csv')
  const whole = new Response(form)
  const body = new Uint8Array(await whole.arrayBuffer())
  const headers = {
    'sec-fetch-site': 'same-origin',
    'content-type': whole.headers.get('content-type') ?? '',
    'content-length': String(body.length),
  }
  const request = new Request('http://localhost:3000/api/imports', { method: 'POST', headers, body })
  return reply.parse(await (await withToken(token, () => POST(request))).json())
}
