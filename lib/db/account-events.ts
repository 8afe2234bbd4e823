/** What the audit log says of accounts: who works here, in which role and office, and who may read exact figures (no number is in any of them). */
type OnStaff = { readonly staffId: string }

export type AccountEvent =
  | { readonly event: 'account.listed'; readonly count: number }
  | { readonly event: 'account.invited'; readonly invitationId: string; readonly role: string }
  | { readonly event: 'account.uninvited'; readonly invitationId: string }
  | ({ readonly event: 'account.accepted'; readonly invitationId: string } & OnStaff)
  | ({ readonly event: 'account.opened' } & OnStaff)
  | ({ readonly event: 'account.vouched' } & OnStaff)
  | ({ readonly event: 'account.edited'; readonly version: number } & OnStaff)
  | ({ readonly event: 'account.deactivated' } & OnStaff)
  | ({ readonly event: 'account.doorClosed' } & OnStaff)
  | ({ readonly event: 'account.reactivated' } & OnStaff)
  | ({ readonly event: 'dataLead.set'; readonly leads: boolean } & OnStaff)
  | ({ readonly event: 'role.changed'; readonly role: string } & OnStaff)
  | { readonly event: 'team.created'; readonly teamId: string }
  | ({ readonly event: 'accreditation.set'; readonly accreditationId: string } & OnStaff)
  | {
      readonly event: 'report.capabilityAsked'
      readonly grantId: string
      readonly staffId: string
      readonly kind: string
      readonly until: string
    }
  | { readonly event: 'report.capabilityAnswered'; readonly grantId: string; readonly said: string }
  | { readonly event: 'report.capabilityEnded'; readonly grantId: string }
  | { readonly event: 'report.readersListed'; readonly count: number }
