import type pg from 'pg'
import { createElement } from 'react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FileSheets } from '@/components/sheets/file-sheets'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { readFile } from '@/lib/cases/file-page.data'
import { saveContact, takeContactBack } from '@/lib/contacts/contact.actions'
import { readContactsPart } from '@/lib/contacts/contacts-page.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { recordSheetGiven, takeSheetBack } from '@/lib/sheets/given.actions'
import { LANGUAGES, SHEETS } from '@/lib/sheets/sheet.rules'
import { readFileSheets, readSheetPage } from '@/lib/sheets/sheets-page.data'
import { flip } from '../support/damage'
import { draw } from '../support/draw'
import { aContact } from '../support/given/contacts'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'
import { say } from '../support/say'
import { openSuperuser } from '../support/superuser'

const today = dayOf(new Date())
let organisation: GivenOrganisation
let owner: pg.Client
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  owner = await openSuperuser()
})
afterAll(async () => {
  await owner.end()
  await organisation.close()
})

const NAME = 'Selamo Fictar'
/** A general file of casey with one invented person in it. */
const givenFile = (secrecy: 'open' | 'restricted' = 'open') =>
  organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson({ ...emptyPerson, name: NAME }, today),
      file: {
        kind: 'general',
        teamId: organisation.north,
        workerId: organisation.casey.id,
        openedOn: today,
        status: 'active',
        risk: 'low',
        secrecy,
        secondMemberId: null,
        nextStep: null,
        stay: null,
      },
    }),
  )
type Who = 'casey' | 'coral' | 'sol'
const give = (caseId: string, change: Record<string, unknown> = {}, who: Who = 'casey') =>
  act(organisation[who].token, recordSheetGiven, {
    caseId,
    sheet: 'work',
    language: 'ti',
    givenOn: today,
    ...change,
  })
const save = (caseId: string, personId: string, change: Record<string, unknown> = {}, who: Who = 'casey') =>
  act(organisation[who].token, saveContact, aContact(caseId, personId, change))
const subjectOf = (answer: Awaited<ReturnType<typeof give>>): string => {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value.subjectId
}
const sheetsOf = async (code: string) => {
  const data = await organisation.casey.work((work) => readFileSheets(work, { params: { code }, search: {} }))
  if (data.type !== 'file') throw new Error('two files bear this code')
  return data.part
}
const contactsOf = async (code: string) => {
  const data = await organisation.casey.work((work) =>
    readFile(work, { params: { code }, search: {} }, (caseHeader) => readContactsPart(work, caseHeader)),
  )
  if (data.type !== 'file') throw new Error('two files bear this code')
  return data.part
}

describe('a sheet that is handed over', () => {
  it('is recorded and taken back, and which one it was stands nowhere in clear', async () => {
    const { caseId, code } = await givenFile()
    const subjectId = subjectOf(await give(caseId))
    expect((await sheetsOf(code)).current.map(({ row }) => [row.which, row.language, row.givenOn])).toEqual([
      [{ code: 'work' }, 'ti', today],
    ])
    await give(caseId, { sheet: 'appointment' })
    const { rows } = await owner.query(
      `SELECT to_jsonb(g)::text AS row, length(sheet_cipher) AS size FROM sheet_given g WHERE case_id = $1
       UNION ALL SELECT to_jsonb(a)::text, 0 FROM audit_event a WHERE case_id = $1`,
      [caseId],
    )
    for (const { row } of rows) expect(row).not.toMatch(/"work"|appointment/)
    expect(new Set(rows.map(({ size }) => size).filter((size) => size > 0)).size).toBe(1)
    const back = { caseId, subjectId, version: 1, mistake: 'not_happened' }
    expect(await act(organisation.casey.token, takeSheetBack, back)).toMatchObject({ ok: true })
    expect(await act(organisation.casey.token, takeSheetBack, back)).toMatchObject({
      code: 'correctedMeanwhile',
    })
    const part = await sheetsOf(code)
    expect(part.current.map(({ row }) => row.which)).toEqual([{ code: 'appointment' }])
    expect(part.mistakes.map(({ row }) => row.which)).toEqual([{ code: 'work' }])
  })

  it('shows the sentence where which one it was is damaged, and is not taken back by a guess', async () => {
    const { caseId, code } = await givenFile()
    const subjectId = subjectOf(await give(caseId))
    await flip(organisation.ask, 'sheet_given', 'sheet_cipher', 'WHERE case_id = $1', [caseId])
    const part = await sheetsOf(code)
    expect(part.current.map(({ row }) => row.which)).toEqual([{ damaged: `⚠ ${say('common.damaged.text')}` }])
    const shown = await draw(
      createElement(FileSheets, { caseId, code, part, language: 'en', canEdit: true, today }),
    )
    expect(shown).toContain('This text is damaged and cannot be shown')
    const back = { caseId, subjectId, version: 1, mistake: 'not_happened' }
    expect(await act(organisation.casey.token, takeSheetBack, back)).toEqual({
      ok: false,
      code: 'contentDamaged',
    })
  })

  it('tomorrow, in another language or elsewhere is refused', async () => {
    const { caseId } = await givenFile()
    expect(await give(caseId, { givenOn: addDays(today, 1) })).toMatchObject({ code: 'inTheFuture' })
    expect(await give(caseId, { language: 'xx' })).toMatchObject({ code: 'invalid' })
    expect(await give(caseId, {}, 'sol')).toMatchObject({ code: 'notFound' })
  })
})

