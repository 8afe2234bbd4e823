/** What the audit log says of partners: which one, never what is said of it or of anyone at it. */
export type PartnerEvent =
  | { readonly event: 'partner.saved'; readonly partnerId: string; readonly version: number }
  | {
      readonly event: 'partner.joined'
      readonly partnerId: string
      /** The one that is used; null: taken back. */
      readonly into: string | null
      readonly version: number
    }
  | { readonly event: 'partner.people' | 'partner.warned' | 'partner.unwarned'; readonly partnerId: string }
