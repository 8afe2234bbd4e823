type OnFile = { readonly caseId: string }

/**
 * What the audit log says of summaries, of sheets that are handed over and of ways to reach someone: never which sheet, never a
 * number.
 */
export type SheetEvent =
  | ({
      readonly event: 'summary.made' | 'summary.opened'
      readonly summaryId: string
      readonly audience: string
      readonly level: string
      readonly sections: readonly string[]
      readonly language: string
    } & OnFile)
  | { readonly event: 'sheet.shown'; readonly language: string }
  | ({ readonly event: 'sheet.printed'; readonly language: string; readonly names: boolean } & OnFile)
  | ({ readonly event: 'sheet.given'; readonly subjectId: string; readonly version: number } & OnFile)
  | ({
      readonly event: 'contact.saved' | 'quote.saved'
      readonly subjectId: string
      readonly version: number
    } & OnFile)
