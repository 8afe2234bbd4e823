import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { createTranslator } from 'use-intl/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import reportPage from '@/app/(signed-in)/reports/page'
import { GET as reportFile } from '@/app/api/reports/route'
import { publishEdition, setFieldState } from '@/lib/fields/field.actions'
import { getField } from '@/lib/fields/field.data'
import { toEditionForm } from '@/lib/fields/field.view'
import { catalogue } from '@/lib/i18n/catalogue'
import type { Locale } from '@/lib/i18n/locales'
import { readFiles } from '@/lib/reporting/files.data'
import { toPublicQuestions } from '@/lib/reporting/public.rules'
import { readQuestion, toSearch } from '@/lib/reporting/question.rules'
import { saveReport, storeRun } from '@/lib/reporting/report.actions'
import { readReport, toRaw } from '@/lib/reporting/report.data'
import { readRun } from '@/lib/reporting/run-page.data'
import { toTable } from '@/lib/reporting/table.view'
import { toWording } from '@/lib/reporting/wording.view'
import type { Search } from '@/lib/shared/search'
import { draw } from '../support/draw'
import { type AnsweredFile, answering } from '../support/given/answers'
import { givenField } from '../support/given/fields'
import { type GivenOrganisation, type GivenStaff, givenCaseOrganisation } from '../support/given/organisation'
import { act, openPage, withToken } from '../support/handlers'

// Own fields in internal reports (docs/adr/0182): which there are, who counts what of them, and in whose words.

let organisation: GivenOrganisation
const { givenFile, save } = answering(() => organisation)
const labels = (en: string, fr = '') => ({ en, fr, nl: '', de: '' })
const keyOf = async (fieldId: string): Promise<string> =>
  (await organisation.ada.work((work) => getField(work, fieldId))).field.key

let files: readonly AnsweredFile[] = []
let hidden: AnsweredFile
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  files = [await givenFile(), await givenFile(), await givenFile()]
  hidden = await givenFile('restricted')
})
afterAll(() => organisation.close())

const given = async (change: Record<string, unknown>) => {
  const fieldId = await givenField(organisation.ada.token, change)
  const owner = change.owner === 'person' ? 'person' : 'file'
  return { fieldId, id: `own:${owner}:${await keyOf(fieldId)}` }
}
const change = async (fieldId: string, more: Record<string, unknown>) => {
  const { field } = await organisation.ada.work((work) => getField(work, fieldId))
  const published = await act(organisation.ada.token, publishEdition, {
    ...toEditionForm(field),
    because: 'Anders.',
    ...more,
  })
  if (!published.ok) throw new Error(published.code)
}
const retire = async (fieldId: string) => {
  const { field } = await organisation.ada.work((work) => getField(work, fieldId))
  const set = { fieldId, version: field.now.edition, state: 'retired', because: 'Niet meer nodig.' }
  expect(await act(organisation.ada.token, setFieldState, set)).toMatchObject({ ok: true })
}

const NOW: Search = { column: 'files_opened', reach: 'team' }
/** The table of a report as its reader sees it. */
const tableOf = async (who: GivenStaff, search: Search, locale: Locale = 'en') => {
  const t = createTranslator({ locale, messages: await catalogue[locale](), namespace: 'reporting' })
  const report = await who.work((work) => readReport(work, search))
  const wording = toWording(report.names, locale, t)
  const { columns, rows, rowsLabel, notes, caption } = toTable(report, {
    wording,
    t,
    locale,
    day: (day) => day,
  })
  return {
    question: report.question,
    head: columns.map(({ label }) => label),
    rows: rows.map(({ label, cells }) => [label, ...cells]),
    rowsLabel,
    caption,
    notes: notes.join(' '),
  }
}

