import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endGuestStay, letGuestIn } from '@/lib/circles/guest.actions'
import { listGuests } from '@/lib/circles/guest.data'
import { disconnect } from '@/lib/db/client'
import { NotFound } from '@/lib/db/errors'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newCode, newId } from '@/lib/shared/ids'
import { insertTask } from '@/lib/tasks/task.data'
import { listShared, readShared } from '@/lib/today/shared.data'
import { givenBareFile } from '../support/given/bare-file'
import { givenStaffOf } from '../support/given/colleague'
import { type GivenOrganisation, type GivenStaff, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

const today = dayOf(new Date())
const invitation = (caseId: string, guest: GivenStaff, over: Record<string, unknown> = {}) => ({
  caseId,
  staffId: guest.id,
  guestKind: 'interpreter',
  parts: ['tasks'],
  until: addDays(today, 2),
  reason: 'Verzonnen: one conversation.',
  ...over,
})
const given = async () => ({
  guest: await givenStaffOf(organisation, 'guest', null),
  file: await givenBareFile(organisation),
})
const memberIdOf = (heard: unknown): string => {
  if (typeof heard === 'object' && heard !== null && 'value' in heard) {
    const { value } = heard
    if (typeof value === 'object' && value !== null && 'id' in value) return String(value.id)
  }
  throw new Error(JSON.stringify(heard))
}

describe('letting a guest in', () => {
  it('is for the worker and who leads the office, and for no one else', async () => {
    const { guest, file } = await given()
    for (const who of [organisation.cory, organisation.sola, organisation.stranger])
      expect(await act(who.token, letGuestIn, invitation(file.id, guest))).toMatchObject({ code: 'notFound' })
    for (const who of [organisation.ada, guest])
      expect(await act(who.token, letGuestIn, invitation(file.id, guest))).toMatchObject({
        code: 'forbidden',
      })
    expect(await act(organisation.coral.token, letGuestIn, invitation(file.id, guest))).toMatchObject({
      ok: true,
    })
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, added_by) VALUES ($1, $2, $3, 'support', $4)`,
      [newId(), file.id, organisation.cory.id, organisation.casey.id],
    )
    expect(await act(organisation.cory.token, letGuestIn, invitation(file.id, guest))).toMatchObject({
      code: 'notTheWorker',
    })
  })

  it('takes accounts of guests alone, from today on, for thirty days at most', async () => {
    const { guest, file } = await given()
    const ask = (over: Record<string, unknown>) =>
      act(organisation.casey.token, letGuestIn, invitation(file.id, guest, over))
    expect(await ask({ staffId: organisation.cory.id })).toMatchObject({
      fields: { staffId: 'unknownChoice' },
    })
    expect(await ask({ until: addDays(today, -1) })).toMatchObject({ fields: { until: 'untilPassed' } })
    expect(await ask({ until: addDays(today, 30) })).toMatchObject({ fields: { until: 'guestTooLong' } })
    expect(await ask({ parts: ['everything'] })).toMatchObject({ code: 'invalid' })
    expect(await ask({ until: addDays(today, 29) })).toMatchObject({ ok: true })
    await expect(
      organisation.ask(
        `INSERT INTO case_member (id, case_id, staff_id, kind, guest_kind, valid_until, added_by)
         VALUES ($1, $2, $3, 'guest', 'lawyer', now() + interval '31 days', $4)`,
        [newId(), file.id, guest.id, organisation.casey.id],
      ),
    ).rejects.toThrow(/guest_month/)
  })

  it('for longer is another row with its own reason, and the first is over', async () => {
    const { guest, file } = await given()
    const first = memberIdOf(await act(organisation.casey.token, letGuestIn, invitation(file.id, guest)))
    await expect(
      organisation.casey.work((work) =>
        work.tx.caseMember.updateMany({
          where: { id: first },
          data: { validUntil: new Date(Date.now() + 20 * 86_400_000) },
        }),
      ),
    ).rejects.toThrow(/42501/)
    const more = invitation(file.id, guest, {
      parts: ['people'],
      reason: 'Verzonnen: a second conversation.',
    })
    const second = memberIdOf(await act(organisation.casey.token, letGuestIn, more))
    expect(await organisation.coral.work((work) => listGuests(work, file.id))).toMatchObject([
      { id: second, parts: ['people'], reason: more.reason, guestKind: 'interpreter' },
    ])
    expect(await guest.work(listShared)).toMatchObject([{ id: file.id, parts: ['people'] }])
  })

  it('ends at a press, at the next statement', async () => {
    const { guest, file } = await given()
    const memberId = memberIdOf(await act(organisation.casey.token, letGuestIn, invitation(file.id, guest)))
    await guest.work(async (work) => {
      expect(await readShared(work, file.code)).toMatchObject({ file: { code: file.code }, people: null })
      expect(
        await act(organisation.casey.token, endGuestStay, { caseId: file.id, memberId, version: 1 }),
      ).toMatchObject({ ok: true })
      await expect(readShared(work, file.code)).rejects.toBeInstanceOf(NotFound)
    })
    expect(
      await act(organisation.casey.token, endGuestStay, { caseId: file.id, memberId, version: 2 }),
    ).toMatchObject({ code: 'notFound' })
  })
})

describe('what a guest reads', () => {
  it('is their tasks and not those of others, and of a file nothing that was not given', async () => {
    const { guest, file } = await given()
    await act(organisation.casey.token, letGuestIn, invitation(file.id, guest))
    const task = (assignedTo: string, text: string) =>
      organisation.casey.work((work) => insertTask(work, { caseId: file.id, text, assignedTo, dueOn: null }))
    await task(guest.id, 'Verzonnen: call on Friday.')
    await task(organisation.casey.id, 'Verzonnen: not for guests.')
    const read = await guest.work((work) => readShared(work, file.code))
    expect(read.tasks?.map(({ text }) => text)).toEqual(['Verzonnen: call on Friday.'])
    expect([read.people, read.deadlines, read.notes]).toEqual([null, null, null])
    await guest.work(async (work) => {
      expect(await work.tx.caseFile.count()).toBe(0)
      expect(await work.tx.casePerson.count()).toBe(0)
      expect(await work.tx.note.count()).toBe(0)
      expect(await work.tx.auditEvent.count()).toBe(0)
      expect(await work.tx.caseMember.count()).toBe(0)
      expect(await work.tx.task.count()).toBe(1)
    })
    const stranger = await givenStaffOf(organisation, 'guest', null)
    await expect(stranger.work((work) => readShared(work, file.code))).rejects.toBeInstanceOf(NotFound)
    await expect(guest.work((work) => readShared(work, newCode()))).rejects.toBeInstanceOf(NotFound)
  })

  it('names of a restricted file come with the part, numbers and origins do not', async () => {
    const guest = await givenStaffOf(organisation, 'guest', null)
    const [id, code, personId] = [newId(), newCode(), newId()]
    await organisation.ask(
      `INSERT INTO case_file (id, code, kind, secrecy, team_id, worker_id, opened_on, created_by)
       VALUES ($1, $2, 'detention', 'restricted', $3, $4, '2026-07-01', $4)`,
      [id, code, organisation.north, organisation.casey.id],
    )
    await organisation.ask('INSERT INTO person (id, code, created_by) VALUES ($1, $2, $3)', [
      personId,
      newCode(),
      organisation.casey.id,
    ])
    await organisation.ask('INSERT INTO case_person (case_id, person_id) VALUES ($1, $2)', [id, personId])
    await organisation.ask(
      `INSERT INTO person_name (id, person_id, kind, text, circle_case_id) VALUES ($1, $2, 'as_said', 'Verzonnen', $3)`,
      [newId(), personId, id],
    )
    await organisation.ask(
      `INSERT INTO person_origin (id, person_id, kind, country, certainty) VALUES ($1, $2, 'birth', 'GN', 'said')`,
      [newId(), personId],
    )
    const stay = (parts: string) =>
      organisation.ask(
        `INSERT INTO case_member (id, case_id, staff_id, kind, guest_kind, parts, valid_until, added_by)
         VALUES ($1, $2, $3, 'guest', 'interpreter', $4, now() + interval '1 hour', $5)`,
        [newId(), id, guest.id, parts, organisation.casey.id],
      )
    await stay('{tasks}')
    await guest.work(async (work) => expect(await work.tx.personName.count()).toBe(0))
    await stay('{people}')
    await guest.work(async (work) => {
      expect(await work.tx.personName.count()).toBe(1)
      expect(await work.tx.personOrigin.count()).toBe(0)
    })
  })
})
