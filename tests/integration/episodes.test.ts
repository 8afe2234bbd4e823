import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { startClocks } from '@/lib/deadlines/cause.data'
import { closeDeadline } from '@/lib/deadlines/deadline.actions'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import {
  beginEpisode,
  moveEpisode,
  recordDetentionEvent,
  withdrawDetentionEvent,
} from '@/lib/detention/episode.actions'
import { listEpisodes } from '@/lib/detention/episode.data'
import { current, perhapsTheSame } from '@/lib/detention/event.rules'
import { stateOf } from '@/lib/detention/state.rules'
import { newId } from '@/lib/shared/ids'
import { eventInput, givenPeople } from '../support/given/episode'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

type Who = 'casey' | 'cory' | 'coral' | 'sol' | 'gus' | 'ada'
const recorded = z.object({ ok: z.literal(true), value: z.looseObject({ eventId: z.uuid() }) })
const begun = z.object({ ok: z.literal(true), value: z.object({ episodeId: z.uuid() }) })

const begin = (caseId: string, personIds: readonly string[], change: Record<string, unknown> = {}) =>
  act(organisation.casey.token, beginEpisode, {
    caseId,
    personIds,
    placeId: organisation.placeId,
    since: '2026-09-29',
    arrestContext: 'police_check',
    ...change,
  })
const givenDetained = async (count = 1) => {
  const file = await givenPeople(organisation, count)
  const { value } = begun.parse(await begin(file.caseId, file.personIds))
  return { ...file, episodeId: value.episodeId }
}
type Held = Awaited<ReturnType<typeof givenDetained>>
const record = (
  held: Pick<Held, 'caseId' | 'episodeId'>,
  kind: string,
  on: string,
  more: Record<string, unknown> = {},
  who: Who = 'casey',
) => act(organisation[who].token, recordDetentionEvent, eventInput(held, kind, on, more))
const written = async (...args: Parameters<typeof record>) =>
  recorded.parse(await record(...args)).value.eventId
const first = { orderKind: 'initial', ground: 'art_7' }
const read = async ({ caseId, episodeId }: Pick<Held, 'caseId' | 'episodeId'>) => {
  const episode = (await organisation.casey.work((work) => listEpisodes(work, caseId))).find(
    ({ id }) => id === episodeId,
  )
  if (episode === undefined) throw new Error('no such episode')
  return episode
}
const open = async (caseId: string) =>
  (await organisation.casey.work((work) => listDeadlines(work, caseId)))
    .filter(({ status }) => status === 'open')
    .map(({ rule, dueOn, remindOn }) => `${rule.code} ${dueOn ?? `to confirm ${remindOn}`}`)
    .sort()
const stays = ({ caseId }: Pick<Held, 'caseId'>) =>
  organisation.ask(
    'SELECT place_id, since::text, until::text, episode_id FROM place_stay WHERE case_id = $1 ORDER BY since, created_at',
    [caseId],
  )

