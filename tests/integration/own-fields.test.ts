import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listCaseload } from '@/lib/caseload/caseload.data'
import { readSearch } from '@/lib/caseload/caseload.schema'
import { listOwnAnswers, listOwnFields } from '@/lib/caseload/caseload-own.data'
import { keepOwnAnswer } from '@/lib/fields/answer.actions'
import { insertAnswers } from '@/lib/fields/answer-save.data'
import { listFieldChoices } from '@/lib/fields/choice.data'
import { addField, publishEdition, setFieldState, undoFieldEdition } from '@/lib/fields/field.actions'
import { getField, readUsage } from '@/lib/fields/field.data'
import { toEditionForm } from '@/lib/fields/field.view'
import { currentAnswers } from '@/lib/fields/given.rules'
import { listOwnTargets } from '@/lib/imports/own-target.data'
import { joinPartner } from '@/lib/partners/partner.actions'
import { newId } from '@/lib/shared/ids'
import { type Asker, answering } from '../support/given/answers'
import { aField, givenField } from '../support/given/fields'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { givenPartner } from '../support/given/partners'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const { givenFile, givenEncounter, read, versionIn, save, stands } = answering(() => organisation)
const rowsOf = (table: 'own_value' | 'own_person_value', fieldId: string) =>
  organisation.ask(`SELECT * FROM ${table} WHERE field_id = $1 ORDER BY created_at, position`, [fieldId])

