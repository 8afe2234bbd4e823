import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import OnePage from '@/app/(signed-in)/enquiries/incoming/[incomingId]/page'
import ListPage from '@/app/(signed-in)/enquiries/incoming/page'
import { GET, POST } from '@/app/incoming/[secret]/route'
import { newToken } from '@/lib/accounts/token'
import { openFile } from '@/lib/cases/intake.actions'
import { withJobWork } from '@/lib/db/work'
import { recordEnquiry } from '@/lib/enquiries/enquiry.actions'
import { forgetIncoming } from '@/lib/incoming/forget.data'
import { answerIncoming, giveIncoming, placeIncoming, refuseIncoming } from '@/lib/incoming/incoming.actions'
import { listIncoming, readIncoming } from '@/lib/incoming/incoming.data'
import { fromIncoming } from '@/lib/incoming/known.view'
import { makeIncomingLink, revokeIncomingLink } from '@/lib/incoming/link.actions'
import { readLinks } from '@/lib/incoming/link.data'
import { savePartner } from '@/lib/partners/partner.actions'
import { emptyPerson } from '@/lib/people/empty-person'
import { countMenu } from '@/lib/today/menu.data'
import { givenNamedFile } from '../support/given/full-file'
import { aLink, aReport } from '../support/given/incoming'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { aPartner } from '../support/given/partners'
import { act, openPage, withToken } from '../support/handlers'

let organisation: GivenOrganisation
let partnerId = ''
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  const saved = await act(organisation.coral.token, savePartner, aPartner())
  partnerId = z.object({ value: z.looseObject({ partnerId: z.string() }) }).parse(saved).value.partnerId
})
// Every try here comes from one network.
beforeEach(async () => {
  await organisation.ask('DELETE FROM throttle')
})
afterAll(() => organisation.close())

type Who = 'casey' | 'cory' | 'coral' | 'sol' | 'sola' | 'ada' | 'gus' | 'stranger'
const make = (change: Record<string, unknown> = {}, who: Who = 'coral') => {
  const input = aLink(partnerId, organisation.north, change)
  return act(organisation[who].token, makeIncomingLink, input).then((answer) => ({ ...input, answer }))
}
const givenLink = async (change: Record<string, unknown> = {}) => {
  const { secret, answer } = await make(change)
  if (!answer.ok) throw new Error(answer.code)
  return { secret, linkId: answer.value.linkId }
}

type Heard = { readonly status: number; readonly body: string; readonly headers: string }
const heard = async (response: Response): Promise<Heard> => ({
  status: response.status,
  body: await response.text(),
  headers: JSON.stringify([...response.headers].sort()),
})
const params = (secret: string) => ({ params: Promise.resolve({ secret }) })
const look = (secret: string, language = 'en'): Promise<Heard> =>
  withToken(null, async () =>
    heard(await GET(new Request(`http://localhost:3000/incoming/${secret}?l=${language}`), params(secret))),
  )
const sendText = (secret: string, body: string, headers: Record<string, string> = {}): Promise<Heard> =>
  withToken(null, async () =>
    heard(
      await POST(
        new Request(`http://localhost:3000/incoming/${secret}?l=en`, {
          method: 'POST',
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': String(Buffer.byteLength(body)),
            ...headers,
          },
          body,
        }),
        params(secret),
      ),
    ),
  )
const send = (secret: string, change: Record<string, string> = {}): Promise<Heard> =>
  sendText(secret, new URLSearchParams(aReport(change)).toString())
const receiptIn = (body: string): string => {
  const [, one = '', two = ''] = /class="receipt"[^>]*>(\d{4}) (\d{4})</.exec(body) ?? []
  return `${one}${two}`
}

const listed = (who: Who) => organisation[who].work(listIncoming)
const givenIncoming = async (change: Record<string, string> = {}, link: Record<string, unknown> = {}) => {
  const { secret, linkId } = await givenLink(link)
  const { body } = await send(secret, change)
  const receipt = receiptIn(body)
  const [row] = z
    .array(z.object({ id: z.string() }))
    .parse(await organisation.ask('SELECT id FROM incoming_referral WHERE link_id = $1', [linkId]))
  if (row === undefined) throw new Error('nothing came')
  return { secret, linkId, receipt, incomingId: row.id }
}
const opened = (incomingId: string, who: Who = 'coral') =>
  organisation[who].work((work) => readIncoming(work, incomingId))
