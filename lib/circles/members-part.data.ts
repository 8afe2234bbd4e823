import 'server-only'
import type { Work } from '@/lib/db/work'
import { listMembers, listNameable } from './member.data'
import { listWords, needsWord } from './word.data'

/** What the page of sharing says of the circle of one file. */
export const readMembers = async (work: Work, file: { readonly id: string; readonly secrecy: string }) => ({
  members: await listMembers(work, file.id),
  words: await listWords(work, file.id),
  nameable: await listNameable(work),
  isAsked: await needsWord(work, file),
})
export type MembersPart = Awaited<ReturnType<typeof readMembers>>