describe('an answer', () => {
  it.each([
    ['yes_no', { choice: 'yes' }, { codes: ['yes'] }, 'code'],
    ['one', { choice: 'v2' }, { codes: ['v2'] }, 'code'],
    ['several', { codes: ['v1', 'v3'] }, { codes: ['v1', 'v3'] }, 'code'],
    ['amount', { text: '1 234,5' }, { text: '1234.50' }, 'amount'],
    ['date', { text: '~ 2009' }, { text: '~ 2009' }, 'on_when'],
    ['short', { text: 'Een woord' }, { text: 'Een woord' }, 'cipher'],
    ['long', { text: 'Regel een\n\nRegel twee' }, { text: 'Regel een\n\nRegel twee' }, 'cipher'],
    ['reference', { text: 'SP 8.123.456' }, { text: 'SP 8.123.456' }, 'cipher'],
    ['contact', { text: '+32 470 00 00 00' }, { text: '+32 470 00 00 00' }, 'cipher'],
  ] as const)(
    'of the type %s stands in its column, and is read back',
    async (type, typed, answer, column) => {
      const file = await givenFile()
      const fieldId = await givenField(organisation.ada.token, { type, decimals: '2' })
      expect(await save(file, { [fieldId]: typed })).toMatchObject({ ok: true })
      expect(await stands(file, fieldId)).toMatchObject([{ state: 'given', ...answer }])
      const rows = await rowsOf('own_value', fieldId)
      for (const row of rows) {
        expect(row[column]).not.toBeNull()
        expect(
          ['code', 'on_when', 'amount', 'place_id', 'cipher'].filter((name) => row[name] !== null),
        ).toEqual([column])
      }
      expect(
        rows.every(
          ({ number_mark: mark }) => (mark !== null) === (type === 'reference' || type === 'contact'),
        ),
      ).toBe(true)
    },
  )

  it('may be a place, and no place that is none', async () => {
    const file = await givenFile()
    const fieldId = await givenField(organisation.ada.token, { type: 'place' })
    expect(await save(file, { [fieldId]: { text: newId() } })).toMatchObject({
      fields: { [`${fieldId}.text`]: 'unknownChoice' },
    })
    expect(await save(file, { [fieldId]: { text: organisation.placeId } })).toMatchObject({ ok: true })
    expect(await stands(file, fieldId)).toMatchObject([{ text: organisation.placeId }])
  })

  it('may be a partner of the same organisation, and one that is chosen no more only where it stands', async () => {
    const { ada, coral, stranger } = organisation
    const file = await givenFile()
    const other = await givenFile()
    const fieldId = await givenField(ada.token, { type: 'partner' })
    const partnerId = await givenPartner(coral.token)
    const foreign = newId()
    await organisation.ask(
      `INSERT INTO partner (id, organisation_id, name, kind, ages, languages, regions, created_by)
       SELECT $1, organisation_id, 'Elders', 'shelter', 'all', '{fr}', '{}', id FROM staff WHERE id = $2`,
      [foreign, stranger.id],
    )
    const refused = { fields: { [`${fieldId}.text`]: 'unknownChoice' } }
    expect(await save(file, { [fieldId]: { text: foreign } })).toMatchObject(refused)
    expect(await save(file, { [fieldId]: { text: partnerId } })).toMatchObject({ ok: true })
    const [row] = await rowsOf('own_value', fieldId)
    expect(row).toMatchObject({ partner_id: partnerId, place_id: null, cipher: null })
    // The database itself, whatever the form lets through.
    const insert = (id: string) =>
      organisation.casey.work((work) =>
        insertAnswers(work, [
          {
            file: { id: other.caseId, secrecy: 'open' },
            whose: { owner: 'file', id: other.caseId },
            field: { id: fieldId, type: 'partner', fieldClass: 'ordinary', decimals: 0 },
            edition: 1,
            answer: { state: 'given', codes: [], text: id },
            at: work.now,
          },
        ]),
      )
    const anotherKind = /another kind/u
    await expect(insert(foreign)).rejects.toThrow(anotherKind)
    // Written down twice: no new answer names the one that is not used, and an old one is read by the name of the other.
    const twiceId = await givenPartner(coral.token, { name: 'Invented Shelter twice' })
    const third = await givenFile()
    expect(await save(third, { [fieldId]: { text: twiceId } })).toMatchObject({ ok: true })
    expect(
      await act(coral.token, joinPartner, { partnerId: twiceId, version: 1, into: partnerId }),
    ).toMatchObject({ ok: true })
    await expect(insert(twiceId)).rejects.toThrow(anotherKind)
    expect(await save(other, { [fieldId]: { text: twiceId } })).toMatchObject(refused)
    expect(await stands(third, fieldId)).toMatchObject([{ text: twiceId }])
    const choices = await organisation.casey.work((work) => listFieldChoices(work, [{ type: 'partner' }]))
    const [kept, joined] = [partnerId, twiceId].map((one) => choices.find(({ id }) => id === one))
    expect(kept).toMatchObject({ isOffered: true })
    expect(joined).toMatchObject({ isOffered: false, labelEn: kept?.labelEn })
    await organisation.ask('UPDATE partner SET retired_at = now() WHERE id = $1', [partnerId])
    await expect(insert(partnerId)).rejects.toThrow(anotherKind)
    expect(await save(other, { [fieldId]: { text: partnerId } })).toMatchObject(refused)
    expect(await stands(file, fieldId)).toMatchObject([{ text: partnerId }])
  })

  it.each([
    ['amount', { text: 'veel' }, 'text', 'notANumber'],
    ['date', { text: '31/02/2009' }, 'text', 'whenNoSuchDay'],
    ['one', { choice: 'v9' }, 'choice', 'unknownChoice'],
    ['several', { codes: ['v9'] }, 'codes', 'unknownChoice'],
    ['short', { text: 'x'.repeat(201) }, 'text', 'tooLong'],
    ['short', { text: 'iets', state: 'unknown' }, 'state', 'answerOrReason'],
  ] as const)('of the type %s as %o is refused beside its field', async (type, typed, at, code) => {
    const file = await givenFile()
    const fieldId = await givenField(organisation.ada.token, { type })
    expect(await save(file, { [fieldId]: typed })).toMatchObject({
      ok: false,
      fields: { [`${fieldId}.${at}`]: code },
    })
    expect(await rowsOf('own_value', fieldId)).toEqual([])
  })

  it('says why there is none; without one the question was not asked', async () => {
    const file = await givenFile()
    const one = await givenField(organisation.ada.token)
    const other = await givenField(organisation.ada.token, { type: 'short' })
    await save(file, { [one]: { choice: '-declined' }, [other]: { state: 'not_applicable' } })
    expect(await stands(file, one)).toEqual([{ state: 'declined', codes: [], text: '' }])
    expect(await stands(file, other)).toEqual([{ state: 'not_applicable', codes: [], text: '' }])
    await save(file, { [one]: {}, [other]: {} })
    expect(await stands(file, one)).toEqual([])
    expect((await read(file)).map(({ withdrawn }) => withdrawn?.because)).toEqual([
      'taken_back',
      'taken_back',
    ])
  })

  it('is never written over: every one before stays with the edition of its day', async () => {
    const file = await givenFile()
    const fieldId = await givenField(organisation.ada.token)
    for (const choice of ['v1', 'v2', 'v3']) await save(file, { [fieldId]: { choice } })
    expect((await read(file)).map(({ answer, withdrawn }) => [answer.codes[0], withdrawn?.because])).toEqual([
      ['v1', 'changed'],
      ['v2', 'changed'],
      ['v3', undefined],
    ])
    for (const sql of ['UPDATE own_value SET code = NULL', 'DELETE FROM own_value', 'DELETE FROM own_field'])
      await expect(organisation.casey.work((work) => work.tx.$executeRawUnsafe(sql))).rejects.toThrow(
        /permission denied/,
      )
  })

  it('that a colleague changed meanwhile is shown, and what no one touched is left', async () => {
    const file = await givenFile()
    const one = await givenField(organisation.ada.token)
    const two = await givenField(organisation.ada.token, { type: 'short' })
    await save(file, { [one]: { choice: 'v1' }, [two]: { text: 'toen' } })
    const version = await versionIn(file, 'file')
    await save(file, { [one]: { choice: 'v2' } }, { who: 'coral' })
    // Another field is changed from the older page: the colleague's answer stays.
    expect(await save(file, { [one]: { choice: 'v1' }, [two]: { text: 'nu' } }, { version })).toMatchObject({
      ok: true,
    })
    expect(await stands(file, one)).toMatchObject([{ codes: ['v2'] }])
    expect(await save(file, { [one]: { choice: 'v3' } }, { version })).toMatchObject({
      code: 'changedMeanwhile',
      theirs: { [one]: { choice: 'v2' } },
    })
    const after = await versionIn(file, 'file')
    expect(await save(file, { [one]: { choice: 'v3' } }, { version: after })).toMatchObject({ ok: true })
    expect(await stands(file, one)).toMatchObject([{ codes: ['v3'] }])
  })

  it('is read and written where the file is, and by no admin', async () => {
    const file = await givenFile('restricted')
    const fieldId = await givenField(organisation.ada.token)
    const person = await givenField(organisation.ada.token, { owner: 'person', part: 'person' })
    await save(file, { [fieldId]: { choice: 'v1' } })
    await save(file, { [person]: { choice: 'v1' } }, { of: 'person' })
    for (const who of ['coral', 'sol', 'stranger'] as const) {
      expect(await save(file, { [fieldId]: { choice: 'v2' } }, { who })).toMatchObject({ code: 'notFound' })
      expect(await read(file, who)).toEqual([])
    }
    expect(await save(file, { [fieldId]: { choice: 'v2' } }, { who: 'ada' })).toMatchObject({
      code: 'forbidden',
    })
    expect(await read(file, 'ada')).toEqual([])
    expect(await read(file)).toHaveLength(2)
  })

  it('of another organisation’s field, of the wrong kind or column is refused by the database itself', async () => {
    const file = await givenFile()
    const fieldId = await givenField(organisation.ada.token)
    const insert = (change: string, who: Asker = 'casey') =>
      organisation[who].work((work) =>
        work.tx.$executeRawUnsafe(
          `INSERT INTO own_value (id, answer_id, case_id, field_id, edition, created_by, ${change.split('=')[0]})
           SELECT i, i, '${file.caseId}', '${fieldId}', 1, '${organisation[who].id}', ${change.split('=')[1]} FROM gen_random_uuid() i`,
        ),
      )
    await expect(insert("state, code='given', 'v9'")).rejects.toThrow(/another kind/)
    await expect(insert("state, amount='given', 5")).rejects.toThrow(/another kind/)
    await expect(insert("cipher='\\x00'")).rejects.toThrow(/encrypted as a whole/)
    await expect(insert("state, code, amount='given', 'v1', 5")).rejects.toThrow(/own_value_holds/)
    await insert("state, code='given', 'v1'")
    await expect(insert("state, code='given', 'v2'")).rejects.toThrow(/own_value_stands|Unique/)
  })
})

