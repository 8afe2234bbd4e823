import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import filePage from '@/app/(signed-in)/cases/[code]/page'
import sheetPage from '@/app/(signed-in)/cases/[code]/referrals/[referralId]/sheet/page'
import referralsPage from '@/app/(signed-in)/cases/[code]/referrals/page'
import traffickingPage from '@/app/(signed-in)/cases/[code]/trafficking/page'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { recordReferralStep, saveReferral } from '@/lib/referrals/referral.actions'
import { makeShare } from '@/lib/referrals/share.actions'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { toParts } from '@/lib/summaries/file.view'
import { readSummaryFile } from '@/lib/summaries/summary-page.data'
import { saveTraffickingAccount, takeTraffickingSignBack } from '@/lib/trafficking/account.actions'
import { findAccount } from '@/lib/trafficking/account.data'
import { openTraffickingFile } from '@/lib/trafficking/open.actions'
import { flip } from '../support/damage'
import { draw } from '../support/draw'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { aReferral, aStep } from '../support/given/referrals'
import { aShare } from '../support/given/shares'
import { anAccount } from '../support/given/trafficking'
import { act, openPage } from '../support/handlers'
import { say } from '../support/say'

// A person in a closed centre, known from an open file; the trafficking file beside it repeats nothing of it.

const today = dayOf(new Date())
let organisation: GivenOrganisation
let centre = ''
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  const [place] = await organisation.ask('SELECT label_en FROM place WHERE id = $1', [organisation.placeId])
  centre = String(place?.label_en)
})
afterAll(() => organisation.close())

const opened = z.object({ ok: z.literal(true), value: z.object({ caseId: z.string(), code: z.string() }) })
const given = async (isHeld: boolean) => {
  const open = await organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson({ ...emptyPerson, name: 'Kalimo Heldfictar' }, today),
      file: {
        kind: 'general',
        teamId: organisation.north,
        workerId: organisation.casey.id,
        openedOn: today,
        status: 'active',
        risk: 'low',
        secrecy: 'open',
        secondMemberId: null,
        nextStep: null,
        stay: isHeld ? { placeId: organisation.placeId, since: addDays(today, -24) } : null,
      },
    }),
  )
  const { caseId, code } = opened.parse(
    await act(organisation.casey.token, openTraffickingFile, {
      caseId: open.caseId,
      personId: open.personId,
      secondMemberId: organisation.cory.id,
      secondTask: 'Invented task',
    }),
  ).value
  return { open, caseId, code, personId: open.personId }
}
type Given = Awaited<ReturnType<typeof given>>

/** A critical signal of the open file that no one has answered. */
const raiseSignal = async ({ open }: Given): Promise<string> => {
  const [visitId, encounterId, signalId] = [newId(), newId(), newId()]
  await organisation.ask(
    'INSERT INTO visit (id, team_id, place_id, on_date, created_by) VALUES ($1, $2, $3, $4, $5)',
    [visitId, organisation.north, organisation.placeId, today, organisation.casey.id],
  )
  await organisation.ask(
    `INSERT INTO encounter (id, visit_id, case_id, person_id, place_id, met_on, position, outcome, author_id)
     VALUES ($1, $2, $3, $4, $5, $6, 1, 'seen', $7)`,
    [encounterId, visitId, open.caseId, open.personId, organisation.placeId, today, organisation.casey.id],
  )
  await organisation.ask(
    `INSERT INTO signal (id, encounter_id, case_id, code, severity, raised_by) VALUES ($1, $2, $3, 'suicide_risk', 'critical', $4)`,
    [signalId, encounterId, open.caseId, organisation.casey.id],
  )
  return signalId
}
const answer = (caseId: string, version: number, change = {}) =>
  act(organisation.casey.token, saveTraffickingAccount, anAccount(caseId, { version, ...change }))
const refer = async ({ caseId, personId }: Given, urgency: string, subjectId = '', version = 0) =>
  z
    .object({ value: z.object({ subjectId: z.string() }) })
    .parse(
      await act(
        organisation.casey.token,
        saveReferral,
        aReferral(caseId, personId, { urgency, subjectId, version }),
      ),
    ).value.subjectId