describe('a field of files', () => {
  it('breaks a number down, with what is not recorded beside and a whole margin', async () => {
    const { fieldId, id } = await given({ labels: labels('Way in', 'Voie') })
    await save(files[0] ?? hidden, { [fieldId]: { choice: 'v2' } })
    await save(files[1] ?? hidden, { [fieldId]: { choice: '-declined' } })
    await save(hidden, { [fieldId]: { choice: 'v1' } })
    const { coral, casey, cory } = organisation
    expect(await tableOf(coral, { ...NOW, by: id })).toMatchObject({
      rowsLabel: 'Way in',
      rows: [
        ['By sea', 1],
        ['Not recorded', 2],
        ['All', 3],
      ],
    })
    // An answer that was changed counts as it is now.
    await save(files[0] ?? hidden, { [fieldId]: { choice: 'v3' } })
    expect((await tableOf(coral, { ...NOW, by: id })).rows[0]).toEqual(['By air', 1])
    expect((await tableOf(casey, { ...NOW, by: id, reach: 'own' })).rows).toEqual([
      ['By land', 1],
      ['By air', 1],
      ['Not recorded', 2],
      ['All', 4],
    ])
    expect((await tableOf(cory, { ...NOW, by: id, reach: 'own' })).rows).toEqual([['All', 0]])
    for (const who of ['sola', 'stranger'] as const)
      expect((await tableOf(organisation[who], { ...NOW, by: id })).rows).toEqual([['All', 0]])
    // As columns and as a condition; nothing of it is counted for an admin.
    expect((await tableOf(coral, { ...NOW, by: 'kind', split: id })).head).toEqual([
      'By air',
      'Not recorded',
      'Files opened',
    ])
    expect((await tableOf(coral, { ...NOW, by: 'kind', only: `${id}~v3` })).rows.at(-1)).toEqual(['All', 1])
    expect((await tableOf(coral, { ...NOW, by: 'kind', only: `${id}~-` })).rows.at(-1)).toEqual(['All', 2])
    expect(
      (await tableOf(organisation.ada, { ...NOW, reach: 'organisation', by: id, only: `${id}~v3` })).question
        .columns,
    ).toEqual([{ figure: 'visits', only: null }])
    await organisation.ada.work((work) =>
      work.counts('organisation', async ({ tx }) => {
        for (const table of ['own_value', 'own_person_value'])
          expect(await tx.$queryRawUnsafe(`SELECT code FROM ${table}`)).toEqual([])
      }),
    )
    const behind = await coral.work((work) => readFiles(work, { ...NOW, row: `${id}~v3` }, false))
    expect(behind.files.map((file) => file.id)).toEqual([files[0]?.caseId])
  })

  it('is not asked of what is in no file, or may be in several', async () => {
    const { id } = await given({})
    const table = await tableOf(organisation.coral, {
      reach: 'team',
      column: ['visits', 'detentions', 'files_open'],
      by: id,
    })
    const [all] = await organisation.ask('SELECT count(*)::int AS visits FROM visit')
    expect(table.notes).toContain('cannot be broken down')
    expect(table.rows.map(([, visits, detentions]) => [visits, detentions])).toEqual([
      [null, null],
      [all?.visits, 0],
    ])
  })
})

describe('a field of people', () => {
  it('that takes several answers counts each of them, and each person once in all', async () => {
    const { fieldId, id } = await given({
      owner: 'person',
      part: 'person',
      type: 'several',
      labels: labels('Speaks'),
    })
    await save(files[0] ?? hidden, { [fieldId]: { codes: ['v1', 'v3'] } }, { of: 'person' })
    await save(files[1] ?? hidden, { [fieldId]: { codes: ['v3'] } }, { of: 'person' })
    for (const file of files.slice(0, 2))
      await organisation.ask(
        `INSERT INTO activity (id, case_id, subject_id, revision, person_id, way, on_day, minutes, created_by)
         SELECT n.id, $1, n.id, 1, $2, 'phone', current_date, 30, $3 FROM (SELECT gen_random_uuid() AS id) AS n`,
        [file.caseId, file.personId, organisation.casey.id],
      )
    const hours = await tableOf(organisation.coral, {
      reach: 'team',
      column: ['people_in_activities', 'activity_hours'],
      by: id,
    })
    expect(hours.rows).toEqual([
      ['By land', 1, 0.5],
      ['By air', 2, 1],
      ['All', 2, 1],
    ])
    expect(hours.notes).toContain('Speaks: several answers are possible.')
    const both = await tableOf(organisation.coral, {
      reach: 'team',
      column: 'people_in_activities',
      by: 'sex',
      only: [`${id}~v1`, `${id}~v3`],
    })
    expect(both.rows.at(-1)).toEqual(['All', 1])
  })
})

