import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { fromTyped } from '@/lib/fields/answer.rules'
import { listCells } from '@/lib/fields/answer-list.data'
import { publishEdition, setFieldState, undoFieldEdition } from '@/lib/fields/field.actions'
import { getField, listFields } from '@/lib/fields/field.data'
import { type Answer, isListed, type OwnField } from '@/lib/fields/field.rules'
import { toEditionForm } from '@/lib/fields/field.view'
import { currentAnswers } from '@/lib/fields/given.rules'
import { readMore } from '@/lib/rights/extract-more.data'
import { answering, whoseIn } from '../support/given/answers'
import { givenField, typedAnswer } from '../support/given/fields'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { givenPartner } from '../support/given/partners'
import { act } from '../support/handlers'
import { configuration, FIELD_KINDS, type FieldStep, typingOf } from '../support/random-fields'
import { drawn } from '../support/sweep'

// Publish, answer, change, hide, ask under a condition, retire, undo in any order: no answer is ever lost, none is shown beyond its class or its file, each keeps the
// words of its day, the extract has all of them, and an erasure leaves none.

let organisation: GivenOrganisation
const because = 'Verzonnen.'
let pool: readonly string[] = []
let partnerId = ''
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  const made: string[] = []
  for (const kind of FIELD_KINDS) {
    const fieldId = await givenField(organisation.ada.token, kind)
    made.push(fieldId)
    // Fewer may be asked at once than there are kinds: these begin as retired, as a drawn step would leave them.
    if (kind.type === 'long') {
      const { field } = await organisation.ada.work((work) => getField(work, fieldId))
      await act(organisation.ada.token, setFieldState, {
        fieldId,
        version: field.now.edition,
        state: 'retired',
        because,
      })
    }
  }
  pool = made
  partnerId = await givenPartner(organisation.coral.token)
})
afterAll(() => organisation.close())
const { givenFile, read, save } = answering(() => organisation)

/** Every answer is given by someone who has read all before it. */
const LATER = Date.now() + 86_400_000
const known = new Map<string, OwnField>()
/** A field as it was published last. */
const fieldOf = async (fieldId: string): Promise<OwnField> => {
  const before = known.get(fieldId)
  if (before !== undefined) return before
  const { field } = await organisation.ada.work((work) => getField(work, fieldId))
  known.set(fieldId, field)
  return field
}

/** What admins do to a field; some of it is refused, and then nothing changes. */
const publish = async (
  { what, value }: FieldStep,
  { field, other, step }: { readonly field: OwnField; readonly other: OwnField; readonly step: number },
): Promise<void> => {
  const { token } = organisation.ada
  const of = { fieldId: field.id, version: field.now.edition, because }
  if (what === 'undo') await act(token, undoFieldEdition, of)
  else if (what === 'retire' || what === 'revive')
    await act(token, setFieldState, { ...of, state: what === 'retire' ? 'retired' : 'live' })
  else {
    const form = toEditionForm(field)
    const options = form.options.map((one) => {
      if (one.code !== `v${value}`) return one
      return what === 'hide'
        ? { ...one, isOffered: false }
        : { ...one, labels: { ...one.labels, en: `Label ${step}` } }
    })
    const conditions =
      what === 'condition'
        ? [value === 1 ? { on: 'minor', codes: [] } : { on: other.id, codes: [] }]
        : form.conditions
    await act(token, publishEdition, { ...form, options, conditions, because })
  }
}

type Said = {
  readonly fieldId: string
  readonly edition: number
  readonly answer: Answer
  readonly words: readonly string[]
}
const wordsOf = ({ editions }: OwnField, edition: number, { codes }: Answer): string[] =>
  codes.map(
    (code) =>
      editions.find((one) => one.edition === edition)?.options.find((one) => one.code === code)?.labels.en ??
      code,
  )

