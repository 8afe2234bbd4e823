import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import FilePage from '@/app/(house)/cases/[code]/page'
import { getToday } from '@/lib/cases/today.data'
import { openInEmergency } from '@/lib/circles/glass.actions'
import { disconnect } from '@/lib/db/client'
import { withWork } from '@/lib/db/work'
import { countNotices } from '@/lib/notices/notice.data'
import { findAlike } from '@/lib/people/alike.actions'
import { newCode } from '@/lib/shared/ids'
import { act, openPage } from '../support/doors'
import { openGiven } from '../support/given/house'
import { urls } from '../support/own-database'
import { openSuperuser } from '../support/superuser'
import { countRows } from './nobody'

// What a house looks like to each outsider, before a sealed file exists and after it has had a whole life.

const given = openGiven()
const home = given.organisation()
const team = given.team(home)
const placeId = given.place()
const worker = given.staff(home, 'caseworker', { teams: [team] })
const second = given.staff(home, 'caseworker', { teams: [team] })
const outsiders = {
  teamMate: given.staff(home, 'caseworker', { teams: [team] }),
  coordinator: given.staff(home, 'coordinator', { leads: [team] }),
  admin: given.staff(home, 'admin'),
  guest: given.staff(home, 'guest'),
  stranger: given.staff(given.organisation(), 'coordinator'),
} as const
const open = given.file({ teamId: team, workerId: outsiders.teamMate })
given.person({ caseIds: [open.id], createdBy: outsiders.teamMate })
given.note({ caseId: open.id, authorId: outsiders.teamMate })
const insiders = { worker, second }
const tokens = new Map(
  Object.entries({ ...outsiders, ...insiders }).map(([who, id]) => [who, given.tokenFor(id)]),
)
const sealedCode = { value: newCode() }
const NAME = 'Zzverzegeld Onbekend'

let owner: pg.Client
beforeAll(async () => {
  owner = await openSuperuser()
  await given.save(owner)
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

/** Lists, counts, matches, notices, the page of the code and the answer of the glass, as one colleague finds them. */
const look = async (who: string) => {
  const token = tokens.get(who) ?? ''
  const alike = await act(token, findAlike, { name: NAME.slice(0, 6), nationality: '', placeId: '' })
  const page = await openPage(token, FilePage, { params: { code: sealedCode.value } })
  const glass = await act(token, openInEmergency, {
    code: sealedCode.value,
    kind: 'danger',
    reason: 'Verzonnen reason of twenty characters.',
  })
  // What one's own tries leave behind is not what is compared.
  await owner.query('DELETE FROM glass_try')
  await owner.query('DELETE FROM receipt')
  const rows = [...(await countRows(owner, urls.app, token))].sort(([a], [b]) => (a < b ? -1 : 1))
  const today = await withWork(token, async (work) => JSON.stringify(await getToday(work)))
  const unread = await withWork(token, countNotices)
  return JSON.parse(JSON.stringify({ rows, today, unread, alike, page: page.outcome, glass }))
}

/** A sealed file with something of everything, in life and at its end. */
const live = async () => {
  const life = openGiven()
  const file = life.file({ teamId: team, workerId: worker, secrecy: 'sealed', kind: 'thb' })
  sealedCode.value = file.code
  for (const staffId of [worker, second])
    life.member({ caseId: file.id, staffId, addedBy: worker, kind: 'circle' })
  const personId = life.person({ caseIds: [file.id], createdBy: worker, sealed: true, name: NAME })
  const noteId = life.note({ caseId: file.id, authorId: worker })
  life.noteRevision({ caseId: file.id, noteId })
  life.task({ caseId: file.id, assignedTo: worker })
  life.goal({ caseId: file.id, createdBy: worker })
  life.comment({ caseId: file.id, authorId: worker })
  life.fileClosing({ caseId: file.id, createdBy: worker })
  life.summary({ caseId: file.id, createdBy: worker })
  life.asylum({ caseId: file.id, createdBy: worker })
  life.registers({ caseId: file.id, personId, createdBy: worker })
  life.deadline({ caseId: file.id, ruleId: life.rule(), createdBy: worker, dueOn: '2026-11-20' })
  const { id: episodeId } = life.episode({ caseId: file.id, createdBy: worker })
  life.stay({ caseId: file.id, personId, placeId, episodeId })
  life.wish({ caseId: file.id, personId, authorId: worker })
  life.trail({ actorId: worker, event: 'case.opened', caseId: file.id })
  await life.save(owner)
  await owner.query(
    "UPDATE case_file SET risk = 'high', next_step_on = '2026-11-20', silence_on = '2026-10-01', status = 'closed', closed_on = '2026-11-21', version = version + 3 WHERE id = $1",
    [file.id],
  )
  return file.id
}

describe('the whole life of a sealed file', () => {
  it('changes nothing that an outsider of any role can count, list, match, be told or ask', async () => {
    const everybody = [...Object.keys(outsiders), 'worker']
    const before = new Map<string, unknown>()
    for (const who of everybody) before.set(who, await look(who))
    await live()
    for (const who of Object.keys(outsiders))
      expect({ who, ...Object(await look(who)) }).toEqual({ who, ...Object(before.get(who)) })
    // The same eyes see it where it may be seen, so that the silence above means something.
    expect(await look('worker')).not.toEqual(before.get('worker'))
  })
})
