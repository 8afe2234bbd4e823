import { createElement } from 'react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import casePage from '@/app/(house)/cases/page'
import printPage from '@/app/(house)/cases/print/page'
import deadlinesPage from '@/app/(house)/deadlines/page'
import bookletPage from '@/app/(house)/handovers/[handoverId]/booklet/page'
import handoverPage from '@/app/(house)/handovers/[handoverId]/page'
import todayPage from '@/app/(house)/page'
import planSheetPage from '@/app/(house)/planning/[planId]/sheet/page'
import teamPage from '@/app/(house)/team/page'
import { FoundList } from '@/components/people/found-list'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { startHandover } from '@/lib/handovers/handover.actions'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { searchPeople } from '@/lib/people/search.data'
import { insertPlan } from '@/lib/planning/plan.data'
import { addDays, dayOf } from '@/lib/shared/dates'
import { saveTraffickingStage } from '@/lib/trafficking/stage.actions'
import { act, openPage } from '../support/doors'
import { draw } from '../support/draw'
import { type GivenHouse, givenCaseHouse } from '../support/given/case-house'

// A restricted file with a known code and known initials: in its members' own lists on screen, without the word for its kind,
// and on no paper. Each output is drawn as HTML and searched for it.

const today = dayOf(new Date())
let house: GivenHouse
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
  house = await givenCaseHouse()
  const given = (name: string) => ({
    person: toNewPerson({ ...emptyPerson, name }, today),
    file: {
      ...file,
      teamId: house.north,
      workerId: house.casey.id,
      stay: { placeId: house.placeId, since: addDays(today, -20) },
    },
  })
  open = await house.casey.work((work) => insertPersonWithFile(work, given('Open Fictar')))
  // Somebody whom no open file knows.
  secret = await house.casey.work(async (work) => {
    const made = await insertPersonWithFile(work, {
      ...given('Quenby Zzsecret'),
      file: {
        ...given('').file,
        kind: 'thb',
        secrecy: 'restricted',
        secondMemberId: house.coral.id,
      },
    })
    return made
  })
  await act(house.casey.token, saveTraffickingStage, {
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
})
afterAll(() => house.close())

type Who = 'casey' | 'cory' | 'coral' | 'sol' | 'sola' | 'ada' | 'stranger'
const show = async (
  who: Who,
  page: Parameters<typeof openPage>[1],
  at: Parameters<typeof openPage>[2] = {},
): Promise<string> => {
  const shown = await openPage(house[who].token, page, at)
  return shown.outcome === 'shown' ? draw(shown.node) : shown.outcome
}
/** The parts of a page that a printer gets. */
const printed = (html: string): string => {
  let left = html
  // Rows hold no rows: the shortest match from such a mark to the end of its element is the whole element.
  for (const tag of ['tr', 'li'])
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
    const { code } = await house.casey.work((work) =>
      insertPersonWithFile(work, {
        person: toNewPerson({ ...emptyPerson, name: 'Quiet Fictar' }, today),
        file: {
          ...file,
          secrecy: 'restricted',
          secondMemberId: house.coral.id,
          teamId: house.north,
          workerId: house.casey.id,
          stay: null,
        },
      }),
    )
    const { people } = await house.casey.work((work) =>
      searchPeople(work, { sentence: code, without: [], locked: [] }, 'en'),
    )
    const html = await draw(createElement(FoundList, { people }))
    expect(html).toContain(code)
    expect(html).not.toMatch(KIND)
  })

  it('stands in the deadlines of its members only as a deadline of a file, and is not printed with them', async () => {
    const [deadline] = await house.ask(
      `SELECT remind_on::text AS day FROM deadline WHERE case_id = $1 AND status = 'open'`,
      [secret.caseId],
    )
    const month = String(deadline?.day).slice(0, 7)
    for (const search of [{}, { view: 'month', month }]) {
      const html = await show('casey', deadlinesPage, { search })
      expect(html).toContain(secret.code)
      expect(html).toContain('A deadline of this file')
      expect(html).not.toMatch(KIND)
      expectAbsent(printed(html))
    }
  })

  it('stands on no sheet of a planned visit', async () => {
    const planId = await house.casey.work((work) =>
      insertPlan(work, {
        teamId: house.north,
        placeId: house.placeId,
        onDate: addDays(today, 7),
        startsAt: null,
        endsAt: null,
        visitors: [house.casey.id],
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
      await act(house.coral.token, startHandover, {
        colleague: `${house.casey.id}:${house.north}`,
        kind: 'permanent',
        until: '',
      }),
    ).value.handoverId
    const page = await show('coral', handoverPage, { params: { handoverId } })
    expect(page).toContain(secret.code)
    for (const search of [{}, { names: 'yes' }]) {
      const html = await show('coral', bookletPage, { params: { handoverId }, search })
      expect(html).toContain(open.code)
      expectAbsent(html)
    }
  })

  it('stands in no list and no number of others', async () => {
    // Cory becomes nobody's member; sola leads another office, ada reads no file.
    for (const page of [casePage, printPage, deadlinesPage, todayPage, teamPage] as const)
      for (const who of ['cory', 'sol', 'sola', 'ada', 'stranger'] as const)
        expectAbsent(await show(who, page))
    const count = await house.cory.work((work) =>
      work.tx.caseFile.count({ where: { secrecy: 'restricted' } }),
    )
    expect(count).toBe(0)
  })
})
