import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import lettersPage from '@/app/(signed-in)/cases/[code]/letters/page'
import templatePage from '@/app/(signed-in)/settings/letters/[templateId]/page'
import templatesPage from '@/app/(signed-in)/settings/letters/page'
import { GET as takePaper } from '@/app/api/attachments/route'
import { GET as takeTemplate } from '@/app/api/letters/route'
import { sheetLabels } from '@/components/summaries/summary-labels'
import { formatTime } from '@/components/ui/time'
import { listHistory } from '@/lib/cases/history.data'
import { endConsent, recordConsent } from '@/lib/consents/consent.actions'
import { publishEdition, setFieldState } from '@/lib/fields/field.actions'
import { listFields } from '@/lib/fields/field.data'
import { toEditionForm } from '@/lib/fields/field.view'
import { catalogue } from '@/lib/i18n/catalogue'
import { makeLetter } from '@/lib/letters/letter.actions'
import { listLetters } from '@/lib/letters/letter.data'
import { toContents } from '@/lib/letters/letter.view'
import { readLettersPage, seenOf } from '@/lib/letters/letter-page.data'
import { setTemplateState } from '@/lib/letters/template.actions'
import { listTemplates } from '@/lib/letters/template.data'
import { dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { listSummaries } from '@/lib/summaries/summary.data'
import { makeDocx, paragraph, table } from '../support/docx-by-hand'
import { draw } from '../support/draw'
import { aConsent } from '../support/given/consents'
import { givenField } from '../support/given/fields'
import { givenFullFile as fill } from '../support/given/full-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, fetchFile, openPage } from '../support/handlers'
import { HOSTILE_TEMPLATES } from '../support/hostile-templates'
import { readDocx } from '../support/read-docx'
import { say } from '../support/say'
import { givenTemplate, lookAt, publish } from '../support/templates'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const admin = () => organisation.ada.token
const givenFile = () => fill(organisation)
type File = Awaited<ReturnType<typeof givenFile>>

/** What the page of a file sends when the letter is made as it was read. */
const readPage = (file: File, templateId: string, locale: 'en' | 'fr' = 'en') =>
  organisation.casey.work(async (work) => {
    const page = await readLettersPage(
      work,
      { params: { code: file.code }, search: {} },
      { template: templateId, person: file.personId, locale },
      (language) => formatTime(language, work.now, 'day'),
    )
    if (page.type !== 'file') throw new Error('two files bear the code')
    const { letter, template, locale: of } = page.part
    if (letter === null || template === null || of === null) return null
    const words = sheetLabels(await catalogue[of](), of, letter.lists)
    const contents = toContents(letter.source, letter.asked, letter.fields, words)
    return { contents, edition: template.now.edition, locale: of, sections: [...letter.asked.sections] }
  })
const make = async (
  file: File,
  templateId: string,
  change: Record<string, unknown> = {},
  token = organisation.casey.token,
) => {
  const page = await readPage(file, templateId)
  if (page === null) throw new Error('no letter of it')
  return act(token, makeLetter, {
    caseId: file.caseId,
    templateId,
    edition: page.edition,
    personId: file.personId,
    language: page.locale,
    seen: seenOf(page.contents),
    typed: {},
    sections: page.sections,
    ground: 'legal_claims',
    recipient: '',
    reason: 'Zzreason of an appeal',
    ...change,
  })
}
const made = z.object({
  ok: z.literal(true),
  value: z.object({ attachmentId: z.string(), summaryId: z.string() }),
})
const read = async (answer: unknown, token = organisation.casey.token) => {
  const { attachmentId } = made.parse(answer).value
  const file = await fetchFile(token, takePaper, `/api/attachments?id=${attachmentId}`)
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
  return readDocx(new Uint8Array(await file.arrayBuffer()))
}

describe('a template', () => {
  it('is refused with what is wrong, each unknown name with the nearest one', async () => {
    const body = paragraph('{nam} {relativName} {need} {#deadline}{dueOn}{/deadline}')
    const said = await lookAt(admin(), makeDocx({ body }), 'partner')
    expect(said.value?.faults).toEqual([
      { code: 'tagUnknown', of: 'nam', near: 'name' },
      { code: 'tagUnknown', of: 'relativName', near: 'relativeName' },
      { code: 'tagLevel', of: 'need', near: '' },
      { code: 'loopUnknown', of: 'deadline', near: 'deadlines' },
    ])
    const refused = await publish(admin(), makeDocx({ body }), { name: 'Refused template' })
    expect(refused).toMatchObject({ fields: { files: 'templateRefused' } })
    const names = await organisation.ada.work(async (work) =>
      (await listTemplates(work)).map(({ now }) => now.name),
    )
    expect(names).not.toContain('Refused template')
  })

  it('that harms or lies is refused by the handler as well', async () => {
    for (const { bytes, code } of HOSTILE_TEMPLATES.filter(({ what }) => /bomb|macros|Word 97/.test(what)))
      expect((await lookAt(admin(), bytes())).value?.faults).toMatchObject([{ code }])
  })

  it('is brought by an admin alone, and read by no other organisation', async () => {
    for (const token of [organisation.casey.token, organisation.coral.token])
      expect(await publish(token, makeDocx())).toMatchObject({ ok: false, code: 'forbidden' })
    const { templateId } = await givenTemplate(admin(), makeDocx())
    const ids = (of: { work: typeof organisation.casey.work }) =>
      of.work(async (work) => (await listTemplates(work)).map(({ id }) => id))
    expect(await ids(organisation.casey)).toContain(templateId)
    await expect(
      organisation.casey.work((work) =>
        work.tx.letterEdition.createMany({
          data: [
            {
              templateId,
              edition: 2,
              organisationId: work.actor.organisationId,
              state: 'live',
              name: 'Forged',
              reader: 'lawyer',
              purpose: 'inform',
              language: 'en',
              kinds: [],
              hash: '0'.repeat(64),
              uses: [],
              sections: ['identity'],
              because: 'x',
              createdBy: work.actor.id,
            },
          ],
        }),
      ),
    ).rejects.toThrow()
  })

  it('is tried with an invented person, and no file is behind it', async () => {
    const body =
      paragraph('{name} {today} {organisation} {subject}') +
      table([['{#people}{relativeName}', '{relativeAge}{/people}']])
    const { templateId } = await givenTemplate(admin(), makeDocx({ body }))
    for (const [preview, says] of [
      ['long', /Fictaramandrianaivoravelona/],
      ['rtl', /فكتار/],
      ['empty', /…………/],
    ] as const) {
      const file = await fetchFile(admin(), takeTemplate, `/api/letters?id=${templateId}&preview=${preview}`)
      const { text, tables, errors } = await readDocx(new Uint8Array(await file.arrayBuffer()))
      expect({ preview, errors }).toEqual({ preview, errors: [] })
      expect(text).toMatch(says)
      expect(text).not.toMatch(/[{}]/)
      if (preview === 'long') expect(tables[0]?.rows).toHaveLength(12)
    }
  })
})

describe('a letter', () => {
  it('says what the page listed, is a paper of the file, and names the edition it was made from', async () => {
    const file = await givenFile()
    const body =
      paragraph('Concerns {name} ({fileCode}), {nationality}. {message}') +
      table([
        ['Deadline', 'Day'],
        ['{#deadlines}{deadline}', '{dueOn}{/deadlines}'],
      ])
    const template = await givenTemplate(admin(), makeDocx({ body, header: paragraph('{organisation}') }))
    const page = await readPage(file, template.templateId)
    const answer = await make(file, template.templateId, { typed: { message: 'Zztyped\nfor this letter' } })
    const { text, tables, errors, parts } = await read(answer)
    expect(errors).toEqual([])
    for (const { field, text: said } of page?.contents.data.filter(({ isMissing }) => !isMissing) ?? [])
      if (field.tag === 'organisation') expect(parts.get('word/header1.xml')).toContain(said)
      else expect(text).toContain(said)
    expect(text).toContain('Zzfictar')
    expect(text).toContain('Zztyped\nfor this letter')
    expect(tables[0]?.rows.slice(1)).toEqual(
      page?.contents.lists[0]?.lines.map((line) => [
        line.find(({ piece }) => piece === 'deadline')?.text ?? '',
        line.find(({ piece }) => piece === 'dueOn')?.text ?? '',
      ]),
    )
    const letters = await organisation.casey.work((work) => listLetters(work, file.caseId))
    expect(letters).toMatchObject([{ edition: template.edition, audience: 'lawyer', language: 'en' }])
    const { attachmentId, summaryId } = made.parse(answer).value
    expect(
      await organisation.ask(
        'SELECT kind, template_edition, audience, ground FROM attachment a JOIN case_summary s ON s.attachment_id = a.id WHERE a.id = $1',
        [attachmentId],
      ),
    ).toEqual([{ kind: 'letter', template_edition: 1, audience: 'lawyer', ground: 'legal_claims' }])
    // Nothing of it is in clear.
    const rows = await organisation.ask(
      `SELECT to_jsonb(a)::text || to_jsonb(s)::text AS row FROM attachment a JOIN case_summary s ON s.attachment_id = a.id WHERE s.id = $1`,
      [summaryId],
    )
    expect(JSON.stringify(rows)).not.toMatch(/Zz/)
    const events = await organisation.ask(
      `SELECT event, detail->>'templateId' AS template, detail->>'edition' AS edition FROM audit_event WHERE case_id = $1 AND event LIKE 'letter%'`,
      [file.caseId],
    )
    expect(events).toEqual([{ event: 'letter.made', template: template.templateId, edition: '1' }])
    const history = await organisation.coral.work((work) => listHistory(work, file.caseId, null))
    expect(JSON.stringify(history)).toContain('letter.made')
    // A letter is no summary that is drawn again.
    expect(await organisation.casey.work((work) => listSummaries(work, file.caseId))).toEqual([])
    expect(
      await organisation.casey.work((work) => listSummaries(work, file.caseId, { withLetters: true })),
    ).toHaveLength(1)
  })

  it('leaves only on a consent that covers it at that second, in the page and in the database', async () => {
    const file = await givenFile()
    const { templateId } = await givenTemplate(admin(), makeDocx({ body: paragraph('{name} {place}') }), {
      reader: 'authority',
    })
    const onConsent = { ground: 'consent', recipient: 'kind:authority', reason: '' }
    expect(await make(file, templateId, onConsent)).toMatchObject({
      fields: { recipient: 'consentNotAsked' },
    })
    const record = (scopes: readonly string[]) =>
      act(
        organisation.casey.token,
        recordConsent,
        aConsent(file.caseId, file.personId, { purpose: 'summary', recipient: 'kind:authority', scopes }),
      )
    expect(await record(['identity'])).toMatchObject({ ok: true })
    expect(await make(file, templateId, onConsent)).toMatchObject({ fields: { recipient: 'consentScope' } })
    const given = z
      .object({ value: z.object({ consentId: z.string() }) })
      .parse(await record(['identity', 'contact']))
    const answer = await make(file, templateId, onConsent)
    expect(answer).toMatchObject({ ok: true })
    const forge = (change: Record<string, unknown>) =>
      organisation.casey.work((work) =>
        work.tx.caseSummary.createMany({
          data: [
            {
              id: newId(),
              caseId: file.caseId,
              code: 'ZZZ-ZZZ3',
              audience: 'authority',
              level: 'whole',
              sections: ['identity', 'present'],
              language: 'en',
              createdBy: organisation.casey.id,
              ground: 'consent',
              recipient: 'kind:authority',
              templateId,
              templateEdition: 1,
              attachmentId: made.parse(answer).value.attachmentId,
              ...change,
            },
          ],
        }),
      )
    // Less than the template tells of, another reader, no template at all, no ground.
    await expect(forge({ sections: ['identity'] })).rejects.toThrow(/template in force/)
    await expect(forge({ audience: 'person', ground: null, recipient: null })).rejects.toThrow(
      /template in force/,
    )
    await expect(forge({ templateId: null, templateEdition: null, attachmentId: null })).rejects.toThrow(
      /case_summary_letter/,
    )
    await expect(forge({ ground: null, recipient: null })).rejects.toThrow(/what allows it/)
    await act(organisation.casey.token, endConsent, {
      caseId: file.caseId,
      consentId: given.value.consentId,
      kind: 'withdrawn',
      endedOn: dayOf(new Date()),
      saidBy: 'self',
      words: '',
      task: '',
    })
    expect(await make(file, templateId, onConsent)).toMatchObject({
      fields: { recipient: 'consentWithdrawn' },
    })
    await expect(forge({})).rejects.toThrow(/no consent/)
  })

  it('shows a partner initials, and a person nothing of the others', async () => {
    const file = await givenFile()
    const body = paragraph('{name} {fileCode} {worker}')
    const partner = await givenTemplate(admin(), makeDocx({ body }), { reader: 'partner' })
    const { text } = await read(await make(file, partner.templateId))
    expect(text).not.toMatch(/Zzfictar|Kalimo/)
    const wrong = makeDocx({ body: paragraph('{name} {relativeName}') })
    expect((await lookAt(admin(), wrong, 'person')).value?.faults).toMatchObject([
      { code: 'tagLevel', of: 'relativeName' },
    ])
    const person = await givenTemplate(admin(), makeDocx({ body }), { reader: 'person' })
    // What a person is told of themselves asks no consent and no ground.
    const own = await make(file, person.templateId, { ground: 'consent', recipient: '', reason: '' })
    expect((await read(own)).text).toContain('Zzfictar')
    expect(
      await organisation.ask(`SELECT ground FROM case_summary WHERE case_id = $1 AND audience = 'person'`, [
        file.caseId,
      ]),
    ).toEqual([{ ground: null }])
  })

  it('is made of what was read: not after the file, the template or a field has changed', async () => {
    const file = await givenFile()
    const { templateId } = await givenTemplate(admin(), makeDocx())
    expect(await make(file, templateId, { seen: '0'.repeat(32) })).toMatchObject({ code: 'letterChanged' })
    const page = await readPage(file, templateId)
    await givenTemplate(admin(), makeDocx({ body: paragraph('Second {name}') }), {
      templateId,
      version: 1,
      name: 'Second edition',
    })
    expect(await make(file, templateId, { edition: page?.edition })).toMatchObject({ code: 'letterChanged' })
    expect(await make(file, templateId)).toMatchObject({ ok: true })
    // An older edition is published by no one over a newer one.
    expect(await publish(admin(), makeDocx(), { templateId, version: 1 })).toMatchObject({
      code: 'correctedMeanwhile',
    })
    const retire = { templateId, version: 2, state: 'retired', because: 'Not used' }
    expect(await act(organisation.casey.token, setTemplateState, retire)).toMatchObject({ code: 'forbidden' })
    expect(await act(admin(), setTemplateState, retire)).toMatchObject({ ok: true })
    expect(await readPage(file, templateId)).toBeNull()
    const [letter] = await organisation.casey.work((work) => listLetters(work, file.caseId))
    expect(letter).toMatchObject({ edition: 2, name: 'Second edition' })
  })

  it('is not made of a template with a field that was retired, and its page says so before anything is typed', async () => {
    const file = await givenFile()
    const fieldId = await givenField(admin(), { labels: { en: 'Way out', fr: '', nl: '', de: '' } })
    const [field] = (await organisation.ada.work(listFields)).filter(({ id }) => id === fieldId)
    if (field === undefined) throw new Error('it was added')
    await act(admin(), publishEdition, { ...toEditionForm(field), level: 'whole', because: 'For lawyers.' })
    const body = paragraph(`{name} {own:${field.key}}`)
    const { templateId } = await givenTemplate(admin(), makeDocx({ body }))
    const before = await readPage(file, templateId)
    if (before === null) throw new Error('the field is live')
    await act(admin(), setFieldState, {
      fieldId,
      version: 2,
      state: 'retired',
      because: 'Not asked any more.',
    })
    expect(await readPage(file, templateId)).toBeNull()
    const shown = await openPage(organisation.casey.token, lettersPage, {
      params: { code: file.code },
      search: { file: file.caseId, template: templateId },
    })
    if (shown.outcome !== 'shown') throw new Error(shown.outcome)
    expect(await draw(shown.node)).toContain(say('errors.templateStale'))
    const sent = { edition: before.edition, personId: file.personId, language: before.locale }
    expect(
      await act(organisation.casey.token, makeLetter, {
        ...sent,
        caseId: file.caseId,
        templateId,
        seen: seenOf(before.contents),
        typed: {},
        sections: before.sections,
        ground: 'legal_claims',
        recipient: '',
        reason: 'Zzreason of an appeal',
      }),
    ).toMatchObject({ code: 'templateStale' })
  })

  it('is made by no admin and of no file that is out of reach', async () => {
    const file = await givenFile()
    const { templateId } = await givenTemplate(admin(), makeDocx())
    expect(await make(file, templateId, {}, admin())).toMatchObject({ code: 'forbidden' })
    expect(await make(file, templateId, {}, organisation.stranger.token)).toMatchObject({ ok: false })
    const answer = await make(file, templateId)
    const { attachmentId } = made.parse(answer).value
    const taken = await fetchFile(admin(), takePaper, `/api/attachments?id=${attachmentId}`)
    expect(taken.status).toBe(404)
  })
})

describe('the pages', () => {
  it('list what the letter will say, and show an admin forms and an invented person alone', async () => {
    const file = await givenFile()
    const body = paragraph('{name} {subject} {#deadlines}{deadline}{/deadlines}')
    const { templateId } = await givenTemplate(admin(), makeDocx({ body }), {
      name: 'Invented page',
      language: 'ti',
    })
    const html = async (
      token: string,
      page: Parameters<typeof openPage>[1],
      asked: Parameters<typeof openPage>[2],
    ) => {
      const shown = await openPage(token, page, asked)
      return shown.outcome === 'shown' ? draw(shown.node) : shown.outcome
    }
    const of = { params: { code: file.code }, search: { file: file.caseId, template: templateId } }
    const casey = organisation.casey.token
    // The application does not speak the language of this template: that of the values is chosen, and never guessed.
    expect(await html(casey, lettersPage, of)).not.toContain(say('letters.contents'))
    const listed = await html(casey, lettersPage, { ...of, search: { ...of.search, in: 'en' } })
    for (const words of [
      'Kalimo Zzfictar',
      say('letters.contents'),
      say('letters.plain.subject'),
      say('letters.make'),
    ])
      expect(listed).toContain(words)
    for (const [page, asked] of [
      [templatesPage, { params: {}, search: {} }],
      [templatePage, { params: { templateId }, search: {} }],
    ] as const) {
      const shown = await html(admin(), page, asked)
      expect(shown).toContain(say('letters.editor.fields'))
      expect(shown).toContain('Fictar Kalimo')
      expect(shown).not.toContain('Zzfictar')
    }
  })
})
