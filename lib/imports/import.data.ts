import 'server-only'
import { createHash } from 'node:crypto'
import { fingerprint } from '@/lib/crypto/keyring'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { isUuid, newId } from '@/lib/shared/ids'
import { encryptHead, encryptPiece, encryptPlan, openPlan, type Planned } from './encrypted.data'
import { LIST_FIELDS, type ListField } from './field.rules'
import { foldWord } from './heading.rules'
import { type BroughtTable, STATES } from './import.rules'
import { LIMITS } from './table.rules'
import type { SaidWords } from './word.rules'

const bytesOf = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer)

/** By which the same file is known again in the same office, and by no one who has the database alone. */
export const markOf = (teamId: string, file: Buffer): Uint8Array<ArrayBuffer> =>
  bytesOf(fingerprint('import', `${teamId} ${createHash('sha256').update(file).digest('hex')}`))
export const headerMarkOf = (headers: readonly string[]): Uint8Array<ArrayBuffer> =>
  bytesOf(fingerprint('import headings', JSON.stringify(headers.map(foldWord))))

/** Keeps a table until it is imported or thrown away: encrypted, under a key that goes with it. */
export const insertImport = async (
  work: Work,
  {
    teamId,
    table,
    mark,
  }: { readonly teamId: string; readonly table: BroughtTable; readonly mark: Uint8Array<ArrayBuffer> },
): Promise<string> => {
  const id = newId(work.now.getTime())
  const { head, pieces, ...read } = table
  await work.tx.import.createMany({
    data: {
      id,
      teamId,
      ...read,
      columns: head.headers.length,
      pieces: pieces.length,
      mark,
      headerMark: headerMarkOf(head.headers),
      createdBy: work.actor.id,
      createdAt: work.now,
    },
  })
  const headCipher = await encryptHead(work, id, head)
  await work.tx.import.updateMany({ where: { id }, data: { headCipher } })
  for (const [position, piece] of pieces.entries())
    await work.tx.importPiece.createMany({
      data: {
        importId: id,
        position,
        rows: Math.min(LIMITS.piece, read.rows - position * LIMITS.piece),
        cipher: await encryptPiece(work, { importId: id, position, revision: 1 }, piece),
      },
    })
  return id
}

const columns = {
  id: true,
  teamId: true,
  source: true,
  encoding: true,
  separator: true,
  rows: true,
  columns: true,
  pieces: true,
  headerMark: true,
  headCipher: true,
  planCipher: true,
  planRevision: true,
  state: true,
  at: true,
  askedTo: true,
  good: true,
  bad: true,
  made: true,
  passed: true,
  gone: true,
  kept: true,
  round: true,
  createdAt: true,
  startedAt: true,
  endedAt: true,
  undoneAt: true,
  forgottenAt: true,
  mark: true,
  team: { select: { name: true } },
  creator: { select: { name: true } },
} as const satisfies Prisma.ImportSelect
const toImport = ({ state, ...row }: Prisma.ImportGetPayload<{ select: typeof columns }>) => ({
  ...row,
  state: STATES.read(state),
})
export type Import = ReturnType<typeof toImport>

/** An import of an office one leads. Throws NotFound. */
export const getImport = async (work: Work, id: string): Promise<Import> => {
  const row = isUuid(id)
    ? await work.tx.import.findFirst({
        where: { id, teamId: { in: [...work.actor.leads] } },
        select: columns,
      })
    : null
  if (row === null) throw new NotFound()
  return toImport(row)
}

/** The same, held until the end of the transaction: two pages may drive one import, and only one at a time does. */
export const holdImport = async (work: Work, id: string): Promise<Import> => {
  if (!isUuid(id)) throw new NotFound()
  await work.tx.$queryRaw`SELECT i.id FROM import i WHERE i.id = ${id}::uuid FOR UPDATE`
  return getImport(work, id)
}

export const listImports = async (work: Work): Promise<Import[]> =>
  (
    await work.tx.import.findMany({
      where: { teamId: { in: [...work.actor.leads] }, state: { not: 'dropped' } },
      select: columns,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 50,
    })
  ).map(toImport)

