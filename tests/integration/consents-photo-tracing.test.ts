import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endConsent, recordConsent } from '@/lib/consents/consent.actions'
import { disconnect } from '@/lib/db/client'
import { purposeOf } from '@/lib/referrals/ground.rules'
import { recordReferralStep, saveReferral } from '@/lib/referrals/referral.actions'
import { REFERRAL_KINDS } from '@/lib/referrals/referral.rules'
import { dayOf } from '@/lib/shared/dates'
import { readConsentPaper } from '@/lib/sheets/consent-paper.data'
import { LANGUAGES } from '@/lib/sheets/sheet.rules'
import { readConsentsPage } from '@/lib/summaries/consents-page.data'
import { givenConsentFile } from '../support/given/consent-file'
import { aConsent } from '../support/given/consents'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { aReferral, aStep } from '../support/given/referrals'
import { act } from '../support/handlers'
import { bring, png } from '../support/papers'

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
const record = async ({ caseId, personId }: File, change: Record<string, unknown>): Promise<string> => {
  const answer = await act(organisation.casey.token, recordConsent, aConsent(caseId, personId, change))
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
const page = async ({ code }: File) => {
  const data = await organisation.casey.work((work) =>
    readConsentsPage(work, { params: { code }, search: {} }),
  )
  if (data.type !== 'file') throw new Error('two files bear this code')
  return data.part
}

describe('a photo among the papers', () => {
  it('is kept on a consent to a photo, in the page and in the database, and no more once it was withdrawn', async () => {
    const file = await givenConsentFile(organisation)
    const keep = async (kind = 'photo') =>
      bring(organisation.casey.token, file.caseId, [await png()], { kind })
    const force = () =>
      organisation.casey.work(
        (work) => work.tx.$executeRaw`
        INSERT INTO attachment (id, case_id, kind, type, bytes, label_cipher, scan, created_by)
        VALUES (gen_random_uuid(), ${file.caseId}::uuid, 'photo', 'image/png', 1, '\\x00'::bytea, 'none', ${work.actor.id}::uuid)`,
      )
    expect(await keep()).toMatchObject({ ok: false, fields: { kind: 'photoConsent' } })
    await expect(force()).rejects.toThrow(/no consent to a photo/)
    expect(await keep('identity')).toMatchObject({ ok: true })
    // A yes to something else is none to a photo.
    await record(file, { purpose: 'summary', recipient: 'kind:lawyer' })
    expect(await keep()).toMatchObject({ ok: false })
    const consentId = await record(file, { purpose: 'photo', recipient: 'kind:lawyer' })
    expect(await keep()).toMatchObject({ ok: true })
    expect(await force()).toBe(1)
    await withdraw(file, consentId)
    expect(await keep()).toMatchObject({ ok: false, fields: { kind: 'photoConsent' } })
    await expect(force()).rejects.toThrow(/no consent to a photo/)
  })
})

describe('a referral to who looks for families', () => {
  const tracing = { purpose: 'tracing', recipient: 'kind:tracing_service' }
  it('leaves on a consent to tracing alone, and a withdrawal says who was told', async () => {
    const file = await givenConsentFile(organisation)
    const made = await act(
      organisation.casey.token,
      saveReferral,
      aReferral(file.caseId, file.personId, { kind: 'tracing', bodySlug: '', to: 'Zoekdienst Verzonnen' }),
    )
    if (!made.ok) throw new Error(JSON.stringify(made))
    const { subjectId } = made.value
    const send = () =>
      act(
        organisation.casey.token,
        recordReferralStep,
        aStep(file.caseId, subjectId, { kind: 'sent', on: today, ground: 'consent', words: '' }),
      )
    const force = () =>
      organisation.casey.work(
        (work) => work.tx.$executeRaw`
        INSERT INTO referral_step (id, case_id, referral_id, kind, on_day, ground, created_by)
        VALUES (gen_random_uuid(), ${file.caseId}::uuid, ${subjectId}::uuid, 'sent', current_date, 'consent', ${work.actor.id}::uuid)`,
      )
    // To be helped is another question than to have a family looked for.
    await record(file, { ...tracing, purpose: 'referral' })
    expect(await send()).toMatchObject({ ok: false, fields: { ground: 'noConsent' } })
    await expect(force()).rejects.toThrow(/no consent/)
    const consentId = await record(file, tracing)
    expect(await send()).toMatchObject({ ok: true })
    const told = async () =>
      (await page(file)).people.flatMap(({ consents }) =>
        consents.filter(({ id }) => id === consentId).flatMap((one) => one.sheets.map(({ to }) => to)),
      )
    expect(await told()).toEqual(['Zoekdienst Verzonnen'])
    await withdraw(file, consentId)
    expect(await told()).toEqual(['Zoekdienst Verzonnen'])
    expect(await send()).toMatchObject({ ok: false })
  })

  it('asks for the same purpose in both places', async () => {
    for (const kind of REFERRAL_KINDS.codes) {
      const [row] = await organisation.ask('SELECT app.referral_purpose($1) AS purpose', [kind])
      expect([kind, row?.purpose]).toEqual([kind, purposeOf(kind)])
    }
  })
})

describe('a consent on paper', () => {
  it('is there in eight languages, without a name until someone asks for it, and not for whom it is out of reach', async () => {
    const file = await givenConsentFile(organisation)
    const consentId = await record(file, { purpose: 'photo', recipient: 'kind:lawyer', language: 'prs' })
    const open = async (search: Record<string, string>, who: 'casey' | 'sol' = 'casey') => {
      const data = await organisation[who].work((work) =>
        readConsentPaper(work, { params: { code: file.code, consentId }, search }, 'en'),
      )
      if (data.type !== 'file') throw new Error('two files bear this code')
      return data.part
    }
    // Dari is written as Persian is.
    expect(await open({})).toMatchObject({ language: 'fa', name: '' })
    for (const language of LANGUAGES.codes) {
      const part = await open({ language })
      expect([part.language, part.recipient]).toEqual([language, part.words.recipient.lawyer])
    }
    expect(await open({ name: 'yes' })).toMatchObject({ name: 'Kalimo Fictar' })
    await expect(open({}, 'sol')).rejects.toThrow()
    await act(organisation.casey.token, endConsent, {
      caseId: file.caseId,
      consentId,
      kind: 'mistake',
      endedOn: today,
      saidBy: '',
      words: '',
      task: '',
    })
    await expect(open({})).rejects.toThrow()
  })
})
