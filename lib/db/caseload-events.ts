/** Lists of files that left: on paper, as a file. */
export type CaseloadEvent =
  | { readonly event: 'case.printed'; readonly caseIds: readonly string[]; readonly more: boolean }
  | {
      readonly event: 'case.exported'
      readonly caseIds: readonly string[]
      /** By which a file that is found somewhere leads here. */
      readonly copy: string
      readonly reason: string
      readonly form: string
      readonly names: boolean
      readonly more: boolean
    }
