/** What the audit log says of people of whom partners let an office know: which one and what became of it, never what was typed. */
export type IncomingEvent =
  | {
      readonly event: 'incoming.linked'
      readonly linkId: string
      readonly partnerId: string
      readonly teamId: string
      readonly days: number
      readonly aDay: number
    }
  | { readonly event: 'incoming.unlinked'; readonly linkId: string; readonly partnerId: string }
  /** Written by app.take_incoming: no one of the organisation. */
  | { readonly event: 'incoming.came'; readonly incomingId: string; readonly linkId: string }
  | { readonly event: 'incoming.opened'; readonly incomingId: string }
  | { readonly event: 'incoming.given'; readonly incomingId: string; readonly staffId: string }
  | { readonly event: 'incoming.settled'; readonly incomingId: string; readonly outcome: string }