describe('a sensitive field, and a sealed file', () => {
  it('are encrypted as a whole at one length, whatever the answer', async () => {
    const file = await givenFile()
    const fieldId = await givenField(organisation.ada.token, { type: 'yes_no', fieldClass: 'sensitive' })
    await save(file, { [fieldId]: { choice: 'yes' } })
    await save(file, { [fieldId]: { choice: '-declined' } })
    expect(await stands(file, fieldId)).toEqual([{ state: 'declined', codes: [], text: '' }])
    const rows = await rowsOf('own_value', fieldId)
    const lengths = rows.map(({ cipher }) => (cipher instanceof Uint8Array ? cipher.length : 0))
    expect(new Set(lengths).size).toBe(1)
    for (const row of rows)
      expect([row.state, row.code, row.amount, row.on_when, row.place_id, row.number_mark]).toEqual([
        null,
        null,
        null,
        null,
        null,
        null,
      ])
    const sealed = await givenFile('sealed')
    const plain = await givenField(organisation.ada.token)
    const ofPerson = await givenField(organisation.ada.token, { owner: 'person', type: 'contact' })
    await save(sealed, { [plain]: { choice: 'v1' } })
    await save(sealed, { [ofPerson]: { text: '+32 470 00 00 00' } }, { of: 'person' })
    expect(await stands(sealed, plain)).toMatchObject([{ codes: ['v1'] }])
    const closed = [...(await rowsOf('own_value', plain)), ...(await rowsOf('own_person_value', ofPerson))]
    expect(closed.map(({ state, code, number_mark: mark }) => [state, code, mark])).toEqual([
      [null, null, null],
      [null, null, null],
    ])
  })
})

