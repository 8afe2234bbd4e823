import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import deadlinesPage from '@/app/(signed-in)/cases/[code]/deadlines/page'
import detentionPage from '@/app/(signed-in)/cases/[code]/detention/page'
import procedurePage from '@/app/(signed-in)/cases/[code]/procedure/page'
import { recordEvent } from '@/lib/asylum/event.actions'
import { beginEpisode, recordDetentionEvent } from '@/lib/detention/episode.actions'
import { readProcedurePage } from '@/lib/procedure/procedure-page.data'
import { addDays, dayOf } from '@/lib/shared/dates'
import { draw } from '../support/draw'
import { anEvent, givenWay } from '../support/given/asylum'
import { givenBareFile } from '../support/given/bare-file'
import { eventInput, givenPeople } from '../support/given/episode'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, openPage } from '../support/handlers'
import { say } from '../support/say'

// What several rooms recorded is one story: in the order of its days, with the deadlines that follow, and what may come next.

const today = dayOf(new Date())
const ago = (days: number) => addDays(today, -days)
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const written = z.object({ ok: z.literal(true), value: z.record(z.string(), z.unknown()) })
const idIn = (answer: unknown, name: string): string => String(written.parse(answer).value[name])
const show = async (
  page: Parameters<typeof openPage>[1],
  code: string,
  search: Record<string, string> = {},
): Promise<string> => {
  const shown = await openPage(organisation.casey.token, page, { params: { code }, search })
  if (shown.outcome !== 'shown') throw new Error(shown.outcome)
  return draw(shown.node)
}
const read = async (code: string) => {
  const data = await organisation.casey.work((work) =>
    readProcedurePage(work, { params: { code }, search: {} }),
  )
  if (data.type !== 'file') throw new Error('two files')
  return data.part
}

/** A person who is held, and no order is on record. */
const givenHeld = async () => {
  const { caseId, code, personIds } = await givenPeople(organisation)
  const episodeId = idIn(
    await act(organisation.casey.token, beginEpisode, {
      caseId,
      personIds,
      placeId: organisation.placeId,
      since: ago(20),
      arrestContext: 'border',
    }),
    'episodeId',
  )
  const order = async () => {
    const asked = { orderKind: 'initial', ground: 'art_7' }
    const input = eventInput({ caseId, episodeId }, 'ordered', ago(20), asked)
    return idIn(await act(organisation.casey.token, recordDetentionEvent, input), 'eventId')
  }
  return { caseId, code, episodeId, order }
}

/** A person who applied at the border and is held there. */
const givenStory = async () => {
  const { caseId, code, episodeId, order } = await givenHeld()
  const ordered = await order()
  const applicationId = await givenWay(organisation, caseId, 'border')
  const record = async (kind: string, change: Record<string, unknown>) =>
    idIn(
      await act(organisation.casey.token, recordEvent, anEvent(caseId, applicationId, kind, change)),
      'eventId',
    )
  return { caseId, code, episodeId, ordered, record }
}

describe('the procedures of a file', () => {
  it('are one story in the order of their days, whichever room recorded them and whenever', async () => {
    const { code, ordered, record } = await givenStory()
    const lodged = await record('lodged', { on: ago(10) })
    const made = await record('made', { on: ago(25) })
    const part = await read(code)
    expect(part.past.map(({ id }) => id)).toEqual([made, ordered, lodged])
    expect(part.past.map(({ strand }) => strand)).toEqual(['asylum', 'detention', 'asylum'])
    const html = await show(procedurePage, code)
    const places = [`#event-${made}`, `#event-${ordered}`, `#event-${lodged}`, say('procedure.next.title')]
    const at = places.map((place) => html.indexOf(place))
    expect(at.every((one) => one > 0)).toBe(true)
    expect(at).toEqual(at.toSorted((a, b) => a - b))
  })

  it('say where they are, and have each open deadline at its day, with its rule and how sure it is', async () => {
    const { code, record } = await givenStory()
    await record('lodged', { on: ago(10) })
    const part = await read(code)
    const deadlines = part.ahead.filter((item) => item.type === 'deadline')
    expect(new Set(deadlines.map(({ strand }) => strand))).toEqual(new Set(['asylum', 'detention']))
    const days = deadlines.map(({ on }) => on ?? today)
    expect(days).toEqual(days.toSorted())
    const html = await show(procedurePage, code)
    expect(html).toContain(say('asylum.state.lodged'))
    for (const { deadline } of deadlines) {
      expect(html).toContain(`id="deadline-${deadline.id}"`)
      expect(html).toContain(`/deadlines/rules/${deadline.rule.code}`)
      expect(html).toContain(deadline.rule.title.en)
    }
    expect(html).toContain(say('deadlines.status.verified'))
    // Each of them has its place on the one clock.
    const marks = part.clock.lanes.flatMap((lane) => lane.marks)
    expect(marks.length).toBeGreaterThan(deadlines.length / 2)
  })

  it('tell of a day that others set once: its deadline, and no second row', async () => {
    const { code, record } = await givenStory()
    await record('made', { on: ago(15) })
    const interview = await record('interview', {
      on: addDays(today, 6),
      form: 'cgrs',
      outcome: 'planned',
    })
    const part = await read(code)
    expect(part.ahead.filter((item) => item.type === 'event')).toEqual([])
    const told = part.ahead.flatMap((item) => (item.type === 'deadline' ? [item.deadline] : []))
    expect(told.find(({ causeRef }) => causeRef === interview)).toMatchObject({
      dueOn: addDays(today, 6),
      rule: { meaning: 'attend' },
    })
    expect(await show(procedurePage, code)).not.toContain(`#event-${interview}`)
  })

  it('name what may come next by its rule, and lead to the form that begins with it', async () => {
    const { code, episodeId, record } = await givenStory()
    await record('made', { on: ago(15) })
    const html = await show(procedurePage, code)
    expect(html).toContain(`event=petition_filed#recorder-${episodeId}`)
    expect(html).toContain('event=registered#record')
    expect(html).toContain('/deadlines/rules/CC_NEXT')
    const form = await show(detentionPage, code, { event: 'petition_filed' })
    expect(form).toMatch(new RegExp(`<details id="record-${episodeId}"[^>]* open`))
    expect(form).toMatch(/<option value="petition_filed" selected/)
    expect(await show(detentionPage, code)).not.toMatch(/<option value="petition_filed" selected/)
  })

  it('say for how long someone is held with no order, on each page that would be calm otherwise, until one is recorded', async () => {
    const { code, episodeId, order } = await givenHeld()
    const finding = say('detention.episode.loose.held', { days: 21 })
    for (const page of [procedurePage, deadlinesPage, detentionPage]) {
      const html = await show(page, code)
      expect(html).toContain(finding)
      expect(html).toContain(`event=ordered#recorder-${episodeId}`)
    }
    await order()
    for (const page of [procedurePage, deadlinesPage, detentionPage])
      expect(await show(page, code)).not.toContain(finding)
  })

  it('say of a file without any that nothing is recorded, and offer every kind of event', async () => {
    const { code } = await givenBareFile(organisation)
    const html = await show(procedurePage, code)
    expect(html).toContain(say('procedure.emptyWhat'))
    expect(html).toContain(say('procedure.add.title'))
    expect(html).toContain('<option value="cgrs_decision"')
  })
})