const show = async (page: Parameters<typeof openPage>[1], code: string, params = {}): Promise<string> => {
  const shown = await openPage(organisation.casey.token, page, { params: { code, ...params } })
  if (shown.outcome !== 'shown') throw new Error(`the page is ${shown.outcome}`)
  return draw(shown.node)
}
const sheet = ({ code }: Given, referralId: string) => show(sheetPage, code, { referralId })
/** Every way by which a sheet leaves. */
const leave = async (caseId: string, subjectId: string, version: number) => [
  await act(
    organisation.casey.token,
    recordReferralStep,
    aStep(caseId, subjectId, { kind: 'sent', on: today }),
  ),
  await act(organisation.casey.token, makeShare, aShare(caseId, subjectId, { version })),
]

/** A row of a sheet: its label, and what it says. */
const row = (label: string, value: string): RegExp =>
  new RegExp(`<dt[^>]*>${label}</dt><dd[^>]*>${value}</dd>`)

describe('the sheet of a trafficking file', () => {
  it('says where the person is and that they are held, though no one asked again', async () => {
    const file = await given(true)
    for (const page of [filePage, traffickingPage, referralsPage]) {
      const html = await show(page, file.code)
      expect(html).toContain(centre)
      expect(html).not.toContain('place not recorded')
    }
    const subjectId = await refer(file, 'now')
    const html = await sheet(file, subjectId)
    expect(html).toMatch(row(say('trafficking.sheet.held'), 'Yes'))
    expect(html).toMatch(row(say('trafficking.sheet.danger'), 'Not asked'))
    expect(html).toMatch(row(say('referrals.sheet.urgency'), say('referrals.urgency.now')))
    const signalId = await raiseSignal(file)
    expect(await sheet(file, subjectId)).toMatch(row(say('trafficking.sheet.danger'), 'Yes'))
    await organisation.ask('UPDATE signal SET answered_at = now(), answered_by = $2 WHERE id = $1', [
      signalId,
      organisation.casey.id,
    ])
    expect(await sheet(file, subjectId)).not.toMatch(row(say('trafficking.sheet.danger'), 'Yes'))
  })

  it('puts the place of the open file into a summary too', async () => {
    const file = await given(true)
    const parts = await organisation.casey.work(async (work) =>
      toParts(await readSummaryFile(work, file.caseId), today),
    )
    expect(JSON.stringify(parts)).toContain(centre)
  })

  it('does not leave while it contradicts the file: it says which two statements disagree, and where', async () => {
    const file = await given(true)
    await answer(file.caseId, 0, { held: 'no' })
    const subjectId = await refer(file, 'this_week')
    const page = await sheet(file, subjectId)
    expect(page).toContain(say('errors.sheetHeldNo'))
    expect(page).toContain(say('errors.sheetUrgencyHeld'))
    expect(page).toContain(
      `href="/cases/${file.code}/trafficking?file=${file.caseId}&amp;step=safety#account"`,
    )
    expect(page).toContain(`#referral-${subjectId}"`)
    // Nothing to print, to copy or to read off.
    expect(page).not.toMatch(/data-preview="sheet"|Copy as text|>Print</)
    expect(await show(referralsPage, file.code)).toContain(say('trafficking.contradicts'))
    await act(organisation.casey.token, recordReferralStep, aStep(file.caseId, subjectId, { on: today }))
    for (const refused of await leave(file.caseId, subjectId, 1))
      expect(refused).toMatchObject({ ok: false, code: 'sheetHeldNo' })
    await answer(file.caseId, 1, { held: 'yes' })
    for (const refused of await leave(file.caseId, subjectId, 1))
      expect(refused).toMatchObject({ ok: false, code: 'sheetUrgencyHeld' })
    expect(await organisation.ask('SELECT 1 FROM referral_share WHERE case_id = $1', [file.caseId])).toEqual(
      [],
    )
    expect(
      await organisation.ask(`SELECT 1 FROM referral_step WHERE case_id = $1 AND kind = 'sent'`, [
        file.caseId,
      ]),
    ).toEqual([])
    await refer(file, 'now', subjectId, 1)
    expect(await sheet(file, subjectId)).toContain('data-preview="sheet"')
    for (const left of await leave(file.caseId, subjectId, 2)) expect(left).toMatchObject({ ok: true })
  })

  it('neither guesses nor drops what is damaged: it says so, and the sheet does not leave', async () => {
    const file = await given(false)
    await answer(file.caseId, 0, {
      danger: 'yes',
      held: 'no',
      signsAny: ['documents_withheld', 'third_party_speaks'],
    })
    const subjectId = await refer(file, 'now')
    await act(organisation.casey.token, recordReferralStep, aStep(file.caseId, subjectId, { on: today }))
    expect(await sheet(file, subjectId)).toContain('data-preview="sheet"')
    const [sign] = await organisation.ask(
      'SELECT id, subject_id FROM trafficking_sign WHERE case_id = $1 ORDER BY id',
      [file.caseId],
    )
    await flip(organisation.ask, 'trafficking_sign', 'sign_cipher', 'WHERE id = $1', [sign?.id])
    const page = await show(traffickingPage, file.code)
    expect(page).toContain(`<strong>⚠ ${say('common.damaged.text').slice(0, 20)}`)
    expect(await sheet(file, subjectId)).toContain(say('errors.sheetDamaged'))
    for (const refused of await leave(file.caseId, subjectId, 1))
      expect(refused).toMatchObject({ ok: false, code: 'sheetDamaged' })
    const which = { caseId: file.caseId, subjectId: sign?.subject_id, version: 1 }
    expect(
      await act(organisation.casey.token, takeTraffickingSignBack, { ...which, mistake: 'wrong_file' }),
    ).toEqual({
      ok: false,
      code: 'contentDamaged',
    })
    await flip(organisation.ask, 'trafficking_sign', 'sign_cipher', 'WHERE id = $1', [sign?.id])
    expect(await sheet(file, subjectId)).toContain('data-preview="sheet"')

    await flip(organisation.ask, 'trafficking_account', 'answers_cipher', 'WHERE case_id = $1', [file.caseId])
    const account = await organisation.casey.work((work) => findAccount(work, file.caseId))
    expect(account).toMatchObject({ isDamaged: true, answers: { danger: 'unsure', held: 'unsure' } })
    expect(await show(traffickingPage, file.code)).toContain('The answers are damaged and cannot be read')
    for (const refused of await leave(file.caseId, subjectId, 1))
      expect(refused).toMatchObject({ ok: false, code: 'sheetDamaged' })
    // Asked again, it is known again; the damaged revision stays.
    expect(await answer(file.caseId, 1, { danger: 'yes' })).toMatchObject({ ok: true })
    expect(await show(traffickingPage, file.code)).not.toContain('The answers are damaged and cannot be read')
    expect(await sheet(file, subjectId)).toContain('data-preview="sheet"')
  })

  it('does not say that there is no danger over an unanswered critical signal', async () => {
    const file = await given(false)
    await answer(file.caseId, 0, { danger: 'no' })
    const subjectId = await refer(file, 'now')
    expect(await sheet(file, subjectId)).toContain('data-preview="sheet"')
    await raiseSignal(file)
    expect(await sheet(file, subjectId)).toContain(say('errors.sheetDangerNo'))
    const [sent] = await leave(file.caseId, subjectId, 1)
    expect(sent).toMatchObject({ code: 'sheetDangerNo' })
  })

  it('of a person who left detention does not say that they are held', async () => {
    const file = await given(true)
    await answer(file.caseId, 0, { held: 'yes' })
    const subjectId = await refer(file, 'now')
    await organisation.ask('UPDATE place_stay SET until = $2, version = version + 1 WHERE case_id = $1', [
      file.open.caseId,
      today,
    ])
    const [sent] = await leave(file.caseId, subjectId, 1)
    expect(sent).toMatchObject({ code: 'sheetHeldLeft' })
  })

  it('of the open file tells nothing of a place that only the trafficking file has', async () => {
    const file = await given(false)
    await organisation.ask(
      `INSERT INTO place_stay (id, case_id, person_id, place_id, since) VALUES ($1, $2, $3, $4, $5)`,
      [newId(), file.caseId, file.personId, organisation.placeId, today],
    )
    expect(await show(filePage, file.code)).toContain(centre)
    expect(await show(filePage, file.open.code)).not.toContain(centre)
  })
})
