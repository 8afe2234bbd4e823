import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endConsent, recordConsent } from '@/lib/consents/consent.actions'
import { PURPOSES } from '@/lib/consents/vocabulary.rules'
import { disconnect } from '@/lib/db/client'
import { withJobWork, withStatsWork } from '@/lib/db/work'
import { saveQuote } from '@/lib/quotes/quote.actions'
import { recordReferralStep, saveReferral } from '@/lib/referrals/referral.actions'
import { makeShare } from '@/lib/referrals/share.actions'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newCode, newId } from '@/lib/shared/ids'
import type { CodeOf } from '@/lib/shared/vocabulary'
import { getSnapshotKey, insertSnapshot } from '@/lib/statistics/snapshot.data'
import { makeSummary } from '@/lib/summaries/summary.actions'
import { givenConsentFile } from '../support/given/consent-file'
import { aConsent } from '../support/given/consents'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { aQuote } from '../support/given/quotes'
import { aReferral, aStep } from '../support/given/referrals'
import { aShare } from '../support/given/shares'
import { act } from '../support/handlers'
import { bring, png } from '../support/papers'
import { toRecordKey } from '../support/record-key'

// Everything that is done with a person’s data only while they agree, each through the page and past it, side by side.

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
type Use = {
  readonly purpose: CodeOf<typeof PURPOSES>
  readonly recipient: string
  /** Whether the page does it. */
  readonly page: (file: File) => Promise<boolean>
  /** Whether a statement of the application's role does it. */
  readonly sql: (file: File) => Promise<boolean>
  /** The moment at which a yes has to hold; without it the moment at which it is asked. */
  readonly at?: string
}
const passes = (answer: { readonly ok: boolean }): boolean => answer.ok
/** A statement that the database lets through, or stops because of a consent; anything else is a fault of this test. */
const forced = async (run: () => Promise<unknown>): Promise<boolean> => {
  try {
    await run()
    return true
  } catch (error) {
    if (!String(error).includes('no consent')) throw error
    return false
  }
}

const refer = async ({ caseId, personId }: File, kind: string): Promise<string> => {
  const saved = await act(organisation.casey.token, saveReferral, aReferral(caseId, personId, { kind }))
  if (!saved.ok) throw new Error(JSON.stringify(saved))
  return saved.value.subjectId
}
const onConsent = { kind: 'sent', on: today, ground: 'consent', words: '' }
const sending = (kind: string): Pick<Use, 'page' | 'sql'> => ({
  page: async (file) => {
    const subjectId = await refer(file, kind)
    return passes(
      await act(organisation.casey.token, recordReferralStep, aStep(file.caseId, subjectId, onConsent)),
    )
  },
  sql: async (file) => {
    const subjectId = await refer(file, kind)
    return forced(() =>
      organisation.casey.work(
        (work) => work.tx.$executeRaw`
          INSERT INTO referral_step (id, case_id, referral_id, kind, on_day, ground, created_by)
          VALUES (gen_random_uuid(), ${file.caseId}::uuid, ${subjectId}::uuid, 'sent', current_date, 'consent', ${work.actor.id}::uuid)`,
      ),
    )
  },
})
/** A referral that was told by telephone and sent, so that a link can be tied to the sending. */
const told = async (file: File): Promise<{ subjectId: string; stepId: string }> => {
  const subjectId = await refer(file, 'organisation')
  await act(organisation.casey.token, recordReferralStep, aStep(file.caseId, subjectId))
  const sent = await act(
    organisation.casey.token,
    recordReferralStep,
    aStep(file.caseId, subjectId, { kind: 'sent', on: today }),
  )
  if (!sent.ok) throw new Error(JSON.stringify(sent))
  return { subjectId, stepId: sent.value.stepId }
}

