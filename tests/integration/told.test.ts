import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import sheetPage from '@/app/(signed-in)/cases/[code]/referrals/[referralId]/sheet/page'
import sharedPage from '@/app/(signed-in)/circles/shared/[code]/page'
import { POST } from '@/app/shared/[secret]/route'
import { toExtract } from '@/components/rights/extract-labels'
import { letGuestIn } from '@/lib/circles/guest.actions'
import { catalogue } from '@/lib/i18n/catalogue'
import {
  recordReferralStep,
  saveReferral,
  takeReferralBack,
  takeReferralStepBack,
} from '@/lib/referrals/referral.actions'
import { makeShare } from '@/lib/referrals/share.actions'
import { readExtract } from '@/lib/rights/extract.data'
import { askExtract } from '@/lib/rights/request.actions'
import { addDays, dayOf } from '@/lib/shared/dates'
import { makeSummary } from '@/lib/summaries/summary.actions'
import { givenNamedFile } from '../support/given/full-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { aReferral, aStep } from '../support/given/referrals'
import { aShare } from '../support/given/shares'
import { act, openPage, withToken } from '../support/handlers'
import { say } from '../support/say'

// The answer to a request for access states what happened: each source of "whom we told" is tried, and what was only prepared.

const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
beforeEach(async () => {
  await organisation.ask('DELETE FROM throttle')
})
afterAll(() => organisation.close())

type File = Awaited<ReturnType<typeof givenNamedFile>>
const written = z.object({ ok: z.literal(true), value: z.record(z.string(), z.unknown()) })
const id = (answer: unknown, name: string): string => String(written.parse(answer).value[name])
const refer = async ({ caseId, personId }: File, to: string): Promise<string> =>
  id(await act(organisation.casey.token, saveReferral, aReferral(caseId, personId, { to })), 'subjectId')
const step = async ({ caseId }: File, subjectId: string, kind: string): Promise<string> =>
  id(
    await act(organisation.casey.token, recordReferralStep, aStep(caseId, subjectId, { kind, on: today })),
    'stepId',
  )

const RECIPIENTS = say('rights.extract.recipients')
const PREPARED = say('rights.extract.prepared')
const SUMMARIES = say('rights.extract.summariesMade')
/** The sections of the answer by their title, each as one text. */
const extractOf = async ({ caseId, personId }: File) => {
  const extractId = id(
    await act(organisation.casey.token, askExtract, {
      caseId,
      personId,
      askedOn: today,
      language: 'en',
      words: 'Invented',
    }),
    'extractId',
  )
  const { sections } = toExtract(
    await organisation.casey.work((work) => readExtract(work, extractId, new Set())),
    await catalogue.en(),
  )
  return (title: string | RegExp): string =>
    sections
      .filter((one) => (typeof title === 'string' ? one.title === title : title.test(one.title)))
      .flatMap(({ lines }) => lines.map(({ text }) => text))
      .join('\n')
}

describe('whom we told', () => {
  it('is no one of a draft, of its preview, and of a call that was not answered', async () => {
    const file = await givenNamedFile(organisation)
    const draft = await refer(file, 'Zzdraft')
    await openPage(organisation.casey.token, sheetPage, { params: { code: file.code, referralId: draft } })
    await step(file, await refer(file, 'Zzunanswered'), 'no_answer')
    await step(file, await refer(file, 'Zzunwanted'), 'person_declined')
    const read = await extractOf(file)
    expect(read(RECIPIENTS)).toBe('')
    for (const name of ['Zzdraft', 'Zzunanswered', 'Zzunwanted']) expect(read(PREPARED)).toContain(name)
    // The preview was read by a colleague; nothing was told.
    expect(read(say('rights.extract.consultations'))).toContain('a caseworker: read it')
    expect(read(say('rights.extract.consultations'))).not.toMatch(/told|gave access/)
  })

  it.each(['told', 'sent', 'received', 'accepted', 'declined', 'no_capacity'])(
    'is who a referral reached: %s',
    async (kind) => {
      const file = await givenNamedFile(organisation)
      const subjectId = await refer(file, 'Zzreached')
      const stepId = await step(file, subjectId, kind)
      const read = await extractOf(file)
      expect(read(RECIPIENTS)).toContain('Zzreached')
      expect(read(PREPARED)).not.toContain('Zzreached')
      const back = { caseId: file.caseId, subjectId, stepId }
      await act(organisation.casey.token, takeReferralStepBack, back)
      const later = await extractOf(file)
      expect(later(RECIPIENTS)).not.toContain('Zzreached')
      expect(later(PREPARED)).toContain('Zzreached')
    },
  )

  it('is who opened a link, even when the referral was taken back', async () => {
    const file = await givenNamedFile(organisation)
    const subjectId = await refer(file, 'Zzlinked')
    await step(file, subjectId, 'told')
    const share = aShare(file.caseId, subjectId)
    await act(organisation.casey.token, makeShare, share)
    const earlier = await extractOf(file)
    expect(earlier(RECIPIENTS)).not.toContain('a link to the referral form was opened')
    await withToken(null, () =>
      POST(
        new Request(`http://localhost:3000/shared/${share.secret}?l=en`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ code: share.code }).toString(),
        }),
        { params: Promise.resolve({ secret: share.secret }) },
      ),
    )
    await act(organisation.casey.token, takeReferralBack, {
      caseId: file.caseId,
      subjectId,
      version: 1,
      mistake: 'wrong_file',
    })
    const read = await extractOf(file)
    expect(read(RECIPIENTS)).toContain('Zzlinked')
    expect(read(RECIPIENTS)).toContain('a link to the referral form was opened')
    expect(read(say('rights.extract.consultations'))).toContain(
      'a person outside the organisation, by a link: read it',
    )
  })

  it('is not whom a summary was made for: that it was handed over is not recorded', async () => {
    const file = await givenNamedFile(organisation)
    id(
      await act(organisation.casey.token, makeSummary, {
        caseId: file.caseId,
        audience: 'lawyer',
        sections: ['identity'],
        language: 'en',
        words: 'Zzcounsel',
        ground: 'legal_claims',
        recipient: '',
        reason: 'Invented reason',
      }),
      'summaryId',
    )
    const read = await extractOf(file)
    expect(read(RECIPIENTS)).toBe('')
    expect(read(SUMMARIES)).toContain('Zzcounsel')
  })

  it('is a guest who read, and none who did not', async () => {
    const file = await givenNamedFile(organisation)
    await act(organisation.casey.token, letGuestIn, {
      caseId: file.caseId,
      staffId: organisation.gus.id,
      guestKind: 'interpreter',
      parts: ['tasks'],
      until: addDays(today, 2),
      reason: 'Invented: one conversation.',
    })
    const earlier = await extractOf(file)
    expect(earlier(RECIPIENTS)).toBe('')
    expect(earlier(PREPARED)).toContain('a guest from outside (interpreter)')
    await openPage(organisation.gus.token, sharedPage, { params: { code: file.code } })
    const read = await extractOf(file)
    expect(read(RECIPIENTS)).toContain('read parts of the file once')
    expect(read(PREPARED)).not.toContain('a guest')
  })
})