describe('an episode', () => {
  it('takes the stay that is there already: one truth about where and since when', async () => {
    const file = await givenPeople(organisation)
    await organisation.ask(
      `INSERT INTO place_stay (id, case_id, person_id, place_id, since) VALUES ($1, $2, $3, $4, '2026-09-30')`,
      [newId(), file.caseId, file.personIds[0], organisation.placeId],
    )
    const { value } = begun.parse(await begin(file.caseId, file.personIds))
    expect(await stays(file)).toEqual([
      { place_id: organisation.placeId, since: '2026-09-29', until: null, episode_id: value.episodeId },
    ])
    expect(await begin(file.caseId, file.personIds)).toMatchObject({ ok: false, code: 'heldAlready' })
  })

  it('goes on in another centre: the old stay ends, the new one begins', async () => {
    const held = await givenDetained()
    const move = { caseId: held.caseId, episodeId: held.episodeId, placeId: organisation.otherPlaceId }
    expect(await act(organisation.casey.token, moveEpisode, { ...move, on: '2026-09-01' })).toMatchObject({
      code: 'beforeStay',
    })
    expect(await act(organisation.casey.token, moveEpisode, { ...move, on: '2026-11-03' })).toMatchObject({
      ok: true,
      value: { moved: 1 },
    })
    expect(await stays(held)).toMatchObject([
      { place_id: organisation.placeId, until: '2026-11-03', episode_id: held.episodeId },
      { place_id: organisation.otherPlaceId, since: '2026-11-03', until: null, episode_id: held.episodeId },
    ])
    expect(await act(organisation.casey.token, moveEpisode, { ...move, on: '2026-11-04' })).toMatchObject({
      code: 'thereAlready',
    })
  })

  it('holds a whole family, each with a stay of their own', async () => {
    const held = await givenDetained(3)
    expect((await read(held)).stays.map(({ personId }) => personId).sort()).toEqual(
      [...held.personIds].sort(),
    )
  })

  it('is for people of the file only', async () => {
    const [file, other] = [await givenPeople(organisation), await givenPeople(organisation)]
    expect(await begin(file.caseId, other.personIds)).toMatchObject({ code: 'notFound' })
    expect(await begin(file.caseId, file.personIds, { placeId: newId() })).toMatchObject({
      code: 'unknownChoice',
    })
    expect(await begin(file.caseId, file.personIds, { since: '2099-01-01' })).toMatchObject({
      code: 'inTheFuture',
    })
  })
})

