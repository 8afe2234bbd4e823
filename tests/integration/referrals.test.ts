import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { endConsent, recordConsent } from '@/lib/consents/consent.actions'
import { addWorkingDays } from '@/lib/holidays/working-day.rules'
import { FIELDS, MINIMUM } from '@/lib/referrals/field.rules'
import { recipientsOf, scopesOf } from '@/lib/referrals/ground.rules'
import {
  chooseFields,
  recordReferralStep,
  saveReferral,
  takeReferralBack,
  takeReferralStepBack,
} from '@/lib/referrals/referral.actions'
import { listReferrals } from '@/lib/referrals/referral.data'
import { REFERRAL_KINDS, stateOf } from '@/lib/referrals/referral.rules'
import { addDays, dayOf } from '@/lib/shared/dates'
import { readReferralSheet } from '@/lib/summaries/referral-page.data'
import { listMyTasks } from '@/lib/tasks/task.data'
import { aConsent } from '../support/given/consents'
import { givenNamedFile } from '../support/given/full-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { aReferral, aStep } from '../support/given/referrals'
import { act } from '../support/handlers'
import { say } from '../support/say'

const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  await organisation.ask(
    `INSERT INTO help_body (slug, position, name, kind, ages, regions, role)
     VALUES ('invented-house', 0, 'Invented House', 'specialised_centre', 'adults', '{brussels}',
             '{"en": "Invented", "fr": "Inventé", "nl": "Verzonnen", "de": "Erfunden"}')`,
  )
})
afterAll(() => organisation.close())

type Who = 'casey' | 'coral' | 'sol'
const value = z.object({ ok: z.literal(true), value: z.looseObject({ subjectId: z.string() }) })
const subjectOf = (answer: unknown): string => value.parse(answer).value.subjectId
const consentOf = (answer: unknown): string =>
  z.object({ value: z.object({ consentId: z.string() }) }).parse(answer).value.consentId
const anEnd = (caseId: string, consentId: string) => ({
  caseId,
  consentId,
  kind: 'withdrawn',
  saidBy: 'self',
  endedOn: today,
  words: '',
  task: '',
})
const refer = (caseId: string, personId: string, change = {}, who: Who = 'casey') =>
  act(organisation[who].token, saveReferral, aReferral(caseId, personId, change))
const step = (caseId: string, subjectId: string, change = {}, who: Who = 'casey') =>
  act(organisation[who].token, recordReferralStep, aStep(caseId, subjectId, change))
const listed = (caseId: string) => organisation.casey.work((work) => listReferrals(work, caseId))
const choose = (caseId: string, subjectId: string, version: number, fields: readonly string[]) =>
  act(organisation.casey.token, chooseFields, { caseId, subjectId, version, fields, language: 'en' })
const sheetOf = async (code: string, referralId: string) => {
  const data = await organisation.casey.work((work) =>
    readReferralSheet(work, { params: { code, referralId }, search: {} }),
  )
  if (data.type !== 'file') throw new Error('two files bear this code')
  return data.part
}

