import 'server-only'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { isUuid, newId } from '@/lib/shared/ids'
import { LANGUAGES } from '@/lib/sheets/sheet.rules'
import { SECTIONS, type Section } from '@/lib/summaries/level.rules'
import { PURPOSES, READERS, TEMPLATE_STATES, type Template, type TemplateEdition } from './template.rules'

const uses = z.array(z.object({ tag: z.string(), loop: z.string().nullable() }))
const shown = {
  edition: true,
  state: true,
  name: true,
  reader: true,
  purpose: true,
  language: true,
  kinds: true,
  hash: true,
  uses: true,
  because: true,
  createdAt: true,
  creator: { select: { name: true } },
} as const satisfies Prisma.LetterEditionSelect

const toEdition = (row: Prisma.LetterEditionGetPayload<{ select: typeof shown }>): TemplateEdition => ({
  edition: row.edition,
  state: TEMPLATE_STATES.read(row.state),
  name: row.name,
  reader: READERS.read(row.reader),
  purpose: PURPOSES.read(row.purpose),
  language: LANGUAGES.read(row.language),
  kinds: row.kinds,
  hash: row.hash,
  uses: uses.parse(row.uses),
  because: row.because,
  publishedAt: row.createdAt,
  by: row.creator.name,
})

/** The templates of the organisation with all their editions, by name; retired ones too. */
export const listTemplates = async (work: Work): Promise<Template[]> => {
  const rows = await work.tx.letterTemplate.findMany({
    where: { organisationId: work.actor.organisationId },
    select: { id: true, key: true, editions: { select: shown, orderBy: { edition: 'asc' } } },
  })
  return rows
    .flatMap(({ id, key, editions }): Template[] => {
      const all = editions.map(toEdition)
      const now = all.at(-1)
      return now === undefined ? [] : [{ id, key, now, editions: all }]
    })
    .sort((a, b) => a.now.name.localeCompare(b.now.name, work.locale) || a.id.localeCompare(b.id))
}

/** Throws NotFound. */
export const getTemplate = async (work: Work, id: string): Promise<Template> => {
  const found = isUuid(id) ? (await listTemplates(work)).find((one) => one.id === id) : undefined
  if (found === undefined) throw new NotFound()
  return found
}

/** The document of an edition. Throws NotFound. */
export const getDocument = async (work: Work, hash: string): Promise<Uint8Array<ArrayBuffer>> => {
  const row = await work.tx.letterDocument.findFirst({
    where: { organisationId: work.actor.organisationId, hash },
    select: { bytes: true },
  })
  if (row === null) throw new NotFound()
  return Uint8Array.from(row.bytes)
}

export type LetterDocument = { readonly hash: string; readonly bytes: Uint8Array }
/** Keeps a document that was checked; the same one twice is one. */
export const insertDocument = async (work: Work, { hash, bytes }: LetterDocument): Promise<void> => {
  await work.tx.letterDocument.createMany({
    data: {
      organisationId: work.actor.organisationId,
      hash,
      bytes: Uint8Array.from(bytes),
      createdBy: work.actor.id,
      createdAt: work.now,
    },
    skipDuplicates: true,
  })
}

export type NewEdition = Omit<TemplateEdition, 'edition' | 'publishedAt' | 'by'> & {
  readonly sections: readonly Section[]
}
/** Publishes the next edition. Throws where someone published it meanwhile (editions follow each other). */
export const insertEdition = async (
  work: Work,
  templateId: string,
  number: number,
  { sections, kinds, uses: tags, ...edition }: NewEdition,
): Promise<void> => {
  await work.tx.letterEdition.createMany({
    data: {
      ...edition,
      templateId,
      edition: number,
      organisationId: work.actor.organisationId,
      kinds: [...kinds],
      uses: tags.map(({ tag, loop }) => ({ tag, loop })),
      sections: [...sections],
      createdBy: work.actor.id,
      createdAt: work.now,
    },
  })
}

export const insertTemplate = async (
  work: Work,
  key: string,
  id: string = newId(work.now.getTime()),
): Promise<string> => {
  await work.tx.letterTemplate.createMany({
    data: {
      id,
      organisationId: work.actor.organisationId,
      key,
      createdBy: work.actor.id,
      createdAt: work.now,
    },
  })
  return id
}

/** Of which parts of a file an edition tells, as it was published. */
export const getSections = async (
  work: Work,
  templateId: string,
  edition: number,
): Promise<readonly Section[]> => {
  const row = await work.tx.letterEdition.findUniqueOrThrow({
    where: { templateId_edition: { templateId, edition } },
    select: { sections: true },
  })
  return row.sections.map(SECTIONS.read)
}

/** One admin publishes at a time: the second sees what the first published. */
export const lockTemplates = async (work: Work): Promise<void> => {
  await work.tx
    .$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`letters:${work.actor.organisationId}`}, 0))::text`
}