describe('what happens in it', () => {
  it('moves the clocks: a first order, its extension, a petition and its decision', async () => {
    const held = await givenDetained()
    await written(held, 'ordered', '29/09/2026', first)
    // Two months with the first day in them; eighteen months from the directive.
    expect(await open(held.caseId)).toEqual(['DET_18M to confirm 2028-03-28', 'DET_RETURN_2M 2026-11-28'])
    await written(held, 'ordered', '20/11/2026', { ...first, orderKind: 'extension' })
    expect(await open(held.caseId)).toEqual(['DET_18M to confirm 2028-03-28', 'DET_RETURN_4M 2027-01-28'])
    await written(held, 'petition_filed', '2026-10-05', { court: 'council_chamber' })
    expect(await open(held.caseId)).toContain('CC_DECISION 2026-10-12')
    await written(held, 'petition_decided', '2026-10-09', {
      court: 'council_chamber',
      petitionOutcome: 'rejected',
      at: '11:15',
    })
    expect(await open(held.caseId)).toEqual([
      'CC_APPEAL_24H 2026-10-10',
      'CC_NEXT 2026-11-09',
      'DET_18M to confirm 2028-03-28',
      'DET_RETURN_4M 2027-01-28',
    ])
    await written(held, 'petition_filed', '2026-11-10', { court: 'council_chamber' })
    expect(await open(held.caseId)).not.toContain('CC_NEXT 2026-11-09')
  })

  it('counts from the new decision after a refused flight, and from the right one when a day is corrected', async () => {
    const held = await givenDetained()
    const wrong = await written(held, 'ordered', '2026-09-28', first)
    await written(held, 'ordered', '2026-09-29', { ...first, replaces: wrong })
    expect(await open(held.caseId)).toEqual(['DET_18M to confirm 2028-03-28', 'DET_RETURN_2M 2026-11-28'])
    await written(held, 'ordered', '2026-11-03', { ...first, orderKind: 'new_after_refusal' })
    expect(await open(held.caseId)).toEqual(['DET_18M to confirm 2028-03-28', 'DET_RETURN_2M 2027-01-02'])
  })

  it('gives the maximum back when an extension was a mistake', async () => {
    const held = await givenDetained()
    await written(held, 'ordered', '2026-09-29', first)
    const eventId = await written(held, 'ordered', '2026-11-20', { ...first, orderKind: 'extension' })
    const { caseId, episodeId } = held
    expect(
      await act(organisation.casey.token, withdrawDetentionEvent, {
        caseId,
        episodeId,
        eventId,
        because: 'mistake',
        sameAs: '',
      }),
    ).toMatchObject({ ok: true })
    expect(await open(caseId)).toEqual(['DET_18M to confirm 2028-03-28', 'DET_RETURN_2M 2026-11-28'])
  })

  it('sets no date where no rule has a source, and none from a day that is not known to the day', async () => {
    const held = await givenDetained()
    await written(held, 'ordered', 'october 2026', { ...first })
    expect(await open(held.caseId)).toEqual([])
    const other = await givenDetained()
    await written(other, 'ordered', '2026-09-29', { ...first, ground: 'art_29' })
    expect(await open(other.caseId)).toEqual(['DET_18M to confirm 2028-03-28'])
  })

  it('ends the stays and the limits, and opens the stays again when the end was a mistake', async () => {
    const held = await givenDetained()
    await written(held, 'ordered', '2026-09-29', first)
    const eventId = await written(held, 'ended', '2026-11-20', { endReason: 'released_council_chamber' })
    expect(await stays(held)).toMatchObject([{ until: '2026-11-20' }])
    expect(await open(held.caseId)).toEqual([])
    const { events, stays: where } = await read(held)
    expect(stateOf(current(events), where, '2026-11-25')).toMatchObject({
      code: 'ended',
      reason: 'released_council_chamber',
      because: eventId,
    })
    const moved = await written(held, 'ended', '2026-11-21', {
      endReason: 'released_council_chamber',
      replaces: eventId,
    })
    expect(await stays(held)).toMatchObject([{ until: '2026-11-21' }])
    const { caseId, episodeId } = held
    await act(organisation.casey.token, withdrawDetentionEvent, {
      caseId,
      episodeId,
      eventId: moved,
      because: 'mistake',
      sameAs: '',
    })
    expect(await stays(held)).toMatchObject([{ until: null }])
  })

  it('keeps what its kind asks and nothing else; words are encrypted and stay readable after a correction', async () => {
    const held = await givenDetained()
    const eventId = await written(held, 'hunger_strike_began', '2026-10-10', {
      ground: 'art_7',
      court: 'council_chamber',
      at: '10:00',
      text: 'Verzonnen woorden',
    })
    const [row] = await organisation.ask('SELECT * FROM detention_event WHERE id = $1', [eventId])
    expect(row).toMatchObject({ ground: null, court: null, at: null, order_kind: null })
    expect(JSON.stringify(row)).not.toContain('Verzonnen woorden')
    await written(held, 'hunger_strike_began', '2026-10-11', { replaces: eventId, text: 'Andere' })
    const { events } = await read(held)
    expect(events.map(({ text }) => text)).toEqual(['Verzonnen woorden', 'Andere'])
    expect(current(events).map(({ text }) => text)).toEqual(['Andere'])
    const auditLog = await organisation.ask(
      `SELECT detail::text AS detail FROM audit_event WHERE case_id = $1 AND event = 'detention.recorded'`,
      [held.caseId],
    )
    expect(auditLog).toHaveLength(2)
    expect(JSON.stringify(auditLog)).not.toMatch(/2026-10|Verzonnen/)
  })
})

