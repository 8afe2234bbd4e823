import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** What a member is to a file. A guest is none (guest.rules). */
export const MEMBER_KINDS = vocabulary('circles.member-kinds', ['support', 'cover', 'circle'])
export type MemberKind = CodeOf<typeof MEMBER_KINDS>

/** What a member, or a note, may bear: the lawyer's notes are read by the worker and by members who bear it too. */
export const MARKS = vocabulary('circles.marks', ['privileged'])

/** What a second member is asked: to let someone in, for good or as a guest, or to make a sealed file a restricted one. */
export const WORD_KINDS = vocabulary('circles.word-kinds', ['member', 'guest', 'unseal'])
export type WordKind = CodeOf<typeof WORD_KINDS>