describe('an answer of a person', () => {
  it('said within a circle stays in it, and what everyone reads stays beside it', async () => {
    const open = await givenFile()
    const fieldId = await givenField(organisation.ada.token, { owner: 'person', part: 'person' })
    await save(open, { [fieldId]: { choice: 'v1' } }, { of: 'person' })
    const { caseId } = await givenFile('restricted')
    await organisation.ask(
      `INSERT INTO case_person (case_id, person_id, role) VALUES ($1, $2, 'principal')`,
      [caseId, open.personId],
    )
    const within = { caseId, personId: open.personId }
    await save(within, { [fieldId]: { choice: 'v3' } }, { of: 'person' })
    expect(await stands(within, fieldId, 'person')).toMatchObject([{ codes: ['v3'] }])
    expect(await stands(open, fieldId, 'person')).toMatchObject([{ codes: ['v1'] }])
    expect(await stands(open, fieldId, 'person', 'coral')).toMatchObject([{ codes: ['v1'] }])
    const seen = await organisation.coral.work((work) =>
      work.tx.ownPersonValue.findMany({ where: { fieldId } }),
    )
    expect(seen).toHaveLength(1)
  })

  it('that stands twice after a merge is chosen, and the other one stays readable', async () => {
    const file = await givenFile()
    const other = await givenFile()
    const fieldId = await givenField(organisation.ada.token, { owner: 'person', part: 'person' })
    await save(file, { [fieldId]: { choice: 'v1' } }, { of: 'person' })
    await save(other, { [fieldId]: { choice: 'v2' } }, { of: 'person' })
    await organisation.casey.work((work) =>
      work.tx.$queryRawUnsafe(
        `SELECT app.merge_people('${newId()}', '${file.personId}', '${other.personId}', 'other', '{"sex":"f","interpreter_need":"no"}', '${file.personId}')::text`,
      ),
    )
    const both = currentAnswers(await read(file), { owner: 'person', id: file.personId }).get(fieldId) ?? []
    expect(both.map(({ answer }) => answer.codes[0]).sort()).toEqual(['v1', 'v2'])
    const [first] = both
    const keep = { caseId: file.caseId, personId: file.personId, answerId: first?.id }
    expect(await act(organisation.casey.token, keepOwnAnswer, keep)).toMatchObject({ ok: true })
    expect(await stands(file, fieldId, 'person')).toEqual([first?.answer])
    expect((await read(file)).filter((one) => one.fieldId === fieldId)).toHaveLength(2)
  })
})

