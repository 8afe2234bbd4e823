type OnFile = { readonly caseId: string }

/** What the audit log says of referrals and of possible trafficking, beside events.ts and by its rules: ids, codes and numbers only. */
export type ReferralEvent =
  | ({ readonly event: 'referral.written'; readonly subjectId: string; readonly version: number } & OnFile)
  | ({
      readonly event: 'referral.stepped'
      readonly subjectId: string
      readonly stepId: string
      readonly kind: string
    } & OnFile)
  | ({
      readonly event: 'referral.sheet'
      readonly subjectId: string
      readonly version: number
      readonly fields: readonly string[]
    } & OnFile)
  | ({
      readonly event: 'share.made'
      readonly subjectId: string
      readonly shareId: string
      readonly fields: readonly string[]
      readonly days: number
    } & OnFile)
  | ({ readonly event: 'share.closed'; readonly shareId: string } & OnFile)
  /** Written by app.open_share: no one of the organisation. */
  | ({ readonly event: 'share.opened' | 'share.missed'; readonly shareId: string } & OnFile)
  | ({ readonly event: 'trafficking.account'; readonly version: number } & OnFile)
  | ({ readonly event: 'trafficking.sign'; readonly subjectId: string; readonly version: number } & OnFile)
  | ({
      readonly event: 'trafficking.stage'
      readonly subjectId: string
      readonly version: number
      readonly deadlineIds: readonly string[]
      readonly closedIds: readonly string[]
    } & OnFile)
  | ({ readonly event: 'trafficking.vault'; readonly exploiterId: string } & OnFile)
  /** On no file: anyone who reads one would learn of the question. */
  | { readonly event: 'conflict.asked'; readonly found: number }
