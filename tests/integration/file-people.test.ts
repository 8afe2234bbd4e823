import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { POINTS } from '@/lib/cases/complexity.rules'
import { editFileRole, joinFile, leaveFile, returnToFile } from '@/lib/cases/file-people.actions'
import type { NewFile } from '@/lib/cases/file-rows.data'
import { listReachableFiles } from '@/lib/cases/roster.data'
import { listWeighed } from '@/lib/cases/weight.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { minority } from '@/lib/people/minority.rules'
import { toNewPerson } from '@/lib/people/person.schema'
import { newId } from '@/lib/shared/ids'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const ON = '2026-10-07'
const aFile = (change: Partial<NewFile> = {}): NewFile => ({
  kind: 'detention',
  teamId: organisation.north,
  workerId: organisation.casey.id,
  openedOn: ON,
  status: 'active',
  risk: 'low',
  secrecy: 'open',
  secondMemberId: null,
  nextStep: null,
  stay: null,
  ...change,
})
const restricted = { secrecy: 'restricted' } as const
/** A file of casey with one main person; a circle of casey and cory where it is not open. */
const open = (name: string, change: Partial<NewFile> = {}) =>
  organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson({ ...emptyPerson, name }, ON),
      file: aFile(
        change.secrecy === undefined ? change : { ...change, secondMemberId: organisation.cory.id },
      ),
    }),
  )
const asked = (caseId: string, change: Readonly<Record<string, unknown>> = {}) => ({
  ...emptyPerson,
  caseId,
  personId: '',
  name: '',
  role: 'child',
  basis: 'said',
  since: ON,
  placeId: '',
  placeSince: '',
  ...change,
})
const known = (caseId: string, personId: string) =>
  act(organisation.casey.token, joinFile, asked(caseId, { personId }))
const place = async (caseId: string, personId: string) =>
  (
    await organisation.ask(
      `SELECT role, basis, since::text, until::text, left_because AS because, version
         FROM case_person WHERE case_id = $1 AND person_id = $2`,
      [caseId, personId],
    )
  )[0]
const sheetOf = (who: 'casey' | 'cory' | 'coral', caseId: string) =>
  organisation[who].work((work) => getCaseHeader(work, caseId))

describe('a new person joins a file', () => {
  it('with a name in any script, an age and a place, and is treated as the child they may be', async () => {
    const { caseId } = await open('Ombrelin Moeder')
    const child = await act(
      organisation.casey.token,
      joinFile,
      asked(caseId, {
        name: 'ليلى المخترعة',
        ageAnswer: 'years',
        ageYears: '9',
        sex: 'f',
        language: 'ar',
        placeId: organisation.placeId,
        placeSince: '2026-10-01',
      }),
    )
    if (!child.ok) throw new Error(child.code)
    const caseHeader = await sheetOf('coral', caseId)
    expect(caseHeader.people.map(({ names, inFile }) => [names[0]?.text, inFile.role, inFile.basis])).toEqual(
      [
        ['Ombrelin Moeder', 'principal', null],
        ['ليلى المخترعة', 'child', 'said'],
      ],
    )
    const [, girl] = caseHeader.people
    expect(minority(girl?.ageClaims ?? [], ON)).toMatchObject({ status: 'yes', treatedAsMinor: true })
    // Anyone who goes to the centre that day is offered them; the audit log says who wrote them down.
    const roster = await organisation.casey.work((work) =>
      listReachableFiles(work, { placeId: organisation.placeId }),
    )
    expect(roster.some(({ personId }) => personId === child.value.personId)).toBe(true)
    expect(
      await organisation.ask(
        `SELECT event, detail ->> 'role' AS role FROM audit_event WHERE case_id = $1 AND event = 'person.joined'`,
        [caseId],
      ),
    ).toEqual([{ event: 'person.joined', role: 'child' }])
  })

  it('within the circle of a restricted file, and with an encrypted name in a sealed one', async () => {
    const narrow = await open('Ombrelin Schaduw', restricted)
    const inside = await act(
      organisation.casey.token,
      joinFile,
      asked(narrow.caseId, { name: 'Kind Schaduw' }),
    )
    if (!inside.ok) throw new Error(inside.code)
    expect(
      await organisation.ask('SELECT text, circle_case_id AS circle FROM person_name WHERE person_id = $1', [
        inside.value.personId,
      ]),
    ).toEqual([{ text: 'Kind Schaduw', circle: narrow.caseId }])
    const sealed = await open('Ombrelin Zegel', { kind: 'thb', secrecy: 'sealed' })
    const hidden = await act(organisation.casey.token, joinFile, asked(sealed.caseId, { name: 'Kind Zegel' }))
    if (!hidden.ok) throw new Error(hidden.code)
    expect(
      await organisation.ask('SELECT text FROM person_name WHERE person_id = $1', [hidden.value.personId]),
    ).toEqual([{ text: null }])
    expect((await sheetOf('cory', sealed.caseId)).people.map(({ names }) => names[0]?.text)).toContain(
      'Kind Zegel',
    )
  })

  it('once, whatever is pressed twice, and never from tomorrow on', async () => {
    const { caseId } = await open('Ombrelin Dubbel')
    const requestId = newId()
    const input = asked(caseId, { name: 'Kind Dubbel' })
    const first = await act(organisation.casey.token, joinFile, input, requestId)
    expect(await act(organisation.casey.token, joinFile, input, requestId)).toEqual(first)
    expect((await sheetOf('casey', caseId)).people).toHaveLength(2)
    expect(
      await act(
        organisation.casey.token,
        joinFile,
        asked(caseId, { name: 'Kind Morgen', since: '2099-01-01' }),
      ),
    ).toMatchObject({ ok: false, code: 'inTheFuture', fields: { since: 'inTheFuture' } })
  })
})