describe('an answer of a conversation', () => {
  const OF = { of: 'encounter' } as const

  it('is told of that conversation alone, with its own history, and corrected by those who may correct it', async () => {
    const file = await givenFile('restricted')
    const other = { ...file, ...(await givenEncounter(file.caseId, file.personId)) }
    const fieldId = await givenField(organisation.ada.token, { owner: 'encounter' })
    await save(file, { [fieldId]: { choice: 'v1' } }, OF)
    await save(other, { [fieldId]: { choice: 'v2' } }, OF)
    expect(await save(file, { [fieldId]: { choice: 'v3' } }, OF)).toMatchObject({
      ok: true,
      value: { caseId: file.caseId, encounterId: file.encounterId },
    })
    expect(await stands(file, fieldId, 'encounter')).toMatchObject([{ codes: ['v3'] }])
    expect(await stands(other, fieldId, 'encounter')).toMatchObject([{ codes: ['v2'] }])
    expect((await read(file)).map(({ withdrawn }) => withdrawn?.because)).toEqual(['changed', undefined])
    expect(
      await organisation.ask(
        `SELECT count(*)::int AS n FROM audit_event WHERE event = 'encounter.edited' AND detail ->> 'encounterId' = $1`,
        [file.encounterId],
      ),
    ).toEqual([{ n: 2 }])
    for (const who of ['coral', 'sol', 'stranger'] as const) {
      expect(await save(file, { [fieldId]: { choice: 'v2' } }, { ...OF, who })).toMatchObject({
        code: 'notFound',
      })
      expect(await read(file, who)).toEqual([])
    }
    expect(await save(file, { [fieldId]: { choice: 'v2' } }, { ...OF, who: 'ada' })).toMatchObject({
      code: 'forbidden',
    })
  })

  it('stands in no list, fills no column, leaves with no summary, and is told of in bands', async () => {
    const file = await givenFile()
    const fieldId = await givenField(organisation.ada.token, { owner: 'encounter' })
    await save(file, { [fieldId]: { choice: 'v1' } }, OF)
    const { field } = await organisation.ada.work((work) => getField(work, fieldId))
    const narrowed = readSearch({ own: `${fieldId}_v1` })
    const { lines, own, targets } = await organisation.casey.work(async (work) => ({
      lines: (await listCaseload(work, narrowed, null)).lines,
      own: await listOwnFields(work),
      targets: await listOwnTargets(work),
    }))
    expect(lines).toEqual([])
    expect(own.some(({ id }) => id === fieldId)).toBe(false)
    expect(targets.some(({ column }) => column === `own:${field.key}`)).toBe(false)
    for (const level of ['known', 'whole'])
      expect(
        await act(organisation.ada.token, publishEdition, {
          ...toEditionForm(field),
          level,
          because: 'Kort.',
        }),
      ).toMatchObject({ fields: { level: 'unknownChoice' } })
    expect((await organisation.ada.work(readUsage)).get(fieldId)).toBe('few')
    const sealed = await givenFile('sealed')
    const unused = await givenField(organisation.ada.token, { owner: 'encounter' })
    await save(sealed, { [unused]: { choice: 'v1' } }, OF)
    expect((await organisation.ada.work(readUsage)).get(unused)).toBe('none')
  })

  it('of another file, or to a field that is asked of something else, is refused by the database itself', async () => {
    const [file, other] = [await givenFile(), await givenFile()]
    const ofFile = await givenField(organisation.ada.token)
    const ofEncounter = await givenField(organisation.ada.token, { owner: 'encounter' })
    const insert = (fieldId: string, encounterId: string | null) =>
      organisation.casey.work(
        (work) =>
          work.tx.$executeRaw`
          INSERT INTO own_value (id, answer_id, case_id, encounter_id, field_id, edition, state, code, created_by)
          SELECT i, i, ${file.caseId}::uuid, ${encounterId}::uuid, ${fieldId}::uuid, 1, 'given', 'v1', ${organisation.casey.id}::uuid
            FROM gen_random_uuid() i`,
      )
    await expect(insert(ofFile, file.encounterId)).rejects.toThrow(/no such field/)
    await expect(insert(ofEncounter, null)).rejects.toThrow(/no such field/)
    await expect(insert(ofEncounter, other.encounterId)).rejects.toThrow(/row-level security/)
    await insert(ofEncounter, file.encounterId)
    await expect(insert(ofEncounter, file.encounterId)).rejects.toThrow(/own_value_stands|Unique/)
  })
})

