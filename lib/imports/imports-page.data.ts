import 'server-only'
import { listCentres, listWords } from '@/lib/cases/word.data'
import type { Work } from '@/lib/db/work'
import { addDays, type Day, dayOf } from '@/lib/shared/dates'
import { joinSigns } from './date-order.rules'
import { openHead } from './encrypted.data'
import { type Columns, DATE_FIELDS, FIELDS, guessColumns } from './field.rules'
import { getImport, type Import, listImports, listSame, readMapping, readPlan } from './import.data'
import { NO_FINDINGS, UNDO_DAYS } from './import.rules'
import { listMatches } from './match.data'
import { listWorkers } from './reading.data'
import { listMade } from './undo.data'

/** The tables of the offices one leads, and the offices into which one may bring one. */
export const readImports = async (work: Work) => ({
  teams: await work.tx.team.findMany({
    where: { id: { in: [...work.actor.leads] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  }),
  imports: await listImports(work),
})
export type ImportsData = Awaited<ReturnType<typeof readImports>>

const toColumns = (fields: readonly string[]): Columns =>
  fields.map((text) => (text === '' ? '' : FIELDS.read(text)))

/** What was said of the columns, what was remembered of the last table like it, or what its headings seem to say. */
const readColumns = async (work: Work, one: Import, headers: readonly string[], said: Columns | null) => {
  const remembered = said === null ? await readMapping(work, one) : null
  return {
    columns: said ?? (remembered === null ? guessColumns(headers) : toColumns(remembered)),
    isRemembered: remembered !== null,
  }
}

const undoUntil = (one: Import, work: Work): Day | null => {
  if (one.endedAt === null || one.made === 0 || (one.state !== 'done' && one.state !== 'stopped')) return null
  const last = addDays(dayOf(one.endedAt), UNDO_DAYS)
  return one.endedAt.getTime() + UNDO_DAYS * 86_400_000 < work.now.getTime() ? null : last
}

const PAGE = 10

/** One import with everything that its page says now. */
/** The page of a table that an address asks for, from 1. */
export const toPage = (text: string): number | null => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : null)

export const readImport = async (work: Work, id: string, page: number) => {
  const one = await getImport(work, id)
  const head = one.headCipher === null ? null : await openHead(work, id, one.headCipher)
  const planned = head === null ? null : await readPlan(work, one)
  const workers = await listWorkers(work, one.teamId)
  const kinds = (await listWords(work, ['case_kind'])).filter(
    ({ validTo, code }) => validTo === null && code !== 'thb',
  )
  const said = await readColumns(work, one, head?.headers ?? [], planned?.plan.columns ?? null)
  return {
    one,
    head,
    page,
    pageSize: PAGE,
    plan:
      head === null
        ? null
        : {
            columns: [...said.columns],
            dateOrder: planned?.plan.dateOrder ?? '',
            kind: planned?.plan.kind ?? '',
            workerId: planned?.plan.workerId ?? '',
          },
    isRemembered: said.isRemembered,
    findings: planned?.findings ?? NO_FINDINGS,
    signs: joinSigns(
      (head?.signs ?? []).filter(
        ({ found }, index) =>
          found > 0 &&
          (said.columns[index] === '' || DATE_FIELDS.some((field) => field === said.columns[index])),
      ),
    ),
    workers,
    kinds,
    places: await listCentres(work),
    same: one.state === 'brought' || one.state === 'checked' ? await listSame(work, one) : [],
    matches:
      one.state === 'checked'
        ? await listMatches(work, one, { page, size: PAGE })
        : { matches: [], total: 0, open: 0 },
    made: one.startedAt === null ? [] : await listMade(work, id, 51),
    undoUntil: undoUntil(one, work),
  }
}
export type ImportData = Awaited<ReturnType<typeof readImport>>
