/** Figures that were read or left. A question is codes, days and ids of offices; no number is in the audit log. */
export type ReportEvent =
  /** `reportId`: the saved question that was opened. `copy` where the page itself is numbered, because it may be printed. */
  | {
      readonly event: 'report.ran'
      readonly question: string
      readonly reportId?: string
      readonly copy?: string
    }
  | {
      readonly event: 'report.exported'
      readonly question: string
      readonly form: string
      /** Of an annual report. */
      readonly year?: string
      /** By which a file that is found somewhere leads here. */
      readonly copy: string
    }
  | { readonly event: 'report.saved'; readonly reportId: string; readonly shared: string }
  | { readonly event: 'report.removed'; readonly reportId: string }
  | { readonly event: 'report.stored'; readonly runId: string; readonly question: string }
  | { readonly event: 'report.compared'; readonly runIds: readonly string[] }
  /** The coarse table of sealed files of that year was given to the readers of reports. */
  | { readonly event: 'report.handedIn'; readonly year: number }