describe('an answer of a visit', () => {
  const OF = { of: 'visit' } as const
  const onVisit = { owner: 'visit', options: 'None\nSome\nMany' }

  it('is read and written by those who were there and those who lead the office, in no file', async () => {
    const file = await givenFile()
    const fieldId = await givenField(organisation.ada.token, onVisit)
    const words = await givenField(organisation.ada.token, { owner: 'visit', type: 'long' })
    await save(file, { [fieldId]: { choice: 'v1' }, [words]: { text: 'Lege wachtzaal' } }, OF)
    expect(await save(file, { [fieldId]: { choice: 'v3' } }, { ...OF, who: 'coral' })).toMatchObject({
      ok: true,
      value: { visitId: file.visitId },
    })
    expect(await stands(file, fieldId, 'visit')).toMatchObject([{ codes: ['v3'] }])
    expect(await stands(file, words, 'visit')).toMatchObject([{ text: 'Lege wachtzaal' }])
    expect((await read(file)).map(({ withdrawn }) => withdrawn?.because).sort()).toEqual([
      'changed',
      undefined,
      undefined,
    ])
    const rows = await organisation.ask(
      'SELECT to_jsonb(v)::text AS text FROM own_visit_value v WHERE visit_id = $1',
      [file.visitId],
    )
    expect(rows).toHaveLength(3)
    expect(JSON.stringify(rows)).not.toContain('wachtzaal')
    for (const who of ['cory', 'sol', 'stranger', 'ada'] as const) {
      expect(await save(file, { [fieldId]: { choice: 'v2' } }, { ...OF, who })).toMatchObject({ ok: false })
      expect((await read(file, who)).filter(({ whose }) => whose.owner === 'visit')).toEqual([])
    }
    for (const sql of ['UPDATE own_visit_value SET code = NULL', 'DELETE FROM own_visit_value'])
      await expect(organisation.casey.work((work) => work.tx.$executeRawUnsafe(sql))).rejects.toThrow(
        /permission denied/,
      )
    expect((await organisation.ada.work(readUsage)).get(fieldId)).toBe('few')
  })

  it('is of a visit within reach, signed by its author, to a field of visits, as the database says itself', async () => {
    const [file, ofFile, ofVisit] = [
      await givenFile(),
      await givenField(organisation.ada.token),
      await givenField(organisation.ada.token, onVisit),
    ]
    const insert = (fieldId: string, who: Asker, by: Asker = who) =>
      organisation[who].work(
        (work) => work.tx.$executeRaw`
          INSERT INTO own_visit_value (id, answer_id, visit_id, field_id, edition, state, code, created_by)
          SELECT i, i, ${file.visitId}::uuid, ${fieldId}::uuid, 1, 'given', 'v1', ${organisation[by].id}::uuid FROM gen_random_uuid() i`,
      )
    await expect(insert(ofFile, 'casey')).rejects.toThrow(/no such field/)
    await expect(insert(ofVisit, 'cory')).rejects.toThrow(/row-level security/)
    await expect(insert(ofVisit, 'casey', 'coral')).rejects.toThrow(/row-level security/)
    await insert(ofVisit, 'casey')
    await expect(insert(ofVisit, 'casey')).rejects.toThrow(/own_visit_value_stands|Unique/)
    const changed = await organisation.cory.work((work) =>
      work.tx.ownVisitValue.updateMany({ data: { withdrawnAt: work.now, withdrawnBecause: 'changed' } }),
    )
    expect(changed.count).toBe(0)
  })

  it('tells of no people: it is never sensitive, and not asked by kind of file, nationality or age', async () => {
    const { token } = organisation.ada
    expect(await act(token, addField, aField({ ...onVisit, fieldClass: 'sensitive' }))).toMatchObject({
      fields: { fieldClass: 'unknownChoice' },
    })
    const fieldId = await givenField(token, onVisit)
    const form = await organisation.ada.work(async (work) =>
      toEditionForm((await getField(work, fieldId)).field),
    )
    for (const [change, at] of [
      [{ kinds: ['det'] }, 'kinds'],
      [{ nationalities: 'AF' }, 'nationalities'],
      [{ conditions: [{ on: 'minor', codes: [] }] }, 'conditions.0.on'],
      [{ level: 'whole' }, 'level'],
    ] as const)
      expect(await act(token, publishEdition, { ...form, ...change, because: 'Kort.' })).toMatchObject({
        fields: { [at]: 'unknownChoice' },
      })
  })
})