describe('which fields there are', () => {
  it('says the class and the type: no sensitive one, and no text, day or amount', async () => {
    await given({ labels: labels('Way asked') })
    const sensitive = await given({ fieldClass: 'sensitive', labels: labels('Illness') })
    const others = await Promise.all(
      ['short', 'date', 'amount', 'place'].map((type) => given({ type, labels: labels(`Any ${type}`) })),
    )
    await save(files[0] ?? hidden, { [sensitive.fieldId]: { choice: 'v1' } })
    for (const { id } of [sensitive, ...others])
      expect(
        (await tableOf(organisation.coral, { ...NOW, by: id, split: id, only: `${id}~v1` })).question,
      ).toMatchObject({
        by: 'place',
        split: null,
        only: [],
      })
    const shown = await openPage(organisation.coral.token, reportPage, { search: { column: 'files_opened' } })
    const html = shown.outcome === 'shown' ? await draw(shown.node) : ''
    expect(html).toContain('Way asked')
    expect(html).not.toMatch(/Illness|Any short|Any date|Any amount|Any place/)
    // Nor is it there for the role that counts.
    const keys = await organisation.coral.work((work) =>
      work.counts('team', ({ tx }) =>
        tx.$queryRawUnsafe<{ class: string }[]>('SELECT DISTINCT class FROM own_field'),
      ),
    )
    expect(keys).toEqual([{ class: 'ordinary' }])
    await expect(
      organisation.coral.work((work) =>
        work.counts('team', ({ tx }) => tx.$queryRawUnsafe('SELECT cipher FROM own_value')),
      ),
    ).rejects.toThrow(/permission denied/)
  })

  it('is another one in another organisation: its address is not read there', async () => {
    const { id, fieldId } = await given({ labels: labels('Asked twice') })
    await save(files[2] ?? hidden, { [fieldId]: { choice: 'v1' } })
    await organisation.ask(
      `INSERT INTO own_field (id, organisation_id, key, owner, type, class, created_by)
       SELECT gen_random_uuid(), s.organisation_id, f.key, f.owner, f.type, f.class, s.id FROM own_field f, staff s WHERE f.id = $1 AND s.id = $2`,
      [fieldId, organisation.stranger.id],
    )
    expect((await tableOf(organisation.coral, { ...NOW, by: id })).rows[0]).toEqual(['By land', 1])
    expect((await tableOf(organisation.stranger, { ...NOW, by: id })).question.by).toBe('place')
  })
})