describe('the clocks of an episode', () => {
  const court = { court: 'council_chamber' }
  const rejected = { ...court, petitionOutcome: 'rejected' }
  const withdraw = ({ caseId, episodeId }: Held, eventId: string, because = 'mistake') =>
    act(organisation.casey.token, withdrawDetentionEvent, { caseId, episodeId, eventId, because, sameAs: '' })
  const listed = (caseId: string) => organisation.casey.work((work) => listDeadlines(work, caseId))

  it.each(['removed', 'voluntary_departure', 'deceased', 'released_io'])(
    'stop when it ends with %s, but for an appeal that may still be possible',
    async (endReason) => {
      const held = await givenDetained()
      await written(held, 'ordered', '2026-09-29', first)
      await written(held, 'petition_filed', '2026-10-05', court)
      await written(held, 'petition_decided', '2026-10-09', rejected)
      await written(held, 'petition_filed', '2026-11-10', court)
      await written(held, 'ended', '2026-11-12', { endReason })
      expect(await open(held.caseId)).toEqual(['CC_APPEAL_24H 2026-10-10'])
    },
  )

  it('stay open when no one can say what its end means', async () => {
    const held = await givenDetained()
    await written(held, 'ordered', '2026-09-29', first)
    await written(held, 'ended', '2026-11-12', { endReason: 'transferred_hospital' })
    expect(await open(held.caseId)).toEqual(['DET_18M to confirm 2028-03-28', 'DET_RETURN_2M 2026-11-28'])
  })

  it('run anew when the act that closed them was a mistake, beside what was closed', async () => {
    const held = await givenDetained()
    await written(held, 'petition_filed', '2026-10-05', court)
    const decided = await written(held, 'petition_decided', '2026-10-09', rejected)
    expect(await open(held.caseId)).toEqual(['CC_APPEAL_24H 2026-10-10', 'CC_NEXT 2026-11-09'])
    expect(await withdraw(held, decided)).toMatchObject({
      ok: true,
      value: { deadlineIds: [expect.any(String)], closedIds: [] },
    })
    expect(await open(held.caseId)).toEqual(['CC_DECISION 2026-10-12'])
    const all = await listed(held.caseId)
    expect(
      all
        .filter(({ rule }) => rule.code === 'CC_DECISION')
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['closed', 'open'])
    // Once is enough: what is written next begins nothing a second time.
    await written(held, 'hunger_strike_began', '2026-10-10')
    expect(await listed(held.caseId)).toHaveLength(all.length)
    await written(held, 'petition_decided', '2026-10-12', rejected)
    expect(await open(held.caseId)).toEqual(['CC_APPEAL_24H 2026-10-13', 'CC_NEXT 2026-11-12'])
  })

  it('follow the act to another day when it is corrected', async () => {
    const held = await givenDetained()
    await written(held, 'petition_filed', '2026-10-05', court)
    const decided = await written(held, 'petition_decided', '2026-10-12', rejected)
    await written(held, 'petition_decided', '2026-10-14', { ...rejected, replaces: decided })
    const watched = (await listed(held.caseId)).filter(({ rule }) => rule.code === 'CC_DECISION')
    expect(watched.map(({ kept, closedOn }) => [kept, closedOn]).sort()).toEqual([
      ['inTime', '2026-10-12'],
      ['late', '2026-10-14'],
    ])
  })

  it('stay closed when only the words of a row are put right, and when someone closed them by hand', async () => {
    const held = await givenDetained()
    const { caseId } = held
    const decided = await written(held, 'petition_decided', '2026-10-09', rejected)
    const appeal = (await listed(caseId)).find(({ rule }) => rule.code === 'CC_APPEAL_24H')
    if (appeal === undefined) throw new Error('no appeal')
    expect(
      await act(organisation.casey.token, closeDeadline, {
        caseId,
        deadlineId: appeal.id,
        version: appeal.version,
        act: 'waived',
        on: '2026-10-10',
        linked: '',
        text: 'He does not want to.',
      }),
    ).toMatchObject({ ok: true })
    const before = await listed(caseId)
    await written(held, 'petition_decided', '2026-10-09', { ...rejected, replaces: decided, text: 'Beter' })
    expect(await listed(caseId)).toEqual(before)
  })

  it('that someone recorded by hand run anew too', async () => {
    const held = await givenDetained()
    const { caseId } = held
    await organisation.casey.work((work) =>
      startClocks(work, {
        caseId,
        trigger: {
          event: 'return_detention_ordered',
          on: '2026-10-01',
          at: null,
          notification: null,
          facts: [],
          lodgedOn: null,
          registeredOn: null,
        },
        letter: { kind: 'lastDay', on: '2026-11-29' },
        replaces: [],
      }),
    )
    const ended = await written(held, 'ended', '2026-11-20', { endReason: 'released_io' })
    expect(await open(caseId)).toEqual([])
    await withdraw(held, ended)
    expect(await open(caseId)).toEqual(['DET_RETURN_2M 2026-11-29'])
    await written(held, 'incident', '2026-11-21')
    expect(await open(caseId)).toEqual(['COMPLAINT_24H 2026-11-22', 'DET_RETURN_2M 2026-11-29'])
  })

  it('are each episode’s own: the order of one person takes no place of another’s, and their release ends only theirs', async () => {
    const file = await givenPeople(organisation, 2)
    const [his, theirs] = [
      begun.parse(await begin(file.caseId, file.personIds.slice(0, 1))).value,
      begun.parse(await begin(file.caseId, file.personIds.slice(1))).value,
    ]
    const of = (episode: { readonly episodeId: string }) => ({ ...file, ...episode })
    await written(of(his), 'ordered', '2026-09-29', first)
    await written(of(theirs), 'ordered', '2026-10-10', first)
    expect(await open(file.caseId)).toEqual([
      'DET_18M to confirm 2028-03-28',
      'DET_18M to confirm 2028-04-09',
      'DET_RETURN_2M 2026-11-28',
      'DET_RETURN_2M 2026-12-09',
    ])
    await written(of(theirs), 'ended', '2026-11-20', { endReason: 'released_io' })
    expect(await open(file.caseId)).toEqual(['DET_18M to confirm 2028-03-28', 'DET_RETURN_2M 2026-11-28'])
  })

  it('of the higher courts set the fifteen days of cassation and the next petition, and none that no one has read', async () => {
    const held = await givenDetained()
    await written(held, 'petition_filed', '2026-10-10', { court: 'indictment_chamber' })
    await written(held, 'petition_decided', '2026-10-20', {
      court: 'indictment_chamber',
      petitionOutcome: 'rejected',
    })
    expect(await listed(held.caseId)).toMatchObject([
      { rule: { code: 'IC_DECISION' }, status: 'closed', dueOn: null },
      { rule: { code: 'DET_CASSATION' }, status: 'open', dueOn: '2026-11-04' },
      { rule: { code: 'CC_NEXT_IC' }, status: 'open', dueOn: '2026-11-20' },
    ])
    await written(held, 'petition_filed', '2026-10-21', { court: 'court_of_cassation' })
    expect(await open(held.caseId)).toEqual(['CC_NEXT_IC 2026-11-20'])
  })
})