/** Earlier imports of the same file in the same office; those that were thrown away do not count. */
export const listSame = (work: Work, { id, teamId, mark }: Pick<Import, 'id' | 'teamId' | 'mark'>) =>
  work.tx.import.findMany({
    where: { teamId, mark, id: { not: id }, state: { not: 'dropped' } },
    select: { id: true, createdAt: true, state: true, made: true, creator: { select: { name: true } } },
    orderBy: { createdAt: 'desc' },
    take: 3,
  })

export type Change = Partial<
  Pick<Import, 'state' | 'at' | 'askedTo' | 'good' | 'bad' | 'made' | 'passed' | 'gone' | 'kept' | 'round'>
>
export const updateImport = async (work: Work, id: string, change: Change): Promise<void> => {
  await work.tx.import.updateMany({ where: { id }, data: change })
}

export const readPlan = async (work: Work, one: Import): Promise<Planned | null> =>
  one.planCipher === null ? null : openPlan(work, one.id, one.planRevision, one.planCipher)

export const writePlan = async (work: Work, one: Import, of: Planned): Promise<void> => {
  const planRevision = one.planRevision + 1
  await work.tx.import.updateMany({
    where: { id: one.id },
    data: { planRevision, planCipher: await encryptPlan(work, one.id, planRevision, of) },
  })
}

/** What the columns of such a table meant last time in this office, or null. */
export const readMapping = async (
  work: Work,
  { teamId, headerMark }: Pick<Import, 'teamId' | 'headerMark'>,
): Promise<readonly string[] | null> =>
  (await work.tx.importMapping.findFirst({ where: { teamId, headerMark }, select: { fields: true } }))
    ?.fields ?? null

export const keepMapping = async (
  work: Work,
  { teamId, headerMark }: Pick<Import, 'teamId' | 'headerMark'>,
  fields: readonly string[],
): Promise<void> => {
  const { count } = await work.tx.importMapping.updateMany({
    where: { teamId, headerMark },
    data: { fields: [...fields], savedAt: work.now },
  })
  if (count === 0)
    await work.tx.importMapping.createMany({
      data: [{ teamId, headerMark, fields: [...fields], savedAt: work.now }],
    })
}

const wordMark = (field: ListField, key: string): Uint8Array<ArrayBuffer> =>
  bytesOf(fingerprint('import word', `${field} ${key}`))

/** What values of tables mean in this organisation, as coordinators said of earlier ones: field and folded value to a code. */
export const readRecall = async (work: Work): Promise<(field: ListField, key: string) => string | null> => {
  const rows = await work.tx.importWord.findMany({ select: { mark: true, code: true }, take: 20_000 })
  const codes = new Map(rows.map(({ mark, code }) => [Buffer.from(mark).toString('base64'), code]))
  const known = new Map<string, string | null>()
  return (field, key) => {
    if (codes.size === 0) return null
    const asked = `${field} ${key}`
    const found = known.get(asked)
    if (found !== undefined) return found
    const code = codes.get(Buffer.from(wordMark(field, key)).toString('base64')) ?? null
    if (known.size < 20_000) known.set(asked, code)
    return code
  }
}

/** Remembers what someone said values mean, for the next table of the organisation. */
export const keepWords = async (work: Work, said: SaidWords): Promise<void> => {
  const rows = LIST_FIELDS.codes.flatMap((field) =>
    Object.entries(said[field] ?? {}).map(([key, code]) => ({ field, code, mark: wordMark(field, key) })),
  )
  const of = { organisationId: work.actor.organisationId, saidBy: work.actor.id, saidAt: work.now }
  for (const { mark, code, field } of rows) {
    const { count } = await work.tx.importWord.updateMany({
      where: { organisationId: of.organisationId, mark },
      data: { code, saidBy: of.saidBy, saidAt: of.saidAt },
    })
    if (count === 0) await work.tx.importWord.createMany({ data: [{ ...of, mark, code, field }] })
  }
}

export const forgetImport = async (work: Work, id: string): Promise<boolean> => {
  const [row] = await work.tx.$queryRaw<{ ok: boolean }[]>`SELECT app.forget_import(${id}::uuid) AS ok`
  return row?.ok === true
}
