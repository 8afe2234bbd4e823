type OnFile = { readonly caseId: string }

/** What the audit log says of detention: which row was written, never what it tells. */
export type DetentionEvent =
  | ({ readonly event: 'detention.begun'; readonly episodeId: string } & OnFile)
  | ({ readonly event: 'detention.moved'; readonly episodeId: string; readonly moved: number } & OnFile)
  | ({
      readonly event: 'detention.recorded'
      readonly episodeId: string
      readonly eventId: string
      readonly kind: string
    } & OnFile)
  | ({
      readonly event: 'detention.withdrawn'
      readonly episodeId: string
      readonly eventId: string
      readonly because: string
    } & OnFile)