describe('a known person joins a second file', () => {
  it('from an open file within reach; once', async () => {
    const [aunt, mother] = [await open('Ombrelin Tante'), await open('Ombrelin Ma')]
    expect(await known(mother.caseId, aunt.personId)).toMatchObject({ ok: true })
    expect(await known(mother.caseId, aunt.personId)).toMatchObject({ ok: false, code: 'inFileAlready' })
    expect((await sheetOf('coral', mother.caseId)).people.map(({ names }) => names[0]?.text)).toEqual([
      'Ombrelin Ma',
      'Ombrelin Tante',
    ])
  })

  it('from a file out of reach they are not there, as someone whom no one ever wrote down', async () => {
    const mother = await open('Ombrelin Mater')
    const [theirs] = await organisation.ask(
      `WITH p AS (INSERT INTO person (id, code, created_by) VALUES ($1, 'ELSEWHERE', $2) RETURNING id),
            f AS (INSERT INTO case_file (id, code, kind, team_id, worker_id, opened_on, created_by)
                  VALUES ($3, 'ELSEWHERE', 'detention', $4, $2, '2026-07-01', $2) RETURNING id)
       INSERT INTO case_person (case_id, person_id) SELECT f.id, p.id FROM f, p RETURNING person_id AS id`,
      [newId(), organisation.sol.id, newId(), organisation.south],
    )
    const forged = await known(mother.caseId, String(theirs?.id))
    expect(forged).toMatchObject({ ok: false, code: 'notFound' })
    expect(await known(mother.caseId, newId())).toEqual(forged)
    // Nor by a statement of one's own.
    const sql = `INSERT INTO case_person (case_id, person_id, role) VALUES ($1::uuid, $2::uuid, 'child')`
    await expect(
      organisation.casey.work((work) => work.tx.$executeRawUnsafe(sql, mother.caseId, String(theirs?.id))),
    ).rejects.toThrow('row-level security')
  })

  it('never from a circle into an open file, into another circle, or into a sealed file', async () => {
    const circle = await open('Ombrelin Kring', restricted)
    const other = await open('Ombrelin Buur', restricted)
    const wide = await open('Ombrelin Open')
    const sealed = await open('Ombrelin Slot', { kind: 'thb', secrecy: 'sealed' })
    for (const { caseId } of [wide, other]) {
      expect(await known(caseId, circle.personId)).toMatchObject({ ok: false, code: 'circleApart' })
      expect(await known(caseId, sealed.personId)).toMatchObject({ ok: false, code: 'circleApart' })
      for (const { personId } of [circle, sealed]) {
        const sql = `INSERT INTO case_person (case_id, person_id, role) VALUES ($1::uuid, $2::uuid, 'child')`
        await expect(
          organisation.casey.work((work) => work.tx.$executeRawUnsafe(sql, caseId, personId)),
        ).rejects.toThrow('row-level security')
      }
    }
    expect(await known(sealed.caseId, wide.personId)).toMatchObject({ ok: false, code: 'sealedApart' })
    // Coral leads the office and is in neither circle: nothing of all this has reached them.
    await organisation.coral.work(async (work) => {
      for (const { personId } of [circle, other, sealed])
        expect(await work.tx.person.count({ where: { id: personId } })).toBe(0)
    })
  })

  it('into a restricted file from an open one: no one outside learns of it, and what is said there stays there', async () => {
    const wide = await open('Ombrelin Wijd')
    const circle = await open('Ombrelin Nauw', restricted)
    expect(await known(circle.caseId, wide.personId)).toMatchObject({ ok: true })
    expect((await sheetOf('cory', circle.caseId)).people.map(({ names }) => names[0]?.text)).toContain(
      'Ombrelin Wijd',
    )
    await organisation.coral.work(async (work) => {
      expect(await work.tx.casePerson.count({ where: { personId: wide.personId } })).toBe(1)
    })
  })
})

