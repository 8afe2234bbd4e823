import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import paper from '@/app/(signed-in)/summaries/[summaryId]/page'
import { noteAt } from '@/lib/cases/note.data'
import { publishEdition, setFieldState } from '@/lib/fields/field.actions'
import { getField } from '@/lib/fields/field.data'
import { toEditionForm } from '@/lib/fields/field.view'
import { goOn, planImport, startImport } from '@/lib/imports/import.actions'
import { LEVEL_FOR, sectionsAt } from '@/lib/summaries/level.rules'
import { makeSummary } from '@/lib/summaries/summary.actions'
import { bringTable } from '../support/bring-table'
import { draw } from '../support/draw'
import { answering } from '../support/given/answers'
import { givenField } from '../support/given/fields'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { givenPartner } from '../support/given/partners'
import { act, openPage } from '../support/handlers'
import { belgianCsv } from '../support/tables'

// Own fields beyond the page of a file: what fills them, and where their answers may go.

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())
const { givenFile, read, save } = answering(() => organisation)

describe('a table that is imported', () => {
  const HEAD = ['Naam', 'Aankomst', 'Talen van de school', 'Bedrag', 'Sinds', 'Gezondheid']
  const importOf = async (columns: readonly string[], lines: readonly (readonly string[])[]) => {
    const brought = await bringTable(
      organisation.coral.token,
      organisation.north,
      belgianCsv([HEAD, ...lines].map((line) => [...line])),
    )
    if (!brought.ok) throw new Error(brought.code)
    const { importId } = brought.value
    const planned = await act(organisation.coral.token, planImport, {
      importId,
      columns: [...columns],
      dateOrder: 'dmy',
      kind: 'general',
      workerId: organisation.casey.id,
      said: [],
    })
    if (!planned.ok) return planned
    await act(organisation.coral.token, goOn, { importId })
    await act(organisation.coral.token, startImport, { importId })
    return act(organisation.coral.token, goOn, { importId })
  }
  const keyOf = async (fieldId: string) =>
    `own:${(await organisation.ada.work((work) => getField(work, fieldId))).field.key}`

  it('fills own fields by the words of their lists, and a cell that cannot be read goes into the note', async () => {
    const made = [
      await givenField(organisation.ada.token, {
        labels: { en: 'Way in', fr: 'Voie', nl: 'Weg', de: 'Weg' },
      }),
      await givenField(organisation.ada.token, { type: 'several', options: 'Dutch\nFrench' }),
      await givenField(organisation.ada.token, { type: 'amount', decimals: '2' }),
      await givenField(organisation.ada.token, { type: 'date', owner: 'person' }),
      await givenField(organisation.ada.token, { type: 'yes_no', owner: 'person', fieldClass: 'sensitive' }),
      await givenField(organisation.ada.token, { type: 'partner' }),
    ]
    const { token } = organisation.coral
    const partnerId = await givenPartner(token, { name: 'Maître Exemple' })
    // A name that two bear means neither.
    await givenPartner(token, { name: 'Invented Interpreters' })
    await givenPartner(token, { name: 'invented interpreters' })
    const columns = ['name', ...(await Promise.all(made.map(keyOf)))]
    expect(
      await importOf(columns, [
        ['Fictara Een', 'BY SEA', 'French; Dutch', '12,50', '03/04/2020', 'ja', 'maitre exemple'],
        ['Fictara Twee', 'by balloon', 'French, Latin', 'veel', '?', '?', 'Invented Interpreters'],
      ]),
    ).toMatchObject({ ok: true, value: { state: 'done', made: 2 } })
    const rows = await organisation.ask(
      `SELECT r.case_id AS "caseId", r.person_id AS "personId" FROM import_row r JOIN case_file f ON f.id = r.case_id
        WHERE f.created_by = $1 ORDER BY r.line`,
      [organisation.coral.id],
    )
    const files = z.array(z.object({ caseId: z.string(), personId: z.string() })).parse(rows)
    const said = await Promise.all(
      files.map(async (file) =>
        (await read(file)).map(({ fieldId, answer: { state, codes, text } }) => [
          made.indexOf(fieldId),
          state,
          codes.join() + text,
        ]),
      ),
    )
    expect(said[0]?.sort()).toEqual([
      [0, 'given', 'v2'],
      [1, 'given', 'v1,v2'],
      [2, 'given', '12.50'],
      [3, 'given', expect.stringMatching(/2020/)],
      [4, 'given', 'yes'],
      [5, 'given', partnerId],
    ])
    expect(said[1]?.sort()).toEqual([
      [3, 'unknown', ''],
      [4, 'unknown', ''],
    ])
    const notes = await organisation.casey.work(async (work) => {
      const rows = await work.tx.note.findMany({ where: { caseId: files[1]?.caseId ?? '' } })
      const texts = rows.map(({ id, caseId, bodyCipher }) =>
        work.fieldCrypto.open(noteAt(caseId, id, 1), bodyCipher),
      )
      return (await Promise.all(texts)).join('\n')
    })
    for (const cell of ['by balloon', 'French, Latin', 'veel', 'Invented Interpreters'])
      expect(notes).toContain(cell)
    const clear = await organisation.ask('SELECT state FROM own_person_value WHERE field_id = $1', [made[4]])
    expect(clear).toEqual([{ state: null }, { state: null }])
  })

  it('fills no field that is retired or is none', async () => {
    const fieldId = await givenField(organisation.ada.token, {
      labels: { en: 'Gone', fr: '', nl: '', de: '' },
    })
    const key = await keyOf(fieldId)
    const retired = { fieldId, version: 1, state: 'retired', because: 'Weg.' }
    expect(await act(organisation.ada.token, setFieldState, retired)).toMatchObject({ ok: true })
    for (const column of [key, 'own:no_such'])
      expect(
        await importOf(['name', column, '', '', '', ''], [['Fictara', 'x', '', '', '', '']]),
      ).toMatchObject({
        fields: { columns: 'unknownChoice' },
      })
  })
})

