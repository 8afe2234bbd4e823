import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { savePartner } from '@/lib/partners/partner.actions'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { readPartnerFigures } from '@/lib/referrals/partner-figures.data'
import type { PartnerFigures } from '@/lib/referrals/partner-figures.rules'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { aPartner } from '../support/given/partners'
import { act } from '../support/handlers'

// Figures of a partner beside a second count over the files that each reader may open; who may is said here by hand.

const today = dayOf(new Date())
type Reader = 'casey' | 'cory' | 'coral' | 'sol' | 'sola' | 'stranger'
const READERS: readonly Reader[] = ['casey', 'cory', 'coral', 'sol', 'sola', 'stranger']
type GivenFile = { caseId: string; personId: string; readBy: readonly Reader[]; by: string }

let organisation: GivenOrganisation
let files: readonly GivenFile[]
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  const { casey, cory, coral, sol, sola, north, south } = organisation
  const file = async (
    worker: GivenOrganisation['casey'],
    teamId: string,
    secrecy: 'open' | 'restricted' | 'sealed',
    second: GivenOrganisation['casey'] | null,
    readBy: readonly Reader[],
  ): Promise<GivenFile> => {
    const { caseId, personId } = await worker.work((work) =>
      insertPersonWithFile(work, {
        person: toNewPerson({ ...emptyPerson, name: 'Selamo Fictar' }, today),
        file: {
          ...{ kind: 'general', teamId, workerId: worker.id, openedOn: today, status: 'active', risk: 'low' },
          ...{ secrecy, secondMemberId: second?.id ?? null, nextStep: null, stay: null },
        },
      }),
    )
    return { caseId, personId, readBy, by: worker.id }
  }
  files = [
    await file(casey, north, 'open', null, ['casey', 'coral']),
    await file(cory, north, 'open', null, ['cory', 'coral']),
    await file(sol, south, 'open', null, ['sol', 'sola']),
    await file(casey, north, 'restricted', cory, ['casey', 'cory']),
    await file(cory, north, 'sealed', coral, ['cory', 'coral']),
    await file(sol, south, 'sealed', sola, ['sol', 'sola']),
  ]
})
afterAll(() => organisation.close())

const KINDS = [
  'told',
  'sent',
  'received',
  'accepted',
  'declined',
  'no_capacity',
  'person_declined',
  'no_answer',
  'outcome',
] as const
type DrawnStep = { readonly kind: (typeof KINDS)[number]; readonly day: number; readonly isUndone: boolean }
type Drawn = { readonly file: number; readonly isMistake: boolean; readonly steps: readonly DrawnStep[] }
const drawn: fc.Arbitrary<readonly Drawn[]> = fc.array(
  fc.record({
    file: fc.nat({ max: 5 }),
    isMistake: fc.constantFrom(false, false, false, true),
    steps: fc.array(
      fc.record({
        kind: fc.constantFrom(...KINDS),
        day: fc.nat({ max: 9 }),
        isUndone: fc.constantFrom(false, false, false, true),
      }),
      { minLength: 1, maxLength: 5, size: 'max' },
    ),
  }),
  { minLength: 2, maxLength: 8, size: 'max' },
)

/** Past every policy, as rows: what is asked is what a reader counts of them. */
const insert = async (partnerId: string, { file, isMistake, steps }: Drawn): Promise<void> => {
  const given = files[file]
  if (given === undefined) throw new Error('no such file')
  const subjectId = newId()
  const add = (id: string, revision: number, mistake: string | null) =>
    organisation.ask(
      `INSERT INTO referral (id, case_id, subject_id, revision, mistake, person_id, partner_id, kind, urgency, fields, language, to_cipher, asked_cipher, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'shelter', 'now', '{}', 'en', '\\x00', '\\x00', $8)`,
      [id, given.caseId, subjectId, revision, mistake, given.personId, partnerId, given.by],
    )
  await add(subjectId, 1, null)
  for (const { kind, day, isUndone } of steps) {
    const id = newId()
    const on = addDays('2026-11-01', day)
    const step = (stepId: string, what: string, takesBack: string | null) =>
      organisation.ask(
        `INSERT INTO referral_step (id, case_id, referral_id, kind, on_day, takes_back, created_by, ground, words_cipher)
         VALUES ($1, $2, $3, $4, $5, $6, $7, CASE WHEN $4 = 'sent' THEN 'vital_interest' END, CASE WHEN $4 = 'sent' THEN '\\x00'::bytea END)`,
        [stepId, given.caseId, subjectId, what, on, takesBack, given.by],
      )
    await step(id, kind, null)
    if (isUndone) await step(newId(), 'taken_back', id)
  }
  if (isMistake) await add(newId(), 2, 'recorded_twice')
}

type Counts = Pick<PartnerFigures, 'asked' | 'accepted' | 'refused' | 'waiting' | 'ended'>
const recount = (rows: readonly Drawn[], reader: Reader): Counts => {
  const counts = { asked: 0, accepted: 0, refused: 0, waiting: 0, ended: 0 }
  for (const { file, isMistake, steps } of rows) {
    if (isMistake || files[file]?.readBy.includes(reader) !== true) continue
    // Of one day the one that was written later comes later.
    const current = steps.filter(({ isUndone }) => !isUndone).sort((a, b) => a.day - b.day)
    if (!current.some(({ kind }) => kind === 'told' || kind === 'sent')) continue
    counts.asked += 1
    const answer = current.findLast(({ kind }) => ['accepted', 'declined', 'no_capacity'].includes(kind))
    if (answer !== undefined) counts[answer.kind === 'accepted' ? 'accepted' : 'refused'] += 1
    else
      counts[
        current.some(({ kind }) => kind === 'person_declined' || kind === 'outcome') ? 'ended' : 'waiting'
      ] += 1
  }
  return counts
}

it('counts for each reader the files that they may open, and is moved by no other one', async () => {
  let seen = 0
  await fc.assert(
    fc.asyncProperty(drawn, async (rows) => {
      const answer = await act(organisation.coral.token, savePartner, aPartner())
      if (!answer.ok) throw new Error(answer.code)
      const { partnerId } = answer.value
      for (const row of rows) await insert(partnerId, row)
      for (const reader of READERS) {
        const figures = await organisation[reader].work((work) => readPartnerFigures(work, [partnerId]))
        expect(figures, reader).toMatchObject(recount(rows, reader))
        seen += figures?.asked ?? 0
      }
      expect(await organisation.ada.work((work) => readPartnerFigures(work, [partnerId]))).toBeNull()
    }),
    { numRuns: 20, unbiased: true },
  )
  expect(seen).toBeGreaterThan(50)
})
