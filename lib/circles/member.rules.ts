/** What a member is to a file. A guest is none (guest.rules). */
export const MEMBER_KINDS = ['support', 'cover', 'circle'] as const
export type MemberKind = (typeof MEMBER_KINDS)[number]
export const toMemberKind = (text: string | null): MemberKind =>
  MEMBER_KINDS.find((one) => one === text) ?? 'support'

/** What a member, or a note, may bear: the lawyer's notes are read by the worker and by members who bear it too. */
export const MARKS = ['privileged'] as const

/** What a second member is asked: to let somebody in, for good or as a guest, or to make a sealed file a restricted one. */
export const WORD_KINDS = ['member', 'guest', 'unseal'] as const
export type WordKind = (typeof WORD_KINDS)[number]
export const toWordKind = (text: string): WordKind => WORD_KINDS.find((one) => one === text) ?? 'member'