describe('a referral', () => {
  it('goes from drafted to its outcome by steps that are added, and asks again on the day that was agreed', async () => {
    const { caseId, personId } = await givenNamedFile(organisation)
    const subjectId = subjectOf(await refer(caseId, personId))
    const nextOn = addWorkingDays(today, 1)
    await step(caseId, subjectId, { on: today, nextOn, nextText: say('referrals.followUp') })
    for (const kind of ['sent', 'received', 'accepted']) await step(caseId, subjectId, { kind, on: today })
    const [one] = (await listed(caseId)).current
    expect(one?.steps.map(({ kind }) => kind)).toEqual(['told', 'sent', 'received', 'accepted'])
    expect(stateOf(one?.steps ?? [])).toBe('accepted')
    const tasks = await organisation.casey.work((work) => listMyTasks(work, 50))
    expect(tasks.filter((task) => task.caseId === caseId)).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ text: say('referrals.followUp'), dueOn: nextOn })]),
    )
  })

  it('keeps a step that was a mistake readable, and stands where it stood before', async () => {
    const { caseId, personId } = await givenNamedFile(organisation)
    const subjectId = subjectOf(await refer(caseId, personId))
    await step(caseId, subjectId)
    const wrong = z
      .object({ value: z.object({ stepId: z.string() }) })
      .parse(await step(caseId, subjectId, { kind: 'declined', on: today }))
    const back = { caseId, subjectId, stepId: wrong.value.stepId }
    expect(await act(organisation.casey.token, takeReferralStepBack, back)).toMatchObject({ ok: true })
    expect(await act(organisation.casey.token, takeReferralStepBack, back)).toMatchObject({
      code: 'notFound',
    })
    const [one] = (await listed(caseId)).current
    expect(one?.steps).toHaveLength(3)
    expect(stateOf(one?.steps ?? [])).toBe('told')
  })

  it('is not changed once it was sent, neither by the page nor by a statement', async () => {
    const { caseId, personId } = await givenNamedFile(organisation)
    const subjectId = subjectOf(await refer(caseId, personId))
    await step(caseId, subjectId, { kind: 'sent', on: today })
    expect(await refer(caseId, personId, { subjectId, version: 1 })).toMatchObject({ code: 'sentAlready' })
    expect(await choose(caseId, subjectId, 1, ['name'])).toMatchObject({ code: 'sentAlready' })
    await expect(
      organisation.casey.work(
        (work) => work.tx.$executeRaw`
        INSERT INTO referral (id, case_id, subject_id, revision, person_id, kind, urgency, fields, language, to_cipher, asked_cipher, created_by)
        SELECT gen_random_uuid(), case_id, subject_id, 2, person_id, kind, urgency, '{name}', language, to_cipher, asked_cipher, created_by
          FROM referral WHERE id = ${subjectId}::uuid`,
      ),
    ).rejects.toThrow(/stays what it was/)
    const mistake = { caseId, subjectId, version: 1, mistake: 'wrong_file' }
    expect(await act(organisation.casey.token, takeReferralBack, mistake)).toMatchObject({ ok: true })
    const { current, mistakes } = await listed(caseId)
    expect([current.length, mistakes.length]).toEqual([0, 1])
  })

  it('changed by two at once keeps the first and shows it to the second', async () => {
    const { caseId, personId } = await givenNamedFile(organisation)
    const subjectId = subjectOf(await refer(caseId, personId))
    const both = await Promise.all([
      refer(caseId, personId, { subjectId, version: 1, asked: 'Eerste' }),
      refer(caseId, personId, { subjectId, version: 1, asked: 'Tweede' }, 'coral'),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'changedMeanwhile', theirs: { version: 2 } })
  })

  it('takes name and kind from the reference data, and names no body that is not there', async () => {
    const { caseId, personId } = await givenNamedFile(organisation)
    await refer(caseId, personId, { bodySlug: 'invented-house', to: '', kind: '' })
    const [one] = (await listed(caseId)).current
    expect(one?.row).toMatchObject({ to: 'Invented House', kind: 'specialised_centre' })
    expect(await refer(caseId, personId, { bodySlug: 'no-such' })).toMatchObject({
      fields: { bodySlug: 'unknownChoice' },
    })
  })

  it.each([
    ['to nobody', { to: ' ' }, { to: 'required' }],
    ['of no kind', { kind: '' }, { kind: 'required' }],
    ['asking nothing', { asked: '' }, { asked: 'required' }],
  ])('%s is refused beside the field', async (_words, change, fields) => {
    const { caseId, personId } = await givenNamedFile(organisation)
    expect(await refer(caseId, personId, change)).toMatchObject({ ok: false, fields })
  })

  it('is of a person in the file, and no step lies in the future', async () => {
    const [here, elsewhere] = [await givenNamedFile(organisation), await givenNamedFile(organisation)]
    expect(await refer(here.caseId, elsewhere.personId)).toMatchObject({ code: 'notFound' })
    const subjectId = subjectOf(await refer(here.caseId, here.personId))
    expect(await step(here.caseId, subjectId, { on: addDays(today, 1) })).toMatchObject({
      fields: { on: 'inTheFuture' },
    })
    expect(await step(elsewhere.caseId, subjectId)).toMatchObject({ code: 'notFound' })
  })

  it('is not there for anyone who does not reach the file', async () => {
    const { caseId, personId, code } = await givenNamedFile(organisation)
    const subjectId = subjectOf(await refer(caseId, personId))
    expect(await refer(caseId, personId, {}, 'sol')).toMatchObject({ code: 'notFound' })
    expect(await step(caseId, subjectId, {}, 'sol')).toMatchObject({ code: 'notFound' })
    await expect(
      organisation.sol.work((work) =>
        readReferralSheet(work, { params: { code, referralId: subjectId }, search: {} }),
      ),
    ).rejects.toThrow()
  })

  it('keeps to whom, what is asked and what was said as ciphers', async () => {
    const { caseId, personId } = await givenNamedFile(organisation)
    const secret = { contact: 'Mevrouw Verzonnen', reach: 'Alleen via ons' }
    const subjectId = subjectOf(await refer(caseId, personId, secret))
    await step(caseId, subjectId, { words: 'Verzonnen gesprek' })
    const rows = await organisation.ask(
      `SELECT to_jsonb(r)::text || COALESCE((SELECT string_agg(to_jsonb(s)::text, '') FROM referral_step s WHERE s.case_id = r.case_id), '') AS row
         FROM referral r WHERE r.case_id = $1`,
      [caseId],
    )
    for (const { row } of rows) expect(String(row)).not.toMatch(/Verzonnen|verzonnen|Alleen/)
  })
})