/** A quarter that begins tomorrow, so that what is said today was said before it. */
const next = { kind: 'quarter', start: addDays(today, 1), end: addDays(today, 90) } as const
const meet = async ({ caseId, personId }: File): Promise<void> => {
  const visitId = newId()
  await organisation.ask(
    `INSERT INTO visit (id, team_id, place_id, on_date, created_by)
     SELECT $1, $2, p.id, $3, $4 FROM place p WHERE p.kind = 'closed_centre' ORDER BY p.slug LIMIT 1`,
    [visitId, organisation.north, next.start, organisation.casey.id],
  )
  await organisation.ask(
    `INSERT INTO encounter (id, visit_id, case_id, person_id, place_id, met_on, position, outcome, author_id, created_at)
     SELECT $2, v.id, $3, $4, v.place_id, v.on_date, 1, 'seen', v.created_by, v.on_date + time '12:00' FROM visit v WHERE v.id = $1`,
    [visitId, newId(), caseId, personId],
  )
}
/** Freezes that quarter anew and looks whether a person is in it: by the key of the snapshot, as nothing else tells. */
const isFrozen = async (file: File): Promise<boolean> => {
  await meet(file)
  await organisation.ask('TRUNCATE snapshot CASCADE')
  const [team] = await organisation.ask('SELECT organisation_id FROM team WHERE id = $1', [
    organisation.north,
  ])
  const organisationId = String(team?.organisation_id)
  const id = await withJobWork('statistics', (work) => insertSnapshot(work, { organisationId, period: next }))
  const key = await withStatsWork(organisation.ada.token, (work) => getSnapshotKey(work, id))
  const rows = await organisation.ask('SELECT FROM sdc_record WHERE snapshot_id = $1 AND rk = $2', [
    id,
    toRecordKey(key, file.personId),
  ])
  return rows.length > 0
}

const USES: Readonly<Record<string, Use>> = {
  'a referral': { purpose: 'referral', recipient: 'kind:organisation', ...sending('organisation') },
  tracing: { purpose: 'tracing', recipient: 'kind:tracing_service', ...sending('tracing') },
  'a link': {
    purpose: 'referral',
    recipient: 'kind:organisation',
    page: async (file) => {
      const subjectId = await refer(file, 'organisation')
      await act(organisation.casey.token, recordReferralStep, aStep(file.caseId, subjectId))
      const link = aShare(file.caseId, subjectId, { ground: 'consent', words: '' })
      return passes(await act(organisation.casey.token, makeShare, link))
    },
    sql: async (file) => {
      const { subjectId, stepId } = await told(file)
      await organisation.ask(`UPDATE referral_step SET ground = 'consent' WHERE id = $1`, [stepId])
      return forced(() =>
        organisation.casey.work(
          (work) => work.tx.$executeRaw`
            INSERT INTO referral_share (id, case_id, referral_id, step_id, link_hash, code_check, sheet_cipher, expires_at, max_openings, created_by)
            VALUES (gen_random_uuid(), ${file.caseId}::uuid, ${subjectId}::uuid, ${stepId}::uuid, ${newId().replaceAll('-', '').padEnd(64, 'a')},
                    decode(repeat('00', 32), 'hex'), '\\x00', app.now() + interval '1 day', 3, ${work.actor.id}::uuid)`,
        ),
      )
    },
  },
  'an export': {
    purpose: 'summary',
    recipient: 'kind:lawyer',
    page: async ({ caseId }) =>
      passes(
        await act(organisation.casey.token, makeSummary, {
          caseId,
          audience: 'lawyer',
          sections: ['identity', 'present'],
          language: 'fr',
          words: '',
          ground: 'consent',
          recipient: 'kind:lawyer',
          reason: '',
        }),
      ),
    sql: ({ caseId }) =>
      forced(() =>
        organisation.casey.work((work) =>
          work.tx.caseSummary.createMany({
            data: [
              {
                id: newId(),
                caseId,
                code: newCode(),
                audience: 'lawyer',
                level: 'whole',
                sections: ['identity'],
                language: 'en',
                createdBy: work.actor.id,
                ground: 'consent',
                recipient: 'kind:lawyer',
              },
            ],
          }),
        ),
      ),
  },
  'a photo': {
    purpose: 'photo',
    recipient: 'kind:lawyer',
    page: async ({ caseId }) =>
      passes(await bring(organisation.casey.token, caseId, [await png()], { kind: 'photo' })),
    sql: ({ caseId }) =>
      forced(() =>
        organisation.casey.work(
          (work) => work.tx.$executeRaw`
            INSERT INTO attachment (id, case_id, kind, type, bytes, label_cipher, scan, created_by)
            VALUES (gen_random_uuid(), ${caseId}::uuid, 'photo', 'image/png', 1, '\\x00'::bytea, 'none', ${work.actor.id}::uuid)`,
        ),
      ),
  },
  'a quote': {
    purpose: 'quote',
    recipient: 'house',
    page: async ({ caseId, personId }) =>
      passes(await act(organisation.casey.token, saveQuote, aQuote(caseId, personId))),
    sql: ({ caseId, personId }) =>
      forced(() =>
        organisation.casey.work(
          (work) => work.tx.$executeRaw`
            INSERT INTO report_quote (id, case_id, subject_id, revision, person_id, speaker, said_day, words_cipher, created_by)
            SELECT id, ${caseId}::uuid, id, 1, ${personId}::uuid, 'person', current_date, '\\x00'::bytea, ${work.actor.id}::uuid
              FROM (SELECT gen_random_uuid() AS id) new`,
        ),
      ),
  },
  'a figure': {
    purpose: 'statistics',
    recipient: 'house',
    page: isFrozen,
    sql: async ({ personId }) => {
      const agreed = await withJobWork(
        'statistics',
        (work) =>
          work.tx.$queryRaw`SELECT app.people_to_count(${next.start}::date, ${next.end}::date)::text AS id`,
      )
      return JSON.stringify(agreed).includes(personId)
    },
    at: `'${next.start}'::timestamp AT TIME ZONE 'Europe/Brussels'`,
  },
}

