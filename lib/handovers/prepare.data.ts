import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { listFileDangers, rankFiles } from '@/lib/caseload/danger.data'
import { openNextStep } from '@/lib/cases/case.data'
import { CLOSED_STATUSES, mayBePrinted } from '@/lib/cases/case.rules'
import { isDanger } from '@/lib/cases/danger.rules'
import { noteAt } from '@/lib/cases/note.data'
import { listWords } from '@/lib/cases/word.data'
import { toWords } from '@/lib/cases/word.view'
import type { Work } from '@/lib/db/work'
import { type Day, toDate } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { listTasks } from '@/lib/tasks/task.data'
import { toDangerLines } from './danger-lines.view'
import { draftNote, type HandoverKind, MOST_FILES } from './handover.rules'
import { handoverNoteAt } from './note.data'

/** The open files that one colleague has in an office and the actor may hand over; sealed ones never. */
const listFilesOf = (work: Work, { teamId, fromStaffId }: { teamId: string; fromStaffId: string }) =>
  work.tx.caseFile.findMany({
    where: {
      AND: [
        scopeCases(work.actor, 'case:assign', work.now),
        {
          teamId,
          workerId: fromStaffId,
          secrecy: { not: 'sealed' },
          status: { notIn: [...CLOSED_STATUSES] },
        },
      ],
    },
    select: {
      id: true,
      secrecy: true,
      nextStepCipher: true,
      nextStepRevision: true,
      nextStepOn: true,
      notes: {
        select: { id: true, version: true, bodyCipher: true },
        orderBy: [{ happenedOn: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
        take: 1,
      },
    },
    orderBy: [{ nextStepOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: MOST_FILES,
  })
type FileToGo = Awaited<ReturnType<typeof listFilesOf>>[number]

const writeDraft = async (work: Work, file: FileToGo, dangers: readonly string[]): Promise<string> => {
  const [last] = file.notes
  const step = await openNextStep(work, file)
  const tasks = (await listTasks(work, file.id)).filter(({ done }) => done === null)
  const draft = draftNote({
    dangers,
    lastNote:
      last === undefined
        ? ''
        : await work.fieldCrypto.open(noteAt(file.id, last.id, last.version), last.bodyCipher),
    nextStep: step?.text ?? '',
    tasks: tasks.map(({ text }) => text),
  })
  return work.fieldCrypto.toCopy(draft)
}

/** A preparation of the same colleague's files that was left in the middle. */
const findDraft = (work: Work, { teamId, fromStaffId }: { teamId: string; fromStaffId: string }) =>
  work.tx.handover.findFirst({
    where: { teamId, fromStaffId, state: 'draft' },
    select: { id: true },
    orderBy: { createdAt: 'desc' },
  })

export type Prepared = { readonly handoverId: string; readonly caseIds: string[] }

/**
 * Prepares a hand-over of a colleague's files, each with a note to begin with. One that lies in preparation goes on: it
 * takes the new answer to "for how long", and the files that have come since.
 */
export const prepareHandover = async (
  work: Work,
  of: {
    readonly teamId: string
    readonly fromStaffId: string
    readonly kind: HandoverKind
    readonly until: Day | null
  },
): Promise<Prepared> => {
  const { teamId, fromStaffId, kind } = of
  const untilDay = of.until === null ? null : toDate(of.until)
  const before = await findDraft(work, of)
  const handoverId = before?.id ?? newId(work.now.getTime())
  if (before === null)
    await work.tx.handover.createMany({
      data: {
        id: handoverId,
        teamId,
        fromStaffId,
        kind,
        untilDay,
        createdBy: work.actor.id,
        createdAt: work.now,
      },
    })
  else
    await work.tx.handover.updateMany({
      where: { id: handoverId },
      data: { kind, untilDay, version: { increment: 1 } },
    })
  const known = await work.tx.handoverItem.findMany({ where: { handoverId }, select: { caseId: true } })
  const isKnown = new Set(known.map(({ caseId }) => caseId))
  const files = (await listFilesOf(work, of)).filter(({ id }) => !isKnown.has(id))
  await work.fieldCrypto.gather(
    'file',
    files.map(({ id }) => id),
  )
  const locale = work.locale
  const lines = await toDangerLines(locale, toWords(await listWords(work, ['concern_type']), locale))
  const dangers = new Map(
    (
      await listFileDangers(
        work,
        files.map(({ id }) => id),
      )
    ).map((one) => [one.caseId, one]),
  )
  const items = []
  for (const [index, file] of files.entries()) {
    const danger = dangers.get(file.id)
    const said = danger === undefined ? [] : lines(danger, !mayBePrinted(file))
    items.push({
      handoverId,
      caseId: file.id,
      position: known.length + index + 1,
      noteCipher: await work.fieldCrypto.encrypt(
        handoverNoteAt(handoverId, file.id, 'note', 1),
        await writeDraft(work, file, said),
      ),
    })
  }
  await work.tx.handoverItem.createMany({ data: items })
  return { handoverId, caseIds: files.map(({ id }) => id) }
}

/** Whether the colleague has a file to hand over in this office at all. */
export const hasFiles = async (work: Work, of: { teamId: string; fromStaffId: string }): Promise<boolean> =>
  (await listFilesOf(work, of)).length > 0

/** Open sealed files of a colleague that the actor may open as one of their members: they stay where they are. */
export const countSealed = (
  work: Work,
  { teamId, fromStaffId }: { readonly teamId: string; readonly fromStaffId: string },
): Promise<number> =>
  work.tx.caseFile.count({
    where: {
      AND: [
        scopeCases(work.actor, 'case:read', work.now),
        { teamId, workerId: fromStaffId, secrecy: 'sealed', status: { notIn: [...CLOSED_STATUSES] } },
      ],
    },
  })

/** Colleagues of the offices one leads, with how many open files of theirs one may hand over, and how many of them are in danger. */
export const listHolders = async (work: Work) => {
  const open = await work.tx.caseFile.findMany({
    where: {
      AND: [
        scopeCases(work.actor, 'case:assign', work.now),
        {
          teamId: { in: [...work.actor.leads] },
          secrecy: { not: 'sealed' },
          status: { notIn: [...CLOSED_STATUSES] },
        },
      ],
    },
    select: { id: true, workerId: true, teamId: true },
  })
  const ranked = await rankFiles(
    work,
    open.map(({ id }) => id),
  )
  const inDanger = new Set(ranked.flatMap(({ id, dangers: [first] }) => (isDanger(first.rank) ? [id] : [])))
  const keyOf = ({ workerId, teamId }: (typeof open)[number]): string => `${workerId} ${teamId}`
  const groups = [...new Map(open.map((file) => [keyOf(file), file])).values()].map((one) => ({
    ...one,
    files: open.filter((file) => keyOf(file) === keyOf(one)),
  }))
  const staff = await work.tx.staff.findMany({
    where: { organisationId: work.actor.organisationId, id: { in: groups.map(({ workerId }) => workerId) } },
    select: { id: true, name: true },
  })
  const teams = await work.tx.team.findMany({
    where: { id: { in: groups.map(({ teamId }) => teamId) } },
    select: { id: true, name: true },
  })
  const nameOf = new Map([...staff, ...teams].map(({ id, name }) => [id, name]))
  const holders = []
  for (const { workerId, teamId, files } of groups)
    holders.push({
      staffId: workerId,
      teamId,
      name: nameOf.get(workerId) ?? '',
      team: nameOf.get(teamId) ?? '',
      /** As many as every other page says: with the sealed ones, which do not go along. */
      files: files.length + (await countSealed(work, { teamId, fromStaffId: workerId })),
      inDanger: files.filter(({ id }) => inDanger.has(id)).length,
    })
  return holders.sort((a, b) => a.name.localeCompare(b.name) || a.team.localeCompare(b.team))
}
export type Holder = Awaited<ReturnType<typeof listHolders>>[number]
