import 'server-only'
import { insertPeopleWithFiles } from '@/lib/cases/case.data'
import { type IntakeInput, toFirstFile } from '@/lib/cases/intake.schema'
import type { Work } from '@/lib/db/work'
import { insertNotSame } from '@/lib/people/not-same.data'
import { toNewPerson } from '@/lib/people/person.schema'
import { no, ok, type Result } from '@/lib/shared/result'
import { type Import, readPlan, updateImport } from './import.data'
import { listOthers, listPassed } from './match.data'
import { endPiece, holdPiece, readPiece } from './piece.data'
import { listWorkers, readReading } from './reading.data'
import { judgeRow } from './row.schema'
import type { Line } from './table.rules'

type Ready = { readonly line: number; readonly input: IntakeInput; readonly openedOn: string }

/**
 * Writes the next piece: its files and people, what became of each row, and that the piece is written, all in this transaction
 * or nothing of it. Each row goes through the rules of the intake again, because a place or a kind may be gone since.
 */
export const runOn = async (work: Work, one: Import): Promise<Result<null>> => {
  const planned = await readPlan(work, one)
  if (planned === null) return no('importOver')
  const { plan } = planned
  const workers = await listWorkers(work, one.teamId)
  if (!workers.some(({ id }) => id === plan.workerId))
    return no('notAColleague', { workerId: 'unknownChoice' })
  if (!(await holdPiece(work, one.id, one.at))) return no('importOver')
  const reading = await readReading(work, one.teamId, plan)
  const passed = await listPassed(work, one, one.at)
  const ready: Ready[] = []
  const left: Line[] = []
  let refused = 0
  for (const row of await readPiece(work, one.id, one.at)) {
    const judged = judgeRow(row.cells, reading)
    if (judged.ok && !passed.has(row.line)) {
      ready.push({ line: row.line, input: judged.input, openedOn: judged.openedOn })
      continue
    }
    if (!judged.ok) refused += 1
    left.push(row)
  }
  const on = reading.ground.on
  const made = await insertPeopleWithFiles(
    work,
    ready.map(({ input, openedOn }) => ({
      person: toNewPerson(input, on),
      file: toFirstFile(input, plan.workerId, openedOn),
    })),
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
  await endPiece(work, one.id, one.at, left)
  const at = one.at + 1
  await updateImport(work, one.id, {
    at,
    made: one.made + made.length,
    passed: one.passed + left.length - refused,
    ...(at >= one.pieces ? { state: 'done' } : {}),
  })
  return ok(null)
}
