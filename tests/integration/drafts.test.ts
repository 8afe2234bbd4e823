import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DELETE, POST, PUT } from '@/app/api/drafts/route'
import { writeNote } from '@/lib/cases/note.actions'
import { disconnect } from '@/lib/db/client'
import { MAX_DRAFTS } from '@/lib/drafts/draft.schema'
import { newId } from '@/lib/shared/ids'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, withToken } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
beforeEach(() => organisation.ask('DELETE FROM draft'))
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

const SLOT = 'a'.repeat(64)
type DemoPerson = { readonly id: string; readonly token: string }
const bytes = (text: string): string => Buffer.from(text.padEnd(12, '.')).toString('base64')
const own = (who: DemoPerson, more: object = {}) => ({ as: who.id, slot: SLOT, tab: 'tab-1', ...more })
const encrypted = (who: DemoPerson, text: string, revision: number, more: object = {}) =>
  own(who, { iv: bytes('iv'), cipher: bytes(text), revision, ...more })
const ask = async (
  token: string | null,
  handler: (request: Request) => Promise<Response>,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown }> => {
  const request = new Request('http://localhost:3000/api/drafts', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
  })
  const response = await withToken(token, () => handler(request))
  expect(response.headers.get('cache-control')).toBe('no-store')
  return { status: response.status, body: response.ok ? await response.json() : null }
}
const list = async (who: DemoPerson) => {
  const { body } = await ask(who.token, POST, { as: who.id, slot: null })
  return body
}

describe('drafts on the server', () => {
  it('come back to their owner, on whatever device, and to no one else', async () => {
    const { casey, sol } = organisation
    expect(await ask(casey.token, PUT, encrypted(casey, 'first', 1))).toEqual({
      status: 200,
      body: { revision: 1 },
    })
    expect(await list(casey)).toMatchObject({ drafts: [{ tab: 'tab-1', cipher: bytes('first') }] })
    expect(await list(sol)).toEqual({ drafts: [] })
    expect((await ask(sol.token, DELETE, own(sol, { only: null }))).body).toEqual({ removed: 0 })
    expect(await list(casey)).toMatchObject({ drafts: [{ tab: 'tab-1' }] })
  })

  it('are not overwritten by an older revision that comes late', async () => {
    const { casey } = organisation
    await ask(casey.token, PUT, encrypted(casey, 'newer', 9))
    expect((await ask(casey.token, PUT, encrypted(casey, 'older', 5))).body).toEqual({ revision: 9 })
    expect(await list(casey)).toMatchObject({ drafts: [{ cipher: bytes('newer') }] })
  })

  it('go when they are sent or thrown away', async () => {
    const { casey } = organisation
    await ask(casey.token, PUT, encrypted(casey, 'sent', 1))
    expect((await ask(casey.token, DELETE, own(casey, { only: null }))).body).toEqual({ removed: 1 })
    expect(await list(casey)).toEqual({ drafts: [] })
  })

  it('stay when another device has written on since the text was seen that is thrown away', async () => {
    const { casey } = organisation
    await ask(casey.token, PUT, encrypted(casey, 'seen', 1))
    await ask(casey.token, PUT, encrypted(casey, 'written on', 2, { iv: bytes('iv 2') }))
    const throwAway = async (iv: string) =>
      (await ask(casey.token, DELETE, own(casey, { only: bytes(iv) }))).body
    expect(await throwAway('iv')).toEqual({ removed: 0 })
    expect(await list(casey)).toMatchObject({ drafts: [{ cipher: bytes('written on') }] })
    expect(await throwAway('iv 2')).toEqual({ removed: 1 })
  })

  it('of a page that outlived its session never land in the account that signed in after it', async () => {
    const { casey, sol } = organisation
    expect((await ask(sol.token, PUT, encrypted(casey, 'hers', 1))).status).toBe(401)
    expect((await ask(sol.token, POST, { as: casey.id, slot: null })).status).toBe(401)
    expect(await list(sol)).toEqual({ drafts: [] })
  })

  it('are refused without a session, from another site, as another type, too large and too many', async () => {
    const { casey } = organisation
    const draft = encrypted(casey, 'text', 1)
    expect((await ask(null, PUT, draft)).status).toBe(401)
    expect((await ask(casey.token, PUT, draft, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await ask(casey.token, PUT, draft, { 'content-type': 'text/plain' })).status).toBe(415)
    const huge = encrypted(casey, 'x'.repeat(400_000), 1)
    expect((await ask(casey.token, PUT, huge)).status).toBe(413)
    expect((await ask(casey.token, PUT, { ...draft, slot: 'visit:civ' })).status).toBe(400)
    await organisation.ask(
      `INSERT INTO draft (staff_id, slot, tab, iv, cipher, revision)
       SELECT $1, $2, 'full-' || n, decode(repeat('00', 12), 'hex'), decode('00', 'hex'), 1 FROM generate_series(1, $3) n`,
      [casey.id, SLOT, MAX_DRAFTS],
    )
    expect((await ask(casey.token, PUT, encrypted(casey, 'text', 1, { tab: 'one-more' }))).status).toBe(404)
    expect((await ask(casey.token, PUT, encrypted(casey, 'text', 2, { tab: 'full-1' }))).status).toBe(200)
  })
})

it('a text that was written as one account is not taken from another one', async () => {
  const { casey, sol } = organisation
  const input = { caseId: newId(), kind: 'note', happenedOn: '2026-01-05', text: 'has slept' }
  const sendAs = (token: string, as: string) =>
    act(token, (sent) => writeNote({ ...sent, as }), input, crypto.randomUUID())
  expect(await sendAs(sol.token, casey.id)).toEqual({ ok: false, code: 'signedOut' })
})