describe('a definition', () => {
  const formOf = (fieldId: string) =>
    organisation.ada.work(async (work) => toEditionForm((await getField(work, fieldId)).field))
  const publish = async (fieldId: string, change: Record<string, unknown>) =>
    act(organisation.ada.token, publishEdition, {
      ...(await formOf(fieldId)),
      because: 'Beter woord.',
      ...change,
    })

  it('is made by admins alone, in the languages that colleagues use', async () => {
    for (const who of ['casey', 'coral', 'stranger'] as const)
      expect(await act(organisation[who].token, addField, aField())).toMatchObject({ code: 'forbidden' })
    expect(
      await act(
        organisation.ada.token,
        addField,
        aField({ labels: { en: '', fr: 'Arrivée', nl: '', de: '' } }),
      ),
    ).toMatchObject({ fields: { 'labels.en': 'required' } })
    expect(await act(organisation.ada.token, addField, aField({ options: 'Een' }))).toMatchObject({
      fields: { options: 'twoOptions' },
    })
  })

  it('is published as an edition: an answer keeps the words of its day, and of an older page it is taken', async () => {
    const file = await givenFile()
    const fieldId = await givenField(organisation.ada.token)
    await save(file, { [fieldId]: { choice: 'v1' } })
    const { options } = await formOf(fieldId)
    const relabelled = options.map((one) => (one.code === 'v1' ? { ...one, isOffered: false } : one))
    expect(
      await publish(fieldId, {
        labels: { en: 'How they came', fr: '', nl: '', de: '' },
        options: relabelled,
        more: 'On foot',
      }),
    ).toMatchObject({ ok: true })
    expect(await stands(file, fieldId)).toMatchObject([{ codes: ['v1'] }])
    const [given] = await read(file)
    expect(given?.edition).toBe(1)
    expect(await save(file, { [fieldId]: { choice: 'v2' } })).toMatchObject({ ok: true })
    expect(await save(file, { [fieldId]: { choice: 'v4' } })).toMatchObject({ ok: false })
    expect(await save(file, { [fieldId]: { choice: 'v4', edition: 2 } })).toMatchObject({ ok: true })
  })

  it('loses no published value, skips no edition and meets a colleague', async () => {
    const fieldId = await givenField(organisation.ada.token)
    const form = await formOf(fieldId)
    expect(await publish(fieldId, { options: form.options.slice(1) })).toMatchObject({
      code: 'unknownChoice',
    })
    expect(await publish(fieldId, {})).toMatchObject({ ok: true })
    expect(await publish(fieldId, { version: 1 })).toMatchObject({ code: 'changedMeanwhile' })
    await expect(
      organisation.ada.work((work) =>
        work.tx.$executeRawUnsafe(
          `INSERT INTO own_field_edition SELECT field_id, 3, organisation_id, state, labels, help, part, section, position, required, level, offices, kinds,
             nationalities, conditions, '[]', because, undoes, created_by, created_at FROM own_field_edition WHERE field_id = '${fieldId}' AND edition = 2`,
        ),
      ),
    ).rejects.toThrow(/stays/)
  })

  it('is retired, brought back and undone by its inverse, and no answer goes', async () => {
    const file = await givenFile()
    const fieldId = await givenField(organisation.ada.token)
    await save(file, { [fieldId]: { choice: 'v1' } })
    const state = (state: string, version: number) =>
      act(organisation.ada.token, setFieldState, { fieldId, version, state, because: 'Niet meer nodig.' })
    expect(await state('retired', 1)).toMatchObject({ ok: true })
    expect(await stands(file, fieldId)).toMatchObject([{ codes: ['v1'] }])
    // It was typed before the field went.
    expect(await save(file, { [fieldId]: { choice: 'v2' } })).toMatchObject({ ok: true })
    expect(await state('live', 2)).toMatchObject({ ok: true })
    await publish(fieldId, { labels: { en: 'Other', fr: '', nl: '', de: '' }, more: 'On foot' })
    expect(
      await act(organisation.ada.token, undoFieldEdition, { fieldId, version: 4, because: 'Toch niet.' }),
    ).toMatchObject({ ok: true })
    const { field } = await organisation.ada.work((work) => getField(work, fieldId))
    expect([field.now.labels.en, field.now.undoes]).toEqual(['Way of arrival', 3])
    expect(field.now.options.find(({ code }) => code === 'v4')).toMatchObject({ isOffered: false })
    expect(await stands(file, fieldId)).toMatchObject([{ codes: ['v2'] }])
  })

  it('depends on another one at most, and what is asked for is not retired', async () => {
    const asked = await givenField(organisation.ada.token)
    const shown = await givenField(organisation.ada.token, { type: 'short' })
    const third = await givenField(organisation.ada.token, { type: 'short' })
    const when = (on: string, codes: string[] = []) => ({ conditions: [{ on, codes }] })
    expect(await publish(shown, when(asked, ['v1']))).toMatchObject({ ok: true })
    expect(await publish(third, when(shown))).toMatchObject({ code: 'unknownChoice' })
    expect(await publish(third, when(third))).toMatchObject({ code: 'unknownChoice' })
    expect(await publish(third, when(asked, ['v9']))).toMatchObject({ code: 'unknownChoice' })
    const other = await givenField(organisation.ada.token)
    expect(await publish(asked, when(other))).toMatchObject({ code: 'conditionTooDeep' })
    expect(
      await act(organisation.ada.token, setFieldState, {
        fieldId: asked,
        version: 1,
        state: 'retired',
        because: 'Weg.',
      }),
    ).toMatchObject({ code: 'fieldNeeded' })
  })

  it('tells its admins of its use in bands, of a sensitive one only whether, and no one else', async () => {
    const ordinary = await givenField(organisation.ada.token)
    const sensitive = await givenField(organisation.ada.token, { fieldClass: 'sensitive' })
    const bands = (who: 'ada' | 'casey' | 'coral') => organisation[who].work(readUsage)
    expect((await bands('ada')).get(ordinary)).toBe('none')
    for (let n = 0; n < 3; n += 1) {
      const file = await givenFile()
      await save(file, { [ordinary]: { choice: 'v1' }, [sensitive]: { choice: 'v1' } })
    }
    expect([(await bands('ada')).get(ordinary), (await bands('ada')).get(sensitive)]).toEqual(['few', 'used'])
    expect((await bands('casey')).size + (await bands('coral')).size).toBe(0)
  })
})

