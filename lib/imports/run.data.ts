import 'server-only'
import { createTranslator } from 'use-intl/core'
import { insertPeopleWithFiles } from '@/lib/cases/case.data'
import { toFirstFile } from '@/lib/cases/intake.schema'
import { insertNote } from '@/lib/cases/note.data'
import { isOfficeOpen } from '@/lib/cases/open-office.data'
import { contacts } from '@/lib/contacts/contact.data'
import { contact } from '@/lib/contacts/contact.schema'
import type { Work } from '@/lib/db/work'
import { insertAnswers } from '@/lib/fields/answer-save.data'
import { catalogue } from '@/lib/i18n/catalogue'
import { insertNotSame } from '@/lib/people/not-same.data'
import { toNationality } from '@/lib/people/person.rules'
import { toNewPerson } from '@/lib/people/person.schema'
import { emptyForm } from '@/lib/records/record.schema'
import { no, ok, type Result } from '@/lib/shared/result'
import type { Judged, Reading } from './cell.schema'
import { type Import, updateImport } from './import.data'
import { listOthers, listPassed } from './match.data'
import { endPiece, holdPiece, readPiece } from './piece.data'
import { listWorkers, readOf } from './reading.data'
import { judgeRow } from './row.schema'
import type { Line } from './table.rules'

type Good = Extract<Judged, { ok: true }>
type Ready = Good & { readonly line: number; readonly cells: readonly string[] }

const toPerson = ({ input, more }: Good, on: string) => {
  const person = toNewPerson(input, on)
  return {
    ...person,
    nationalities: [
      ...person.nationalities,
      ...more.nationalities.flatMap((answer) => toNationality(answer, 'said') ?? []),
    ],
    languages: [
      ...person.languages,
      ...more.languages.map((language) => ({ language, level: input.languageLevel })),
    ],
    identifiers: more.numbers.map(({ kind, text }) => ({ kind, text })),
  }
}

/** What a file is told beside its person: ways to reach them, and the columns that are notes. */
const writeMore = async (
  work: Work,
  { caseId, personId }: { readonly caseId: string; readonly personId: string },
  { row, reading, intro }: { readonly row: Ready; readonly reading: Reading; readonly intro: string },
): Promise<void> => {
  const { more, unread } = row
  for (const { channel, value } of more.contacts)
    await contacts.insert(work, { ...emptyForm(contact, caseId), personId, channel, value }, null)
  const headed = ({ column, text }: { readonly column: number; readonly text: string }): string => {
    const header = reading.headers[column] ?? ''
    return header === '' ? text : `${header}: ${text}`
  }
  const texts = [
    more.notes.map(headed).join('\n'),
    unread.length === 0 ? '' : [intro, ...unread.map(headed)].join('\n'),
  ]
  for (const text of texts)
    if (text !== '')
      await insertNote(work, {
        caseId,
        kind: 'note',
        happenedOn: row.openedOn,
        text: text.slice(0, LONGEST_NOTE),
      })
}
/** As long as a note may be that is typed. */
const LONGEST_NOTE = 20_000

/**
 * Writes the next piece: its files and people, what became of each row, and that the piece is written, all in this transaction
 * or nothing of it. Each row goes through the rules of the intake again, because a place or a kind may be gone since.
 */
export const runOn = async (work: Work, one: Import): Promise<Result<null>> => {
  const read = await readOf(work, one)
  if (read === null) return no('importOver')
  const {
    reading,
    planned: { plan },
  } = read
  if (!(await isOfficeOpen(work, one.teamId))) return no('officeClosed')
  const workers = await listWorkers(work, one.teamId)
  if (!workers.some(({ id }) => id === plan.workerId))
    return no('notAColleague', { workerId: 'unknownChoice' })
  if (!(await holdPiece(work, one.id, one.at))) return no('importOver')
  const passed = await listPassed(work, one, one.at)
  const ready: Ready[] = []
  const left: Line[] = []
  let refused = 0
  for (const row of await readPiece(work, one.id, one.at)) {
    const judged = judgeRow(row.cells, reading)
    if (judged.ok && !passed.has(row.line)) {
      ready.push({ ...row, ...judged })
      continue
    }
    if (!judged.ok) refused += 1
    left.push(row)
  }
  const on = reading.ground.on
  const made = await insertPeopleWithFiles(
    work,
    ready.map((row) => ({
      person: toPerson(row, on),
      file: toFirstFile(row.input, row.more.workerId ?? plan.workerId, row.openedOn),
    })),
  )
  const { locale } = work
  const say = createTranslator({ locale, messages: await catalogue[locale](), namespace: 'imports' })
  const intro = say('notRead')
  for (const [index, ids] of made.entries()) {
    const row = ready[index]
    if (row !== undefined) await writeMore(work, ids, { row, reading, intro })
  }
  await insertAnswers(
    work,
    made.flatMap(({ caseId, personId }, index) =>
      (ready[index]?.own ?? []).map(({ field, answer }) => ({
        // Whatever is imported is an open file.
        file: { id: caseId, secrecy: 'open' },
        whose: field.owner === 'person' ? { owner: 'person', id: personId } : { owner: 'file', id: caseId },
        field,
        edition: field.now.edition,
        answer,
        at: work.now,
      })),
    ),
  )
  const others = await listOthers(work, one, one.at)
  await insertNotSame(
    work,
    made.flatMap(({ personId }, index) =>
      (others.get(ready[index]?.line ?? 0) ?? []).map((otherId) => ({ personId, otherId })),
    ),
  )
  if (made.length > 0)
    await work.tx.importRow.createMany({
      data: made.map(({ caseId, personId }, index) => ({
        importId: one.id,
        line: ready[index]?.line ?? 0,
        piece: one.at,
        caseId,
        personId,
      })),
    })
  for (const { caseId, personId } of made) await work.audit({ event: 'case.created', caseId, personId })
  // What was not written, or not all of it, is held until the table is forgotten, so that it can be listed.
  const partly = ready.filter(({ unread }) => unread.length > 0).map(({ line, cells }) => ({ line, cells }))
  await endPiece(
    work,
    one.id,
    one.at,
    [...left, ...partly].sort((a, b) => a.line - b.line),
  )
  const at = one.at + 1
  await updateImport(work, one.id, {
    at,
    made: one.made + made.length,
    passed: one.passed + left.length - refused,
    ...(at >= one.pieces ? { state: 'done' } : {}),
  })
  return ok(null)
}
