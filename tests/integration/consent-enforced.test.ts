import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { endConsent, recordConsent } from '@/lib/consents/consent.actions'
import { disconnect } from '@/lib/db/client'
import { withJobWork } from '@/lib/db/work'
import { dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { countLeftOut } from '@/lib/statistics/freeze.data'
import type { Period } from '@/lib/statistics/period.rules'
import { readConsentsPage } from '@/lib/summaries/consents-page.data'
import { scopesOf } from '@/lib/summaries/ground.rules'
import { SECTIONS } from '@/lib/summaries/level.rules'
import { makeSummary } from '@/lib/summaries/summary.actions'
import { listSummaries } from '@/lib/summaries/summary.data'
import { givenConsentFile } from '../support/given/consent-file'
import { aConsent } from '../support/given/consents'
import { givenMetPeople } from '../support/given/met-people'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

type File = Awaited<ReturnType<typeof givenConsentFile>>
const ofSummary = { purpose: 'summary', recipient: 'kind:lawyer', scopes: ['identity', 'contact'] }
const record = async ({ caseId, personId }: File, change: Record<string, unknown> = {}): Promise<string> => {
  const answer = await act(
    organisation.casey.token,
    recordConsent,
    aConsent(caseId, personId, { ...ofSummary, ...change }),
  )
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value.consentId
}
const withdraw = ({ caseId }: File, consentId: string) =>
  act(organisation.casey.token, endConsent, {
    caseId,
    consentId,
    kind: 'withdrawn',
    endedOn: today,
    saidBy: 'self',
    words: '',
    task: '',
  })
const make = ({ caseId }: File, change: Record<string, unknown> = {}) =>
  act(organisation.casey.token, makeSummary, {
    caseId,
    audience: 'lawyer',
    sections: ['identity', 'present'],
    language: 'fr',
    words: '',
    ground: 'consent',
    recipient: 'kind:lawyer',
    reason: '',
    ...change,
  })
const forge = (file: File, change: Record<string, unknown> = {}) =>
  organisation.casey.work((work) =>
    work.tx.caseSummary.createMany({
      data: [
        {
          id: newId(),
          caseId: file.caseId,
          code: 'ZZZ-ZZZ2',
          audience: 'lawyer',
          level: 'whole',
          sections: ['identity'],
          language: 'en',
          createdBy: organisation.casey.id,
          ground: 'consent',
          recipient: 'kind:lawyer',
          ...change,
        },
      ],
    }),
  )

describe('a summary that leaves the organisation', () => {
  it('needs a consent that covers what is ticked, in the page and in the database', async () => {
    const file = await givenConsentFile(organisation)
    expect(await make(file)).toMatchObject({ fields: { recipient: 'consentNotAsked' } })
    await expect(forge(file)).rejects.toThrow(/no consent: not_asked/)
    const consentId = await record(file)
    expect(await make(file)).toMatchObject({ ok: true })
    await expect(forge(file)).resolves.toMatchObject({ count: 1 })
    expect(await make(file, { sections: ['identity', 'signals'] })).toMatchObject({
      fields: { recipient: 'consentScope' },
    })
    await expect(forge(file, { sections: ['identity', 'signals'] })).rejects.toThrow(/no consent: scope/)
    expect(await make(file, { audience: 'organisation', recipient: 'kind:organisation' })).toMatchObject({
      fields: { recipient: 'consentNotAsked' },
    })
    await withdraw(file, consentId)
    expect(await make(file)).toMatchObject({ fields: { recipient: 'consentWithdrawn' } })
    await expect(forge(file)).rejects.toThrow(/no consent: withdrawn/)
    // What had been made on it stands beside the withdrawal.
    const page = await organisation.casey.work((work) =>
      readConsentsPage(work, { params: { code: file.code }, search: {} }),
    )
    const shown = page.type === 'file' ? page.part.people[0]?.consents[0] : undefined
    expect(shown).toMatchObject({
      id: consentId,
      state: 'withdrawn',
      told: [{ audience: 'lawyer' }, { audience: 'lawyer' }],
    })
  })

  it('of two people needs both of them', async () => {
    const [file, other] = [await givenConsentFile(organisation), await givenConsentFile(organisation)]
    await organisation.ask(
      `INSERT INTO case_person (case_id, person_id, role) VALUES ($1, $2, 'principal')`,
      [file.caseId, other.personId],
    )
    await record(file)
    expect(await make(file)).toMatchObject({ fields: { recipient: 'consentNotAsked' } })
    await expect(forge(file)).rejects.toThrow(/no consent: not_asked/)
    await record({ ...file, personId: other.personId })
    expect(await make(file)).toMatchObject({ ok: true })
  })

  it('may rest on another ground with its reason, which is encrypted', async () => {
    const file = await givenConsentFile(organisation)
    expect(await make(file, { ground: 'vital_interest' })).toMatchObject({ fields: { reason: 'required' } })
    expect(await make(file, { ground: 'vital_interest', reason: 'Verzonnen gevaar' })).toMatchObject({
      ok: true,
    })
    const [made] = await organisation.casey.work((work) => listSummaries(work, file.caseId))
    expect(made).toMatchObject({ ground: 'vital_interest', reason: 'Verzonnen gevaar', recipient: null })
    const rows = await organisation.ask(
      'SELECT to_jsonb(s)::text AS row FROM case_summary s WHERE case_id = $1',
      [file.caseId],
    )
    expect(JSON.stringify(rows)).not.toContain('Verzonnen')
    for (const change of [
      { ground: null, recipient: null },
      { ground: 'vital_interest', recipient: null },
      { ground: 'because', recipient: null, reasonCipher: new Uint8Array([0]) },
    ])
      await expect(forge(file, change)).rejects.toThrow()
  })

  it('tells of trafficking when its file is about it, whatever is ticked', async () => {
    const file = await givenConsentFile(organisation, { secrecy: 'restricted', kind: 'thb' })
    await record(file)
    expect(await make(file)).toMatchObject({ fields: { recipient: 'consentScope' } })
    await record(file, { scopes: ['identity', 'contact', 'trafficking'] })
    expect(await make(file)).toMatchObject({ ok: true })
  })

  it('that stays in the organisation asks for none', async () => {
    const file = await givenConsentFile(organisation)
    for (const audience of ['colleague', 'discussion'])
      expect(await make(file, { audience, sections: ['identity'] })).toMatchObject({ ok: true })
    await expect(
      forge(file, { audience: 'discussion', level: 'unnamed', ground: null, recipient: null }),
    ).resolves.toMatchObject({ count: 1 })
  })

  it('counts the same data in the page and in the database', async () => {
    for (const section of SECTIONS.codes)
      for (const kind of ['general', 'thb']) {
        const [row] = await organisation.ask('SELECT app.summary_scopes($1, $2) AS scopes', [[section], kind])
        expect([section, kind, z.array(z.string()).parse(row?.scopes).sort()]).toEqual([
          section,
          kind,
          [...scopesOf([section], kind)].sort(),
        ])
      }
  })
})

describe('our figures', () => {
  const say = async (personId: string, change: Record<string, unknown>) => {
    const [row] = await organisation.ask(
      'SELECT case_id FROM case_person WHERE person_id = $1 ORDER BY case_id = $2 DESC',
      [personId, change.caseId ?? null],
    )
    const id = newId()
    await organisation.ask(
      `INSERT INTO consent (id, case_id, person_id, purpose, recipient, scopes, answer, asked_on, expires_at, language, interpreter,
         form, given_by, is_minor, child_view, created_by)
       VALUES ($1, $2, $3, 'statistics', 'house', '{}', $4, $5, $7, 'ti', 'none', 'spoken', $8, $9, $10, $6)`,
      [
        id,
        row?.case_id,
        personId,
        change.answer ?? 'refused',
        change.on ?? '2026-02-01',
        organisation.casey.id,
        change.expiresAt ?? null,
        change.givenBy ?? 'self',
        change.isMinor ?? false,
        change.childView ?? null,
      ],
    )
    if (change.withdrawn !== undefined)
      await organisation.ask(
        `INSERT INTO consent_end (id, case_id, consent_id, kind, ended_on, said_by, created_by)
         VALUES ($1, $2, $3, 'withdrawn', $4, 'self', $5)`,
        [newId(), row?.case_id, id, change.withdrawn, organisation.casey.id],
      )
    if (change.mistake === true)
      await organisation.ask(
        `INSERT INTO consent_end (id, case_id, consent_id, kind, ended_on, created_by) VALUES ($1, $2, $3, 'mistake', $4, $5)`,
        [newId(), row?.case_id, id, '2026-02-03', organisation.casey.id],
      )
  }
  const counted = async (start: string, end: string): Promise<string[]> =>
    z
      .array(z.object({ person_id: z.string() }))
      .parse(
        await withJobWork(
          'statistics',
          (work) => work.tx.$queryRaw`SELECT app.people_to_count(${start}::date, ${end}::date) AS person_id`,
        ),
      )
      .map(({ person_id }) => person_id)
  const third = () => counted('2026-07-01', '2026-09-30')
  const noOneAsked = () => 'unasked' as const

  it('count anyone who said yes by their last day, and no one who refused, withdrew before them or was never asked', async () => {
    const { personIds } = await givenMetPeople(organisation, {
      n: 10,
      enteredOn: '2026-07-05',
      seed: 3,
      answerOf: noOneAsked,
    })
    const [refused = '', withdrew = '', withdrewLater = '', again = '', mistaken = '', ...more] = personIds
    const [given = '', lastDay = '', afterwards = '', noAfterwards = '', unasked = ''] = more
    await say(refused, {})
    await say(withdrew, { answer: 'given', withdrawn: '2026-06-30' })
    await say(withdrewLater, { answer: 'given', withdrawn: '2026-07-01' })
    await say(again, { on: '2026-02-01' })
    await say(again, { on: '2026-03-01', answer: 'given' })
    await say(mistaken, { answer: 'given', mistake: true })
    await say(given, { answer: 'given' })
    await say(lastDay, { answer: 'given', on: '2026-09-30' })
    await say(afterwards, { answer: 'given', on: '2026-10-01' })
    await say(noAfterwards, { answer: 'given' })
    await say(noAfterwards, { on: '2026-10-02' })
    const now = await third()
    expect(now).toEqual(expect.arrayContaining([withdrewLater, again, given, lastDay]))
    for (const leftOut of [refused, withdrew, mistaken, afterwards, noAfterwards, unasked])
      expect(now).not.toContain(leftOut)
    const next = await counted('2026-10-01', '2026-12-31')
    expect(next).toContain(afterwards)
    expect(next).not.toContain(withdrewLater)
  })

  it('leave out who was a child without a guardian’s yes, or against it, and whose yes was over before they began', async () => {
    const { personIds } = await givenMetPeople(organisation, {
      n: 6,
      enteredOn: '2026-07-05',
      seed: 5,
      answerOf: noOneAsked,
    })
    const [alone = '', guarded = '', against = '', small = '', over = '', until = ''] = personIds
    const child = { answer: 'given', isMinor: true, givenBy: 'guardian' }
    await say(alone, { ...child, givenBy: 'self', childView: 'agrees' })
    await say(guarded, { ...child, childView: 'agrees' })
    await say(against, { ...child, childView: 'disagrees' })
    await say(small, { ...child, childView: 'too_young' })
    // Midnight in Brussels, at which the quarter begins.
    await say(over, { answer: 'given', expiresAt: '2026-06-30T22:00:00Z' })
    await say(until, { answer: 'given', expiresAt: '2026-06-30T22:00:00.001Z' })
    const now = await third()
    expect(now).toEqual(expect.arrayContaining([guarded, small, until]))
    for (const leftOut of [alone, against, over]) expect(now).not.toContain(leftOut)
  })

  it('leave out who said no in one file and yes in another, whichever came later', async () => {
    const { personIds } = await givenMetPeople(organisation, {
      n: 2,
      enteredOn: '2026-07-05',
      seed: 6,
      answerOf: noOneAsked,
    })
    for (const [personId = '', on, elsewhere] of [
      [personIds[0], '2026-02-01', 'refused'],
      [personIds[1], '2026-02-01', 'given'],
    ] as const) {
      await say(personId, { on, answer: elsewhere })
      const other = await givenConsentFile(organisation)
      await organisation.ask('INSERT INTO case_person (case_id, person_id) VALUES ($1, $2)', [
        other.caseId,
        personId,
      ])
      await say(personId, { on: '2026-03-01', answer: 'given', caseId: other.caseId })
    }
    const now = await third()
    expect(now).not.toContain(personIds[0])
    expect(now).toContain(personIds[1])
  })

  it('say how many were left out by the coin of the snapshot, and not at all below twenty', async () => {
    const [team] = await organisation.ask('SELECT organisation_id FROM team WHERE id = $1', [
      organisation.north,
    ])
    const organisationId = String(team?.organisation_id)
    const count = (period: Period) =>
      withJobWork('statistics', (work) =>
        countLeftOut(work, { organisationId, period, key: new Uint8Array(32).fill(7) }),
      )
    // Of the nine, some refused and some were never asked.
    await givenMetPeople(organisation, {
      n: 60,
      enteredOn: '2025-02-05',
      seed: 4,
      answerOf: (n) => (n >= 9 ? 'given' : n % 2 === 0 ? 'refused' : 'unasked'),
    })
    expect(await count({ kind: 'quarter', start: '2025-01-01', end: '2025-03-31' })).toBe(0)
    await givenMetPeople(organisation, {
      n: 60,
      enteredOn: '2025-05-05',
      seed: 4,
      answerOf: (n) => (n % 2 === 0 ? 'refused' : 'unasked'),
    })
    const said = await count({ kind: 'quarter', start: '2025-04-01', end: '2025-06-30' })
    expect(said % 10).toBe(0)
    expect(said).toBeGreaterThanOrEqual(50)
  })

  it('are all that the job may ask about', async () => {
    const file = await givenConsentFile(organisation)
    await record(file)
    const seen = await withJobWork(
      'statistics',
      (work) => work.tx.$queryRaw`SELECT DISTINCT purpose FROM consent`,
    )
    expect(
      z
        .array(z.object({ purpose: z.string() }))
        .parse(seen)
        .every(({ purpose }) => purpose === 'statistics'),
    ).toBe(true)
    await expect(
      withJobWork('statistics', (work) => work.tx.$queryRaw`SELECT words_cipher FROM consent`),
    ).rejects.toThrow(/permission denied/)
  })
})
