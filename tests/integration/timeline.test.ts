import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { insertNote } from '@/lib/cases/note.data'
import { pinEntry } from '@/lib/cases/pin.actions'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { listPinned, listTimeline } from '@/lib/timeline/timeline.data'
import type { Timeline } from '@/lib/timeline/timeline.view'
import { readTimelinePage } from '@/lib/timeline/timeline-page.data'
import { givenBareFile, givenMember } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const write = (caseId: string, kind: string, daysAgo: number, text = 'Words.') =>
  organisation.casey.work((work) =>
    insertNote(work, { caseId, kind, happenedOn: addDays(today, -daysAgo), text }),
  )

/** A file with a conversation in it, as a visit writes it. */
const givenMet = async () => {
  const { caseId, personId, code } = await organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson({ ...emptyPerson, name: 'Kalimo Fictar' }, today),
      file: {
        kind: 'detention',
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
  return { caseId, code, encounterId }
}
const idsOf = ({ items }: Timeline) => items.map(({ id }) => id)

describe('the timeline', () => {
  it('shows the kinds that are asked for, several at once, and what the application wrote only when nothing or that is asked', async () => {
    const { caseId, encounterId } = await givenMet()
    const call = await write(caseId, 'call', 1)
    const letter = await write(caseId, 'document', 2)
    await organisation.coral.work(async (work) => {
      await work.audit({ event: 'case.edited', caseId, version: 2 })
      // Who only looked has changed nothing.
      await work.audit({ event: 'case.opened', caseId })
    })
    const show = (kinds: Parameters<typeof listTimeline>[2]) =>
      organisation.coral.work((work) => listTimeline(work, caseId, kinds))
    const rest = { before: null, since: null }
    expect(idsOf(await show({ ...rest, kinds: [] }))).toEqual([encounterId, `changes-${today}`, call, letter])
    expect(idsOf(await show({ ...rest, kinds: ['call', 'visit'] }))).toEqual([encounterId, call])
    expect(idsOf(await show({ ...rest, kinds: ['document'] }))).toEqual([letter])
    expect(await show({ ...rest, kinds: ['change'] })).toMatchObject({
      items: [{ on: today, lines: [{ event: 'case.edited', name: 'coral Invented' }] }],
      more: null,
    })
    expect(idsOf(await show({ ...rest, kinds: ['change', 'document'] }))).toEqual([
      `changes-${today}`,
      letter,
    ])
  })

  it('is turned page by page with its filters: every entry once, in order, each page with whole days', async () => {
    const { id: caseId, code } = await givenBareFile(organisation)
    const calls: string[] = []
    for (let day = 0; day < 30; day += 1) {
      // Two on one day; the ones between are of another kind.
      if (day % 10 === 0) calls.push(await write(caseId, 'call', day))
      calls.push(await write(caseId, 'call', day))
      await write(caseId, 'meeting', day)
    }
    const seen: string[] = []
    let before: string | null = null
    let pages = 0
    do {
      const search: Record<string, string> = before === null ? { kind: 'call' } : { kind: 'call', before }
      const page = await organisation.casey.work((work) =>
        readTimelinePage(work, { params: { code }, search }),
      )
      if (page.type !== 'file') throw new Error('one file was meant')
      seen.push(...idsOf(page.part.timeline))
      before = page.part.timeline.more
      pages += 1
    } while (before !== null)
    expect(pages).toBe(2)
    expect(new Set(seen)).toEqual(new Set(calls))
    expect(seen).toHaveLength(calls.length)
  })

  it('since the last review shows what was written, corrected or answered after it, and says nothing of "since" before one', async () => {
    const { caseId, code, encounterId } = await givenMet()
    const old = await write(caseId, 'note', 1)
    const corrected = await write(caseId, 'note', 2)
    const open = async () => {
      const page = await organisation.coral.work((work) =>
        readTimelinePage(work, { params: { code }, search: { new: '1' } }),
      )
      if (page.type !== 'file') throw new Error('one file was meant')
      return page.part
    }
    expect((await open()).address.isNew).toBe(false)
    await organisation.ask(`UPDATE note SET created_at = now() - interval '2 days' WHERE case_id = $1`, [
      caseId,
    ])
    await organisation.ask(`UPDATE encounter SET created_at = now() - interval '2 days' WHERE id = $1`, [
      encounterId,
    ])
    await organisation.ask(`UPDATE case_file SET last_reviewed_at = now() - interval '1 day' WHERE id = $1`, [
      caseId,
    ])
    await organisation.ask('UPDATE note SET edited_at = now() WHERE id = $1', [corrected])
    const fresh = await write(caseId, 'note', 3)
    const written = async () => idsOf((await open()).timeline).filter((id) => !id.startsWith('changes'))
    expect(await written()).toEqual([corrected, fresh])
    await organisation.ask(
      `INSERT INTO signal (id, encounter_id, case_id, code, severity, raised_by) VALUES ($1, $2, $3, 'self_harm', 'watch', $4)`,
      [newId(), encounterId, caseId, organisation.casey.id],
    )
    expect(await written()).toEqual([encounterId, corrected, fresh])
    expect(await written()).not.toContain(old)
  })
})

describe('a pin', () => {
  const pin = (caseId: string, entryId: string, change: Record<string, unknown> = {}) => ({
    caseId,
    type: 'note',
    entryId,
    version: 1,
    isPinned: true,
    ...change,
  })
  const auditLog = (caseId: string) =>
    organisation.ask(
      "SELECT actor_id, detail FROM audit_event WHERE event = 'entry.pinned' AND case_id = $1",
      [caseId],
    )
  const pinned = (caseId: string) =>
    organisation.coral.work(async (work) => (await listPinned(work, caseId)).map(({ id }) => id))

  it('puts a note or a conversation on top for everyone of the file, the latest first, and comes off, each with its trace', async () => {
    const { caseId, code, encounterId } = await givenMet()
    const noteId = await write(caseId, 'note', 5)
    expect(await act(organisation.casey.token, pinEntry, pin(caseId, noteId))).toEqual({
      ok: true,
      value: { version: 2 },
    })
    expect(
      await act(organisation.coral.token, pinEntry, pin(caseId, encounterId, { type: 'encounter' })),
    ).toMatchObject({ ok: true })
    expect(await pinned(caseId)).toEqual([encounterId, noteId])
    const page = await organisation.coral.work((work) =>
      readTimelinePage(work, { params: { code }, search: {} }),
    )
    expect(page.type === 'file' && page.part.pinned.map(({ id }) => id)).toEqual([encounterId, noteId])
    // The text is untouched, and so is its version.
    expect(await organisation.ask('SELECT version FROM note WHERE id = $1', [noteId])).toEqual([
      { version: 1 },
    ])
    expect(
      await act(organisation.coral.token, pinEntry, pin(caseId, noteId, { version: 2, isPinned: false })),
    ).toMatchObject({ ok: true })
    expect(await pinned(caseId)).toEqual([encounterId])
    expect((await auditLog(caseId)).map(({ actor_id }) => actor_id)).toEqual([
      organisation.casey.id,
      organisation.coral.id,
      organisation.coral.id,
    ])
  })

  it('is set once however often it is sent; who comes second, or with an old version, is told', async () => {
    const { id: caseId } = await givenBareFile(organisation)
    const noteId = await write(caseId, 'note', 0)
    const requestId = randomUUID()
    const first = await act(organisation.casey.token, pinEntry, pin(caseId, noteId), requestId)
    expect(await act(organisation.casey.token, pinEntry, pin(caseId, noteId), requestId)).toEqual(first)
    for (const change of [{}, { version: 1, isPinned: false }])
      expect(await act(organisation.coral.token, pinEntry, pin(caseId, noteId, change))).toEqual({
        ok: false,
        code: 'changedMeanwhile',
        theirs: { version: 2 },
      })
    expect(await auditLog(caseId)).toHaveLength(1)
  })

  it('is shut to an admin and a guest, finds nothing out of reach or in another file, and takes known kinds only', async () => {
    const { id: caseId } = await givenBareFile(organisation)
    const noteId = await write(caseId, 'note', 0)
    await givenMember(organisation, caseId, organisation.gus.id, 'guest')
    for (const who of ['ada', 'gus'] as const)
      expect(await act(organisation[who].token, pinEntry, pin(caseId, noteId))).toEqual({
        ok: false,
        code: 'forbidden',
      })
    for (const who of ['cory', 'sola', 'stranger'] as const)
      expect(await act(organisation[who].token, pinEntry, pin(caseId, noteId))).toEqual({
        ok: false,
        code: 'notFound',
      })
    const other = await givenBareFile(organisation)
    for (const change of [{ caseId: other.id }, { entryId: newId() }, { type: 'encounter' }])
      expect(await act(organisation.casey.token, pinEntry, pin(caseId, noteId, change))).toEqual({
        ok: false,
        code: 'notFound',
      })
    expect(
      await act(organisation.casey.token, pinEntry, pin(caseId, noteId, { type: 'task' })),
    ).toMatchObject({
      code: 'invalid',
    })
  })

  it('is one of seven at most', async () => {
    const { id: caseId } = await givenBareFile(organisation)
    for (let count = 0; count < 7; count += 1)
      expect(
        await act(organisation.casey.token, pinEntry, pin(caseId, await write(caseId, 'note', count))),
      ).toMatchObject({ ok: true })
    expect(
      await act(organisation.casey.token, pinEntry, pin(caseId, await write(caseId, 'note', 8))),
    ).toEqual({
      ok: false,
      code: 'tooManyPins',
    })
  })
})
