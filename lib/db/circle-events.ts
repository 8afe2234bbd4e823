type OnFile = { readonly caseId: string }

/** What the audit log says of who is let in, in an emergency, as a guest, by a second member's word; and of files kept apart. */
export type CircleEvent =
  | ({ readonly event: 'stay.ended'; readonly memberId: string } & OnFile)
  | ({ readonly event: 'part.opened'; readonly parts: readonly string[] } & OnFile)
  | { readonly event: 'circle.listed'; readonly openings: number; readonly words: number }
  | ({ readonly event: 'word.asked'; readonly wordId: string; readonly kind: string } & OnFile)
  | { readonly event: 'word.answered'; readonly wordId: string; readonly agrees: boolean }
  | ({ readonly event: 'glass.broken'; readonly glassId: string; readonly kind: string } & OnFile)
  | { readonly event: 'glass.missed'; readonly isBlocked: boolean }
  | { readonly event: 'files.keptApart' | 'files.lifted'; readonly keptId: string }
  | { readonly event: 'glass.answered'; readonly glassId: string; readonly verdict: string }
