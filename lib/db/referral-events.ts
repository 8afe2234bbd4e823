type OnFile = { readonly caseId: string }

/** What the trail says of referrals, beside events.ts and by its rules: ids, codes and numbers only. */
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
