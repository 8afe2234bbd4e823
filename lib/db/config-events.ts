/** What the audit log says of settings, lists, places and offices: which edition, never what it says. */
export type ConfigEvent =
  | {
      readonly event: 'config.changed'
      readonly subject: string
      readonly editionId: string
      readonly state: string
    }
  | { readonly event: 'config.answered'; readonly editionId: string; readonly answer: string }
  | { readonly event: 'mail.tested' }
  /** A file of the configuration was compared with what is set; how much of it was wrong. */
  | { readonly event: 'config.compared'; readonly faults: number }
