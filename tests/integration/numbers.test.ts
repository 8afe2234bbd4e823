import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addNumber, withdrawClaim } from '@/lib/cases/claim.actions'
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

const addOf = (who: keyof typeof token, of: ReturnType<typeof open>, text: string, more = {}) =>
  act(token[who], addNumber, {
    caseId: of.id,
    personId: of.personId,
    kind: 'immigration_office',
    text,
    replacesId: '',
    written: [],
    ...more,
  })
const add = async (...asked: Parameters<typeof addOf>) => {
  const answer = await addOf(...asked)
  if (!answer.ok) throw new Error(answer.code)
}
const idOf = async ({ personId }: ReturnType<typeof open>): Promise<string> => {
  const { rows } = await owner.query<{ id: string }>(
    "SELECT id FROM person_identifier WHERE person_id = $1 AND kind <> 'phone' ORDER BY id DESC LIMIT 1",
    [personId],
  )
  return rows[0]?.id ?? ''
}

const mine = open()
const known = open()
const ending = open()
const corrected = open()
const doubted = open()
const inside = open({ secrecy: 'restricted' })
const later = open({}, true)
const changed = open()
const wrong = open()
const sealed = open({ kind: 'thb', secrecy: 'sealed' }, true)
const closing = open({}, true)
const old = open()
given.member({ caseId: inside.id, staffId: worker, addedBy: worker, kind: 'circle' })
for (const { id: caseId } of [sealed, closing, later])
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

  it('is found by its last six digits and more, however they are set, and not by digits that only end alike', async () => {
    await write(ending, '0476 44 55 66')
    for (const written of ['445566', '44 55 66', '76 44 55 66', 'someone with 44 55 66'])
      expect(await found('worker', written), written).toEqual([ending.personId])
    expect(await found('stranger', '445566')).toEqual([])
    expect(await found('worker', '77445566')).toEqual([])
    expect(await found('worker', '5566')).toEqual([])
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
    await add('worker', old, '4.567.891')
    await owner.query('UPDATE safe_contact SET number_mark = NULL, tail_mark = NULL WHERE case_id = $1', [
      old.id,
    ])
    await owner.query(
      'UPDATE person_identifier SET number_mark = NULL, tail_mark = NULL WHERE person_id = $1',
      [old.personId],
    )
    for (const written of ['0474000001', '4567891', '7891'])
      expect(await found('worker', written)).toEqual([])
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
    for (const written of ['0474000001', '474 00 00 01', '4567891', '7891'])
      expect(await found('worker', written)).toEqual([old.personId])
    expect(run().stdout).toMatch(/^0 numbers/)
    const { rows } = await owner.query(
      "SELECT bool_and(relforcerowsecurity) AS forced FROM pg_class WHERE relname IN ('safe_contact', 'guardianship_event', 'person_identifier', 'case_person', 'wrapped_key')",
    )
    expect(rows).toEqual([{ forced: true }])
  })
})

describe('the number of an authority', () => {
  it('finds the person whatever stands between its digits, and by its last four or more, within reach alone', async () => {
    await add('worker', known, 'SP 8.123.456')
    for (const written of ['8123456', '8 123 456', 'OE 8/123/456', 'sp8.123.456', '3456', '23456', '123 456'])
      expect(await found('worker', written), written).toEqual([known.personId])
    expect(await found('lead', '8123456')).toEqual([known.personId])
    for (const written of ['8123456', '3456']) expect(await found('stranger', written)).toEqual([])
    expect(await found('worker', '9123456')).toEqual([])
    expect(await found('worker', '456')).toEqual([])
  })

  it('is written by those who may change the file, and by no one else', async () => {
    expect(await addOf('stranger', known, '8.222.333')).toMatchObject({ ok: false, code: 'notFound' })
    expect(await addOf('worker', { ...known, personId: corrected.personId }, '8.222.333')).toMatchObject({
      ok: false,
      code: 'notFound',
    })
  })

  it('that fails its check is asked about, and is written as on the paper when someone says so', async () => {
    const wrong = { kind: 'national' }
    expect(await addOf('worker', doubted, '85.07.30-033 29', wrong)).toMatchObject({
      ok: false,
      fields: { text: 'numberCheckDigits' },
    })
    expect(await addOf('worker', doubted, '12')).toMatchObject({ fields: { text: 'numberTooShort' } })
    expect(await addOf('worker', doubted, 'XY 12345678901 Q')).toMatchObject({
      fields: { text: 'numberForm' },
    })
    await add('worker', doubted, '85.07.30-033 29', { ...wrong, written: ['to_confirm'] })
    expect(await found('worker', '85073003329')).toEqual([doubted.personId])
    const { rows } = await owner.query('SELECT to_confirm FROM person_identifier WHERE id = $1', [
      await idOf(doubted),
    ])
    expect(rows).toEqual([{ to_confirm: true }])
  })

  it('is corrected by another one, and withdrawn: what is no longer said is readable and not found', async () => {
    await add('worker', corrected, '7.000.001')
    const before = await idOf(corrected)
    await add('worker', corrected, '7.000.012', { replacesId: before })
    expect(await found('worker', '7000001')).toEqual([])
    expect(await found('worker', '7000012')).toEqual([corrected.personId])
    expect(await addOf('worker', corrected, '7.000.013', { replacesId: before })).toMatchObject({
      code: 'withdrawnAlready',
    })
    const { rows } = await owner.query(
      'SELECT withdrawn_because AS why FROM person_identifier WHERE id = $1',
      [before],
    )
    expect(rows).toEqual([{ why: 'misread' }])
    await act(token.worker, withdrawClaim, {
      caseId: corrected.id,
      personId: corrected.personId,
      claimId: await idOf(corrected),
      because: 'other_person',
    })
    expect(await found('worker', '7000012')).toEqual([])
  })

  it('in a restricted file finds the person for its circle alone', async () => {
    await add('worker', inside, '6.543.210')
    expect(await found('worker', '6543210')).toEqual([inside.personId])
    for (const written of ['6543210', '3210'])
      for (const who of ['lead', 'stranger'] as const) expect(await found(who, written)).toEqual([])
  })

  it('has no mark in a sealed file, and loses it when the file is sealed later', async () => {
    await add('worker', sealed, '5.111.222')
    await add('worker', later, '5.111.333')
    expect(await found('worker', '5111222')).toEqual([])
    expect(await found('worker', '5111333')).toEqual([later.personId])
    await owner.query("UPDATE case_file SET secrecy = 'sealed' WHERE id = $1", [later.id])
    const { rows } = await owner.query(
      'SELECT DISTINCT number_mark AS whole, tail_mark AS tail FROM person_identifier WHERE person_id = ANY ($1)',
      [[sealed.personId, later.personId]],
    )
    expect(rows).toEqual([{ whole: null, tail: null }])
  })
})
