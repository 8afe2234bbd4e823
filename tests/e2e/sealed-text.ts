import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import * as z from 'zod'
import { hashToken, newToken } from '@/lib/accounts/token'
import { SCHEMAS } from '@/lib/device/form-versions'
import { type Inside, seal, toSubmission } from '@/lib/device/submission'
import { helloAnswerSchema } from '@/lib/submissions/wire.schema'
import { type DemoPerson, expect, PEOPLE } from './fixtures'

/** What a phone finished without a network and delivers, for tests of what becomes of it on the pages of the server. */

type Server = { readonly url: string; readonly db: pg.Pool }

const post = (url: string, body: object): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

/** A phone that the person prepared and named. */
export const openSealing = async ({ url, db }: Server, who: DemoPerson, name: string) => {
  const [device, store, token] = [randomUUID(), randomUUID(), newToken()]
  const { rows } = await db.query<{ id: string }>('SELECT id FROM staff WHERE name = $1', [PEOPLE[who]])
  const as = rows[0]?.id ?? ''
  await db.query(
    'INSERT INTO device_store (id, device_id, staff_id, name, token_hash) VALUES ($1, $2, $3, $4, $5)',
    [store, device, as, name, hashToken(token)],
  )
  let seq = 0
  const greet = async (arrived: readonly string[]) => {
    const answer = await post(`${url}/api/device/hello`, {
      device,
      stores: [store],
      now: new Date().toISOString(),
      build: 'test',
      arrived,
    })
    expect(answer.status).toBe(200)
    return z.parse(helloAnswerSchema, await answer.json())
  }
  return {
    store,
    /** Files lie on it until an hour from now. */
    take: async (caseIds: readonly string[]): Promise<void> => {
      for (const caseId of caseIds)
        await db.query(
          `INSERT INTO device_taken (store_id, taken_id, case_id, place_id, until)
           SELECT $1, gen_random_uuid(), $2, id, app.now() + interval '1 hour' FROM place WHERE kind = 'closed_centre' ORDER BY id LIMIT 1`,
          [store, caseId],
        )
    },
    /** Seals, sends, and waits until it is judged. */
    deliver: async (form: Inside['form'], input: object): Promise<string | undefined> => {
      seq += 1
      const { key } = await greet([])
      const id = randomUUID()
      const sealed = await seal(key, id, {
        v: 1,
        form,
        schema: SCHEMAS[form],
        state: 'finished',
        requestId: randomUUID(),
        as,
        token,
        seq,
        at: new Date().toISOString(),
        skew: 0,
        after: null,
        device,
        input,
      })
      if (sealed === null) throw new Error('too long')
      const sent = await post(`${url}/api/submissions`, toSubmission(id, key.id, sealed))
      expect(sent.status).toBe(202)
      const outcome = async () => (await greet([sealed.hash])).outcomes[sealed.hash]
      await expect.poll(outcome).not.toBe('received')
      return outcome()
    },
  }
}