const outcomeOf = async (incomingId: string) =>
  organisation.ask(
    'SELECT outcome, content_cipher IS NULL AS moved, words_cipher IS NULL AS silent FROM incoming_referral WHERE id = $1',
    [incomingId],
  )

describe('a link', () => {
  it('is made and withdrawn by who leads the office, and by no one else', async () => {
    for (const who of ['casey', 'sola', 'ada', 'gus', 'stranger'] as const) {
      const { answer } = await make({}, who)
      expect({ who, ok: answer.ok }).toEqual({ who, ok: false })
    }
    const { linkId } = await givenLink()
    const revoke = (who: Who) => act(organisation[who].token, revokeIncomingLink, { partnerId, linkId })
    for (const who of ['casey', 'sola', 'ada', 'stranger'] as const)
      expect((await revoke(who)).ok).toBe(false)
    const shown = await organisation.coral.work((work) => readLinks(work, [partnerId]))
    expect(shown.links.find(({ id }) => id === linkId)).toMatchObject({
      state: 'open',
      came: 0,
      lastUsedAt: null,
    })
    expect((await organisation.sola.work((work) => readLinks(work, [partnerId]))).links).toEqual([])
    expect(await revoke('coral')).toMatchObject({ ok: true })
    expect(await revoke('coral')).toMatchObject({ ok: false, code: 'notFound' })
  })

  it('lasts ninety days at most, whatever is asked of the database', async () => {
    const { linkId } = await givenLink({ days: '90' })
    await expect(
      organisation.ask(
        `UPDATE incoming_link SET expires_at = created_at + interval '91 days' WHERE id = $1`,
        [linkId],
      ),
    ).rejects.toThrow('incoming_link_lasts')
  })

  it('is answered the same when it never was, is over or was withdrawn', async () => {
    const never = newToken()
    const over = await givenLink()
    await organisation.ask(
      `UPDATE incoming_link SET created_at = now() - interval '9 days', expires_at = now() - interval '1 second' WHERE id = $1`,
      [over.linkId],
    )
    const gone = await givenLink()
    await act(organisation.coral.token, revokeIncomingLink, { partnerId, linkId: gone.linkId })
    const looks = [await look(never), await look(over.secret), await look(gone.secret), await look('%00')]
    expect(looks.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect(new Set(looks.map((one) => JSON.stringify(one))).size).toBe(1)
    const sends = [await send(never), await send(over.secret), await send(gone.secret)]
    expect(new Set([...sends, looks[0]].map((one) => JSON.stringify(one))).size).toBe(1)
    expect(
      await organisation.ask('SELECT id FROM incoming_referral WHERE link_id = ANY ($1)', [
        [over.linkId, gone.linkId],
      ]),
    ).toEqual([])
  })

  it('opens a form without a script, in the language of the link, and carries the style that its policy lets through', async () => {
    const { secret } = await givenLink()
    const { status, body, headers } = await look(secret, '')
    expect(status).toBe(200)
    expect(body).toContain('<html lang="nl">')
    expect(body).toContain('tel:112')
    expect(body).not.toMatch(/<script|src=|Opvang/)
    const style = /<style>([\s\S]*)<\/style>/.exec(body)?.[1] ?? ''
    expect(headers).toContain(createHash('sha256').update(style).digest('base64'))
    expect(headers).toContain('no-store')
    expect(headers).toContain('no-referrer')
  })
})

describe('what a partner sends', () => {
  it('loses nothing where something is to be mended, and runs nothing that was typed', async () => {
    const { secret, linkId } = await givenLink()
    const hostile = `</textarea><script>alert('Zz')</script>" onfocus="x`
    const { status, body } = await send(secret, {
      byPhone: '12',
      birthYear: '98',
      agreedWhy: '',
      need: hostile,
      urgency: 'zz',
    })
    expect(status).toBe(422)
    expect([...body.matchAll(/<a href="#(\w+)">/g)].map(([, field]) => field)).toEqual([
      'byPhone',
      'birthYear',
      'urgency',
      'agreedWhy',
    ])
    for (const kept of ['Zzmelder Qqverzonnen', 'value="12"', 'value="98"', 'Qqgemeente', 'Qqgeen sms'])
      expect(body).toContain(kept)
    expect(body).toContain('&lt;/textarea&gt;&lt;script&gt;')
    expect(body).not.toMatch(/<script|" onfocus/)
    expect(await organisation.ask('SELECT id FROM incoming_referral WHERE link_id = $1', [linkId])).toEqual(
      [],
    )
  })

  it('refuses what is too long, too large, of another kind or not text', async () => {
    const { secret, linkId } = await givenLink()
    expect((await send(secret, { need: 'a'.repeat(2001) })).status).toBe(422)
    expect((await sendText(secret, 'need='.padEnd(64_001, 'a'))).status).toBe(413)
    expect((await sendText(secret, '{}', { 'content-type': 'application/json' })).status).toBe(413)
    expect((await sendText(secret, 'byName=%FF%00&person[]=1&__proto__=x')).status).toBe(422)
    expect((await send(secret, { person: 'Qq\u0000Zz' })).status).not.toBe(503)
    await organisation.ask('DELETE FROM throttle')
    expect(
      await organisation.ask('SELECT id FROM incoming_referral WHERE link_id = $1', [linkId]),
    ).toHaveLength(1)
  })

  it('comes once when it is sent twice, and has one number that says nothing', async () => {
    const { secret, linkId } = await givenLink()
    const request = crypto.randomUUID()
    const [first, second] = await Promise.all([send(secret, { request }), send(secret, { request })])
    expect(first.status).toBe(200)
    expect(receiptIn(first.body)).toMatch(/^\d{8}$/)
    expect(receiptIn(second.body)).toBe(receiptIn(first.body))
    // Nothing of what was typed is in the answer, nor in the page of the link afterwards.
    for (const { body } of [first, await look(secret)]) expect(body).not.toMatch(/Qq|Zz/)
    expect(
      await organisation.ask('SELECT came, last_used_at IS NULL AS unused FROM incoming_link WHERE id = $1', [
        linkId,
      ]),
    ).toEqual([{ came: 1, unused: false }])
  })

  it('is held to as many a day as the link takes, and a network to thirty tries, without losing what was typed', async () => {
    const { secret, linkId } = await givenLink({ aDay: '1' })
    expect((await send(secret)).status).toBe(200)
    const full = await send(secret)
    expect(full.status).toBe(429)
    expect(full.body).toContain('Qqslaapplaats')
    await organisation.ask(
      `UPDATE incoming_referral SET arrived_at = now() - interval '25 hours' WHERE link_id = $1`,
      [linkId],
    )
    expect((await send(secret)).status).toBe(200)
    await organisation.ask(`UPDATE throttle SET points = 30, window_end = now() + interval '5 minutes'`)
    const many = await send(secret)
    expect(many.status).toBe(429)
    expect(many.body).toContain('Qqslaapplaats')
    expect((await send(newToken())).status).toBe(429)
    expect(
      await organisation.ask('SELECT id FROM incoming_referral WHERE link_id = $1', [linkId]),
    ).toHaveLength(2)
  })

  it('is in clear nowhere: no column of any table holds a word of it', async () => {
    // A word of its own: what becomes a file has names, as every file.
    const texts = ['byName', 'byReach', 'person', 'languages', 'place', 'need', 'agreedWhy', 'safe']
    await givenIncoming(Object.fromEntries(texts.map((field) => [field, 'Vvgeplant'])))
    const tables = z
      .array(z.object({ name: z.string() }))
      .parse(
        await organisation.ask(
          `SELECT c.relname::text AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`,
        ),
      )
    const found: string[] = []
    for (const { name } of tables) {
      const [row] = z
        .array(z.object({ n: z.number() }))
        .parse(
          await organisation.ask(
            `SELECT count(*)::int AS n FROM "${name}" t WHERE t::text LIKE '%Vvgeplant%' OR t::text LIKE '%' || encode('Vvgeplant', 'hex') || '%'`,
          ),
        )
      if ((row?.n ?? 0) > 0) found.push(name)
    }
    expect(found).toEqual([])
  })
})

describe('the list of what waits', () => {
  it('is read by who leads the office and the colleague to whom one was given; an admin, another office and other colleagues see nothing', async () => {
    const { incomingId, receipt } = await givenIncoming({ urgency: 'now' })
    expect((await listed('coral')).waiting.map((one) => one.receipt)).toContain(receipt)
    // The most urgent first.
    expect((await listed('coral')).waiting[0]?.urgency).toBe('now')
    const others = ['casey', 'cory', 'sol', 'sola', 'ada', 'gus', 'stranger'] as const
    for (const who of others) {
      const seen = await organisation[who].work(async (work) => ({
        rows: await work.tx.incomingReferral.count({ where: { id: incomingId } }),
        keys: await work.tx.wrappedKey.count({ where: { holderId: incomingId } }),
      }))
      expect({ who, ...seen }).toEqual({ who, rows: 0, keys: 0 })
      await expect(opened(incomingId, who)).rejects.toThrow()
    }
    const { version } = (await opened(incomingId)).incoming
    const give = (toStaffId: string, who: Who = 'coral') =>
      act(organisation[who].token, giveIncoming, { incomingId, version, toStaffId })
    expect(await give(organisation.sol.id)).toMatchObject({ ok: false, code: 'notInList' })
    expect((await give(organisation.cory.id, 'casey')).ok).toBe(false)
    expect(await give(organisation.cory.id)).toMatchObject({ ok: true })
    expect((await opened(incomingId, 'cory')).incoming.content).toMatchObject({
      person: 'Qq. Zz.',
      need: 'Qqslaapplaats en een voogd',
    })
    expect((await organisation.cory.work(countMenu)).incoming).toBe(1)
    await expect(opened(incomingId, 'casey')).rejects.toThrow()
  })

  it('cannot be filled, changed or emptied by the application past the functions', async () => {
    const { incomingId, linkId } = await givenIncoming()
    const tries = [
      `INSERT INTO incoming_referral (id, link_id, request_id, team_id, urgency, receipt) SELECT gen_random_uuid(), link_id, gen_random_uuid(), team_id, urgency, receipt FROM incoming_referral WHERE id = '${incomingId}'`,
      `UPDATE incoming_referral SET team_id = '${organisation.south}' WHERE id = '${incomingId}'`,
      `DELETE FROM incoming_referral WHERE id = '${incomingId}'`,
      `UPDATE incoming_link SET came = 0 WHERE id = '${linkId}'`,
      `SELECT link_hash FROM incoming_link WHERE id = '${linkId}'`,
    ]
    for (const sql of tries)
      await expect(organisation.coral.work((work) => work.tx.$executeRawUnsafe(sql))).rejects.toThrow(
        'permission denied',
      )
  })

  it('warns after three days, tells who leads the office once, and writes down who opened what', async () => {
    await organisation.ask('DELETE FROM notice')
    const { incomingId, receipt, secret } = await givenIncoming({ urgency: 'now' })
    await send(secret, { urgency: 'now' })
    expect(await organisation.ask('SELECT staff_id, kind FROM notice')).toEqual([
      { staff_id: organisation.coral.id, kind: 'incoming_urgent' },
    ])
    const late = async () => (await listed('coral')).waiting.find((one) => one.receipt === receipt)?.isLate
    expect(await late()).toBe(false)
    await organisation.ask(
      `UPDATE incoming_referral SET arrived_at = now() - interval '73 hours' WHERE id = $1`,
      [incomingId],
    )
    expect(await late()).toBe(true)
    expect((await openPage(organisation.coral.token, OnePage, { params: { incomingId } })).outcome).toBe(
      'shown',
    )
    expect((await openPage(organisation.coral.token, ListPage)).outcome).toBe('shown')
    for (const who of ['casey', 'sola', 'ada'] as const)
      expect((await openPage(organisation[who].token, OnePage, { params: { incomingId } })).outcome).toBe(
        'notFound',
      )
    expect(
      await organisation.ask(
        `SELECT event, actor_id, actor_kind FROM audit_event WHERE detail->>'incomingId' = $1 ORDER BY at, event`,
        [incomingId],
      ),
    ).toEqual([
      { event: 'incoming.came', actor_id: null, actor_kind: 'outside' },
      { event: 'incoming.opened', actor_id: organisation.coral.id, actor_kind: 'staff' },
    ])
  })
})

describe('a decision', () => {
  const intake = (incomingId: string, known: object) => ({
    ...emptyPerson,
    notSame: [],
    kind: 'general',
    teamId: organisation.north,
    placeId: '',
    since: '',
    nextStepOn: '',
    ...known,
    incomingId,
  })
  const notes = (caseId: string) => organisation.ask('SELECT id FROM note WHERE case_id = $1', [caseId])

  it('opens a file with what was typed, as answers and as a note, and leaves nothing outside it', async () => {
    const { incomingId, receipt } = await givenIncoming()
    const { incoming } = await opened(incomingId)
    const { fields } = fromIncoming(incoming)
    expect(fields).toMatchObject({
      name: 'Qq. Zz.',
      language: 'ti',
      born: '2009',
      nextStep: 'Qqslaapplaats en een voogd',
    })
    expect((await act(organisation.casey.token, openFile, intake(incomingId, fields))).ok).toBe(false)
    const answer = await act(organisation.coral.token, openFile, intake(incomingId, fields))
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    expect(await notes(answer.value.caseId)).toHaveLength(1)
    expect(await outcomeOf(incomingId)).toEqual([{ outcome: 'file', moved: true, silent: true }])
    await expect(opened(incomingId)).rejects.toThrow()
    expect((await act(organisation.coral.token, openFile, intake(incomingId, fields))).ok).toBe(false)
    expect((await listed('coral')).settled.map((one) => one.receipt)).toContain(receipt)
  })

  it('adds a note to a file within reach, and to no other', async () => {
    const { incomingId } = await givenIncoming()
    const file = await givenNamedFile(organisation)
    const place = (code: string) =>
      act(organisation.coral.token, placeIncoming, { incomingId, version: 1, code })
    expect(await place('NO-SUCH')).toMatchObject({ ok: false, code: 'noSuchFile' })
    const before = (await notes(file.caseId)).length
    expect(await place(file.code)).toMatchObject({ ok: true, value: { caseId: file.caseId } })
    expect(await notes(file.caseId)).toHaveLength(before + 1)
    expect(await outcomeOf(incomingId)).toEqual([{ outcome: 'existing', moved: true, silent: true }])
  })

  it('counts it as an enquiry, answers it or does not accept it, once', async () => {
    const [one, two, three] = [await givenIncoming(), await givenIncoming(), await givenIncoming()]
    const enquiry = {
      teamId: organisation.north,
      way: 'written',
      on: '2026-03-01',
      topic: 'legal_aid',
      people: '1',
      nationality: '',
      language: 'ti',
      incomingId: one.incomingId,
    }
    expect((await act(organisation.casey.token, recordEnquiry, enquiry)).ok).toBe(false)
    expect(await act(organisation.coral.token, recordEnquiry, enquiry)).toMatchObject({ ok: true })
    const says = { version: 1, words: 'Qqgebeld' }
    expect(
      await act(organisation.coral.token, answerIncoming, { incomingId: two.incomingId, ...says }),
    ).toMatchObject({ ok: true })
    expect(
      await act(organisation.coral.token, refuseIncoming, {
        incomingId: three.incomingId,
        ...says,
        words: ' ',
      }),
    ).toMatchObject({ ok: false, code: 'invalid' })
    expect(
      await act(organisation.coral.token, refuseIncoming, { incomingId: three.incomingId, ...says }),
    ).toMatchObject({ ok: true })
    expect(
      (await act(organisation.coral.token, answerIncoming, { incomingId: three.incomingId, ...says })).ok,
    ).toBe(false)
    // As long as it is kept, the office reads what was decided and why.
    expect((await opened(three.incomingId)).incoming).toMatchObject({ outcome: 'refused', words: 'Qqgebeld' })
    await expect(opened(three.incomingId, 'casey')).rejects.toThrow()
    expect(await outcomeOf(one.incomingId)).toEqual([{ outcome: 'enquiry', moved: false, silent: true }])
    expect(await outcomeOf(two.incomingId)).toEqual([{ outcome: 'answered', moved: false, silent: false }])
    expect(await outcomeOf(three.incomingId)).toEqual([{ outcome: 'refused', moved: false, silent: false }])
  })

  it('is deleted with its key after thirty days; what waits stays, however old', async () => {
    const [old, waits] = [await givenIncoming(), await givenIncoming()]
    await act(organisation.coral.token, refuseIncoming, {
      incomingId: old.incomingId,
      version: 1,
      words: 'Qqniet',
    })
    const forget = () => withJobWork('incoming', forgetIncoming)
    await forget()
    expect(await outcomeOf(old.incomingId)).toHaveLength(1)
    await organisation.ask(
      `UPDATE incoming_referral SET arrived_at = now() - interval '400 days' WHERE id = ANY ($1)`,
      [[old.incomingId, waits.incomingId]],
    )
    await organisation.ask(
      `UPDATE incoming_referral SET settled_at = now() - interval '31 days' WHERE id = $1`,
      [old.incomingId],
    )
    expect(await forget()).toBe(1)
    expect(await outcomeOf(old.incomingId)).toEqual([])
    expect(
      await organisation.ask('SELECT id FROM wrapped_key WHERE holder_id = $1', [old.incomingId]),
    ).toEqual([])
    expect(
      await organisation.ask('SELECT holder_kind FROM erasure WHERE holder_id = $1', [old.incomingId]),
    ).toEqual([{ holder_kind: 'incoming' }])
    expect(await outcomeOf(waits.incomingId)).toHaveLength(1)
  })
})
