/** What a device prepared, took along, sent; and what became of it. Ids and codes, as in every line of the audit log. */
export type SubmissionEvent =
  | { readonly event: 'device.prepared' | 'device.revoked' | 'device.forgotten'; readonly storeId: string }
  | { readonly event: 'device.listed'; readonly count: number }
  | {
      readonly event: 'device.tookAlong'
      readonly storeId: string
      readonly takenId: string
      readonly caseIds: readonly string[]
    }
  | {
      readonly event: 'submission.placed' | 'submission.returned' | 'submission.waiting'
      readonly submissionId: string
      readonly deviceId: string
      readonly reason: string | null
    }
  | {
      readonly event: 'waiting.listed'
      readonly entryIds: readonly string[]
      readonly caseIds: readonly string[]
    }
  | {
      readonly event: 'waiting.settled'
      readonly caseId: string
      readonly entryId: string
      readonly how: string
    }
  | {
      readonly event: 'waiting.given'
      readonly caseId: string
      readonly entryId: string
      readonly staffId: string
    }