describe('what leaves', () => {
  const agree = (caseId: string, personId: string, change = {}) =>
    act(organisation.casey.token, recordConsent, aConsent(caseId, personId, change))
  const send = (caseId: string, subjectId: string, change = {}) =>
    step(caseId, subjectId, { kind: 'sent', on: today, ground: 'consent', words: '', ...change })
  /** Past the page, as a statement of the application's role would. */
  const force = (caseId: string, subjectId: string) =>
    organisation.casey.work(
      (work) => work.tx.$executeRaw`
      INSERT INTO referral_step (id, case_id, referral_id, kind, on_day, ground, created_by)
      VALUES (gen_random_uuid(), ${caseId}::uuid, ${subjectId}::uuid, 'sent', current_date, 'consent', ${work.actor.id}::uuid)`,
    )

  it('rests on a consent that covers it, in the page and in the database, and no more once it was withdrawn', async () => {
    const { caseId, personId } = await givenNamedFile(organisation)
    const subjectId = subjectOf(await refer(caseId, personId))
    expect(await send(caseId, subjectId)).toMatchObject({ fields: { ground: 'noConsent' } })
    await expect(force(caseId, subjectId)).rejects.toThrow(/no consent: not_asked/)
    await agree(caseId, personId, { scopes: ['identity'] })
    expect(await send(caseId, subjectId)).toMatchObject({ code: 'noConsent' })
    await expect(force(caseId, subjectId)).rejects.toThrow(/no consent: scope/)
    const given = consentOf(await agree(caseId, personId))
    expect(await send(caseId, subjectId)).toMatchObject({ ok: true })
    const second = subjectOf(await refer(caseId, personId))
    await act(organisation.casey.token, endConsent, anEnd(caseId, given))
    expect(await send(caseId, second)).toMatchObject({ code: 'noConsent' })
    await expect(force(caseId, second)).rejects.toThrow(/no consent/)
  })

  it('rests on another ground only with its reason', async () => {
    const { caseId, personId } = await givenNamedFile(organisation)
    const subjectId = subjectOf(await refer(caseId, personId))
    expect(await send(caseId, subjectId, { ground: '' })).toMatchObject({ fields: { ground: 'required' } })
    expect(await send(caseId, subjectId, { ground: 'vital_interest' })).toMatchObject({
      fields: { words: 'required' },
    })
    expect(
      await send(caseId, subjectId, { ground: 'vital_interest', words: 'Verzonnen gevaar' }),
    ).toMatchObject({ ok: true })
  })

  it('is the same data and the same recipients in the code and in the database', async () => {
    for (const field of FIELDS.codes) {
      const [row] = await organisation.ask(`SELECT app.referral_scopes(ARRAY[$1]) AS scopes`, [field])
      expect([field, row?.scopes]).toEqual([field, [...scopesOf([field])]])
    }
    for (const kind of REFERRAL_KINDS.codes) {
      const [row] = await organisation.ask(`SELECT app.referral_recipient($1) AS recipient`, [kind])
      expect([row?.recipient]).toEqual(recipientsOf({ bodySlug: null, kind }))
    }
  })
})

describe('the sheet of a referral', () => {
  it('holds the least at first, and no more than the fields that were ticked', async () => {
    const { caseId, personId, code } = await givenNamedFile(organisation)
    const subjectId = subjectOf(await refer(caseId, personId))
    const first = await sheetOf(code, subjectId)
    expect(first.row.fields).toEqual(MINIMUM)
    const [name] = await organisation.ask(
      `SELECT text FROM person_name WHERE person_id = $1 ORDER BY created_at LIMIT 1`,
      [personId],
    )
    const text = String(name?.text)
    expect(JSON.stringify(first.parts)).toContain(code)
    expect(JSON.stringify(first.parts)).not.toContain(text)
    await choose(caseId, subjectId, 1, ['name'])
    const named = await sheetOf(code, subjectId)
    expect(JSON.stringify(named.parts)).toContain(text)
    expect(
      named.parts.flatMap(({ items }) => items.flatMap(({ facts }) => facts.map(({ piece }) => piece))),
    ).toEqual(expect.not.arrayContaining(['age', 'fileCode', 'worker', 'language']))
  })

  it('leaves a line in the audit log with the fields, in the transaction that reads it', async () => {
    const { default: page } = await import('@/app/(signed-in)/cases/[code]/referrals/[referralId]/sheet/page')
    const { openPage } = await import('../support/handlers')
    const { caseId, personId, code } = await givenNamedFile(organisation)
    const subjectId = subjectOf(await refer(caseId, personId))
    await openPage(organisation.casey.token, page, { params: { code, referralId: subjectId } })
    const lines = await organisation.ask(
      `SELECT detail->'fields' AS fields FROM audit_event WHERE case_id = $1 AND event = 'referral.sheet'`,
      [caseId],
    )
    expect(lines).toEqual([{ fields: [...MINIMUM] }])
  })
})