describe('a field that changed', () => {
  it('is read in reports that name it when it is asked no more, and offered for no new one', async () => {
    const { fieldId, id } = await given({ labels: labels('Gone by now') })
    await save(files[0] ?? hidden, { [fieldId]: { choice: 'v1' } })
    const saved = await act(organisation.coral.token, saveReport, {
      name: 'By what is gone',
      question: `column=files_opened&reach=team&by=${id}`,
      shared: 'organisation',
    })
    expect(saved).toMatchObject({ ok: true })
    await retire(fieldId)
    const page = async (search: Readonly<Record<string, string[]>>) => {
      const shown = await openPage(organisation.coral.token, reportPage, { search })
      return shown.outcome === 'shown' ? draw(shown.node) : ''
    }
    expect(await page({ column: ['files_opened'] })).not.toContain('Gone by now')
    const [kept] = await organisation.ask(`SELECT question FROM saved_report WHERE name = 'By what is gone'`)
    const address = new URLSearchParams(String(kept?.question))
    const html = await page(
      Object.fromEntries([...address.keys()].map((name) => [name, address.getAll(name)])),
    )
    expect(html).toContain('Gone by now is no longer asked. Answers from before are counted.')
    expect(html).toContain('By land')
    // Who opens a shared one counts their own.
    expect((await tableOf(organisation.sola, toRaw(String(kept?.question)))).rows).toEqual([['All', 0]])
    expect(
      (await tableOf(organisation.casey, { ...toRaw(String(kept?.question)), reach: 'own' })).rows,
    ).toEqual([
      ['By land', 1],
      ['Not recorded', 3],
      ['All', 4],
    ])
  })

  it('counts and names a value that is hidden, and keeps the words of the day for numbers that were kept', async () => {
    const { fieldId, id } = await given({ labels: labels('Before') })
    await save(files[0] ?? hidden, { [fieldId]: { choice: 'v2' } })
    const stored = await act(organisation.coral.token, storeRun, {
      name: 'Then',
      question: `column=files_opened&reach=team&by=${id}`,
    })
    if (!stored.ok) throw new Error(stored.code)
    const { field } = await organisation.ada.work((work) => getField(work, fieldId))
    await change(fieldId, {
      labels: labels('After', 'Après'),
      options: toEditionForm(field).options.map((option) =>
        option.code === 'v2'
          ? { ...option, isOffered: false, labels: labels('By boat', 'En bateau') }
          : option,
      ),
    })
    expect((await tableOf(organisation.coral, { ...NOW, by: id })).rows[0]).toEqual(['By boat', 1])
    const { names } = await organisation.coral.work((work) => readRun(work, stored.value.runId, {}))
    const then = names.own.find((one) => one.id === id)
    expect([then?.label.en, then?.values.map(({ label }) => label?.en)]).toEqual([
      'Before',
      ['By land', 'By sea', 'By air'],
    ])
    expect(await tableOf(organisation.coral, { ...NOW, by: id }, 'fr')).toMatchObject({
      rowsLabel: 'Après',
      rows: [
        ['En bateau', 1],
        [expect.any(String), 2],
        [expect.any(String), 3],
      ],
    })
    // In a file too, in the language of who takes it; never in the audit log.
    await organisation.ask(`UPDATE staff SET locale = 'fr' WHERE id = $1`, [organisation.coral.id])
    const question = `column=files_opened&reach=team&by=${id}`
    const take = (as: string) =>
      withToken(
        organisation.coral.token,
        () =>
          reportFile(
            new Request(
              new URL(`/api/reports?${new URLSearchParams({ as, question })}`, 'http://localhost:3000'),
              {
                headers: { 'sec-fetch-site': 'same-origin' },
              },
            ),
          ),
        'fr',
      )
    const csv = await (await take('csv')).text()
    expect(csv).toContain('Après')
    expect(csv).toContain('En bateau,1')
    const docx = await mammoth.extractRawText({
      buffer: Buffer.from(await (await take('docx')).arrayBuffer()),
    })
    expect(docx.value).toMatch(/Après[\s\S]*En bateau/)
    const book = unzipSync(new Uint8Array(await (await take('xlsx')).arrayBuffer()))
    const sheets = Object.values(book)
      .map((part) => strFromU8(part))
      .join('')
    for (const said of ['Après', 'En bateau']) expect(sheets).toContain(said)
    await organisation.ask(`UPDATE staff SET locale = 'en' WHERE id = $1`, [organisation.coral.id])
    const lines = await organisation.ask(
      `SELECT detail::text AS detail FROM audit_event WHERE event LIKE 'report.%'`,
    )
    for (const { detail } of lines) expect(String(detail)).not.toMatch(/After|Après|boat|bateau|By land/)
  })
})

it('is the same question when its address is sent on, and leads to nothing public', async () => {
  const { id } = await given({ labels: labels('Way on') })
  const own = await organisation.coral.work(async (work) => (await readReport(work, {})).names.own)
  const found = own.find((one) => one.id === id)
  if (found === undefined) throw new Error('not a dimension')
  const search = {
    column: [`files_opened.${id}~v1`, 'files_opened'],
    by: id,
    only: `${id}~-`,
    from: '2026-01-01',
    until: '2026-12-31',
    reach: 'team',
  }
  const defaults = { today: '2026-11-30', reach: 'team', own } as const
  const question = readQuestion(search, defaults)
  expect(question).toMatchObject({ by: found.id, only: [{ dimension: found.id, value: null }] })
  expect(question.columns[0]?.only).toEqual({ dimension: found.id, value: 'v1' })
  expect(readQuestion(toRaw(toSearch(question)), defaults)).toEqual(question)
  expect(readQuestion({ ...search, only: `${id}~v77` }, defaults).only).toEqual([])
  const met = { ...question, columns: [{ figure: 'people_met', only: null }] } as const
  expect(toPublicQuestions(met)).toMatchObject({ questions: [], own: [found.id] })
  expect(toPublicQuestions({ ...met, by: 'place', only: [] })).toMatchObject({ own: [] })
  const shown = await openPage(organisation.coral.token, reportPage, {
    search: { column: 'people_met', by: id },
  })
  expect(shown.outcome === 'shown' ? await draw(shown.node) : '').toContain('No public version by Way on')
})