it(
  'whatever admins publish, every answer stays, with the words of its day and within its class',
  async () => {
    await fc.assert(
      fc.asyncProperty(configuration, async ({ kinds, secrecy, steps }) => {
        const file = await givenFile(secrecy)
        const ids = kinds.map((kind) => pool[kind] ?? '')
        const said: Said[] = []
        const stands = new Map<string, Said>()
        for (const [step, one] of steps.entries()) {
          const field = await fieldOf(ids[one.field] ?? '')
          if (one.what !== 'answer' && one.what !== 'clear') {
            const other = await fieldOf(ids[(one.field + 1) % ids.length] ?? '')
            await publish(one, { field, other, step })
            known.delete(field.id)
            continue
          }
          const { edition } = field.now
          const typing =
            one.what === 'clear'
              ? {}
              : typingOf(field.type, one.value, { placeId: organisation.placeId, partnerId })
          expect(
            await save(file, { [field.id]: { ...typing, edition } }, { of: field.owner, version: LATER }),
          ).toMatchObject({
            ok: true,
          })
          if (one.what === 'clear') {
            stands.delete(field.id)
            continue
          }
          const typed = fromTyped(field, typedAnswer({ ...typing, edition }))
          if ('fault' in typed || typed.answer === null) throw new Error('what is drawn is an answer')
          // What stands already is not written again.
          if (JSON.stringify(stands.get(field.id)?.answer) === JSON.stringify(typed.answer)) continue
          const words = wordsOf(field, edition, typed.answer)
          const next = { fieldId: field.id, edition, answer: typed.answer, words }
          said.push(next)
          stands.set(field.id, next)
        }
        const given = await read(file)
        const [fields, cells, extract] = await organisation.casey.work(async (work) => {
          const all = await listFields(work)
          const header = await getCaseHeader(work, file.caseId)
          return [
            all,
            await listCells(work, [file.caseId], all),
            (await readMore(work, header, file.personId, true)).own.given,
          ] as const
        })
        for (const id of ids) {
          const field = fields.find((one) => one.id === id)
          if (field === undefined) throw new Error('a field is never deleted')
          const readBack = (all: typeof given): Said[] =>
            all
              .filter(({ fieldId }) => fieldId === id)
              .map(({ edition, answer }) => ({
                fieldId: id,
                edition,
                answer,
                words: wordsOf(field, edition, answer),
              }))
          const expected = said.filter(({ fieldId }) => fieldId === id)
          expect(readBack(given)).toEqual(expected)
          // A visit tells of no one in particular: what is given to a person has nothing of it.
          expect(readBack(extract)).toEqual(field.owner === 'visit' ? [] : expected)
          expect(
            currentAnswers(given, whoseIn(file, field.owner))
              .get(id)
              ?.map(({ answer }) => answer) ?? [],
          ).toEqual([stands.get(id)?.answer].flatMap((one) => one ?? []))
          const mayBeListed = isListed(field) && secrecy !== 'sealed' && stands.has(id)
          expect(cells.some(({ fieldId }) => fieldId === id)).toBe(mayBeListed)
        }
        // What is encrypted as a whole says nothing beside, and no word stands in clear.
        const rows = await organisation.ask(
          `SELECT d.class, d.type, d.owner, num_nonnulls(v.state, v.code, v.on_when, v.on_text, v.amount, v.place_id, v.partner_id, v.number_mark, v.tail_mark) AS clear, to_jsonb(v)::text AS text
           FROM own_field d JOIN (SELECT field_id, state, code, on_when, on_text, amount, place_id, partner_id, number_mark, tail_mark FROM own_value WHERE case_id = $1
             UNION ALL SELECT field_id, state, code, on_when, on_text, amount, place_id, partner_id, number_mark, tail_mark FROM own_person_value WHERE person_id = $2
             UNION ALL SELECT field_id, state, code, on_when, on_text, amount, place_id, partner_id, number_mark, tail_mark FROM own_visit_value WHERE visit_id = $3) v ON v.field_id = d.id`,
          [file.caseId, file.personId, file.visitId],
        )
        for (const row of rows) {
          expect(row.clear === 0).toBe(
            row.class === 'sensitive' || (secrecy === 'sealed' && row.owner !== 'visit'),
          )
          expect(row.text).not.toContain('Zzwoord')
        }
        const readers = [
          'ada',
          'sol',
          'stranger',
          'gus',
          ...(secrecy === 'open' ? [] : (['coral'] as const)),
        ] as const
        for (const who of readers)
          expect(
            await organisation[who].work(async (work) => [
              await work.tx.ownValue.count({ where: { caseId: file.caseId } }),
              await work.tx.ownPersonValue.count({ where: { personId: file.personId } }),
            ]),
          ).toEqual([0, 0])
        await organisation.ask('SELECT app.erase_content($1, $2)', [file.caseId, 'XX-0001'])
        // What is told of a conversation goes although the conversation itself stays to be counted, in a file of no one.
        expect(
          await organisation.ask(
            'SELECT 1 FROM own_value WHERE case_id = $1 OR encounter_id = $3 UNION ALL SELECT 1 FROM own_person_value WHERE person_id = $2',
            [file.caseId, file.personId, file.encounterId],
          ),
        ).toEqual([])
      }),
      { numRuns: drawn(50, 500) },
    )
  },
  drawn(240_000, 3_600_000),
)
