import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import casePage from '@/app/(signed-in)/cases/page'
import printPage from '@/app/(signed-in)/cases/print/page'
import reviewPage from '@/app/(signed-in)/cases/review/[reviewId]/page'
import visitPage from '@/app/(signed-in)/detention/new/page'
import handoverPage from '@/app/(signed-in)/handovers/[handoverId]/page'
import planPage from '@/app/(signed-in)/planning/new/page'
import weekPage from '@/app/(signed-in)/planning/page'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { listShownPeople } from '@/lib/cases/shown-people.data'
import { startHandover } from '@/lib/handovers/handover.actions'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { startReview } from '@/lib/reviews/review.actions'
import { DISCREET, DISCREET_COOKIE } from '@/lib/shared/cookie.rules'
import { addDays, dayOf } from '@/lib/shared/dates'
import { draw } from '../support/draw'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, openPage } from '../support/handlers'

// docs/adr/0123: a person is in the caseload by name for those who may open the file, by initials on paper and in discreet mode.

const today = dayOf(new Date())
const NAME = 'Nadia Zzname'
const STEP = 'Call the sister of Nadia'
const INITIALS = 'N. Z.'
let organisation: GivenOrganisation
let file: { caseId: string; code: string }

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  file = await organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson({ ...emptyPerson, name: NAME }, today),
      file: {
        teamId: organisation.north,
        workerId: organisation.casey.id,
        kind: 'general',
        openedOn: today,
        status: 'active',
        risk: 'high',
        secrecy: 'open',
        secondMemberId: null,
        nextStep: { text: STEP, on: addDays(today, 2) },
        stay: { placeId: organisation.placeId, since: addDays(today, -20) },
      },
    }),
  )
})
afterAll(() => organisation.close())

type Who = 'casey' | 'coral' | 'cory' | 'sola' | 'stranger'
const show = async (
  who: Who,
  page: Parameters<typeof openPage>[1],
  at: Parameters<typeof openPage>[2] = {},
): Promise<string> => {
  const shown = await openPage(organisation[who].token, page, at)
  return shown.outcome === 'shown' ? draw(shown.node) : shown.outcome
}
const discreet = { preferences: [[DISCREET_COOKIE, DISCREET]] } as const

describe('the caseload', () => {
  it('names the people of files that the reader may open, and no one else’s', async () => {
    for (const who of ['casey', 'coral'] as const) {
      const html = await show(who, casePage)
      expect(html).toContain(NAME)
      expect(html).toContain(file.code)
      expect(html).toContain(STEP)
    }
    for (const who of ['cory', 'sola', 'stranger'] as const) {
      const html = await show(who, casePage)
      expect(html).not.toContain(NAME)
      expect(html).not.toContain(file.code)
    }
    const seen = await organisation.sola.work((work) => listShownPeople(work, [file.caseId], false))
    expect(seen.size).toBe(0)
  })

  it('sends neither a name nor the words of a step to a device in discreet mode', async () => {
    const html = await show('casey', casePage, discreet)
    expect(html).toContain(INITIALS)
    expect(html).toContain(file.code)
    expect(html).not.toContain('Nadia')
    // Anything else in the cookie is no.
    const odd = { preferences: [[DISCREET_COOKIE, 'perhaps']] } as const
    expect(await show('casey', casePage, odd)).toContain(NAME)
  })

  it('is printed with initials and the day of a step alone', async () => {
    const html = await show('casey', printPage)
    expect(html).toContain(INITIALS)
    expect(html).toContain(file.code)
    expect(html).not.toContain('Nadia')
  })

  it('has no name in an address', async () => {
    const html = await show('casey', casePage)
    const addresses = [...html.matchAll(/(?:href|action|title)="([^"]*)"/g)].map(([, said]) => said)
    expect(addresses.some((said) => said?.includes(file.code))).toBe(true)
    expect(addresses.filter((said) => /nadia|zzname/i.test(decodeURIComponent(said ?? '')))).toEqual([])
  })
})

describe('a visit, the planner, a review and a hand-over', () => {
  const slugOf = async (): Promise<string> =>
    String((await organisation.ask('SELECT slug FROM place WHERE id = $1', [organisation.placeId]))[0]?.slug)
  const started = async (): Promise<string> => {
    const answer = await act(organisation.coral.token, startReview, { query: '' })
    if (!answer.ok) throw new Error(answer.code)
    return answer.value.reviewId
  }
  const prepared = async (): Promise<string> => {
    const answer = await act(organisation.coral.token, startHandover, {
      colleague: `${organisation.casey.id}:${organisation.north}`,
      kind: 'permanent',
      until: '',
    })
    if (!answer.ok) throw new Error(answer.code)
    return answer.value.handoverId
  }

  it('name the person to those who may open the file, and to a discreet device by initials alone', async () => {
    const search = { centre: await slugOf() }
    const [reviewId, handoverId] = [await started(), await prepared()]
    const pages = [
      ['casey', visitPage, { search }],
      ['casey', weekPage, {}],
      ['casey', planPage, { search }],
      ['coral', weekPage, {}],
      ['coral', reviewPage, { params: { reviewId } }],
      ['coral', handoverPage, { params: { handoverId } }],
    ] as const
    for (const [who, page, at] of pages) {
      const html = await show(who, page, at)
      expect(html).toContain(NAME)
      expect(html).toContain(file.code)
      // The file that a review has open names its people by every name, as each page of a file does.
      if (page === reviewPage) continue
      const hidden = await show(who, page, { ...at, ...discreet })
      expect(hidden).toContain(INITIALS)
      expect(hidden).toContain(file.code)
      expect(hidden).not.toContain(NAME)
    }
    for (const who of ['cory', 'sola'] as const)
      for (const [page, at] of [
        [visitPage, { search }],
        [weekPage, {}],
        [planPage, { search }],
      ] as const) {
        const html = await show(who, page, at)
        expect(html).not.toContain(NAME)
        expect(html).not.toContain(file.code)
      }
  })

  it('have no name in an address', async () => {
    for (const page of [visitPage, weekPage, planPage]) {
      const html = await show('casey', page, { search: { centre: await slugOf() } })
      const addresses = [...html.matchAll(/(?:href|action|title)="([^"]*)"/g)].map(([, said]) => said ?? '')
      expect(addresses.filter((said) => /nadia|zzname/i.test(decodeURIComponent(said)))).toEqual([])
    }
  })
})