describe('two colleagues', () => {
  it('who record the same order lose nothing: both rows stand, one says it is the other, one clock runs', async () => {
    const held = await givenDetained()
    const both = await Promise.all([
      record(held, 'ordered', '2026-09-29', { ...first, text: 'Van Casey' }, 'casey'),
      record(held, 'ordered', '2026-09-29', { ...first, text: 'Van Coral' }, 'coral'),
    ])
    const [one, two] = both.map((answer) => recorded.parse(answer).value.eventId).sort()
    const before = await read(held)
    expect(current(before.events)).toHaveLength(2)
    expect([...perhapsTheSame(current(before.events))]).toEqual([[two, one]])
    expect(await open(held.caseId)).toEqual(['DET_18M to confirm 2028-03-28', 'DET_RETURN_2M 2026-11-28'])
    const { caseId, episodeId } = held
    expect(
      await act(organisation.coral.token, withdrawDetentionEvent, {
        caseId,
        episodeId,
        eventId: two,
        because: 'same_as',
        sameAs: one,
      }),
    ).toMatchObject({ ok: true })
    const after = await read(held)
    expect(current(after.events).map(({ id }) => id)).toEqual([one])
    expect(after.events.map(({ text }) => text).sort()).toEqual(['', 'Van Casey', 'Van Coral'])
    expect(await open(held.caseId)).toEqual(['DET_18M to confirm 2028-03-28', 'DET_RETURN_2M 2026-11-28'])
  })

  it('who correct one row at once: the second is told that it does not stand any more', async () => {
    const held = await givenDetained()
    const eventId = await written(held, 'incident', '2026-10-01')
    const answers = await Promise.all([
      record(held, 'incident', '2026-10-02', { replaces: eventId }, 'casey'),
      record(held, 'incident', '2026-10-03', { replaces: eventId }, 'coral'),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'notStanding' })
  })
})

