import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { POST as LOOK } from '@/app/api/letters/look/route'
import { POST } from '@/app/api/letters/route'
import { withToken } from './handlers'

const said = z.object({
  ok: z.boolean(),
  code: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
  value: z
    .object({
      templateId: z.string().optional(),
      edition: z.int().optional(),
      faults: z.array(z.object({ code: z.string(), of: z.string(), near: z.string() })).optional(),
      tags: z.array(z.string()).optional(),
    })
    .optional(),
})
export type Said = z.infer<typeof said>

const send = async (
  token: string,
  address: string,
  handler: (request: Request) => Promise<Response>,
  input: object,
  file: Uint8Array,
): Promise<Said> => {
  const form = new FormData()
  form.set('sent', JSON.stringify({ requestId: randomUUID(), input }))
  form.append('files', new Blob([new Uint8Array(file)]), 'template.docx')
  const whole = new Response(form)
  const body = new Uint8Array(await whole.arrayBuffer())
  const headers = {
    'sec-fetch-site': 'same-origin',
    'content-type': whole.headers.get('content-type') ?? '',
    'content-length': String(body.length),
  }
  const request = new Request(`http://localhost:3000${address}`, { method: 'POST', headers, body })
  const answer = await withToken(token, () => handler(request))
  if (answer.status !== 200) throw new Error(`status ${answer.status}`)
  return said.parse(await answer.json())
}

export const lookAt = (token: string, file: Uint8Array, reader = 'lawyer'): Promise<Said> =>
  send(token, '/api/letters/look', LOOK, { reader }, file)

let count = 0
/** Publishes a template as the form of the page does. */
export const publish = (
  token: string,
  file: Uint8Array,
  change: Record<string, unknown> = {},
): Promise<Said> =>
  send(
    token,
    '/api/letters',
    POST,
    {
      templateId: '',
      version: 0,
      name: `Invented template ${String(++count)}`,
      reader: 'lawyer',
      purpose: 'inform',
      language: 'en',
      kinds: [],
      because: 'An invented reason.',
      ...change,
    },
    file,
  )
/** The same, and which one it became. Throws when it is refused. */
export const givenTemplate = async (
  token: string,
  file: Uint8Array,
  change: Record<string, unknown> = {},
): Promise<{ templateId: string; edition: number }> => {
  const { value, ...answer } = await publish(token, file, change)
  if (value?.templateId === undefined || value.edition === undefined) throw new Error(JSON.stringify(answer))
  return { templateId: value.templateId, edition: value.edition }
}
