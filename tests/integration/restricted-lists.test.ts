import { createElement } from 'react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import casePage from '@/app/(signed-in)/cases/page'
import printPage from '@/app/(signed-in)/cases/print/page'
import reviewPage from '@/app/(signed-in)/cases/review/[reviewId]/page'
import summaryPage from '@/app/(signed-in)/cases/review/[reviewId]/summary/page'
import reviewsPage from '@/app/(signed-in)/cases/review/page'
import deadlinesPage from '@/app/(signed-in)/deadlines/page'
import minorsPage from '@/app/(signed-in)/guardianship/page'
import bookletPage from '@/app/(signed-in)/handovers/[handoverId]/booklet/page'
import handoverPage from '@/app/(signed-in)/handovers/[handoverId]/page'
import startPage from '@/app/(signed-in)/handovers/new/page'
import todayPage from '@/app/(signed-in)/page'
import planSheetPage from '@/app/(signed-in)/planning/[planId]/sheet/page'
import weekPage from '@/app/(signed-in)/planning/page'
import teamPage from '@/app/(signed-in)/team/page'
import { FoundList } from '@/components/people/found-list'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { startHandover } from '@/lib/handovers/handover.actions'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { searchPeople } from '@/lib/people/search.data'
import { insertPlan } from '@/lib/planning/plan.data'
import { decideFile } from '@/lib/reviews/decision.actions'
import { startReview } from '@/lib/reviews/review.actions'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { saveTraffickingStage } from '@/lib/trafficking/stage.actions'
import { draw } from '../support/draw'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, openPage } from '../support/handlers'
import { say } from '../support/say'

// A restricted file with a known code and known initials: in its members' own lists on screen, without the word for its kind,
// and on no paper. Each output is drawn as HTML and searched for it.

const today = dayOf(new Date())
let organisation: GivenOrganisation
let open: { caseId: string; personId: string; code: string }
let secret: { caseId: string; personId: string; code: string }
const INITIALS = 'Q. Z.'
/** In no list and on no paper. The menu and the filters are part of a page too. */
const KIND = /traffick|restricted|sealed|victim/i

const file = {
  kind: 'detention',
  openedOn: today,
  status: 'active',
  risk: 'high',
  secrecy: 'open' as const,
  secondMemberId: null,
  nextStep: { text: 'Invented step', on: addDays(today, 2) },
}
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  const given = (name: string) => ({
    person: toNewPerson({ ...emptyPerson, name }, today),
    file: {
      ...file,
      teamId: organisation.north,
      workerId: organisation.casey.id,
      stay: { placeId: organisation.placeId, since: addDays(today, -20) },
    },
  })
  open = await organisation.casey.work((work) => insertPersonWithFile(work, given('Open Fictar')))
  // Someone whom no open file knows.
  secret = await organisation.casey.work(async (work) => {
    const made = await insertPersonWithFile(work, {
      ...given('Quenby Zzsecret'),
      file: {
        ...given('').file,
        kind: 'thb',
        secrecy: 'restricted',
        secondMemberId: organisation.coral.id,
      },
    })
    return made
  })
  await act(organisation.casey.token, saveTraffickingStage, {
    caseId: secret.caseId,
    subjectId: '',
    version: 0,
    kind: 'provisional',
    on: today,
    condition: '',
    holds: '',
    reason: '',
    words: '',
  })
  await organisation.ask(`UPDATE deadline SET remind_on = $2 WHERE case_id = $1 AND status = 'open'`, [
    secret.caseId,
    addDays(today, 1),
  ])
  // A signal without an answer in each: the word for the one would say what the file is about.
  for (const [{ caseId, personId }, code] of [
    [secret, 'trafficking_suspected'],
    [open, 'suicide_risk'],
  ] as const) {
    const [visitId, encounterId] = [newId(), newId()]
    await organisation.ask(
      'INSERT INTO visit (id, team_id, place_id, on_date, created_by) VALUES ($1, $2, $3, $4, $5)',
      [visitId, organisation.north, organisation.placeId, today, organisation.casey.id],
    )
    await organisation.ask(
      `INSERT INTO encounter (id, visit_id, case_id, person_id, place_id, met_on, position, outcome, author_id)
       VALUES ($1, $2, $3, $4, $5, $6, 1, 'seen', $7)`,
      [encounterId, visitId, caseId, personId, organisation.placeId, today, organisation.casey.id],
    )
    await organisation.ask(
      `INSERT INTO signal (id, encounter_id, case_id, code, severity, raised_by) VALUES ($1, $2, $3, $4, 'serious', $5)`,
      [newId(), encounterId, caseId, code, organisation.casey.id],
    )
  }
})
afterAll(() => organisation.close())

