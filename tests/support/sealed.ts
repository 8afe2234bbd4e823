import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { POST as hello } from '@/app/api/device/hello/route'
import { POST as submit } from '@/app/api/submissions/route'
import { hashToken, newToken } from '@/lib/accounts/token'
import { SCHEMAS } from '@/lib/device/form-versions'
import { type Inside, seal, toSubmission } from '@/lib/device/submission'
import { placeBy } from '@/lib/submissions/place.data'
import { helloAnswerSchema } from '@/lib/submissions/wire.schema'
import { withToken } from './handlers'

/** A phone of a test: it seals as the real one does and speaks to the real handlers, without a session. */

type Ask = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>
export type Phone = {
  readonly device: string
  readonly store: string
  readonly token: string
  readonly as: string
}

export const givenPhone = async (
  ask: Ask,
  staffId: string,
  device: string = randomUUID(),
): Promise<Phone> => {
  const [store, token] = [randomUUID(), newToken()]
  await ask(
    `INSERT INTO device_store (id, device_id, staff_id, name, token_hash) VALUES ($1, $2, $3, 'Phone', $4)`,
    [store, device, staffId, hashToken(token)],
  )
  return { device, store, token, as: staffId }
}

/** Notes that a phone took files along until tomorrow. */
export const givenTaken = async (
  ask: Ask,
  phone: Phone,
  placeId: string,
  caseIds: readonly string[],
): Promise<void> => {
  for (const caseId of caseIds)
    await ask(
      `INSERT INTO device_taken (store_id, taken_id, case_id, place_id, until) VALUES ($1, $2, $3, $4, app.now() + interval '1 day')`,
      [phone.store, randomUUID(), caseId, placeId],
    )
}

const post = (handler: (request: Request) => Promise<Response>, body: unknown): Promise<Response> =>
  withToken(null, () =>
    handler(
      new Request('http://localhost:3000/api/submissions', {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    ),
  )

/** What the handlers answer to a phone, as its page hears it. */
export const answerPhone = async (
  path: string,
  body: unknown,
): Promise<{ readonly status: number; readonly body: unknown }> => {
  const response = await post(path === '/api/submissions' ? submit : hello, body)
  const said: unknown = await response.json().catch(() => null)
  return { status: response.status, body: said }
}

export const greet = async (
  phone: Phone,
  arrived: readonly string[] = [],
  stores: readonly string[] = [phone.store],
) => {
  const response = await post(hello, {
    device: phone.device,
    stores,
    now: new Date().toISOString(),
    build: 'test',
    arrived,
  })
  if (response.status !== 200) throw new Error(`the greeting was answered ${response.status}`)
  return z.parse(helloAnswerSchema, await response.json())
}

let written = 0
export const insideOf = (phone: Phone, change: Partial<Inside>): Inside => {
  written += 1
  const form = change.form ?? 'note'
  return {
    v: 1,
    form,
    schema: SCHEMAS[form],
    state: 'finished',
    requestId: randomUUID(),
    as: phone.as,
    token: phone.token,
    seq: written,
    at: new Date().toISOString(),
    skew: 0,
    after: null,
    device: phone.device,
    input: null,
    ...change,
  }
}

export type Packed = {
  readonly sent: ReturnType<typeof toSubmission>
  readonly hash: string
  readonly inside: Inside
}
export const pack = async (phone: Phone, inside: Inside, id: string = randomUUID()): Promise<Packed> => {
  const { key } = await greet(phone)
  const sealed = await seal(key, id, inside)
  if (sealed === null) throw new Error('too long')
  return { sent: toSubmission(id, key.id, sealed), hash: sealed.hash, inside }
}

export const send = (body: unknown): Promise<Response> => post(submit, body)

/** Seals, sends and waits until it is judged. */
export const deliver = async (phone: Phone, change: Partial<Inside>) => {
  const packed = await pack(phone, insideOf(phone, change))
  const response = await send(packed.sent)
  await placeBy(phone.token)
  const { outcomes } = await greet(phone, [packed.hash])
  return { ...packed, status: response.status, outcome: outcomes[packed.hash] ?? null }
}
