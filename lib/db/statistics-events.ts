/** What the audit log says of frozen figures and of what was released from them: no person stands in any of them. */
export type StatisticsEvent =
  | {
      readonly event: 'statistics.released'
      readonly releaseId: string
      readonly measure: string
      readonly cellsHidden: number
    }
  | { readonly event: 'statistics.exported'; readonly releaseId: string; readonly sha256: string }
  /** The public counterpart of an annual report, made of these releases. */
  | {
      readonly event: 'statistics.yearExported'
      readonly year: number
      readonly language: string
      readonly releaseIds: readonly string[]
    }
  | { readonly event: 'statistics.listed'; readonly count: number }
  | { readonly event: 'statistics.opened'; readonly releaseId: string }
  | { readonly event: 'statistics.asked'; readonly requestId: string; readonly wanted: string }
  | {
      readonly event: 'statistics.answered'
      readonly requestId: string
      readonly said: 'approved' | 'declined'
    }
  | { readonly event: 'statistics.requests'; readonly count: number }
  | { readonly event: 'statistics.request'; readonly requestId: string }
  | { readonly event: 'statistics.signed'; readonly releaseId: string }
  | { readonly event: 'statistics.keyMade' | 'statistics.keyReplaced'; readonly keyId: string }
  | { readonly event: 'statistics.previewed'; readonly snapshotId: string; readonly measure: string }
  | { readonly event: 'snapshot.built' | 'snapshot.ended'; readonly snapshotId: string }
