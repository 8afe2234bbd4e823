import 'server-only'
import * as z from 'zod'
import { scopeCases } from '@/lib/access/scope'
import { findCircle, updateWorker } from '@/lib/cases/assignment.data'
import { listColleagues } from '@/lib/cases/roster.data'
import type { Work } from '@/lib/db/work'
import { openEach } from '@/lib/registers/register.data'
import { toDate, toDay } from '@/lib/shared/dates'
import { readQuery } from './caseload.schema'
import { type Command, checkCommand, type FileState, type Office, toBefore } from './caseload-bulk.rules'
import type { Outcome, Selection } from './caseload-bulk.schema'
import { listPlaces } from './caseload-order.data'

type ChosenFile = FileState & { readonly id: string; readonly code: string; readonly version: number }

/** The ids a selection means at this moment; one more than `most` tells that there are too many. */
export const listChosen = async (work: Work, selection: Selection, most: number): Promise<string[]> => {
  if (selection.mode === 'ids') return [...new Set(selection.ids)]
  const { filters, sort } = readQuery(selection.query)
  const take = most + selection.except.length + 1
  const places = await listPlaces(work, { filters, sort, take })
  return places.map(({ id }) => id).filter((id) => !selection.except.includes(id))
}

const locked = z.array(z.object({ id: z.string() }))

/**
 * The chosen files within reach, held until the end of the transaction: what is checked is what is changed. In one order,
 * so that two coordinators who choose the same files wait for each other instead of stopping each other.
 */
const lockFiles = async (work: Work, ids: readonly string[]): Promise<ChosenFile[]> => {
  const held = locked.parse(
    await work.tx.$queryRaw`SELECT f.id::text FROM case_file f WHERE f.id = ANY (${[...ids]}::uuid[])
                             ORDER BY f.id FOR NO KEY UPDATE`,
  )
  const files = await work.tx.caseFile.findMany({
    where: {
      AND: [scopeCases(work.actor, 'case:assign', work.now), { id: { in: held.map(({ id }) => id) } }],
    },
    select: {
      id: true,
      code: true,
      teamId: true,
      workerId: true,
      status: true,
      secrecy: true,
      nextStepOn: true,
      nextStepCipher: true,
      version: true,
    },
  })
  return openEach(files, async ({ nextStepCipher, nextStepOn, ...file }) => ({
    ...file,
    hasStep: nextStepCipher !== null,
    nextStepOn: nextStepOn && toDay(nextStepOn),
    circle: await findCircle(work, file),
  }))
}

/** Carries out one command on one locked file and tells the audit log of that file. */
const updateLockedFile = async (work: Work, file: ChosenFile, command: Command): Promise<void> => {
  const { id: caseId, version, workerId } = file
  if (command.kind === 'worker') {
    const { toStaffId, reason } = command
    await updateWorker(work, file, { staffId: toStaffId, reason })
    return work.audit({ event: 'case.assigned', caseId, fromStaffId: workerId, toStaffId })
  }
  const data =
    command.kind === 'status'
      ? { status: command.status }
      : { nextStepOn: command.on === null ? null : toDate(command.on) }
  await work.tx.caseFile.updateMany({
    where: { id: caseId, version },
    data: { ...data, version: { increment: 1 } },
  })
  return work.audit({ event: 'case.edited', caseId, version: version + 1 })
}

const openOffice = async (work: Work): Promise<Office> => {
  const colleagues = await listColleagues(work, work.actor.leads)
  return {
    leads: work.actor.leads,
    isColleague: (staffId, teamId) =>
      colleagues.some(({ id, teamIds }) => id === staffId && teamIds.includes(teamId)),
  }
}

/**
 * Does to each file what `toCommand` says of it (null: someone was there before), one by one and each with its own trace.
 * What speaks against one file leaves the others done.
 */
export const updateTogether = async (
  work: Work,
  ids: readonly string[],
  kind: Command['kind'],
  toCommand: (file: { readonly id: string; readonly version: number }) => Command | null,
): Promise<Outcome> => {
  const files = await lockFiles(work, ids)
  const office = await openOffice(work)
  const outcome: Outcome = {
    done: [],
    // Gone, never there, or not for you: one answer.
    failed: ids
      .filter((id) => !files.some((file) => file.id === id))
      .map((caseId) => ({ caseId, code: '', why: 'outOfReach' })),
  }
  for (const file of files) {
    const { id: caseId, code, version } = file
    const command = toCommand(file)
    const why = command === null ? 'changedMeanwhile' : checkCommand(file, command, office)
    if (command === null || why !== null) {
      outcome.failed.push({ caseId, code, why: why ?? 'changedMeanwhile' })
      continue
    }
    await updateLockedFile(work, file, command)
    outcome.done.push({ caseId, code, version: version + 1, before: toBefore(file, kind) })
  }
  return outcome
}
