import 'server-only'
import * as z from 'zod'
import { GUEST_KINDS, PARTS, type Part } from '@/lib/circles/guest.rules'
import { inFourLanguages } from '@/lib/countries/reference.schema'
import { NotFound } from '@/lib/db/errors'
import { placeInFile } from '@/lib/db/field-crypto'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { openNames, personClaims } from '@/lib/people/person.data'
import { openEach } from '@/lib/registers/register.data'
import { type Day, toDay } from '@/lib/shared/dates'

const files = z.array(
  z.object({
    id: z.string(),
    code: z.string(),
    guestKind: storedCode(GUEST_KINDS).nullable(),
    parts: z.array(storedCode(PARTS)),
    until: z.date(),
    visitOn: z.date().nullable(),
    visitStarts: z.string().nullable(),
    placeId: z.string().nullable(),
  }),
)

/** The files a guest was let into, as far as they are told of them; everything else of a file they ask for by its parts. */
export const listShared = async (work: Work) => {
  const rows = files.parse(
    await work.tx.$queryRaw`
      SELECT case_id::text AS id, code, guest_kind AS "guestKind", parts, until, visit_on AS "visitOn",
             visit_starts AS "visitStarts", place_id::text AS "placeId"
        FROM app.guest_files() ORDER BY until, code`,
  )
  const placeIds = rows.flatMap(({ placeId }) => placeId ?? [])
  const places = await work.tx.place.findMany({
    where: { id: { in: placeIds } },
    select: { id: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true },
  })
  return rows.map(({ visitOn, visitStarts, placeId, ...row }) => ({
    ...row,
    visit:
      visitOn === null
        ? null
        : {
            on: toDay(visitOn),
            starts: visitStarts,
            place: places.find(({ id }) => id === placeId) ?? null,
          },
  }))
}
export type SharedFile = Awaited<ReturnType<typeof listShared>>[number]

const fileAt = (caseId: string, table: string, row: string, column: string, revision: number) =>
  placeInFile(caseId, { table, row, column, revision })

const readTasks = async (work: Work, caseId: string) => {
  const rows = await work.tx.task.findMany({
    where: { caseId, assignedTo: work.actor.id, withdrawnAt: null },
    select: { id: true, textCipher: true, textRevision: true, dueOn: true, doneAt: true },
    orderBy: [{ doneAt: { sort: 'asc', nulls: 'first' } }, { dueOn: 'asc' }, { id: 'asc' }],
    take: 50,
  })
  return openEach(
    rows,
    async ({
      id,
      textCipher,
      textRevision,
      dueOn,
      doneAt,
    }): Promise<{ id: string; text: string; dueOn: Day | null; isDone: boolean }> => ({
      id,
      text: await work.fieldCrypto.open(fileAt(caseId, 'task', id, 'text', textRevision), textCipher),
      dueOn: dueOn && toDay(dueOn),
      isDone: doneAt !== null,
    }),
  )
}

const readPeople = async (work: Work, caseId: string) => {
  const rows = await work.tx.casePerson.findMany({
    where: { caseId, until: null },
    select: {
      personId: true,
      person: {
        select: {
          names: personClaims.names,
          languages: { where: { withdrawnAt: null }, select: { language: true, level: true } },
        },
      },
    },
    orderBy: { personId: 'asc' },
  })
  const people: { id: string; name: string; languages: string[] }[] = []
  for (const { personId, person } of rows) {
    const [first] = await openNames(work, personId, person.names)
    people.push({
      id: personId,
      name: first?.text ?? '',
      languages: person.languages.map(({ language }) => language),
    })
  }
  return people
}

const readDeadlines = async (work: Work, caseId: string) => {
  const rows = await work.tx.deadline.findMany({
    where: { caseId, status: 'open' },
    select: { id: true, dueOn: true, remindOn: true, rule: { select: { title: true } } },
    orderBy: [{ remindOn: 'asc' }, { id: 'asc' }],
    take: 50,
  })
  return rows.map(({ id, dueOn, remindOn, rule }) => ({
    id,
    title: inFourLanguages.parse(rule.title),
    dueOn: dueOn && toDay(dueOn),
    /** Without a day that is sure: the one that reminds. */
    remindOn: remindOn && toDay(remindOn),
  }))
}

const readNotes = async (work: Work, caseId: string) => {
  const rows = await work.tx.note.findMany({
    where: { caseId },
    select: { id: true, bodyCipher: true, version: true, happenedOn: true },
    orderBy: [{ happenedOn: 'desc' }, { id: 'desc' }],
    take: 50,
  })
  return openEach(rows, async ({ id, bodyCipher, version, happenedOn }) => ({
    id,
    text: await work.fieldCrypto.open(fileAt(caseId, 'note', id, 'body', version), bodyCipher),
    on: toDay(happenedOn),
  }))
}

/** One shared file with the parts that were given, and no other. Throws NotFound for every other code. */
export const readShared = async (work: Work, code: string) => {
  const file = (await listShared(work)).find((one) => one.code === code.toUpperCase())
  if (file === undefined) throw new NotFound()
  const has = (part: Part): boolean => file.parts.includes(part)
  return {
    file,
    tasks: has('tasks') ? await readTasks(work, file.id) : null,
    people: has('people') ? await readPeople(work, file.id) : null,
    deadlines: has('deadlines') ? await readDeadlines(work, file.id) : null,
    notes: has('notes') ? await readNotes(work, file.id) : null,
  }
}
export type SharedPart = Awaited<ReturnType<typeof readShared>>