describe('what a person is in a file', () => {
  it('is corrected by one, and the second who saw the old one is shown both', async () => {
    const { caseId } = await open('Ombrelin Rol')
    const child = await act(organisation.casey.token, joinFile, asked(caseId, { name: 'Neef Rol' }))
    if (!child.ok) throw new Error(child.code)
    const { personId } = child.value
    const edit = (token: string, role: string) =>
      act(token, editFileRole, { caseId, personId, version: 1, role, basis: 'document', since: ON })
    expect(await edit(organisation.casey.token, 'sibling')).toMatchObject({
      ok: true,
      value: { version: 2, was: 'child' },
    })
    expect(await edit(organisation.coral.token, 'parent')).toMatchObject({
      ok: false,
      code: 'changedMeanwhile',
      theirs: { version: 2, role: 'sibling', basis: 'document' },
    })
    // A ground belongs to a kinship: for a companion none is kept, whatever was sent.
    expect(
      await act(organisation.casey.token, editFileRole, {
        caseId,
        personId,
        version: 2,
        role: 'companion',
        basis: 'said',
        since: '',
      }),
    ).toMatchObject({ ok: true })
    expect(await place(caseId, personId)).toMatchObject({ role: 'companion', basis: null, since: null })
  })

  it('ends with a day and a reason, their place ends with it, and they are offered nowhere until they are back', async () => {
    const { caseId, personId: mother } = await open('Ombrelin Blijft')
    const child = await act(
      organisation.casey.token,
      joinFile,
      asked(caseId, { name: 'Kind Gaat', placeId: organisation.otherPlaceId, placeSince: ON }),
    )
    if (!child.ok) throw new Error(child.code)
    const { personId } = child.value
    const weigh = async () =>
      (await organisation.coral.work((work) => listWeighed(work, { id: caseId }))).map(({ weight }) => weight)
    expect(await weigh()).toEqual([POINTS.file + POINTS.detained + POINTS.furtherPerson])
    const leave = (version: number, on: string) =>
      act(organisation.casey.token, leaveFile, { caseId, personId, version, on, because: 'own_file' })
    expect(await leave(1, '2026-10-06')).toMatchObject({ ok: false, code: 'leftBeforeJoined' })
    expect(await leave(1, '2026-11-01')).toMatchObject({ ok: true })
    expect(await leave(1, '2026-11-02')).toMatchObject({ ok: false, code: 'changedMeanwhile' })
    expect(await place(caseId, personId)).toMatchObject({
      until: '2026-11-01',
      because: 'own_file',
      version: 2,
    })
    expect(
      await organisation.ask('SELECT until::text FROM place_stay WHERE person_id = $1', [personId]),
    ).toEqual([{ until: '2026-11-01' }])
    expect(await weigh()).toEqual([POINTS.file])
    const caseHeader = await sheetOf('casey', caseId)
    expect([caseHeader.people.map(({ id }) => id), caseHeader.former.map(({ id }) => id)]).toEqual([
      [mother],
      [personId],
    ])
    expect(await known(caseId, personId)).toMatchObject({ ok: false, code: 'inFileBefore' })
    expect(await act(organisation.casey.token, returnToFile, { caseId, personId, version: 2 })).toMatchObject(
      {
        ok: true,
      },
    )
    expect((await sheetOf('casey', caseId)).people.map(({ id }) => id)).toEqual([mother, personId])
    // The database keeps the row, whatever statement is sent.
    await expect(
      organisation.casey.work((work) =>
        work.tx.$executeRawUnsafe('DELETE FROM case_person WHERE person_id = $1::uuid', personId),
      ),
    ).rejects.toThrow('permission denied')
  })

  it('a file keeps a main person, also when two leave at the same moment', async () => {
    const { caseId, personId: one } = await open('Ombrelin Paar')
    const leave = (personId: string, version = 1) =>
      act(organisation.casey.token, leaveFile, {
        caseId,
        personId,
        version,
        on: '2026-11-01',
        because: 'apart',
      })
    expect(await leave(one)).toMatchObject({ ok: false, code: 'lastMain' })
    const second = await act(
      organisation.casey.token,
      joinFile,
      asked(caseId, { name: 'Partner Paar', role: 'principal' }),
    )
    if (!second.ok) throw new Error(second.code)
    const both = await Promise.all([leave(one), leave(second.value.personId)])
    expect(both.map((answer) => (answer.ok ? 'ok' : answer.code)).sort()).toEqual(['lastMain', 'ok'])
    expect(
      await organisation.ask(
        'SELECT count(*)::int AS n FROM case_person WHERE case_id = $1 AND until IS NULL',
        [caseId],
      ),
    ).toEqual([{ n: 1 }])
  })

  it('is no one’s to change from outside: not there by the handler, no row by a statement', async () => {
    const { caseId, personId } = await open('Ombrelin Binnen')
    const input = { caseId, personId, version: 1, role: 'partner', basis: '', since: '' }
    for (const who of ['sol', 'sola', 'stranger'] as const) {
      expect(await act(organisation[who].token, editFileRole, input)).toMatchObject({ code: 'notFound' })
      const rows = await organisation[who].work((work) =>
        work.tx.$executeRawUnsafe(
          `UPDATE case_person SET role = 'partner' WHERE person_id = $1::uuid`,
          personId,
        ),
      )
      expect(rows).toBe(0)
    }
  })
})
