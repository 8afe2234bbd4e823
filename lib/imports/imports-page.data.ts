import 'server-only'
import { listOpenOffices } from '@/lib/cases/open-office.data'
import { listCentres, listWords } from '@/lib/cases/word.data'
import type { Work } from '@/lib/db/work'
import { addDays, type Day, dayOf } from '@/lib/shared/dates'
import type { Reading } from './cell.schema'
import { joinSigns } from './date-order.rules'
import { openHead } from './encrypted.data'
import { type Columns, FIELDS, isOwnColumn, LIST_FIELDS } from './field.rules'
import { guessColumns } from './heading.rules'
import { getImport, type Import, listImports, listSame, readMapping } from './import.data'
import { type Findings, FORGET_DAYS, NO_FINDINGS, UNDO_DAYS } from './import.rules'
import { listMatches } from './match.data'
import type { OwnTarget } from './own-cell.schema'
import { holdsDays, listOwnTargets, withOwnColumns } from './own-target.data'
import { readPreview } from './preview.data'
import type { ShownRows } from './preview.rules'
import { listWorkers, readOf } from './reading.data'
import { listMissing } from './report.data'
import { listMade } from './undo.data'

/** The tables of the offices one leads, and the offices into which one may bring one. */
export const readImports = async (work: Work) => ({
  teams: await listOpenOffices(work, work.actor.leads),
  imports: await listImports(work),
})
export type ImportsData = Awaited<ReturnType<typeof readImports>>

const toColumns = (fields: readonly string[]): Columns =>
  fields.map((text) => (text === '' || isOwnColumn(text) ? text : FIELDS.read(text)))

/** What was said of the columns, what was remembered of the last table like it, or what its headings seem to say. */
const readColumns = async (
  work: Work,
  one: Import,
  {
    headers,
    said,
    own,
  }: {
    readonly headers: readonly string[]
    readonly said: Columns | null
    readonly own: readonly OwnTarget[]
  },
) => {
  const remembered = said === null ? await readMapping(work, one) : null
  return {
    columns:
      said ??
      withOwnColumns(remembered === null ? guessColumns(headers) : toColumns(remembered), headers, own),
    isRemembered: remembered !== null,
  }
}

const undoUntil = (one: Import, work: Work): Day | null => {
  if (one.endedAt === null || one.made === 0 || (one.state !== 'done' && one.state !== 'stopped')) return null
  const last = addDays(dayOf(one.endedAt), UNDO_DAYS)
  return one.endedAt.getTime() + UNDO_DAYS * 86_400_000 < work.now.getTime() ? null : last
}

/** The day on which what is left of the table goes by itself. */
const forgetOn = ({ endedAt, startedAt, createdAt }: Import): Day =>
  addDays(dayOf(endedAt ?? startedAt ?? createdAt), FORGET_DAYS)

const PAGE = 10
const ROWS = 25
const MISSING = 50

/** A page of the people who could be known, or the line of the table from which rows are shown, that an address asks for; from 1. */
export const toPage = (text: string): number | null => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : null)

/** What is shown of the rows. */
export type Shown = { readonly page: number; readonly rows: ShownRows; readonly from: number }

/** What someone is asked the meaning of: a value, how often it stands in the table, and what it could mean. */
const toQuestions = ({ unknown }: Findings, { book }: Reading) =>
  LIST_FIELDS.codes.flatMap((field) =>
    Object.entries(unknown[field] ?? {})
      .map(([word, count]) => ({ field, word, count, likely: book[field](word).likely }))
      .sort((a, b) => b.count - a.count)
      .slice(0, 20),
  )

/** One import with everything that its page says now. */
export const readImport = async (work: Work, id: string, { page, rows, from }: Shown) => {
  const one = await getImport(work, id)
  const head = one.headCipher === null ? null : await openHead(work, id, one.headCipher)
  const read = await readOf(work, one)
  const plan = read?.planned.plan ?? null
  const findings = read?.planned.findings ?? NO_FINDINGS
  const workers = await listWorkers(work, one.teamId)
  const kinds = (await listWords(work, ['case_kind'])).filter(
    ({ validTo, code }) => validTo === null && code !== 'thb',
  )
  const own = await listOwnTargets(work)
  const said = await readColumns(work, one, {
    headers: head?.headers ?? [],
    said: plan?.columns ?? null,
    own,
  })
  const isChecked = one.state === 'checked'
  return {
    one,
    head,
    page,
    pageSize: PAGE,
    shown: { rows, from },
    thisYear: work.now.getFullYear(),
    plan:
      head === null
        ? null
        : {
            columns: [...said.columns],
            dateOrder: plan?.dateOrder ?? ('' as const),
            kind: plan?.kind ?? '',
            workerId: plan?.workerId ?? '',
          },
    isRemembered: said.isRemembered,
    findings,
    questions: isChecked && read !== null ? toQuestions(findings, read.reading) : [],
    preview:
      isChecked && read !== null
        ? await readPreview(work, one, { reading: read.reading, rows, from, most: ROWS })
        : { rows: [], next: null },
    signs: joinSigns(
      (head?.signs ?? []).filter(
        ({ found }, index) =>
          found > 0 && (said.columns[index] === '' || holdsDays(said.columns[index] ?? '', own)),
      ),
    ),
    /** What may be filled beside the fields of every organisation. */
    own: own.map(({ column, field }) => ({ column, labels: field.now.labels })),
    workers,
    kinds,
    places: await listCentres(work),
    same: one.state === 'brought' || isChecked ? await listSame(work, one) : [],
    matches: isChecked
      ? await listMatches(work, one, { page, size: PAGE })
      : { matches: [], total: 0, open: 0 },
    made: one.startedAt === null ? [] : await listMade(work, id, 51),
    ...(one.startedAt === null || one.state === 'running'
      ? { missing: [], missingTotal: 0 }
      : await listMissing(work, one, MISSING).then(({ missing, total }) => ({
          missing,
          missingTotal: total,
        }))),
    undoUntil: undoUntil(one, work),
    forgetOn: forgetOn(one),
  }
}
export type ImportData = Awaited<ReturnType<typeof readImport>>
