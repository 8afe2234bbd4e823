import 'server-only'
import * as z from 'zod'
import { join, raw, sql } from '@/lib/db/sql'
import type { Work } from '@/lib/db/work'

/** Tables whose rows a file page shows, each with which rows it means. */
const REGISTERS = {
  asylum_application: '',
  asylum_event: '',
  stay_document: '',
  reception_stay: '',
  legal_mandate: '',
  special_need: '',
  screening: '',
  matter_step: '',
  guardianship_event: '',
  detention_episode: '',
  detention_event: '',
  referral: '',
  safe_contact: '',
  activity: '',
  appointment: '',
  group_person: '',
  consent: '',
  glass: '',
  legal_hold: 'AND lifted_at IS NULL',
  goal: `AND state = 'open'`,
  note: 'AND pinned_at IS NOT NULL',
  encounter: 'AND pinned_at IS NOT NULL',
} as const
export type Register = keyof typeof REGISTERS
export type FilledRegisters = ReadonlySet<Register>

const isRegister = (name: string): name is Register => Object.hasOwn(REGISTERS, name)
/** What waits in a file for someone to do it: the numbers beside the parts of a file. */
export type OpenCounts = { readonly deadlines: number; readonly tasks: number }

const answers = z.tuple([z.object({ kept: z.array(z.string()), deadlines: z.number(), tasks: z.number() })])
const question = join(
  Object.entries(REGISTERS).map(
    ([table, which]) =>
      sql`CASE WHEN EXISTS (SELECT FROM ${raw(table)} WHERE case_id = file.id ${raw(which)}) THEN ${raw(`'${table}'`)} END`,
  ),
)

/**
 * In which registers a file has rows that its reader may see, and how much is open in it. Most files stand in few registers: one question
 * instead of one for each that would be answered with nothing.
 */
export const readFilled = async (
  work: Work,
  caseId: string,
): Promise<{ kept: FilledRegisters; open: OpenCounts }> => {
  const [{ kept, ...open }] = answers.parse(
    await work.tx.$queryRaw`
      SELECT array_remove(ARRAY[${question}], NULL) AS kept,
             (SELECT count(*)::int FROM deadline WHERE case_id = file.id AND status = 'open') AS deadlines,
             (SELECT count(*)::int FROM task WHERE case_id = file.id AND done_at IS NULL AND withdrawn_at IS NULL) AS tasks
        FROM (VALUES (${caseId}::uuid)) AS file (id)`,
  )
  return { kept: new Set(kept.filter(isRegister)), open }
}

export const listKept = async (work: Work, caseId: string): Promise<FilledRegisters> =>
  (await readFilled(work, caseId)).kept
