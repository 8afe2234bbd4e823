import { afterAll, beforeAll, expect, it } from 'vitest'
import asylumPage from '@/app/(signed-in)/cases/[code]/asylum/page'
import detentionPage from '@/app/(signed-in)/cases/[code]/detention/page'
import guardianshipPage from '@/app/(signed-in)/cases/[code]/guardianship/page'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { beginEpisode, recordDetentionEvent } from '@/lib/detention/episode.actions'
import { recordGuardianship } from '@/lib/guardianship/event.actions'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { dayOf } from '@/lib/shared/dates'
import { draw } from '../support/draw'
import { givenAsylum } from '../support/given/asylum'
import { eventInput, givenPeople } from '../support/given/episode'
import { aGuardianshipEvent } from '../support/given/guardianship'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, openPage } from '../support/handlers'
import { say } from '../support/say'

// What happened in a month of which no one knows the day starts no clock: the page says so and whom to ask. Silence is no answer.

const ASKED = say('deadlines.noExactDay')
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const show = async (page: Parameters<typeof openPage>[1], code: string): Promise<string> => {
  const shown = await openPage(organisation.casey.token, page, { params: { code } })
  if (shown.outcome !== 'shown') throw new Error(shown.outcome)
  return draw(shown.node)
}
const count = async (caseId: string) =>
  (await organisation.casey.work((work) => listDeadlines(work, caseId))).filter(
    ({ status }) => status === 'open',
  ).length

it('a step of the procedure asks for its day, until it is known', async () => {
  const { caseId, code, record } = await givenAsylum(organisation)
  await record('lodged', { on: '06/2026' })
  expect(await count(caseId)).toBe(0)
  expect(await show(asylumPage, code)).toContain(ASKED)
  await record('made', { on: '03/06/2026' })
  expect(await count(caseId)).toBeGreaterThan(0)
})

it('so does an order of detention', async () => {
  const { caseId, code, personIds } = await givenPeople(organisation)
  const input = {
    caseId,
    personIds,
    placeId: organisation.placeId,
    since: '2026-11-02',
    arrestContext: 'border',
  }
  const begun = await act(organisation.casey.token, beginEpisode, input)
  if (!begun.ok) throw new Error(begun.code)
  const { episodeId } = begun.value
  const more = { orderKind: 'initial', ground: 'art_7' }
  const said = eventInput({ caseId, episodeId }, 'ordered', '11/2026', more)
  expect(await act(organisation.casey.token, recordDetentionEvent, said)).toMatchObject({ ok: true })
  expect(await show(detentionPage, code)).toContain(ASKED)
})

it('and so does the report of a minor', async () => {
  const today = dayOf(new Date())
  const minor = { ...emptyPerson, name: 'Mirabel Verzonnen', ageAnswer: 'years', ageYears: '16' } as const
  const { caseId, code, personId } = await organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson(minor, today),
      file: {
        kind: 'uam',
        teamId: organisation.north,
        workerId: organisation.casey.id,
        openedOn: today,
        status: 'active',
        risk: 'low',
        secrecy: 'open',
        secondMemberId: null,
        nextStep: null,
        stay: null,
      },
    }),
  )
  const said = aGuardianshipEvent(caseId, personId, 'reported', {
    form: 'ngo',
    outcome: 'by_phone',
    on: '11/2026',
  })
  expect(await act(organisation.casey.token, recordGuardianship, said)).toMatchObject({ ok: true })
  expect(await show(guardianshipPage, code)).toContain(ASKED)
})
