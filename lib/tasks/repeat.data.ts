import 'server-only'
import type { Work } from '@/lib/db/work'
import { no } from '@/lib/shared/result'
import { isWhileHeld, type Repeat } from './repeat.rules'

/** Whether what a task repeats with is still so. A file that is worked on is open. */
export const lasts = async (work: Work, caseId: string, repeat: Repeat): Promise<boolean> =>
  !isWhileHeld(repeat) || (await work.tx.caseFile.count({ where: { id: caseId, isHeld: true } })) === 1

/** What repeats while someone is detained is asked for of who is. */
export const mayRepeat = async (
  work: Work,
  caseId: string,
  asked: Repeat | '' | undefined,
): Promise<boolean> => asked === undefined || asked === '' || (await lasts(work, caseId, asked))
export const NOT_DETAINED = no('notDetained', { repeats: 'notDetained' })
