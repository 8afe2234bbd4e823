type OnFile = { readonly caseId: string }

/** What the audit log says of erasures, holds and what a person may ask about themselves: never of whom, and never why in words. */
export type RightsEvent =
  | ({ readonly event: 'erasure.asked'; readonly erasureId: string; readonly ground: string } & OnFile)
  | { readonly event: 'erasures.asked'; readonly erasureIds: readonly string[] }
  | ({
      readonly event: 'file.erased'
      readonly erasureId: string
      readonly ground: string
      readonly proposedBy: string
    } & OnFile)
  | { readonly event: 'erasures.answered'; readonly erasureIds: readonly string[]; readonly agrees: boolean }
  | { readonly event: 'erasure.opened'; readonly erasureId: string }
  | { readonly event: 'erasure.listed'; readonly caseIds: readonly string[]; readonly more: boolean }
  | ({ readonly event: 'hold.placed' | 'hold.lifted'; readonly holdId: string } & OnFile)
  | { readonly event: 'hold.reminded'; readonly count: number }
  | {
      readonly event: 'retention.set'
      readonly ruleId: string
      readonly kind: string
      readonly years: number
    }
  | ({
      readonly event: 'extract.asked' | 'extract.opened' | 'extract.saved'
      readonly personId: string
      readonly extractId: string
    } & OnFile)
  | ({ readonly event: 'correction.asked'; readonly correctionId: string } & OnFile)
  | ({
      readonly event: 'correction.answered'
      readonly correctionId: string
      readonly state: string
    } & OnFile)