describe('a sheet to print', () => {
  const open = (search: Record<string, string>, sheet = 'centre', who: 'casey' | 'sol' = 'casey') =>
    organisation[who].work((work) => readSheetPage(work, { params: { sheet }, search }, 'en'))

  it('has every number it names from the reference data, in every language', async () => {
    for (const language of LANGUAGES.codes)
      for (const sheet of SHEETS.codes) {
        const { content, numbers } = await open({ language }, sheet)
        const named = JSON.stringify(content).match(/\{(tel|days|workdays|months):[^}]+\}/g) ?? []
        expect(Object.keys(numbers).sort()).toEqual([...new Set(named.map((one) => one.slice(1, -1)))].sort())
      }
  })

  it('bears a name only when someone asked for it, and never that of a file out of reach', async () => {
    const { caseId } = await givenFile()
    expect(JSON.stringify({ ...(await open({ file: caseId })), file: null })).not.toContain(NAME)
    expect(await open({ file: caseId, name: 'yes' })).toMatchObject({ name: NAME })
    expect(await open({ name: 'yes' })).toMatchObject({ name: '', file: null })
    await expect(open({ file: caseId }, 'centre', 'sol')).rejects.toThrow()
    await expect(open({ file: newId() })).rejects.toThrow()
    await expect(open({ file: 'x' })).rejects.toThrow()
    await expect(open({}, 'no-such')).rejects.toThrow()
  })
})

describe('a way to reach someone', () => {
  it('is written down, changed by the next row, ended and taken back; the head of the file shows what is used', async () => {
    const { caseId, personId, code } = await givenFile()
    const subjectId = subjectOf(await save(caseId, personId, { sayWeAre: 'the dentist', codeWord: 'lemon' }))
    const head = () => organisation.casey.work(async (work) => (await getCaseHeader(work, caseId)).contacts)
    expect(await head()).toMatchObject([
      { value: '+32 000 00 00 01', message: 'never', sayWeAre: 'the dentist' },
    ])
    await save(caseId, personId, { subjectId, version: 1, message: 'neutral' })
    expect(await head()).toMatchObject([{ message: 'neutral', sayWeAre: '' }])
    const [kept] = (await contactsOf(code)).current
    expect(kept?.earlier.map(({ codeWord }) => codeWord)).toEqual(['lemon'])
    await save(caseId, personId, { subjectId, version: 2, endedOn: today })
    expect(await head()).toEqual([])
    const back = { caseId, subjectId, version: 3, mistake: 'wrong_file' }
    expect(await act(organisation.casey.token, takeContactBack, back)).toMatchObject({ ok: true })
    expect((await contactsOf(code)).mistakes).toHaveLength(1)
    const { rows } = await owner.query(
      'SELECT to_jsonb(c)::text AS row FROM safe_contact c WHERE case_id = $1',
      [caseId],
    )
    for (const { row } of rows) expect(row).not.toMatch(/000 00|dentist|lemon/)
  })

  it('changed by two at once keeps the first and shows it', async () => {
    const { caseId, personId } = await givenFile()
    const subjectId = subjectOf(await save(caseId, personId))
    const both = await Promise.all([
      save(caseId, personId, { subjectId, version: 1, value: '+32 000 00 00 02' }),
      save(caseId, personId, { subjectId, version: 1, value: '+32 000 00 00 03' }, 'coral'),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'changedMeanwhile', theirs: { version: 2 } })
  })

  it.each([
    ['confirmed tomorrow', { confirmedOn: addDays(today, 1) }, { confirmedOn: 'inTheFuture' }],
    ['without a number', { value: ' ' }, { value: 'required' }],
    [
      'ended before it was confirmed',
      { confirmedOn: '2026-03-03', endedOn: '2026-03-02' },
      { endedOn: 'endBeforeStart' },
    ],
  ])('%s is refused beside its field', async (_what, change, fields) => {
    const { caseId, personId } = await givenFile()
    expect(await save(caseId, personId, change)).toMatchObject({ ok: false, fields })
  })

  it('out of reach is not there, a circle keeps it, and no one signs, changes or ties across files', async () => {
    const { caseId, personId } = await givenFile()
    const subjectId = subjectOf(await save(caseId, personId))
    const stranger = (await givenFile()).personId
    expect(await save(caseId, personId, {}, 'sol')).toMatchObject({ code: 'notFound' })
    expect(await save(caseId, stranger)).toMatchObject({ code: 'notFound' })
    const forge = (sql: string) => organisation.casey.work((work) => work.tx.$executeRawUnsafe(sql))
    const insert = (of: { person: string; by: string; subject?: string; revision?: number }) => {
      const id = newId()
      return forge(`INSERT INTO safe_contact (id, case_id, subject_id, revision, person_id, channel, owner, message, details_cipher, created_by)
        VALUES ('${id}', '${caseId}', '${of.subject ?? id}', ${of.revision ?? 1}, '${of.person}', 'phone', 'own', 'any', '\\x00', '${of.by}')`)
    }
    await expect(insert({ person: personId, by: organisation.coral.id })).rejects.toThrow(
      /row-level security/,
    )
    await expect(insert({ person: stranger, by: organisation.casey.id })).rejects.toThrow(
      /row-level security/,
    )
    await expect(insert({ person: personId, by: organisation.casey.id, subject: subjectId })).rejects.toThrow(
      /constraint/,
    )
    for (const table of ['safe_contact', 'sheet_given']) {
      await expect(forge(`UPDATE ${table} SET revision = 9`)).rejects.toThrow(/permission denied/)
      await expect(forge(`DELETE FROM ${table}`)).rejects.toThrow(/permission denied/)
    }
    const closed = await givenFile('restricted')
    await save(closed.caseId, closed.personId)
    await give(closed.caseId)
    const seen = await organisation.coral.work(async (work) => [
      await work.tx.safeContact.count({ where: { caseId: closed.caseId } }),
      await work.tx.sheetGiven.count({ where: { caseId: closed.caseId } }),
    ])
    expect(seen).toEqual([0, 0])
  })
})
