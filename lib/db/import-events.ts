/** What the audit log says of imports: which, how far, how much; each file that one makes has its own line as at an intake. */
export type ImportEvent =
  | { readonly event: 'import.listed'; readonly count: number }
  | { readonly event: 'import.looked'; readonly teamId: string; readonly count: number }
  | {
      readonly event: 'import.brought'
      readonly importId: string
      readonly teamId: string
      readonly rows: number
    }
  | { readonly event: 'import.opened' | 'import.saved' | 'import.forgotten'; readonly importId: string }
  | {
      readonly event: 'import.moved'
      readonly importId: string
      readonly state: string
      readonly at: number
    }
  | {
      readonly event: 'import.decided'
      readonly importId: string
      readonly line: number
      readonly decision: string
    }
