import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { beginEpisode, recordDetentionEvent } from '@/lib/detention/episode.actions'
import { listEpisodes } from '@/lib/detention/episode.data'
import { toEpisodeView } from '@/lib/detention/episode.view'
import { eventInput, givenPeople } from '../support/given/episode'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'
import { expectCountsAsListed } from '../support/today-counts'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterEach(() => expectCountsAsListed(organisation))
afterAll(() => organisation.close())

const begun = z.object({ ok: z.literal(true), value: z.object({ episodeId: z.uuid() }) })
const placeOf = async (slug: string): Promise<string> => {
  const [row] = await organisation.ask('SELECT id FROM place WHERE slug = $1', [slug])
  return z.object({ id: z.uuid() }).parse(row).id
}
const givenDetained = async (placeId = organisation.placeId) => {
  const { caseId, personIds } = await givenPeople(organisation)
  const input = { caseId, personIds, placeId, since: '2026-09-29', arrestContext: 'border' }
  return { caseId, ...begun.parse(await act(organisation.casey.token, beginEpisode, input)).value }
}
type Held = Awaited<ReturnType<typeof givenDetained>>
const record = (held: Held, kind: string, on: string, more: Record<string, unknown> = {}) =>
  act(organisation.casey.token, recordDetentionEvent, eventInput(held, kind, on, more))
const read = async ({ caseId }: Held) => {
  const [episode] = await organisation.casey.work((work) => listEpisodes(work, caseId))
  if (episode === undefined) throw new Error('no episode')
  return episode
}
const court = { court: 'council_chamber' }

describe('the hearing of a petition', () => {
  it('is known before the decision, to come or past, and is a day of its own', async () => {
    const held = await givenDetained()
    await record(held, 'petition_filed', '10/11/2026', { ...court, heardOn: '2026-12-01' })
    const episode = await read(held)
    const { slot } = toEpisodeView(episode, { today: '2026-11-25', deadlines: [], met: [] })
    expect(slot).toMatchObject({ code: 'waiting', since: '2026-11-10', heardOn: '2026-12-01' })
    const decided = { ...court, petitionOutcome: 'rejected' }
    await record(held, 'petition_decided', '13/11/2026', { ...decided, heardOn: '2026-11-12' })
    expect((await read(held)).events.map(({ heardOn }) => heardOn)).toEqual(['2026-12-01', '2026-11-12'])
  })

  it('is not before it was asked for nor after it was decided', async () => {
    const held = await givenDetained()
    expect(
      await record(held, 'petition_filed', '10/11/2026', { ...court, heardOn: '2026-11-09' }),
    ).toMatchObject({ code: 'invalid', fields: { heardOn: 'endBeforeStart' } })
    const late = { ...court, petitionOutcome: 'rejected', heardOn: '2026-11-14' }
    expect(await record(held, 'petition_decided', '13/11/2026', late)).toMatchObject({
      code: 'invalid',
      fields: { heardOn: 'heardAfter' },
    })
  })
})

describe('an order', () => {
  it('for a Dublin transfer says for what, and any other order does not, whatever the form had', async () => {
    const held = await givenDetained()
    const order = { orderKind: 'initial', phase: 'transfer' }
    await record(held, 'ordered', '30/9/2026', { ...order, ground: 'art_51_5' })
    await record(held, 'ordered', '1/10/2026', { ...order, ground: 'art_74_6' })
    expect((await read(held)).events.map(({ ground, phase }) => [ground, phase])).toEqual([
      ['art_51_5', 'transfer'],
      ['art_74_6', null],
    ])
  })

  it('can rest on the grounds of temporary protection and of security, for which no rule sets a date', async () => {
    const held = await givenDetained()
    for (const ground of ['art_57_32', 'art_54'])
      expect(await record(held, 'ordered', '30/9/2026', { orderKind: 'initial', ground })).toMatchObject({
        ok: true,
      })
    const open = await organisation.ask(
      `SELECT event FROM deadline WHERE case_id = $1 AND status = 'open' AND event <> 'first_detention_began'`,
      [held.caseId],
    )
    expect(open).toEqual([])
  })
})

describe('a removal and an isolation', () => {
  it('keep the carrier encrypted, whether force was used and a person was hurt, and who was told', async () => {
    const held = await givenDetained()
    await record(held, 'removal_ended', '20/11/2026', {
      removalOutcome: 'refused_by_captain',
      carrier: 'Zzair ZZ 123',
      force: 'yes',
      injuries: 'not_known',
    })
    await record(held, 'isolation_began', '21/11/2026', {
      isolationGround: 'order_security',
      isolationRegime: 'isolation_cell',
      doctorDaily: 'no',
      toldTo: ['lawyer', 'us', 'us'],
      carrier: 'Zzair left in the form',
      force: 'yes',
    })
    const [removal, isolation] = (await read(held)).events
    expect(removal).toMatchObject({ carrier: 'Zzair ZZ 123', force: 'yes', injuries: 'not_known' })
    expect(isolation).toMatchObject({
      isolationRegime: 'isolation_cell',
      doctorDaily: 'no',
      toldTo: ['lawyer', 'us'],
      carrier: '',
      force: null,
    })
    const rows = await organisation.ask(
      'SELECT to_jsonb(e)::text AS row FROM detention_event e WHERE case_id = $1',
      [held.caseId],
    )
    expect(JSON.stringify(rows)).not.toContain('Zzair')
    expect(
      await record(held, 'isolation_began', '21/11/2026', {
        isolationGround: 'medical',
        toldTo: ['nobody', 'lawyer'],
      }),
    ).toMatchObject({ code: 'invalid', fields: { toldTo: 'toldNobody' } })
  })

  it('are refused by the database with a fact of another kind', async () => {
    const held = await givenDetained()
    const forge = (kind: string, columns: string, values: string) =>
      organisation.ask(
        `INSERT INTO detention_event (id, case_id, episode_id, kind, author_id, ${columns})
         VALUES (gen_random_uuid(), $1, $2, '${kind}', $3, ${values})`,
        [held.caseId, held.episodeId, organisation.casey.id],
      )
    for (const [kind, columns, values] of [
      ['referral_seen', 'force', `'yes'`],
      ['referral_seen', 'heard_on', `'2026-11-20'`],
      ['referral_seen', 'told_to', `ARRAY['us']`],
      ['referral_seen', 'carrier_cipher', `'\\x00'`],
      ['ordered', 'order_kind, ground, phase', `'initial', 'art_7', 'transfer'`],
      ['isolation_began', 'isolation_ground, told_to', `'medical', ARRAY['everybody']`],
      ['isolation_began', 'isolation_ground, told_to', `'medical', ARRAY[NULL]::text[]`],
      ['isolation_began', 'isolation_ground, doctor_daily', `'medical', 'maybe'`],
    ] as const)
      await expect(forge(kind, columns, values), values).rejects.toThrow(/detention_event_facts/)
    await expect(
      forge('isolation_began', 'isolation_ground, told_to', `'medical', ARRAY['us']`),
    ).resolves.toEqual([])
  })
})

describe('the centre of an airport', () => {
  it('is a place where someone can be held, and no centre that visits are planned for', async () => {
    const placeId = await placeOf('inad-charleroi')
    const held = await givenDetained(placeId)
    expect((await read(held)).stays).toMatchObject([{ placeId, until: null }])
  })
})