type Who = 'casey' | 'cory' | 'coral' | 'sol' | 'sola' | 'ada' | 'stranger'
const show = async (
  who: Who,
  page: Parameters<typeof openPage>[1],
  at: Parameters<typeof openPage>[2] = {},
): Promise<string> => {
  const shown = await openPage(organisation[who].token, page, at)
  return shown.outcome === 'shown' ? draw(shown.node) : shown.outcome
}
/** The parts of a page that a printer gets. */
const printed = (html: string): string => {
  let left = html
  // Rows hold no rows: the shortest match from such a mark to the end of its element is the whole element.
  for (const tag of ['tr', 'li', 'article', 'section'])
    left = left.replace(new RegExp(`<${tag}\\b[^>]*data-print="no"[^>]*>[\\s\\S]*?</${tag}>`, 'g'), '')
  return left
}
const expectAbsent = (html: string) => {
  expect(html).not.toContain(secret.code)
  expect(html).not.toContain(INITIALS)
  expect(html).not.toContain('Zzsecret')
  expect(html).not.toContain(secret.caseId)
}

describe('a restricted file', () => {
  it('stands in the caseload of its members without the word for its kind, and is not printed with the page', async () => {
    for (const who of ['casey', 'coral'] as const) {
      const html = await show(who, casePage)
      expect(html).toContain(secret.code)
      expect(html).not.toMatch(KIND)
      expect(printed(html)).toContain(open.code)
      expectAbsent(printed(html))
    }
  })

  it('stands on no printed caseload, and in no number of it', async () => {
    const html = await show('casey', printPage)
    expect(html).toContain(open.code)
    expectAbsent(html)
    expect(html).not.toMatch(KIND)
    expect(html).toContain('One file')
  })

  it('of another kind is found by its member, without the word', async () => {
    const { code } = await organisation.casey.work((work) =>
      insertPersonWithFile(work, {
        person: toNewPerson({ ...emptyPerson, name: 'Quiet Fictar' }, today),
        file: {
          ...file,
          secrecy: 'restricted',
          secondMemberId: organisation.coral.id,
          teamId: organisation.north,
          workerId: organisation.casey.id,
          stay: null,
        },
      }),
    )
    const { people } = await organisation.casey.work((work) =>
      searchPeople(work, { sentence: code, without: [], locked: [] }, 'en'),
    )
    const html = await draw(createElement(FoundList, { people }))
    expect(html).toContain(code)
    expect(html).not.toMatch(KIND)
  })

  it('stands in the deadlines of its members only as a deadline of a file, and is not printed with them', async () => {
    const [deadline] = await organisation.ask(
      `SELECT remind_on::text AS day FROM deadline WHERE case_id = $1 AND status = 'open'`,
      [secret.caseId],
    )
    const month = String(deadline?.day).slice(0, 7)
    for (const search of [{}, { view: 'month', month }]) {
      const html = await show('casey', deadlinesPage, { search })
      expect(html).toContain(secret.code)
      expect(html).toContain(say('deadlines.house.hidden'))
      expect(html).not.toMatch(KIND)
      expectAbsent(printed(html))
    }
  })

  it('stands on Today of its members without the word for its kind, and is not printed with it', async () => {
    for (const who of ['casey', 'coral'] as const) {
      const html = await show(who, todayPage)
      expect(html).toContain(secret.code)
      // Of the open file the word is said, of this one only how bad it is.
      expect(html).toContain('Suicide risk')
      expect(html).toContain(say('deadlines.house.hidden'))
      expect(html).not.toMatch(KIND)
      expect(printed(html)).toContain(open.code)
      expectAbsent(printed(html))
    }
  })

  it('is reviewed by its members without the word for its kind, and is not printed with the review', async () => {
    const { reviewId } = z
      .object({ ok: z.literal(true), value: z.object({ reviewId: z.string() }) })
      .parse(await act(organisation.coral.token, startReview, { query: 'kind=thb' })).value
    const at = { params: { reviewId } }
    const html = await show('coral', reviewPage, at)
    expect(html).toContain(secret.code)
    expect(html).toContain(say('deadlines.house.hidden'))
    expect(html).not.toMatch(KIND)
    expectAbsent(printed(html))
    await act(organisation.coral.token, decideFile, {
      reviewId,
      caseId: secret.caseId,
      decision: 'task',
      text: 'Call them',
      dueIn: 'none',
      reviewAfter: 30,
      seconds: 5,
      shownId: null,
    })
    const summary = await show('coral', summaryPage, at)
    expect(summary).toContain(secret.code)
    expect(summary).not.toMatch(KIND)
    expectAbsent(printed(summary))
    expect(printed(summary)).not.toContain('Call them')
  })

  it('stands on no sheet of a planned visit', async () => {
    const planId = await organisation.casey.work((work) =>
      insertPlan(work, {
        teamId: organisation.north,
        placeId: organisation.placeId,
        onDate: addDays(today, 7),
        startsAt: null,
        endsAt: null,
        visitors: [organisation.casey.id],
        people: [secret, open].map(({ caseId, personId }) => ({ caseId, personId, reason: null })),
      }),
    )
    for (const search of [{}, { names: 'yes' }]) {
      const html = await show('casey', planSheetPage, { params: { planId }, search })
      expect(html).toContain(open.code)
      expectAbsent(html)
    }
  })

  it('stands in no booklet of a hand-over, and in the hand-over without the word', async () => {
    const handoverId = z.object({ ok: z.literal(true), value: z.object({ handoverId: z.string() }) }).parse(
      await act(organisation.coral.token, startHandover, {
        colleague: `${organisation.casey.id}:${organisation.north}`,
        kind: 'permanent',
        until: '',
      }),
    ).value.handoverId
    const page = await show('coral', handoverPage, { params: { handoverId } })
    expect(page).toContain(secret.code)
    // One sentence of the page is about all files of this organisation.
    expect(page.replace(say('handovers.othersWhat'), '')).not.toMatch(KIND)
    expect(printed(page)).toContain(open.code)
    expectAbsent(printed(page))
    for (const search of [{}, { names: 'yes' }]) {
      const html = await show('coral', bookletPage, { params: { handoverId }, search })
      expect(html).toContain(open.code)
      expectAbsent(html)
    }
  })

  it('changes no list and no number of a coordinator who is not its member', async () => {
    const pages = {
      casePage,
      printPage,
      deadlinesPage,
      todayPage,
      teamPage,
      reviewsPage,
      weekPage,
      startPage,
      minorsPage,
    }
    const look = async () => {
      const seen: Record<string, string> = {}
      // Only the hour of the print is new.
      for (const [name, page] of Object.entries(pages))
        seen[name] = (await show('sola', page)).replace(/<time[^>]*T\d\d:.*?<\/time>/g, '')
      return seen
    }
    // Its worker has an open file too, so that every list has something to show.
    const given = (name: string, secrecy: 'open' | 'restricted') =>
      organisation.sol.work((work) =>
        insertPersonWithFile(work, {
          person: toNewPerson({ ...emptyPerson, name, ageAnswer: 'years', ageYears: '16' }, today),
          file: {
            ...file,
            nextStep: { text: 'Invented step', on: addDays(today, -2) },
            secrecy,
            secondMemberId: secrecy === 'open' ? null : organisation.casey.id,
            teamId: organisation.south,
            workerId: organisation.sol.id,
            stay: { placeId: organisation.placeId, since: addDays(today, -20) },
          },
        }),
      )
    const beside = await given('Beside Fictar', 'open')
    const before = await look()
    expect(before.casePage).toContain(beside.code)
    expect(before.teamPage).toContain('sol Invented')
    await given('Hidden Fictar', 'restricted')
    expect(await look()).toEqual(before)
    await given('Another Fictar', 'open')
    expect(await look()).not.toEqual(before)
  })

  it('stands in no list and no number of others', async () => {
    // Cory becomes no one’s member; sola leads another office, ada reads no file.
    for (const page of [casePage, printPage, deadlinesPage, todayPage, teamPage] as const)
      for (const who of ['cory', 'sol', 'sola', 'ada', 'stranger'] as const)
        expectAbsent(await show(who, page))
    const count = await organisation.cory.work((work) =>
      work.tx.caseFile.count({ where: { secrecy: 'restricted' } }),
    )
    expect(count).toBe(0)
  })
})
