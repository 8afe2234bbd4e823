import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endConsent, recordConsent } from '@/lib/consents/consent.actions'
import { PURPOSES } from '@/lib/consents/vocabulary.rules'
import { disconnect } from '@/lib/db/client'
import { withJobWork } from '@/lib/db/work'
import { recordReferralStep, saveReferral } from '@/lib/referrals/referral.actions'
import { makeShare } from '@/lib/referrals/share.actions'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newCode, newId } from '@/lib/shared/ids'
import { makeSummary } from '@/lib/summaries/summary.actions'
import { act } from '../support/doors'
import { type GivenHouse, givenCaseHouse } from '../support/given/case-house'
import { givenConsentFile } from '../support/given/consent-file'
import { aConsent } from '../support/given/consents'
import { aReferral, aStep } from '../support/given/referrals'
import { aShare } from '../support/given/shares'
import { bring, png } from '../support/papers'

// Everything that is done with somebody's data only while she agrees, each through the page and past it, side by side.

const today = dayOf(new Date())
let house: GivenHouse
beforeAll(async () => {
  house = await givenCaseHouse()
})
afterAll(async () => {
  await house.close()
  await disconnect()
})

type File = Awaited<ReturnType<typeof givenConsentFile>>
type Use = {
  readonly purpose: (typeof PURPOSES)[number]
  readonly recipient: string
  /** Whether the page does it. */
  readonly page: (file: File) => Promise<boolean>
  /** Whether a statement of the application's role does it. */
  readonly sql: (file: File) => Promise<boolean>
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
  const saved = await act(house.casey.token, saveReferral, aReferral(caseId, personId, { kind }))
  if (!saved.ok) throw new Error(JSON.stringify(saved))
  return saved.value.subjectId
}
const onConsent = { kind: 'sent', on: today, ground: 'consent', words: '' }
const sending = (kind: string): Pick<Use, 'page' | 'sql'> => ({
  page: async (file) => {
    const subjectId = await refer(file, kind)
    return passes(await act(house.casey.token, recordReferralStep, aStep(file.caseId, subjectId, onConsent)))
  },
  sql: async (file) => {
    const subjectId = await refer(file, kind)
    return forced(() =>
      house.casey.work(
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
  await act(house.casey.token, recordReferralStep, aStep(file.caseId, subjectId))
  const sent = await act(
    house.casey.token,
    recordReferralStep,
    aStep(file.caseId, subjectId, { kind: 'sent', on: today }),
  )
  if (!sent.ok) throw new Error(JSON.stringify(sent))
  return { subjectId, stepId: sent.value.stepId }
}

const USES: Readonly<Record<string, Use>> = {
  'a referral': { purpose: 'referral', recipient: 'kind:organisation', ...sending('organisation') },
  tracing: { purpose: 'tracing', recipient: 'kind:tracing_service', ...sending('tracing') },
  'a link': {
    purpose: 'referral',
    recipient: 'kind:organisation',
    page: async (file) => {
      const subjectId = await refer(file, 'organisation')
      await act(house.casey.token, recordReferralStep, aStep(file.caseId, subjectId))
      const link = aShare(file.caseId, subjectId, { ground: 'consent', words: '' })
      return passes(await act(house.casey.token, makeShare, link))
    },
    sql: async (file) => {
      const { subjectId, stepId } = await told(file)
      await house.ask(`UPDATE referral_step SET ground = 'consent' WHERE id = $1`, [stepId])
      return forced(() =>
        house.casey.work(
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
        await act(house.casey.token, makeSummary, {
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
        house.casey.work((work) =>
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
      passes(await bring(house.casey.token, caseId, [await png()], { kind: 'photo' })),
    sql: ({ caseId }) =>
      forced(() =>
        house.casey.work(
          (work) => work.tx.$executeRaw`
            INSERT INTO attachment (id, case_id, kind, type, bytes, label_cipher, scan, created_by)
            VALUES (gen_random_uuid(), ${caseId}::uuid, 'photo', 'image/png', 1, '\\x00'::bytea, 'none', ${work.actor.id}::uuid)`,
        ),
      ),
  },
}

const say = async ({ caseId, personId }: File, { purpose, recipient }: Use, change = {}): Promise<string> => {
  const answer = await act(
    house.casey.token,
    recordConsent,
    aConsent(caseId, personId, { purpose, recipient, ...change }),
  )
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value.consentId
}
const withdraw = ({ caseId }: File, consentId: string) =>
  act(house.casey.token, endConsent, {
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
    const file = await givenConsentFile(house)
    expect(await done(file)).toEqual(NEITHER)
    const refused = await givenConsentFile(house)
    await say(refused, use, { answer: 'refused' })
    expect(await done(refused)).toEqual(NEITHER)
    const consentId = await say(file, use)
    expect(await done(file)).toEqual(BOTH)
    expect(await withdraw(file, consentId)).toMatchObject({ ok: true })
    expect(await done(file)).toEqual(NEITHER)
  })

  it('ends with the second to which the yes holds, and no job has run', async () => {
    const file = await givenConsentFile(house)
    const consentId = await say(file, use, { lastDay: addDays(today, 3) })
    const expires = (until: string) =>
      house.ask(`UPDATE consent SET expires_at = now() + $2::interval WHERE id = $1`, [consentId, until])
    await expires('1 minute')
    expect(await done(file)).toEqual(BOTH)
    await expires('0 seconds')
    expect(await done(file)).toEqual(NEITHER)
  })
})

it('being counted ends with a no and with a yes taken back: the job that counts asks the database', async () => {
  const leftOut = async ({ personId }: File) => {
    const rows = await withJobWork(
      'statistics',
      (work) => work.tx.$queryRaw`SELECT app.left_out_of(${addDays(today, 1)}::date)::text AS id`,
    )
    return JSON.stringify(rows).includes(personId)
  }
  const counting = async (change = {}) => {
    const file = await givenConsentFile(house)
    const counted = { purpose: 'statistics', recipient: 'house', scopes: [], ...change }
    const answer = await act(house.casey.token, recordConsent, aConsent(file.caseId, file.personId, counted))
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    return { file, consentId: answer.value.consentId }
  }
  const yes = await counting()
  expect(await leftOut(yes.file)).toBe(false)
  await withdraw(yes.file, yes.consentId)
  expect(await leftOut(yes.file)).toBe(true)
  expect(await leftOut((await counting({ answer: 'refused' })).file)).toBe(true)
})

it('names every purpose that somebody can agree to', () => {
  // A link rests on the purpose of its referral; being counted is asked by the job above.
  const named = new Set<string>([...Object.values(USES).map(({ purpose }) => purpose), 'share', 'statistics'])
  expect([...named].sort()).toEqual([...PURPOSES].sort())
})