describe('a summary', () => {
  const sheetOf = async (caseId: string, audience: 'lawyer' | 'colleague' | 'discussion') => {
    const made = await act(organisation.casey.token, makeSummary, {
      caseId,
      audience,
      sections: sectionsAt(LEVEL_FOR[audience]).filter((one) => one === 'identity' || one.startsWith('own')),
      language: 'nl',
      words: '',
      ground: 'legal_claims',
      recipient: '',
      reason: 'An invented appeal',
    })
    if (!made.ok) throw new Error(made.code)
    const shown = await openPage(organisation.casey.token, paper, {
      params: { summaryId: made.value.summaryId },
    })
    return shown.outcome === 'shown' ? draw(shown.node) : ''
  }
  const withLevel = async (level: string, change: Record<string, unknown>) => {
    const fieldId = await givenField(organisation.ada.token, { type: 'short', ...change })
    const form = await organisation.ada.work(async (work) =>
      toEditionForm((await getField(work, fieldId)).field),
    )
    return {
      fieldId,
      published: await act(organisation.ada.token, publishEdition, { ...form, level, because: 'Voor wie.' }),
    }
  }

  it('shows an answer by the level of its field, and a sensitive one on the whole sheet alone', async () => {
    const file = await givenFile()
    const known = await withLevel('known', { labels: { en: 'Zzknown', fr: '', nl: 'Zzbekend', de: '' } })
    const whole = await withLevel('whole', {})
    const never = await withLevel('never', {})
    const sensitive = await withLevel('whole', { fieldClass: 'sensitive' })
    const ofPerson = await withLevel('whole', { owner: 'person' })
    const texts: Record<string, string> = {
      [known.fieldId]: 'Qqknown 0470 12 34 56',
      [whole.fieldId]: 'Qqwhole',
      [never.fieldId]: 'Qqnever',
      [sensitive.fieldId]: 'Qqsensitive',
    }
    for (const [id, text] of Object.entries(texts))
      expect(await save(file, { [id]: { text, edition: 2 } })).toMatchObject({ ok: true })
    await save(file, { [ofPerson.fieldId]: { text: 'Qqperson', edition: 2 } }, { of: 'person' })
    const found = (html: string) =>
      ['Qqknown', '0470', 'Qqwhole', 'Qqnever', 'Qqsensitive', 'Qqperson'].filter((one) => html.includes(one))
    const lawyers = await sheetOf(file.caseId, 'lawyer')
    expect(found(lawyers)).toEqual(['Qqknown', '0470', 'Qqwhole', 'Qqsensitive', 'Qqperson'])
    expect(lawyers).toContain('Zzbekend')
    // Who knows the person reads no number in a text.
    expect(found(await sheetOf(file.caseId, 'colleague'))).toEqual(['Qqknown'])
    expect(found(await sheetOf(file.caseId, 'discussion'))).toEqual([])
    // What is asked no more does not leave.
    await act(organisation.ada.token, setFieldState, {
      fieldId: whole.fieldId,
      version: 2,
      state: 'retired',
      because: 'Weg.',
    })
    expect(found(await sheetOf(file.caseId, 'lawyer'))).not.toContain('Qqwhole')
  })

  it('lets no sensitive field be for those who know the person', async () => {
    const { published } = await withLevel('known', { fieldClass: 'sensitive' })
    expect(published).toMatchObject({ fields: { level: 'unknownChoice' } })
  })
})
