type OnFile = { readonly caseId: string }

/** What the audit log says of deadlines and of the rules that count them. */
export type DeadlineEvent =
  | ({ readonly event: 'deadline.recorded'; readonly deadlineIds: readonly string[] } & OnFile)
  | ({ readonly event: 'deadline.closed'; readonly deadlineId: string; readonly act: string } & OnFile)
  | ({ readonly event: 'deadline.recounted'; readonly deadlineId: string; readonly answer: string } & OnFile)
  | { readonly event: 'deadline.reminded'; readonly count: number }
  | { readonly event: 'deadline.listed'; readonly caseIds: readonly string[]; readonly more: boolean }
  | {
      readonly event: 'deadline.ruled'
      readonly rulingId: string
      readonly ruleId: string
      readonly kind: string
    }
