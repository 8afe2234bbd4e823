import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { closeFile } from '@/lib/closings/closing.actions'
import { readClosingPage } from '@/lib/closings/closing-page.data'
import { listOpenThings } from '@/lib/closings/open-thing.data'
import { recordReferralStep, saveReferral, takeReferralStepBack } from '@/lib/referrals/referral.actions'
import { makeShare } from '@/lib/referrals/share.actions'
import { LEVEL_FOR, SUMMARY_AUDIENCES, TICKED } from '@/lib/summaries/level.rules'
import { makeSummary } from '@/lib/summaries/summary.actions'
import { readSummary } from '@/lib/summaries/summary-page.data'
import { listTimeline } from '@/lib/timeline/timeline.data'
import { givenFullFile } from '../support/given/full-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { aReferral, aStep } from '../support/given/referrals'
import { aShare } from '../support/given/shares'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const idOf = (answer: unknown, name: string): string =>
  String(z.object({ value: z.record(z.string(), z.unknown()) }).parse(answer).value[name])

/** A referral that was told, to a person whose name is found again wherever it turns up. */
const givenTold = async () => {
  const file = await givenFullFile(organisation)
  const referral = aReferral(file.caseId, file.personId, { to: 'Zzmaison Qqinventee', kind: 'health' })
  const subjectId = idOf(await act(organisation.casey.token, saveReferral, referral), 'subjectId')
  await act(organisation.casey.token, recordReferralStep, aStep(file.caseId, subjectId))
  return { ...file, subjectId }
}

describe('a file that is closed', () => {
  const open = (caseId: string) =>
    organisation.casey.work(async (work) => listOpenThings(work, await getCaseHeader(work, caseId)))
  const step = (caseId: string, subjectId: string, kind: string) =>
    act(organisation.casey.token, recordReferralStep, aStep(caseId, subjectId, { kind }))

  it('asks about a referral that waits for an answer, and about none that has one', async () => {
    const { caseId, subjectId } = await givenTold()
    expect(await open(caseId)).toContainEqual({
      kind: 'referral',
      ref: subjectId,
      on: '2026-11-20',
      to: 'Zzmaison Qqinventee',
    })
    await step(caseId, subjectId, 'accepted')
    expect((await open(caseId)).map(({ kind }) => kind)).not.toContain('referral')
  })

  it('keeps why a referral stays open', async () => {
    const { caseId } = await givenTold()
    const things = await open(caseId)
    const [file] = await organisation.ask('SELECT version FROM case_file WHERE id = $1', [caseId])
    const closed = await act(organisation.casey.token, closeFile, {
      caseId,
      version: file?.version,
      reason: 'goal_reached',
      left: Object.fromEntries(things.map(({ kind, ref }) => [`${kind}_${ref}`, 'followedElsewhere'])),
      words: '',
    })
    expect(closed).toMatchObject({ ok: true })
    const left = await organisation.ask(
      `SELECT reason FROM case_leftover WHERE case_id = $1 AND kind = 'referral'`,
      [caseId],
    )
    expect(left).toEqual([{ reason: 'followedElsewhere' }])
  })

  it('says how many links it closes', async () => {
    const { caseId, subjectId, code } = await givenTold()
    const links = async () => {
      const data = await organisation.casey.work((work) =>
        readClosingPage(work, { params: { code }, search: {} }),
      )
      return data.type === 'file' ? data.part.links : null
    }
    expect(await links()).toBe(0)
    await act(organisation.casey.token, makeShare, aShare(caseId, subjectId))
    expect(await links()).toBe(1)
  })
})

describe('the timeline', () => {
  it('has each step of a referral on its day, and none that was taken back', async () => {
    const { caseId, subjectId } = await givenTold()
    const sent = idOf(
      await act(organisation.casey.token, recordReferralStep, aStep(caseId, subjectId, { kind: 'sent' })),
      'stepId',
    )
    const steps = async () =>
      (await organisation.casey.work((work) => listTimeline(work, caseId))).items.flatMap((item) =>
        item.type === 'event' && item.room === 'referrals' ? [`${item.on} ${item.step} ${item.to}`] : [],
      )
    expect((await steps()).sort()).toEqual([
      '2026-11-20 sent Zzmaison Qqinventee',
      '2026-11-20 told Zzmaison Qqinventee',
    ])
    await act(organisation.casey.token, takeReferralStepBack, { caseId, subjectId, stepId: sent })
    expect(await steps()).toEqual(['2026-11-20 told Zzmaison Qqinventee'])
  })
})

describe('a summary', () => {
  const made = async (caseId: string, audience: string) => {
    const answer = await act(organisation.casey.token, makeSummary, {
      caseId,
      audience,
      sections: ['referrals'],
      language: 'en',
      words: '',
      ground: audience === 'colleague' ? '' : 'legal_claims',
      recipient: '',
      reason: audience === 'colleague' ? '' : 'Verzonnen',
    })
    const summaryId = idOf(answer, 'summaryId')
    const { parts } = await organisation.casey.work((work) => readSummary(work, summaryId))
    return parts.flatMap(({ items }) => items.flatMap(({ facts }) => facts.map(({ piece }) => piece)))
  }

  it('names to whom a person was referred to the lawyer alone, and to others what kind of help', async () => {
    const { caseId } = await givenTold()
    expect(await made(caseId, 'lawyer')).toEqual([
      'referralTo',
      'referralKind',
      'referralState',
      'referralOn',
    ])
    expect(await made(caseId, 'organisation')).toEqual(['referralKind', 'referralState', 'referralOn'])
  })

  it('never has it ticked before someone ticks it, and has none without identity, in the page and in the database', async () => {
    for (const audience of SUMMARY_AUDIENCES.codes) expect(TICKED[audience]).not.toContain('referrals')
    const { caseId } = await givenTold()
    const unnamed = {
      caseId,
      audience: 'discussion',
      sections: ['referrals'],
      language: 'en',
      words: '',
      ground: '',
      recipient: '',
      reason: '',
    }
    expect(LEVEL_FOR.discussion).toBe('unnamed')
    expect(await act(organisation.casey.token, makeSummary, unnamed)).toMatchObject({ code: 'invalid' })
    const forged = { audience: 'discussion', level: 'unnamed', code: 'ZZZ-ZZZX', language: 'en' }
    await expect(
      organisation.casey.work((work) =>
        work.tx.caseSummary.createMany({
          data: [
            {
              id: crypto.randomUUID(),
              caseId,
              sections: ['referrals'],
              createdBy: organisation.casey.id,
              ...forged,
            },
          ],
        }),
      ),
    ).rejects.toThrow()
  })
})
