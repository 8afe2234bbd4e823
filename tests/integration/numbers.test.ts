import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveContact, takeContactBack } from '@/lib/contacts/contact.actions'
import { disconnect } from '@/lib/db/client'
import { findPeople } from '@/lib/people/search.actions'
import { openGiven } from '../support/given/given'
import { act } from '../support/handlers'
import { urls } from '../support/own-database'
import { openSuperuser } from '../support/superuser'

let owner: Awaited<ReturnType<typeof openSuperuser>>
const given = openGiven()
const organisation = given.organisation()
const [north, south] = [given.team(organisation), given.team(organisation)]
const worker = given.staff(organisation, 'caseworker', { teams: [north] })
const stranger = given.staff(organisation, 'caseworker', { teams: [south] })
const lead = given.staff(organisation, 'coordinator', { leads: [north] })
const token = {
  worker: given.tokenFor(worker),
  stranger: given.tokenFor(stranger),
  lead: given.tokenFor(lead),
}
const open = (more = {}, sealed = false) => {
  const file = given.file({ teamId: north, workerId: worker, ...more })
  return {
    ...file,
    personId: given.person({ caseIds: [file.id], createdBy: worker, name: 'Ombrelin Numero', sealed }),
  }
}

const CONTACT = {
  subjectId: '',
  version: 0,
  channel: 'phone',
  owner: 'own',
  whose: '',
  message: 'never',
  hours: '',
  language: '',
  mayKnow: '',
  sayWeAre: '',
  codeWord: '',
  words: '',
  confirmedOn: '',
  endedOn: '',
} as const

const write = async ({ id: caseId, personId }: ReturnType<typeof open>, value: string, more = {}) => {
  const answer = await act(token.worker, saveContact, { ...CONTACT, caseId, personId, value, ...more })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}
const found = async (who: keyof typeof token, sentence: string) => {
  const answer = await act(token[who], findPeople, { sentence, without: [], locked: [] })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.people.map(({ personId }) => personId)
}

const mine = open()
const changed = open()
const wrong = open()
const sealed = open({ kind: 'thb', secrecy: 'sealed' }, true)
const closing = open({}, true)
const old = open()
for (const { id: caseId } of [sealed, closing])
  for (const staffId of [worker, lead]) given.member({ caseId, staffId, addedBy: worker, kind: 'circle' })

beforeAll(async () => {
  owner = await openSuperuser()
  await given.save(owner)
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

describe('a telephone number', () => {
  it('finds whom it reaches in any format, within reach alone', async () => {
    await write(mine, '0470 11 22 33')
    for (const written of [
      '0470/11.22.33',
      '+32 470 11 22 33',
      '+32 (0)470-112233',
      'call 0032470112233 please',
    ])
      expect(await found('worker', written)).toEqual([mine.personId])
    expect(await found('lead', '470112233')).toEqual([mine.personId])
    expect(await found('stranger', '0470 11 22 33')).toEqual([])
    expect(await found('worker', '0470 11 22 34')).toEqual([])
  })

  it('that was a mistake finds no one any more', async () => {
    const { subjectId, version } = await write(wrong, '0471 00 00 01')
    expect(await found('worker', '0471000001')).toEqual([wrong.personId])
    await act(token.worker, takeContactBack, { caseId: wrong.id, subjectId, version, mistake: 'wrong_file' })
    expect(await found('worker', '0471000001')).toEqual([])
  })

  it('that was changed is found as it was and as it is', async () => {
    const { subjectId, version } = await write(changed, '0472 00 00 01')
    await write(changed, '0472 00 00 02', { subjectId, version })
    expect(await found('worker', '0472000001')).toEqual([changed.personId])
    expect(await found('worker', '0472000002')).toEqual([changed.personId])
  })

  it('leaves nothing to compare in a sealed file, and a file that is sealed later loses it', async () => {
    await write(sealed, '0473 00 00 01')
    await write(closing, '0473 00 00 02')
    expect(await found('worker', '0473000001')).toEqual([])
    expect(await found('worker', '0473000002')).toEqual([closing.personId])
    await owner.query("UPDATE case_file SET secrecy = 'sealed' WHERE id = $1", [closing.id])
    const { rows } = await owner.query(
      'SELECT number_mark AS mark FROM safe_contact WHERE case_id = ANY ($1)',
      [[sealed.id, closing.id]],
    )
    expect(rows).toEqual([{ mark: null }, { mark: null }])
  })

  it('stands in the database as a keyed mark that no digit is read from', async () => {
    await write(mine, '0475 98 76 54')
    const { rows } = await owner.query<{ mark: Buffer }>(
      'SELECT number_mark AS mark FROM safe_contact WHERE case_id = $1',
      [mine.id],
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { mark } of rows) {
      expect(mark).toHaveLength(32)
      expect(mark.toString('latin1')).not.toContain('47598')
    }
  })

  it('that was written before there were marks is found after they were written, once', async () => {
    await write(old, '0474 00 00 01')
    await owner.query('UPDATE safe_contact SET number_mark = NULL WHERE case_id = $1', [old.id])
    expect(await found('worker', '0474000001')).toEqual([])
    const run = () =>
      spawnSync(
        process.execPath,
        ['--conditions=react-server', '--import', 'tsx', 'scripts/mark-numbers.ts'],
        {
          env: { ...process.env, MIGRATE_DATABASE_URL: urls.migrate },
          encoding: 'utf8',
        },
      )
    const first = run()
    expect(first.stderr).toBe('')
    expect(first.status).toBe(0)
    expect(await found('worker', '0474000001')).toEqual([old.personId])
    expect(run().stdout).toMatch(/^0 numbers/)
    const { rows } = await owner.query(
      "SELECT bool_and(relforcerowsecurity) AS forced FROM pg_class WHERE relname IN ('safe_contact', 'guardianship_event', 'wrapped_key')",
    )
    expect(rows).toEqual([{ forced: true }])
  })
})