const say = async ({ caseId, personId }: File, { purpose, recipient }: Use, change = {}): Promise<string> => {
  const answer = await act(
    organisation.casey.token,
    recordConsent,
    aConsent(caseId, personId, { purpose, recipient, ...change }),
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

describe.each(Object.entries(USES))('%s', (_, use) => {
  const done = async (file: File) => [await use.page(file), await use.sql(file)]
  const NEITHER = [false, false]
  const BOTH = [true, true]

  it('is not done unasked, nor against a no; is done on a yes; and not any more once it is taken back', async () => {
    const file = await givenConsentFile(organisation)
    expect(await done(file)).toEqual(NEITHER)
    const refused = await givenConsentFile(organisation)
    await say(refused, use, { answer: 'refused' })
    expect(await done(refused)).toEqual(NEITHER)
    const consentId = await say(file, use)
    expect(await done(file)).toEqual(BOTH)
    expect(await withdraw(file, consentId)).toMatchObject({ ok: true })
    expect(await done(file)).toEqual(NEITHER)
  })

  it('ends with the second to which the yes holds, and no job has run', async () => {
    const file = await givenConsentFile(organisation)
    const consentId = await say(file, use, { lastDay: addDays(today, 3) })
    const expires = (until: string) =>
      organisation.ask(`UPDATE consent SET expires_at = ${use.at ?? 'now()'} + $2::interval WHERE id = $1`, [
        consentId,
        until,
      ])
    await expires('1 minute')
    expect(await done(file)).toEqual(BOTH)
    await expires('0 seconds')
    expect(await done(file)).toEqual(NEITHER)
  })
})

it('names every purpose that someone can agree to', () => {
  // A link rests on the purpose of its referral.
  const named = new Set<string>([...Object.values(USES).map(({ purpose }) => purpose), 'share'])
  expect([...named].sort()).toEqual([...PURPOSES.codes].sort())
})