describe('hostile input', () => {
  it.each([
    ['a day that has not come', 'incident', '2099-01-01', {}, 'inTheFuture'],
    ['no day', 'incident', '', {}, 'invalid'],
    ['an order without a ground', 'ordered', '2026-09-29', { orderKind: 'initial' }, 'invalid'],
    ['an unknown kind', 'escaped', '2026-09-29', {}, 'invalid'],
    ['an end without one day', 'ended', 'october 2026', { endReason: 'removed' }, 'invalid'],
    [
      'a country that is none',
      'removal_planned',
      '2026-12-01',
      { removalKind: 'repatriation', destination: 'ZZ' },
      'invalid',
    ],
    ['an hour that is none', 'incident', '2026-10-01', { at: '25:00' }, 'invalid'],
    ['a field nobody asked for', 'incident', '2026-10-01', { authorId: newId() }, 'invalid'],
    ['a row of nowhere', 'incident', '2026-10-01', { replaces: newId() }, 'notFound'],
  ] as const)('%s is refused', async (_what, kind, on, more, code) => {
    const held = await givenDetained()
    expect(await record(held, kind, on, more)).toMatchObject({ ok: false, code })
    expect((await read(held)).events).toEqual([])
  })

  it('finds nothing out of reach, in another file, or of another kind', async () => {
    const [held, other] = [await givenDetained(), await givenDetained()]
    const eventId = await written(other, 'incident', '2026-10-01')
    const crossed = { caseId: held.caseId, episodeId: other.episodeId }
    expect(await record(crossed, 'incident', '2026-10-01')).toMatchObject({ code: 'notFound' })
    expect(await record(held, 'incident', '2026-10-01', { replaces: eventId })).toMatchObject({
      code: 'notFound',
    })
    expect(await record(other, 'referral_seen', '2026-10-01', { replaces: eventId })).toMatchObject({
      code: 'notStanding',
    })
    for (const who of ['cory', 'sol'] as const)
      expect(await record(held, 'incident', '2026-10-01', {}, who)).toMatchObject({ code: 'notFound' })
    for (const who of ['gus', 'ada'] as const)
      expect(await record(held, 'incident', '2026-10-01', {}, who)).toMatchObject({ code: 'forbidden' })
  })

  it('forged rows are refused by the database itself', async () => {
    const [held, other] = [await givenDetained(), await givenDetained()]
    const foreign = await written(other, 'incident', '2026-10-01')
    const insert = async (change: Record<string, unknown>) => {
      const row = {
        id: newId(),
        case_id: held.caseId,
        episode_id: held.episodeId,
        kind: 'incident',
        author_id: organisation.casey.id,
        ...change,
      }
      const keys = Object.keys(row)
      const sql = `INSERT INTO detention_event (${keys.join(', ')}) SELECT ${keys.join(', ')} FROM json_populate_record(NULL::detention_event, $1::json)`
      return organisation.casey
        .work((work) => work.tx.$executeRawUnsafe(sql, JSON.stringify({ by_minister: false, ...row })))
        .catch((error: unknown) => String(error))
    }
    expect(await insert({})).toBe(1)
    for (const forged of [
      { author_id: organisation.coral.id },
      { case_id: other.caseId },
      { episode_id: other.episodeId },
      { replaces: foreign },
      { kind: 'escaped' },
      { kind: 'ordered' },
      { ground: 'art_7' },
      { withdrawn_because: 'mistake' },
      { same_as: foreign },
      { at: '9:00' },
      { kind: 'ended', end_reason: 'removed' },
    ])
      expect(`${JSON.stringify(forged)} ${await insert(forged)}`).toMatch(/42501|23514/)
    for (const sql of [
      `UPDATE detention_event SET kind = 'incident'`,
      'DELETE FROM detention_event',
      `UPDATE detention_episode SET arrest_context = 'home'`,
      `UPDATE place_stay SET episode_id = '${other.episodeId}' WHERE case_id = '${held.caseId}'`,
    ])
      expect(
        `${sql} ${await organisation.casey.work((work) => work.tx.$executeRawUnsafe(sql)).catch(String)}`,
      ).toMatch(/42501/)
  })
})