describe('the caseload', () => {
  const found = (query: string, who: Asker = 'casey') =>
    organisation[who].work(async (work) =>
      (await listCaseload(work, readSearch({ own: query }), null)).lines.map(({ id }) => id),
    )

  it('is narrowed by answers of a file and of its people, and shows them in a column', async () => {
    const [one, two] = [await givenFile(), await givenFile()]
    const ofFile = await givenField(organisation.ada.token)
    const ofPerson = await givenField(organisation.ada.token, { owner: 'person', type: 'several' })
    await save(one, { [ofFile]: { choice: 'v1' } })
    await save(two, { [ofFile]: { choice: 'v2' } })
    await save(two, { [ofPerson]: { codes: ['v1', 'v3'] } }, { of: 'person' })
    expect(await found(`${ofFile}_v1`)).toEqual([one.caseId])
    expect(await found(`${ofPerson}_v3`)).toEqual([two.caseId])
    expect((await found(`${ofFile}_-any`)).sort()).toEqual([one.caseId, two.caseId].sort())
    expect(await found(`${ofPerson}_-none`)).not.toContain(two.caseId)
    expect(await found(`${ofFile}_v1`, 'sol')).toEqual([])
    const cells = await organisation.casey.work(async (work) =>
      listOwnAnswers(work, [two.caseId], await listOwnFields(work)),
    )
    expect(new Map(cells.get(two.caseId)?.map(({ fieldId, answer }) => [fieldId, answer.codes]))).toEqual(
      new Map([
        [ofFile, ['v2']],
        [ofPerson, ['v1', 'v3']],
      ]),
    )
    await save(one, { [ofFile]: { choice: 'v3' } })
    expect(await found(`${ofFile}_v1`)).toEqual([])
  })

  it('knows nothing of a sensitive field or a sealed file', async () => {
    const file = await givenFile()
    const sensitive = await givenField(organisation.ada.token, { fieldClass: 'sensitive' })
    await save(file, { [sensitive]: { choice: 'v1' } })
    for (const code of ['v1', '-any']) expect(await found(`${sensitive}_${code}`)).toEqual([])
    expect((await organisation.casey.work(listOwnFields)).map(({ id }) => id)).not.toContain(sensitive)
  })
})

it('an erasure takes every answer of the file and of who stands in no other one', async () => {
  const file = await givenFile()
  const ofFile = await givenField(organisation.ada.token)
  const ofPerson = await givenField(organisation.ada.token, { owner: 'person' })
  for (const choice of ['v1', 'v2']) {
    await save(file, { [ofFile]: { choice } })
    await save(file, { [ofPerson]: { choice } }, { of: 'person' })
  }
  await organisation.ask('SELECT app.erase_content($1, $2)', [file.caseId, 'XX-0001'])
  expect([...(await rowsOf('own_value', ofFile)), ...(await rowsOf('own_person_value', ofPerson))]).toEqual(
    [],
  )
})
