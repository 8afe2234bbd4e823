type OnFile = { readonly caseId: string }

/** What the audit log says of the papers of a file: never what one is called. */
export type PaperEvent =
  | ({
      readonly event: 'paper.brought'
      readonly kind: string
      readonly attachmentIds: readonly string[]
    } & OnFile)
  | ({ readonly event: 'paper.taken'; readonly attachmentId: string } & OnFile)
  | ({ readonly event: 'paper.removed'; readonly attachmentId: string; readonly because: string } & OnFile)
  | ({ readonly event: 'paper.scanned'; readonly attachmentId: string; readonly verdict: string } & OnFile)
  | ({
      readonly event: 'letter.made'
      readonly attachmentId: string
      readonly summaryId: string
      readonly templateId: string
      readonly edition: number
      readonly audience: string
      readonly level: string
      readonly sections: readonly string[]
      readonly language: string
    } & OnFile)
  | { readonly event: 'template.looked'; readonly faults: number }
  | { readonly event: 'template.published'; readonly templateId: string; readonly edition: number }
